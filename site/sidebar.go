package site

import (
	"bytes"
	"html/template"
	"strings"
)

// sidebars are the list of the guide's pages as each page has it, by the way to
// the root: "../". They differ in that and in which page is marked, so the list
// is made once for each place of the root: most of a page's links are in it.
type sidebars map[string]string

func makeSidebars(order []section, pages []*page) (sidebars, error) {
	titles := map[string]string{} // by name
	for _, p := range pages {
		titles[p.Name] = p.Title
	}
	s := sidebars{}
	for _, p := range pages { // the index among them: pages that are not of the guide stand beside it
		up := p.up()
		if _, ok := s[up]; ok {
			continue
		}
		var b bytes.Buffer
		if err := templates.ExecuteTemplate(&b, "sidebar", navSections(order, titles, up)); err != nil {
			return nil, err
		}
		s[up] = b.String()
	}
	return s, nil
}

// up is the way from the page to the root: "../".
func (p *page) up() string { return strings.Repeat("../", strings.Count(p.Name, "/")) }

// A navSection is a part of the list.
type navSection struct {
	Title string
	Pages []navPage
}

type navPage struct {
	Title, Address string
	OS             string // the operating system that the page is about; empty for most
}

// of is the list for a page.
func (s sidebars) of(p *page) template.HTML {
	link := `<a href="` + p.up() + p.Name + `.html"`
	return template.HTML(strings.Replace(s[p.up()], link, link+` aria-current="page"`, 1))
}

func navSections(order []section, titles map[string]string, up string) []navSection {
	var sections []navSection
	for _, part := range order {
		nav := navSection{Title: part.Title}
		for _, name := range part.Pages {
			nav.Pages = append(nav.Pages, navPage{titles[name], up + name + ".html", systemOf(name)})
		}
		sections = append(sections, nav)
	}
	return sections
}
