package site_test

import (
	"bytes"
	"compress/gzip"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"io"
	"math/rand/v2"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"headroom/advisor/rule"
	"headroom/site"
)

var rules = []rule.Rule{
	{
		ID: "linux.fs.file-max", OS: "linux", Setting: "fs.file-max", Unit: "open files", Direction: rule.AtLeast, Guide: "131072",
		Title: "Open files of the whole system", Why: "Every connection is an open file.", Means: rule.Sysctl, Kind: rule.Guide, Section: "Linux",
	},
	{
		ID: "linux.fs.nr_open", OS: "linux", Setting: "fs.nr_open", Direction: rule.AtLeast, Kind: rule.Beyond,
		Title: "Ceiling of the descriptor limit", Why: "No limit can be raised above it.",
	},
}

// pages is a small content that has nothing wrong with it.
func pages() fstest.MapFS {
	return content(map[string]string{
		"order.txt":      "Systems:\nguide/linux\nAbout:\nguide/privacy\n",
		"index.md":       "# Headroom\n\nWhat it does.\n\n## Who it is for {#for}\n\nSee [Linux](guide/linux.md#look).\n",
		"guide/linux.md": "# Linux\n\nThe first paragraph.\n\n## Look first {#look}\n\n::rule linux.fs.file-max\n\n::rule linux.fs.nr_open\n",
		"guide/privacy.md": "# Privacy\n\nNothing leaves. See [the limit](linux.md#linux.fs.file-max), [above](#why) and [the rules](../rules.md).\n\n" +
			"## Why\n\n```sh\nsysctl -a\n```\n",
	})
}

func content(files map[string]string) fstest.MapFS {
	m := fstest.MapFS{}
	for name, text := range files {
		m[name] = &fstest.MapFile{Data: []byte(text)}
	}
	return m
}

func build(c fstest.MapFS) (map[string][]byte, error) {
	program := site.Program{Wasm: []byte("\x00asm"), Exec: []byte("globalThis.Go = class {};")}
	return site.Build(site.Input{Content: c, Rules: rules, Program: program})
}

// built builds content that has nothing wrong with it.
func built(t *testing.T, c fstest.MapFS) map[string]string {
	t.Helper()
	files, err := build(c)
	require.NoError(t, err)
	text := map[string]string{}
	for name, b := range files {
		text[name] = string(b)
	}
	return text
}

func TestAddressesAreTheContract(t *testing.T) {
	files := built(t, pages())
	for _, name := range []string{"index.html", "rules.html", "print.html", "404.html", "guide/linux.html", "guide/privacy.html"} {
		assert.Contains(t, files, name)
	}
}

func TestPageHasItsParts(t *testing.T) {
	page := built(t, pages())["guide/linux.html"]
	assert.Contains(t, page, "<title>Linux · Headroom</title>")
	assert.Contains(t, page, `content="The first paragraph."`)
	assert.Contains(t, page, `<h2 id="look">Look first</h2>`)
	assert.Contains(t, page, `<a href="#look">Look first</a>`, "table of contents")
	assert.Contains(t, page, `<a class="next" rel="next" href="../guide/privacy.html">`)
	assert.NotContains(t, page, `rel="prev"`)
	assert.Contains(t, page, `<section class="rule-card" id="linux.fs.file-max" data-rule="linux.fs.file-max"`)
	assert.Contains(t, page, "at least 131072 open files")
	assert.Contains(t, page, "beyond the guide")
	assert.Contains(t, page, `<a class="skip" href="#main">`)
}

func TestLinksLeadToFiles(t *testing.T) {
	files := built(t, pages())
	assert.Contains(t, files["guide/privacy.html"], `href="linux.html#linux.fs.file-max"`)
	assert.Contains(t, files["guide/privacy.html"], `href="../rules.html"`)
	assert.Contains(t, files["index.html"], `href="guide/linux.html#look"`)
	assert.Contains(t, files["rules.html"], `href="guide/linux.html#linux.fs.nr_open"`)
}

func TestAdvisorHasItsHooks(t *testing.T) {
	page := built(t, pages())["index.html"]
	for _, hook := range []string{
		`data-advisor="idle"`, `<textarea id="dump"`, `id="files"`, `id="check"`, `id="clear"`, `<select id="sample"`, `<form id="plan"`,
		`name="connections"`, `name="threads"`, `name="new-per-second"`, `name="closes-per-second"`, `name="outgoing-per-second"`,
		`id="report"`, `id="dump-view"`, `aria-live="polite"`, "Nothing leaves this browser", "Who it is for",
	} {
		assert.Contains(t, page, hook)
	}
}

func TestPolicyForbidsConnections(t *testing.T) {
	for name, page := range built(t, pages()) {
		if !strings.HasSuffix(name, ".html") {
			continue
		}
		head := page[strings.Index(page, "<head>"):]
		require.True(t, strings.HasPrefix(head, "<head>\n<meta charset=\"utf-8\">\n<meta http-equiv=\"Content-Security-Policy\" content=\""),
			"%s: the policy stands first", name)
		policy := strings.SplitN(head, `"`, 7)[5]
		for _, directive := range []string{"default-src &#39;none&#39;", "connect-src &#39;none&#39;", "form-action &#39;none&#39;", "img-src data:;",
			"require-trusted-types-for &#39;script&#39;", "trusted-types headroom"} {
			assert.Contains(t, policy, directive, name)
		}
		assert.Equal(t, name == "index.html" || name == "planner.html", strings.Contains(policy, "wasm-unsafe-eval"), name)
		assert.NotContains(t, policy, "unsafe-inline", name)
	}
}

// What does not work from a folder, or under the policy, is in no page. The one
// for addresses that lead nowhere is shown by servers only.
func TestPagesWorkFromAFolder(t *testing.T) {
	for name, page := range built(t, pages()) {
		if !strings.HasSuffix(name, ".html") || name == "404.html" {
			continue
		}
		for _, unwanted := range []string{` style="`, `type="module"`, "integrity=", `href="/`, `src="/`, `/"`, "<script>", "javascript:"} {
			assert.False(t, strings.Contains(page, unwanted), "%s has %s", name, unwanted)
		}
	}
}

// The program comes in parts, none of them large, that are in order on the page
// and together what was packed.
func TestPayloadCarriesWorkerAndProgram(t *testing.T) {
	random := make([]byte, 500_000) // that does not get smaller
	rand.NewChaCha8([32]byte{}).Read(random)
	files, err := site.Build(site.Input{Content: pages(), Rules: rules, Program: site.Program{Wasm: random, Exec: []byte("globalThis.Go = class {};")}})
	require.NoError(t, err)
	_, after, _ := strings.Cut(string(files["index.html"]), `data-payload="`)
	list, _, _ := strings.Cut(after, `"`)
	var zipped []byte
	for i, name := range strings.Split(list, " ") {
		script := string(files[name])
		assert.Less(t, len(script), 300_000, name)
		object, ok := strings.CutPrefix(strings.TrimSuffix(script, ";\n"), fmt.Sprintf("globalThis.headroomPayload%d=", i))
		require.True(t, ok, name)
		var part struct{ Worker, Wasm string }
		require.NoError(t, json.Unmarshal([]byte(object), &part))
		assert.Equal(t, i == 0, strings.Contains(part.Worker, "DecompressionStream"), name)
		bytes, err := base64.StdEncoding.DecodeString(part.Wasm)
		require.NoError(t, err)
		zipped = append(zipped, bytes...)
	}
	r, err := gzip.NewReader(bytes.NewReader(zipped))
	require.NoError(t, err)
	program, err := io.ReadAll(r)
	require.NoError(t, err)
	assert.Equal(t, random, program)
}

func TestSameContentSameFiles(t *testing.T) {
	assert.Equal(t, built(t, pages()), built(t, pages()))
}

// A drawing stands in its page, and is no file of its own.
func TestDrawingsStandInThePage(t *testing.T) {
	c := pages()
	const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="480" height="300"/>`
	c["guide/chain.svg"] = &fstest.MapFile{Data: []byte(svg)}
	c["guide/privacy.md"].Data = []byte("# Privacy\n\n![The chain of limits](chain.svg)\n")
	files := built(t, c)
	source := "data:image/svg+xml;base64," + base64.StdEncoding.EncodeToString([]byte(svg))
	assert.Contains(t, files["guide/privacy.html"], `<img src="`+source+`" alt="The chain of limits" width="480" height="300">`)
	assert.NotContains(t, files, "guide/chain.svg")
}
