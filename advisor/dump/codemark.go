package dump

import "strings"

// codeMarks begin and end code on the pages of forums and trackers.
var codeMarks = set{"code", "quote", "pre", "noformat", "codeblock"}

// codeMark takes off marks in brackets at both ends of a line: "[code]",
// "[/code]", "{code:bash}".
func codeMark(_ *page, l *line) bool {
	from, to := 0, len(l.text)
	if i := strings.IndexAny(l.text, "]}"); i > 0 && markNamed(l.text[:i+1]) {
		from = i + 1
	}
	if i := strings.LastIndexAny(l.text, "[{"); i >= from && markNamed(l.text[i:]) {
		to = i
	}
	marked := to-from < len(l.text)
	l.narrow(from, to)
	return marked
}

// markNamed reports whether s is a mark of code in its brackets.
func markNamed(s string) bool {
	n := len(s)
	if n < 5 || n > 24 || !(s[0] == '[' && s[n-1] == ']' || s[0] == '{' && s[n-1] == '}') {
		return false
	}
	name := strings.TrimPrefix(s[1:n-1], "/")
	if i := strings.IndexAny(name, ":="); i >= 0 {
		name = name[:i]
	}
	return codeMarks.has(strings.ToLower(name))
}

// stringQuotes takes off the quotes around a string in a list of JSON, and one
// that the other was cut from.
func stringQuotes(_ *page, l *line) bool {
	s := strings.TrimRight(l.text, ",")
	from, to := 0, len(s)
	if s == "" || s[0] != '"' && strings.Count(s, `"`)%2 == 0 {
		return false
	}
	if s[0] == '"' {
		from++
	}
	if s[to-1] == '"' {
		to--
	}
	if from >= to || to-from == len(l.text) {
		return false
	}
	l.narrow(from, to)
	return true
}
