package dump

import (
	"bytes"
	"strings"
)

// tags are the HTML elements that stand around text copied from pages. Other
// words in angle brackets stay: limits.conf explains itself with <domain>.
var tags = map[string]bool{
	"a": true, "b": true, "blockquote": true, "body": true, "br": true, "code": true, "dd": true, "div": true, "dl": true, "dt": true,
	"em": true, "font": true, "hr": true, "html": true, "i": true, "kbd": true, "li": true, "ol": true, "p": true, "pre": true,
	"samp": true, "span": true, "strong": true, "table": true, "tbody": true, "td": true, "th": true, "tr": true, "tt": true, "ul": true,
}

// entities are the character references that dumps meet.
var entities = map[string]string{
	"gt": ">", "lt": "<", "amp": "&", "quot": `"`, "nbsp": " ", "apos": "'", "rsquo": "'", "lsquo": "'", "rdquo": `"`, "ldquo": `"`,
	"#39": "'", "#34": `"`, "#62": ">", "#60": "<", "#160": " ", "#x27": "'", "#8217": "'", "ndash": "-", "mdash": "-",
}

// html drops tags and decodes entities.
func html(g *glyphs) {
	at := 0
	for i := 0; i < len(g.text); {
		switch g.text[i] {
		case '<':
			if n := tag(g.text[i:]); n > 0 {
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

// tag is the length of the HTML tag at the start of b, 0 when there is none.
func tag(b []byte) int {
	end := bytes.IndexByte(b[:min(len(b), 300)], '>')
	if end < 0 {
		return 0
	}
	name := strings.TrimPrefix(string(b[1:end]), "/")
	if i := strings.IndexAny(name, " \t/"); i >= 0 {
		name = name[:i]
	}
	if !tags[strings.ToLower(name)] {
		return 0
	}
	return end + 1
}

// entity reads the character reference at the start of b.
func entity(b []byte) (form byte, n int) {
	end := bytes.IndexByte(b[:min(len(b), 10)], ';')
	if end < 0 {
		return 0, 0
	}
	if s, ok := entities[string(b[1:end])]; ok {
		return s[0], end + 1
	}
	return 0, 0
}
