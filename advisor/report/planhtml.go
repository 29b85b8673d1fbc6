package report

import "headroom/advisor/capacity"

// PlanHTML is a table of what follows from a plan, and a list of the inputs
// that further formulas need.
func PlanHTML(p capacity.Plan) string {
	w := &htmlWriter{}
	w.plan(p)
	return w.String()
}

// PlanDocument is a whole HTML page with the same, to keep or to send.
func PlanDocument(p capacity.Plan) string {
	return document(planWords.title, func(w *htmlWriter) { w.plan(p) })
}

func (w *htmlWriter) plan(p capacity.Plan) {
	all := plan(p)
	w.planResults(all.results)
	if len(all.asked) == 0 {
		return
	}
	w.begin(elSection, class("plan-asked"), at(atLabelledBy, "plan-asked"))
	w.block(elH2, planWords.needed, at(atID, "plan-asked"))
	w.block(elP, all.lead())
	w.begin(elUL)
	for _, k := range all.asked {
		w.leaf(elLI, described(k))
	}
	w.endBlock()
	w.endBlock()
}

func (w *htmlWriter) planResults(results []capacity.Result) {
	if len(results) == 0 {
		w.block(elP, planWords.nothingGiven)
		return
	}
	w.begin(elTable, class("plan-results"))
	w.leaf(elCaption, planWords.caption)
	w.begin(elTHead)
	w.begin(elTR)
	for _, heading := range []string{
		planWords.result, planWords.formula, planWords.working, planWords.value,
		planWords.unit, planWords.section, planWords.meaning,
	} {
		w.leaf(elTH, heading, at(atScope, "col"))
	}
	w.end()
	w.end()
	w.begin(elTBody)
	for i := range results {
		w.planResult(&results[i])
	}
	w.end()
	w.endBlock()
}

func (w *htmlWriter) planResult(r *capacity.Result) {
	w.begin(elTR)
	w.begin(elTH, at(atScope, "row"))
	w.text(r.Title + " ")
	w.leaf(elCode, r.ID)
	w.end()
	w.begin(elTD)
	w.leaf(elCode, r.Equation)
	w.end()
	w.leaf(elTD, complete(r))
	w.leaf(elTD, amount(r))
	w.leaf(elTD, unit(r))
	w.leaf(elTD, section(r))
	w.begin(elTD)
	w.text(r.Meaning)
	if r.Note != "" {
		w.leaf(elP, planWords.note+": "+r.Note, class("note"))
	}
	w.end()
	w.endBlock()
}
