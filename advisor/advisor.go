// Package advisor checks what a host printed against the catalogue of rules.
//
//	dump ─► settings ─► findings ─► report
//	text    advisor/dump  advisor/rule  advisor/report
//	                        ▲      └──► advisor/remedy: files to put on the host
//	plan ─► demand ─────────┘
//	        advisor/capacity
//
// Nothing here reads a file, a clock or the network, so that a test, a terminal
// and a browser's worker give the same answer. Nothing recovers from a panic
// either: it is a mistake of this program, and whoever runs it has to see it.
package advisor

import (
	"slices"

	"headroom/advisor/capacity"
	"headroom/advisor/dump"
	"headroom/advisor/remedy"
	"headroom/advisor/report"
	"headroom/advisor/rule"
)

// An Input is what is known of one host.
type Input struct {
	Name  string      // of the whole input, for the report; may be empty
	Files []dump.File // what the host printed
	OS    string      // a system of package dump; empty to find out
	Plan  capacity.Plan

	// Tell is called from time to time with how much of the files has been
	// read, from 0 to 1; nil where nobody wants to know.
	Tell func(share float64)

	Accept string // findings that are accepted, as [ParseAccept] reads them
	Today  string // the day of the check, YYYY-MM-DD; empty where it is not known
}

// Check reads the files of one host, judges them and says what to do. It is
// total: every input gives a report, which bears a notice where there was
// nothing to judge. What is accepted is neither counted nor mended.
func Check(in Input) *report.Report {
	read := dump.ReadTelling(in.Files, in.OS, in.Tell)
	facts := rule.NewFacts(read, in.Plan)
	findings := rule.Judge(facts)
	limits, binding := rule.Limits(facts)
	if binding >= 0 {
		lead(findings, limits[binding].Rule)
	}
	together(findings)
	lines, complaints := ParseAccept(in.Accept)
	accepted := accept(lines, findings, in.Today)
	open := counted(findings, accepted)
	files, options := remedy.Write(open, facts.Dump)
	return &report.Report{
		Name:       in.Name,
		Dump:       read,
		Findings:   findings,
		Accepted:   accepted,
		Complaints: complaints,
		Limits:     limits,
		Binding:    binding,
		Planned:    facts.Vars["C"].Value,
		Shares:     in.Plan.Shares(),
		Plan:       in.Plan,
		Figures:    facts.Figures(),
		Facts:      facts,
		Files:      files,
		Options:    options,
	}
}

// lead puts the finding of the limit that stops the host first before the others
// of its verdict.
func lead(findings []rule.Finding, id string) {
	at := slices.IndexFunc(findings, func(f rule.Finding) bool { return f.Rule.ID == id })
	if at < 0 {
		return
	}
	first := slices.IndexFunc(findings, func(f rule.Finding) bool { return f.Verdict == findings[at].Verdict })
	worst := findings[at]
	copy(findings[first+1:at+1], findings[first:at])
	findings[first] = worst
}

// together puts what rests on one line, such as both halves of a limit, behind the
// first of its verdict that does.
func together(findings []rule.Finding) {
	for i := 1; i < len(findings); i++ {
		f := findings[i]
		same := func(o rule.Finding) bool {
			return f.Line > 0 && o.Line == f.Line && o.File == f.File && o.Verdict == f.Verdict
		}
		at := slices.IndexFunc(findings[:i], same)
		if at < 0 {
			continue
		}
		for at++; at < i && same(findings[at]); at++ {
		}
		copy(findings[at+1:i+1], findings[at:i])
		findings[at] = f
	}
}
