package browser

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// tool returns the path of a file of the packages in package.json.
func tool(t testing.TB, name string) string {
	t.Helper()
	path := filepath.Join("node_modules", name)
	_, err := os.Stat(path)
	require.NoError(t, err, "the packages that look at pages are missing: npm ci in site/browser, or make test, installs them")
	return path
}

// pages are the HTML files of the built site.
func htmlFiles(t testing.TB) []string {
	t.Helper()
	var names []string
	err := fs.WalkDir(os.DirFS(site(t)), ".", func(name string, _ fs.DirEntry, err error) error {
		if strings.HasSuffix(name, ".html") {
			names = append(names, name)
		}
		return err
	})
	require.NoError(t, err)
	return names
}

// axe runs the rules of WCAG 2.2 A and AA, or only those named, and returns what
// they find, one line an element.
const axe = `axe.run(document, { preload: false, resultTypes: ["violations"], runOnly: %s }).then(({ violations }) =>
	violations.flatMap(({ id, nodes }) => nodes.map((node) => id + ": " + node.target.join(" ") + ": " + node.html.slice(0, 120))))`

const (
	wcag     = `{ type: "tag", values: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] }`
	contrast = `{ type: "rule", values: ["color-contrast"] }`
)

// No page has a violation of WCAG 2.2 A or AA, in light and dark, on a narrow
// and a wide screen. What a theme changes is colour.
func TestNoPageShutsAnybodyOut(t *testing.T) {
	source, err := os.ReadFile(tool(t, "axe-core/axe.min.js"))
	require.NoError(t, err)
	place := "file://" + site(t) + "/"
	names := htmlFiles(t)
	for _, width := range []int64{360, 1280} {
		t.Run(fmt.Sprint(width), func(t *testing.T) {
			t.Parallel()
			b := open(t)
			b.onNewPage(string(source))
			b.do(chromedp.EmulateViewport(width, 900))
			for _, name := range names {
				b.scheme("light")
				b.do(chromedp.Navigate(place + name))
				b.drawn()
				assert.Empty(t, eval[[]string](b, fmt.Sprintf(axe, wcag)), "%s, light", name)
				b.scheme("dark")
				assert.Empty(t, eval[[]string](b, fmt.Sprintf(axe, contrast)), "%s, dark", name)
			}
			b.quiet(place)
		})
	}
}

// drawn waits until the page has been drawn, and what looks at the drawing was asked.
func (b *tab) drawn() {
	b.Helper()
	eval[bool](b, `new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve(true))))`)
}

// Nor do the pages that show what a check found.
func TestNoFindingShutsAnybodyOut(t *testing.T) {
	source, err := os.ReadFile(tool(t, "axe-core/axe.min.js"))
	require.NoError(t, err)
	place := "file://" + site(t) + "/"
	b := open(t)
	b.onNewPage(string(source))
	b.do(chromedp.Navigate(place + "index.html"))
	b.pasteText(owned)
	b.click("#check")
	b.state("done")
	for _, width := range []int64{360, 1280} {
		b.do(chromedp.EmulateViewport(width, 900))
		for _, name := range []string{"guide/linux.html", "guide/errata.html", "rules.html"} {
			b.scheme("light")
			b.do(chromedp.Navigate(place + name))
			b.until(`!!document.querySelector("main .found-out")`)
			b.drawn()
			assert.Empty(t, eval[[]string](b, fmt.Sprintf(axe, wcag)), "%s at %d, light", name, width)
			b.scheme("dark")
			assert.Empty(t, eval[[]string](b, fmt.Sprintf(axe, contrast)), "%s at %d, dark", name, width)
			b.fits(name, width)
		}
	}
	b.quiet(place)
}

// scheme is the theme of the system: light or dark.
func (b *tab) scheme(name string) {
	b.Helper()
	feature := &emulation.MediaFeature{Name: "prefers-color-scheme", Value: name}
	_, err := chromedp.Call(b.ctx, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Features: []*emulation.MediaFeature{feature}})
	require.NoError(b, err)
}

// The validator of HTML has nothing to say about any page.
func TestPagesAreValid(t *testing.T) {
	validator, err := filepath.Abs(tool(t, "html-validate/bin/html-validate.mjs"))
	require.NoError(t, err)
	config, err := filepath.Abs("htmlvalidate.json")
	require.NoError(t, err)
	args := []string{validator, "--config", config}
	for _, name := range htmlFiles(t) {
		args = append(args, filepath.Join(site(t), name))
	}
	assert.NoError(t, command("node", args...))
}
