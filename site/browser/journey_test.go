package browser

import (
	"encoding/json"
	"os"
	"testing"

	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/chromedp"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// dump is what a server printed, with a finding on fs.file-max.
func dump(t testing.TB) string {
	t.Helper()
	text, err := os.ReadFile("testdata/sysctl.txt")
	require.NoError(t, err)
	return string(text)
}

func (b *tab) copy(expression string) {
	b.Helper()
	eval[bool](b, `(() => {
		const from = document.createElement("textarea");
		from.id = "copied-from";
		from.value = "a copy of this is the text";
		from.addEventListener("copy", (event) => {
			event.preventDefault();
			event.clipboardData.setData("text/plain", `+expression+`);
		});
		document.body.append(from);
		from.focus({ preventScroll: true });
		from.select();
		return true;
	})()`)
	b.edit("copy")
	eval[bool](b, `(document.getElementById("copied-from").remove(), true)`)
}

func (b *tab) paste() {
	b.Helper()
	b.do(chromedp.Focus(chromedp.ID("dump")))
	b.edit("paste")
}

// pasteText puts text into the box through the clipboard.
func (b *tab) pasteText(text string) {
	b.Helper()
	copyText(b, text)
	b.paste()
}

// edit is an editing command, as its key gives it.
func (b *tab) edit(name string) {
	b.Helper()
	params := input.DispatchKeyEventParams{Type: input.DispatchKeyEventTypeRawKeyDown, Commands: []string{name}}
	_, err := chromedp.Call(b.ctx, input.DispatchKeyEvent, params)
	require.NoError(b, err)
}

func (b *tab) click(selector string) {
	b.Helper()
	b.do(chromedp.Click(chromedp.CSS(selector)))
}

// From a cold page to a finding, its line, its card in the guide, and back to
// nothing.
func TestCheckAndGuide(t *testing.T) {
	for name, place := range places(t) {
		t.Run(name, func(t *testing.T) {
			b := open(t)
			b.do(chromedp.Navigate(place + "index.html"))
			b.state("ready")
			b.pasteText(dump(t))
			b.click("#check")
			b.state("done")

			const finding = `#report [data-rule="linux.net.core.rmem_max"]`
			assert.NotEmpty(t, b.text("#report .answer"))
			verdict := eval[string](b, `document.querySelector('`+finding+`').dataset.verdict`)
			line := eval[string](b, `document.querySelector('`+finding+` [data-line]').dataset.line`)
			observed := b.text(finding + " .observed")
			require.NotEmpty(t, observed)

			eval[bool](b, `(document.querySelector('`+finding+` [data-line]').click(), true)`)
			b.until(`document.activeElement.closest("#dump-view .line")?.dataset.line === "` + line + `"`)
			assert.Contains(t, b.text(`#dump-view [data-line="`+line+`"]`), "net.core.rmem_max")
			eval[bool](b, `(document.activeElement.querySelector('a[href="#finding-linux.net.core.rmem_max"]').click(), true)`)
			b.until(`document.activeElement.dataset.rule === "linux.net.core.rmem_max"`)

			const card = `.rule-card[data-rule="linux.net.core.rmem_max"]`
			shown := `document.querySelector('` + card + `').dataset.verdict === "` + verdict + `"`
			b.do(chromedp.Navigate(place + "guide/linux.html"))
			b.until(shown)
			assert.Contains(t, b.text(card+" .rule-result"), "found "+observed)
			assert.Contains(t, b.text(card+" .rule-line"), "line "+line)
			b.do(chromedp.Reload())
			b.until(shown)

			b.click("#checked button")
			b.until(`!document.querySelector(".rule-card[data-verdict]")`)
			b.do(chromedp.Reload())
			assert.True(t, eval[bool](b, `!document.querySelector(".rule-card[data-verdict]")`))
			b.quiet(place)
		})
	}
}

// The text and the report come back when the page is loaded again in the tab,
// and Clear takes both away.
func TestReloadAndClear(t *testing.T) {
	for name, place := range places(t) {
		t.Run(name, func(t *testing.T) {
			b := open(t)
			b.do(chromedp.Navigate(place + "index.html"))
			b.pasteText("fs.file-max = 65536\n")
			b.click("#check")
			b.state("done")
			b.do(chromedp.Reload())
			b.state("done")
			assert.Equal(t, "fs.file-max = 65536\n", eval[string](b, `document.getElementById("dump").value`))
			assert.Contains(t, b.text("#report"), "65536")

			b.click("#clear")
			b.state("ready")
			assert.Empty(t, eval[string](b, `document.getElementById("dump").value`))
			assert.Empty(t, b.text("#report"))
			b.do(chromedp.Reload())
			b.state("ready")
			assert.Empty(t, eval[string](b, `document.getElementById("dump").value`))
			b.do(chromedp.Navigate(place + "guide/linux.html"))
			assert.True(t, eval[bool](b, `!document.querySelector(".rule-card[data-verdict]")`))
			b.quiet(place)
		})
	}
}

func TestSampleIsOneChoiceAway(t *testing.T) {
	for name, place := range places(t) {
		t.Run(name, func(t *testing.T) {
			b := open(t)
			b.do(chromedp.Navigate(place + "index.html"))
			for _, sample := range eval[[]string](b, `[...document.querySelectorAll("#sample option")].map((o) => o.value).filter(Boolean)`) {
				eval[bool](b, `((s) => (s.value = "`+sample+`", s.dispatchEvent(new Event("change"))))(document.getElementById("sample"))`)
				b.until(`document.documentElement.dataset.advisor === "done" && document.querySelectorAll("#dump-view .line").length > 10`)
				assert.NotEmpty(t, eval[string](b, `document.querySelector("#report [data-rule][data-verdict]").dataset.verdict`), sample)
			}
			b.quiet(place)
		})
	}
}

// The plan of the form counts, and a wrong one is told by its field's name.
func TestPlan(t *testing.T) {
	b := open(t)
	place := "file://" + site(t) + "/"
	b.do(chromedp.Navigate(place + "index.html"))
	b.pasteText("Linux mail 6.1.0-18-amd64 #1 SMP x86_64 GNU/Linux\nfs.file-max = 200000\n")
	b.do(chromedp.SendKeys(chromedp.ID("plan-connections"), "100,000"))
	b.click("#check")
	b.state("done")
	assert.Equal(t, "fix", eval[string](b, `document.querySelector('#report [data-rule="linux.fs.file-max"]').dataset.verdict`))
	assert.Contains(t, b.text(`#report [data-rule="linux.fs.file-max"]`), "400")

	b.do(chromedp.SendKeys(chromedp.ID("plan-threads"), "many"))
	b.click("#check")
	b.state("failed")
	assert.Contains(t, b.text("#status"), "Threads: \"many\" is no number")
	const field = `document.getElementById("plan-threads")`
	assert.Equal(t, `"many" is no number`, b.text("#wrong-threads"), "it is said at the field, too")
	assert.Contains(t, eval[string](b, field+`.getAttribute("aria-describedby")`), "wrong-threads")
	assert.Equal(t, "plan-threads", eval[string](b, `document.querySelector("[aria-invalid]").id`))
	eval[bool](b, `(`+field+`.value = "", `+field+`.dispatchEvent(new Event("input", { bubbles: true })), true)`)
	b.state("done")
	assert.False(t, eval[bool](b, `!!document.querySelector("[aria-invalid], .wrong")`))
	b.quiet(place)
}

// Scripts and tests can call the page.
func TestCheckFunction(t *testing.T) {
	b := open(t)
	place := "file://" + site(t) + "/"
	b.do(chromedp.Navigate(place + "index.html"))
	text, err := json.Marshal(dump(t))
	require.NoError(t, err)
	assert.Equal(t, "headroom/1", eval[string](b, `headroom.check(`+string(text)+`, "connections=1000").then((r) => r.schema)`))
	assert.Greater(t, eval[int](b, `headroom.check(`+string(text)+`).then((r) => r.settings.length)`), 5, "it is the whole JSON")
	assert.Equal(t, "not a setting", eval[string](b, `headroom.check("fs.file-max = 1\nnot a setting").then((r) => r.unread[0].text)`))
	assert.Contains(t, eval[string](b, `headroom.check("fs.file-max = 1", "connections=x").catch((e) => e.message)`), "connections")
	b.quiet(place)
}

// The planner takes the memory of the host that was checked in this tab, where the
// plan gives none.
func TestThePlannerKnowsTheHostsMemory(t *testing.T) {
	b := open(t)
	place := serve(t)
	b.do(chromedp.Navigate(place + "index.html"))
	b.pasteText("Linux mail 6.1.0 #1 SMP x86_64 GNU/Linux\nMemTotal:        8174936 kB\nMax open files            1024                 4096                 files\n")
	b.state("done")
	b.do(chromedp.Navigate(place + "planner.html"))
	b.state("done")
	assert.NotContains(t, b.text("#capacity"), "RAM", "an empty plan draws nothing")
	eval[bool](b, `((field) => (field.value = "2000", field.dispatchEvent(new Event("input", { bubbles: true }))))(document.querySelector('[name="threads"]'))`)
	b.until(`document.getElementById("capacity").textContent.includes("RAM")`)
	assert.Contains(t, b.text("#told"), "memory, TIME_WAIT")
	const memory = `[...document.querySelectorAll("#capacity .limit")].find((l) => l.textContent.startsWith("memory")).querySelector(".count").textContent`
	assert.Equal(t, "63,866", eval[string](b, memory))
	eval[bool](b, `((field) => (field.value = "2048", field.dispatchEvent(new Event("input", { bubbles: true }))))(document.querySelector('[name="ram-mb"]'))`)
	b.until(memory + ` === "16,384"`)
	eval[bool](b, `((s) => (s.selectedIndex = 1, s.dispatchEvent(new Event("change"))))(document.getElementById("preset"))`)
	b.until(memory + ` === "63,866"`)
	assert.Empty(t, eval[string](b, `document.querySelector('[name="ram-mb"]').value`), "an example does not take the place of what the host has")
	b.quiet(place)
}
