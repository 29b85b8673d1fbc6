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
	kind    *kind
	own     bool     // the paste shows it, or a part of it
	whole   bool     // the paste shows all of it
	before  []string // its lines as pasted, where it shows all of them
	instead bool     // an alternative to the file before it
	wanted  changes
}

// put gives a name its value in the file.
func (e *edited) put(c change) {
	e.kind.set(&e.script, c)
	e.wanted = append(e.wanted, c)
}

// edit returns the file at the path, as the paste shows it; the same one each
// time, so that changes of several kinds meet in it.
func (h *host) edit(p string, k *kind) *edited {
	for _, e := range h.open {
		if e.path == p {
			return e
		}
	}
	e := &edited{path: p, kind: k, script: script{style: k.style}}
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
		if lines, ok := h.text(x); ok && x.Whole && placed(x.Path) == e.path && !h.mixed(x) {
			if fixed, ok := h.remedied(e.path); ok {
				lines = fixed
			}
			e.lines, e.whole, e.own = lines, true, true
			e.before = slices.Clone(lines)
		}
	}
	switch {
	case e.whole:
	case e.own:
		e.lines = []string{e.style.remark("Part of " + e.path + ": change these lines there, and keep all others.")}
	default:
		e.lines = h.header(e)
	}
}

// mixed reports whether what was taken for the content of a file holds what a
// command printed: a prompt that looks like a comment stood before it.
func (h *host) mixed(x dump.Extent) bool {
	return slices.ContainsFunc(h.dump.Settings, func(s dump.Setting) bool {
		return s.File == x.File && x.From <= s.Line && s.Line <= x.To && s.Scope != dump.Configured
	})
}

// header is what a new file begins with.
func (h *host) header(e *edited) []string {
	lines := slices.Clone(e.kind.first)
	remarks := []string{
		"What CommuniGate Pro needs of this host beyond its present settings.",
		"Written by Headroom; each line names the rule that asks for it.",
	}
	if h.option != "" {
		remarks = []string{"A change that is for you to decide: the report says what speaks for it. Written by Headroom."}
	}
	if e.kind.shared {
		remarks = append(remarks, "Where the file is there already, keep its lines and add these below them.")
	}
	if e.kind.caution != "" {
		remarks = append(remarks, e.kind.caution)
	}
	for _, text := range remarks {
		lines = append(lines, e.style.remark(text))
	}
	if e.kind.frame != nil {
		lines = append(lines, e.kind.frame(e.path)...)
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
