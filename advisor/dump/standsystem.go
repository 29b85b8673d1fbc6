package dump

import "strings"

// A twoColumns is the block of lines that are a name and a value and no more,
// as in the system file of HP-UX. Its rows wait until one has a name that only
// HP-UX has.
type twoColumns struct {
	waiting []waitingRow
	certain bool
}

// A waitingRow is a row with its name and value.
type waitingRow struct {
	line  line
	name  string
	value span
}

// waitingMax bounds the rows that wait.
const waitingMax = 200

// readSystemFile reads the system file of HP-UX: "tunable NAME VALUE" since
// 11i v2, and the bare "NAME VALUE" before.
func readSystemFile(p *page, l *line) bool {
	s := l.span()
	if !letter(s.text[0]) || len(s.text) > 400 || barred(s.text) {
		return false
	}
	first, rest := s.word()
	stated := first.text == "tunable"
	if stated {
		first, rest = rest.word()
	}
	name, value, ok := tunableRow(first, rest)
	inFile := strings.HasSuffix(p.path, "/stand/system")
	switch {
	case stated && ok:
		p.tell(l, formatHPUX)
		return p.systemTunable(l, name, value)
	case !ok || !hasTunable(strings.ToLower(name)):
		return inFile && (systemWords.has(first.text) || rest.text == "" && tunableName(first.text))
	case inFile:
		p.tunable(l, name, value, Setting{Scope: Configured, Path: p.source(l)}, 1)
		return true
	}
	return p.column(l, name, value)
}

// tunableRow parts a row into the name and the value, between which an equals
// sign or a colon may stand. What stands behind the value must be a remark.
func tunableRow(first, rest span) (name string, value span, ok bool) {
	if key, after, found := first.cut("="); found {
		first, rest = key, first.from(after.at-first.at)
	} else if strings.HasPrefix(rest.text, "=") {
		rest = rest.from(1).trim()
	}
	name = strings.TrimSuffix(first.text, ":")
	if value, after := rest.word(); value.text != "" {
		if _, plain := cNumber(value.text); plain && remark(after.text) {
			return name, value, tunableName(name)
		}
	}
	return name, rest, rest.text != "" && tunableName(name) && (tunableValue(rest.text) || rest.text == "Default")
}

// systemTunable keeps what a line of the system file sets. A name close to a
// known one stays unread.
func (p *page) systemTunable(l *line, name string, value span) bool {
	if !p.tunable(l, name, value, Setting{Scope: Configured, Path: p.source(l)}, 1) && !hasTunable(name) {
		if near := nearKey(name); near != "" {
			return p.misspelt(l, near)
		}
	}
	return true
}

// systemWords begin the other lines of the system file.
var systemWords = set{"module", "configuration", "version", "boot", "swap", "dump", "driver", "console"}

// column reads a name and a value that stand without any heading. With an equals
// sign, or in another file, a name that other systems have, too, is no tunable.
func (p *page) column(l *line, name string, value span) bool {
	own := hpuxTunables.of(strings.ToLower(name))
	block, open := p.block.(*twoColumns)
	signed := strings.ContainsAny(l.text[:value.at], "=:")
	if p.path != "" || p.block != nil && !open || signed && !own && (!open || !block.certain) {
		return false
	}
	if !open {
		block = &twoColumns{}
		p.block = block
	}
	if len(block.waiting) < waitingMax {
		block.waiting = append(block.waiting, waitingRow{*l, name, value})
	}
	_, named := p.tells[wordsHPUX]
	_, told := p.tells[formatHPUX]
	if block.certain = block.certain || named || told || own; block.certain {
		block.flush(p)
	}
	return true
}

// flush keeps the rows that waited.
func (b *twoColumns) flush(p *page) {
	for i := range b.waiting {
		r := &b.waiting[i]
		p.tunable(&r.line, r.name, r.value, Setting{Scope: Configured, Path: p.source(&r.line)}, 1)
	}
	b.waiting = b.waiting[:0]
}
