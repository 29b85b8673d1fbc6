package report

import (
	"headroom/advisor/dump"
	"headroom/advisor/remedy"
	"headroom/advisor/rule"
)

// sample is a report with one of everything, and with text in each place that
// a user may have written.
func sample(names []string, text string) *Report {
	var files []dump.File
	for _, name := range names {
		files = append(files, dump.File{Name: name, Text: []byte(text)})
	}
	read := dump.Read(files, dump.Linux)
	fix := &rule.Rule{
		ID: "linux.fs.file-max", OS: "linux", Setting: "fs.file-max", Title: "Open files of the whole system",
		Why: "Every process shares it.", Risk: "The whole system stops.", Section: "Linux 2.4/2.6", See: "sysctl fs.file-max",
	}
	unseen := &rule.Rule{ID: "linux.kernel.pid_max", OS: "linux", Setting: "kernel.pid_max", Title: "Process IDs", See: "sysctl kernel.pid_max"}
	good := &rule.Rule{ID: "linux.kernel.threads-max", OS: "linux", Setting: "kernel.threads-max", Title: "Threads"}
	return &Report{
		Name: names[0],
		Dump: read,
		Findings: []rule.Finding{
			{Rule: fix, Verdict: rule.Fix, Observed: text, Want: "at least 131072", Ask: "131072", Line: 1, Lines: []int{1, 2},
				Message: text, Working: "4 x 20000 = 80000", Owner: text},
			{Rule: unseen, Verdict: rule.Unseen, Collect: "sysctl kernel.pid_max", Message: "It is not in the dump."},
			{Rule: good, Verdict: rule.OK, Observed: "200000", Line: 2, File: len(names) - 1, Lines: []int{2}},
		},
		Limits:  []rule.Limit{{Resource: "descriptors", Limit: 1024, Supports: 512, Line: 1, Rule: "linux.fs.file-max"}, {Resource: text, Limit: 1 << 63, Supports: 20000}},
		Binding: 0,
		Files: []remedy.File{
			{Path: "/etc/sysctl.d/90-communigate.conf", Content: text + "\n", Rules: []string{"linux.fs.file-max"}, Backup: remedy.Step{Commands: "cp a b"},
				Apply: remedy.Step{Commands: "sysctl --system"}, Verify: remedy.Step{Commands: "sysctl fs.file-max"}, Undo: remedy.Step{Commands: "rm a"}, Restart: remedy.None, Instead: -1},
			{Path: text, Content: text + "new\n", Before: "old\n" + text, Restart: remedy.Service, Instead: 0},
		},
	}
}

// hostile tries to leave the place it stands in.
const hostile = "</pre></code><script>alert(1)</script><img src=x onerror=alert(2)> \" onmouseover=\"alert(3)' `code` *b* &lt; \u2028\u2029\x00\x1b[31m\xff\u202e\nline 2 of it\n"
