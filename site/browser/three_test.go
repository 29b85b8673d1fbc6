package browser

import (
	"encoding/json"
	"testing"
	"time"

	"github.com/chromedp/chromedp"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// A window is a page of a browser, of whatever make.
type window interface {
	testing.TB
	visit(address string)
	// evaluate returns the value of a JavaScript expression.
	evaluate(expression string) (json.RawMessage, error)
	// holds reports whether an expression is true, false where the page does not
	// answer soon: one that is just being left may never do.
	holds(expression string) bool
	click(selector string)
	copy(expression string)       // the text that a JavaScript expression gives, to the clipboard
	paste()                       // the clipboard, into the box
	upload(selector, path string) // a file, in an input of files
	faults() []string             // errors, warnings and violations of the policy since last asked
}

// value is that of a JavaScript expression.
func value[T any](w window, expression string) T {
	w.Helper()
	raw, err := w.evaluate(expression)
	require.NoError(w, err, expression)
	var v T
	require.NoError(w, json.Unmarshal(raw, &v), expression)
	return v
}

// copyText puts text on the clipboard.
func copyText(w window, text string) {
	w.Helper()
	quoted, err := json.Marshal(text)
	require.NoError(w, err)
	w.copy(string(quoted))
}

// await waits until an expression is true, over changes of the page.
func await(w window, expression string) {
	w.Helper()
	limit := time.Now().Add(time.Minute)
	for !w.holds(expression) {
		if time.Now().After(limit) {
			where, err := w.evaluate(`location.href + " " + document.documentElement.dataset.advisor + " " + document.getElementById("status")?.textContent`)
			require.FailNow(w, "waited in vain", "%s; at %s %v; %v", expression, where, err, w.faults())
		}
		time.Sleep(20 * time.Millisecond)
	}
}

func (b *tab) visit(address string) {
	b.Helper()
	b.do(chromedp.Navigate(address))
}

func (b *tab) evaluate(expression string) (json.RawMessage, error) {
	return chromedp.Run(b.ctx, chromedp.Evaluate[json.RawMessage]("("+expression+") ?? null"))
}

func (b *tab) upload(selector, path string) {
	b.Helper()
	b.do(chromedp.SetUploadFiles(chromedp.CSS(selector), []string{path}))
}

func (b *tab) faults() []string {
	b.mu.Lock()
	defer b.mu.Unlock()
	troubles := b.troubles
	b.troubles = nil
	return troubles
}

// In each browser, over http, from a folder and as the single file, a new user
// comes from a paste to the guide and back, and nothing goes wrong.
func TestThreeBrowsers(t *testing.T) {
	for name, open := range browsers {
		t.Run(name, func(t *testing.T) {
			w := open(t)
			for _, f := range forms(t, name) {
				journey(w, f)
			}
		})
	}
}

// browsers open a window of each.
var browsers = map[string]func(testing.TB) window{
	"Chromium": func(t testing.TB) window {
		b := open(t)
		b.do(chromedp.EmulateViewport(1280, 900))
		return b
	},
	"Firefox": func(t testing.TB) window { return firefox(t) },
	"WebKit":  func(t testing.TB) window { return webkit(t) },
}

// A form is a way to open the site.
type form struct {
	place string
	index string // of the advisor, below place
	page  string // before the address of a page
	mark  string // between it and an anchor
}

// forms are the ways to open the site in a browser: from a server and from a
// folder, as pages and as the single file.
func forms(t testing.TB, browser string) []form {
	t.Helper()
	dist := site(t)
	if browser == "WebKit" {
		var err error
		dist, err = listenedTo()
		require.NoError(t, err)
	}
	var all []form
	for _, place := range []string{serveFolder(t, dist), "file://" + dist + "/"} {
		all = append(all, form{place, "index.html", "", "#"}, form{place + "headroom.html", "", "#", "/"})
	}
	return all
}

// journey goes from paste to answer, to the rule's card in the guide, on to
// another page, to a plan and back with it, and to an empty box.
func journey(w window, f form) {
	w.Helper()
	const rule = "linux.net.core.rmem_max"
	click := func(link string) { value[any](w, `setTimeout(() => document.querySelector('`+link+`').click())`) }
	turn := func(page string) {
		click(`nav a[href$="` + page + `"]`)
		await(w, `document.readyState === "complete" && !!document.querySelector('nav a[href$="`+page+`"][aria-current="page"]')`)
	}
	at := func(address string) { await(w, `location.href === "`+f.place+f.page+address+`"`) }
	state := func(state string) { await(w, `document.documentElement.dataset.advisor === "`+state+`"`) }
	fine := func(where string) { assert.Empty(w, w.faults(), "%s: %s", f.place, where) }

	w.visit(f.place + f.index)
	state("ready")
	copyText(w, dump(w))
	w.paste()
	w.click("#check")
	state("done")
	verdict := value[string](w, `document.querySelector('#report [data-rule="`+rule+`"]').dataset.verdict`)
	fine("check")

	click(`#report [data-rule="` + rule + `"] a[href*="guide/linux.html"]`)
	at("guide/linux.html" + f.mark + rule)
	card := `document.querySelector('.rule-card[data-rule="` + rule + `"]')`
	known := card + `.dataset.verdict === "` + verdict + `"`
	await(w, known)
	await(w, `(({ top, bottom }) => bottom > 0 && top < innerHeight)(`+card+`.getBoundingClientRect())`)
	await(w, card+`.matches(":target, :has(:target)")`)
	fine("card")
	turn("system-tuning.html")
	fine("guide")
	value[any](w, `setTimeout(() => history.back())`)
	at("guide/linux.html" + f.mark + rule)
	await(w, known)

	turn("planner.html")
	state("done")
	value[any](w, `((field) => (field.value = "12000", field.dispatchEvent(new Event("input", { bubbles: true }))))(document.getElementById("plan-connections"))`)
	await(w, `document.getElementById("report").textContent.includes("12,000")`)
	fine("planner")
	click("#check-with")
	await(w, `document.getElementById("plan-connections")?.value === "12000" && document.getElementById("dump")?.value.length > 1000`)
	state("done")
	assert.Equal(w, dump(w), value[string](w, `document.getElementById("dump").value`))
	fine("back")

	click("#clear")
	state("ready")
	turn("guide/linux.html")
	await(w, `document.querySelectorAll(".rule-card").length > 10`)
	assert.Equal(w, 0, value[int](w, `document.querySelectorAll(".rule-card[data-verdict]").length`))
	fine("clear")
}
