package dump

import (
	"strings"
	"unicode/utf8"
)

// A line is one line as readers see it: free of decoration, with a way back to
// the text as given.
type line struct {
	text string // what is left of it, without blanks at either end
	n    int    // its number in the file

	given string  // the line as given, decoded
	base  int     // where text begins in given, while cols is nil
	cols  []int32 // column of each byte of text, once characters were taken out
	joins []join  // the lines after it that belong to it

	path string // the file the line itself says it comes from, as grep prints it
	side byte   // '<' or '>' where it is one side of a diff

	loose bool // words of prose may have stood before it, such as "Note:"
}

// A join is where a further line of the text begins within a wrapped line.
type join struct {
	at    int    // in bytes of the joined text
	n     int    // number of that line
	given string // that line as given
}

// A span is a piece of a line.
type span struct {
	text string
	at   int // where it begins in the line's text, in bytes
}

func (l *line) span() span { return span{l.text, 0} }

// sub is the piece s as a line of its own.
func (l *line) sub(s span) line {
	part := *l
	part.narrow(s.at, s.at+len(s.text))
	return part
}

// narrow keeps text[from:to] and drops the blanks around it.
func (l *line) narrow(from, to int) {
	for from < to && blank(l.text[from]) {
		from++
	}
	for from < to && blank(l.text[to-1]) {
		to--
	}
	l.text = l.text[from:to]
	if l.cols != nil {
		l.cols = l.cols[from:to]
		moved := make([]join, 0, len(l.joins))
		for _, j := range l.joins {
			j.at -= from
			moved = append(moved, j)
		}
		l.joins = moved
		return
	}
	l.base += from
}

// position gives the line and the column of a byte of the text.
func (l *line) position(at int) (n, column int) {
	n = l.n
	if l.cols == nil {
		return n, utf8.RuneCountInString(l.given[:min(l.base+at, len(l.given))]) + 1
	}
	for _, j := range l.joins {
		if at >= j.at {
			n = j.n
		}
	}
	if at >= len(l.cols) {
		return n, 1
	}
	return n, int(l.cols[at])
}

func blank(c byte) bool { return c == ' ' || c == '\t' }

func digit(c byte) bool { return '0' <= c && c <= '9' }

func letter(c byte) bool { return 'a' <= c|0x20 && c|0x20 <= 'z' }

// trimLeft drops the blanks that s begins with. For two characters package
// strings makes a set of them at every call.
func trimLeft(s string) string {
	i := 0
	for i < len(s) && blank(s[i]) {
		i++
	}
	return s[i:]
}

// trimBlanks drops blanks at both ends.
func trimBlanks(s string) string {
	s = trimLeft(s)
	n := len(s)
	for n > 0 && blank(s[n-1]) {
		n--
	}
	return s[:n]
}

// trim drops blanks at both ends.
func (s span) trim() span {
	rest := trimLeft(s.text)
	return span{trimBlanks(rest), s.at + len(s.text) - len(rest)}
}

// from is the span from its byte i on.
func (s span) from(i int) span { return span{s.text[i:], s.at + i} }

// to is the span up to its byte i.
func (s span) to(i int) span { return span{s.text[:i], s.at} }

// cut parts the span at the first sep, and trims both sides.
func (s span) cut(sep string) (before, after span, found bool) {
	i := strings.Index(s.text, sep)
	if i < 0 {
		return s.trim(), span{"", s.at + len(s.text)}, false
	}
	return s.to(i).trim(), s.from(i + len(sep)).trim(), true
}

// word is the first word, and the rest without blanks before it.
func (s span) word() (first, rest span) {
	s = s.trim()
	i := 0
	for i < len(s.text) && !blank(s.text[i]) {
		i++
	}
	return s.to(i), s.from(i).trim()
}

// words are all words of the span.
func (s span) words() []span {
	var all []span
	for {
		w, rest := s.word()
		if w.text == "" {
			return all
		}
		all = append(all, w)
		s = rest
	}
}

// unquote drops one pair of quotes around the span.
func (s span) unquote() span {
	if n := len(s.text); n >= 2 && (s.text[0] == '"' || s.text[0] == '\'') && s.text[n-1] == s.text[0] {
		return span{s.text[1 : n-1], s.at + 1}
	}
	return s
}

// unmarked is the span without the stars and back-ticks of Markdown around it.
func (s span) unmarked() span {
	t := strings.TrimLeft(s.text, "*`")
	s = s.from(len(s.text) - len(t))
	s.text = strings.TrimRight(s.text, "*`")
	return s
}

// quoted is the span within the quotes that it begins with, where a remark may
// follow; a span without quotes is given back.
func (s span) quoted() span {
	if n := len(s.text); n >= 2 && (s.text[0] == '"' || s.text[0] == '\'') {
		if end := strings.IndexByte(s.text[1:], s.text[0]); end >= 0 && (end == n-2 || remark(strings.TrimLeft(s.text[end+2:], " \t;"))) {
			return span{s.text[1 : end+1], s.at + 1}.trim()
		}
	}
	return s
}
