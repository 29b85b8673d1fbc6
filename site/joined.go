package site

import (
	"html/template"
	"path"
	"strings"
)

// joined is the page's text as a part of a document at the root that holds the
// whole guide: ids bear the page's name, links between pages lead to its parts,
// and headings are one level down. Pictures are in the text.
func (p *page) joined(guide map[string]bool) template.HTML {
	pairs := []string{` id="`, ` id="` + anchorOf(p.Name) + "."}
	for level := '1'; level < '6'; level++ {
		pairs = append(pairs, "<h"+string(level), "<h"+string(level+1), "</h"+string(level), "</h"+string(level+1))
	}
	body := strings.NewReplacer(pairs...).Replace(string(p.Body))
	const link = ` href="`
	var out strings.Builder
	for {
		text, rest, found := strings.Cut(body, link)
		out.WriteString(text)
		if !found {
			return template.HTML(out.String())
		}
		target, after, _ := strings.Cut(rest, `"`)
		if !strings.Contains(target, ":") {
			target = p.joinedTarget(target, guide)
		}
		out.WriteString(link + target + `"`)
		body = after
	}
}

// joinedTarget is where a link of the page leads in the joined document: into
// it, or to another file of the site.
func (p *page) joinedTarget(target string, guide map[string]bool) string {
	file, anchor, hasAnchor := strings.Cut(target, "#")
	name := p.Address()
	if file != "" {
		name = path.Join(path.Dir(name), file)
	}
	switch {
	case guide[name] && hasAnchor:
		return "#" + anchorOf(name) + "." + anchor
	case guide[name]:
		return "#" + anchorOf(name)
	case hasAnchor:
		return name + "#" + anchor
	}
	return name
}

// anchorOf is the anchor of a page in the joined document: linux.
func anchorOf(name string) string { return strings.TrimSuffix(path.Base(name), ".html") }

// A joinedPage is a page as the joined document has it.
type joinedPage struct {
	Anchor, Title string
	Body          template.HTML
}

// printed is the page that holds the whole guide, for paper.
func (c chrome) printed() view {
	v := c.view(&page{Name: "print", Title: "The whole guide", Summary: "Every page of the guide in one, to print or to keep."}, guidePage)
	guide := map[string]bool{}
	for _, p := range c.pages[1:] {
		guide[p.Address()] = true
	}
	for _, p := range c.pages[1:] {
		v.Joined = append(v.Joined, joinedPage{anchorOf(p.Name), p.Title, p.joined(guide)})
	}
	return v
}
