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
	"headroom/site/parallel"
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
	cards    []card
}

// File is the page's Markdown file, for error messages.
func (p *page) File() string { return p.Name + ".md" }

// Address is the page's file in the site.
func (p *page) Address() string { return p.Name + ".html" }

// A card is a rule that stands on a line of the page.
type card struct {
	id   string
	line int
}

// readPages parses the index and every page of the list, and checks that each
// rule stands on exactly one of them. Pages know nothing of each other, so all
// are read at once.
func readPages(in Input, order []section) ([]*page, error) {
	reader := pageReader{content: in.Content, rules: in.Rules}
	names := []string{indexPage}
	for _, s := range order {
		names = append(names, s.Pages...)
	}
	pages, err := parallel.Map(names, reader.read)
	if err != nil { // a page that does not parse hides its cards
		return nil, err
	}
	return pages, errors.Join(reader.misplaced(pages)...)
}

// A pageReader reads pages.
type pageReader struct {
	content fs.FS
	rules   []rule.Rule
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

// place notes that a rule's card stands on a line of a page.
func (r *pageReader) place(p *page, id string, line int) (*rule.Rule, error) {
	for i := range r.rules {
		if r.rules[i].ID != id {
			continue
		}
		if address := report.GuidePage(&r.rules[i]); address != p.Address()+"#"+id {
			return nil, fmt.Errorf("%s:%d: reports look for the rule %s at %s", p.File(), line, id, address)
		}
		p.cards = append(p.cards, card{id, line})
		return &r.rules[i], nil
	}
	return nil, fmt.Errorf("%s:%d: no rule %q", p.File(), line, id)
}

// misplaced names the rules that stand twice, and those that no page shows.
func (r *pageReader) misplaced(pages []*page) []error {
	var problems []error
	placed := map[string]string{} // file and line, by rule
	for _, p := range pages {
		for _, c := range p.cards {
			here := fmt.Sprintf("%s:%d", p.File(), c.line)
			if first, ok := placed[c.id]; ok {
				problems = append(problems, fmt.Errorf("%s: the rule %s stands already at %s", here, c.id, first))
				continue
			}
			placed[c.id] = here
		}
	}
	for i := range r.rules {
		if _, ok := placed[r.rules[i].ID]; !ok {
			problems = append(problems, fmt.Errorf("%s: the rule %s stands on no page", orderFile, r.rules[i].ID))
		}
	}
	return problems
}

// lineOf is the 1-based line where a node begins.
func lineOf(n ast.Node, source []byte) int {
	return 1 + bytes.Count(source[:max(n.Pos(), 0)], []byte("\n"))
}
