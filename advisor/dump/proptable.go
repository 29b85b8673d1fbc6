package dump

import "strings"

// A propertyTable is what PowerShell and wmic print in columns: the names of the
// properties, with PowerShell a rule of dashes, a row for each object.
type propertyTable struct {
	columns []propertyColumn
	list    propertyList // what the rows say
	ruled   bool         // the rule below the names was seen, as PowerShell prints it
}

// A propertyColumn is one property.
type propertyColumn struct {
	known  property
	name   span
	column int // where its name stands in the line as given
}

// readPropertyTable reads the tables that PowerShell and wmic print of objects.
func readPropertyTable(p *page, l *line) bool {
	if table, open := p.block.(*propertyTable); open && p.tableRow(l, table) {
		return true
	}
	if !letter(l.text[0]) || len(l.text) > 300 || strings.ContainsAny(l.text, ":=,;.>") {
		return false
	}
	if !p.headingWords(l) {
		return false
	}
	p.block = p.tableHeading(l)
	return true
}

// headingWords reports whether a line is nothing but names, of which one is
// known and no common word, or two are known.
func (p *page) headingWords(l *line) bool {
	sum := 0
	for s := l.span(); ; {
		w, rest := s.word()
		if w.text == "" {
			break
		}
		if !identifier(w.text) {
			return false
		}
		if known, found := propertyNamed(w.text); found {
			sum++
			if !known.plain || p.windowsSaid() {
				sum++
				p.tell(l, "properties of Windows")
			}
		}
		s = rest
	}
	return sum > 1
}

// tableHeading notes the columns of a line of names.
func (p *page) tableHeading(l *line) *propertyTable {
	table := &propertyTable{}
	if asked, ok := p.block.(*propertyList); ok {
		table.list.protocol, table.list.chips = asked.protocol, asked.chips
	}
	for _, w := range l.span().words() {
		known, _ := propertyNamed(w.text)
		_, column := l.position(w.at)
		table.columns = append(table.columns, propertyColumn{known, w, column})
		switch known.what {
		case propTemplate, propTCP:
			table.list.protocol = "tcp"
		case propCores:
			table.list.chips = true
		}
	}
	return table
}

// identifier reports whether s is a name as properties have it.
func identifier(s string) bool {
	for i := range len(s) {
		if c := s[i]; !letter(c) && !digit(c) && c != '_' && c != '(' && c != ')' {
			return false
		}
	}
	return letter(s[0])
}

// tableRule reads the rule below the names.
func (p *page) tableRule(l *line) bool {
	table, open := p.block.(*propertyTable)
	if !open || strings.Trim(l.text, "- ") != "" {
		return false
	}
	table.ruled = true
	return true
}

// tableRow reads the values of one object.
func (p *page) tableRow(l *line, table *propertyTable) bool {
	cells, ok := table.cells(l)
	if !ok {
		return false
	}
	if !table.fits(cells) {
		return false
	}
	for i, c := range table.columns {
		if strings.EqualFold(c.name.text, "PSComputerName") && cells[i].text != "" {
			p.visitHost(cells[i].text)
		}
	}
	for i, c := range table.columns {
		if c.known.what != propOther && cells[i].text != "" {
			p.property(l, &table.list, c.known, c.name, cells[i])
		}
	}
	table.list.start, table.list.count = nil, nil
	return true
}

// figures are the properties whose value is a number.
var figures = map[propertyKind]bool{propRegistry: true, propStart: true, propCount: true, propMemory: true, propSwap: true, propCPUs: true, propCores: true}

// fits reports whether the cells can be those of the columns: figures where they
// belong, and something below a known name. The registry and the ports are asked
// of PowerShell, which prints a rule.
func (table *propertyTable) fits(cells []span) bool {
	filled := false
	for i, c := range table.columns {
		if cells[i].text == "" {
			continue
		}
		filled = filled || c.known != property{}
		if _, ok := number(cells[i].text); figures[c.known.what] && !ok {
			return false
		}
		if c.known.what == propRegistry || c.known.what == propStart || c.known.what == propCount {
			filled = filled && table.ruled
		}
	}
	return filled
}

// cells parts a row: by words where there is one for each column, else by where
// the names stand.
func (table *propertyTable) cells(l *line) ([]span, bool) {
	if len(l.text) > 1000 {
		return nil, false
	}
	if _, column := l.position(0); column < table.columns[0].column {
		return nil, false
	}
	words := l.span().words()
	if len(words) == len(table.columns) {
		return words, true
	}
	cells := make([]span, len(table.columns))
	at := 0
	for i := range table.columns {
		next := len(l.text)
		if i+1 < len(table.columns) {
			next = l.byteAt(table.columns[i+1].column)
		}
		if next < at || next > 0 && next < len(l.text) && !blank(l.text[next-1]) {
			return nil, false
		}
		cells[i] = l.span().to(next).from(at).trim()
		at = next
	}
	return cells, true
}

// byteAt is the first byte of the text that stands at a column of the line as
// given, or behind it.
func (l *line) byteAt(column int) int {
	_, c := l.position(0)
	for i := range l.text {
		if l.cols != nil {
			c = int(l.cols[i])
		}
		if c >= column {
			return i
		}
		c++
	}
	return len(l.text)
}
