// Package remedy turns findings into the files that close them.
//
//	findings ─► changes ─► files: content, how to apply, verify and undo
//	dump ─► the reader's own files ─┘
//
// A remedy holds only what needs changing. Where the dump shows the file that
// governs a setting, the remedy is that file with the line replaced. Put back
// through the reader beside the dump it came from, it leaves no fix.
package remedy

import (
	"headroom/advisor/dump"
	"headroom/advisor/rule"
)

// A File is one configuration file to put on the server.
type File struct {
	Path    string // /etc/sysctl.d/90-communigate.conf
	Content string
	Rules   []string // IDs of the findings it closes
	Backup  string   // the command that keeps what is there now
	Apply   string
	Verify  string
	Undo    string
	Restart Restart
	Instead int // index of the file this one is an alternative to; -1 for none
}

// Restart is what a remedy costs.
type Restart string

const (
	None    Restart = "none"
	Service Restart = "service"
	Reboot  Restart = "reboot"
)

// Files returns the files that close every finding to fix which a file can
// close, none where there is nothing to fix. Advice is given for Linux.
func Files(findings []rule.Finding, d *dump.Dump) []File {
	if d.Host.OS != dump.Linux {
		return []File{}
	}
	h := host{dump: d}
	for i := range findings {
		if f := &findings[i]; f.Verdict == rule.Fix {
			h.change(f)
		}
	}
	h.raiseCeiling()
	return h.files()
}
