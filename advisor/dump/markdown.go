package dump

// markdown takes away the backslashes by which Markdown keeps signs from being
// read as its own: "net.ipv4.tcp\_tw\_reuse", "\* soft nofile 65536".
func markdown(g *glyphs) {
	at := 0
	for i := range len(g.text) {
		if g.text[i] == '\\' && escapes(g.text, i) {
			continue
		}
		at = g.keep(at, i, i+1)
	}
	g.cut(at)
}

// escapes reports whether the backslash at i stands there for Markdown's sake:
// before an underscore within a name, or before a sign at the start of a line.
func escapes(s []byte, i int) bool {
	if i+2 >= len(s) {
		return false
	}
	before := byte(' ')
	if i > 0 {
		before = s[i-1]
	}
	switch s[i+1] {
	case '_':
		return (letter(before) || digit(before) || before == '_' || blank(before)) && (letter(s[i+2]) || digit(s[i+2]))
	case '*', '#', '[', '>', '-', '+':
		return blankOnly(s[:i])
	}
	return false
}

func blankOnly(s []byte) bool {
	for _, c := range s {
		if !blank(c) {
			return false
		}
	}
	return true
}
