package browser

import (
	"testing"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// A server shows the page for missing addresses at any of them, and it looks
// like the others and leads back, wherever it stands.
func TestMissingPageStylesItself(t *testing.T) {
	place := serve(t)
	for _, address := range []string{"nowhere.html", "guide/nowhere.html", "guide/deep/er/nowhere"} {
		b := open(t)
		b.do(chromedp.Navigate(place + "guide/privacy.html"))
		ground := eval[string](b, `getComputedStyle(document.body).fontFamily`)
		_, err := chromedp.Run(b.ctx, chromedp.NavigateResponse(place+address))
		require.NoError(t, err)
		assert.Equal(t, ground, eval[string](b, `getComputedStyle(document.body).fontFamily`), address)
		assert.Equal(t, place+"index.html", eval[string](b, `document.querySelector("main a").href`), address)
		assert.Equal(t, "No such page", b.text("h1"))
	}
}

// The page for paper holds the whole guide, its links lead within it, and no
// frame of the site is printed.
func TestPrintPage(t *testing.T) {
	b := open(t)
	place := "file://" + site(t) + "/"
	b.do(chromedp.Navigate(place + "print.html"))
	assert.Greater(t, eval[int](b, `document.querySelectorAll("article[id]").length`), 15)
	assert.Empty(t, eval[[]string](b, `[...document.querySelectorAll('article a[href^="#"]')].map((a) => a.hash.slice(1)).filter((id) => !document.getElementById(id))`))
	_, err := chromedp.Call(b.ctx, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Media: "print"})
	require.NoError(t, err)
	for _, frame := range []string{".bar", ".sidebar", ".foot", ".copied button"} {
		assert.False(t, eval[bool](b, `document.querySelector("`+frame+`")?.checkVisibility() ?? false`), frame)
	}
	paper, err := chromedp.Call(b.ctx, page.PrintToPDF, page.PrintToPDFParams{})
	require.NoError(t, err)
	assert.NotEmpty(t, paper)
	b.quiet(place)
}

// Each heading and each card offers its address, and the table of contents
// marks what is being read.
func TestHeadingsOfferTheirAddress(t *testing.T) {
	for name, place := range map[string]string{"page": "file://" + site(t) + "/guide/linux.html", "single": "file://" + site(t) + "/headroom.html#guide/linux.html"} {
		t.Run(name, func(t *testing.T) {
			b := open(t)
			b.do(chromedp.EmulateViewport(1280, 800), chromedp.Navigate(place))
			b.until(`!!document.querySelector("article h2 > .anchor")`)
			for _, heading := range []string{`[id$="threads"] > .anchor`, `.rule-card[data-rule="linux.kernel.pid_max"] > h3 > .anchor`} {
				eval[bool](b, `(document.querySelector('`+heading+`').click(), true)`)
				target := eval[string](b, `document.getElementById(location.hash.slice(1))?.tagName ?? ""`)
				assert.NotEmpty(t, target, heading)
				b.until(`document.querySelector(".toc [aria-current]")?.textContent === "Threads"`)
			}
		})
	}
}

// What is wider than its place can be reached by keyboard, and what is not
// takes no step of it.
func TestKeyboardReachesWhatScrolls(t *testing.T) {
	b := open(t)
	place := "file://" + site(t) + "/guide/time-wait.html"
	reachable := `[...document.querySelectorAll(".scroll")].map((frame) => frame.tabIndex === 0)`
	b.do(chromedp.EmulateViewport(360, 800), chromedp.Navigate(place))
	b.until(`!document.getElementById("find").hidden`)
	assert.Contains(t, eval[[]bool](b, reachable), true)
	b.do(chromedp.EmulateViewport(1280, 800), chromedp.Reload())
	b.until(`!document.getElementById("find").hidden`)
	assert.NotContains(t, eval[[]bool](b, reachable), true)
}

// Without scripts the guide is whole: pages, links, the list of pages on a
// narrow screen, and no button that would do nothing.
func TestGuideWithoutScripts(t *testing.T) {
	b := open(t)
	place := "file://" + site(t) + "/"
	_, err := chromedp.Call(b.ctx, emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: true})
	require.NoError(t, err)
	b.do(chromedp.EmulateViewport(360, 800), chromedp.Navigate(place+"guide/linux.html"))
	for _, dead := range []string{"#find", "#theme"} {
		assert.False(t, eval[bool](b, `document.querySelector("`+dead+`").checkVisibility()`), dead)
	}
	b.click(".menu")
	b.until(`document.querySelector("#nav a").checkVisibility()`)
	b.click(`#nav a[href$="windows.html"]`)
	b.until(`document.title.startsWith("Windows")`)
	b.quiet(place)
}
