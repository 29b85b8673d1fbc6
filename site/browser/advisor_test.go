package browser

import (
	"strconv"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/stretchr/testify/assert"
)

// What a part was taken for is shown; a part that is left out does not count,
// and the system can be corrected.
func TestPartsAndSystem(t *testing.T) {
	b := open(t)
	place := "file://" + site(t) + "/"
	b.do(chromedp.Navigate(place + "index.html"))
	b.pasteText("Linux mx 5.10.0 #1 SMP x86_64 GNU/Linux\nMax open files            1024                 4096                 files\nfs.file-max = 65536\n")
	b.click("#check")
	b.state("done")
	assert.Contains(t, b.text("#os-found"), "Linux")
	assert.Contains(t, b.text("#parts"), "line 3 sysctl")
	const verdict = `document.querySelector('[data-rule="linux.fs.file-max"]').dataset.verdict`
	assert.Equal(t, "fix", eval[string](b, verdict))
	eval[bool](b, `(document.querySelector('#parts button[data-from="3"]').click(), true)`)
	b.until(verdict + ` === "unseen"`)
	assert.Contains(t, b.text("#left-out"), "1 line is left out")
	assert.Contains(t, b.text("#dump-view"), "Max open files")
	eval[bool](b, `(document.querySelector("#left-out button").click(), true)`)
	b.until(verdict + ` === "fix"`)

	eval[bool](b, `((s) => (s.value = "freebsd", s.dispatchEvent(new Event("change"))))(document.getElementById("os"))`)
	b.until(`document.querySelector("#report .host").textContent.startsWith("FreeBSD")`)
	b.quiet(place)
}

// A dump of usual length is in the page as a whole, line by line. Checked anew it
// leaves the reader where they are; one that is shorter leaves nothing of it.
func TestUsualDump(t *testing.T) {
	b := open(t)
	place := "file://" + site(t) + "/"
	b.do(chromedp.Navigate(place + "index.html"))
	text := dump(t)
	lines := func() []string {
		return eval[[]string](b, `[...document.querySelectorAll("#dump-view .line")].map((line) => line.dataset.line + " " + line.querySelector(".text").textContent)`)
	}
	b.pasteText(text)
	b.state("done")
	var want []string
	for i, line := range strings.Split(strings.TrimSuffix(text, "\n"), "\n") {
		want = append(want, strconv.Itoa(i+1)+" "+strings.TrimSuffix(line, "\r"))
	}
	assert.Equal(t, want, lines())

	const line = `document.querySelector('#dump-view [data-line="1000"]')`
	eval[bool](b, `(`+line+`.tabIndex = -1, `+line+`.focus(), true)`)
	top := eval[float64](b, line+`.getBoundingClientRect().top`)
	eval[bool](b, `((s) => (s.value = "linux", s.dispatchEvent(new Event("change"))))(document.getElementById("os"))`)
	b.state("done")
	assert.Equal(t, "1000", eval[string](b, `document.activeElement.dataset.line`))
	assert.InDelta(t, top, eval[float64](b, line+`.getBoundingClientRect().top`), 1)

	b.do(chromedp.Click("#clear"))
	b.pasteText("fs.file-max = 65536\n")
	b.state("done")
	assert.Equal(t, []string{"1 fs.file-max = 65536"}, lines())
	b.quiet(place)
}

// Of a text of 100,000 lines only what shows is drawn, wherever the reader
// scrolls to, and a check made anew leaves the reader there.
func TestLongDump(t *testing.T) {
	b := open(t)
	place := "file://" + site(t) + "/"
	b.do(chromedp.Navigate(place + "index.html"))
	text := strings.Repeat("kernel.noise = 1\n", 100_000) + "fs.file-max = 65536\n"
	b.openFile(file(t, "long.txt", text))
	b.state("done")
	b.until(`document.querySelectorAll("#dump-view .line").length > 0`)
	for _, line := range []string{"50000", "90000", "7"} {
		eval[bool](b, `(() => {
			const view = document.getElementById("dump-view");
			view.scrollTop = (`+line+` - 1) * view.querySelector(".line").getBoundingClientRect().height;
			return true;
		})()`)
		b.until(`(() => {
			const view = document.getElementById("dump-view").getBoundingClientRect();
			const line = document.querySelector('#dump-view [data-line="` + line + `"]')?.getBoundingClientRect();
			return !!line && Math.abs(line.top - view.top) < 3 * line.height;
		})()`)
	}
	assert.Less(t, eval[int](b, `document.querySelectorAll("#dump-view .line").length`), 1000)
	eval[bool](b, `(document.querySelector('[data-rule="linux.fs.file-max"] [data-line]').click(), true)`)
	b.until(`document.activeElement.dataset.line === "100001"`)
	eval[bool](b, `((s) => (s.value = "linux", s.dispatchEvent(new Event("change"))))(document.getElementById("os"))`)
	b.state("done")
	b.until(`!!document.querySelector('#dump-view [data-line="100001"]')`)
	b.quiet(place)
}

// A very long line is shown as it begins, and moves nothing: rows keep their
// height, the page its width, and the view its place while the line comes and goes.
func TestVeryLongLine(t *testing.T) {
	b := open(t)
	place := "file://" + site(t) + "/"
	noise := strings.Repeat("kernel.noise = 1\n", 3000)
	text := noise + strings.Repeat("x", 60_000) + "\nfs.file-max = 65536 " + strings.Repeat("y", 60_000) + "\n" + noise + "fs.file-max = 65536\n"
	for _, width := range []int64{360, 1280} {
		b.do(chromedp.EmulateViewport(width, 800), chromedp.Navigate(place+"index.html"))
		b.openFile(file(t, "long.txt", text))
		b.state("done")
		b.until(`document.querySelectorAll("#dump-view .line").length > 0`)
		const rows = `[...document.querySelectorAll("#dump-view .line")].map((line) => line.getBoundingClientRect().height)`
		eval[bool](b, `(document.getElementById("dump-view").scrollTop = 2990 * (`+rows+`)[0], true)`)
		b.until(`!!document.querySelector('#dump-view [data-line="3001"]')`)
		assert.Contains(t, b.text(`#dump-view [data-line="3001"]`), "… and 58,000 more characters")
		assert.Less(t, eval[int](b, `document.querySelector('#dump-view [data-line="3001"]').textContent.length`), 2100)
		assert.Len(t, eval[[]float64](b, `[...new Set((`+rows+`).map((height) => Math.round(height * 10)))]`), 1, "every row is as high as the others")
		b.fits("a long line", width)
		eval[bool](b, `(() => { const view = document.getElementById("dump-view"); view.scrollLeft = 5000; view.scrollTop = 0; return true; })()`)
		b.until(`!!document.querySelector('#dump-view [data-line="1"]')`)
		assert.Equal(t, 5000, eval[int](b, `document.getElementById("dump-view").scrollLeft`), "the long line is out of the page, and nothing moved sideways")
		b.click("#clear")
		b.state("ready")
	}
	b.quiet(place)
}

// A check that takes long can be cancelled, before its worker has come up and
// after, and the text stays.
func TestCancel(t *testing.T) {
	for name, stuck := range map[string]string{"while loading": `!message.call`, "while checking": `message.call === "check"`} {
		t.Run(name, func(t *testing.T) {
			b := open(t)
			place := "file://" + site(t) + "/"
			b.onNewPage(`{
				const Real = Worker;
				globalThis.Worker = class extends Real {
					postMessage(message, transfer) {
						if (globalThis.patient || !(` + stuck + `)) super.postMessage(message, transfer);
					}
				};
			}`)
			b.do(chromedp.Navigate(place + "index.html"))
			b.pasteText("fs.file-max = 65536\n")
			b.click("#check")
			b.state("busy")
			b.until(`document.getElementById("cancel").checkVisibility({ visibilityProperty: true })`)
			eval[bool](b, `(globalThis.patient = true)`)
			b.click("#cancel")
			b.state("ready")
			assert.Contains(t, b.text("#status"), "Cancelled")
			assert.Equal(t, "check", eval[string](b, `document.activeElement.id`))
			assert.Equal(t, "fs.file-max = 65536\n", eval[string](b, `document.getElementById("dump").value`))
			b.click("#check")
			b.state("done")
			b.quiet(place)
		})
	}
}

// Nothing is kept unless the reader turns the history on; then checks can be
// opened again, exported, taken in and deleted.
func TestHistory(t *testing.T) {
	b := open(t)
	place := serve(t)
	b.do(chromedp.Navigate(place + "index.html"))
	rows := `document.querySelectorAll("#history-list li").length`
	b.pasteText("fs.file-max = 65536\n")
	b.click("#check")
	b.state("done")
	eval[bool](b, `(document.getElementById("history").open = true)`)
	b.until(`!document.getElementById("history-none").hidden`)
	b.click("#history-on")
	b.click("#check")
	b.until(rows + ` === 1`)
	b.do(chromedp.SendKeys(chromedp.ID("plan-threads"), "70"))
	b.click("#check")
	b.until(rows + ` === 2`)

	eval[bool](b, `(() => {
		const make = URL.createObjectURL;
		URL.createObjectURL = (blob) => (blob.text().then((text) => (globalThis.saved = text)), make(blob));
		document.getElementById("history-export").click();
		return true;
	})()`)
	b.until(`!!globalThis.saved`)
	exported := eval[string](b, `saved`)
	b.do(chromedp.Reload())
	eval[bool](b, `(document.getElementById("history").open = true)`)
	b.until(rows + ` === 2`)
	eval[bool](b, `(document.querySelector('#history-list [data-does="delete"]').click(), true)`)
	b.until(rows + ` === 1`)
	b.click("#history-delete")
	b.until(rows + ` === 0`)
	b.click("#history-delete") // puts back
	b.until(rows + ` === 1`)
	b.click("#history-delete")
	b.until(rows + ` === 0`)
	for name, content := range map[string]string{"export.json": exported, "evil.json": `{"schema":"headroom-history/1","checks":[{"when":"x"},null]}`} {
		b.do(chromedp.SetUploadFiles(chromedp.ID("history-import"), []string{file(t, name, content)}))
	}
	b.until(rows + ` === 2`)
	b.click("#clear")
	eval[bool](b, `(document.querySelectorAll('#history-list [data-does="open"]')[0].click(), true)`)
	b.state("done")
	assert.Equal(t, "fs.file-max = 65536\n", eval[string](b, `document.getElementById("dump").value`))
	b.click("#history-delete")
	b.until(rows + ` === 0`)
	b.quiet(place)
}

// Each figure of the planner draws its results and pictures at once; a link
// brings the plan back, and says when it was made with other rules.
func TestPlanner(t *testing.T) {
	b := open(t)
	place := "file://" + site(t) + "/"
	b.do(chromedp.Navigate(place + "index.html"))
	b.pasteText("Linux mx 5.10.0 #1 SMP x86_64 GNU/Linux\nMax open files            1024                 4096                 files\n")
	b.click("#check")
	b.state("done")

	b.do(chromedp.Navigate(place + "planner.html"))
	b.state("done")
	b.do(chromedp.SendKeys(chromedp.ID("plan-imap-users"), "5,000"))
	b.until(`document.querySelector('[data-rule="plan.connections"]')?.textContent.includes("5000 x 1 = 5000")`)
	assert.Contains(t, b.text("#capacity .limit"), "4488 short of the plan", "the limits of the last check stand beside the plan")
	b.do(chromedp.SendKeys(chromedp.ID("plan-closes-per-second"), "50"))
	b.until(`document.getElementById("capacity").textContent.includes("Sockets in TIME_WAIT over time")`)
	assert.Equal(t, "plan-closes-per-second", eval[string](b, `document.activeElement.id`))
	assert.Equal(t, "3000", eval[string](b, `document.querySelector("#capacity .here-name").textContent`), "with the 60 s of the host that was checked")
	b.do(chromedp.SendKeys(chromedp.ID("plan-time-wait"), "30"))
	b.until(`document.querySelector("#capacity .here-name").textContent === "1500"`)

	b.do(chromedp.SendKeys(chromedp.ID("plan-pop-hours"), "99"))
	b.state("failed")
	assert.Equal(t, "true", eval[string](b, `document.getElementById("plan-pop-hours").getAttribute("aria-invalid")`))
	assert.Contains(t, b.text("#status"), "Period of the checks: \"99\" is outside")
	eval[bool](b, `((f) => (f.value = "", f.dispatchEvent(new Event("input", { bubbles: true }))))(document.getElementById("plan-pop-hours"))`)
	b.state("done")

	link := eval[string](b, `location.hash`)
	assert.Contains(t, link, "imap-users=5000")
	assert.NotContains(t, link, "Max")
	b.click("#clear")
	b.until(`!location.hash`)
	b.do(chromedp.Navigate("about:blank"), chromedp.Navigate(place+"planner.html"+strings.Replace(link, "version=", "version=0.", 1)))
	b.state("done")
	assert.Equal(t, "5000", eval[string](b, `document.getElementById("plan-imap-users").value`))
	assert.Contains(t, b.text("#told"), "made with version 0.")
	b.do(chromedp.Navigate("about:blank"), chromedp.Navigate(place+"planner.html#version=2026.1&connections=77&foo=5&time-wait=9999"))
	b.state("done")
	assert.Contains(t, b.text("#told"), "left out: foo, time-wait")
	assert.Equal(t, "77", eval[string](b, `document.getElementById("plan-connections").value`))
	eval[bool](b, `((s) => (s.selectedIndex = 2, s.dispatchEvent(new Event("change"))))(document.getElementById("preset"))`)
	b.until(`document.querySelector('[data-rule="plan.pop3-sessions"]') !== null`)
	assert.Empty(t, eval[string](b, `document.getElementById("plan-imap-users").value`))
	b.quiet(place)
}

// countLines counts how often the page asks its worker for lines of a dump.
const countLines = `globalThis.asked = 0;
globalThis.Worker = class extends Worker {
	postMessage(message, ...rest) {
		if (message?.call === "lines") asked++;
		super.postMessage(message, ...rest);
	}
}`

// Where nothing was recognised no lines are shown, and none asked for.
func TestNothingRecognisedAsksForNoLines(t *testing.T) {
	b := open(t)
	b.onNewPage(countLines)
	b.do(chromedp.Navigate("file://" + site(t) + "/index.html"))
	b.openFile(file(t, "soup.txt", strings.Repeat("soup of the day\n", 5000)))
	b.until(`document.getElementById("status").textContent.startsWith("Nothing in the input was recognised")`)
	assert.Zero(t, eval[int](b, `new Promise((resolve) => setTimeout(() => resolve(asked), 500))`))
}

// A long dump goes with the worker that held it, which is said.
func TestCancelTakesALongDumpAway(t *testing.T) {
	b := open(t)
	b.do(chromedp.Navigate("file://" + site(t) + "/index.html"))
	b.openFile(file(t, "long.txt", strings.Repeat("kernel.noise = 1\n", 30_000)+"fs.file-max = 65536\n"))
	b.state("done")
	b.openFile(file(t, "longer.txt", strings.Repeat("kernel.noise = 1\n", 600_000)))
	b.state("busy")
	eval[bool](b, `(document.getElementById("cancel").click(), true)`)
	assert.Equal(t, "The check was cancelled: check again to see the lines.", b.text("#dump-view"))
	b.click("#check")
	b.state("done")
	b.until(`document.querySelectorAll("#dump-view .line").length > 100`)
}

// What a sample takes the place of can be put back.
func TestASampleTakesNothingAway(t *testing.T) {
	b := open(t)
	b.do(chromedp.Navigate("file://" + site(t) + "/index.html"))
	b.pasteText("fs.file-max = 7\n")
	b.state("done")
	eval[bool](b, `((s) => (s.value = "stock", s.dispatchEvent(new Event("change"))))(document.getElementById("sample"))`)
	b.until(`!!document.querySelector("#opened .back") && document.documentElement.dataset.advisor === "done"`)
	b.click("#opened .back")
	assert.Equal(t, "fs.file-max = 7\n", eval[string](b, `document.getElementById("dump").value`))
}
