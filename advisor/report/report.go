// Package report writes what a check found: JSON, text, Markdown and HTML.
//
//	Report ─► JSON, Text, Markdown, HTML fragments
//
// All of them are printers over the same value and decide nothing. Text of the
// user reaches HTML through one escaping writer only.
package report

import (
	"headroom/advisor/dump"
	"headroom/advisor/remedy"
	"headroom/advisor/rule"
)

// A Report is everything that one check of one host found.
type Report struct {
	Name     string // of the input, may be empty
	Dump     *dump.Dump
	Findings []rule.Finding // worst first
	Limits   []rule.Limit   // how many connections each resource supports
	Binding  int            // index of the limit that binds first; -1 for none
	Files    []remedy.File
}
