package dump

import (
	"slices"
	"strconv"
	"strings"
)

// A Correction says what lines of a file really are, where the text does not say
// it or says something else. The lines are read as if the heading of the meaning
// stood above them, and nothing else is: those above and below stay what they
// were, and every line keeps its number. What makes no sense as what is said is not
// understood. A prompt with a command or a heading among the lines says what follows
// it, as it does elsewhere.
type Correction struct {
	From, To int    // lines, inclusive
	As       string // the ID of a [Meaning]
}

// A Corrected is a correction that was followed, and what came of it.
type Corrected struct {
	Correction
	File              int
	Total, Understood int // lines with anything but blanks on them
}

// Title is what the lines were said to be, as people call it.
func (c Corrected) Title() string { return meaningOf(c.As).Title }

// A correcting is the way through the corrections of a file, and what was before
// the one that is being followed.
type correcting struct {
	left   []Correction // those that are not done, in their order
	within bool         // the first of left is being followed
	since  int          // the line where a correction last began or ended
	before reading

	total, understood int // lines before it
}

// A reading is what a page knows of the lines before: what a correction puts aside
// and takes up again after its last line.
type reading struct {
	context
	section  section
	block    any
	diff     bool
	session  int
	visiting bool
}

// correct takes in what is said of the file's lines. What cannot be followed is
// left, with a complaint.
func (p *page) correct(f File) {
	p.correcting = correcting{}
	for _, c := range f.Corrections {
		if complaint := p.mistake(c); complaint != "" {
			p.dump.Complaints = append(p.dump.Complaints, "Lines "+strconv.Itoa(c.From)+" to "+strconv.Itoa(c.To)+" "+p.ofFile()+complaint)
			continue
		}
		p.correcting.left = append(p.correcting.left, c)
	}
	slices.SortFunc(p.correcting.left, func(a, b Correction) int { return a.From - b.From })
}

// mistake is the rest of the sentence on a correction that cannot be followed,
// beside those that can.
func (p *page) mistake(c Correction) string {
	if meaningOf(c.As) == nil {
		return "cannot be read as " + strconv.Quote(c.As) + ", which is none of " + strings.Join(meaningIDs(), ", ") + "."
	}
	if lines := p.dump.texts[p.file].lines; c.From < 1 || c.To < c.From || c.To > lines {
		return "are not there to be read as " + c.As + ": the text has " + strconv.Itoa(lines) + "."
	}
	for _, other := range p.correcting.left {
		if c.From <= other.To && other.From <= c.To {
			return "cannot be read as " + c.As + ": lines " + strconv.Itoa(other.From) + " to " + strconv.Itoa(other.To) + " are read as " + other.As + "."
		}
	}
	return ""
}

// ofFile names the present file where there are several.
func (p *page) ofFile() string {
	if len(p.dump.Names) < 2 {
		return ""
	}
	return "of " + p.dump.Names[p.file] + " "
}

// turn is called before line n, or with how many there are and one more at the
// end. It ends the correction whose last line was read, and begins the one that
// is said of a line with anything on it.
func (p *page) turn(n int, given string) {
	c := &p.correcting
	for len(c.left) > 0 && n > c.left[0].To {
		done := Corrected{Correction: c.left[0], File: p.file}
		if c.within {
			done.Total, done.Understood = p.endCorrection()
			c.since = n
		}
		p.dump.Corrected = append(p.dump.Corrected, done)
		c.left = c.left[1:]
	}
	if len(c.left) > 0 && !c.within && n >= c.left[0].From && strings.TrimSpace(given) != "" {
		p.beginCorrection(n)
	}
}

// turns reports whether line n is read otherwise than the one above.
func (p *page) turns(n int) bool {
	left := p.correcting.left
	return len(left) > 0 && (n == left[0].To+1 || n == left[0].From)
}

// beginCorrection puts aside what the lines before said, and has the readers read
// the heading, which is no line of the text.
func (p *page) beginCorrection(n int) {
	p.partFile()
	c := &p.correcting
	c.within, c.since, c.total, c.understood = true, n, p.dump.Total, p.dump.Understood
	c.before = reading{p.context, p.section, p.block, p.diff, p.session, p.visiting}
	p.section = section{}
	p.begin(context{})
	m := meaningOf(c.left[0].As)
	l := line{text: m.heading, given: m.heading, n: n}
	p.reader = &p.readers[0] // it counts as a piece of a line
	p.offer(&l)
	p.reader = nil
	p.whole, p.serves, p.only = false, m.serves, m.readers
	p.tried = attempt{first: len(p.dump.Settings)}
}

// endCorrection takes up again what was put aside, and counts the lines.
func (p *page) endCorrection() (total, understood int) {
	c := &p.correcting
	p.begin(context{})
	b := c.before
	p.context, p.section, p.block, p.diff, p.session, p.visiting = b.context, b.section, b.block, b.diff, b.session, b.visiting
	p.tried = attempt{first: len(p.dump.Settings)}
	c.within = false
	return p.dump.Total - c.total, p.dump.Understood - c.understood
}

// belongs reports whether the reader at work can find something in the lines, and
// notes where it cannot: in /etc/sysctl.conf, for one, no limits of a shell stand.
func (p *page) belongs() bool {
	if p.only == nil || slices.Contains(p.only, p.reader.name) {
		return true
	}
	p.foreign = true
	return false
}

// partFile notes that the lines before and after a correction are not all of the
// file that they are said to be.
func (p *page) partFile() {
	p.whole = false
	if last := len(p.dump.Extents) - 1; last >= 0 && p.extent == p.begun {
		p.dump.Extents[last].Whole = false
	}
}
