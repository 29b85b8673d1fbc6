package dump

import "strings"

// logPrefix takes off the words that a log puts before its message, up to and
// with the first colon or closing bracket that has a blank after it.
func logPrefix(_ *page, l *line) bool {
	head := l.text[:min(len(l.text), 120)]
	for i := 0; i+1 < len(head); i++ {
		c := head[i]
		if (c == ':' || c == ')' || c == ']') && blank(head[i+1]) {
			l.loose = c == ':' && !strings.ContainsAny(head[:i], "0123456789[(")
			return l.drop(i + 1)
		}
	}
	return false
}

// service takes off the name of a container, which Docker puts before each line
// of its log.
func service(_ *page, l *line) bool {
	i := strings.Index(l.text[:min(len(l.text), 60)], "| ")
	if i < 2 || !blank(l.text[i-1]) || strings.ContainsAny(strings.TrimRight(l.text[:i], " "), " \t=:") {
		return false
	}
	return l.drop(i + 2)
}
