//go:build js && wasm

package main

import (
	"fmt"

	"headroom/advisor"
	"headroom/advisor/capacity"
	"headroom/advisor/dump"
	"headroom/advisor/report"
	"headroom/advisor/rule"
)

// How many lines of the annotated dump come with a check: all of them up to
// wholeLines, else as many as a page shows at once, and some more.
const (
	wholeLines = 2000
	firstLines = 300
)

// A worker answers requests, and keeps the report of the last check. send is
// for what is to be told before the answer; nil where nobody listens.
type worker struct {
	last *report.Report
	send func(message map[string]any)
}

// reply is the reply to a request, but for its id.
func (w *worker) reply(r request) (map[string]any, error) {
	switch r.call {
	case "check":
		checked, err := check(r)
		if err != nil {
			return nil, err
		}
		w.last = checked
		return message(checked, r.brief), nil
	case "plan":
		plan, err := capacity.ParsePlan(r.plan)
		if err != nil {
			return nil, err
		}
		return planned(plan, r), nil
	}
	return w.others(r)
}

// others are the calls that ask about the last check.
func (w *worker) others(r request) (map[string]any, error) {
	switch {
	case r.call != "lines" && r.call != "print":
		return nil, fmt.Errorf("no such call: %q", r.call)
	case w.last == nil:
		return nil, fmt.Errorf("nothing has been checked yet")
	case r.call == "print":
		text, err := printed(w.last, r.format)
		return map[string]any{"text": text}, err
	}
	lines := report.LinesHTML(w.last, r.from, r.to)
	return map[string]any{"json": "", "html": map[string]any{"report": "", "capacity": "", "lines": lines}}, nil
}

// printed is a report to keep or to send.
func printed(r *report.Report, format string) (string, error) {
	switch format {
	case "json":
		return string(report.JSON(r)), nil
	case "markdown":
		return report.Markdown(r), nil
	case "html":
		return report.Document(r), nil
	}
	return "", fmt.Errorf("no such format: %q", format)
}

func check(r request) (*report.Report, error) {
	plan, err := capacity.ParsePlan(r.plan)
	if err != nil {
		return nil, err
	}
	files := r.files
	if files == nil {
		files = []dump.File{{Name: r.name, Text: r.dump}}
	}
	return advisor.Check(advisor.Input{Name: r.name, Files: files, OS: r.os, Plan: plan, Accept: r.accept, Today: r.today, Tell: r.tell}), nil
}

// planned is what follows from a plan, on the host that was checked before where
// there is one: results for report, pictures for capacity.
func planned(plan capacity.Plan, r request) map[string]any {
	var limits []rule.Limit
	binding, told := -1, ""
	if host := rule.Recall(r.host, plan); host != nil {
		limits, binding = rule.Limits(host)
		told = report.PlanTold(plan, host, limits, r.name)
		plan = plan.Completed(host.Figures())
	}
	return map[string]any{
		"json": string(report.PlanJSON(plan)), "told": told,
		"html": map[string]any{"report": report.PlanHTML(plan), "capacity": report.PlanChartsHTML(plan, limits, binding), "lines": ""},
	}
}

// message is the reply to a check. lines is how many lines each file has.
func message(r *report.Report, brief bool) map[string]any {
	asJSON := report.JSON
	if brief {
		asJSON = report.BriefJSON
	}
	lines, total := []any{}, 0
	for i := range r.Dump.Names {
		n := r.Dump.Lines(i)
		lines, total = append(lines, n), total+n
	}
	html := map[string]any{"report": report.HTML(r), "capacity": report.CapacityHTML(r), "lines": ""}
	switch {
	case brief: // the page asks for them
	case total <= wholeLines:
		html["lines"] = report.LinesHTML(r, 1, 0)
	default:
		html["lines"] = report.LinesHTML(r, 1, firstLines)
	}
	return map[string]any{"json": string(asJSON(r)), "lines": lines, "host": r.Facts.Kept(), "html": html}
}
