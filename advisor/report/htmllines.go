package report

import (
	"slices"

	"headroom/advisor/dump"
	"headroom/advisor/rule"
)

// LinesHTML is the content of #dump-view: the lines from to to of the dump,
// one element a line, with a mark where a finding rests on the line or where it
// was not understood. Lines are counted from 1 through all files, in their
// order; to 0 is the last one. Where there are several files, the name of each
// stands above its first line.
func LinesHTML(r *Report, from, to int) string {
	w := &htmlWriter{}
	w.lines(r, from, to)
	return w.String()
}

func (w *htmlWriter) lines(r *Report, from, to int) {
	marks := r.marks(from, to)
	before := 0
	for file := range r.Dump.Names {
		lines := r.Dump.Lines(file)
		first, last := max(from-before, 1), lines
		if to > 0 {
			last = min(lines, to-before)
		}
		if r.several() && first == 1 && first <= last {
			w.block(elH3, r.fileName(file), class("file"))
		}
		for n := first; n <= last; n++ {
			w.line(r, spot{file, n}, marks)
		}
		before += lines
	}
}

// A spot is a line of a file.
type spot struct{ file, line int }

// marks are what there is to say at lines of the dump.
type marks struct {
	findings map[spot][]*rule.Finding // worst first
	unread   map[spot]*dump.Unread
}

// marks collects what there is to say from one line to another, counted as
// LinesHTML does: a finding can rest on very many lines.
func (r *Report) marks(from, to int) marks {
	m := marks{map[spot][]*rule.Finding{}, map[spot]*dump.Unread{}}
	shown := r.window(from, to)
	for i := range r.Findings {
		f := &r.Findings[i]
		if f.Line > 0 && shown(f.File, f.Line) {
			m.add(f, f.Line)
		}
		for _, n := range f.Lines {
			if n != f.Line && shown(f.File, n) {
				m.add(f, n)
			}
		}
	}
	for i := range r.Dump.Unread {
		if u := &r.Dump.Unread[i]; shown(u.File, u.Line) {
			m.unread[spot{u.File, u.Line}] = u
		}
	}
	return m
}

func (m marks) add(f *rule.Finding, line int) {
	s := spot{f.File, line}
	m.findings[s] = append(m.findings[s], f)
}

// lines are the lines of a file at which there is something to say, ascending.
func (m marks) lines(file int) []int {
	var lines []int
	for s := range m.findings {
		if s.file == file {
			lines = append(lines, s.line)
		}
	}
	for s := range m.unread {
		if s.file == file && m.findings[s] == nil {
			lines = append(lines, s.line)
		}
	}
	slices.Sort(lines)
	return lines
}

// window reports whether a line of a file lies from one line to another, counted
// through all files.
func (r *Report) window(from, to int) func(file, line int) bool {
	before := make([]int, len(r.Dump.Names)) // lines of the files before each
	for i := 1; i < len(before); i++ {
		before[i] = before[i-1] + r.Dump.Lines(i-1)
	}
	return func(file, line int) bool {
		n := line
		if file < len(before) {
			n += before[file]
		}
		return n >= from && (to <= 0 || n <= to)
	}
}

func (w *htmlWriter) line(r *Report, s spot, m marks) {
	findings, unread := m.findings[s], m.unread[s]
	attributes := []pair{class("line"), at(atID, lineID(s.file, s.line)), at(atDataLine, number(s.line))}
	if s.file > 0 {
		attributes = append(attributes, at(atDataFile, number(s.file)))
	}
	if len(findings) > 0 {
		attributes = append(attributes, at(atDataVerdict, string(findings[0].Verdict)))
	}
	if unread != nil {
		attributes[0] = class("line unread")
	}
	w.begin(elDiv, attributes...)
	w.leaf(elSpan, number(s.line), class("number"))
	w.lineText(r.Dump.Line(s.file, s.line))
	if len(findings) > 0 || unread != nil {
		w.begin(elSpan, class("marks"))
		w.marksOf(findings, unread)
		w.end()
	}
	w.endBlock()
}

// marksOf says what there is to say at a line.
func (w *htmlWriter) marksOf(findings []*rule.Finding, unread *dump.Unread) {
	for _, f := range findings {
		w.begin(elSpan, class("mark"), at(atDataVerdict, string(f.Verdict)))
		w.begin(elA, at(atHref, "#"+findingID(f.Rule.ID)))
		w.text(words.verdicts[f.Verdict])
		w.leaf(elSpan, ": "+f.Rule.ID, class("of"))
		w.end()
		w.end()
	}
	if unread != nil {
		w.leaf(elSpan, words.notUnderstood, class("mark"))
		w.near(unread.Near)
	}
}

// lineWidth is how much of a line is shown, in code points: a page stands still
// over one that is very long.
const lineWidth = 2000

func (w *htmlWriter) lineText(text string) {
	shown, left := cut(text, lineWidth)
	w.begin(elCode, class("text"))
	w.text(shown)
	if left > 0 {
		w.leaf(elSpan, words.lineGoesOn(left), class("cut"))
	}
	w.end()
}
