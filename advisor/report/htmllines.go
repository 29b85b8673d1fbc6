package report

import (
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
	marks := r.marks()
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

func (r *Report) marks() marks {
	m := marks{map[spot][]*rule.Finding{}, map[spot]*dump.Unread{}}
	for i := range r.Findings {
		f := &r.Findings[i]
		if f.Line > 0 {
			m.add(f, f.Line)
		}
		for _, n := range f.Lines {
			if n != f.Line {
				m.add(f, n)
			}
		}
	}
	for i := range r.Dump.Unread {
		u := &r.Dump.Unread[i]
		m.unread[spot{u.File, u.Line}] = u
	}
	return m
}

func (m marks) add(f *rule.Finding, line int) {
	s := spot{f.File, line}
	m.findings[s] = append(m.findings[s], f)
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
	w.leaf(elCode, r.Dump.Line(s.file, s.line), class("text"))
	for _, f := range findings {
		w.begin(elSpan, class("mark"), at(atDataVerdict, string(f.Verdict)))
		w.text(words.verdicts[f.Verdict] + ": ")
		w.leaf(elA, f.Rule.ID, at(atHref, "#"+findingID(f.Rule.ID)))
		w.end()
	}
	if unread != nil {
		w.leaf(elSpan, words.notUnderstood, class("mark"))
		w.near(unread.Near)
	}
	w.endBlock()
}
