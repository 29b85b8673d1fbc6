package site

import (
	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	table "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/renderer"
	"github.com/yuin/goldmark/util"
)

// scrollingTables is a goldmark extension that puts each table into a frame
// which scrolls where the window is narrow. The page's script lets the keyboard
// come to it then.
type scrollingTables struct{}

// Extend is part of goldmark.Extender.
func (x scrollingTables) Extend(m goldmark.Markdown) {
	m.Renderer().AddOptions(renderer.WithNodeRenderers(util.Prioritized(x, 70)))
}

// RegisterFuncs is part of goldmark's renderer.NodeRenderer.
func (scrollingTables) RegisterFuncs(r renderer.NodeRendererFuncRegisterer) {
	r.Register(table.KindTable, renderTable)
}

func renderTable(w util.BufWriter, _ []byte, _ ast.Node, entering bool) (ast.WalkStatus, error) {
	tags := "<div class=\"scroll\"><table>\n"
	if !entering {
		tags = "</table></div>\n"
	}
	_, err := w.WriteString(tags)
	return ast.WalkContinue, err
}
