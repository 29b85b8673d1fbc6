package browser

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/chromedp"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// png is how a picture begins.
const png = "\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x01\x00\x00\x00\x01\x08\x06\x00\x00\x00\x1f\x15\xc4\x89"

func file(t testing.TB, name, content string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	require.NoError(t, os.WriteFile(path, []byte(content), 0o644))
	return path
}

func (b *tab) openFile(path string) {
	b.Helper()
	b.do(chromedp.SetUploadFiles(chromedp.ID("files"), []string{path}))
}

// Whatever cannot be judged is answered with a sentence, and the text stays.
func TestInputThatIsNoDump(t *testing.T) {
	for name, place := range places(t) {
		t.Run(name, func(t *testing.T) {
			b := open(t)
			b.do(chromedp.Navigate(place + "index.html"))
			b.click("#check")
			b.state("done")
			assert.NotEmpty(t, b.text("#status"), "empty")
			assert.NotEmpty(t, b.text("#report"), "empty")

			const poem = "The sea is calm tonight.\nThe tide is full.\n"
			b.pasteText(poem)
			b.click("#check")
			b.until(`document.documentElement.dataset.advisor === "done"`)
			assert.NotEmpty(t, b.text("#status"), "no dump")
			assert.Equal(t, poem, eval[string](b, `document.getElementById("dump").value`))

			empty := b.text("#status")
			b.openFile(file(t, "photo.png", png))
			b.until(`document.documentElement.dataset.advisor === "done" && document.getElementById("status").textContent !== ` + "`" + empty + "`")
			assert.NotEmpty(t, b.text("#status"), "picture")
			assert.Equal(t, poem, eval[string](b, `document.getElementById("dump").value`), "the text stays")
			b.quiet(place)
		})
	}
}

func TestFileOfAnotherEncoding(t *testing.T) {
	b := open(t)
	place := "file://" + site(t) + "/"
	utf16 := "\xff\xfe"
	for _, c := range "fs.file-max = 65536\r\n" {
		utf16 += string([]byte{byte(c), 0})
	}
	b.do(chromedp.Navigate(place + "index.html"))
	b.openFile(file(t, "dump.txt", utf16))
	b.state("done")
	assert.Equal(t, "fs.file-max = 65536\n", eval[string](b, `document.getElementById("dump").value`))
	assert.Contains(t, b.text("#dump-view"), "fs.file-max = 65536")
	b.quiet(place)
}

// A text of 30 MB is checked, and the page lives: the box shows how it begins,
// the annotated dump the lines round the finding that was led to.
func TestLargeFile(t *testing.T) {
	b := open(t)
	place := "file://" + site(t) + "/"
	b.do(chromedp.Navigate(place + "index.html"))
	noise := strings.Repeat("net.ipv4.neigh.eth0.some_setting = 12345\n", 30<<20/41)
	b.openFile(file(t, "large.txt", "Linux mail 6.1.0 #1 SMP x86_64 GNU/Linux\n"+noise+"fs.file-max = 65536\n"))
	b.until(`document.getElementById("dump").readOnly`)
	b.state("done")
	assert.LessOrEqual(t, eval[int](b, `document.getElementById("dump").value.length`), 2000)
	assert.Contains(t, b.text("#opened"), "large")
	b.until(`document.querySelectorAll("#dump-view .line").length > 100`)
	eval[bool](b, `(document.querySelector('[data-rule="linux.fs.file-max"] [data-line]').click(), true)`)
	b.until(`!!document.activeElement.closest("#dump-view .line")?.querySelector('a[href="#finding-linux.fs.file-max"]')`)
	assert.Contains(t, eval[string](b, `document.activeElement.textContent`), "fs.file-max = 65536")
	assert.Less(t, eval[int](b, `document.querySelectorAll("#dump-view .line").length`), 1000, "only what shows is drawn")
	b.click("#clear")
	b.state("ready")
	assert.False(t, eval[bool](b, `document.getElementById("dump").readOnly`))
	b.quiet(place)
}

// A large paste does not reach the box as a whole.
func TestLargePaste(t *testing.T) {
	b := open(t)
	place := "file://" + site(t) + "/"
	b.do(chromedp.Navigate(place + "index.html"))
	b.state("ready")
	eval[bool](b, `(() => {
		const data = new DataTransfer();
		data.setData("text/plain", "fs.file-max = 65536\n" + "kernel.noise = 1\n".repeat(100000));
		document.getElementById("dump").dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, cancelable: true, bubbles: true }));
		return true;
	})()`)
	assert.Equal(t, 2000, eval[int](b, `document.getElementById("dump").value.length`))
	b.click("#check")
	b.state("done")
	assert.Contains(t, b.text("#report"), "fs.file-max")
	b.quiet(place)
}

// Markup in the text, in a file's name or in what a tab has stored is shown as
// text.
func TestMarkupStaysText(t *testing.T) {
	b := open(t)
	place := "file://" + site(t) + "/"
	const evil = `<img src=x onerror=alert(1)>`
	b.do(chromedp.Navigate(place + "index.html"))
	b.openFile(file(t, "a&b<i>.txt", "fs.file-max = 65536 "+evil+"\nfs.file-max = 65536\n"+evil+"\n"))
	b.state("done")
	assert.Contains(t, b.text("#dump-view"), evil)
	assert.Equal(t, 0, eval[int](b, `document.querySelectorAll("#results img, #results i").length`))

	eval[bool](b, `(sessionStorage.setItem("headroom.findings", JSON.stringify({ name: "`+evil+`", findings: [
		{ rule: "linux.fs.file-max", verdict: "fix", observed: "`+evil+`", line: 3 },
		{ rule: "linux.fs.nr_open", verdict: "`+evil+`", observed: "1", line: 3 },
		{ rule: "linux.vm.max_map_count", verdict: "fix", observed: 7, line: "3" }, null] })), true)`)
	b.do(chromedp.Navigate(place + "guide/linux.html"))
	b.until(`document.querySelector('[data-rule="linux.fs.file-max"]').dataset.verdict === "fix"`)
	assert.Contains(t, b.text(`[data-rule="linux.fs.file-max"] .rule-observed`), evil)
	assert.Equal(t, 1, eval[int](b, `document.querySelectorAll(".rule-card[data-verdict]").length`), "what is not valid is left out")
	assert.Equal(t, 0, eval[int](b, `document.querySelectorAll("main img").length`))
	b.quiet(place)
}

// A worker that dies is replaced, and the check is made again.
func TestDeadWorkerIsReplaced(t *testing.T) {
	b := open(t)
	place := "file://" + site(t) + "/"
	b.onNewPage(`{
		const Real = Worker;
		let first = true;
		globalThis.Worker = class extends Real {
			postMessage(message, transfer) {
				if (message.call === "check" && first) {
					first = false;
					this.dispatchEvent(new ErrorEvent("error", { message: "out of memory", cancelable: true }));
					return;
				}
				super.postMessage(message, transfer);
			}
		};
	}`)
	b.do(chromedp.Navigate(place + "index.html"))
	b.pasteText("fs.file-max = 65536\n")
	b.click("#check")
	b.state("done")
	assert.Contains(t, b.text("#report"), "65536")
	b.quiet(place)
}

// The page is usable by keyboard alone: Tab comes from the box to Check, and
// Enter on it checks.
func TestKeyboard(t *testing.T) {
	b := open(t)
	place := "file://" + site(t) + "/"
	b.do(chromedp.Navigate(place + "index.html"))
	b.pasteText("fs.file-max = 65536\n")
	for _, key := range []string{"Tab", "Enter"} {
		for _, kind := range []input.DispatchKeyEventType{input.DispatchKeyEventTypeKeyDown, input.DispatchKeyEventTypeKeyUp} {
			text := ""
			if key == "Enter" && kind == input.DispatchKeyEventTypeKeyDown {
				text = "\r"
			}
			_, err := chromedp.Call(b.ctx, input.DispatchKeyEvent, input.DispatchKeyEventParams{Type: kind, Key: key, Code: key, Text: text,
				WindowsVirtualKeyCode: map[string]int64{"Tab": 9, "Enter": 13}[key]})
			require.NoError(t, err)
		}
	}
	b.state("done")
	b.quiet(place)
}
