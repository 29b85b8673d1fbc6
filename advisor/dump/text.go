package dump

import "strings"

// A text is one file, decoded, with a sparse index of its lines: a place for
// every line would cost more than the text where lines are short.
type text struct {
	body  string
	lines int
	every []int // where the lines 1, 1+stride, 1+2*stride ... begin
}

const stride = 32

// newText decodes a file and counts its lines. A last line without its end
// counts; an empty file has no line.
func newText(raw []byte) text {
	t := text{body: decode(raw)}
	for at := 0; at < len(t.body); {
		if t.lines%stride == 0 {
			t.every = append(t.every, at)
		}
		t.lines++
		i := strings.IndexByte(t.body[at:], '\n')
		if i < 0 {
			break
		}
		at += i + 1
	}
	return t
}

// next cuts the first line off the rest of a text. A CR before the LF belongs
// to the end of the line; a lone CR ends nothing.
func next(rest string) (given, after string) {
	i := strings.IndexByte(rest, '\n')
	if i < 0 {
		return strings.TrimSuffix(rest, "\r"), ""
	}
	given = rest[:i]
	if i > 0 && given[i-1] == '\r' {
		given = given[:i-1]
	}
	return given, rest[i+1:]
}

// An ahead is the first line of a rest of a file, which is as long as size, and
// what comes after it: all who look one line ahead share it.
type ahead struct {
	size         int
	given, after string
}

// next is next for a rest of the page's file.
func (p *page) next(rest string) (given, after string) {
	if p.ahead.size != len(rest) {
		p.ahead.size = len(rest)
		p.ahead.given, p.ahead.after = next(rest)
	}
	return p.ahead.given, p.ahead.after
}

func (t *text) line(n int) string {
	if n < 1 || n > t.lines {
		return ""
	}
	rest := t.body[t.every[(n-1)/stride]:]
	for range (n - 1) % stride {
		_, rest = next(rest)
	}
	given, _ := next(rest)
	return given
}

// Lines is how many lines the file has.
func (d *Dump) Lines(file int) int {
	if file < 0 || file >= len(d.texts) {
		return 0
	}
	return d.texts[file].lines
}

// Line is line n of a file as given, decoded and without its end; n counts
// from 1. It is empty where there is no such line.
func (d *Dump) Line(file, n int) string {
	if file < 0 || file >= len(d.texts) {
		return ""
	}
	return d.texts[file].line(n)
}
