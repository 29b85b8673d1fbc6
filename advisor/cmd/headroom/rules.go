package main

import (
	"fmt"
	"io"

	"headroom/advisor/report"
	"headroom/advisor/rule"
)

func rules(args []string, _ io.Reader, stdout, _ io.Writer) (int, error) {
	set := flags("rules")
	format := set.String("format", "text", "text or json")
	if err := set.Parse(args); err != nil {
		return exitUsage, err
	}
	if set.NArg() > 0 {
		return exitUsage, fmt.Errorf("rules takes no files, but was given %q", set.Arg(0))
	}
	switch *format {
	case "text":
		_, err := io.WriteString(stdout, report.RulesText(rule.Catalogue))
		return exitOK, err
	case "json":
		_, err := stdout.Write(report.RulesJSON(rule.Catalogue))
		return exitOK, err
	}
	return exitUsage, fmt.Errorf("-format %q is none of text, json", *format)
}
