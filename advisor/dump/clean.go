package dump

import (
	"bytes"
	"strings"
	"unicode/utf8"
)

// glyphs is a line being cleaned: its bytes, and for each the column of the
// character it came from.
type glyphs struct {
	text []byte
	cols []int32
	qp   bool // the text is in quoted-printable

	shown bool // cat -A printed the text
	bared bool // escape sequences stand in the text without their first character
}

// A cleaner takes something out of a line that is not what the system printed.
type cleaner struct {
	what  string
	reads string // an example
	clean func(*glyphs)
}

// cleaners in the order they are applied. None looks at more than one line.
var cleaners = []cleaner{
	{"cat -A", "net.ipv4.ip_local_port_range = 32768^I60999$", showAll},
	{"terminal control", "fs.\x1b[01;31m\x1b[Kfile-max\x1b[m\x1b[K = 2466170", control},
	{"quoted-printable", "fs.file-max =3D 206310=0A=", quotedPrintable},
	{"mojibake", "\u040f\u00ae\u00ab\u00ab\u00a9 \u00ae\u040e\u043a\u0490\u00ac", mojibake},
	{"UTF-8 mojibake", "\u0420\u045f\u0420\u0455\u0420\u00bb\u0420\u0405\u0421\u2039\u0420\u2116", utf8Mojibake},
	{"characters", "open\u00a0files", characters},
	{"Markdown", `net.ipv4.tcp\_tw\_reuse = 1`, markdown},
	{"HTML", `<span class="quotelev2">&gt;&gt; descriptors 16384`, html},
}

// doubtful marks the bytes that make a line worth cleaning.
var doubtful = func() (t [256]bool) {
	for c := range t {
		t[c] = c < ' ' && c != '\t' && c != '\n' || c >= 0x7F || c == '<' || c == '&' || c == '\\'
	}
	return t
}()

// clean fills l with line n of the text as given, cleaned.
func (p *page) clean(l *line, given string, n int) {
	*l = line{text: given, given: given, n: n}
	if (p.shown || !p.plain) && len(given) <= longest && p.needsCleaning(given) {
		g := p.glyphs(given)
		for _, c := range cleaners {
			c.clean(g)
		}
		l.text = string(g.text)
		l.cols = append([]int32(nil), g.cols...)
		l.trimBreaks()
	}
	l.narrow(0, len(l.text))
	if n := p.frame.match(l.text); n > 0 {
		l.narrow(n, len(l.text))
	}
	if p.bars && strings.HasSuffix(l.text, "|") {
		l.narrow(0, len(strings.TrimRight(l.text, "| \t")))
	}
	if p.strings && strings.HasPrefix(l.text, `"`) && strings.Count(l.text, `"`) == 2 {
		stringQuotes(p, l)
	}
}

// tabled reports whether the text was copied from a page that shows each line as
// the row of a table, with two bars behind it.
func tabled(body string) bool {
	rows := strings.Count(body, "| |\n")
	return rows > 1 && 2*rows > strings.Count(body, "\n")
}

// listed reports whether the lines are the strings of a list in JSON.
func listed(body string) bool {
	rows := strings.Count(body, "\",\n")
	return rows > 1 && 2*rows > strings.Count(body, "\n")
}

func (p *page) needsCleaning(given string) bool {
	if p.qp || p.shown || p.bared && strings.IndexByte(given, '[') >= 0 {
		return true
	}
	for i := range len(given) {
		if doubtful[given[i]] {
			return true
		}
	}
	return false
}

// glyphs fills the page's buffer with the line.
func (p *page) glyphs(given string) *glyphs {
	g := &p.buffer
	g.text, g.cols, g.qp, g.shown, g.bared = append(g.text[:0], given...), g.cols[:0], p.qp && encoded(given), p.shown, p.bared
	column := int32(0)
	for i := range len(given) {
		if utf8.RuneStart(given[i]) {
			column++
		}
		g.cols = append(g.cols, column)
	}
	return g
}

// keep copies text[from:to] down to at, and gives the place behind it.
func (g *glyphs) keep(at, from, to int) int {
	copy(g.cols[at:], g.cols[from:to])
	return at + copy(g.text[at:], g.text[from:to])
}

func (g *glyphs) cut(n int) { g.text, g.cols = g.text[:n], g.cols[:n] }

// control drops escape sequences and control characters, and lets overstrikes
// print.
func control(g *glyphs) {
	at := 0
	for i := 0; i < len(g.text); {
		switch c := g.text[i]; {
		case c == 0x1b:
			i += escape(g.text[i:])
		case g.bared && (c == '[' || c == '^') && colour(g.text[i:]) > 0:
			i += colour(g.text[i:])
		case c == '\b':
			for at > 0 && !utf8.RuneStart(g.text[at-1]) {
				at--
			}
			at = max(at-1, 0)
			i++
		case c < ' ' && c != '\t' || c == 0x7f:
			i++
		default:
			at = g.keep(at, i, i+1)
			i++
		}
	}
	g.cut(at)
}

// colour is the length of "[01;31m" or "[K" at the start of b, the rest of an escape
// sequence whose first character was lost or is shown as "^[".
func colour(b []byte) int {
	i := 0
	if bytes.HasPrefix(b, []byte("^[")) {
		i = 2
	}
	if i >= len(b) || b[i] != '[' {
		return 0
	}
	for i++; i < len(b) && (digit(b[i]) || b[i] == ';'); i++ {
	}
	if i < len(b) && (b[i] == 'K' || b[i] == 'm' && (i > 1 || len(b) == 2 || !letter(b[2]))) {
		return i + 1
	}
	return 0
}

// escape is the length of the escape sequence at the start of b: CSI up to its
// final byte, OSC up to BEL or ST, or two bytes.
func escape(b []byte) int {
	if len(b) < 2 {
		return len(b)
	}
	switch b[1] {
	case '[':
		for i := 2; i < len(b); i++ {
			if b[i] >= 0x40 && b[i] <= 0x7e {
				return i + 1
			}
		}
	case ']', 'P', '_', '^':
		for i := 2; i < len(b); i++ {
			if b[i] == 7 {
				return i + 1
			}
			if b[i] == 0x1b && i+1 < len(b) && b[i+1] == '\\' {
				return i + 2
			}
		}
	case '(', ')', '#':
		return min(3, len(b))
	default:
		return 2
	}
	return len(b)
}

// plainForm gives the ASCII form of typographic characters, "" for those that
// print nothing.
func plainForm(r rune) (form string, ok bool) {
	switch r {
	case 0xA0, 0x1680, 0x2007, 0x202F, 0x205F, 0x3000:
		return " ", true
	case 0xFEFF, 0x200B, 0x200C, 0x200D, 0x200E, 0x200F, 0x2060, 0xAD, 0x202A, 0x202B, 0x202C, 0x202D, 0x202E:
		return "", true
	case 0x2018, 0x2019, 0x201B, 0x2032:
		return "'", true
	case 0x201C, 0x201D, 0x201E, 0x201F, 0x2033:
		return `"`, true
	case 0x2010, 0x2011, 0x2012, 0x2013, 0x2014, 0x2015, 0x2212:
		return "-", true
	case 0x2502, 0x2503, 0x2551, 0xFF5C:
		return "|", true
	case 0xFF08:
		return "(", true
	case 0xFF09:
		return ")", true
	case 0xFF0C:
		return ",", true
	case 0xFF1A:
		return ":", true
	case 0xFF1D:
		return "=", true
	}
	if r >= 0x2000 && r <= 0x200A {
		return " ", true
	}
	return "", false
}

// characters replaces what word processors, mail and browsers put in place of
// plain characters.
func characters(g *glyphs) {
	at := 0
	for i := 0; i < len(g.text); {
		if g.text[i] < utf8.RuneSelf {
			at = g.keep(at, i, i+1)
			i++
			continue
		}
		r, n := utf8.DecodeRune(g.text[i:])
		if form, ok := plainForm(r); ok {
			for k := range len(form) {
				g.text[at], g.cols[at] = form[k], g.cols[i]
				at++
			}
		} else {
			at = g.keep(at, i, i+n)
		}
		i += n
	}
	g.cut(at)
}

// quotedPrintable decodes =XX. Line ends within it, and the sign of a soft
// line break, go.
func quotedPrintable(g *glyphs) {
	if !g.qp {
		return
	}
	g.cut(len(bytes.TrimRight(g.text, " \t")))
	at := 0
	for i := 0; i < len(g.text); {
		if g.text[i] != '=' {
			at = g.keep(at, i, i+1)
			i++
			continue
		}
		if i == len(g.text)-1 {
			break
		}
		c, ok := hexByte(g.text[i+1:])
		if !ok {
			at = g.keep(at, i, i+1)
			i++
			continue
		}
		if c >= utf8.RuneSelf {
			at, i = g.letters(at, i)
			continue
		}
		if c != '\n' && c != '\r' {
			g.text[at], g.cols[at] = c, g.cols[i]
			at++
		}
		i += 3
	}
	g.cut(at)
}

// letters decodes the codes from i on that are no ASCII, and puts them to at:
// UTF-8, or else Latin-1. It gives the places behind them.
func (g *glyphs) letters(at, i int) (after, rest int) {
	var codes []byte
	from := i
	for i < len(g.text) && g.text[i] == '=' {
		c, ok := hexByte(g.text[i+1:])
		if !ok || c < utf8.RuneSelf {
			break
		}
		codes = append(codes, c)
		i += 3
	}
	if !utf8.Valid(codes) {
		var wide []byte
		for _, c := range codes {
			wide = utf8.AppendRune(wide, rune(c))
		}
		codes = wide
	}
	column := g.cols[from]
	for _, c := range codes {
		g.text[at], g.cols[at] = c, column
		at++
	}
	return at, i
}

// encoded reports whether a line of a text in quoted-printable has any of it. In
// one that has not, the sign of equality stands for itself: another text follows.
func encoded(given string) bool {
	given = strings.TrimRight(given, " \t")
	if strings.HasSuffix(given, "=20") || strings.HasSuffix(given, "=") && !strings.HasSuffix(given, "==") {
		return true
	}
	for _, code := range []string{"=3D", "=0A", "=0D", "=09", "=C2", "=C3", "=D0", "=D1", "=E2"} {
		if strings.Contains(given, code) {
			return true
		}
	}
	return accented(given)
}

// accented reports whether a letter of Latin-1 stands in quoted-printable within
// a word.
func accented(given string) bool {
	for rest := given; ; {
		i := strings.IndexByte(rest, '=')
		if i < 0 || i+3 > len(rest) {
			return false
		}
		c, ok := hexByte([]byte(rest[i+1 : i+3]))
		before, after := i > 0 && letter(rest[i-1]), rest[i+3:]
		if ok && c >= 0xC0 && before && (after == "" || blank(after[0]) || 'a' <= after[0] && after[0] <= 'z') {
			return true
		}
		rest = rest[i+1:]
	}
}

// hexByte reads two capital hex digits.
func hexByte(b []byte) (c byte, ok bool) {
	if len(b) < 2 {
		return 0, false
	}
	high, low := strings.IndexByte("0123456789ABCDEF", b[0]), strings.IndexByte("0123456789ABCDEF", b[1])
	return byte(high<<4 | low), high >= 0 && low >= 0
}
