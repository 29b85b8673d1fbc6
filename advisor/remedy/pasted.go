package remedy

import (
	"slices"
	"strings"

	"headroom/advisor/dump"
)

// An edited is a file under change.
type edited struct {
	script
	path    string
	kind    kind
	own     bool // the paste shows it, or a part of it
	whole   bool // the paste shows all of it
	instead bool // an alternative to the file before it
	wanted  changes
}

// A kind says what a file is to the system.
type kind int

const (
	sysctlFile kind = iota
	startFile       // Startup.sh, or the init script
	unitFile        // a drop-in of the systemd unit
)

// edit returns the file at the path, as the paste shows it; the same one each
// time, so that changes of several kinds meet in it.
func (h *host) edit(p string, k kind) *edited {
	for _, e := range h.open {
		if e.path == p {
			return e
		}
	}
	e := &edited{path: p, kind: k}
	h.fill(e)
	h.open = append(h.open, e)
	return e
}

// fill puts the paste's own text of the file into it, else a header.
func (h *host) fill(e *edited) {
	for _, s := range h.dump.Settings {
		e.own = e.own || s.Path != "" && placed(s.Path) == e.path
	}
	for _, x := range h.dump.Extents {
		if lines, ok := h.text(x); ok && x.Whole && placed(x.Path) == e.path {
			e.lines, e.whole, e.own = lines, true, true
		}
	}
	switch {
	case e.whole:
	case e.own:
		e.lines = []string{"# Part of " + e.path + ": change these lines there, and keep all others."}
	default:
		e.lines = header(e)
	}
}

// header is what a new file begins with.
func header(e *edited) []string {
	lines := []string{
		"# What CommuniGate Pro needs of this host beyond its present settings.",
		"# Written by Headroom; each line names the rule that asks for it.",
	}
	if e.kind == startFile {
		lines = append(lines, "# Where the file is there already, keep its lines and add these.")
	}
	return lines
}

// text is the content of a pasted file, without what mail and terminals put
// before each line. ok is false where it is not plain text, so that a copy
// could hold what was never in the file.
func (h *host) text(x dump.Extent) (lines []string, ok bool) {
	for n := x.From; n <= x.To; n++ {
		lines = append(lines, h.dump.Line(x.File, n))
	}
	prefix := quoting(lines)
	for i, l := range lines {
		lines[i] = strings.TrimRight(strings.TrimPrefix(l, prefix), " \t")
		if strings.ContainsFunc(lines[i], doubtful) {
			return nil, false
		}
	}
	for len(lines) > 0 && lines[len(lines)-1] == "" {
		lines = lines[:len(lines)-1]
	}
	return lines, len(lines) > 0
}

// doubtful reports what a terminal or a mail program may have put into a file.
func doubtful(c rune) bool {
	return c < ' ' && c != '\t' || c >= 0x7f && c <= 0xa0 || c == '\u2028' || c == '\ufffd' || c == '\ufeff'
}

// quoting is what every line that is not empty begins with, as far as it
// consists of marks of quoting.
func quoting(lines []string) string {
	common, first := "", true
	for _, l := range lines {
		if strings.Trim(l, "> |\t") == "" {
			continue
		}
		mark := l[:len(l)-len(strings.TrimLeft(l, "> |\t"))]
		if first {
			common, first = mark, false
		}
		for !strings.HasPrefix(mark, common) {
			common = common[:len(common)-1]
		}
	}
	return common
}

// placed is where on the server a file of the paste stands. A file that was
// given by name alone, or unpacked from a bundle, stands where its like does.
func placed(p string) string {
	switch name := base(p); {
	case name == base(sysctlConf):
		return sysctlConf
	case safePath(p):
		return p
	case name == base(startupPath):
		return startupPath
	}
	if i := strings.Index(p, "etc/"); i >= 0 && safePath("/"+p[i:]) {
		return "/" + p[i:]
	}
	return p
}

// addBelow puts a line right below a heading, which is added where there is
// none.
func (s *script) addBelow(heading, text string, c change) {
	at := slices.IndexFunc(s.lines, func(l string) bool { return strings.TrimSpace(l) == heading })
	if at < 0 {
		at = len(s.lines)
		s.lines = append(s.lines, heading)
	}
	end := at + 1
	for end < len(s.lines) && !strings.HasPrefix(strings.TrimSpace(s.lines[end]), "[") {
		end++
	}
	s.lines = slices.Insert(s.lines, end, text)
	s.comment(end, c.rules)
}

// base is the last part of a path.
func base(p string) string { return p[strings.LastIndexByte(p, '/')+1:] }

// folder is what stands before it.
func folder(p string) string { return p[:max(strings.LastIndexByte(p, '/'), 0)] }

// clean reports whether no part of a path is empty or made of dots.
func clean(p string) bool {
	for part := range strings.SplitSeq(p[1:], "/") {
		if strings.Trim(part, ".") == "" {
			return false
		}
	}
	return true
}
