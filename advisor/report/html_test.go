package report

import (
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"headroom/advisor/capacity"
	"headroom/advisor/dump"
	"headroom/advisor/rule"
)

// permitted are the elements of a report with the attributes each may bear.
var permitted = map[string]string{
	"a": "class href data-line data-file", "article": "class id data-rule data-verdict aria-labelledby",
	"button": "class type data-copy data-filter data-download data-print data-file data-from data-to aria-pressed aria-label", "code": "class id", "dd": "", "del": "", "details": "class id", "div": "class id data-line data-file data-verdict",
	"dl": "class", "dt": "", "figcaption": "", "figure": "class", "h2": "id", "h3": "id class", "ins": "", "mark": "class", "li": "class data-verdict", "option": "value selected", "p": "class", "pre": "class id tabindex role aria-label",
	"select":  "id data-file data-from data-to aria-label",
	"section": "class data-verdict aria-labelledby", "span": "class data-verdict", "strong": "class", "summary": "", "table": "", "tbody": "", "td": "",
	"th": "scope", "thead": "", "tr": "", "ul": "class",

	// of a document of its own
	"html": "lang", "head": "", "meta": "charset http-equiv content name", "style": "", "body": "", "main": "", "h1": "",

	"svg":   "class role aria-labelledby focusable viewBox preserveAspectRatio width height font-family",
	"title": "id", "desc": "id", "g": "class",
	"rect":     "class x y width height fill fill-opacity",
	"line":     "class x1 y1 x2 y2 stroke stroke-dasharray",
	"polyline": "class points fill stroke stroke-dasharray",
	"circle":   "class cx cy r fill",
	"text":     "class x y text-anchor font-size fill",
}

// fragment parses HTML the way innerHTML does.
func fragment(t *testing.T, text string) []*html.Node {
	t.Helper()
	nodes, err := html.ParseFragment(strings.NewReader(text), &html.Node{Type: html.ElementNode, Data: "div", DataAtom: atom.Div})
	require.NoError(t, err)
	return nodes
}

func walk(nodes []*html.Node, visit func(*html.Node)) {
	for _, n := range nodes {
		visit(n)
		for c := range n.ChildNodes() {
			walk([]*html.Node{c}, visit)
		}
	}
}

func attr(n *html.Node, name string) string {
	for _, a := range n.Attr {
		if a.Key == name {
			return a.Val
		}
	}
	return ""
}

// checkMarkup finds elements and attributes that are not on the list, links
// that lead out of the site, and ids that occur twice.
func checkMarkup(t *testing.T, text string) {
	t.Helper()
	checkNodes(t, fragment(t, text))
}

// checkDocument does the same for a page that stands alone, whose one style sheet
// is that of every such page.
func checkDocument(t *testing.T, text string) {
	t.Helper()
	tree, err := html.Parse(strings.NewReader(text))
	require.NoError(t, err)
	require.Equal(t, html.DoctypeNode, tree.FirstChild.Type)
	require.Equal(t, 1, strings.Count(text, "<style"))
	require.Contains(t, text, "<style>"+documentStyle+"</style>")
	checkNodes(t, []*html.Node{tree.LastChild})
}

func checkNodes(t *testing.T, nodes []*html.Node) {
	t.Helper()
	ids := map[string]bool{}
	walk(nodes, func(n *html.Node) {
		if n.Type == html.TextNode {
			return
		}
		require.Equal(t, html.ElementNode, n.Type, "neither text nor element: %q", n.Data)
		attributes, ok := permitted[n.Data]
		require.True(t, ok, "element %s", n.Data)
		for _, a := range n.Attr {
			require.Contains(t, strings.Fields(attributes), a.Key, "attribute of %s", n.Data)
			switch a.Key {
			case "href":
				require.True(t, strings.HasPrefix(a.Val, "#") || strings.HasPrefix(a.Val, "guide/"), a.Val)
			case "id":
				require.False(t, ids[a.Val], "id %s twice", a.Val)
				ids[a.Val] = true
			}
		}
	})
}

// fragments is all that a check puts into the page.
func fragments(r *Report) string { return HTML(r) + CapacityHTML(r) + LinesHTML(r, 1, 0) }

// plannedPage is all that a plan puts into the page, beside a host from elsewhere.
func plannedPage(text, name string) string {
	p, err := capacity.ParsePlan(text)
	if err != nil {
		return ""
	}
	in := strings.NewReplacer("\n", " ", "\t", " ").Replace(name)
	host := rule.Recall("host\tlinux\t"+in+"\t"+in+"\t\t9\t0\ttrue\tfalse\tfalse\n"+
		"ulimit.nofile\t7\tprocess\t"+in+"\t"+in+"\t"+in+"\t0\t3\t0\tfalse\nfs.file-max\t"+in+"\trunning\tsysctl\t\t\t0\t4\t0\tfalse\n", p)
	limits, binding := rule.Limits(host)
	w := &htmlWriter{}
	w.block(elP, PlanTold(p, host, limits, name))
	return w.String() + PlanHTML(p) + PlanChartsHTML(p, limits, binding)
}

func TestNoTextBecomesMarkup(t *testing.T) {
	for _, names := range [][]string{{"a"}, {hostile, hostile}} {
		checkMarkup(t, fragments(sample(names, hostile)))
		checkDocument(t, Document(sample(names, hostile)))
	}
	checkMarkup(t, plannedPage(everyKey, hostile))
}

// everyKey is a plan in which every formula and every picture has its say.
const everyKey = "pop-users=100000,imap-users=500,webuser-sessions=900,webuser-keepalive=1,smtp-in=9,smtp-out=8,other-connections=1,closes-per-second=50," +
	"outgoing-per-second=5,new-per-second=9,time-wait=60,queue=200,processors=20,local-per-second=9,ram-mb=4096,swap-mb=1024,bits=32,sip-per-second=5,accounts=9"

func FuzzHTML(f *testing.F) {
	f.Add(hostile, "name", "other")
	f.Add("<!--", "-->", "]]>")
	f.Add("<textarea>", "</title>", "<svg><style>")
	f.Add("\xfe\xff\x00<\x00b\x00>", "", "")
	f.Add("connections=1e300,queue=0.0000001", everyKey, "threads=1000000000,stack-kb=1000000000")
	f.Add("\x00", "pop-users=0,connections=0,threads=0", "closes-per-second=1,time-wait=600")
	f.Fuzz(func(t *testing.T, text, name, other string) {
		checkMarkup(t, fragments(sample([]string{name, other}, text)))
		checkDocument(t, Document(sample([]string{name, other}, text)))
		checkMarkup(t, plannedPage(name, text))
		checkMarkup(t, plannedPage(other, text))
	})
}

func TestADocumentIsWhole(t *testing.T) {
	text := Document(sample([]string{"a.txt"}, "fs.file-max = 1\nx\n"))
	checkDocument(t, text)
	assert.True(t, strings.HasPrefix(text, "<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><meta "), text[:80])
	assert.Contains(t, text, `content="default-src &#39;none&#39;; style-src &#39;unsafe-inline&#39;"`)
	assert.Contains(t, text, "<title>Headroom: a.txt</title>")
	assert.NotContains(t, text, "<button", "nothing that would do nothing")
	for _, link := range regexp.MustCompile(`href="#([^"]*)"`).FindAllStringSubmatch(text, -1) {
		assert.Contains(t, text, ` id="`+link[1]+`"`, "every link leads somewhere")
	}
}

// Of a long dump a saved page shows what something is said of, and how much lies
// between.
func TestADocumentOfALongDumpIsShort(t *testing.T) {
	text := Document(sample([]string{"a.txt"}, "fs.file-max = 1\nkernel.noise = 1\n"+strings.Repeat("kernel.noise = 1\n", 6000)+"what is this\nkernel.noise = 1\n"))
	checkDocument(t, text)
	assert.Equal(t, []string{"L1", "L2", "L3", "L4", "L6001", "L6002", "L6003", "L6004"}, lineIDs(t, text))
	assert.Contains(t, text, "… 5996 lines")
}

func TestEachFindingIsAnArticleWithItsHooks(t *testing.T) {
	r := sample([]string{"a.txt"}, "fs.file-max = 1\nx\n")
	found := map[string]string{}
	walk(fragment(t, HTML(r)), func(n *html.Node) {
		if n.Data == "article" {
			found[attr(n, "data-rule")] = attr(n, "data-verdict")
		}
	})
	assert.Equal(t, map[string]string{"linux.fs.file-max": "fix", "linux.kernel.pid_max": "unseen", "linux.kernel.threads-max": "ok"}, found)
	text := HTML(r)
	assert.Contains(t, text, `<a data-line="1" href="#L1">line 1</a>`)
	assert.Contains(t, text, `href="guide/linux.html#linux.fs.file-max"`)
	assert.Contains(t, text, `<button type="button" data-copy="remedy-0"`)
	assert.Contains(t, text, `<p class="answer">This host holds about 512 connections; the descriptor limit on line 1 stops it first.</p>`)
}

// What asks nothing of the reader stands folded, and never above what does.
func TestOnlyWhatIsToDoStandsOpen(t *testing.T) {
	folded := map[string]bool{}
	walk(fragment(t, HTML(sample([]string{"a"}, "x\n"))), func(n *html.Node) {
		if n.Data == "article" {
			folded[attr(n, "data-verdict")] = n.Parent.Data == "details"
		}
	})
	assert.Equal(t, map[string]bool{"fix": false, "ok": true, "unseen": true}, folded)
}

func TestTheGuideMayStandElsewhere(t *testing.T) {
	r := sample([]string{"a"}, "x\n")
	r.Page = func(ru *rule.Rule) string { return "guide/time-wait.html#" + ru.ID }
	assert.Contains(t, HTML(r), `href="guide/time-wait.html#linux.fs.file-max"`)
	assert.NotContains(t, HTML(r), "guide/linux.html")
}

func lineIDs(t *testing.T, text string) []string {
	var ids []string
	walk(fragment(t, text), func(n *html.Node) {
		if n.Data == "div" && attr(n, "data-line") != "" {
			ids = append(ids, attr(n, "id"))
		}
	})
	return ids
}

func TestTheDumpIsOneElementALine(t *testing.T) {
	r := sample([]string{"a", "b"}, "fs.file-max = 1\nwhat is this\n\nend")
	assert.Equal(t, []string{"L1", "L2", "L3", "L4", "L2.1", "L2.2", "L2.3", "L2.4"}, lineIDs(t, LinesHTML(r, 1, 0)))
	assert.Equal(t, []string{"L3", "L4", "L2.1"}, lineIDs(t, LinesHTML(r, 3, 5)), "a window runs over the files")
	assert.Equal(t, []string{"L2.4"}, lineIDs(t, LinesHTML(r, 8, 99)))
	assert.Empty(t, lineIDs(t, LinesHTML(r, 9, 0)))
	assert.Empty(t, lineIDs(t, LinesHTML(r, 5, 4)))
	assert.Len(t, lineIDs(t, LinesHTML(r, -3, 0)), 8)
}

// Of a line too long for a page its beginning is shown, and how much is left.
func TestALongLineIsCut(t *testing.T) {
	r := sample([]string{"a"}, strings.Repeat("é", 62_000)+"\n"+strings.Repeat("b", 2000)+"\n")
	text := LinesHTML(r, 1, 0)
	assert.Contains(t, text, strings.Repeat("é", 2000)+`<span class="cut">… and 60,000 more characters</span>`)
	assert.Equal(t, 2000, strings.Count(text, "é"))
	assert.Equal(t, 1, strings.Count(text, `class="cut"`), "the other line is whole")
}

func TestALineNamesItsVerdictAndRuleInText(t *testing.T) {
	text := LinesHTML(sample([]string{"a"}, "fs.file-max = 1\nwhat is this\n"), 1, 0)
	assert.Contains(t, text, `<div class="line" id="L1" data-line="1" data-verdict="fix">`)
	assert.Contains(t, text, `<a href="#finding-linux.fs.file-max">fix<span class="of">: linux.fs.file-max</span></a>`)
	assert.Contains(t, text, `<span class="mark">not understood</span>`)
}

func TestCapacityMarksTheLimitThatBinds(t *testing.T) {
	r := sample([]string{"a"}, "x\n")
	text := CapacityHTML(r)
	assert.Equal(t, 1, strings.Count(text, "<strong>binds first</strong>"))
	assert.Contains(t, text, `<tr><th scope="row">descriptors, binds first</th><td>512</td></tr>`, "the bars' figures as a table")
	assert.Contains(t, text, `<li class="limit tight binding"><p class="bar-head"><span class="what">descriptors</span> <strong>binds first</strong> <span class="holds"><span class="count">512</span> connections</span></p>`)
	r.Planned, r.Shares = 700, []capacity.Share{{Key: "imap-users", Connections: 700}}
	text = CapacityHTML(r)
	assert.Contains(t, text, `<li class="limit short binding">`)
	assert.Contains(t, text, `<strong class="shortfall">188 short of the plan</strong>`)
	assert.Contains(t, text, "room for 19,300 more than planned")
	assert.Contains(t, text, `<li class="share-1">IMAP and MAPI 700</li>`)
	assert.Contains(t, text, `<tr><th scope="row">Your plan, IMAP and MAPI</th><td>700</td><td></td></tr>`)
	assert.Contains(t, text, `<tr><th scope="row">descriptors, binds first</th><td>512</td><td>188 short of the plan</td></tr>`)
	r.Limits, r.Binding = nil, -1
	assert.Equal(t, "<p>What was shown names no limit that bounds the connections.</p>\n", CapacityHTML(r))
}

func TestANoticeIsAllThereIsToSay(t *testing.T) {
	r := &Report{Dump: &dump.Dump{Notice: "The input is empty."}, Binding: -1}
	assert.Equal(t, "<p class=\"answer\">The input is empty.</p>\n", HTML(r))
	assert.Equal(t, "The input is empty.\n", Text(r))
	assert.Equal(t, "**The input is empty.**\n\n", Markdown(r))
}
