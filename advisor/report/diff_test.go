package report

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"golang.org/x/net/html"

	"headroom/advisor/remedy"
	"headroom/advisor/rule"
)

func edits(before, after string) string {
	list, ok := diff(before, after)
	if !ok {
		return "too long"
	}
	var b strings.Builder
	for _, e := range list {
		b.WriteString(string(e.kind) + e.text + "\n")
	}
	return b.String()
}

func TestDiffKeepsWhatBothHave(t *testing.T) {
	assert.Equal(t, " a\n-b\n+B\n c\n", edits("a\nb\nc\n", "a\nB\nc\n"))
	assert.Equal(t, "+new\n a\n", edits("a\n", "new\na\n"))
	assert.Equal(t, "-a\n", edits("a", ""))
	assert.Equal(t, " a\n", edits("a\r\n", "a\n"), "the end of a line is no change")
	assert.Equal(t, "", edits("", ""))
	long := strings.Repeat("x\n", diffMost+1)
	assert.Equal(t, "too long", edits(long, ""))
}

// Where the reader's own file is known, what is new in it is marked, what
// changes stands below, and what is copied is the file and nothing else.
func TestChangesOfTheReadersFileAreMarked(t *testing.T) {
	r := sample([]string{"a"}, "x\n")
	r.Files = []remedy.File{{Path: "/etc/sysctl.conf", Before: "kernel.x = 1\nfs.file-max = 1\n",
		Content: "kernel.x = 1\n# linux.fs.file-max: Open files\nfs.file-max = 131072\n", Rules: []string{"linux.fs.file-max"}, Instead: -1}}
	text := HTML(r)
	assert.Contains(t, text, "<summary>What changes in your file: 1 line out, 2 in</summary>")
	assert.Contains(t, text, "<del>- fs.file-max = 1</del>")
	assert.Contains(t, text, `<mark class="added">fs.file-max = 131072</mark>`)
	copied := map[string]string{}
	walk(fragment(t, text), func(n *html.Node) {
		if n.Data == "pre" {
			copied[attr(n, "id")] = textOf(n)
		}
	})
	assert.Equal(t, r.Files[0].Content, copied["remedy-0"])
	assert.Equal(t, "fs.file-max = 131072\n", copied["fix-linux.fs.file-max"], "a finding shows its own lines")
}

func textOf(n *html.Node) string {
	if n.Type == html.TextNode {
		return n.Data
	}
	s := ""
	for c := range n.ChildNodes() {
		s += textOf(c)
	}
	return s
}

// A chain of limits stands together, the link that binds first, whatever the
// order was; a circle loses none.
func TestChainsStandTogether(t *testing.T) {
	finding := func(id, boundBy string) *rule.Finding {
		return &rule.Finding{Rule: &rule.Rule{ID: id}, BoundBy: boundBy}
	}
	ids := func(list []*rule.Finding) (s string) {
		for _, f := range list {
			s += f.Rule.ID
		}
		return s
	}
	assert.Equal(t, "acbd", ids(chained([]*rule.Finding{finding("a", ""), finding("b", ""), finding("c", "a"), finding("d", "b")})))
	assert.Equal(t, "bac", ids(chained([]*rule.Finding{finding("a", "b"), finding("b", "elsewhere"), finding("c", "a")})))
	assert.Equal(t, "ab", ids(chained([]*rule.Finding{finding("a", "b"), finding("b", "a")})))
}
