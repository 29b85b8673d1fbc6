package dump

import "strings"

// An nddFile is the block of nddconf: parameters by their index, each with its
// name and its value.
type nddFile struct {
	names  map[string]string
	values map[string]waitingRow
}

// nddEntriesMax bounds the indexes that are kept.
const nddEntriesMax = 1000

// readNddconf reads /etc/rc.config.d/nddconf of HP-UX, where three lines belong
// together: TRANSPORT_NAME[0]=tcp, NDD_NAME[0]=..., NDD_VALUE[0]=...
func readNddconf(p *page, l *line) bool {
	if !strings.HasPrefix(l.text, "NDD_") && !strings.HasPrefix(l.text, "TRANSPORT_NAME[") || barred(l.text) {
		return false
	}
	key, value, found := l.span().cut("=")
	field, index, indexed := strings.Cut(key.text, "[")
	if !found || !indexed || !strings.HasSuffix(index, "]") {
		return false
	}
	p.tell(l, formatHPUX)
	file, open := p.block.(*nddFile)
	if !open {
		file = &nddFile{names: map[string]string{}, values: map[string]waitingRow{}}
		p.block = file
	}
	value, _ = value.unquote().word()
	if len(file.names) > nddEntriesMax || len(file.values) > nddEntriesMax {
		return true
	}
	switch field {
	case "NDD_NAME":
		file.names[index] = value.text
		if row, waits := file.values[index]; waits {
			delete(file.values, index)
			p.nddSets(&row.line, value.text, row.value)
		}
	case "NDD_VALUE":
		if name, said := file.names[index]; said {
			delete(file.names, index)
			p.nddSets(l, name, value)
			return true
		}
		file.values[index] = waitingRow{line: *l, value: value}
	}
	return true
}

// nddSets keeps a parameter that a file or a command sets.
func (p *page) nddSets(l *line, name string, value span) bool {
	return p.nddParameter(l, name, value, Setting{Scope: Configured, Path: p.source(l)})
}
