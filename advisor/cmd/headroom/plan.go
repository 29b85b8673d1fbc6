package main

import (
	"io"
	"strings"

	"headroom/advisor/capacity"
	"headroom/advisor/report"
)

func plan(args []string, _ io.Reader, stdout, _ io.Writer) (int, error) {
	set := flags("plan")
	format := set.String("format", "text", "text, json, markdown or html")
	if err := set.Parse(args); err != nil {
		return exitUsage, err
	}
	print, err := planPrinter(*format)
	if err != nil {
		return exitUsage, err
	}
	p, err := capacity.ParsePlan(strings.Join(set.Args(), ","))
	if err != nil {
		return exitUsage, err
	}
	_, err = stdout.Write(print(p))
	return exitOK, err
}

// planPrinter returns the function that prints a plan in the format.
func planPrinter(format string) (func(capacity.Plan) []byte, error) {
	text := func(print func(capacity.Plan) string) func(capacity.Plan) []byte {
		return func(p capacity.Plan) []byte { return []byte(print(p)) }
	}
	switch format {
	case "text":
		return text(report.PlanText), nil
	case "json":
		return report.PlanJSON, nil
	case "markdown":
		return text(report.PlanMarkdown), nil
	case "html":
		return text(report.PlanDocument), nil
	}
	return nil, noFormat(format)
}
