package report

import (
	"strings"

	"headroom/advisor/capacity"
	"headroom/advisor/rule"
)

// PlanHTML is what follows from a plan, an article for each result, and a list
// of the inputs that further formulas need. It leads to the guide and to the
// fields of the planner's form, whose ids are those of [FieldID].
func PlanHTML(p capacity.Plan) string {
	w := &htmlWriter{}
	w.plan(p, true)
	return w.String()
}

// PlanDocument is a whole HTML page with the same, to keep or to send. It
// stands alone, so it links nowhere.
func PlanDocument(p capacity.Plan) string {
	return document(planWords.title, func(w *htmlWriter) {
		w.plan(p, false)
		w.b.WriteString(PlanChartsHTML(p, nil, -1))
	})
}

// PlanTold says what of a plan's pictures and results is of a host that was checked
// before: its limits, and figures that the plan does not give. It is empty where
// nothing is.
func PlanTold(p capacity.Plan, host *rule.Facts, limits []rule.Limit, name string) string {
	var of []string
	if len(limits) > 0 {
		of = append(of, planWords.theLimits)
	}
	figures := host.Figures()
	var said []string
	for _, key := range []string{"ram-mb", "swap-mb", "time-wait", "stack-kb"} {
		has, known := figures[key]
		switch planned, given := p.Get(key); {
		case known && !given:
			of = append(of, planWords.figures[key])
		case known && has != planned && (key == "time-wait" || key == "stack-kb"):
			said = append(said, planWords.bars(planWords.figures[key], capacity.Figure(has), capacity.Figure(planned)))
		}
	}
	if len(of) > 0 {
		said = append([]string{planWords.ofHost(of, name)}, said...)
	}
	return strings.Join(said, " ")
}

// FieldID is the id of the form's field for a plan key.
func FieldID(key string) string { return "plan-" + key }

func (w *htmlWriter) plan(p capacity.Plan, linked bool) {
	all := plan(p)
	w.begin(elSection, class("plan-results"), at(atLabelledBy, "plan-results"))
	w.block(elH2, planWords.caption, at(atID, "plan-results"))
	if len(all.results) == 0 {
		w.block(elP, planWords.nothingGiven)
	}
	for i := range all.results {
		w.planResult(&all.results[i], linked)
	}
	w.endBlock()
	w.planAsked(&all, linked)
}

func (w *htmlWriter) planAsked(all *planned, linked bool) {
	if len(all.asked) == 0 {
		return
	}
	w.begin(elSection, class("plan-asked"), at(atLabelledBy, "plan-asked"))
	w.block(elH2, planWords.needed, at(atID, "plan-asked"))
	w.block(elP, all.lead())
	w.begin(elUL)
	for _, k := range all.asked {
		w.begin(elLI)
		if linked {
			w.leaf(elA, k.Name, at(atHref, "#"+FieldID(k.Name)))
			w.text(described(k)[len(k.Name):])
		} else {
			w.text(described(k))
		}
		w.end()
	}
	w.endBlock()
	w.endBlock()
}

func (w *htmlWriter) planResult(r *capacity.Result, linked bool) {
	id := "result-" + r.ID
	w.begin(elArticle, class("formula"), at(atDataRule, r.ID), at(atLabelledBy, id))
	w.block(elH3, r.Title, at(atID, id))
	w.begin(elP, class("value"))
	w.leaf(elStrong, amount(r))
	w.text(" " + unit(r))
	w.endBlock()
	w.begin(elDL, class("facts"))
	w.fact(planWords.formula, func() { w.leaf(elCode, r.Equation) })
	w.fact(planWords.working, func() { w.leaf(elCode, r.Working) })
	if len(r.Defaults) > 0 {
		w.fact(planWords.byDefault, func() {
			for i, d := range r.Defaults {
				if i > 0 {
					w.text(", ")
				}
				w.leaf(elSpan, d, class("default"))
			}
		})
	}
	w.endBlock()
	w.block(elP, r.Meaning, class("message"))
	if r.Note != "" {
		w.block(elP, planWords.note+": "+r.Note, class("why"))
	}
	w.planSection(r, linked)
	w.endBlock()
}

// planSection says where the guide has the formula.
func (w *htmlWriter) planSection(r *capacity.Result, linked bool) {
	w.begin(elP, class("more"))
	w.leaf(elCode, r.ID)
	w.text(" ")
	page := ""
	if ru := rule.Lookup(r.ID); ru != nil && linked {
		page = GuidePage(ru)
	}
	if page == "" {
		w.text(planWords.section + ": " + section(r))
	} else {
		w.leaf(elA, planWords.section+": "+section(r), at(atHref, page))
	}
	w.endBlock()
}
