package dump

import "strings"

// An nddDialogue is the block of ndd without a parameter, which asks for one
// after the other: the parameter that was named last.
type nddDialogue struct{ name string }

// nddDialogue reads the questions of ndd with what was typed behind them. A
// value that was typed is set; without one the present value follows.
func (p *page) nddDialogue(l *line) bool {
	question, typed, asked := l.span().cut(" ?")
	if !asked {
		return false
	}
	block, open := p.block.(*nddDialogue)
	switch {
	case question.text == "name to get/set":
		name, _ := typed.word()
		p.block, p.expect = &nddDialogue{name.text}, nil
		return true
	case question.text == "value" && open && strings.HasPrefix(l.text, "value ?"):
		if typed.text != "" {
			return p.nddSets(l, block.name, typed)
		}
	case question.text != "length" || !open:
		return false
	}
	p.expect = nil
	if known(block.name) != nil {
		p.expect = []answer{{name: block.name, unit: 1, scope: Running}}
	}
	return p.tellParameter(l, block.name) || block.name != ""
}
