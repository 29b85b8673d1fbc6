package report

import (
	"strings"
	"unicode/utf8"

	"headroom/advisor/dump"
)

// unreadMost is how many of the unread lines a report for people shows.
const unreadMost = 50

// clipWidth is how much of an unread line such a report shows, in code points.
const clipWidth = 120

func (r *Report) unreadShown() []dump.Unread {
	return r.Dump.Unread[:min(len(r.Dump.Unread), unreadMost)]
}

// unreadTotal is how many lines were not understood, shown or not.
func (r *Report) unreadTotal() int { return r.Dump.Total - r.Dump.Understood }

func clip(s string) string {
	if shown, left := cut(s, clipWidth); left > 0 {
		return shown + "…"
	}
	return s
}

// cut returns the first code points of a text, and how many are left.
func cut(s string, width int) (shown string, left int) {
	if len(s) <= width {
		return s, 0
	}
	n := 0
	for i := range s {
		if n == width {
			return s[:i], utf8.RuneCountInString(s[i:])
		}
		n++
	}
	return s, 0
}

// plain makes text of the user harmless for a terminal and a page: control
// characters are shown as their pictures, bytes that are no UTF-8 and the marks
// that turn the direction of writing as U+FFFD.
func plain(s string) string {
	if !strings.ContainsFunc(s, unsafe) {
		return s
	}
	var b strings.Builder
	for _, c := range s {
		b.WriteRune(picture(c))
	}
	return b.String()
}

// shown is the content of a file as people see it: lines that a file for
// Windows ends with CR LF end as all others do.
func shown(content string) string { return strings.ReplaceAll(content, "\r\n", "\n") }

func unsafe(c rune) bool { return picture(c) != c || c == utf8.RuneError }

func picture(c rune) rune {
	const pictures, deletePicture = '\u2400', '\u2421'
	switch {
	case c == '\n' || c == '\t':
		return c
	case c < 0x20:
		return pictures + c
	case c == 0x7f:
		return deletePicture
	case 0x80 <= c && c < 0xa0, 0x202a <= c && c <= 0x202e, 0x2066 <= c && c <= 0x2069:
		return utf8.RuneError
	}
	return c
}
