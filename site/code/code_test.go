package code_test

import (
	"bytes"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"github.com/yuin/goldmark"

	"headroom/advisor/rule"
	"headroom/site/code"
)

var rules = []rule.Rule{
	{ID: "linux.fs.file-max", Setting: "fs.file-max", Guide: "131072", Demand: "4*C"},
	{ID: "linux.net.ipv4.ip_local_port_range", Guide: "49152", Demand: "C/30"},
	{ID: "linux.startup.DefaultStackSize", Setting: "startup.DefaultStackSize", Guide: "131072", Direction: rule.Exactly},
	{ID: "linux.startup.closeStuckSockets", Setting: "startup.closeStuckSockets", Guide: "present", Direction: rule.Present},
	{ID: "linux.vm.overcommit_memory"},
	{ID: "windows.MaxUserPort", Guide: "20000"},
	{ID: "freebsd.kern.maxdsiz", Guide: "1073741824"},
}

func convert(markdown string) (string, error) {
	var out bytes.Buffer
	err := goldmark.New(goldmark.WithExtensions(code.Extension("linux.md", rules))).Convert([]byte(markdown), &out)
	return out.String(), err
}

func TestPlainCodeIsKeptAsItIs(t *testing.T) {
	for _, language := range []string{"", "text"} {
		html, err := convert("```" + language + "\na < b && \"c\"\n\n  d\n```\n")
		require.NoError(t, err)
		assert.Equal(t, "<pre><code>a &lt; b &amp;&amp; \"c\"\n\n  d\n</code></pre>\n", html)
	}
}

// Arithmetic is told from what is typed.
func TestSum(t *testing.T) {
	html, err := convert("```sum\nC ≤ limit / 2\n```\n")
	require.NoError(t, err)
	assert.Equal(t, "<pre class=\"sum\"><code>C ≤ limit / 2\n</code></pre>\n", html)
}

func TestColours(t *testing.T) {
	html, err := convert("```sh\n# note\nfor f in \"$x\"; do ls; done\n```\n")
	require.NoError(t, err)
	assert.Equal(t, "<pre><code><i># note\n</i><b>for</b> f in <samp>\"</samp><var>$x</var><samp>\"</samp>; <b>do</b> ls; <b>done\n</b></code></pre>\n", html)
}

func TestFileMadeFromRules(t *testing.T) {
	html, err := convert("```text /etc/sysctl.d/90-communigate.conf\nfs.file-max = {{linux.fs.file-max}}\n```\n")
	require.NoError(t, err)
	assert.Equal(t, `<figure class="file" data-rules="linux.fs.file-max"><figcaption><code>/etc/sysctl.d/90-communigate.conf</code></figcaption>`+
		"<pre><code>fs.file-max = 131072\n</code></pre></figure>\n", html)
}

func TestFormsOfAFigure(t *testing.T) {
	for place, want := range map[string]string{
		"linux.fs.file-max":                              "131072",
		"linux.fs.file-max demand":                       "$((4 * C))",
		"linux.net.ipv4.ip_local_port_range first 65535": "16384",
		"linux.startup.DefaultStackSize option":          "--DefaultStackSize 131072",
		"linux.startup.closeStuckSockets option":         "--closeStuckSockets",
		"windows.MaxUserPort hex":                        "00004e20",
		"freebsd.kern.maxdsiz M":                         "1024M",
		"freebsd.kern.maxdsiz G":                         "1G",
	} {
		html, err := convert("```\n{{" + place + "}}\n```\n")
		require.NoError(t, err, place)
		assert.Contains(t, html, "<pre><code>"+want+"\n</code></pre>", place)
	}
}

func TestMistakesNameTheirLine(t *testing.T) {
	for markdown, want := range map[string]string{
		"Text\n\n```shh\nls\n```\n":                                 `linux.md:3: no language "shh"; "text" is for code of none`,
		"```\nls\n{{linux.nope}}\n```\n":                            `linux.md:3: {{linux.nope}}: no rule "linux.nope"`,
		"```\n{{linux.vm.overcommit_memory}}\n```\n":                "linux.md:2: {{linux.vm.overcommit_memory}}: the rule has no figure",
		"```\n{{linux.vm.overcommit_memory demand}}\n```\n":         "linux.md:2: {{linux.vm.overcommit_memory demand}}: a plan asks nothing of the rule",
		"```\n{{linux.fs.file-max octal}}\n```\n":                   `linux.md:2: {{linux.fs.file-max octal}}: no form "octal"`,
		"```\n{{linux.fs.file-max option}}\n```\n":                  "linux.md:2: {{linux.fs.file-max option}}: fs.file-max is no option of the server",
		"```\n{{linux.fs.file-max G}}\n```\n":                       "linux.md:2: {{linux.fs.file-max G}}: 131072 is no multiple of 1G",
		"```\n{{linux.fs.file-max first 65535}}\n```\n":             `linux.md:2: {{linux.fs.file-max first 65535}}: 131072 ports do not end with port "65535"`,
		"```\n{{linux.startup.closeStuckSockets hex}}\n```\n":       `linux.md:2: {{linux.startup.closeStuckSockets hex}}: the figure "present" is no number`,
		"```\n{{linux.net.ipv4.ip_local_port_range demand}}\n```\n": "linux.md:2: {{linux.net.ipv4.ip_local_port_range demand}}: the shell cannot compute C/30",
	} {
		_, err := convert(markdown)
		assert.EqualError(t, err, want)
	}
}

func TestBracesOfTheShellStay(t *testing.T) {
	html, err := convert("```text\n${x} {{ {a}\n```\n")
	require.NoError(t, err)
	assert.Contains(t, html, "${x} {{ {a}")
}
