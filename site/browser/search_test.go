package browser

import (
	"strings"
	"testing"

	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/chromedp"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// codes are the key codes of the keys that journeys press.
var codes = map[string]int64{"Tab": 9, "Enter": 13, "Escape": 27, "ArrowLeft": 37, "ArrowUp": 38, "ArrowRight": 39, "ArrowDown": 40, "/": 191, "?": 191, "k": 75}

// press presses a key, with Ctrl where its name begins with it: "Ctrl+k".
func (b *tab) press(name string) {
	b.Helper()
	key, ctrl := strings.CutPrefix(name, "Ctrl+")
	text, modifiers := "", int64(0)
	switch {
	case ctrl:
		modifiers = 2
	case key == "Enter":
		text = "\r"
	case len(key) == 1:
		text = key
	}
	for _, kind := range []input.DispatchKeyEventType{input.DispatchKeyEventTypeKeyDown, input.DispatchKeyEventTypeKeyUp} {
		params := input.DispatchKeyEventParams{Type: kind, Key: key, Code: key, Text: text, Modifiers: modifiers, WindowsVirtualKeyCode: codes[key]}
		_, err := chromedp.Call(b.ctx, input.DispatchKeyEvent, params)
		require.NoError(b, err)
		text = ""
	}
}

// write types a text into what has the focus.
func (b *tab) write(text string) {
	b.Helper()
	_, err := chromedp.Call(b.ctx, input.InsertText, input.InsertTextParams{Text: text})
	require.NoError(b, err)
}

// found are the titles of the results of the search, once they are there.
func (b *tab) found(question string) []string {
	b.Helper()
	eval[bool](b, `(document.querySelector(".search input").value = "", document.querySelector(".search [role=status]").textContent = "", true)`)
	b.write(question)
	b.until(`document.querySelector(".search [role=status]").textContent !== ""`)
	return eval[[]string](b, `[...document.querySelectorAll(".search .found b")].map((b) => b.textContent)`)
}

// The search works from a server and from a folder, on every kind of page: a
// setting is found by its whole name and by its parts.
func TestSearch(t *testing.T) {
	for name, place := range places(t) {
		t.Run(name, func(t *testing.T) {
			b := open(t)
			b.do(chromedp.Navigate(place + "guide/privacy.html"))
			b.until(`!document.getElementById("find").hidden`)
			assert.False(t, eval[bool](b, `"headroomIndex" in globalThis`), "the index comes with the first search")
			b.press("/")
			b.until(`document.activeElement.matches(".search input")`)
			for question, want := range map[string]string{
				"somaxconn":          "net.core.somaxconn",
				"net.core.somaxconn": "net.core.somaxconn",
				"core.somaxconn":     "net.core.somaxconn",
				"SOMAX":              "net.core.somaxconn",
				"dynamicport":        "dynamicport.tcp",
				"accept queues":      "queue",
			} {
				found := b.found(question)
				require.NotEmpty(t, found, question)
				assert.Contains(t, strings.ToLower(strings.Join(found[:min(5, len(found))], "\n")), strings.ToLower(want), question)
			}
			assert.Empty(t, b.found("zymurgy"))
			assert.Contains(t, b.text(".search [role=status]"), "Nothing")

			b.found("somaxconn")
			assert.NotEmpty(t, b.text(".search .found small"), "a context")
			assert.Equal(t, "somaxconn", b.text(".search .found mark"))
			b.press("ArrowDown")
			b.press("ArrowDown")
			b.until(`document.activeElement === document.querySelectorAll(".search .found a")[1]`)
			b.press("ArrowUp")
			b.press("ArrowUp")
			b.until(`document.activeElement.matches(".search input")`)
			b.press("Enter")
			b.until(`!!document.querySelector(":target") && !document.querySelector("dialog[open]")`)
			assert.Contains(t, eval[string](b, `document.querySelector(":target").textContent`), "somaxconn")
			b.quiet(place)
		})
	}
}

// The keys of a page do what the list of keys says, leave fields alone, and can
// be switched off; focus goes back to where it was.
func TestKeys(t *testing.T) {
	b := open(t)
	place := "file://" + site(t) + "/"
	b.do(chromedp.Navigate(place + "guide/time-wait.html"))
	next := eval[string](b, `document.querySelector(".turn .next").href`)
	b.do(chromedp.Focus(chromedp.ID("theme")))
	b.press("?")
	b.until(`!!document.querySelector("dialog.help[open]")`)
	assert.Contains(t, b.text("dialog.help"), "search")
	b.press("Escape")
	b.until(`!document.querySelector("dialog[open]") && document.activeElement.id === "theme"`)

	b.press("Ctrl+k")
	b.until(`document.activeElement.matches(".search input")`)
	b.press("?")
	assert.Equal(t, "?", eval[string](b, `document.activeElement.value`))
	b.press("ArrowRight")
	b.press("Escape")
	b.until(`!document.querySelector("dialog[open]")`)
	assert.Contains(t, eval[string](b, `location.href`), "time-wait.html")

	b.press("?")
	b.click("dialog.help input")
	b.press("Escape")
	b.until(`!document.querySelector("dialog[open]")`)
	b.press("ArrowRight")
	b.press("/")
	assert.False(t, eval[bool](b, `!!document.querySelector("dialog[open]")`), "switched off")
	b.do(chromedp.Reload())
	eval[bool](b, `(localStorage.removeItem("headroom.keys"), true)`)

	b.press("ArrowRight")
	b.until(`location.href === "` + next + `" && !document.getElementById("find").hidden`)
	b.press("ArrowLeft")
	b.until(`location.href.includes("time-wait.html")`)
	b.quiet(place)
}
