package site_test

import (
	"fmt"
	"io/fs"
	"os"
	"path"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/net/html"

	"headroom/advisor/rule"
	"headroom/scripts/collect"
	"headroom/site"
)

// guide is the content that is published.
var guide = os.DirFS("../content")

// published is the site as it is published, but for the advisor's program.
func published(t testing.TB) map[string]string {
	t.Helper()
	files, err := publish()
	require.NoError(t, err)
	return files
}

var publish = sync.OnceValues(func() (map[string]string, error) {
	program := site.Program{Wasm: []byte("\x00asm"), Exec: []byte("globalThis.Go = class {};")}
	scripts, err := collect.Files()
	if err != nil {
		return nil, err
	}
	built, err := site.Build(site.Input{Content: guide, Rules: rule.Catalogue, Program: program, Collect: scripts})
	files := map[string]string{}
	for name, file := range built {
		files[name] = string(file)
	}
	return files, err
})

// What a page may weigh beyond its own text.
const (
	rawMost  = 60_000
	gzipMost = 20_000
)

func TestPagesWeighLittle(t *testing.T) {
	files := published(t)
	for _, name := range readingPages(files) {
		raw, zipped := weigh(t, files, name)
		assert.Less(t, raw, rawMost, name)
		assert.Less(t, zipped, gzipMost, name)
	}
}

// readingPages are the pages of the guide and the index of rules, in order.
func readingPages(files map[string]string) []string {
	var names []string
	for name := range files {
		if strings.HasPrefix(name, "guide/") && strings.HasSuffix(name, ".html") || name == "rules.html" {
			names = append(names, name)
		}
	}
	slices.Sort(names)
	return names
}

// weigh is what a page costs beyond its text, as it is and with gzip: its
// HTML less the text that a reader sees, and the style sheets and scripts that
// it loads. The index of the search comes later, for those who search.
func weigh(t testing.TB, files map[string]string, name string) (raw, zipped int) {
	t.Helper()
	page := files[name]
	text := textOf(t, page)
	raw, zipped = len(page)-len(text), gzipped(t, []byte(page))-gzipped(t, []byte(text))
	for asset, content := range files {
		up := strings.Repeat("../", strings.Count(name, "/"))
		loaded := strings.Contains(page, ` src="`+up+asset+`"`) || strings.Contains(page, ` href="`+up+asset+`"`)
		if loaded && strings.HasPrefix(asset, "assets/") {
			raw, zipped = raw+len(content), zipped+gzipped(t, []byte(content))
		}
	}
	return raw, zipped
}

// textOf is what a reader sees of a page.
func textOf(t testing.TB, page string) string {
	t.Helper()
	root, err := html.Parse(strings.NewReader(page))
	require.NoError(t, err)
	var text strings.Builder
	for n := range root.Descendants() {
		if n.Type == html.TextNode && strings.TrimSpace(n.Data) != "" {
			text.WriteString(n.Data)
		}
	}
	return text.String()
}

// codeLines calls visit with every line of fenced code of the published pages.
func codeLines(t *testing.T, visit func(page string, number int, line string)) {
	t.Helper()
	names, err := fs.Glob(guide, "guide/*.md")
	require.NoError(t, err)
	require.NotEmpty(t, names)
	for _, name := range names {
		text, err := fs.ReadFile(guide, name)
		require.NoError(t, err)
		fenced := false
		for i, line := range strings.Split(string(text), "\n") {
			if strings.HasPrefix(line, "```") {
				fenced = !fenced
			} else if fenced {
				visit(name, i+1, line)
			}
		}
	}
}

// written is what a setting is called where it is set, for those whose own name
// is no word of the system's.
var written = map[string]string{
	"ulimit.nofile": "ulimit -n", "ulimit.data": "ulimit -d", "windows.dynamicport.tcp": "dynamicport tcp",
}

// A figure of the catalogue stands in the catalogue only: code that sets it
// says {{ID}} and has it put in.
func TestFiguresStandInOnePlace(t *testing.T) {
	codeLines(t, func(page string, number int, line string) {
		system := strings.TrimSuffix(path.Base(page), ".md")
		for i := range rule.Catalogue {
			r := &rule.Catalogue[i]
			if r.OS == system && sets(line, r) {
				assert.Fail(t, "a figure that stands twice", "%s:%d: %s: write {{%s}}", page, number, line, r.ID)
			}
		}
	})
}

// sets reports whether a line has the setting of the rule with its figure.
func sets(line string, r *rule.Rule) bool {
	name := strings.TrimPrefix(strings.TrimPrefix(r.Setting, "startup."), "systemd.")
	if other, ok := written[r.Setting]; ok {
		name = other
	}
	if other, ok := written[r.ID]; ok {
		name = other
	}
	n, err := strconv.ParseUint(r.Guide, 10, 64)
	if err != nil || n < 2 || !word(name).MatchString(line) {
		return false
	}
	for _, figure := range []string{r.Guide, fmt.Sprintf("%08x", n), fmt.Sprintf("%dM", n>>20), fmt.Sprintf("%dG", n>>30)} {
		if figure != "0M" && figure != "0G" && word(figure).MatchString(line) {
			return true
		}
	}
	return false
}

// word matches a text that is no part of a longer name or number.
func word(text string) *regexp.Regexp {
	return regexp.MustCompile(`(^|[^\w.])` + regexp.QuoteMeta(text) + `($|[^\w.])`)
}
