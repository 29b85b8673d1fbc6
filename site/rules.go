package site

import (
	"slices"
	"strings"

	"headroom/advisor/report"
	"headroom/advisor/rule"
	"headroom/site/rulecard"
)

// A ruleRow is a line of the index of rules.
type ruleRow struct {
	*rule.Rule
	Address string // of its card, from the index
	System  string // as people write it
	Ask     string // "at least 131072 open files"
	Plan    string // "4 × C"
	Beyond  bool
}

// A ruleSystem is an operating system that rules are for.
type ruleSystem struct{ OS, Name string }

// ruleSystems are the systems of the catalogue; the last one is for rules that
// hold on all of them.
var ruleSystems = []ruleSystem{
	{"linux", "Linux"}, {"windows", "Windows"}, {"solaris", "Solaris"}, {"freebsd", "FreeBSD"}, {"hpux", "HP-UX"}, {"macos", "macOS"},
	{"any", "All systems"},
}

// systemOf is the operating system that a page is about; empty for most.
func systemOf(page string) string {
	name := strings.TrimPrefix(page, "guide/")
	if slices.ContainsFunc(ruleSystems, func(s ruleSystem) bool { return s.OS == name }) {
		return name
	}
	return ""
}

// ruleIndex is the page that lists every rule.
func (c chrome) ruleIndex(rules []rule.Rule) view {
	v := c.view(&page{
		Name: "rules", Title: "All rules",
		Summary: "Every rule by operating system, with its figure and what a plan asks of it.",
	}, guidePage)
	v.RuleSystems = ruleSystems
	for i := range rules {
		r := &rules[i]
		at := slices.IndexFunc(ruleSystems, func(s ruleSystem) bool { return s.OS == r.OS })
		v.Rules = append(v.Rules, ruleRow{
			Rule: r, Address: report.GuidePage(r), System: ruleSystems[at].Name, Beyond: r.Kind == rule.Beyond,
			Ask: rulecard.Ask(r), Plan: rulecard.Plan(r),
		})
	}
	return v
}
