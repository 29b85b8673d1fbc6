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
	Before  string   // the reader's own file, where the paste shows all of it; else empty
	Part    bool     // Content is to be put into a file that holds more
	Rules   []string // IDs of the findings it is for
	Backup  Step     // keeps what is there now; empty where there can be nothing
	Apply   Step
	Verify  Step
	Undo    Step
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

// Write returns the files that close every finding to fix which a file can close,
// none where there is nothing to fix, and beside them what settles findings that are
// left to the reader.
func Write(findings []rule.Finding, d *dump.Dump) (files []File, options []Option) {
	h := host{dump: d, asked: map[rule.Means]changes{}, start: rule.StartOf(d)}
	for i := range findings {
		if f := &findings[i]; f.Verdict == rule.Fix {
			h.change(f)
		}
	}
	files = h.files()
	return files, h.options(findings)
}

// files writes what is asked for.
func (h *host) files() []File {
	h.edits()
	files := []File{}
	for i, e := range h.open {
		f := h.file(e)
		f.Instead = -1
		if e.instead {
			f.Instead = i - 1
		}
		files = append(files, f)
	}
	return files
}

// edits turns what is asked for into files under change, in the order in which
// they are to be put on the server.
func (h *host) edits() {
	switch h.dump.Host.OS {
	case dump.Linux:
		h.editLinux()
	case dump.Solaris:
		h.editSolaris()
	case dump.HPUX:
		h.editHPUX()
	case dump.FreeBSD:
		h.editFreeBSD()
	case dump.MacOS:
		h.editMacOS()
	case dump.Windows:
		h.editWindows()
	}
}
