//go:build js && wasm

package main

import (
	"fmt"

	"headroom/advisor"
	"headroom/advisor/capacity"
	"headroom/advisor/dump"
	"headroom/advisor/report"
)

// firstLines is how many lines of the annotated dump come with a check.
const firstLines = 2000

// A worker answers requests, and keeps the report of the last check.
type worker struct {
	last *report.Report
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
		return message(checked, 1, firstLines), nil
	case "plan":
		planned, err := check(request{plan: r.plan, os: r.os})
		if err != nil {
			return nil, err
		}
		return message(planned, 1, 0), nil
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
	files := []dump.File{{Name: r.name, Text: r.dump}}
	return advisor.Check(advisor.Input{Name: r.name, Files: files, OS: r.os, Plan: plan, Accept: r.accept, Today: r.today}), nil
}

func message(r *report.Report, from, to int) map[string]any {
	return map[string]any{
		"json": string(report.JSON(r)),
		"html": map[string]any{
			"report":   report.HTML(r),
			"capacity": report.CapacityHTML(r),
			"lines":    report.LinesHTML(r, from, to),
		},
	}
}
