// Package rulecard places rules in a Markdown page. A line of its own
//
//	::rule linux.fs.file-max
//
// becomes the card of that rule: what is asked, why, how to see and set it,
// and an empty, hidden place that the page's script fills after a check.
package rulecard

import (
	"bytes"
	_ "embed"
	"html/template"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/renderer"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"

	"headroom/advisor/rule"
)

// Extension returns the goldmark extension for cards. lookup is called once a
// card with the ID and the 1-based line it stands on; its error ends the
// rendering of the page.
func Extension(lookup func(id string, line int) (*rule.Rule, error)) goldmark.Extender {
	return cards{lookup}
}

type cards struct {
	lookup func(id string, line int) (*rule.Rule, error)
}

// Extend is part of goldmark.Extender.
func (c cards) Extend(m goldmark.Markdown) {
	m.Parser().AddOptions(parser.WithBlockParsers(util.Prioritized(blockParser{}, 50)))
	m.Renderer().AddOptions(renderer.WithNodeRenderers(util.Prioritized(c, 50)))
}

var kind = ast.NewNodeKind("RuleCard")

type node struct {
	ast.BaseBlock
	id string
}

func (n *node) Kind() ast.NodeKind { return kind }

func (n *node) Dump(source []byte, level int) {
	ast.DumpHelper(n, source, level, map[string]string{"ID": n.id}, nil)
}

type blockParser struct{}

func (blockParser) Trigger() []byte { return []byte{':'} }

func (blockParser) Open(_ ast.Node, reader text.Reader, pc parser.Context) (ast.Node, parser.State) {
	start := pc.BlockOffset()
	if start < 0 { // nothing but indentation and a narrow tab
		return nil, parser.NoChildren
	}
	line, _ := reader.PeekLine()
	id, ok := bytes.CutPrefix(line[start:], []byte("::rule "))
	if !ok {
		return nil, parser.NoChildren
	}
	reader.AdvanceToEOL()
	return &node{id: string(bytes.TrimSpace(id))}, parser.NoChildren
}

func (blockParser) Continue(ast.Node, text.Reader, parser.Context) parser.State { return parser.Close }
func (blockParser) Close(ast.Node, text.Reader, parser.Context)                 {}
func (blockParser) CanInterruptParagraph() bool                                 { return true }
func (blockParser) CanAcceptIndentedLine() bool                                 { return false }

// RegisterFuncs is part of goldmark's renderer.NodeRenderer.
func (c cards) RegisterFuncs(r renderer.NodeRendererFuncRegisterer) {
	r.Register(kind, c.render)
}

//go:embed card.html
var cardSource string

var card = template.Must(template.New("card").Parse(cardSource))

func (c cards) render(w util.BufWriter, source []byte, n ast.Node, entering bool) (ast.WalkStatus, error) {
	if !entering {
		return ast.WalkContinue, nil
	}
	line := 1 + bytes.Count(source[:n.Pos()], []byte("\n"))
	r, err := c.lookup(n.(*node).id, line)
	if err != nil {
		return ast.WalkStop, err
	}
	return ast.WalkContinue, card.Execute(w, newView(r))
}
