// Package code renders the fenced code of a Markdown page: coloured, with the
// figures of the catalogue put in, and as a file where it is one.
//
//	```ini /etc/sysctl.d/90-communigate.conf
//	fs.file-max = {{linux.fs.file-max}}
//	```
//
// The second word of the info string is the file's path. Two braces hold the
// place of a rule's figure: see figures. So a figure stands in one place only.
// The language sum is for arithmetic, which nobody types: it is not coloured,
// and the page offers no button to copy it.
package code

import (
	"bytes"
	"errors"
	"fmt"
	"html"
	"slices"
	"strings"

	"github.com/alecthomas/chroma/v2/lexers"
	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/renderer"
	"github.com/yuin/goldmark/util"

	"headroom/advisor/rule"
)

// Extension returns the goldmark extension for fenced code. A language that is
// not known, and a place that no rule's figure can fill, are errors of
// rendering; they name the line in page, a file.
func Extension(page string, rules []rule.Rule) goldmark.Extender { return blocks{page, rules} }

type blocks struct {
	page  string
	rules []rule.Rule
}

// Extend is part of goldmark.Extender.
func (b blocks) Extend(m goldmark.Markdown) {
	m.Renderer().AddOptions(renderer.WithNodeRenderers(util.Prioritized(b, 60)))
}

// RegisterFuncs is part of goldmark's renderer.NodeRenderer.
func (b blocks) RegisterFuncs(r renderer.NodeRendererFuncRegisterer) {
	r.Register(ast.KindFencedCodeBlock, b.render)
}

func (b blocks) render(w util.BufWriter, source []byte, n ast.Node, entering bool) (ast.WalkStatus, error) {
	if !entering {
		return ast.WalkContinue, nil
	}
	fenced := n.(*ast.FencedCodeBlock)
	language, path := info(fenced, source)
	if !uncoloured(language) && lexers.Get(language) == nil {
		return ast.WalkStop, fmt.Errorf("%s:%d: no language %q; %q is for code of none", b.page, lineOf(source, n.Pos()), language, plain)
	}
	text, used, err := b.text(fenced, source)
	if err != nil {
		return ast.WalkStop, err
	}
	_, err = w.WriteString(block(language, path, text, used))
	return ast.WalkSkipChildren, err
}

// The languages of what is not to be coloured.
const (
	plain = "text"
	sum   = "sum"
)

func uncoloured(language string) bool { return language == "" || language == plain || language == sum }

// info returns the language and the path of the info string.
func info(n *ast.FencedCodeBlock, source []byte) (language, path string) {
	if n.Info == nil {
		return "", ""
	}
	language, path, _ = strings.Cut(string(n.Info.Segment.Value(source)), " ")
	return language, strings.TrimSpace(path)
}

// text is the code with the figures put in. used are the rules they came from,
// once each.
func (b blocks) text(n *ast.FencedCodeBlock, source []byte) (text string, used []string, err error) {
	var out strings.Builder
	var problems []error
	for i := range n.Lines().Len() {
		segment := n.Lines().At(i)
		line, ids, err := fill(string(segment.Value(source)), b.rules)
		if err != nil {
			problems = append(problems, fmt.Errorf("%s:%d: %w", b.page, lineOf(source, segment.Start), err))
		}
		for _, id := range ids {
			if !slices.Contains(used, id) {
				used = append(used, id)
			}
		}
		out.WriteString(line)
	}
	return out.String(), used, errors.Join(problems...)
}

// block is the markup of code. A file is a figure with its path; the page's
// script finds what is made from rules by their IDs.
func block(language, path, text string, used []string) string {
	var rules string
	if len(used) > 0 {
		rules = ` data-rules="` + html.EscapeString(strings.Join(used, " ")) + `"`
	}
	pre := "<pre><code>"
	if language == sum {
		pre = `<pre class="sum"><code>`
	}
	pre += highlight(language, text) + "</code></pre>"
	if path == "" && rules == "" {
		return pre + "\n"
	}
	var caption string
	if path != "" {
		caption = "<figcaption><code>" + html.EscapeString(path) + "</code></figcaption>"
	}
	return `<figure class="file"` + rules + ">" + caption + pre + "</figure>\n"
}

// lineOf is the 1-based line of a position.
func lineOf(source []byte, position int) int {
	return 1 + bytes.Count(source[:max(position, 0)], []byte("\n"))
}
