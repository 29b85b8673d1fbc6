package dump

import "strings"

// A tunableRecord is the block of outputs with one line a property: kctune -v
// and -P, kmtune -l, kcusage -l.
type tunableRecord struct {
	name  string   // of the tunable that the lines are of
	asked []string // names in the command, where the lines do not say them
	now   string   // the current value
}

// readTunableRecord reads those outputs.
func readTunableRecord(p *page, l *line) bool {
	record, open := p.block.(*tunableRecord)
	c := l.text[0]
	if !letter(c) || !open && strings.IndexByte("TPnc", c) < 0 || len(l.text) > 400 {
		return false
	}
	if name, ok := recordStart(l.span(), open); ok {
		if record == nil || record.name != "" {
			record = &tunableRecord{}
			p.block = record
		}
		record.name = name
		return !hasTunable(name) || p.tell(l, formatHPUX)
	}
	if first, rest := l.span().word(); first.text == "constraint" {
		name, _ := rest.word()
		return hasTunable(name.text) && p.tell(l, formatHPUX)
	}
	return open && record.property(p, l)
}

func hasTunable(name string) bool {
	_, known := hpuxTunables.get(name)
	return known
}

// recordStart finds the name of the tunable in the line that begins its record.
// Within a record any name will do.
func recordStart(s span, open bool) (name string, ok bool) {
	label, rest := s.word()
	switch label.text {
	case "Tunable", "Tunable:", "Parameter:", "name", "tunable":
	default:
		return "", false
	}
	first, more := rest.word()
	return first.text, more.text == "" && (hasTunable(first.text) || open && tunableName(first.text))
}

// recordFields are the properties that hold a value.
var recordFields = []struct {
	label string
	scope Scope
}{
	{"Current Value", Running}, {"Value at Next Boot", Configured},
	{"current", Running}, {"next_boot", Configured},
	{"Setting:", Running},
	{"Current:", Running}, {"Planned:", Configured}, {"Value:", Running},
}

// recordWords begin the other lines of a record.
var recordWords = index{words: []string{
	"Description", "Module", "Module:", "Value", "Default", "Default:", "Constraints", "Can", "Auto", "Usage:",
	"Percentage:", "Minimum:", "Version:", "Dynamic:", "Time", "module", "desc", "defvalue", "bootvalue", "before",
	"expr", "next_expr", "before_expr", "min", "max", "dynamic", "canauto", "default", "auto_default",
	"next_default", "signed", "flags", "last_boot", "Impacts", "Maximum", "Minimum", "Maximum:",
}}

// property reads one line of a record.
func (r *tunableRecord) property(p *page, l *line) bool {
	for _, f := range recordFields {
		if after, found := strings.CutPrefix(l.text, f.label); found && after != "" && blank(after[0]) {
			r.value(p, l, l.span().from(len(f.label)).trim(), f.scope)
			return true
		}
	}
	first, _ := l.span().word()
	return recordWords.has(first.text) || tunableConstraint(l.span())
}

// value keeps a value of the record's tunable. What is planned is kept where it
// is not the present value.
func (r *tunableRecord) value(p *page, l *line, raw span, scope Scope) {
	name := r.name
	if name == "" && len(r.asked) == 1 {
		name = r.asked[0]
	}
	raw, _ = raw.word()
	if scope == Configured && raw.text == r.now || name == "" || raw.text == "-" {
		return
	}
	if scope == Running {
		r.now = raw.text
	}
	if _, ok := cNumber(raw.text); ok || scope == Running {
		p.tunable(l, name, raw, Setting{Scope: scope}, 1)
	}
}

// tunableConstraint reports whether the line is a further constraint: two sides
// and a comparison.
func tunableConstraint(s span) bool {
	name, rest := s.word()
	sign, _ := rest.word()
	return hasTunable(name.text) && strings.IndexAny(sign.text, "<>=!") == 0
}
