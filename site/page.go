package site

import (
	"bytes"
	"errors"
	"fmt"
	"html/template"
	"io/fs"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"

	"headroom/advisor/report"
	"headroom/advisor/rule"
	"headroom/site/code"
	"headroom/site/formats"
	"headroom/site/formula"
	"headroom/site/note"
	"headroom/site/rulecard"
)

// A page is one Markdown file, parsed and rendered.
type page struct {
	Name     string // guide/linux
	Title    string // its # heading
	Summary  string // its first paragraph, for search engines
	Body     template.HTML
	Headings []heading // for the page's table of contents
	links    []link
}

// File is the page's Markdown file, for error messages.
func (p *page) File() string { return p.Name + ".md" }

// Address is the page's file in the site.
func (p *page) Address() string { return p.Name + ".html" }

// A place is where a rule's card stands.
type place struct {
	file string
	line int
}

// readPages parses the index and every page of the list, in this order, and
// checks that each rule stands on exactly one of them.
func readPages(in Input, order []section) ([]*page, error) {
	reader := pageReader{content: in.Content, rules: in.Rules, placed: map[string]place{}}
	names := []string{indexPage}
	for _, s := range order {
		names = append(names, s.Pages...)
	}
	var pages []*page
	var problems []error
	for _, name := range names {
		p, err := reader.read(name)
		if err != nil {
			problems = append(problems, err)
			continue
		}
		pages = append(pages, p)
	}
	if len(problems) == 0 { // a page that does not parse hides its cards
		problems = reader.unplaced()
	}
	return pages, errors.Join(problems...)
}

// A pageReader reads pages and remembers which rules they placed.
type pageReader struct {
	content fs.FS
	rules   []rule.Rule
	placed  map[string]place
}

func (r *pageReader) read(name string) (*page, error) {
	p := &page{Name: name}
	source, err := fs.ReadFile(r.content, p.File())
	if err != nil {
		return nil, err
	}
	md := r.markdown(p)
	doc := md.Parser().Parse(text.NewReader(source))
	if err := p.survey(doc, source); err != nil {
		return nil, err
	}
	var body bytes.Buffer
	if err := md.Renderer().Render(&body, source, doc); err != nil {
		return nil, err
	}
	p.Body = template.HTML(body.String())
	return p, nil
}

// markdown is goldmark as the guide's pages use it.
func (r *pageReader) markdown(p *page) goldmark.Markdown {
	lookup := func(id string, line int) (*rule.Rule, error) { return r.place(p, id, line) }
	return goldmark.New(
		goldmark.WithExtensions(extension.GFM, extension.DefinitionList,
			scrollingTables{}, pictures{r.content, p.Name}, code.Extension(p.File(), r.rules),
			rulecard.Extension(lookup), formula.Extension(p.File()), formats.Extension(p.File()), note.Extension(p.File())),
		goldmark.WithParserOptions(parser.WithHeadingAttribute()),
	)
}

// place notes that a card stands on a line of a page.
func (r *pageReader) place(p *page, id string, line int) (*rule.Rule, error) {
	for i := range r.rules {
		if r.rules[i].ID != id {
			continue
		}
		if address := report.GuidePage(&r.rules[i]); address != p.Address()+"#"+id {
			return nil, fmt.Errorf("%s:%d: reports look for the rule %s at %s", p.File(), line, id, address)
		}
		if first, ok := r.placed[id]; ok {
			return nil, fmt.Errorf("%s:%d: the rule %s stands already at %s:%d", p.File(), line, id, first.file, first.line)
		}
		r.placed[id] = place{p.File(), line}
		return &r.rules[i], nil
	}
	return nil, fmt.Errorf("%s:%d: no rule %q", p.File(), line, id)
}

// unplaced names the rules that no page shows.
func (r *pageReader) unplaced() []error {
	var problems []error
	for i := range r.rules {
		if _, ok := r.placed[r.rules[i].ID]; !ok {
			problems = append(problems, fmt.Errorf("%s: the rule %s stands on no page", orderFile, r.rules[i].ID))
		}
	}
	return problems
}

// lineOf is the 1-based line where a node begins.
func lineOf(n ast.Node, source []byte) int {
	return 1 + bytes.Count(source[:max(n.Pos(), 0)], []byte("\n"))
}
