package report

import (
	"cmp"
	"slices"

	"headroom/advisor/dump"
	"headroom/advisor/rule"
)

// partsMost is how many parts of a text a report for people lists.
const partsMost = 60

// A part is a run of lines as a report shows it: comments, dividing lines and
// blank ones between lines of one kind do not divide it.
type part struct {
	dump.Part                 // without a reader where nobody understood the lines
	lines     int             // with anything but blanks on them
	said      *dump.Corrected // what they were said to be; nil where the text decides
	settings  []*dump.Setting
}

// parts are the runs of lines of the text, in its order. Single lines that nobody
// understood are left out unless there is nothing else.
func (r *Report) parts() []part {
	all := r.joined(r.runs())
	if r.Dump.Notice == "" {
		all = slices.DeleteFunc(all, func(p part) bool { return p.Reader == "" && p.said == nil && p.lines < 2 })
	}
	r.settle(all)
	return all
}

// runs are what was understood, what was not, and what was said to be something.
func (r *Report) runs() []part {
	said := slices.DeleteFunc(slices.Clone(r.Dump.Corrected), func(c dump.Corrected) bool { return c.Total == 0 })
	var all []part
	for i := range said {
		c := &said[i]
		all = append(all, part{Part: dump.Part{File: c.File, From: c.From, To: c.To}, lines: c.Total, said: c})
	}
	inSaid := func(p dump.Part) bool {
		_, found := find(said, p, func(c dump.Corrected) dump.Part { return dump.Part{File: c.File, From: c.From, To: c.To} })
		return found
	}
	for _, p := range r.Dump.Parts {
		if !inSaid(p) {
			all = append(all, part{Part: p, lines: p.To - p.From + 1})
		}
	}
	for _, u := range r.Dump.Unread {
		p := dump.Part{File: u.File, From: u.Line, To: u.Line}
		if _, known := find(r.Dump.Parts, p, func(p dump.Part) dump.Part { return p }); !known && !inSaid(p) {
			all = append(all, part{Part: p, lines: 1})
		}
	}
	slices.SortStableFunc(all, func(a, b part) int { return cmp.Or(a.File-b.File, a.From-b.From) })
	return all
}

// find is the index of the run of lines, of those in their order, that holds the
// first line of p.
func find[T any](all []T, p dump.Part, lines func(T) dump.Part) (index int, found bool) {
	return slices.BinarySearchFunc(all, p, func(one T, p dump.Part) int {
		switch run := lines(one); {
		case run.File != p.File:
			return run.File - p.File
		case p.From < run.From:
			return 1
		case run.To < p.From:
			return -1
		}
		return 0
	})
}

// joined makes one of runs of the same kind, with what only divides them.
func (r *Report) joined(runs []part) []part {
	var all []part
	last := -1 // index of the part that may go on; what is behind it only divides
	for _, run := range runs {
		if last >= 0 && run.goesOn(all[last]) && r.fileAt(run.Part) == r.fileAt(all[last].Part) {
			all[last].To = run.To
			all[last].lines += run.lines
			all = all[:last+1]
			continue
		}
		if all = append(all, run); !run.divides() {
			last = len(all) - 1
		}
	}
	return all
}

func (p part) goesOn(above part) bool {
	return p.said == nil && above.said == nil && p.File == above.File && p.Reader == above.Reader
}

// divides reports whether the lines say nothing by themselves.
func (p part) divides() bool { return p.Reader == "comment" || p.Reader == "mark" }

// fileAt is which configuration file the first line of a part is of, by its index;
// -1 for none.
func (r *Report) fileAt(p dump.Part) int {
	i, found := find(r.Dump.Extents, p, func(x dump.Extent) dump.Part { return dump.Part{File: x.File, From: x.From, To: x.To} })
	if !found {
		return -1
	}
	return i
}

// settle gives each part its settings.
func (r *Report) settle(all []part) {
	for i := range r.Dump.Settings {
		s := &r.Dump.Settings[i]
		if at, found := find(all, dump.Part{File: s.File, From: s.Line}, func(p part) dump.Part { return p.Part }); found {
			all[at].settings = append(all[at].settings, s)
		}
	}
}

// taken says what the lines were taken for.
func (p part) taken() string {
	if p.said != nil {
		return words.said(p.said.Title(), p.said.Understood, p.said.Total)
	}
	if p.Reader == "" {
		return words.notUnderstood
	}
	if len(p.settings) == 0 {
		return p.Title
	}
	first := p.settings[0]
	for _, s := range p.settings {
		if s.Scope != first.Scope || s.Path != first.Path {
			return p.Title
		}
	}
	return p.Title + ": " + words.scope(*first)
}

// doubtful reports whether the lines may be something else than what they were
// taken for: those that are no setting need nobody to say so.
func (p part) doubtful() bool { return p.said != nil || p.Reader == "" || len(p.settings) > 0 }

// told says in a sentence each what lines were said to be, what could not be
// followed of it, which hosts were left aside, what is of another system, and where
// the plan gives another memory. Empty lines, which the page makes of those that are
// left out, are nothing.
func (r *Report) told() []string {
	var all []string
	for _, c := range r.Dump.Corrected {
		if c.Total == 0 {
			continue
		}
		all = append(all, words.told(r.span(c.File, c.From, c.To), c.Title(), c.Understood, c.Total))
	}
	for _, o := range r.Dump.Others {
		if o.Name == "" {
			all = append(all, words.otherSystem(systems[o.OS], r.place(o.File, o.Line)))
			continue
		}
		all = append(all, words.otherHost(oneLine(o.Name), r.place(o.File, o.Line)))
	}
	if len(r.Dump.Others) == 0 && len(r.Findings) > 0 {
		for _, f := range rule.Foreigners(r.Dump) {
			system := systems[f.System]
			if f.System == rule.BSD {
				system = words.bsd
			}
			all = append(all, words.foreign(f.First.Name, f.Count-1, system, r.place(f.First.File, f.First.Line), systems[r.Dump.Host.OS]))
		}
	}
	all = append(all, r.otherFigures()...)
	return append(all, r.Dump.Complaints...)
}

// otherFigures says where the plan gives the host other figures than the text shows.
// Plans are in MiB, and a kernel counts a little less memory than is built in.
func (r *Report) otherFigures() []string {
	var all []string
	for _, f := range []struct {
		key   string
		slack float64 // by which the plan may be more
		say   func(planned, has float64) string
	}{
		{"ram-mb", 0.1, words.otherMemory}, {"swap-mb", 0.01, words.otherSwap}, {"time-wait", 0, words.otherTimeWait}, {"stack-kb", 0, words.otherStack},
	} {
		has, known := r.Figures[f.key]
		planned, given := r.Plan.Get(f.key)
		if known && given && (planned < has || planned*(1-f.slack) > has) {
			all = append(all, f.say(planned, has))
		}
	}
	return all
}
