// Package configfile shows a configuration file in a Markdown page. A line
//
//	::config /etc/sysctl.d/90-communigate.conf linux
//
// becomes the file's path and its content, made from the rules of that
// operating system: a figure stands in one place only.
package configfile

import (
	"bytes"
	"fmt"
	"html/template"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/renderer"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"

	"headroom/advisor/rule"
)

// Extension returns the goldmark extension for configuration files made from
// the rules. A line that names no path and system, and a path that no rule
// fills, are errors of rendering that name the line in file, the page's.
func Extension(file string, rules []rule.Rule) goldmark.Extender { return files{file, rules} }

type files struct {
	page  string
	rules []rule.Rule
}

// Extend is part of goldmark.Extender.
func (f files) Extend(m goldmark.Markdown) {
	m.Parser().AddOptions(parser.WithBlockParsers(util.Prioritized(blockParser{}, 51)))
	m.Renderer().AddOptions(renderer.WithNodeRenderers(util.Prioritized(f, 51)))
}

var kind = ast.NewNodeKind("ConfigFile")

type node struct {
	ast.BaseBlock
	args string // what stands after ::config
}

func (n *node) Kind() ast.NodeKind { return kind }

func (n *node) Dump(source []byte, level int) {
	ast.DumpHelper(n, source, level, map[string]string{"Args": n.args}, nil)
}

type blockParser struct{}

func (blockParser) Trigger() []byte { return []byte{':'} }

func (blockParser) Open(_ ast.Node, reader text.Reader, pc parser.Context) (ast.Node, parser.State) {
	start := pc.BlockOffset()
	if start < 0 { // nothing but indentation and a narrow tab
		return nil, parser.NoChildren
	}
	line, _ := reader.PeekLine()
	args, ok := bytes.CutPrefix(line[start:], []byte("::config "))
	if !ok {
		return nil, parser.NoChildren
	}
	reader.AdvanceToEOL()
	return &node{args: string(bytes.TrimSpace(args))}, parser.NoChildren
}

func (blockParser) Continue(ast.Node, text.Reader, parser.Context) parser.State { return parser.Close }
func (blockParser) Close(ast.Node, text.Reader, parser.Context)                 {}
func (blockParser) CanInterruptParagraph() bool                                 { return true }
func (blockParser) CanAcceptIndentedLine() bool                                 { return false }

// RegisterFuncs is part of goldmark's renderer.NodeRenderer.
func (f files) RegisterFuncs(r renderer.NodeRendererFuncRegisterer) {
	r.Register(kind, f.render)
}

var figure = template.Must(template.New("file").Parse(
	"<figure class=\"file\"><figcaption><code>{{.Path}}</code></figcaption><pre><code>{{.Content}}</code></pre></figure>\n"))

func (f files) render(w util.BufWriter, source []byte, n ast.Node, entering bool) (ast.WalkStatus, error) {
	if !entering {
		return ast.WalkContinue, nil
	}
	file, err := newFile(n.(*node).args, f.rules)
	if err != nil {
		line := 1 + bytes.Count(source[:n.Pos()], []byte("\n"))
		return ast.WalkStop, fmt.Errorf("%s:%d: %w", f.page, line, err)
	}
	return ast.WalkContinue, figure.Execute(w, file)
}
