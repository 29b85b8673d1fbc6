package browser

import (
	"os"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// owned is a Startup.sh with lines that are the reader's own.
const owned = `Linux mail 6.1.0-18-amd64 #1 SMP x86_64 GNU/Linux
fs.file-max = 65536
==> /var/CommuniGate/Startup.sh <==
# ours
export SECRET_PATH=/opt/secret
SUPPLPARAMS="--ClusterBackend --DefaultStackSize 65536"
ulimit -n 1024
`

// After a check every page knows the server: cards, links to them, the sidebar,
// the files, the index of rules and the page for paper; over pages and reload,
// until it is cleared. Nothing of the text is kept but known names and values.
func TestGuideKnowsTheServer(t *testing.T) {
	for name, place := range places(t) {
		t.Run(name, func(t *testing.T) {
			b := open(t)
			b.do(chromedp.Navigate(place + "index.html"))
			b.pasteText(owned)
			b.click("#check")
			b.state("done")

			b.do(chromedp.Navigate(place + "guide/linux.html"))
			b.until(`document.querySelector('[data-rule="linux.fs.file-max"]').dataset.verdict === "fix"`)
			assert.Regexp(t, `^\d+ fix$`, b.text(`.sidebar a[data-os="linux"] .todo`))
			assert.False(t, eval[bool](b, `!!document.querySelector('.sidebar a[data-os="solaris"] .todo')`))
			const file = `figure[data-rules~="linux.ulimit.nofile"] .yours`
			assert.Contains(t, b.text(file), "/var/CommuniGate/Startup.sh")
			assert.Contains(t, b.text(file+" mark"), "--DefaultStackSize 131072")
			assert.Equal(t, "1024", eval[string](b, `[...document.querySelectorAll('`+file+` mark')].at(-1).dataset.was`))
			kept := eval[string](b, `JSON.stringify(Object.entries(sessionStorage).filter(([key]) => key !== "headroom.text"))`)
			for _, own := range []string{"SECRET", "ClusterBackend", "ours"} {
				assert.NotContains(t, kept, own)
				assert.NotContains(t, b.text("article"), own)
			}

			b.do(chromedp.Navigate(place + "guide/errata.html"))
			b.until(`!!document.querySelector('a[href$="#linux.fs.file-max"] + .sign[data-verdict="fix"]')`)
			b.do(chromedp.Navigate(place + "print.html"))
			b.until(`document.querySelector('.rule-card[data-rule="linux.fs.file-max"]').dataset.verdict === "fix"`)
			b.do(chromedp.Navigate(place + "rules.html"))
			b.until(`document.querySelector('tr[data-rule="linux.fs.file-max"]').dataset.verdict === "fix"`)
			b.do(chromedp.Reload())
			b.until(`document.querySelector('tr[data-rule="linux.fs.file-max"]')?.dataset.verdict === "fix"`)

			b.click("#checked button")
			b.until(`!document.querySelector(".found-out, [data-verdict]")`)
			b.do(chromedp.Navigate(place + "guide/linux.html"))
			b.until(`!document.getElementById("find").hidden`)
			assert.False(t, eval[bool](b, `!!document.querySelector(".found-out, [data-verdict]")`))
			b.quiet(place)
		})
	}
}

// A server that is well set has nothing to change in the files of the guide.
func TestGuideKnowsATunedServer(t *testing.T) {
	b := open(t)
	place := "file://" + site(t) + "/"
	text, err := os.ReadFile("../sample/tuned.txt")
	require.NoError(t, err)
	b.do(chromedp.Navigate(place + "index.html"))
	b.pasteText(string(text))
	b.click("#check")
	b.state("done")
	b.do(chromedp.Navigate(place + "guide/linux.html"))
	b.until(`!!document.querySelector('.sidebar a[data-os="linux"] .todo')`)
	assert.Equal(t, "nothing to fix", b.text(`.sidebar a[data-os="linux"] .todo`))
	assert.Contains(t, b.text(`figure[data-rules~="linux.fs.file-max"] .yours`), "Nothing to change")
	b.quiet(place)
}

// The index of rules is narrowed by system, kind and text, and by verdict once
// there is one.
func TestFiltersOfTheRules(t *testing.T) {
	b := open(t)
	place := "file://" + site(t) + "/"
	b.do(chromedp.Navigate(place + "rules.html"))
	b.until(`!document.getElementById("filter").hidden`)
	all := b.shown()
	assert.Greater(t, all, 100)
	assert.True(t, eval[bool](b, `document.querySelector("[name=verdict]").closest("label").hidden`))
	b.choose("system", "solaris")
	assert.True(t, eval[bool](b, `[...document.querySelectorAll("tr[data-rule]:not([hidden])")].every((row) => row.dataset.rule.startsWith("solaris."))`))
	solaris := b.shown()
	assert.Less(t, solaris, all)
	b.choose("kind", "beyond")
	assert.Less(t, b.shown(), solaris)
	b.choose("system", "")
	b.choose("kind", "")
	b.choose("text", "SOMAXCONN linux")
	assert.Equal(t, 1, b.shown())
	assert.Equal(t, "1 rule", b.text("#shown"))

	b.do(chromedp.Navigate(place + "index.html"))
	b.pasteText(owned)
	b.click("#check")
	b.state("done")
	b.do(chromedp.Navigate(place + "rules.html"))
	b.until(`!document.querySelector("[name=verdict]").closest("label").hidden`)
	b.choose("verdict", "fix")
	assert.Equal(t, eval[int](b, `document.querySelectorAll('tr[data-verdict="fix"]').length`), b.shown())
	b.quiet(place)
}

func (b *tab) choose(field, value string) {
	b.Helper()
	eval[bool](b, `((f) => (f.value = "`+value+`", f.dispatchEvent(new Event("input", { bubbles: true }))))(document.querySelector("#filter [name=`+field+`]"))`)
}

func (b *tab) shown() int {
	b.Helper()
	return eval[int](b, `[...document.querySelectorAll("tr[data-rule]")].filter((row) => row.checkVisibility()).length`)
}
