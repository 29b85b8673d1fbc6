package dump

import "strings"

// A nuRow is a limit of nushell whose values stand on further lines.
type nuRow struct{ row limitRow }

// nuKeys are the fields of a limit in JSON and NUON.
var nuKeys = []string{"description", "soft", "hard"}

// readNushell reads the ulimit of nushell as JSON, with its fields on one line
// or on several, and the table that is too narrow to show any value. Tables that
// show them are read like those of other shells.
func readNushell(p *page, l *line) bool {
	t := l.text
	if strings.HasSuffix(t, "...") && (strings.HasPrefix(t, "Maximum ") || strings.HasPrefix(t, "Controls ")) {
		if found := findLabel(t); found != nil {
			return p.tell(l, found.text)
		}
	}
	if strings.HasPrefix(t, "description ") && strings.Contains(t, "|") {
		return true
	}
	if strings.IndexByte("{[]}\"'", t[0]) < 0 {
		return false
	}
	known := strings.Trim(t, "{}[], ") == "" && p.inNushell()
	s := l.span()
	for range nuFields {
		key, value, rest, found := nuField(s)
		if !found {
			break
		}
		known = p.nuValue(l, key, value) || known
		s = rest
	}
	return known
}

// nuFields bounds the fields of one line: three for each limit there is.
const nuFields = 100

// inNushell reports whether the lines before were of that table.
func (p *page) inNushell() bool {
	_, open := p.block.(*nuRow)
	return open
}

// nuField finds the next field of a limit in s.
func nuField(s span) (key string, value, rest span, found bool) {
	at := len(s.text)
	for _, k := range nuKeys {
		if i := strings.Index(s.text, `"`+k+`":`); i >= 0 && i < at {
			key, at, found = k, i, true
		}
	}
	if !found {
		return "", span{}, span{}, false
	}
	value = s.from(at + len(key) + 3).trim()
	end := strings.IndexAny(value.text, ",}")
	if strings.HasPrefix(value.text, `"`) {
		end = strings.IndexByte(value.text[1:], '"') + 2
		if end < 2 {
			end = len(value.text)
		}
	}
	if end < 0 {
		end = len(value.text)
	}
	return key, value.to(end).trim().unquote(), value.from(end), true
}

// nuValue takes one field: the description begins a limit, the others give it
// values.
func (p *page) nuValue(l *line, key string, value span) bool {
	if key == "description" {
		value.text += " 0" // a row needs a value to be one
		row, ok := parseRow(value, false)
		if !ok {
			p.block = nil // what follows is of a limit that is not known
			return false
		}
		p.block = &nuRow{row}
		p.tellLabel(l, &row)
		return true
	}
	block, open := p.block.(*nuRow)
	if !open {
		return false
	}
	(&limitTable{}).add(p, l, &block.row, value, key == "hard")
	return true
}
