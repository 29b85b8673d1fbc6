package dump

import "strings"

// A tunableTable is the block of a table of tunables: where in a row the name
// and the value stand.
type tunableTable struct {
	kind  string // first word of its heading: Tunable, Parameter, NAME
	name  int    // word of a row that is the name
	value int
	usage bool   // the value stands behind "usage /"
	last  string // the tunable of the row before
	scope Scope
}

// readTunables reads the tables that kctune, kmtune, kcusage and sysdef of
// HP-UX print. The sign of mail before a row would make it a command: nproc is
// one, elsewhere.
func readTunables(p *page, l *line) bool {
	s := l.span()
	table, open := p.block.(*tunableTable)
	if open && s.text[0] == '>' {
		s = s.from(len(s.text) - len(strings.TrimLeft(s.text, "> \t")))
	}
	if s.text = strings.TrimRight(s.text, "| \t"); s.text == "" || !letter(s.text[0]) && s.text[0] != '(' || len(s.text) > 400 {
		return false
	}
	if heading := tunableHeading(s); heading != nil {
		heading.scope = runningUnless(p.saved)
		p.block = heading
		return heading.bare(s.text) || p.tell(l, formatHPUX)
	}
	if open {
		return table.row(p, l, s)
	}
	return p.looseRow(l, s)
}

// bare reports whether the heading is "Parameter Value", which others print, too.
func (t *tunableTable) bare(heading string) bool {
	return t.kind == "Parameter" && !strings.Contains(heading, "Planned")
}

// tunableHeading finds the columns in the heading of a table, nil where the line
// is none.
func tunableHeading(s span) *tunableTable {
	if strings.IndexByte("TPNMG", s.text[0]) < 0 || !strings.Contains(s.text, "Tunable") && !strings.HasPrefix(s.text, "Parameter") && !strings.HasPrefix(s.text, "NAME") {
		return nil
	}
	words := s.words()
	for i, w := range words {
		if i > 2 || i+1 >= len(words) || len(words) > 12 {
			return nil
		}
		second := words[i+1].text
		t := &tunableTable{kind: w.text, name: i, value: i + 1}
		switch {
		case w.text == "Tunable" && (second == "Value" || second == "Current") && strings.Contains(s.text, "Expression"):
			return t
		case w.text == "Tunable" && second == "Usage" && strings.Contains(s.text, "/ Setting"):
			t.usage = true
			return t
		case w.text == "Parameter" && (second == "Current" && strings.Contains(s.text, "Planned") || second == "Value" && len(words) == 2):
			return t
		case w.text == "NAME" && second == "VALUE" && strings.Contains(s.text, "BOOT"):
			return t
		}
	}
	return nil
}

// row reads a row below a heading.
func (t *tunableTable) row(p *page, l *line, s span) bool {
	words := s.words()
	if words[0].text[0] == '(' {
		return t.moment(p, l, words)
	}
	if len(words) <= t.value || !tunableName(words[t.name].text) {
		return false
	}
	name, rest := words[t.name].text, words[t.value:]
	if rest[0].text[0] == '(' && t.kind == "Tunable" {
		t.last = name
		return t.moment(p, l, rest)
	}
	if t.usage {
		if len(rest) < 3 || rest[1].text != "/" {
			return false
		}
		rest = rest[2:]
	}
	if !tunableValue(rest[0].text) || len(rest) > 1 && !t.second(rest[1].text) {
		return false
	}
	t.last = name
	t.keep(p, l, name, rest)
	return true
}

// second reports whether a word may stand behind the value of a row.
func (t *tunableTable) second(s string) bool {
	if t.kind == "Tunable" {
		return s == "Default" || tunableValue(s)
	}
	_, ok := cNumber(s)
	return s == "-" || s == "Y" || s == "N" || t.kind == "NAME" && ok
}

// keep keeps the value of a row, and the one planned for the next boot where
// that is another.
func (t *tunableTable) keep(p *page, l *line, name string, rest []span) {
	unit := uint64(1)
	if t.kind == "NAME" && strings.Contains(l.text, " Pages") {
		unit = 4096
	}
	if rest[0].text != "-" {
		p.tunable(l, name, rest[0], Setting{Scope: t.scope}, unit)
	}
	if t.kind == "Parameter" && len(rest) > 2 && len(rest[1].text) == 1 {
		now, _ := cNumber(rest[0].text)
		if planned, ok := cNumber(rest[2].text); ok && planned != now {
			p.tunable(l, name, rest[2], Setting{Scope: Configured}, 1)
		}
	}
}

// moment reads the rows that tell what was, is and will be: "(before)", "(now)",
// "(next boot)".
func (t *tunableTable) moment(p *page, l *line, words []span) bool {
	scope := t.scope
	switch {
	case t.last == "":
		return false
	case words[0].text == "(before)":
		return true
	case words[0].text == "(now)":
		words = words[1:]
	case words[0].text == "(next" && len(words) > 1 && words[1].text == "boot)":
		words, scope = words[2:], Configured
	default:
		return false
	}
	if len(words) == 0 || !tunableValue(words[0].text) {
		return false
	}
	p.tunable(l, t.last, words[0], Setting{Scope: scope}, 1)
	return true
}

// tunableName reports whether a word may be the name of a tunable.
func tunableName(s string) bool {
	if len(s) < 3 || len(s) > 40 || !letter(s[0]) {
		return false
	}
	for i := range len(s) {
		if !nameByte(s[i]) {
			return false
		}
	}
	return true
}

// tunableValue reports whether a word is a number, the sign that there is none,
// or an expression.
func tunableValue(s string) bool {
	if _, ok := cNumber(s); ok || s == "-" {
		return true
	}
	return s[0] == '(' && strings.HasSuffix(s, ")") || s[0] == '-' && digit(s[1]) || digit(s[0]) && strings.HasSuffix(s, "%") || digit(s[0]) && strings.ContainsAny(s, "*+")
}

// looseRow reads a row without its heading, as grep leaves it. Its columns must
// leave no doubt.
func (p *page) looseRow(l *line, s span) bool {
	name, rest := s.word()
	if _, tunable := hpuxTunables.get(name.text); !tunable || rest.text == "" {
		return false
	}
	words := rest.words()
	if _, ok := cNumber(words[0].text); !ok || len(words) < 2 {
		return false
	}
	t := &tunableTable{kind: "Tunable", scope: Running}
	switch second := words[1].text; {
	case second == "Default" || len(words) == 3 && changes.has(words[2].text) && tunableValue(second):
	case second == "/" && len(words) == 3:
		words = words[2:]
	case len(words) >= 3 && (second == "-" || second == "Y" || second == "N") && tunableValue(words[2].text):
		t.kind = "Parameter"
	case len(words) >= 3 && second == "-" && digit(words[2].text[0]) && strings.Contains(words[2].text, "-"):
		t.kind = "NAME"
	default:
		return false
	}
	p.tell(l, formatHPUX)
	t.keep(p, l, name.text, words)
	return true
}

// changes are the words of the last column of kctune.
var changes = set{"Immed", "Imm", "Auto", "Reboot", "(auto)"}
