// Package report writes what a check found: JSON, text, Markdown and HTML.
//
//	Report ─► JSON, Text, Markdown, HTML fragments
//
// All of them are printers over the same value and decide nothing. Text of the
// user reaches HTML through one escaping writer only. The sentences that a
// person reads stand together in words.go.
package report

import (
	"slices"

	"headroom/advisor/capacity"
	"headroom/advisor/dump"
	"headroom/advisor/remedy"
	"headroom/advisor/rule"
)

// Edition is the edition of the vendor's guide that the catalogue follows.
const Edition = "5.1"

// A Report is everything that one check of one host found.
type Report struct {
	Name     string // of the input, may be empty
	Dump     *dump.Dump
	Findings []rule.Finding   // worst first, those that are accepted among them
	Limits   []rule.Limit     // how many connections each resource supports
	Binding  int              // index of the limit that binds first; -1 for none
	Planned  float64          // connections that the plan asks for; 0 where it does not say
	Shares   []capacity.Share // of the planned connections, by protocol
	Plan     capacity.Plan
	Figures  map[string]float64 // what the host says of itself that a plan may give, by key
	Facts    *rule.Facts        // what was judged
	Files    []remedy.File      // what closes the findings to fix
	Options  []remedy.Option    // what settles findings to review, for the reader to decide

	Accepted   []Accepted
	Complaints []string // a sentence for each line of the accepted findings that could not be read

	// Page gives the address of a rule's card, relative to the start page.
	// nil means GuidePage.
	Page func(*rule.Rule) string
}

func (r *Report) page(ru *rule.Rule) string {
	if r.Page != nil {
		return r.Page(ru)
	}
	return GuidePage(ru)
}

// Count says how many findings have the verdict and are not accepted.
func (r *Report) Count(v rule.Verdict) int { return len(r.with(v)) }

// with returns the findings that have the verdict and are not accepted, in
// their order.
func (r *Report) with(v rule.Verdict) []*rule.Finding {
	var found []*rule.Finding
	for i := range r.Findings {
		if r.Findings[i].Verdict == v && r.accepted(&r.Findings[i]) == nil {
			found = append(found, &r.Findings[i])
		}
	}
	return found
}

// remedies returns the indexes of the files that close the finding.
func (r *Report) remedies(f *rule.Finding) []int {
	var found []int
	for i := range r.Files {
		for _, id := range r.Files[i].Rules {
			if id == f.Rule.ID {
				found = append(found, i)
				break
			}
		}
	}
	return found
}

// A choice is what settles a finding that is for the reader to decide. The zero
// choice is none.
type choice struct {
	option    int // index into Options
	files     []remedy.File
	elsewhere string // a sentence where it is shown with another finding
}

// choice returns what settles a finding.
func (r *Report) choice(f *rule.Finding) choice {
	i := slices.IndexFunc(r.Options, func(o remedy.Option) bool { return slices.Contains(o.Rules, f.Rule.ID) })
	switch {
	case i < 0:
		return choice{}
	case r.Options[i].Rules[0] != f.Rule.ID:
		return choice{option: i, elsewhere: words.optionOf(r.Options[i].Rules[0])}
	}
	return choice{option: i, files: r.Options[i].Files}
}

// lead begins the file k.
func (c *choice) lead(k int) string {
	switch other := c.files[k].Instead; {
	case other >= 0:
		return words.orInstead(c.files[other].Path)
	case k > 0:
		return words.alsoIn
	}
	return words.optional
}

// several reports whether a line needs the name of its file beside it.
func (r *Report) several() bool { return len(r.Dump.Names) > 1 }

// fileName names an input for a person.
func (r *Report) fileName(file int) string {
	if file < len(r.Dump.Names) && r.Dump.Names[file] != "" {
		return r.Dump.Names[file]
	}
	return fileNumber(file)
}
