package dump

import "strings"

// A debugger is the block of mdb and adb: the variable and the form in which it
// was asked last.
type debugger struct {
	form  byte // D, X and so on, 0 where the text does not say
	hpux  bool // the kernel is one of HP-UX
	twice bool // no command was seen, but the name that stands alone before each answer
	asked string
	name  string // that the next figure belongs to

	printed bool // ::print asked, whose answer has no name
}

// debuggerForms are the letters behind the slash: true for those that print
// hexadecimal.
var debuggerForms = map[byte]bool{'D': false, 'U': false, 'E': false, 'd': false, 'u': false, 'e': false, 'X': true, 'x': true, 'J': true, 'K': true, 'p': true}

// readDebugger reads sessions of mdb and adb: "maxusers/D" asks, "maxusers:
// 2048" answers, and all of it may stand on one line.
func readDebugger(p *page, l *line) bool {
	s := l.span()
	if s.text[0] == '>' {
		s = s.from(1).trim()
	}
	block, open := p.block.(*debugger)
	if s.text != "" && open && !letter(s.text[0]) {
		return block.printsValue(p, l, s) || s.text == "$q" || s.text == "$Q" || strings.HasPrefix(s.text, "::")
	}
	if s.text == "" || !letter(s.text[0]) || len(s.text) > 2000 {
		return false
	}
	if name, found := strings.CutSuffix(s.text, " -d"); strings.HasSuffix(name, "::print") && (open || s.at > 0) {
		return p.debuggerPrints(strings.TrimSuffix(name, "::print"), found)
	}
	first, rest := s.word()
	if name := p.tunableAlone(first.text); name != "" && rest.text == "" && (!open || block.twice) {
		p.block = &debugger{hpux: true, twice: true, asked: name}
		return true
	}
	if !block.knows(first.text, first.at > 0) {
		return open && debuggerSays.has(first.text) || rest.text != "" && strings.IndexByte(first.text, '/') > 0 && p.debuggerSets(l, s)
	}
	if !open {
		block = &debugger{}
		p.block = block
	}
	block.read(p, l, s)
	return true
}

// tunableAlone is the tunable of HP-UX that stands alone on a line, with a colon, as
// adb prints it before the line that has it again with its value.
func (p *page) tunableAlone(word string) string {
	name, found := strings.CutSuffix(word, ":")
	if !found || !hpuxListed.has(name) || !hpuxTunables.of(name) && !p.told(formatHPUX) && !p.told(pathsHPUX) && !p.told(wordsHPUX) {
		return ""
	}
	return name
}

// debuggerPrints notes that the value of a variable follows, in decimal or with
// 0x before it.
func (p *page) debuggerPrints(name string, decimal bool) bool {
	if !tunableName(name) {
		return false
	}
	block, open := p.block.(*debugger)
	if !open {
		block = &debugger{}
		p.block = block
	}
	block.name, block.asked, block.form, block.printed = name, name, 'X', true
	if decimal {
		block.form = 'D'
	}
	return true
}

// printsValue reads the value that ::print asked for.
func (d *debugger) printsValue(p *page, l *line, s span) bool {
	word, rest := s.word()
	if !d.printed || rest.text != "" || !digit(word.text[0]) {
		return false
	}
	d.printed = false
	d.answer(p, l, []span{word})
	return true
}

// knows reports whether a word asks for a variable or begins an answer. Where
// nothing told that a debugger speaks, the variable must be a listed one, or
// stand behind the prompt.
func (d *debugger) knows(word string, prompted bool) bool {
	if name, _, asks := debuggerAsks(word); asks {
		return d != nil || prompted || solarisVariable(name) != ""
	}
	name, found := strings.CutSuffix(word, ":")
	return found && (solarisVariable(name) != "" || d != nil && (name == d.asked || d.hpux && !d.twice && hpuxListed.has(name)))
}

// solarisVariable is the name if it is one of the variables that are listed.
func solarisVariable(name string) string {
	if _, listed := solarisVariables.get(name); listed {
		return name
	}
	return ""
}

// debuggerAsks parts "maxusers/D" into the variable and the form.
func debuggerAsks(word string) (name string, form byte, ok bool) {
	word = strings.TrimRight(word, ";")
	n := len(word) - 2
	if n < 3 || word[n] != '/' || !tunableName(word[:n]) {
		return "", 0, false
	}
	_, ok = debuggerForms[word[n+1]]
	return word[:n], word[n+1], ok
}

// read goes through the words of a line.
func (d *debugger) read(p *page, l *line, s span) {
	words := s.words()
	for i := 0; i < len(words); i++ {
		w := words[i].text
		if name, form, ok := debuggerAsks(w); ok {
			d.name, d.asked, d.form = name, name, form
			continue
		}
		if name, found := strings.CutSuffix(w, ":"); found && tunableName(name) {
			d.name = name
			continue
		}
		if w == ">" {
			continue
		}
		i += d.answer(p, l, words[i:])
	}
}

// answer reads the value of the variable. "OLD = NEW" is the answer to a change.
// It returns how many further words it took.
func (d *debugger) answer(p *page, l *line, words []span) int {
	raw, scope, taken := words[0], Running, 0
	if len(words) > 2 && words[1].text == "=" {
		raw, scope, taken = words[2], Configured, 2
	}
	name := solarisVariable(d.name)
	value, ok := d.number(raw.text)
	switch {
	case ok && d.hpux && hpuxListed.has(d.name):
		p.tell(l, formatHPUX)
		p.add(l, raw, Setting{Name: d.name, Value: value, Scope: scope})
	case ok && name != "":
		p.tell(l, variableTells(name))
		p.add(l, raw, Setting{Name: name, Value: value, Scope: scope})
	}
	d.name = ""
	return taken
}

// variableTells is what the name of a variable tells: other systems have some
// of them, too.
func variableTells(name string) string {
	if name == "maxusers" || name == "ncsize" {
		return wordsSolaris
	}
	return formatSolaris
}

// number reads a figure in the form that was asked. Without one, letters in it
// leave its meaning open.
func (d *debugger) number(s string) (value string, ok bool) {
	if rest, found := strings.CutPrefix(s, "0t"); found {
		return cNumber(rest)
	}
	if debuggerForms[d.form] && !strings.HasPrefix(s, "0x") {
		return cNumber("0x" + s)
	}
	if strings.HasPrefix(s, "0x") {
		return cNumber(s)
	}
	n, ok := number(s)
	return decimal(n), ok
}

// debuggerSays begin other lines that a debugger prints.
var debuggerSays = set{"Loading", "physmem"}

// debuggers are the programs that read commands such as "maxusers/D".
var debuggers = set{"mdb", "adb", "kmdb"}

// runDebugger notes that answers of the debugger follow.
func runDebugger(p *page, c *call) {
	if c.name() == "mdb" {
		p.tell(c.line, wordsSolaris)
	}
	p.block = &debugger{hpux: strings.Contains(c.line.text, "vmunix")}
}

// pipes reads what echo gives a debugger: variables that are asked, and
// "ncsize/W 0t2000", which sets one.
func (p *page) pipes(c, to *call) {
	if to == nil || !debuggers.has(to.name()) || c.name() != "echo" && c.name() != "printf" || len(c.words) < 2 {
		return
	}
	runDebugger(p, to)
	block, l := p.block.(*debugger), c.line
	last := c.words[len(c.words)-1].span
	s := l.span().to(last.at + len(last.text)).from(c.words[1].span.at).unquote()
	p.debuggerSets(l, s)
	if name, found := strings.CutSuffix(s.text, " -d"); strings.HasSuffix(name, "::print") {
		p.debuggerPrints(strings.TrimSuffix(name, "::print"), found)
		return
	}
	for _, w := range s.words() {
		if name, form, ok := debuggerAsks(w.text); ok {
			block.asked, block.form = name, form
		}
	}
}

// debuggerSets reads "ncsize/W 0t2000". The debugger takes figures for
// hexadecimal where they do not say otherwise.
func (p *page) debuggerSets(l *line, s span) (set bool) {
	words := s.words()
	for i, w := range words {
		name, verb, found := strings.Cut(w.text, "/")
		if !found || i+1 >= len(words) || solarisVariable(name) == "" || verb != "W" && verb != "Z" && verb != "w" {
			continue
		}
		hex := debugger{form: 'X'}
		if value, ok := hex.number(strings.TrimRight(words[i+1].text, ";")); ok {
			p.tell(l, formatSolaris)
			p.add(l, words[i+1], Setting{Name: name, Value: value, Scope: Configured})
			set = true
		}
	}
	return set
}
