//go:build js && wasm

package main

import (
	"fmt"

	"headroom/advisor"
	"headroom/advisor/capacity"
	"headroom/advisor/dump"
	"headroom/advisor/report"
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
		return message(checked), nil
	case "plan":
		plan, err := capacity.ParsePlan(r.plan)
		if err != nil {
			return nil, err
		}
		return planned(plan, r.limits), nil
	case "lines":
		if w.last == nil {
			return nil, fmt.Errorf("nothing has been checked yet")
		}
		lines := report.LinesHTML(w.last, r.from, r.to)
		return map[string]any{"json": "", "html": map[string]any{"report": "", "capacity": "", "lines": lines}}, nil
	}
	return nil, fmt.Errorf("no such call: %q", r.call)
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

// planned is what follows from a plan: results for report, pictures for
// capacity.
func planned(plan capacity.Plan, limits string) map[string]any {
	known, binding := report.ParseLimits(limits)
	return map[string]any{
		"json": string(report.PlanJSON(plan)),
		"html": map[string]any{"report": report.PlanHTML(plan), "capacity": report.PlanChartsHTML(plan, known, binding), "lines": ""},
	}
}

// message is the reply to a check. lines is how many lines each file has.
func message(r *report.Report) map[string]any {
	lines, total := []any{}, 0
	for i := range r.Dump.Names {
		n := r.Dump.Lines(i)
		lines, total = append(lines, n), total+n
	}
	shown := firstLines
	if total <= wholeLines {
		shown = 0
	}
	return map[string]any{
		"json":  string(report.JSON(r)),
		"lines": lines,
		"html": map[string]any{
			"report":   report.HTML(r),
			"capacity": report.CapacityHTML(r),
			"lines":    report.LinesHTML(r, 1, shown),
		},
	}
}
