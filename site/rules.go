package site

import (
	"strings"

	"headroom/advisor/rule"
)

// A ruleRow is a line of the index of rules.
type ruleRow struct {
	*rule.Rule
	Address string // of its card, from the index
	Figure  string // "at least 131072"
	Beyond  bool
}

// ruleIndex is the page that lists every rule.
func (c chrome) ruleIndex(rules []rule.Rule) view {
	v := c.view(&page{
		Name: "rules", Title: "All rules",
		Summary: "Every rule by operating system, with its figure and what a plan asks of it.",
	}, guidePage)
	for i := range rules {
		r := &rules[i]
		v.Rules = append(v.Rules, ruleRow{
			Rule: r, Address: c.cardAddress(r.ID), Beyond: r.Kind == rule.Beyond,
			Figure: strings.TrimSpace(string(r.Direction) + " " + r.Guide),
		})
	}
	return v
}

// cardAddress is where the card of a rule stands.
func (c chrome) cardAddress(id string) string {
	for _, p := range c.pages {
		if strings.Contains(string(p.Body), `data-rule="`+id+`"`) {
			return p.Address() + "#" + id
		}
	}
	return ""
}
