package site

import (
	"errors"
	"fmt"
	"strings"
	"unicode"

	"github.com/yuin/goldmark/ast"
)

// A heading is an entry of the page's table of contents.
type heading struct {
	Level int // 2 or 3
	ID    string
	Text  string
}

// A link is a reference to another page, an anchor or a file of the site.
type link struct {
	line   int
	target string // as the rendered page has it: linux.html#look
}

// survey walks the parsed page once: it gives every heading its id, collects
// headings and links, turns links to .md into links to .html, and refuses what
// the author cannot have meant.
func (p *page) survey(doc ast.Node, source []byte) error {
	ids := map[string]int{}
	var problems []error
	report := func(n ast.Node, format string, args ...any) {
		problems = append(problems, fmt.Errorf("%s:%d: %s", p.File(), lineOf(n, source), fmt.Sprintf(format, args...)))
	}
	err := ast.Walk(doc, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if !entering {
			return ast.WalkContinue, nil
		}
		switch n := n.(type) {
		case *ast.Heading:
			p.addHeading(n, source, ids, report)
		case *ast.Link:
			n.Destination = p.addLink(n.Destination, lineOf(n, source))
		case *ast.Paragraph:
			p.checkParagraph(n, source, report)
		case *ast.HTMLBlock, *ast.RawHTML:
			report(n, "HTML has no place in a page")
		}
		return ast.WalkContinue, nil
	})
	if p.Title == "" {
		report(doc, "the page has no # heading")
	}
	return errors.Join(append(problems, err)...)
}

type reporter func(n ast.Node, format string, args ...any)

func (p *page) addHeading(n *ast.Heading, source []byte, ids map[string]int, report reporter) {
	text := plain(n, source)
	id := slug(text)
	if pinned, ok := n.AttributeString("id"); ok {
		if raw, ok := pinned.([]byte); ok {
			id = string(raw)
		}
	}
	if first, taken := ids[id]; taken || id == "" {
		report(n, "the heading %q has the anchor %q of line %d: give it its own with {#name}", text, id, first)
		return
	}
	ids[id] = lineOf(n, source)
	n.SetAttributeString("id", []byte(id))
	switch {
	case n.Level > 1:
		if n.Level < 4 && n.Parent().Kind() == ast.KindDocument {
			p.Headings = append(p.Headings, heading{n.Level, id, text})
		}
	case p.Title != "":
		report(n, "a second # heading")
	default:
		p.Title = text
	}
}

func (p *page) addLink(destination []byte, line int) []byte {
	target := string(destination)
	if strings.Contains(target, ":") { // another site, mail
		return destination
	}
	file, anchor, _ := strings.Cut(target, "#")
	if name, ok := strings.CutSuffix(file, ".md"); ok {
		target = name + ".html"
		if anchor != "" {
			target += "#" + anchor
		}
	}
	p.links = append(p.links, link{line, target})
	return []byte(target)
}

func (p *page) checkParagraph(n *ast.Paragraph, source []byte, report reporter) {
	text := plain(n, source)
	for line := range strings.SplitSeq(text, "\n") {
		if strings.HasPrefix(line, "::") {
			report(n, "no such block: %s", line)
		}
	}
	if p.Summary == "" && n.Parent().Kind() == ast.KindDocument {
		p.Summary = strings.ReplaceAll(text, "\n", " ")
	}
}

// plain is the text of a node without its markup.
func plain(n ast.Node, source []byte) string {
	var b strings.Builder
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		switch c := c.(type) {
		case *ast.Text:
			b.Write(c.Segment.Value(source))
			if c.SoftLineBreak() {
				b.WriteByte('\n')
			}
		case *ast.String:
			b.Write(c.Value)
		default:
			b.WriteString(plain(c, source))
		}
	}
	return b.String()
}

// slug makes an anchor of a heading: its letters and digits in lower case,
// whatever lies between them one hyphen.
func slug(text string) string {
	words := strings.FieldsFunc(strings.ToLower(text), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r)
	})
	return strings.Join(words, "-")
}
