package dump

import (
	"bytes"
	"strconv"
	"strings"
)

// tags are the HTML elements that stand around text copied from pages, with what
// they are in a text: nothing, a blank or the end of a line. Other words in angle
// brackets stay: limits.conf explains itself with <domain>.
var tags = table[string]{rows: []row[string]{
	{"a b code em font i kbd mark samp span strong tt u nowiki", ""},
	{"td th", " "},
	{"syntaxhighlight source blockquote body br dd div dl dt hr html li ol p pre table tbody tr ul", pageBreak},
}}

// entities are the character references that dumps meet.
var entities = table[string]{rows: []row[string]{
	{"gt", ">"}, {"lt", "<"}, {"amp", "&"}, {"quot", `"`}, {"nbsp", " "}, {"apos", "'"}, {"rsquo", "'"}, {"lsquo", "'"}, {"rdquo", `"`}, {"ldquo", `"`},
	{"ndash", "-"}, {"mdash", "-"}, {"equals", "="}, {"colon", ":"}, {"num", "#"}, {"lowbar", "_"}, {"period", "."}, {"sol", "/"}, {"tab", "\t"},
}}

// html drops tags and decodes entities.
func html(g *glyphs) {
	at := 0
	for i := 0; i < len(g.text); {
		switch g.text[i] {
		case '<':
			if form, n := tag(g.text[i:]); n > 0 {
				for k := range len(form) {
					g.text[at], g.cols[at] = form[k], g.cols[i]
					at++
				}
				i += n
				continue
			}
		case '&':
			if form, n := entity(g.text[i:]); n > 0 {
				g.text[at], g.cols[at] = form, g.cols[i]
				at++
				i += n
				continue
			}
		}
		at = g.keep(at, i, i+1)
		i++
	}
	g.cut(at)
}

// tag reads the HTML tag at the start of b: what it is in a text, and its length,
// 0 when there is none.
func tag(b []byte) (form string, n int) {
	end := bytes.IndexByte(b[:min(len(b), 300)], '>')
	if end < 0 {
		return "", 0
	}
	name := strings.TrimPrefix(string(b[1:end]), "/")
	if i := strings.IndexAny(name, " \t/"); i >= 0 {
		name = name[:i]
	}
	form, known := tags.get(strings.ToLower(name))
	if !known {
		return "", 0
	}
	return form, end + 1
}

// trimBreaks drops the breaks at the ends of a line.
func (l *line) trimBreaks() {
	from := len(l.text) - len(strings.TrimLeft(l.text, " \t"+pageBreak))
	if to := len(strings.TrimRight(l.text, " \t"+pageBreak)); from < to {
		l.narrow(from, to)
		return
	}
	l.narrow(0, 0)
}

// entity reads the character reference at the start of b, by name or by number.
func entity(b []byte) (form byte, n int) {
	end := bytes.IndexByte(b[:min(len(b), 10)], ';')
	if end < 2 {
		return 0, 0
	}
	name := string(b[1:end])
	if s, ok := entities.get(strings.ToLower(name)); ok {
		return s[0], end + 1
	}
	if name[0] != '#' {
		return 0, 0
	}
	digits, base := name[1:], 10
	if digits != "" && digits[0]|0x20 == 'x' {
		digits, base = digits[1:], 16
	}
	code, err := strconv.ParseUint(digits, base, 16)
	if err != nil {
		return 0, 0
	}
	if s, ok := plainForm(rune(code)); ok && s != "" {
		return s[0], end + 1
	}
	if code < ' ' || code > '~' {
		return 0, 0
	}
	return byte(code), end + 1
}
