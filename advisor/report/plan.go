package report

import (
	"strconv"
	"strings"

	"headroom/advisor/capacity"
)

// PlanSchema names the form of the plan's JSON; it is raised with every
// change of it.
const PlanSchema = "headroom-plan/1"

// A planned is a plan with all that follows from it.
type planned struct {
	given   string // as [capacity.ParsePlan] reads it
	results []capacity.Result
	asked   []*capacity.Key
}

func plan(p capacity.Plan) planned {
	results, asked := capacity.Results(p)
	all := planned{given: p.String(), results: results}
	for _, key := range asked {
		all.asked = append(all.asked, capacity.LookupKey(key))
	}
	return all
}

// lead says what the inputs that are asked for are good for.
func (p *planned) lead() string {
	if len(p.results) == 0 {
		return planWords.neededFirst
	}
	return planWords.neededLead
}

// PlanJSON writes what follows from a plan as one object, ended by a line
// feed. Inputs that were not given stand behind the working, in parentheses.
func PlanJSON(p capacity.Plan) []byte {
	results, asked := capacity.Results(p)
	w := &jsonWriter{}
	w.object(func() {
		w.text("schema", PlanSchema)
		w.list("results", len(results), func(i int) {
			r := &results[i]
			w.object(func() {
				w.text("id", r.ID)
				w.key("value")
				w.buf = append(w.buf, digits(r.Value)...)
				w.text("unit", r.Unit)
				w.text("working", complete(r))
				w.text("section", r.Section)
			})
		})
		w.list("asked", len(asked), func(i int) { w.string(asked[i]) })
	})
	return append(w.buf, '\n')
}

// complete is the working with the defaults it rests on.
func complete(r *capacity.Result) string {
	if len(r.Defaults) == 0 {
		return r.Working
	}
	return r.Working + " (" + planWords.defaults(r.Defaults) + ")"
}

// digits writes a number in full: no exponent, no grouping.
func digits(n float64) string { return strconv.FormatFloat(n, 'f', -1, 64) }

// amount writes the value of a result for a person.
func amount(r *capacity.Result) string { return groupedFigure(digits(r.Value)) }

// groupedFigure puts the whole digits of a plain number into groups.
func groupedFigure(s string) string {
	whole, decimals, found := strings.Cut(s, ".")
	if s = grouped(whole); found {
		s += "." + decimals
	}
	return s
}

// unit is the unit of a result, with the value in a larger one where that is
// easier to grasp.
func unit(r *capacity.Result) string {
	const exabyte = 1 << 60
	switch {
	case r.Unit == "bytes" && r.Value >= 1024 && r.Value < exabyte:
		return r.Unit + " (" + size(uint64(r.Value)) + ")"
	case r.Unit == "bit/s" && r.Value >= 1e6:
		return r.Unit + " (" + capacity.Figure(r.Value/1e6) + " Mbit/s)"
	}
	return r.Unit
}

// section is where the guide has it.
func section(r *capacity.Result) string {
	if r.Section == "" {
		return planWords.beyond
	}
	return r.Section
}

// described is an input that is asked for: "ram-mb (MiB): memory of the host".
func described(k *capacity.Key) string {
	if k.Unit == "" {
		return k.Name + ": " + k.Meaning
	}
	return k.Name + " (" + k.Unit + "): " + k.Meaning
}
