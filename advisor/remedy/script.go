package remedy

import (
	"slices"
	"strings"

	"headroom/advisor/rule"
)

// A script is a file under change: the reader's own lines, or those of a new
// file.
type script struct {
	lines []string
	style style
}

// A style is how a file is written.
type style struct {
	before, after string // a remark; "# " and nothing where both are empty
	end           string // of a line; a line feed where it is empty
}

func (s *script) String() string {
	end := s.style.end
	if end == "" {
		end = "\n"
	}
	return strings.Join(s.lines, end) + end
}

// remark is a line that only people read.
func (y style) remark(text string) string {
	if y.before == "" {
		return "# " + text
	}
	return y.before + text + y.after
}

// put replaces line i, and says above it in a comment which rules ask for it.
// It returns how many lines the comment takes.
func (s *script) put(i int, text string, rules []*rule.Rule) int {
	s.lines[i] = text
	return s.comment(i, rules)
}

// add puts a line at the end, with its comment.
func (s *script) add(text string, rules []*rule.Rule) {
	s.lines = append(s.lines, text)
	s.comment(len(s.lines)-1, rules)
}

// comment names above line i the rules that ask for it. A comment that stands
// in the file already is not repeated.
func (s *script) comment(i int, rules []*rule.Rule) (added int) {
	for _, ru := range rules {
		if c := s.style.remark(reason(ru)); !slices.Contains(s.lines, c) {
			s.lines = slices.Insert(s.lines, i+added, c)
			added++
		}
	}
	return added
}

// reason says why a line stands there.
func reason(ru *rule.Rule) string {
	c := ru.ID + ": " + ru.Title
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
