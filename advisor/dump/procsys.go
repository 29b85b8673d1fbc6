package dump

import "strings"

// readProcSys reads the files below /proc/sys as grep, tail, head and loops
// over them print them.
func readProcSys(p *page, l *line) bool {
	t := l.text
	if !strings.HasPrefix(t, "/proc/sys/") {
		return false
	}
	i := strings.IndexAny(t, ": \t=")
	if i < 0 || t[i] != ':' && !strings.HasPrefix(strings.TrimLeft(t[i:], " \t"), "=") && t[i] == '=' {
		return false
	}
	key, ok := procKey(t[:i])
	if !ok {
		return false
	}
	p.tellKey(l, key)
	value := l.span().from(i + 1).trim()
	value.text = strings.TrimLeft(value.text, "=: \t")
	value.at = len(t) - len(value.text)
	p.addSysctl(l, key, value, Setting{Scope: Running})
	return true
}

// procKey is the name of the setting in a file below /proc/sys. The names of
// interfaces hold dots of their own and stay as they are.
func procKey(path string) (key string, ok bool) {
	rest, ok := strings.CutPrefix(path, "/proc/sys/")
	if !ok || rest == "" || strings.ContainsAny(rest, "*{}$ ") {
		return "", false
	}
	return strings.ReplaceAll(rest, "/", "."), true
}
