package main

import (
	"errors"
	"fmt"
	"io"

	"headroom/advisor"
	"headroom/advisor/report"
)

func compare(args []string, stdin io.Reader, stdout, stderr io.Writer) (int, error) {
	set := flags("compare")
	format := set.String("format", "text", "text, json, markdown or html")
	var host hostFlags
	host.define(set)
	if err := set.Parse(args); err != nil {
		return exitUsage, err
	}
	print, err := comparisonPrinter(*format)
	if err != nil {
		return exitUsage, err
	}
	if host.together {
		return exitUsage, errors.New("compare takes two moments of a host, so -together has no meaning")
	}
	if set.NArg() != 2 {
		return exitUsage, fmt.Errorf("compare takes two inputs, BEFORE and AFTER, but was given %d", set.NArg())
	}
	inputs, err := host.inputs(set.Args(), stdin)
	if err != nil {
		return exitUsage, err
	}
	reports, status, err := checkAll(inputs, "compare", stderr)
	if err != nil || status == exitUsage {
		return exitUsage, err
	}
	before, after := reports[0], reports[1]
	if a, b := before.Dump.Host.OS, after.Dump.Host.OS; a != b {
		return exitUsage, fmt.Errorf("%s comes from %s and %s from %s: there is nothing to compare", before.Name, a, after.Name, b)
	}
	_, err = stdout.Write(print(advisor.Compare(before, after)))
	return statusOf(after), err
}

// comparisonPrinter returns the function that prints a comparison in the
// format.
func comparisonPrinter(format string) (func(*report.Comparison) []byte, error) {
	text := func(print func(*report.Comparison) string) func(*report.Comparison) []byte {
		return func(c *report.Comparison) []byte { return []byte(print(c)) }
	}
	switch format {
	case "text":
		return text(report.CompareText), nil
	case "json":
		return report.CompareJSON, nil
	case "markdown":
		return text(report.CompareMarkdown), nil
	case "html":
		return text(report.CompareDocument), nil
	}
	return nil, noFormat(format)
}
