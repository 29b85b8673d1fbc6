package browser

import (
	"encoding/json"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// The report can be saved: as a page that stands alone, and whole as JSON. Where
// the browser does not let the page copy, what would be copied is saved.
func TestReportIsTakenAlong(t *testing.T) {
	b := open(t)
	place := "file://" + site(t) + "/"
	b.do(chromedp.Navigate(place + "index.html"))
	b.pasteText(dump(t))
	b.click("#check")
	b.state("done")
	eval[bool](b, `(() => {
		navigator.clipboard.writeText = () => Promise.reject(new Error("not allowed"));
		const make = URL.createObjectURL;
		URL.createObjectURL = (blob) => (blob.text().then((text) => (globalThis.saved = text)), make(blob));
		return true;
	})()`)
	saved := func(format string) string {
		eval[bool](b, `(globalThis.saved = "", document.querySelector('#report [data-print="`+format+`"]').click(), true)`)
		b.until(`globalThis.saved !== ""`)
		return eval[string](b, `saved`)
	}
	assert.Contains(t, saved("markdown"), "## ")
	assert.Contains(t, b.text("#report .handed-on"), "saved as headroom.md")
	assert.Contains(t, saved("html"), "<!DOCTYPE html>")
	var report struct {
		Schema   string
		Settings []any
	}
	require.NoError(t, json.Unmarshal([]byte(saved("json")), &report))
	assert.Equal(t, "headroom/1", report.Schema)
	assert.NotEmpty(t, report.Settings)
	b.quiet(place)
}

// A page that was saved looks like a report, with no script and at any width.
func TestSavedReportStandsAlone(t *testing.T) {
	server, err := buildServer()
	require.NoError(t, err)
	page, err := printed(server, "check", "-format", "html", "site/browser/testdata/session.txt")
	require.NoError(t, err)
	b := open(t)
	path := file(t, "report.html", page)
	for _, width := range []int64{360, 1280} {
		b.do(chromedp.EmulateViewport(width, 800), chromedp.Navigate("file://"+path))
		b.fits("saved report", width)
		assert.True(t, eval[bool](b, `document.styleSheets.length === 1 && document.scripts.length === 0`))
		assert.NotEmpty(t, b.text(".answer"))
		assert.Greater(t, eval[int](b, `document.querySelectorAll(".dump-view .line").length`), 10)
	}
	b.quiet("file://" + path)
}
