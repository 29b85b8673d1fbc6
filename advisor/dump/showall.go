package dump

import (
	"bytes"
	"strings"
)

// printedByCat reports whether all lines of a text end in the dollar sign by which
// cat -A shows the end.
func printedByCat(body string) bool {
	lines := strings.Count(body, "\n")
	return lines > 2 && strings.Count(body, "$\n") == lines
}

// showsAll reports whether cat -A printed the line. Where that is not so of the
// whole text, it begins with a line that has a sign written out.
func (p *page) showsAll(given string) bool {
	return strings.HasSuffix(given, "$") && (p.shown || p.dollars || strings.Contains(given, "^I") || strings.Contains(given, "M-b") || strings.HasSuffix(given, "^M$"))
}

// showAll undoes what cat -A does to a line: "^I" for a TAB, "M-" before what is
// not ASCII, and the dollar sign at the end.
func showAll(g *glyphs) {
	if !g.shown {
		return
	}
	g.cut(len(bytes.TrimSuffix(g.text, []byte{'$'})))
	at := 0
	for i := 0; i < len(g.text); {
		c, n := shownByte(g.text[i:])
		g.text[at], g.cols[at] = c, g.cols[i]
		at++
		i += n
	}
	g.cut(at)
}

// shownByte is the byte that cat -A shows at the start of b, and the length of
// what it shows.
func shownByte(b []byte) (c byte, n int) {
	if b[0] == '^' && len(b) > 1 && '?' <= b[1] && b[1] <= '_' {
		return b[1] ^ 0x40, 2
	}
	if b[0] == 'M' && len(b) > 2 && b[1] == '-' {
		low, n := b[2], 1
		if low == '^' && len(b) > 3 && '?' <= b[3] && b[3] <= '_' {
			low, n = b[3]^0x40, 2
		}
		return low | 0x80, 2 + n
	}
	return b[0], 1
}
