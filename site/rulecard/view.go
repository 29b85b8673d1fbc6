package rulecard

import (
	"slices"
	"strings"

	"headroom/advisor/rule"
)

// A view is a rule as its card words it.
type view struct {
	*rule.Rule
	Beyond bool  // not from the vendor's guide
	Rows   []row // what is said of it in a word or two
}

// A row is a term of the card and what it is for this rule.
type row struct {
	Term, Text string
	Code       bool    // Text is typed, or a formula
	Where      []where // the variables of a formula
}

// A where explains one variable of a formula.
type where struct{ Name, Meaning string }

func newView(r *rule.Rule) view {
	v := view{Rule: r, Beyond: r.Kind == rule.Beyond}
	rows := settingRows
	if r.OS == "any" {
		rows = planRows
	}
	for _, each := range rows(r) {
		if each.Text != "" {
			v.Rows = append(v.Rows, each)
		}
	}
	return v
}

// settingRows are the rows of a rule that a system's setting can meet.
func settingRows(r *rule.Rule) []row {
	return []row{
		{Term: "Asked", Text: Ask(r)},
		{Term: "For your plan", Text: Plan(r), Code: true, Where: explain(string(r.Demand))},
		{Term: "See", Text: r.See, Code: true},
		{Term: "Set in", Text: known(r.Set)},
		{Term: "Takes effect", Text: known(r.Effect)},
		{Term: "Defaults", Text: r.Default},
		{Term: "Releases", Text: releases(r)},
		{Term: "Sources", Text: sources(r)},
	}
}

// planRows are the rows of a rule that no setting answers but the plan: where
// and when it is set is said by the page.
func planRows(r *rule.Rule) []row {
	term := "Asked"
	switch {
	case r.Direction == rule.Formula:
		term = "Figure"
	case r.Direction == rule.Info:
		term = "In the guide"
	case number(r.Guide):
		term = "Applies"
	}
	return []row{
		{Term: term, Text: Ask(r)},
		{Term: "Compute", Text: r.See, Code: true},
		{Term: "Note", Text: r.Default},
		{Term: "Sources", Text: sources(r)},
	}
}

// known is a text of the catalogue that is there: it writes - for nothing.
func known(text string) string {
	if text == "-" {
		return ""
	}
	return text
}

// releases says which releases have the setting, where not all of them do.
func releases(r *rule.Rule) string {
	if r.Releases == "all" {
		return ""
	}
	return r.Releases
}

// number reports whether a figure of the guide is a bare number.
func number(figure string) bool {
	return figure != "" && strings.Trim(figure, "0123456789") == ""
}

// vendorGuide is how the catalogue names the vendor's guide; a part of it may follow.
const vendorGuide = "CommuniGate Pro Guide 5.1, Scalability"

// sources names the section of the vendor's guide, where there is one, and all
// else that the rule rests on.
func sources(r *rule.Rule) string {
	all := slices.Clone(r.Sources)
	at := slices.IndexFunc(all, func(s string) bool { return strings.HasPrefix(s, vendorGuide) })
	switch section := known(r.Section); {
	case section == "":
	case at < 0:
		all = slices.Insert(all, 0, vendorGuide+", "+section)
	case strings.HasPrefix(vendorGuide+", "+section, all[at]):
		all[at] = vendorGuide + ", " + section
	}
	return strings.Join(all, "; ")
}

// Plan is what a plan asks of a rule, as a formula for people: "4 × C"; empty
// when it asks nothing.
func Plan(r *rule.Rule) string { return spaced.Replace(string(r.Demand)) }

// spaced sets a formula as people write it.
var spaced = strings.NewReplacer("*", " × ", "+", " + ", "-", " − ", "/", " / ")

// Ask says what the rule asks without a plan, as a phrase.
func Ask(r *rule.Rule) string {
	switch {
	case r.Direction == rule.Advise && number(r.Guide):
		return "from " + r.Guide + unit(r) + " on"
	case r.OS == "any":
		return strings.Join(strings.Fields(strings.ReplaceAll(r.Guide, "*", " × ")), " ")
	case r.Direction == rule.Present:
		return "present"
	case r.Direction == rule.Info:
		return "nothing; shown for information"
	case r.Guide == "":
		return "no fixed figure"
	}
	return string(r.Direction) + " " + r.Guide + unit(r)
}

// unit is what a figure counts, with a blank before it; words have none.
func unit(r *rule.Rule) string {
	if !number(r.Guide) || r.Unit == "bool" {
		return ""
	}
	return " " + r.Unit
}

// variables lists what can stand in a formula, in the order it is explained.
var variables = []where{
	{"C", "connections at once"},
	{"T", "threads"},
	{"Rin", "new inbound connections a second"},
	{"Rout", "new outgoing connections a second to one remote address and port"},
	{"Rclose", "connections a second that this host closes first"},
	{"calls", "concurrent relayed calls"},
	{"Qdns", "DNS queries a second"},
	{"TIME_WAIT_s", "seconds a closed connection stays in TIME_WAIT"},
	{"msl", "the maximum segment lifetime in ms"},
	{"rtt", "a round trip with one retransmission, in seconds"},
	{"stall", "the longest time the server does not accept, in seconds"},
	{"timeout_s", "seconds until a query is given up"},
}

// explain returns the variables that the formula uses.
func explain(formula string) []where {
	used := strings.FieldsFunc(formula, func(r rune) bool { return strings.ContainsRune("+-*/() ,", r) })
	var known []where
	for _, v := range variables {
		for _, name := range used {
			if name == v.Name {
				known = append(known, v)
				break
			}
		}
	}
	return known
}
