package remedy

import (
	"slices"
	"strings"

	"headroom/advisor/rule"
)

// A script is a file under change: the reader's own lines, or those of a new
// file.
type script struct{ lines []string }

func (s *script) String() string { return strings.Join(s.lines, "\n") + "\n" }

// put replaces line i, and says above it in a comment which rules ask for it.
// A comment that stands there from an earlier time is not repeated.
func (s *script) put(i int, text string, rules []*rule.Rule) {
	s.lines[i] = text
	s.comment(i, rules)
}

// add puts a line at the end, with its comment.
func (s *script) add(text string, rules []*rule.Rule) {
	s.lines = append(s.lines, text)
	s.comment(len(s.lines)-1, rules)
}

func (s *script) comment(i int, rules []*rule.Rule) {
	for _, ru := range rules {
		c := remark(ru)
		if !slices.Contains(s.remarksAbove(i), c) {
			s.lines = slices.Insert(s.lines, i, c)
			i++
		}
	}
}

// remarksAbove are the comment lines right above line i.
func (s *script) remarksAbove(i int) []string {
	from := i
	for from > 0 && strings.HasPrefix(s.lines[from-1], "#") {
		from--
	}
	return s.lines[from:i]
}

// remark says in a comment why a line stands there.
func remark(ru *rule.Rule) string {
	c := "# " + ru.ID + ": " + ru.Title
	if ru.Section != "" && ru.Section != "-" {
		c += " (guide: " + ru.Section + ")"
	}
	return c
}

// active reports whether a line does something: it is neither empty nor a
// comment.
func active(line string) bool {
	line = strings.TrimSpace(line)
	return line != "" && line[0] != '#' && line[0] != ';'
}

// indent is the blanks a line begins with.
func indent(line string) string {
	return line[:len(line)-len(strings.TrimLeft(line, " \t"))]
}
