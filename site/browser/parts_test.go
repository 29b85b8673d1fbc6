package browser

import (
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/stretchr/testify/assert"
)

// A customer mailed what is in force and, below it, the file that is to be: nothing
// in the text says which is which.
const undeclared = "Linux mx 6.1.0 #1 SMP x86_64 GNU/Linux\nfs.file-max = 65536\nMemTotal: 8164548 kB\nfs.file-max = 9223372036854775807\n"

// What a part really is can be said, and taken back, with the keyboard alone. It
// stands while the check is made anew, beside what is left out, and is forgotten
// with the text.
func TestWhatAPartReallyIs(t *testing.T) {
	const (
		says    = `document.querySelector('[data-rule="linux.fs.file-max"]').textContent`
		both    = says + `.includes("The dump shows other values too: 65536")`
		waits   = says + `.includes("Not applied yet")`
		chosen  = `document.querySelector('#parts select[data-from="4"]').value`
		focused = `document.activeElement.matches('#parts select[data-from="4"]')`
	)
	b, place := showsSample(t, "stock")
	b.click("#clear")
	b.state("ready")
	b.pasteText(undeclared)
	b.click("#check")
	b.until(both)

	eval[bool](b, `(document.querySelector("#parts summary").focus(), true)`)
	b.press("Enter")
	for range 12 {
		if b.press("Tab"); eval[bool](b, focused) {
			break
		}
	}
	assert.True(t, eval[bool](b, focused), "the choice is reached by Tab")
	b.press("ArrowDown")
	b.until(`document.querySelector(".told") !== null && ` + focused)
	b.press("ArrowDown")
	b.until(waits + ` && ` + focused)
	assert.Equal(t, "sysctl.conf", eval[string](b, chosen))
	assert.Contains(t, b.text("#report .told"), "line 4 as the file /etc/sysctl.conf")
	assert.Contains(t, b.text("#parts"), "you said: the file /etc/sysctl.conf")
	assert.True(t, eval[bool](b, `document.getElementById("parts").open`))
	b.bearable("a part that was said to be another")

	b.do(chromedp.SendKeys(chromedp.ID("plan-connections"), "200"))
	b.until(`document.querySelector("#capacity .goal") !== null`)
	assert.Equal(t, "sysctl.conf", eval[string](b, chosen), "a check with a plan")
	eval[bool](b, `(document.querySelector('#parts button[data-from="2"]').click(), true)`)
	b.until(`!document.querySelector('#parts [data-from="2"]')`)
	assert.Equal(t, "sysctl.conf", eval[string](b, chosen), "beside what is left out")
	eval[bool](b, `(document.querySelector("#left-out button").click(), true)`)
	b.until(`!!document.querySelector('#parts [data-from="2"]')`)
	assert.Equal(t, "sysctl.conf", eval[string](b, chosen), "what is left out is taken in")

	eval[bool](b, `(document.querySelector('#parts select[data-from="4"]').focus(), true)`)
	b.press("ArrowUp")
	b.until(chosen + ` === "sysctl-a" && ` + both + ` && ` + focused)
	b.press("ArrowUp")
	b.until(`!document.querySelector(".told") && ` + focused)
	assert.True(t, eval[bool](b, both))

	b.press("ArrowDown")
	b.until(`!!document.querySelector(".told")`)
	b.pasteText(undeclared)
	b.click("#check")
	b.until(`!document.querySelector(".told")`)
	b.quiet(place)
}

// What was said of a part lasts with the text: when the page is loaded again, and
// in the history.
func TestWhatWasSaidLasts(t *testing.T) {
	const (
		told = `document.querySelector(".told")?.textContent === "Read as you said: line 4 as the file /etc/sysctl.conf."`
		left = `document.getElementById("left-out").textContent.startsWith("1 line is left out")`
		rows = `document.querySelectorAll("#history-list li").length`
	)
	say := `((s) => (s.value = "sysctl.conf", s.dispatchEvent(new Event("change", { bubbles: true }))))(document.querySelector('#parts select[data-from="4"]'))`
	b, place := showsSample(t, "stock")
	b.click("#clear")
	b.state("ready")
	b.pasteText(undeclared)
	b.click("#check")
	b.until(`!!document.querySelector('#parts select[data-from="4"]')`)
	eval[bool](b, `(`+say+`, true)`)
	b.until(told)
	eval[bool](b, `(document.querySelector('#parts button[data-from="2"]').click(), true)`)
	b.until(left + ` && !document.querySelector('#parts [data-from="2"]')`)
	b.do(chromedp.Reload())
	b.until(told + ` && ` + left)

	eval[bool](b, `(document.getElementById("history").open = true)`)
	b.click("#history-on")
	b.click("#check")
	b.until(rows + ` === 1 && document.documentElement.dataset.advisor === "done"`)
	b.click("#clear")
	b.state("ready")
	assert.False(t, eval[bool](b, left))
	eval[bool](b, `(document.querySelector('#history-list [data-does="open"]').click(), true)`)
	b.until(told + ` && ` + left)
	b.click("#history-delete")
	b.until(rows + ` === 0`)
	b.quiet(place)
}

// Where nothing was understood, what the text is can be said, too.
func TestWhatAnUnknownTextReallyIs(t *testing.T) {
	b, place := showsSample(t, "stock")
	b.click("#clear")
	b.state("ready")
	b.pasteText("16384\n")
	b.click("#check")
	b.until(`document.querySelector("#report .answer").textContent.startsWith("Nothing in the input was recognised")`)
	eval[bool](b, `((s) => (s.value = "ulimit-n", s.dispatchEvent(new Event("change", { bubbles: true }))))(document.querySelector("#parts select"))`)
	b.until(`document.querySelector(".told")?.textContent === "Read as you said: line 1 as the answer to ulimit -n."`)
	b.quiet(place)
}
