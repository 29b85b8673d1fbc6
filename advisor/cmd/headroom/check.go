package main

import (
	"bytes"
	"fmt"
	"io"

	"headroom/advisor"
	"headroom/advisor/report"
	"headroom/advisor/rule"
)

func check(args []string, stdin io.Reader, stdout, stderr io.Writer) (int, error) {
	set := flags("check")
	format := set.String("format", "text", "text, json, markdown or html")
	var host hostFlags
	host.define(set)
	if err := set.Parse(args); err != nil {
		return exitUsage, err
	}
	print, err := printer(*format)
	if err != nil {
		return exitUsage, err
	}
	inputs, err := host.inputs(set.Args(), stdin)
	if err != nil {
		return exitUsage, err
	}
	if *format == "html" && len(inputs) > 1 {
		return exitUsage, fmt.Errorf("-format html prints one host: name one file, or add -together")
	}
	reports, status, err := checkAll(inputs, "check", stderr)
	if err != nil {
		return exitUsage, err
	}
	_, err = stdout.Write(print(reports))
	return status, err
}

// checkAll checks each host. It says on stderr which input holds nothing
// known, and returns the highest of their exit statuses.
func checkAll(inputs []advisor.Input, command string, stderr io.Writer) (reports []*report.Report, status int, err error) {
	for _, in := range inputs {
		r := advisor.Check(in)
		if err := followed(r); err != nil {
			return nil, exitUsage, err
		}
		if r.Dump.Notice != "" {
			name := in.Name
			if name == "" {
				name = "input"
			}
			fmt.Fprintf(stderr, "headroom %s: %s: %s\n", command, name, r.Dump.Notice)
		}
		reports = append(reports, r)
		status = max(status, statusOf(r))
	}
	return reports, status, nil
}

func statusOf(r *report.Report) int {
	switch {
	case r.Dump.Notice != "":
		return exitUsage
	case r.Count(rule.Fix) > 0:
		return exitFix
	}
	return exitOK
}

// printer returns the function that prints reports in the format.
func printer(format string) (func([]*report.Report) []byte, error) {
	switch format {
	case "text":
		return separated(report.Text), nil
	case "json":
		return jsonOf, nil
	case "markdown":
		return separated(report.Markdown), nil
	case "html":
		return separated(report.Document), nil
	}
	return nil, noFormat(format)
}

func noFormat(format string) error {
	return fmt.Errorf("-format %q is none of text, json, markdown, html", format)
}

// separated prints one report after the other, a blank line between them.
func separated(print func(*report.Report) string) func([]*report.Report) []byte {
	return func(reports []*report.Report) []byte {
		var b bytes.Buffer
		for i, r := range reports {
			if i > 0 {
				b.WriteByte('\n')
			}
			b.WriteString(print(r))
		}
		return b.Bytes()
	}
}

// jsonOf prints an object for one report, an array for several.
func jsonOf(reports []*report.Report) []byte {
	if len(reports) == 1 {
		return report.JSON(reports[0])
	}
	var objects [][]byte
	for _, r := range reports {
		objects = append(objects, bytes.TrimSuffix(report.JSON(r), []byte("\n")))
	}
	return fmt.Appendf(nil, "[%s]\n", bytes.Join(objects, []byte(",\n")))
}
