package browser

import (
	"bytes"
	"compress/gzip"
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/andybalholm/brotli"
	"github.com/chromedp/chromedp"
	"github.com/stretchr/testify/require"
	"golang.org/x/net/html"

	"headroom/site/gowasm"
)

// checkTime gives the times in ms from the click on Check until the findings of
// the box's text stand in the page, laid out, and until the annotated dump does;
// and then pauses, as no reader clicks again at once.
const checkTime = `new Promise((resolve) => {
	const root = document.documentElement;
	const report = document.getElementById("report");
	const begin = performance.now();
	let findings;
	const observer = new MutationObserver(() => {
		if (!findings && report.querySelector("[data-rule][data-verdict]")) {
			report.getBoundingClientRect();
			findings = performance.now() - begin;
		}
		if (findings && root.dataset.advisor === "done") {
			observer.disconnect();
			const all = performance.now() - begin;
			setTimeout(() => resolve([findings, all]), 500);
		}
	});
	report.replaceChildren();
	observer.observe(report, { childList: true });
	observer.observe(root, { attributeFilter: ["data-advisor"] });
	document.getElementById("check").click();
})`

// BenchmarkCheck measures, on a dump of 1,300 lines in a real Chromium, how
// long a visitor waits for the findings: the first time, some seconds after the
// visit began, and the median of the 20 checks that follow; and the longest time
// for which the page stood still in those, 0 where that was never more than 50 ms.
func BenchmarkCheck(b *testing.B) {
	const checks = 20
	page := open(b)
	page.onNewPage(longTasks)
	page.do(chromedp.Navigate("file://" + site(b) + "/index.html"))
	page.state("ready")
	text, err := json.Marshal(dump(b))
	require.NoError(b, err)
	time.Sleep(3 * time.Second)
	eval[bool](page, `(document.getElementById("dump").value = `+string(text)+`, document.getElementById("dump").dispatchEvent(new Event("input")))`)
	first := eval[[]float64](page, checkTime)[0]
	eval[bool](page, `(longTasks.length = 0, true)`)
	var findings, all []float64
	for range b.N {
		findings, all = nil, nil
		for range checks {
			times := eval[[]float64](page, checkTime)
			findings, all = append(findings, times[0]), append(all, times[1])
		}
		slices.Sort(findings)
		slices.Sort(all)
	}
	b.ReportMetric(0, "ns/op")
	b.ReportMetric(first, "ms-findings-first")
	b.ReportMetric((findings[checks/2-1]+findings[checks/2])/2, "ms-findings-median")
	b.ReportMetric(findings[0], "ms-findings-min")
	b.ReportMetric((all[checks/2-1]+all[checks/2])/2, "ms-all-median")
	b.ReportMetric(eval[float64](page, `Math.max(0, ...longTasks)`), "ms-longest-task")
}

// longTasks notes, from the page's beginning, each task of more than 50 ms, in
// which the page does not answer.
const longTasks = `globalThis.longTasks = [];
new PerformanceObserver((list) => longTasks.push(...list.getEntries().map(({ duration }) => duration))).observe({ type: "longtask", buffered: true });`

// BenchmarkCheckLarge measures the same on 10 MB: the median of 5 checks, and the
// longest time for which the page stood still meanwhile, 0 where that was never
// more than 50 ms.
func BenchmarkCheckLarge(b *testing.B) {
	const checks = 5
	page := open(b)
	page.onNewPage(longTasks)
	page.do(chromedp.Navigate("file://" + site(b) + "/index.html"))
	page.state("ready")
	text := dump(b)
	time.Sleep(3 * time.Second) // as above
	page.openFile(file(b, "large.txt", strings.Repeat(text, 10_000_000/len(text))))
	page.state("done")
	eval[bool](page, `(longTasks.length = 0, true)`)
	var findings []float64
	for range b.N {
		findings = nil
		for range checks {
			findings = append(findings, eval[[]float64](page, checkTime)[0])
		}
		slices.Sort(findings)
	}
	b.ReportMetric(0, "ns/op")
	b.ReportMetric(findings[checks/2], "ms-findings-median")
	b.ReportMetric(eval[float64](page, `Math.max(0, ...longTasks)`), "ms-longest-task")
}

// readyTime notes in readyAt how many ms after the visit began the advisor was
// ready.
const readyTime = `new MutationObserver((changes, observer) => {
	if (document.documentElement.dataset.advisor !== "ready") return;
	observer.disconnect();
	globalThis.readyAt = performance.now();
}).observe(document, { subtree: true, attributeFilter: ["data-advisor"] })`

// BenchmarkColdStart measures how long after a visit began the advisor is ready,
// each time in a new browser that knows nothing yet, but is done with its own
// beginning, which takes both processors: the median of 10 visits. By its side,
// in the same minutes, stands a site whose program does nothing: what the browser
// itself takes on this machine, for the page and an empty worker.
func BenchmarkColdStart(b *testing.B) {
	empty := emptySite(b)
	for _, form := range []struct{ name, address string }{
		{"http", serve(b) + "index.html"},
		{"http-empty", serveFolder(b, empty) + "index.html"},
		{"folder", "file://" + site(b) + "/index.html"},
		{"folder-empty", "file://" + empty + "/index.html"},
		{"single", "file://" + site(b) + "/headroom.html"},
		{"single-empty", "file://" + empty + "/headroom.html"},
	} {
		b.Run(form.name, func(b *testing.B) { benchColdStart(b, form.address) })
	}
}

func benchColdStart(b *testing.B, address string) {
	const visits = 10
	var times []float64
	for range b.N {
		times = nil
		for range visits {
			page, end := launch(b)
			page.onNewPage(readyTime)
			time.Sleep(2 * time.Second)
			page.do(chromedp.Navigate(address))
			page.until(`globalThis.readyAt > 0`)
			times = append(times, eval[float64](page, `readyAt`))
			end()
		}
		slices.Sort(times)
	}
	b.ReportMetric(0, "ns/op")
	b.ReportMetric((times[visits/2-1]+times[visits/2])/2, "ms-ready-median")
	b.ReportMetric(times[0], "ms-ready-min")
}

// emptySite is the site with a program that only says that it is ready.
func emptySite(b *testing.B) string {
	b.Helper()
	dist := b.TempDir()
	require.NoError(b, command("go", "run", "headroom/site/cmd/site", "-o", dist, "-program", "headroom/wasm/testdata/floor"))
	return dist
}

// BenchmarkSize weighs the advisor's program beside an empty one that only
// imports safejs, built in the same run.
func BenchmarkSize(b *testing.B) {
	sizes := map[string]float64{}
	for _, program := range []string{"./wasm/testdata/floor", "./wasm"} {
		wasm, err := gowasm.Build(root, program)
		require.NoError(b, err)
		b.Run(filepath.Base(program), func(b *testing.B) {
			zipped, brotlied := weigh(b, wasm)
			sizes[program] = brotlied
			b.ReportMetric(0, "ns/op")
			b.ReportMetric(float64(len(wasm)), "B-raw")
			b.ReportMetric(zipped, "B-gzip")
			b.ReportMetric(brotlied, "B-brotli")
			b.ReportMetric(brotlied/sizes["./wasm/testdata/floor"], "floors-brotli")
		})
	}
}

// BenchmarkFirstLoad weighs what a browser fetches for a page, with its style
// sheets and scripts, and how much of it is more than the page's text. The
// advisor's program, which comes when the page is idle, is weighed by itself;
// in the single file it is part of the text.
func BenchmarkFirstLoad(b *testing.B) {
	dist := site(b)
	for _, page := range []string{"guide/linux.html", "guide/privacy.html", "index.html", "headroom.html"} {
		b.Run(strings.TrimSuffix(filepath.Base(page), ".html"), func(b *testing.B) {
			var raw, zipped float64
			for _, name := range loaded(b, dist, page) {
				content, err := os.ReadFile(name)
				require.NoError(b, err)
				raw += float64(len(content))
				z, _ := weigh(b, content)
				zipped += z
			}
			text := textOf(b, filepath.Join(dist, page))
			zippedText, _ := weigh(b, text)
			b.ReportMetric(raw-float64(len(text)), "B-raw-beyond-text")
			b.ReportMetric(zipped-zippedText, "B-gzip-beyond-text")
			b.ReportMetric(0, "ns/op")
			b.ReportMetric(raw, "B-raw")
			b.ReportMetric(zipped, "B-gzip")
		})
	}
}

// textOf is what a reader sees of a page.
func textOf(t testing.TB, name string) []byte {
	t.Helper()
	file, err := os.Open(name)
	require.NoError(t, err)
	defer file.Close()
	root, err := html.Parse(file)
	require.NoError(t, err)
	var text []byte
	for n := range root.Descendants() {
		if n.Type == html.TextNode && len(bytes.TrimSpace([]byte(n.Data))) > 0 {
			text = append(text, n.Data...)
		}
	}
	return text
}

// BenchmarkPayload weighs the advisor's program as a page loads it.
func BenchmarkPayload(b *testing.B) { benchAsset(b, "payload.*.js") }

// BenchmarkIndex weighs the words of the guide that come with the first search.
func BenchmarkIndex(b *testing.B) { benchAsset(b, "search.*.js") }

func benchAsset(b *testing.B, pattern string) {
	names, err := filepath.Glob(filepath.Join(site(b), "assets", pattern))
	require.NoError(b, err)
	require.NotEmpty(b, names)
	var raw, zipped, brotlied float64
	for _, name := range names {
		content, err := os.ReadFile(name)
		require.NoError(b, err)
		z, br := weigh(b, content)
		raw, zipped, brotlied = raw+float64(len(content)), zipped+z, brotlied+br
	}
	b.ReportMetric(0, "ns/op")
	b.ReportMetric(raw, "B-raw")
	b.ReportMetric(zipped, "B-gzip")
	b.ReportMetric(brotlied, "B-brotli")
}

// loaded lists the files of a page: itself, and the assets it names. The
// payload, which the advisor loads when idle, and the index are not among them.
func loaded(t testing.TB, dist, page string) []string {
	t.Helper()
	html, err := os.ReadFile(filepath.Join(dist, page))
	require.NoError(t, err)
	names := []string{filepath.Join(dist, page)}
	assets, err := filepath.Glob(filepath.Join(dist, "assets", "*"))
	require.NoError(t, err)
	for _, name := range assets {
		base := filepath.Base(name)
		if bytes.Contains(html, []byte(base)) && !strings.HasPrefix(base, "payload.") && !strings.HasPrefix(base, "search.") {
			names = append(names, name)
		}
	}
	return names
}

// weigh returns the bytes of content as gzip -9 and as brotli -11 pack it.
func weigh(t testing.TB, content []byte) (zipped, brotlied float64) {
	t.Helper()
	var g, br bytes.Buffer
	zw, err := gzip.NewWriterLevel(&g, gzip.BestCompression)
	require.NoError(t, err)
	_, err = zw.Write(content)
	require.NoError(t, err)
	require.NoError(t, zw.Close())
	bw := brotli.NewWriterLevel(&br, brotli.BestCompression)
	_, err = bw.Write(content)
	require.NoError(t, err)
	require.NoError(t, bw.Close())
	return float64(g.Len()), float64(br.Len())
}
