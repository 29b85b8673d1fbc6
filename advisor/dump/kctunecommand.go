package dump

import "strings"

// runTune reads calls of kctune and kmtune: tunables that are set, tunables
// that are asked.
func runTune(p *page, c *call) {
	p.tell(c.line, formatHPUX)
	record := &tunableRecord{}
	sets, listed, grouped := false, false, false
	p.saved, p.misspelled = false, false
	for i := 1; i < len(c.words); i++ {
		w := c.words[i]
		switch {
		case strings.HasPrefix(w.text, "-"):
			listed = listed || strings.ContainsAny(w.text, "Pvl")
			grouped = grouped || w.text == "-g"
			p.saved = p.saved || w.text == "-c"
			if takesWord(c.name(), w.text) {
				i++
			}
		case strings.Contains(w.text, "="):
			sets = p.setTunable(c, w) || sets
		case tunableName(w.text):
			record.asked = append(record.asked, w.text)
		}
	}
	switch {
	case sets:
		p.tried.tunes = true
		p.script = p.script || c.unprompted()
	case listed:
		p.block = record
	case grouped: // by the module, which stands before the name
		p.block = &tunableTable{kind: tuneTables[c.name()], name: 1, value: 2, scope: runningUnless(p.saved)}
	default:
		p.block = &tunableTable{kind: tuneTables[c.name()], value: 1, scope: runningUnless(p.saved)}
	}
}

// tuneTables are the first words of the headings that the programs print.
var tuneTables = map[string]string{"kctune": "Tunable", "kmtune": "Parameter"}

// runningUnless is the scope of a table: that of the running kernel, unless a
// saved configuration was asked for.
func runningUnless(saved bool) Scope {
	if saved {
		return Configured
	}
	return Running
}

// unprompted reports whether no prompt stands before the call, as in a script.
// The sign of mail may.
func (c *call) unprompted() bool {
	before := strings.TrimLeft(c.line.text[:c.words[0].span.at], "> ")
	return c.line.path == "" && !strings.ContainsAny(before, "#%>$")
}

// takesWord reports whether the word behind an option belongs to it and is no
// tunable.
func takesWord(program, option string) bool {
	switch option[len(option)-1] {
	case 'C', 'P', 'c', 'b', 'K', 'f', 'm', 'S':
		return program == "kctune" && option != "-S" && option != "-K" || program == "kmtune" && option == "-S"
	}
	return false
}

// setTunable keeps "name=value". A value that is added to the present one, or
// the default, is not said.
func (p *page) setTunable(c *call, w word) bool {
	name, value, _ := w.span.unquote().cut("=")
	if !tunableName(name.text) {
		return false
	}
	value = value.unquote()
	if value.text == "" || strings.EqualFold(value.text, "default") {
		return true
	}
	if p.tunable(c.line, name.text, value, Setting{Scope: Configured, Path: p.source(c.line)}, 1) || hasTunable(name.text) || p.misspelled {
		return true
	}
	if near := nearKey(name.text); near != "" {
		p.misspelled = p.misspelt(c.line, near)
	}
	return true
}
