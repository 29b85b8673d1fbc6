package browser

import (
	"archive/tar"
	"archive/zip"
	"bytes"
	"compress/gzip"
	"encoding/base64"
	"encoding/json"
	"io"
	"strconv"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// mailed is what a customer sent: quoting, prompts, prose and what the server
// printed.
const mailed = `> Please send us what these print.
Here you are. It is our only mail server,
users cannot log in at nine.

> > [root@mx ~]# uname -a
> > Linux mx 5.10.0-21-amd64 #1 SMP Debian 5.10.162-1 (2023-01-21) x86_64 GNU/Linux
> > [root@mx ~]# cat /proc/$(pidof CGServer)/limits
> > Limit                     Soft Limit           Hard Limit           Units
> > Max open files            1024                 4096                 files
> > [root@mx ~]# sysctl fs.file-max net.core.somaxconn
> > fs.file-max = 65536
> > net.core.somaxconn = 128
Regards
`

// catchCopies lets a test see what the page copies.
func (b *tab) catchCopies() {
	b.Helper()
	eval[bool](b, `(navigator.clipboard.writeText = async (text) => { globalThis.copied = text; }, true)`)
}

// copied presses a copy button and returns what it copied.
func (b *tab) copied(selector string) string {
	b.Helper()
	eval[bool](b, `(globalThis.copied = undefined, document.querySelector('`+selector+`').click(), true)`)
	b.until(`globalThis.copied !== undefined`)
	return eval[string](b, `copied`)
}

// pasteAnywhere pastes on the page, outside of every field.
func (b *tab) pasteAnywhere(text string) {
	b.Helper()
	quoted, err := json.Marshal(text)
	require.NoError(b, err)
	eval[bool](b, `(() => {
		const data = new DataTransfer();
		data.setData("text/plain", `+string(quoted)+`);
		document.body.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, cancelable: true, bubbles: true }));
		return true;
	})()`)
}

// A support engineer pastes what a customer mailed, anywhere on the page, looks
// at what is to fix only, and takes along the fix and what to ask for.
func TestSupportEngineer(t *testing.T) {
	b := open(t)
	place := serve(t)
	b.do(chromedp.Navigate(place + "index.html"))
	b.pasteAnywhere(mailed)
	b.state("done")
	assert.Equal(t, mailed, eval[string](b, `document.getElementById("dump").value`))
	assert.Contains(t, b.text("#report .answer"), "This host holds about 512 connections")
	assert.Contains(t, b.text("#status"), "512", "it is announced, too")

	eval[bool](b, `(document.querySelector('#report .counts [data-filter="fix"]').click(), true)`)
	shown := eval[[]string](b, `[...document.querySelectorAll("#report section.findings:not([hidden])")].map((s) => s.dataset.verdict)`)
	assert.Equal(t, []string{"fix"}, shown)

	b.catchCopies()
	const finding = `#report [data-rule="linux.ulimit.nofile"]`
	assert.Contains(t, b.copied(finding+` button[data-copy]`), "16384")
	assert.Contains(t, b.copied(`#report .needed button[data-copy]`), "sysctl")

	ticket := b.copied(`#report [data-print="markdown"]`)
	assert.Contains(t, ticket, "**This host holds about 512 connections")
	assert.Contains(t, ticket, "Found: 1024 (line 9)")

	eval[bool](b, `(document.querySelector('`+finding+` [data-line]').click(), true)`)
	b.until(`document.activeElement.closest("#dump-view .line")?.textContent.includes("Max open files")`)
	eval[bool](b, `(document.activeElement.querySelector('a').click(), true)`)
	b.until(`document.activeElement.dataset.rule === "linux.ulimit.nofile"`)

	b.pasteAnywhere("fs.file-max = 5")
	b.until(`document.documentElement.dataset.advisor === "done" && document.getElementById("report").textContent.includes("1 of 1 lines")`)
	b.click("#opened button.back")
	assert.Equal(t, mailed, eval[string](b, `document.getElementById("dump").value`), "what was pasted over comes back")
	b.quiet(place)
}

// A customer types one line that a command printed, is told what else to type,
// says how many users there are, and copies the fix. The report follows the
// typing, and focus stays in the field.
func TestCustomer(t *testing.T) {
	b := open(t)
	place := serve(t)
	b.do(chromedp.Navigate(place + "index.html"))
	b.do(chromedp.SendKeys(chromedp.ID("dump"), "uname -s: Linux\nfs.file-max = 200000"))
	b.click("#check")
	b.state("done")
	const finding = `#report [data-rule="linux.fs.file-max"]`
	verdict := `document.querySelector('` + finding + `').dataset.verdict`
	assert.Equal(t, "ok", eval[string](b, verdict))
	assert.NotEmpty(t, b.text("#report .needed pre"))

	b.do(chromedp.SendKeys(chromedp.ID("plan-connections"), "100 000"))
	b.until(verdict + ` === "fix"`)
	assert.Equal(t, "plan-connections", eval[string](b, `document.activeElement.id`))
	assert.Contains(t, b.text("#capacity .shortfall"), "short of the plan")
	b.catchCopies()
	assert.Contains(t, b.copied(finding+` button[data-copy]`), "fs.file-max = ")

	eval[bool](b, `(document.getElementById("to-planner").click(), true)`)
	b.until(`location.pathname.endsWith("planner.html") && document.documentElement.dataset.advisor === "done"`)
	assert.Equal(t, "100000", eval[string](b, `document.getElementById("plan-connections").value`))
	assert.Contains(t, b.text(`#report [data-rule="plan.descriptors"]`), "2 x 100000 = 200000")
	b.quiet(place)
}

func zipped(t *testing.T, files map[string]string) string {
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for name, text := range files {
		f, err := w.Create(name)
		require.NoError(t, err)
		_, err = io.WriteString(f, text)
		require.NoError(t, err)
	}
	require.NoError(t, w.Close())
	return b.String()
}

func tarred(t *testing.T, files map[string]string) string {
	var b bytes.Buffer
	g := gzip.NewWriter(&b)
	w := tar.NewWriter(g)
	for name, text := range files {
		require.NoError(t, w.WriteHeader(&tar.Header{Name: name, Mode: 0o644, Size: int64(len(text)), Typeflag: tar.TypeReg}))
		_, err := io.WriteString(w, text)
		require.NoError(t, err)
	}
	require.NoError(t, w.Close())
	require.NoError(t, g.Close())
	return b.String()
}

// Someone on a closed network opens the pages from a folder, and a support
// bundle with them; the files to put on the server come as a zip.
func TestClosedNetwork(t *testing.T) {
	bundle := map[string]string{
		"host/uname.txt": "Linux mx 5.10.0-21-amd64 #1 SMP x86_64 GNU/Linux\n",
		"host/" + strings.Repeat("long/", 30) + "sysctl.txt": "fs.file-max = 65536\nnet.core.rmem_max = 1\n",
		"host/photo.png":            png,
		"__MACOSX/host/._uname.txt": "\x00\x05",
	}
	for name, content := range map[string]string{"bundle.zip": zipped(t, bundle), "bundle.tar.gz": tarred(t, bundle)} {
		b := open(t)
		place := "file://" + site(t) + "/"
		b.do(chromedp.Navigate(place + "index.html"))
		b.openFile(file(t, name, content))
		b.state("done")
		opened := b.text("#opened")
		assert.Contains(t, opened, "host/uname.txt")
		assert.Contains(t, opened, "1 of 3 files are no text")
		assert.Contains(t, b.text(`#report [data-rule="linux.fs.file-max"] [data-line]`), "line 1 of host/long/")
		assert.Contains(t, b.text("#report .host"), "5.10.0-21")

		b.catchCopies()
		assert.Contains(t, b.copied(`#report [data-rule="linux.net.core.rmem_max"] button[data-copy]`), "net.core.rmem_max = 1048576")
		assert.Contains(t, b.copied(`#report [data-rule="linux.net.core.rmem_max"] .steps button[data-copy$="step-1"]`), "sysctl", "what applies it")

		packed := b.saved(`[data-download="all"]`)
		archive, err := zip.NewReader(bytes.NewReader(packed), int64(len(packed)))
		require.NoError(t, err)
		require.NotEmpty(t, archive.File)
		assert.Equal(t, "etc/sysctl.d/90-communigate.conf", archive.File[0].Name)
		r, err := archive.File[0].Open()
		require.NoError(t, err)
		text, err := io.ReadAll(r) // checks the sum, too
		require.NoError(t, err)
		assert.Contains(t, string(text), "net.core.rmem_max = 1048576")
		b.quiet(place)
	}
}

// saved is the file that a button of the page saves.
func (b *tab) saved(selector string) []byte {
	b.Helper()
	eval[bool](b, `(() => {
		const make = URL.createObjectURL;
		globalThis.saved = "";
		URL.createObjectURL = (blob) => {
			blob.arrayBuffer().then((bytes) => (globalThis.saved = btoa(String.fromCharCode(...new Uint8Array(bytes)))));
			URL.createObjectURL = make;
			return make.call(URL, blob);
		};
		document.querySelector(`+strconv.Quote(selector)+`).click();
		return true;
	})()`)
	b.until(`!!globalThis.saved`)
	content, err := base64.StdEncoding.DecodeString(eval[string](b, `saved`))
	require.NoError(b, err)
	return content
}

// What is left to the reader to decide has its lines to copy, its file to save, and
// how to put it to use and take it back; it is not among the files for the server.
func TestReviewHasWhatChangesIt(t *testing.T) {
	b, _ := showsSample(t, "windows")
	b.catchCopies()
	const finding = `#report [data-rule="windows.MaxUserPort"]`
	assert.Contains(t, b.copied(finding+` button[data-copy]`), "\"MaxUserPort\"=-\n")
	assert.Contains(t, string(b.saved(finding+` button[data-download]`)), "\"MaxUserPort\"=-\r\n")
	assert.Contains(t, b.copied(finding+` .steps button[data-copy$="step-1"]`), "regedit /s headroom_MaxUserPort.reg")
	assert.NotContains(t, b.copied(finding+` .steps button[data-copy$="step-1"]`), "restart Windows", "a person does that")
	assert.Contains(t, b.text(finding+` .steps`), "restart Windows")
	assert.True(t, b.holds(`!document.querySelector("#report .files")`))
}
