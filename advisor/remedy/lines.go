package remedy

import (
	"slices"
	"strings"
)

// Lines returns the lines of the file that the rule asks for: those below the
// comment that names it, up to the next comment or empty line, without those
// that stood in the reader's file before. It is empty where the file does not
// say which these are.
func (f *File) Lines(rule string) []string {
	var lines, before []string
	for line := range strings.Lines(f.Before) {
		before = append(before, strings.TrimSpace(line))
	}
	found := false
	for line := range strings.Lines(f.Content) {
		line = strings.TrimSpace(line)
		switch ends := line == "" || remarks(line) || strings.HasPrefix(line, "</"); {
		case ends && len(lines) > 0:
			return lines
		case ends:
			found = found || strings.Contains(line, rule+": ")
		case found && !slices.Contains(before, line):
			lines = append(lines, line)
		}
	}
	return lines
}

// remarks reports whether a line is a comment in one of the kinds of files that
// there are.
func remarks(line string) bool {
	for _, mark := range []string{"#", ";", "*", "rem ", "REM ", "::", "<!--"} {
		if strings.HasPrefix(line, mark) {
			return true
		}
	}
	return false
}
