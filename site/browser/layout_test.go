package browser

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/chromedp"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// No page is wider than the window, from a telephone to a wide screen.
func TestNothingOverflows(t *testing.T) {
	b := open(t)
	dist := site(t)
	place := "file://" + dist + "/"
	pages, err := filepath.Glob(filepath.Join(dist, "*.html"))
	require.NoError(t, err)
	guide, err := filepath.Glob(filepath.Join(dist, "guide", "*.html"))
	require.NoError(t, err)
	for _, name := range append(pages, guide...) {
		b.do(chromedp.Navigate("file://" + name))
		for _, width := range []int64{320, 360, 700, 1280, 1920} {
			b.do(chromedp.EmulateViewport(width, 800))
			b.until(fmt.Sprint("innerWidth === ", width))
			b.fits(name, width)
		}
	}
	for _, width := range []int64{360, 1280} {
		b.do(chromedp.EmulateViewport(width, 800), chromedp.Navigate(place+"index.html"))
		text, err := os.ReadFile("testdata/session.txt")
		require.NoError(t, err)
		b.pasteText(string(text))
		b.click("#check")
		b.state("done")
		b.fits("report", width)
		b.click("#clear")
		b.state("ready")
	}
	b.quiet(place)
}

func (b *tab) fits(name string, width int64) {
	b.Helper()
	assert.LessOrEqual(b, eval[int64](b, `document.documentElement.scrollWidth`), width, "%s at %d px", name, width)
}

// layoutShifts adds up in moved, from a page's beginning, how much of the window
// moved how far, by itself: the measure that is called CLS.
const layoutShifts = `globalThis.moved = 0;
new PerformanceObserver((list) => list.getEntries().forEach(({ value }) => (moved += value))).observe({ type: "layout-shift", buffered: true });`

// Next to nothing moves under the reader's eyes when a page's script comes late.
func TestNothingMovesWhileLoading(t *testing.T) {
	files := http.FileServer(http.Dir(site(t)))
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if strings.HasSuffix(r.URL.Path, ".js") && !strings.HasPrefix(r.URL.Path, "/assets/theme.") {
			time.Sleep(300 * time.Millisecond)
		}
		files.ServeHTTP(w, r)
	}))
	t.Cleanup(server.Close)
	b := open(t)
	b.onNewPage(layoutShifts)
	for _, width := range []int64{360, 1280} {
		for _, page := range []string{"index.html", "planner.html", "rules.html", "guide/privacy.html", "guide/linux.html"} {
			b.do(chromedp.EmulateViewport(width, 800), chromedp.Navigate(server.URL+"/"+page))
			b.until(`document.readyState === "complete" && !document.getElementById("theme").hidden`)
			time.Sleep(200 * time.Millisecond) // until it is drawn
			assert.Less(t, eval[float64](b, `moved`), 0.02, "%s at %d px", page, width)
		}
	}
}

// The theme follows the button, and stays when the page is loaded again.
func TestTheme(t *testing.T) {
	b := open(t)
	place := "file://" + site(t) + "/"
	b.do(chromedp.Navigate(place + "guide/linux.html"))
	grounds := map[string]bool{}
	for _, want := range []string{"light", "dark"} {
		b.click("#theme")
		b.do(chromedp.Reload())
		assert.Equal(t, want, eval[string](b, `document.documentElement.dataset.theme`))
		grounds[eval[string](b, `getComputedStyle(document.documentElement).backgroundColor`)] = true
	}
	assert.Len(t, grounds, 2)
	b.click("#theme")
	b.until(`document.documentElement.dataset.theme === undefined`)
	b.quiet(place)
}

// On a narrow screen the list of pages opens from the bar.
func TestMenuOnANarrowScreen(t *testing.T) {
	b := open(t)
	place := "file://" + site(t) + "/"
	b.do(chromedp.EmulateViewport(360, 800), chromedp.Navigate(place+"guide/linux.html"))
	visible := `document.querySelector("#nav a").checkVisibility()`
	assert.False(t, eval[bool](b, visible))
	b.click(".menu")
	b.until(visible)
	b.quiet(place)
}

// Code blocks can be copied.
func TestCopyButton(t *testing.T) {
	b := open(t)
	place := "file://" + site(t) + "/"
	b.do(chromedp.Navigate(place + "guide/linux.html"))
	b.until(`!!document.querySelector("article .copied button")`)
	eval[bool](b, `(navigator.clipboard.writeText = async (text) => { globalThis.copied = text; }, true)`)
	b.click("article .copied button")
	b.until(`!!globalThis.copied`)
	assert.Equal(t, b.text("article .copied pre"), eval[string](b, `copied`))
	b.quiet(place)
}

// A formula with its working is a line that can be read, not a column of words.
func TestFormulasAreReadable(t *testing.T) {
	b := open(t)
	b.do(chromedp.Navigate("file://" + site(t) + "/planner.html#version=0.1&pop-users=20000"))
	b.state("done")
	b.until(`!!document.querySelector("#report .formula dd")`)
	narrowest := eval[float64](b, `Math.min(...[...document.querySelectorAll("#report .formula dd")].map((dd) => dd.getBoundingClientRect().width))`)
	assert.Greater(t, narrowest, 160.0)
}
