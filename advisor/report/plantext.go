package report

import (
	"strings"

	"headroom/advisor/capacity"
)

// PlanText writes what follows from a plan for a terminal: each result with
// its working, then what further formulas need.
func PlanText(p capacity.Plan) string {
	all := plan(p)
	var b strings.Builder
	if all.given == "" {
		line(&b, 0, planWords.nothingGiven)
	} else {
		line(&b, 0, planWords.given+": "+strings.ReplaceAll(all.given, ",", ", "))
	}
	for i := range all.results {
		b.WriteByte('\n')
		textResult(&b, &all.results[i])
	}
	if len(all.asked) == 0 {
		return b.String()
	}
	textHeading(&b, planWords.needed)
	line(&b, 0, all.lead())
	for _, k := range all.asked {
		line(&b, 2, described(k))
	}
	return b.String()
}

func textResult(b *strings.Builder, r *capacity.Result) {
	line(b, 0, r.Title+": "+amount(r)+" "+unit(r)+" ["+r.ID+"]")
	if !strings.HasPrefix(r.Working, r.Equation+" = ") {
		line(b, 4, r.Equation)
	}
	line(b, 4, r.Working)
	if len(r.Defaults) > 0 {
		line(b, 4, "("+planWords.defaults(r.Defaults)+")")
	}
	line(b, 4, r.Meaning)
	if r.Note != "" {
		line(b, 4, planWords.note+": "+r.Note)
	}
	line(b, 4, planWords.section+": "+section(r))
}

// PlanMarkdown writes what follows from a plan for a ticket: a table of the
// figures, then what they mean.
func PlanMarkdown(p capacity.Plan) string {
	all := plan(p)
	var b strings.Builder
	paragraph(&b, "## "+planWords.title)
	if all.given == "" {
		paragraph(&b, planWords.nothingGiven)
	} else {
		paragraph(&b, planWords.given+": "+code(all.given))
	}
	all.markdownResults(&b)
	if len(all.asked) > 0 {
		paragraph(&b, "## "+planWords.needed)
		paragraph(&b, all.lead())
		for _, k := range all.asked {
			b.WriteString("- " + prose(described(k)) + "\n")
		}
	}
	return b.String()
}

func (p *planned) markdownResults(b *strings.Builder) {
	if len(p.results) == 0 {
		return
	}
	headings := []string{planWords.result, planWords.formula, planWords.working, planWords.value, planWords.section}
	row(b, headings...)
	row(b, "---", "---", "---", "---:", "---")
	for i := range p.results {
		r := &p.results[i]
		row(b, prose(r.Title)+" "+code(r.ID), code(r.Equation), prose(complete(r)), prose(amount(r)+" "+unit(r)), prose(section(r)))
	}
	b.WriteByte('\n')
	paragraph(b, "## "+planWords.meaning)
	for i := range p.results {
		r := &p.results[i]
		b.WriteString("- **" + prose(r.Title) + ".** " + prose(r.Meaning))
		if r.Note != "" {
			b.WriteString(" " + planWords.note + ": " + prose(r.Note))
		}
		b.WriteByte('\n')
	}
	b.WriteByte('\n')
}

func row(b *strings.Builder, cells ...string) {
	b.WriteString("| " + strings.Join(cells, " | ") + " |\n")
}
