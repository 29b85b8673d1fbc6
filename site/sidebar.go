package site

import (
	"bytes"
	"html/template"
	"strings"
)

// sidebars are the list of the guide's pages as each page has it. They differ
// in where the root lies and which page is marked, so the list is made once for
// each place of the root: most of a page's links are in it.
type sidebars struct {
	order  []section
	titles map[string]string // of the pages, by name
	made   map[string]string // by the way to the root: "../"
}

func newSidebars(order []section, pages []*page) *sidebars {
	s := &sidebars{order: order, titles: map[string]string{}, made: map[string]string{}}
	for _, p := range pages {
		s.titles[p.Name] = p.Title
	}
	return s
}

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
func (s *sidebars) of(up, name string) (template.HTML, error) {
	list, ok := s.made[up]
	if !ok {
		var b bytes.Buffer
		if err := templates.ExecuteTemplate(&b, "sidebar", s.sections(up)); err != nil {
			return "", err
		}
		list = b.String()
		s.made[up] = list
	}
	link := `<a href="` + up + name + `.html"`
	return template.HTML(strings.Replace(list, link, link+` aria-current="page"`, 1)), nil
}

func (s *sidebars) sections(up string) []navSection {
	var sections []navSection
	for _, part := range s.order {
		nav := navSection{Title: part.Title}
		for _, name := range part.Pages {
			nav.Pages = append(nav.Pages, navPage{s.titles[name], up + name + ".html", systemOf(name)})
		}
		sections = append(sections, nav)
	}
	return sections
}
