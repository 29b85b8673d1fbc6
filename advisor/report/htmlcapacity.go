package report

import "headroom/advisor/rule"

// CapacityHTML is a table of the limits, with how many connections each allows
// and which binds first.
func CapacityHTML(r *Report) string {
	w := &htmlWriter{}
	w.capacity(r)
	return w.String()
}

func (w *htmlWriter) capacity(r *Report) {
	if len(r.Limits) == 0 {
		w.block(elP, words.noCapacity)
		return
	}
	w.begin(elTable, class("capacity"))
	w.leaf(elCaption, words.capacity)
	w.begin(elTHead)
	w.begin(elTR)
	for _, heading := range []string{words.resource, words.limit, words.held, words.line, words.rule} {
		w.leaf(elTH, heading, at(atScope, "col"))
	}
	w.end()
	w.end()
	w.begin(elTBody)
	for i := range r.Limits {
		w.limit(r, &r.Limits[i], i == r.Binding)
	}
	w.end()
	w.endBlock()
}

func (w *htmlWriter) limit(r *Report, l *rule.Limit, binds bool) {
	if binds {
		w.begin(elTR, class("binding"))
	} else {
		w.begin(elTR)
	}
	w.begin(elTH, at(atScope, "row"))
	w.text(l.Resource)
	if binds {
		w.text(" ")
		w.leaf(elStrong, words.bindsFirst)
	}
	w.end()
	w.leaf(elTD, figure(l.Limit))
	w.leaf(elTD, figure(l.Supports))
	w.begin(elTD)
	if l.Line > 0 {
		w.lineLink(r, l.File, l.Line)
	}
	w.end()
	w.begin(elTD)
	w.ruleLink(r, l.Rule)
	w.end()
	w.endBlock()
}

// ruleLink leads to the finding of a rule, where it has one.
func (w *htmlWriter) ruleLink(r *Report, id string) {
	for i := range r.Findings {
		if r.Findings[i].Rule.ID == id {
			w.leaf(elA, id, at(atHref, "#"+findingID(id)))
			return
		}
	}
	w.leaf(elCode, id)
}
