package search

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// A section is a part of a page that has an anchor: from one heading, or rule
// card, to the next.
type section struct {
	anchor  string // empty for what stands before the first heading
	heading string
	text    string
	words   []string // that the section is found by, once each
}

// sectionsOf cuts the HTML of a page's text into its sections.
func sectionsOf(text string) ([]section, error) {
	root, err := html.Parse(strings.NewReader(text))
	if err != nil {
		return nil, err
	}
	c := cutter{sections: []section{{}}}
	c.walk(root)
	for i := range c.sections {
		s := &c.sections[i]
		s.heading, s.text = squeeze(s.heading), squeeze(s.text)
	}
	return c.sections, nil
}

type cutter struct{ sections []section }

func (c *cutter) last() *section { return &c.sections[len(c.sections)-1] }

func (c *cutter) walk(n *html.Node) {
	switch {
	case n.Type == html.TextNode:
		c.last().text += n.Data
		return
	case n.DataAtom == atom.H1:
		return // the page's title
	case opens(n):
		c.sections = append(c.sections, section{anchor: attribute(n, "id")})
	}
	if heads(n) {
		c.last().heading = content(n)
		return
	}
	for child := range n.ChildNodes() {
		c.walk(child)
	}
	if n.Type == html.ElementNode && n.DataAtom != atom.Code && n.DataAtom != atom.Span && n.DataAtom != atom.A {
		c.last().text += " "
	}
}

// opens reports whether a section begins with the node: a heading or a card
// with an anchor.
func opens(n *html.Node) bool {
	return (isHeading(n) || n.DataAtom == atom.Section) && attribute(n, "id") != ""
}

// heads reports whether the node is the heading of the section it stands in.
func heads(n *html.Node) bool {
	return isHeading(n) && (attribute(n, "id") != "" || n.Parent.DataAtom == atom.Section)
}

func isHeading(n *html.Node) bool {
	return n.DataAtom == atom.H2 || n.DataAtom == atom.H3 || n.DataAtom == atom.H4
}

func attribute(n *html.Node, name string) string {
	for _, a := range n.Attr {
		if a.Key == name {
			return a.Val
		}
	}
	return ""
}

// content is the text of a node.
func content(n *html.Node) string {
	var out strings.Builder
	for d := range n.Descendants() {
		if d.Type == html.TextNode {
			out.WriteString(d.Data)
		}
	}
	return out.String()
}

// squeeze makes one blank of each run of white space.
func squeeze(text string) string { return strings.Join(strings.Fields(text), " ") }
