package dump

import "strings"

// A limitRow is one limit as a shell printed it.
type limitRow struct {
	label  *label
	unit   uint64 // what the figure counts in
	option byte   // its letter, 0 when none is printed
	words  string // what stands in brackets: the unit, as printed
	apart  bool   // the option letter has a bracket of its own
	early  bool   // the option letter stands before the unit
	below  string // the label of the row above
	soft   span
	hard   span // only in tables that have both
	rest   span
}

// readShellLimits reads what ulimit and limit of all shells print: label, unit,
// option letter, value, in any spacing. Several rows may stand on one line.
func readShellLimits(p *page, l *line) bool {
	s := l.span()
	if !limitLike(s.text) {
		return false
	}
	_, open := p.block.(*limitTable)
	first, ok := parseRow(s, open)
	if !ok {
		return p.joinedRows(l)
	}
	rows := []limitRow{first}
	for first.option != 0 && first.rest.text != "" {
		more, ok := parseRow(first.rest.barred(), false)
		if !ok {
			break
		}
		rows = append(rows, more)
		first = more
	}
	p.limitRows(l, rows)
	return true
}

// limitLike is a quick look whether a line can be a row: it begins with a letter
// or an option, or it is a command with its output behind.
func limitLike(s string) bool {
	if !letter(s[0]) && (s[0] != '-' || len(s) < 4 || s[2] != ':' && s[2] != ' ') {
		return (digit(s[0]) || strings.IndexByte("$%#>[/~(-", s[0]) >= 0) && strings.Contains(s, "ulimit -") && strings.Contains(s, ", -")
	}
	return s[0] == '-' || labelsByByte()[s[0]|0x20] != nil || strings.Contains(s, "(-") || strings.Contains(s, ", -")
}

// barred drops the bar that sdiff and tables put between columns.
func (s span) barred() span {
	t := strings.TrimLeft(s.text, "|<> \t")
	return s.from(len(s.text) - len(t))
}

// joinedRows reads rows that stand behind something else on the line: a prompt
// with its command, a prefix. Only two rows and more are sign enough.
func (p *page) joinedRows(l *line) bool {
	start := firstRow(l.text)
	if start <= 0 || l.text[0] == '#' && !strings.HasPrefix(strings.TrimLeft(l.text, "# "), "ulimit -") {
		return false
	}
	var rows []limitRow
	for rest := l.span().from(start); rest.text != ""; {
		row, ok := parseRow(rest, false)
		if !ok {
			break
		}
		rows = append(rows, row)
		rest = row.rest.barred()
	}
	if len(rows) < 2 {
		return false
	}
	before := l.sub(l.span().to(start))
	for range maxPeel {
		if before.text == "" || readCommand(p, &before) || !p.peel(&before) {
			break
		}
	}
	p.limitRows(l, rows)
	return true
}

// firstRow is where the first label with its option letter begins, -1 when
// there is none.
func firstRow(s string) int {
	tries := 0
	for i := 0; i+3 < len(s) && tries < 20; i++ {
		if s[i] != '-' || s[i+2] != ')' || !letter(s[i+1]) || i == 0 {
			continue
		}
		tries++
		near := max(0, i-40)
		open := strings.LastIndexByte(s[near:i], '(')
		if open < 0 {
			continue
		}
		before := strings.TrimRight(s[:near+open], " \t")
		if strings.HasSuffix(before, ")") {
			before = strings.TrimRight(before[:max(strings.LastIndexByte(before, '('), 0)], " \t")
		}
		if found := labelBefore(before); found != nil {
			return len(before) - len(found.text)
		}
	}
	return -1
}

// parseRow reads one row at the start of s. Within an open table a label alone
// is enough.
func parseRow(s span, open bool) (r limitRow, ok bool) {
	s = s.trim()
	if s, r.option = leadingOption(s); s.text == "" {
		return r, false
	}
	switch r.label = findLabel(s.text); {
	case r.label == nil && r.option == 'N':
		r.label = &unnamed
	case r.label == nil:
		return r, false
	}
	s = s.from(len(r.label.text)).trim()
	r.unit = r.label.unit
	for strings.HasPrefix(s.text, "(") {
		end := strings.IndexByte(s.text, ')')
		if end < 0 || end > 24 || !r.bracket(s.text[1:end]) {
			return r, false
		}
		s = s.from(end + 1).trim()
	}
	if r.words == "microseconds" && r.label.text == "time" {
		return r, false // the end of "real-time non-blocking time"
	}
	if r.words == "blocks" && r.option == 0 {
		r.unit = max(r.label.unit, 512)
	}
	ok = r.values(s)
	if r.option == 0 && r.words == "" && !r.label.bare {
		ok = ok && r.rest.text == "" && (open || noLimit.has(r.soft.text) || strings.HasSuffix(r.soft.text, "b"))
	}
	return r, ok
}

// unnamed is what an older zsh prints where it knows a limit by its number only.
var unnamed label

// leadingOption reads "-n: " and "-N 15: ", which zsh, mksh and yash put first.
func leadingOption(s span) (rest span, option byte) {
	if s.text == "" || s.text[0] != '-' || len(s.text) < 4 || !letter(s.text[1]) {
		return s, 0
	}
	colon := strings.IndexByte(s.text[:min(len(s.text), 7)], ':')
	if colon < 0 {
		return span{}, 0
	}
	return s.from(colon + 1).trim(), s.text[1]
}

// bracket reads what stands in a bracket: a unit, an option letter, or both, in
// either order.
func (r *limitRow) bracket(s string) bool {
	unit, option := strings.TrimRight(s, " "), ""
	if i := strings.LastIndexByte(s, '-'); i >= 0 && i == len(s)-2 && letter(s[i+1]) {
		unit, option = strings.TrimRight(s[:i], ", "), s[i+1:]
	}
	if len(s) > 3 && s[0] == '-' && letter(s[1]) && s[2] == ' ' {
		unit, option = strings.Trim(s[3:], " "), s[1:2]
		r.early = true
	}
	if option != "" {
		r.option = option[0]
	}
	if unit == "" {
		r.apart = r.words != ""
		return option != ""
	}
	r.words = unit
	if unit == "blocks" {
		if option == "" {
			r.unit = 512
		}
		return true
	}
	n, ok := labelUnits[strings.ToLower(unit)]
	r.unit = n
	return ok
}

// values reads the value, or the two of a table with soft and hard limits. What
// stands behind must be a unit or a remark.
func (r *limitRow) values(s span) bool {
	if strings.HasPrefix(s.text, "|") {
		var found bool
		if r.soft, r.hard, found = s.from(1).cut("|"); !found {
			return false
		}
		r.hard, _, _ = r.hard.cut("|")
		return r.soft.text != "" && r.soft.text[0] != '.'
	}
	r.soft, r.rest = s.word()
	if second, _ := r.rest.word(); len(second.text) == 3 && digit(second.text[0]) && thousands([]span{r.soft, second}) {
		return false // written in groups of three digits by hand
	}
	r.soft.text = strings.TrimRight(r.soft.text, "`;,|\"")
	r.soft = r.soft.unmarked()
	if r.unsupported() {
		return true
	}
	if _, ok := r.measure(r.soft.text, 1); !ok {
		return false
	}
	unit, after := r.rest.word()
	if n, known := rowSuffix(unit.text); known {
		r.unit, r.rest = n, after
	}
	return r.option != 0 || r.words != "" || remark(r.rest.text)
}

// rowSuffix is the unit behind a value of limit and limits.
func rowSuffix(s string) (unit uint64, ok bool) {
	switch strings.ToLower(s) {
	case "kbytes", "kb":
		return 1024, true
	case "mbytes", "mb":
		return 1 << 20, true
	case "bytes", "secs", "seconds", "usec":
		return 1, true
	}
	return 0, false
}

// remark reports whether s is empty or a remark on the value before it.
func remark(s string) bool {
	return s == "" || s[0] == '#' || s[0] == '(' || s[0] == '|' || s[0] == ';' || strings.HasPrefix(s, "//") || strings.HasPrefix(s, "--") || strings.HasPrefix(s, "<-")
}
