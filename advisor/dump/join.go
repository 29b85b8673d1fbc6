package dump

import "strings"

// wraps reports whether the line goes on at the start of rest, and whether a blank
// stood there.
func (p *page) wraps(l *line, rest string) (goesOn, blank bool) {
	if rest == "" || len(l.joins) >= wrapJoins {
		return false, false
	}
	if p.qp && softBreak(l) {
		return true, false
	}
	following, _ := p.next(rest)
	if following == "" || p.frame.match(following) > 0 {
		return false, false
	}
	for _, w := range p.wrapped {
		if p.longest <= w.width && w.breaks(l.lastGiven(), following) && (w.bold || !p.begins(w, l.lastGiven(), rest)) {
			return true, w.words
		}
	}
	return false, false
}

// softBreak reports whether a line of quoted-printable ends in the sign that it
// goes on, and is not itself an encoded line end.
func softBreak(l *line) bool {
	given := strings.TrimRight(l.lastGiven(), " \t")
	return strings.HasSuffix(given, "=") && !strings.HasSuffix(given, "=0A=") && !strings.HasSuffix(given, "=0D=") && !strings.HasSuffix(given, "==")
}

// lastGiven is the last line of the text that belongs to l, as given.
func (l *line) lastGiven() string {
	if len(l.joins) > 0 {
		return l.joins[len(l.joins)-1].given
	}
	return l.given
}

// join puts the next line of the text at the end of l, behind a blank if one
// stands or stood between them.
func (p *page) join(l *line, given string, n int, parted bool) {
	l.spread()
	last := l.lastGiven()
	if parted || !p.qp && last != "" && (blank(last[len(last)-1]) || blank(given[0])) {
		l.text += " "
		l.cols = append(l.cols, int32(len(last)))
	}
	var more line
	p.clean(&more, given, n)
	l.joins = append(l.joins, join{len(l.text), n, given})
	if p.joined != nil {
		p.joined[l.n], p.joined[n] = true, true
	}
	for i := range len(more.text) {
		_, column := more.position(i)
		l.cols = append(l.cols, int32(column))
	}
	l.text += more.text
}

// spread gives each byte of the text a column of its own.
func (l *line) spread() {
	if l.cols != nil {
		return
	}
	cols := make([]int32, len(l.text))
	for i := range cols {
		_, column := l.position(i)
		cols[i] = int32(column)
	}
	l.cols = cols
}
