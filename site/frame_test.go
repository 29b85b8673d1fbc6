package site_test

import (
	"crypto/sha256"
	"encoding/base64"
	htmlescape "html"
	"path"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"headroom/site"
)

// The page for missing addresses allows its own style and script, and nothing
// else.
func TestMissingPageAllowsWhatItHolds(t *testing.T) {
	page := built(t, pages())["404.html"]
	policy := htmlescape.UnescapeString(page[:strings.Index(page, "<title>")])
	for _, tag := range []string{"style", "script"} {
		_, rest, found := strings.Cut(page, "<"+tag+">")
		require.True(t, found, tag)
		text, _, _ := strings.Cut(rest, "</"+tag+">")
		sum := sha256.Sum256([]byte(text))
		assert.Contains(t, policy, tag+"-src 'sha256-"+base64.StdEncoding.EncodeToString(sum[:])+"';", tag)
	}
	assert.NotRegexp(t, `(src|href)="[^"]*assets/`, page)
}

// With its address known, a site has a map, and its pages say where they stand.
func TestAddressOfTheSite(t *testing.T) {
	program := site.Program{Wasm: []byte("\x00asm"), Exec: []byte("globalThis.Go = class {};")}
	files, err := site.Build(site.Input{Content: pages(), Rules: rules, Program: program, URL: "https://headroom.example/docs/"})
	require.NoError(t, err)
	assert.Contains(t, string(files["sitemap.xml"]), "<loc>https://headroom.example/docs/guide/linux.html</loc>")
	assert.NotContains(t, string(files["sitemap.xml"]), "404")
	assert.Contains(t, string(files["guide/linux.html"]), `<link rel="canonical" href="https://headroom.example/docs/guide/linux.html">`)
	assert.Contains(t, string(files["404.html"]), `href="https://headroom.example/docs/index.html"`)

	unknown := built(t, pages())
	assert.NotContains(t, unknown, "sitemap.xml")
	assert.NotContains(t, unknown["guide/linux.html"], "canonical")
}

func TestWholeGuideOnOnePage(t *testing.T) {
	page := built(t, pages())["print.html"]
	for _, part := range []string{
		`<article id="linux">`, `<h2 id="linux.linux">Linux</h2>`, `<h3 id="linux.look">Look first</h3>`,
		`<section class="rule-card" id="linux.linux.fs.file-max" data-rule="linux.fs.file-max">`,
		`<a href="#linux.linux.fs.file-max">the limit</a>`, `<a href="#privacy.why">above</a>`, `<a href="rules.html">the rules</a>`,
	} {
		assert.Contains(t, page, part)
	}
}

var targets = regexp.MustCompile(` (?:href|src|data-index)="([^"]*)"`)

// Every link of every page, in its text or around it, leads to a file and an
// anchor of the site.
func TestEveryLinkOfEveryPageResolves(t *testing.T) {
	t.Run("small", func(t *testing.T) { resolves(t, built(t, pages())) })
	t.Run("published", func(t *testing.T) { resolves(t, published(t)) })
}

func resolves(t *testing.T, files map[string]string) {
	t.Helper()
	for name, page := range files {
		if !strings.HasSuffix(name, ".html") || name == "404.html" {
			continue
		}
		for _, found := range targets.FindAllStringSubmatch(page, -1) {
			target := htmlescape.UnescapeString(found[1])
			if strings.Contains(target, ":") {
				continue
			}
			file, anchor, _ := strings.Cut(target, "#")
			if file = path.Join(path.Dir(name), file); target[0] == '#' {
				file = name
			}
			_, there := files[file]
			require.True(t, there, "%s: %s", name, target)
			require.True(t, anchor == "" || strings.Contains(files[file], ` id="`+anchor+`"`), "%s: %s", name, target)
		}
	}
}
