package dump

import "strings"

// readQuotedSysctl reads a name of sysctl in quotes with its value, as the
// languages in which machines are described have it: "key" = 4096; and
// 'key' => 4096, and "key": "4096". Only the last of them may as well be the
// output of a program, and counts as set where a block of such names was begun.
func readQuotedSysctl(p *page, l *line) bool {
	if s, ok := strings.CutPrefix(l.text, "boot.kernel.sysctl."); ok {
		part := l.sub(l.span().from(len(l.text) - len(s)))
		return part.text != "" && readQuotedSysctl(p, &part)
	}
	quote := l.text[0]
	if quote != '"' && quote != '\'' {
		return false
	}
	end := strings.IndexByte(l.text[1:], quote) + 1
	if end < 4 || !sysctlKey(l.text[1:end]) {
		return false
	}
	rest := l.span().from(end + 1).trim()
	sign := "="
	switch {
	case strings.HasPrefix(rest.text, "=>"):
		sign = "=>"
	case strings.HasPrefix(rest.text, ":"):
		sign = ":"
	case !strings.HasPrefix(rest.text, "="):
		return false
	}
	value := rest.from(len(sign)).trim()
	value.text = strings.TrimRight(value.text, ",; ")
	key := l.text[1:end]
	p.tellKey(l, key)
	s, waits := p.stated(l)
	if sign != ":" {
		s.Scope, waits = Configured, false
	}
	if i := p.addSysctl(l, key, value, s); i >= 0 && waits {
		p.section.open = append(p.section.open, i)
	}
	return true
}
