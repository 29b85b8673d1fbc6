// Package note sets passages of a Markdown page apart:
//
//	:::warning
//	Text, lists, code.
//	:::
//
// The words after the colons are note or warning. A container in a container
// needs a longer row of colons outside, as code fences do.
package note

import (
	"bytes"
	"fmt"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/renderer"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// Extension returns the goldmark extension for the containers. Rendering a
// page with a container that is never closed is an error that names the line
// in file, which is the page's.
func Extension(file string) goldmark.Extender { return notes{file} }

// titles names the kinds of container and what a reader sees of them.
var titles = map[string]string{"note": "Note", "warning": "Warning"}

type notes struct{ file string }

// Extend is part of goldmark.Extender.
func (x notes) Extend(m goldmark.Markdown) {
	m.Parser().AddOptions(parser.WithBlockParsers(util.Prioritized(blockParser{}, 60)))
	m.Renderer().AddOptions(renderer.WithNodeRenderers(util.Prioritized(x, 60)))
}

var kind = ast.NewNodeKind("Note")

type node struct {
	ast.BaseBlock
	word   string // note or warning
	fence  int    // colons that opened it
	closed bool
}

func (n *node) Kind() ast.NodeKind { return kind }

func (n *node) Dump(source []byte, level int) {
	ast.DumpHelper(n, source, level, map[string]string{"Word": n.word}, nil)
}

type blockParser struct{}

func (blockParser) Trigger() []byte { return []byte{':'} }

// fence splits a line into its leading colons and the word after them.
// The count is below 3 when the line is no fence.
func fence(line []byte) (colons int, word string) {
	rest := bytes.TrimLeft(line, ":")
	return len(line) - len(rest), string(bytes.TrimSpace(rest))
}

func (blockParser) Open(_ ast.Node, reader text.Reader, pc parser.Context) (ast.Node, parser.State) {
	start := pc.BlockOffset()
	if start < 0 { // nothing but indentation and a narrow tab
		return nil, parser.NoChildren
	}
	line, _ := reader.PeekLine()
	colons, word := fence(line[start:])
	if colons < 3 || titles[word] == "" {
		return nil, parser.NoChildren
	}
	reader.AdvanceToEOL()
	return &node{word: word, fence: colons}, parser.HasChildren
}

func (blockParser) Continue(n ast.Node, reader text.Reader, pc parser.Context) parser.State {
	// Code inside the container may hold colons of its own.
	if last := pc.LastOpenedBlock().Node; last != nil && last.Kind() == ast.KindFencedCodeBlock {
		return parser.Continue | parser.HasChildren
	}
	line, _ := reader.PeekLine()
	colons, word := fence(bytes.TrimLeft(line, " "))
	this := n.(*node)
	if colons != this.fence || word != "" {
		return parser.Continue | parser.HasChildren
	}
	this.closed = true
	reader.AdvanceToEOL()
	return parser.Close
}

func (blockParser) Close(ast.Node, text.Reader, parser.Context) {}
func (blockParser) CanInterruptParagraph() bool                 { return true }
func (blockParser) CanAcceptIndentedLine() bool                 { return false }

// RegisterFuncs is part of goldmark's renderer.NodeRenderer.
func (x notes) RegisterFuncs(r renderer.NodeRendererFuncRegisterer) {
	r.Register(kind, x.render)
}

func (x notes) render(w util.BufWriter, source []byte, n ast.Node, entering bool) (ast.WalkStatus, error) {
	this := n.(*node)
	if !this.closed {
		line := 1 + bytes.Count(source[:n.Pos()], []byte("\n"))
		return ast.WalkStop, fmt.Errorf("%s:%d: the %s that begins here is never closed", x.file, line, this.word)
	}
	if !entering {
		_, err := w.WriteString("</div>\n")
		return ast.WalkContinue, err
	}
	_, err := fmt.Fprintf(w, "<div class=\"note note-%s\" role=\"note\"><p class=\"note-title\">%s</p>\n", this.word, titles[this.word])
	return ast.WalkContinue, err
}
