package dump

import (
	"strings"
	"unicode"
)

// readAnswer reads a bare value. It has a meaning only from the command before.
func readAnswer(p *page, l *line) bool {
	if len(p.expect) == 0 {
		return false
	}
	a := p.expect[0]
	if !a.fits(l.text) {
		return false
	}
	if p.onlyNumbered(l) {
		return true
	}
	p.expect = p.expect[1:]
	switch a.name {
	case answerOther:
	case answerPID:
		for _, w := range l.span().words() {
			p.servers[w.text] = true
		}
	case answerArch:
		p.fact(l, factArch, l.text, guessed)
	case answerMemory:
		p.factSize(l, factMemory, l.text, 1<<20, exactly)
	case answerCPUs:
		p.fact(l, factCPUs, l.text, exactly)
	case answerSockets:
		p.fact(l, factCPUs, l.text, guessed)
	case answerRelease:
		quality := exactly
		if !strings.Contains(l.text, "-") {
			quality = rounded // it may be that of the kernel of macOS
		}
		p.fact(l, factRelease, l.text, quality)
	default:
		p.answered(l, a)
	}
	return true
}

// onlyNumbered reports whether a line is empty but for its number: cat -n put it
// there, or the line above begins with the number before it.
func (p *page) onlyNumbered(l *line) bool {
	if strings.Contains(l.given, "\t") && l.text == decimal(uint64(l.n)) {
		return true
	}
	above := p.frameText(p.dump.texts[p.file].line(l.n - 1))
	n, ok := number(above[:leadingDigits(above)])
	text := p.frameText(l.given)
	m, isNumber := number(text[:leadingDigits(text)])
	return ok && isNumber && m == n+1 && strings.Trim(text[leadingDigits(text):], " \t|.:)") == "" && strings.IndexFunc(above, unicode.IsLetter) >= 0
}

// leadingDigits is how many digits s begins with.
func leadingDigits(s string) int {
	n := 0
	for n < len(s) && digit(s[n]) {
		n++
	}
	return n
}

// fits reports whether a line is nothing but a value of the kind.
func (a *answer) fits(s string) bool {
	if a.name == answerRelease {
		return digit(s[0]) && !strings.ContainsAny(s, " \t")
	}
	if a.name == answerArch {
		return tunableName(s)
	}
	if noLimit.has(strings.ToLower(s)) || answersText(a.name, s) {
		return true
	}
	if !digit(s[0]) || len(s) > 200 {
		return false
	}
	if strings.HasPrefix(a.name, "ulimit.") {
		_, ok := number(s)
		return ok
	}
	figures := len(numbers(s))
	if k := known(a.name); k != nil && k.figures > 0 {
		return figures == k.figures
	}
	return figures > 0
}

// answered keeps the value under the name it was asked by.
func (p *page) answered(l *line, a answer) {
	if !strings.HasPrefix(a.name, "ulimit.") {
		p.addSysctl(l, a.name, l.span(), Setting{Scope: a.scope})
		return
	}
	if value, ok := limitValue(l.text, a.unit); ok {
		p.add(l, l.span(), Setting{Name: a.name, Value: value, Scope: a.scope, Owner: p.owner})
	}
}
