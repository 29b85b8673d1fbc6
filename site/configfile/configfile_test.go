package configfile_test

import (
	"bytes"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"github.com/yuin/goldmark"

	"headroom/advisor/rule"
	"headroom/site/configfile"
)

var rules = []rule.Rule{
	{OS: "linux", Setting: "fs.file-max", Guide: "131072", Direction: rule.AtLeast, Means: rule.Sysctl},
	{OS: "linux", Setting: "net.ipv4.tcp_tw_recycle", Guide: "0", Direction: rule.Exactly, Means: rule.Sysctl, Gate: rule.Gate{Before: "4.12"}},
	{OS: "linux", Setting: "fs.nr_open", Direction: rule.AtLeast, Means: rule.Sysctl},
	{OS: "freebsd", Setting: "kern.maxfiles", Guide: "32768", Direction: rule.AtLeast, Means: rule.Sysctl},
	{OS: "linux", Setting: "ulimit.nofile", Guide: "16384", Direction: rule.AtLeast, Means: rule.StartupLimit},
	{OS: "linux", Setting: "startup.DefaultStackSize", Guide: "131072", Direction: rule.Exactly, Means: rule.StartupParam},
	{OS: "linux", Setting: "startup.closeStuckSockets", Guide: "present", Direction: rule.Present, Means: rule.StartupParam},
}

func convert(markdown string) (string, error) {
	var out bytes.Buffer
	err := goldmark.New(goldmark.WithExtensions(configfile.Extension("linux.md", rules))).Convert([]byte(markdown), &out)
	return out.String(), err
}

func TestSysctlFile(t *testing.T) {
	html, err := convert("Text\n\n::config /etc/sysctl.d/90-communigate.conf linux\n")
	require.NoError(t, err)
	assert.Contains(t, html, "<figcaption><code>/etc/sysctl.d/90-communigate.conf</code></figcaption><pre><code>fs.file-max = 131072\n</code></pre>",
		"only what the newest release takes and the guide has a figure for")
}

func TestStartupFile(t *testing.T) {
	html, err := convert("::config /var/CommuniGate/Startup.sh linux\n")
	require.NoError(t, err)
	assert.Contains(t, html, "<pre><code>ulimit -n 16384\nSUPPLPARAMS=&#34;--DefaultStackSize 131072 --closeStuckSockets&#34;\n</code></pre>")
}

func TestMistakesNameTheirLine(t *testing.T) {
	for markdown, want := range map[string]string{
		"\n::config /etc/sysctl.conf\n":         `linux.md:2: ::config needs a path and a system, has "/etc/sysctl.conf"`,
		"::config /etc/motd linux\n":            "linux.md:1: ::config cannot make /etc/motd",
		"::config /etc/sysctl.conf minix\n":     "linux.md:1: ::config finds no rule for /etc/sysctl.conf on minix",
		"Text\n::config /opt/Startup.sh minix ": "linux.md:2: ::config finds no rule for /opt/Startup.sh on minix",
	} {
		_, err := convert(markdown)
		assert.EqualError(t, err, want)
	}
}
