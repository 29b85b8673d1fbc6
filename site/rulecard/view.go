package rulecard

import (
	"strings"

	"headroom/advisor/rule"
)

// A view is a rule as its card words it.
type view struct {
	*rule.Rule
	Ask    string  // "at least 131072 open files"
	Plan   string  // "4 × C"; empty when a plan asks nothing
	Where  []where // the variables of Plan
	Beyond bool    // not from the vendor's guide
}

// A where explains one variable of a formula.
type where struct{ Name, Meaning string }

func newView(r *rule.Rule) view {
	demand := r.Demand.String()
	return view{
		Rule:   r,
		Ask:    ask(r),
		Plan:   Plan(r),
		Where:  explain(demand),
		Beyond: r.Kind == rule.Beyond,
	}
}

// Plan is what a plan asks of a rule, as a formula for people: "4 × C"; empty
// when it asks nothing.
func Plan(r *rule.Rule) string { return spaced.Replace(r.Demand.String()) }

// spaced sets a formula as people write it.
var spaced = strings.NewReplacer("*", " × ", "+", " + ", "-", " − ", "/", " / ")

// ask says what the rule asks without a plan, as a phrase.
func ask(r *rule.Rule) string {
	switch {
	case r.Direction == rule.Present:
		return "present"
	case r.Direction == rule.Info:
		return "nothing: it is shown for information"
	case r.Guide == "":
		return "no fixed figure"
	}
	return strings.TrimSpace(string(r.Direction) + " " + r.Guide + " " + r.Unit)
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

// GuideSection is the section of the vendor's guide; empty when it has none.
func (v view) GuideSection() string {
	return strings.Trim(v.Section, "-")
}
