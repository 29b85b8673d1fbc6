package dump

import "strings"

// A line of the text may hold several: those between the breaks of HTML, and
// those of a string in JSON, which has \n for their ends.
const (
	pageBreak = "\v" // what the cleaner of HTML puts in place of a break
	jsonBreak = `\n`
)

// parts is the reader of a line that holds several, so that none of them is
// counted by itself.
var parts = reader{name: "parts", title: "several lines on one"}

// parted takes each line within a line, and reports whether any is known.
func (p *page) parted(l *line, mark string) bool {
	known := false
	p.reader = &parts
	for rest := l.span(); rest.text != ""; {
		part, after, _ := rest.cut(mark)
		inner := l.sub(part)
		known = p.takePart(&inner) || known
		rest = after
	}
	p.reader = nil
	if known {
		p.understood(l.n, &parts)
	}
	return known
}

// jsonParted takes the lines within a string of JSON.
func (p *page) jsonParted(l *line) bool {
	return l.text[0] == '"' && strings.Contains(l.text, jsonBreak) && p.parted(l, jsonBreak)
}

// takePart gives a line within a line to the readers, taking decorations off it.
func (p *page) takePart(l *line) bool {
	for range maxPeel {
		if l.text == "" {
			return false
		}
		if p.offer(l) {
			return true
		}
		if !p.peel(l) {
			return false
		}
	}
	return false
}
