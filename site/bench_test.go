package site_test

import (
	"bytes"
	"compress/gzip"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"runtime/debug"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/stretchr/testify/require"

	"headroom/site"
	"headroom/site/pack"
)

const bigPages = 200

// bigGuide is a guide of 200 pages of 10 KB, in ten parts: headings, prose of
// the published guide in random order, tables, code and links. It is the same
// each time.
func bigGuide(b *testing.B) fstest.MapFS {
	b.Helper()
	prose := sentences(b)
	random := rand.New(rand.NewPCG(1, 2))
	sentence := func() string { return prose[random.IntN(len(prose))] }
	files := map[string]string{"index.md": "# Index\n\nText.\n"}
	var order strings.Builder
	for i := range bigPages {
		if i%20 == 0 {
			fmt.Fprintf(&order, "Part %d:\n", i/20+1)
		}
		fmt.Fprintf(&order, "guide/page-%03d\n", i)
		var page strings.Builder
		fmt.Fprintf(&page, "# Page %d of many\n\n%s\n", i, sentence())
		for s := range 10 {
			heading := strings.Join(strings.Fields(sentence())[:3], " ")
			fmt.Fprintf(&page, "\n## %s {#part-%d}\n\n%s %s %s\n\n%s %s See [another](page-%03d.md#part-%d).\n", heading, s,
				sentence(), sentence(), sentence(), sentence(), sentence(), random.IntN(bigPages), random.IntN(10))
			switch s % 3 {
			case 0:
				fmt.Fprintf(&page, "\n| setting | figure |\n| --- | --- |\n| net.core.setting_%d | %d |\n| fs.file-%d | %d |\n", i, i*s, s, i)
			case 1:
				fmt.Fprintf(&page, "\n```sh\n# look first\nsysctl -n net.core.setting_%d | sort -rn\nfor f in /etc/sysctl.d/*; do echo \"$f\"; done\n```\n", i)
			}
		}
		files[fmt.Sprintf("guide/page-%03d.md", i)] = page.String()
	}
	files["order.txt"] = order.String()
	return content(files)
}

// sentences are the plain ones of the published pages.
func sentences(b *testing.B) []string {
	b.Helper()
	names, err := filepath.Glob("../content/guide/*.md")
	require.NoError(b, err)
	var all []string
	for _, name := range names {
		text, err := os.ReadFile(name)
		require.NoError(b, err)
		for _, found := range regexp.MustCompile(`(?m)(?:^|\. )([A-Z][^.|:{}<>\[\]\n]{30,200}\.)`).FindAllStringSubmatch(string(text), -1) {
			all = append(all, found[1])
		}
	}
	require.Greater(b, len(all), 200)
	return all
}

// BenchmarkWeight weighs each page that is read, as TestPagesWeighLittle does.
func BenchmarkWeight(b *testing.B) {
	files := published(b)
	for _, name := range readingPages(files) {
		b.Run(name, func(b *testing.B) {
			var raw, zipped int
			for b.Loop() {
				raw, zipped = weigh(b, files, name)
			}
			b.ReportMetric(float64(raw), "B-raw")
			b.ReportMetric(float64(zipped), "B-gzip")
		})
	}
}

// BenchmarkGuide builds the big guide and writes it to disk, as cmd/site does,
// and weighs the index of its words.
func BenchmarkGuide(b *testing.B) {
	build := guideBuilder(b)
	var files map[string][]byte
	for b.Loop() {
		files = build()
	}
	b.ReportMetric(b.Elapsed().Seconds()*1000/float64(b.N), "ms-200-pages")
	raw, zipped := 0, 0
	for name, file := range files {
		if strings.HasPrefix(name, "assets/search.") {
			raw, zipped = len(file), gzipped(b, file)
		}
	}
	b.ReportMetric(float64(raw), "B-index-raw")
	b.ReportMetric(float64(zipped), "B-index-gzip")
}

// guideBuilder is what builds the big guide, each time into the same folder.
func guideBuilder(b *testing.B) func() map[string][]byte {
	b.Helper()
	percent := debug.SetGCPercent(pack.GCPercent)
	b.Cleanup(func() { debug.SetGCPercent(percent) })
	in := site.Input{Content: bigGuide(b), Program: site.Program{Wasm: []byte("\x00asm"), Exec: []byte("globalThis.Go = class {};")}}
	out := b.TempDir()
	return func() map[string][]byte {
		files, err := site.Build(in)
		require.NoError(b, err)
		require.NoError(b, pack.Write(out, files))
		return files
	}
}

func gzipped(tb testing.TB, content []byte) int {
	tb.Helper()
	var out bytes.Buffer
	w, err := gzip.NewWriterLevel(&out, gzip.BestCompression)
	require.NoError(tb, err)
	_, err = w.Write(content)
	require.NoError(tb, err)
	require.NoError(tb, w.Close())
	return out.Len()
}

// layout is a bare theme for Hugo: list of pages, contents, text.
const layout = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{{ .Title }}</title></head><body>
<nav><ul>{{ range .Site.RegularPages }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>{{ end }}</ul></nav>
<aside>{{ .TableOfContents }}</aside><main>{{ .Content }}</main></body></html>
`

// BenchmarkHugo has Hugo build the same Markdown with a bare theme, where it is
// installed: go install github.com/gohugoio/hugo@v0.165.0. The two take turns,
// as a machine is not equally quick from one minute to the next; the medians
// are compared.
func BenchmarkHugo(b *testing.B) {
	program, err := exec.LookPath("hugo")
	if err != nil {
		b.Skip("hugo is not installed: go install github.com/gohugoio/hugo@v0.165.0")
	}
	build, hugo := guideBuilder(b), hugoBuilder(b, program)
	var ours, its []float64
	for b.Loop() {
		ours = append(ours, msOf(func() { build() }))
		its = append(its, msOf(hugo))
	}
	b.ReportMetric(0, "ns/op")
	b.ReportMetric(median(its), "ms-200-pages")
	b.ReportMetric(median(ours), "ms-ours")
	b.ReportMetric(median(ours)/median(its), "ours/hugo")
}

// hugoBuilder is what has Hugo build the big guide, each time into the same
// folder, without what it remembers of the last time.
func hugoBuilder(b *testing.B, program string) func() {
	b.Helper()
	source, out := b.TempDir(), b.TempDir()
	files := map[string][]byte{
		"hugo.toml":               []byte("baseURL = 'https://example.com/'\ntitle = 'Guide'\ndisableKinds = ['taxonomy', 'term', 'rss', 'sitemap']\n"),
		"layouts/single.html":     []byte(layout),
		"layouts/list.html":       []byte(layout),
		"layouts/home.html":       []byte(layout),
		"content/guide/_index.md": []byte("# Guide\n"),
	}
	for name, file := range bigGuide(b) {
		if strings.HasPrefix(name, "guide/") {
			title := strings.SplitN(string(file.Data), "\n", 2)[0]
			files["content/"+name] = []byte("---\ntitle: " + strings.TrimPrefix(title, "# ") + "\n---\n" + string(file.Data))
		}
	}
	require.NoError(b, pack.Write(source, files))
	return func() {
		cmd := exec.Command(program, "--quiet", "--source", source, "--destination", out, "--ignoreCache")
		printed, err := cmd.CombinedOutput()
		require.NoError(b, err, string(printed))
	}
}

func msOf(do func()) float64 {
	begin := time.Now()
	do()
	return time.Since(begin).Seconds() * 1000
}

func median(times []float64) float64 {
	slices.Sort(times)
	return (times[(len(times)-1)/2] + times[len(times)/2]) / 2
}
