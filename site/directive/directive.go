// Package directive makes blocks of one line for Markdown pages: a line
//
//	::NAME ARGUMENTS
//
// of its own becomes whatever a function writes for its arguments.
package directive

import (
	"bytes"
	"io"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/renderer"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// A Render writes the HTML of one block. line is the 1-based line of the page
// on which the block stands; an error ends the rendering of the page, and
// should name it.
type Render func(w io.Writer, arguments string, line int) error

// Extension returns the goldmark extension for the blocks of a name.
func Extension(name string, render Render) goldmark.Extender {
	return directive{"::" + name + " ", render}
}

type directive struct {
	prefix string
	render Render
}

// Extend is part of goldmark.Extender.
func (d directive) Extend(m goldmark.Markdown) {
	m.Parser().AddOptions(parser.WithBlockParsers(util.Prioritized(blockParser{d}, 50)))
	m.Renderer().AddOptions(renderer.WithNodeRenderers(util.Prioritized(d, 50)))
}

var kind = ast.NewNodeKind("Directive")

// A node is a block of any name: it brings the function that writes it along.
type node struct {
	ast.BaseBlock
	arguments string
	render    Render
}

func (n *node) Kind() ast.NodeKind { return kind }

func (n *node) Dump(source []byte, level int) {
	ast.DumpHelper(n, source, level, map[string]string{"Arguments": n.arguments}, nil)
}

type blockParser struct{ directive }

func (blockParser) Trigger() []byte { return []byte{':'} }

func (p blockParser) Open(_ ast.Node, reader text.Reader, pc parser.Context) (ast.Node, parser.State) {
	start := pc.BlockOffset()
	if start < 0 { // nothing but indentation and a narrow tab
		return nil, parser.NoChildren
	}
	line, _ := reader.PeekLine()
	arguments, ok := bytes.CutPrefix(line[start:], []byte(p.prefix))
	if !ok {
		return nil, parser.NoChildren
	}
	reader.AdvanceToEOL()
	return &node{arguments: string(bytes.TrimSpace(arguments)), render: p.render}, parser.NoChildren
}

func (blockParser) Continue(ast.Node, text.Reader, parser.Context) parser.State { return parser.Close }
func (blockParser) Close(ast.Node, text.Reader, parser.Context)                 {}
func (blockParser) CanInterruptParagraph() bool                                 { return true }
func (blockParser) CanAcceptIndentedLine() bool                                 { return false }

// RegisterFuncs is part of goldmark's renderer.NodeRenderer.
func (directive) RegisterFuncs(r renderer.NodeRendererFuncRegisterer) {
	r.Register(kind, renderNode)
}

func renderNode(w util.BufWriter, source []byte, n ast.Node, entering bool) (ast.WalkStatus, error) {
	if !entering {
		return ast.WalkContinue, nil
	}
	line := 1 + bytes.Count(source[:n.Pos()], []byte("\n"))
	this := n.(*node)
	if err := this.render(w, this.arguments, line); err != nil {
		return ast.WalkStop, err
	}
	return ast.WalkContinue, nil
}
