package site

import (
	"encoding/base64"
	"encoding/xml"
	"fmt"
	"html"
	"io/fs"
	"path"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/renderer"
	"github.com/yuin/goldmark/util"
)

// pictures is a goldmark extension for the drawings of a page: SVG files, told
// in words for those who do not see them, with their size in the page. They
// stand in the page itself: its policy lets no image come from anywhere, as an
// image's address could take text along.
type pictures struct {
	content fs.FS
	page    string // name of the page: guide/linux
}

// Extend is part of goldmark.Extender.
func (p pictures) Extend(m goldmark.Markdown) {
	m.Renderer().AddOptions(renderer.WithNodeRenderers(util.Prioritized(p, 70)))
}

// RegisterFuncs is part of goldmark's renderer.NodeRenderer.
func (p pictures) RegisterFuncs(r renderer.NodeRendererFuncRegisterer) {
	r.Register(ast.KindImage, p.render)
}

func (p pictures) render(w util.BufWriter, source []byte, n ast.Node, entering bool) (ast.WalkStatus, error) {
	if !entering {
		return ast.WalkContinue, nil
	}
	image := n.(*ast.Image)
	name := path.Join(path.Dir(p.page), string(image.Destination))
	alt := plain(image, source)
	svg, width, height, problem := p.measure(name, alt)
	if problem != "" {
		return ast.WalkStop, fmt.Errorf("%s.md:%d: %s", p.page, lineOf(n, source), problem)
	}
	_, err := fmt.Fprintf(w, `<img src="data:image/svg+xml;base64,%s" alt="%s" width="%d" height="%d">`,
		base64.StdEncoding.EncodeToString(svg), html.EscapeString(alt), width, height)
	return ast.WalkSkipChildren, err
}

// measure returns a drawing and its size, or says what is wrong with it.
func (p pictures) measure(name, alt string) (svg []byte, width, height uint, problem string) {
	if alt == "" {
		return nil, 0, 0, fmt.Sprintf("the image %s is not told in words: ![what it shows](FILE)", name)
	}
	svg, err := fs.ReadFile(p.content, name)
	if err != nil {
		return nil, 0, 0, fmt.Sprintf("no image %s", name)
	}
	width, height = sizeOf(svg)
	if width == 0 || height == 0 {
		return nil, 0, 0, fmt.Sprintf("the image %s is no SVG with width and height in pixels", name)
	}
	return svg, width, height, ""
}

// sizeOf returns the width and the height of an SVG file in pixels, 0 where it
// does not tell them.
func sizeOf(svg []byte) (width, height uint) {
	var root struct {
		XMLName xml.Name `xml:"http://www.w3.org/2000/svg svg"`
		Width   uint     `xml:"width,attr"`
		Height  uint     `xml:"height,attr"`
	}
	if xml.Unmarshal(svg, &root) != nil {
		return 0, 0
	}
	return root.Width, root.Height
}
