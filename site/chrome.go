package site

import (
	"bytes"
	"embed"
	"fmt"
	"html/template"
	"slices"
	"strings"

	"headroom/advisor/rule"
	"headroom/site/parallel"
)

//go:embed template
var templateFiles embed.FS

var templates = template.Must(template.ParseFS(templateFiles, "template/*.html"))

// chrome is what stands around the content of every page.
type chrome struct {
	order  []section
	pages  []*page // the index first
	bars   sidebars
	assets assets
	url    string // of the site, with a slash at its end; empty where it is not known
}

// A view is what the templates see.
type view struct {
	*page
	Kind     pageKind
	Policy   string
	Assets   assets
	Section  string // that the page stands in
	Previous *page
	Next     *page
	Rules    []ruleRow
	Plan     []planField
	Planner  planner
	Keys     string // of a plan, each with its range: "ram-mb:0:1000000000 ..."
	Samples  []sample
	Systems  []system
	// Version is the catalogue's, which links carry.
	Version string
	// RuleSystems are the systems that rules are for.
	RuleSystems []ruleSystem
	// Joined are the pages of the one that holds all others.
	Joined []joinedPage
	// URL is the address of the site; empty where it is not known.
	URL string
	// GuideStart is the first page of the guide; empty when it has none.
	GuideStart string
	bars       sidebars
}

// Sidebar is the list of the guide's pages.
func (v view) Sidebar() template.HTML { return v.bars.of(v.page) }

// Rel is the way from this page to a file of the site.
func (v view) Rel(name string) string { return v.up() + name }

// Intro is the body before its first section.
func (v view) Intro() template.HTML {
	intro, _ := v.split()
	return intro
}

// Rest is the body from its first section on.
func (v view) Rest() template.HTML {
	_, rest := v.split()
	return rest
}

func (v view) split() (intro, rest template.HTML) {
	at := strings.Index(string(v.Body), "<h2")
	if at < 0 {
		return v.Body, ""
	}
	return v.Body[:at], v.Body[at:]
}

// IsAdvisor reports whether the page runs the advisor.
func (v view) IsAdvisor() bool { return v.Kind != guidePage }

// Script is the page's script.
func (v view) Script() string {
	return map[pageKind]string{guidePage: v.Assets.Guide, advisorPage: v.Assets.Advisor, plannerPage: v.Assets.Planner}[v.Kind]
}

// render makes every HTML page, by name, all at once: none needs another.
func (c chrome) render(rules []rule.Rule) (map[string][]byte, error) {
	jobs := append(c.guide(),
		job{"advisor.html", c.advisor},
		job{"planner.html", c.planner},
		job{"rules.html", func() view { return c.ruleIndex(rules) }},
		job{"print.html", c.printed})
	made, err := parallel.Map(jobs, job.run)
	if err != nil {
		return nil, err
	}
	out := map[string][]byte{}
	for _, f := range made {
		out[f.name] = f.content
	}
	var lost bytes.Buffer
	err = templates.ExecuteTemplate(&lost, "404.html", c.notFound())
	out["404.html"] = lost.Bytes()
	return out, err
}

// A job makes a page of a template.
type job struct {
	template string
	view     func() view
}

type file struct {
	name    string
	content []byte
}

func (j job) run() (file, error) {
	v := j.view()
	var b bytes.Buffer
	b.Grow(2 * len(v.Body))
	if err := templates.ExecuteTemplate(&b, j.template, v); err != nil {
		return file{}, fmt.Errorf("%s: %w", v.Address(), err)
	}
	return file{v.Address(), b.Bytes()}, nil
}

// guide are the jobs of the guide's pages, each of which knows its neighbours.
func (c chrome) guide() []job {
	var jobs []job
	pages := c.pages[1:]
	for i, p := range pages {
		jobs = append(jobs, job{"page.html", func() view {
			v := c.view(p, guidePage)
			if i > 0 {
				v.Previous = pages[i-1]
			}
			if i+1 < len(pages) {
				v.Next = pages[i+1]
			}
			return v
		}})
	}
	return jobs
}

func (c chrome) advisor() view {
	v := c.view(c.pages[0], advisorPage)
	v.Plan, v.Samples, v.Systems, v.Keys = planFields, samples, systems, planKeys()
	return v
}

func (c chrome) planner() view {
	v := c.view(&page{Name: "planner", Title: "Planner", Summary: plannerSummary}, plannerPage)
	v.Planner, v.Keys = theForm, planKeys()
	return v
}

func (c chrome) view(p *page, k pageKind) view {
	v := view{
		page: p, Kind: k, Policy: policy(k), Assets: c.assets, Version: rule.Version, URL: c.url, GuideStart: c.guideStart(),
		bars: c.bars,
	}
	for _, s := range c.order {
		if slices.Contains(s.Pages, p.Name) {
			v.Section = s.Title
		}
	}
	return v
}

// guideStart is the address of the guide's first page; empty when it has none.
func (c chrome) guideStart() string {
	if len(c.pages) < 2 {
		return ""
	}
	return c.pages[1].Address()
}
