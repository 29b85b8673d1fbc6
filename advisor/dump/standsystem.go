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
	if first.text == "tunable" {
		name, value := rest.word()
		if !tunableName(name.text) || value.text == "" || !tunableValue(value.text) && value.text != "Default" {
			return false
		}
		p.tell(l, formatHPUX)
		return p.systemTunable(l, name.text, value)
	}
	inFile := strings.HasSuffix(p.path, "/stand/system")
	if _, tunable := hpuxTunables[strings.ToLower(first.text)]; !tunable || rest.text == "" {
		return inFile && systemWords[first.text]
	}
	if !tunableValue(rest.text) {
		return false
	}
	if inFile {
		p.tunable(l, first.text, rest, Setting{Scope: Configured, Path: p.source(l)}, 1)
		return true
	}
	return p.column(l, first.text, rest)
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
var systemWords = map[string]bool{"module": true, "configuration": true, "version": true, "boot": true, "swap": true, "dump": true, "driver": true, "console": true}

// column reads a name and a value that stand without any heading.
func (p *page) column(l *line, name string, value span) bool {
	block, open := p.block.(*twoColumns)
	if !open {
		if p.block != nil {
			return false
		}
		block = &twoColumns{}
		p.block = block
	}
	if len(block.waiting) < waitingMax {
		block.waiting = append(block.waiting, waitingRow{*l, name, value})
	}
	if block.certain = block.certain || hpuxTunables[strings.ToLower(name)]; block.certain {
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
