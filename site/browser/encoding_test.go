package browser

import (
	"encoding/base64"
	"encoding/binary"
	"encoding/json"
	"fmt"
	"strings"
	"testing"
	"unicode/utf16"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// inUTF16 is text in an order of bytes, with some byte order marks before it.
func inUTF16(order binary.AppendByteOrder, marks int, text string) []byte {
	var b []byte
	for _, unit := range utf16.Encode([]rune(strings.Repeat("\uFEFF", marks) + text)) {
		b = order.AppendUint16(b, unit)
	}
	return b
}

// A file as Windows writes it reads right however it is encoded, opened or
// dropped, in each browser and each form of the site.
func TestFilesInUTF16(t *testing.T) {
	for name, open := range browsers {
		t.Run(name, func(t *testing.T) {
			w := open(t)
			for _, f := range forms(t, name) {
				w.visit(f.place + f.index)
				await(w, `["ready", "done"].includes(document.documentElement.dataset.advisor)`) // the tab may bring back what it had
				value := 65000
				for _, order := range []binary.AppendByteOrder{binary.LittleEndian, binary.BigEndian} {
					for marks := range 3 {
						value++ // so that no answer is taken for the next one
						text := fmt.Sprintf("Linux mail 5.10.0-21-amd64 #1 SMP x86_64 GNU/Linux\nfs.file-max = %d\n", value)
						content := inUTF16(order, marks, strings.ReplaceAll(text, "\n", "\r\n"))
						if value%2 == 0 {
							drop(w, content)
						} else {
							w.upload("#files", file(t, "dump.txt", string(content)))
						}
						await(w, fmt.Sprintf(`document.documentElement.dataset.advisor === "done" &&
							document.querySelector('#report [data-rule="linux.fs.file-max"] .observed')?.textContent.includes("%d")`, value))
						quoted, err := json.Marshal(text)
						require.NoError(t, err)
						await(w, `document.getElementById("dump").value === `+string(quoted))
					}
				}
				assert.Empty(t, w.faults(), f.place)
			}
		})
	}
}

// drop drops a file on the page.
func drop(w window, content []byte) {
	w.Helper()
	value[any](w, `(() => {
		const data = new DataTransfer();
		const bytes = Uint8Array.from(atob("`+base64.StdEncoding.EncodeToString(content)+`"), (c) => c.charCodeAt(0));
		data.items.add(new File([bytes], "dump.txt"));
		document.body.dispatchEvent(new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true }));
	})()`)
}

// stillness notes, in the page, for how many ms it did not come to run anything.
// Its value is how many ms it takes, here and now, to make bytes of 10 MB of text.
const stillness = `(() => {
	const root = document.documentElement;
	const begin = performance.now();
	new TextEncoder().encode("some text ".repeat(1_000_000));
	let last = performance.now();
	const effort = last - begin;
	root.dataset.stillness = 0;
	(function tick() {
		const now = performance.now();
		if (now - last > root.dataset.stillness) root.dataset.stillness = now - last;
		last = now;
		setTimeout(tick);
	})();
	return effort;
})()`

// A paste of 10 MB is read to its last line, and the page stays alive, in each
// browser and each form of the site.
func TestPasteOfTenMegabytes(t *testing.T) {
	// A machine may do much else meanwhile: the measure is the work that cannot be
	// avoided. A box that takes all of the text costs hundreds of times that.
	const bearable, efforts = 1000, 30
	line := "net.ipv4.neigh.eth0." + strings.Repeat("x", 70) + " = 12345\n"
	for name, open := range browsers {
		t.Run(name, func(t *testing.T) {
			w := open(t)
			all := forms(t, name)
			w.visit(all[0].place + all[0].index)
			w.copy(fmt.Sprintf(`"Linux mail 5.10.0 #1 SMP x86_64 GNU/Linux\n" + %q.repeat(%d) + "fs.file-max = 65536\n"`, line, 10_000_000/len(line)))
			for _, f := range all {
				w.visit(f.place + f.index)
				await(w, `document.documentElement.dataset.advisor === "ready"`)
				effort := value[float64](w, stillness)
				w.paste()
				await(w, `document.documentElement.dataset.advisor === "done"`)
				still := value[float64](w, `Number(document.documentElement.dataset.stillness)`)
				t.Logf("%s%s: still for %.0f ms, an effort is %.0f ms", f.place, f.index, still, effort)
				assert.Less(t, still, max(bearable, efforts*effort), f.place)
				assert.Contains(t, value[string](w, `document.querySelector('#report [data-rule="linux.fs.file-max"]')?.textContent ?? ""`), "65536", "the last line was read")
				assert.LessOrEqual(t, value[int](w, `document.getElementById("dump").value.length`), 2000, "the box shows how it begins")
				assert.Empty(t, w.faults(), f.place)
			}
		})
	}
}
