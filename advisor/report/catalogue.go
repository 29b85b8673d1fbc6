package report

import (
	"strings"

	"headroom/advisor/rule"
)

// RulesJSON writes rules as an array, ended by a line feed.
func RulesJSON(rules []rule.Rule) []byte {
	w := &jsonWriter{}
	w.array(len(rules), func(i int) { w.rule(&rules[i]) })
	return append(w.buf, '\n')
}

func (w *jsonWriter) rule(ru *rule.Rule) {
	w.object(func() {
		w.text("id", ru.ID)
		w.text("os", ru.OS)
		w.text("releases", ru.Releases)
		w.text("setting", ru.Setting)
		w.text("unit", ru.Unit)
		w.text("direction", string(ru.Direction))
		w.text("guide", ru.Guide)
		w.text("demand", string(ru.Demand))
		w.text("kind", string(ru.Kind))
		w.text("title", ru.Title)
		w.text("why", ru.Why)
		w.text("risk", ru.Risk)
		w.text("set", ru.Set)
		w.text("effect", ru.Effect)
		w.text("section", ru.Section)
		w.list("sources", len(ru.Sources), func(i int) { w.string(ru.Sources[i]) })
	})
}

// RulesText writes rules for a terminal: one block a rule.
func RulesText(rules []rule.Rule) string {
	var b strings.Builder
	for i := range rules {
		ru := &rules[i]
		b.WriteString(ru.ID + "\n")
		line(&b, 4, ru.Title)
		line(&b, 4, asked(ru))
		line(&b, 4, ru.Why)
		b.WriteByte('\n')
	}
	return b.String()
}

// asked says in one phrase what the rule asks for, on which releases, and
// where that comes from.
func asked(ru *rule.Rule) string {
	s := string(ru.Direction)
	if ru.Guide != "" {
		s += " " + ru.Guide + " " + ru.Unit
	}
	if demand := string(ru.Demand); demand != "" {
		s += "; " + words.planned(demand)
	}
	return s + " (" + ru.OS + " " + ru.Releases + ", " + string(ru.Kind) + ")"
}
