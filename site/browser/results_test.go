package browser

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// showsSample opens the advisor with axe at hand, and has it check a sample. It
// gives the site's address, too.
func showsSample(t *testing.T, sample string) (b *tab, place string) {
	source, err := os.ReadFile(tool(t, "axe-core/axe.min.js"))
	require.NoError(t, err)
	b, place = open(t), "file://"+site(t)+"/"
	b.onNewPage(string(source))
	b.do(chromedp.Navigate(place + "index.html"))
	b.state("ready")
	eval[bool](b, `((s) => (s.value = "`+sample+`", s.dispatchEvent(new Event("change"))))(document.getElementById("sample"))`)
	b.state("done")
	return b, place
}

// Nobody is shut out of results either: those of a host with a plan, everything
// unfolded; a wrong figure; a plan with all its pictures.
func TestNoResultShutsAnybodyOut(t *testing.T) {
	b, place := showsSample(t, "stock")
	b.do(chromedp.SendKeys(chromedp.ID("plan-connections"), "20000"))
	b.until(`document.querySelector("#capacity .goal") !== null`)
	b.bearable("report")
	b.do(chromedp.SendKeys(chromedp.ID("plan-threads"), "many"))
	b.state("failed")
	b.bearable("failed")

	b.do(chromedp.Navigate(place + "planner.html"))
	eval[bool](b, `((s) => (s.selectedIndex = 2, s.dispatchEvent(new Event("change"))))(document.getElementById("preset"))`)
	b.until(`document.querySelectorAll("#capacity .chart").length === 3 && document.documentElement.dataset.advisor === "done"`)
	b.bearable("planner")
	b.quiet(place)
}

// Nor are others: those of a server that is well set, beside the history; text
// that is no dump; a long dump with a very long line.
func TestNoOtherResultShutsAnybodyOut(t *testing.T) {
	b, place := showsSample(t, "tuned")
	assert.False(t, eval[bool](b, `!!document.querySelector('#report [data-verdict="fix"]')`))
	eval[bool](b, `(document.getElementById("history").open = true)`)
	b.bearable("all in order, with the history open")
	b.click("#clear")
	b.state("ready")
	b.pasteText("The sea is calm tonight.\n")
	b.click("#check")
	b.state("done")
	b.bearable("text that is no dump")
	b.openFile(file(t, "long.txt", strings.Repeat("kernel.noise = 1\n", 100_000)+strings.Repeat("x", 60_000)+"\nfs.file-max = 65536\n"))
	b.until(`document.getElementById("dump").readOnly && document.documentElement.dataset.advisor === "done"`)
	b.bearable("a long dump")
	b.quiet(place)
}

// bearable asserts that axe has nothing to say about what is on screen, in both
// themes at both widths, and that nothing is wider than the window.
func (b *tab) bearable(what string) {
	b.Helper()
	eval[bool](b, `(document.querySelectorAll("#results details").forEach((d) => (d.open = true)), true)`)
	assert.Empty(b, eval[[]string](b, `[...document.querySelectorAll("[id]")].map((e) => e.id).filter((id, i, all) => all.indexOf(id) !== i)`), "%s: ids that stand twice", what)
	for _, width := range []int64{360, 1280} {
		b.do(chromedp.EmulateViewport(width, 900))
		eval[bool](b, `(scrollTo(0, 0), true)`) // what the bar at the top covers would count as small
		b.scheme("light")
		assert.Empty(b, eval[[]string](b, fmt.Sprintf(axe, wcag)), "%s at %d px, light", what, width)
		b.fits(what, width)
		b.scheme("dark")
		assert.Empty(b, eval[[]string](b, fmt.Sprintf(axe, contrast)), "%s at %d px, dark", what, width)
	}
}
