package report

import (
	"strconv"
	"unicode/utf8"
)

// A jsonWriter appends JSON to a buffer. Lists and objects are written by a
// function each, so that brackets match and an empty list is [], never null.
type jsonWriter struct {
	buf   []byte
	depth int
	more  bool // a member or element stands before this place
	lines bool // each member or element has a line of its own
}

// next separates what follows from what stands before.
func (w *jsonWriter) next() {
	if w.more {
		w.buf = append(w.buf, ',')
	}
	if w.lines {
		w.newline()
	} else if w.more {
		w.buf = append(w.buf, ' ')
	}
	w.more = true
}

func (w *jsonWriter) newline() {
	w.buf = append(w.buf, '\n')
	for range w.depth {
		w.buf = append(w.buf, ' ')
	}
}

// within writes what stands between two brackets.
func (w *jsonWriter) within(open, end byte, lines bool, body func()) {
	outer := w.lines
	w.buf = append(w.buf, open)
	w.depth, w.more, w.lines = w.depth+1, false, lines
	body()
	w.depth--
	if w.more && lines {
		w.newline()
	}
	w.more, w.lines = true, outer
	w.buf = append(w.buf, end)
}

// object writes the value {...}; body writes its members.
func (w *jsonWriter) object(body func()) { w.within('{', '}', w.depth == 0, body) }

func (w *jsonWriter) key(name string) {
	w.next()
	w.string(name)
	w.buf = append(w.buf, ':', ' ')
}

func (w *jsonWriter) objectMember(name string, body func()) {
	w.key(name)
	w.object(body)
}

// list writes a member that holds n values; value writes the one at i.
func (w *jsonWriter) list(name string, n int, value func(i int)) {
	w.key(name)
	w.array(n, value)
}

// array writes n values between brackets; value writes the one at i.
func (w *jsonWriter) array(n int, value func(i int)) {
	const listDepth = 1 // lists of the report itself; those below stay on the line
	w.within('[', ']', w.depth <= listDepth, func() {
		for i := range n {
			w.next()
			value(i)
		}
	})
}

func (w *jsonWriter) text(name, value string) {
	w.key(name)
	w.string(value)
}

func (w *jsonWriter) number(name string, value int) {
	w.key(name)
	w.int(value)
}

func (w *jsonWriter) int(value int) { w.buf = strconv.AppendInt(w.buf, int64(value), 10) }

func (w *jsonWriter) size(name string, value uint64) {
	w.key(name)
	w.buf = strconv.AppendUint(w.buf, value, 10)
}

// string writes a JSON string. Bytes that are no UTF-8 become U+FFFD; control
// characters and the two line separators that end a line of JavaScript are
// written as escapes, and so are <, > and &, which keeps JSON harmless inside
// a script element.
func (w *jsonWriter) string(s string) {
	w.buf = append(w.buf, '"')
	for _, c := range s {
		switch {
		case c == '"' || c == '\\':
			w.buf = append(w.buf, '\\', byte(c))
		case c == '\n':
			w.buf = append(w.buf, '\\', 'n')
		case c == '\t':
			w.buf = append(w.buf, '\\', 't')
		case c < 0x20 || c == 0x7f || c == '<' || c == '>' || c == '&' || c == '\u2028' || c == '\u2029':
			w.escape(c)
		default:
			w.buf = utf8.AppendRune(w.buf, c)
		}
	}
	w.buf = append(w.buf, '"')
}

func (w *jsonWriter) escape(c rune) {
	const digits = "0123456789abcdef"
	w.buf = append(w.buf, '\\', 'u', digits[c>>12&15], digits[c>>8&15], digits[c>>4&15], digits[c&15])
}
