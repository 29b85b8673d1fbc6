package dump

import (
	"strings"
	"unicode/utf8"
)

// widths are those at which terminals and mail programs wrap.
var widths = [...]bool{60: true, 72: true, 76: true, 78: true, 79: true, 80: true, 100: true, 120: true, 132: true}

// wrapWidth finds the width at which a text was wrapped: no line is longer, and
// the width is a usual one. It is 0 for a text that was not wrapped.
func wrapWidth(body string) int {
	longest := 0
	for body != "" {
		i := strings.IndexByte(body, '\n')
		if i < 0 {
			i = len(body)
		}
		if width := len(strings.TrimSuffix(body[:i], "\r")); width > longest {
			if longest = width; longest > 600 {
				return 0
			}
		}
		body = body[min(i+1, len(body)):]
	}
	if longest >= len(widths) || !widths[longest] {
		return 0
	}
	return longest
}

// wraps reports whether the line goes on at the start of rest: it fills the
// width, and the next line is a mere end of a value.
func (p *page) wraps(l *line, rest string) bool {
	if p.qp {
		return softBreak(l) && rest != "" || p.breaksFigure(l, rest)
	}
	if p.width == 0 {
		return p.breaksFigure(l, rest)
	}
	if rest == "" || len(l.joins) > 8 {
		return false
	}
	if utf8.RuneCountInString(l.lastGiven()) != p.width {
		return false
	}
	following, _ := next(rest)
	return following != "" && tail(following)
}

// breaksFigure reports whether a figure goes on in the next line of a text that has
// longer lines, too: a value ends in a digit at a usual width, and nothing but
// digits stands below.
func (p *page) breaksFigure(l *line, rest string) bool {
	width := len(l.given)
	if width >= len(widths) || !widths[width] || rest == "" || len(l.joins) > 0 || !digit(l.given[width-1]) || strings.IndexByte(l.given, '=') < 0 {
		return false
	}
	following, after := next(rest)
	below, _ := next(after)
	return bareFigure(following) && !bareFigure(below)
}

// bareFigure reports whether a line is a figure of at most ten digits.
func bareFigure(s string) bool {
	_, ok := number(s)
	return ok && len(s) <= 10
}

// tail reports whether a line is but the end of a value: figures with a unit
// behind them, or the end of a word.
func tail(s string) bool {
	letters := false
	for i := range len(s) {
		switch c := s[i]; {
		case digit(c):
			if letters {
				return false
			}
		case letter(c):
			letters = true
		case !blank(c):
			return false
		}
	}
	return !blank(s[0]) && (!letters || len(s) < 12)
}

// softBreak reports whether a line of quoted-printable ends in the sign that it
// goes on, and is not itself an encoded line end.
func softBreak(l *line) bool {
	given := strings.TrimRight(l.lastGiven(), " \t")
	return len(l.joins) < 8 && strings.HasSuffix(given, "=") && !strings.HasSuffix(given, "=0A=") && !strings.HasSuffix(given, "=0D=") && !strings.HasSuffix(given, "==")
}

// lastGiven is the last line of the text that belongs to l, as given.
func (l *line) lastGiven() string {
	if len(l.joins) > 0 {
		return l.joins[len(l.joins)-1].given
	}
	return l.given
}

// join puts the next line of the text at the end of l.
func (p *page) join(l *line, given string, n int) {
	l.spread()
	if last := l.lastGiven(); !p.qp && last != "" && blank(last[len(last)-1]) {
		l.text += " "
		l.cols = append(l.cols, int32(len(last)))
	}
	var more line
	p.clean(&more, given, n)
	l.joins = append(l.joins, join{len(l.text), n, given})
	for i := range more.text {
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
