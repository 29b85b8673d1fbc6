package search

import (
	"io"
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

// sectionsOf cuts the HTML of a page's text into its sections. It is our own,
// in which every element that has an end is ended.
func sectionsOf(text string) ([]section, error) {
	c := cutter{sections: []section{{}}}
	z := html.NewTokenizer(strings.NewReader(text))
	for {
		switch z.Next() {
		case html.ErrorToken:
			c.close()
			if err := z.Err(); err != io.EOF {
				return nil, err
			}
			return c.sections, nil
		case html.TextToken:
			c.write(z.Text())
		case html.StartTagToken:
			name, more := z.TagName()
			c.start(atom.Lookup(name), z, more)
		case html.EndTagToken:
			name, _ := z.TagName()
			c.end(atom.Lookup(name))
		case html.SelfClosingTagToken:
			c.blank()
		}
	}
}

// A cutter is a walk through a page.
type cutter struct {
	sections      []section
	text, heading strings.Builder // of the last section
	within        atom.Atom       // the heading that is being read, 0 where none is
	card          bool            // a rule card has begun, whose heading is next
}

func (c *cutter) start(element atom.Atom, z *html.Tokenizer, attributes bool) {
	if c.within != 0 {
		return
	}
	id := ""
	if attributes && (isHeading(element) || element == atom.Section) {
		id = idOf(z)
	}
	switch {
	case element == atom.H1, isHeading(element) && (id != "" || c.card):
		c.within = element
	case void(element):
		c.blank()
	}
	if id != "" {
		c.close()
		c.sections = append(c.sections, section{anchor: id})
	}
	c.card = element == atom.Section
}

func (c *cutter) end(element atom.Atom) {
	switch {
	case c.within == 0 && !inline(element):
		c.blank()
	case c.within == element:
		c.within = 0
	}
}

// write takes text. The page's title is not of any section.
func (c *cutter) write(text []byte) {
	switch c.within {
	case 0:
		c.text.Write(text)
	case atom.H1:
	default:
		c.heading.Write(text)
	}
}

func (c *cutter) blank() {
	if c.within == 0 {
		c.text.WriteByte(' ')
	}
}

// close ends the last section.
func (c *cutter) close() {
	last := &c.sections[len(c.sections)-1]
	last.heading, last.text = squeeze(c.heading.String()), squeeze(c.text.String())
	c.heading.Reset()
	c.text.Reset()
}

func isHeading(element atom.Atom) bool {
	return element == atom.H2 || element == atom.H3 || element == atom.H4
}

// inline reports whether the words before and after an element's end may be
// one.
func inline(element atom.Atom) bool {
	return element == atom.Code || element == atom.Span || element == atom.A
}

// void reports whether an element of the guide has no end.
func void(element atom.Atom) bool {
	return element == atom.Br || element == atom.Img || element == atom.Hr || element == atom.Input
}

// idOf is the id of the tag that is being read; empty where it has none.
func idOf(z *html.Tokenizer) string {
	for {
		key, value, more := z.TagAttr()
		if string(key) == "id" {
			return string(value)
		}
		if !more {
			return ""
		}
	}
}

// squeeze makes one blank of each run of white space.
func squeeze(text string) string { return strings.Join(strings.Fields(text), " ") }
