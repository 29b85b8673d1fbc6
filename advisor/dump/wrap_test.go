package dump

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
)

// aLetter stands above a text that was wrapped, and is wider than it.
var aLetter = "Dear all, " + strings.Repeat("this line of the letter is longer than those below it, ", 4) + "see here.\n\n"

// folded is a text as a terminal shows it that is so wide.
func folded(text string, width int) string {
	return eachLine(text, func(_ int, line string) string {
		var rows []string
		rest := []rune(line)
		for len(rest) > width {
			rows = append(rows, string(rest[:width]))
			rest = rest[width:]
		}
		return strings.Join(append(rows, string(rest)), "\n")
	})
}

// rewrapped is a text as a mail program sends it that breaks lines between words.
func rewrapped(text string, width int) string {
	return eachLine(text, func(_ int, line string) string {
		var rows []string
		for len(line) > width {
			i := strings.LastIndexByte(line[:width+1], ' ')
			if strings.TrimSpace(line[:max(i, 0)]) == "" {
				break
			}
			rows = append(rows, line[:i])
			line = line[i+1:]
		}
		return strings.Join(append(rows, line), "\n")
	})
}

// brokenApart are the texts of which, broken, nothing tells any more what they say,
// and why.
var brokenApart = map[string]string{
	"bash-joined":   "many readings side by side in one line: the label of one looks like the end of another",
	"limits-joined": "so here",
	"sdiff":         "so here",
	"html":          "so here",
	"nushell-wide":  "so here",
	"produced/mixed/local_paste-joined_ulimit-a.txt":       "so here",
	"produced/mixed/local_side-by-side_sdiff.txt":          "so here",
	"public/mixed/solaris_ulimit-a_newlines-collapsed.txt": "so here",

	"win-refused":   "the refusal of a command is broken",
	"manual":        "so is the sentence by which figures are examples",
	"prctl":         "a command ends before the words \"process 4321\"",
	"ansible-hosts": "a line ends within the word nofile, the next begins with the label file",
}

// TestWrapped breaks the lines of texts at the usual widths, below a line that is
// longer: no value changes, and hardly any is lost.
func TestWrapped(t *testing.T) {
	for _, c := range []struct {
		what  string
		wrap  func(string, int) string
		width int
		lost  float64 // the share of settings that may be lost
	}{
		{"terminal of 60", folded, 60, 0.04}, {"terminal of 72", folded, 72, 0.04}, {"terminal of 80", folded, 80, 0.04}, {"terminal of 100", folded, 100, 0.04},
		{"mail of 72", rewrapped, 72, 0.06}, {"mail of 78", rewrapped, 78, 0.06}, {"mail of 80", rewrapped, 80, 0.06},
	} {
		t.Run(c.what, func(t *testing.T) {
			all, lost := 0, 0
			forTexts(t, func(t *testing.T, name, text string) {
				wrapped := c.wrap(text, c.width)
				if goingOn[name] || brokenApart[name] != "" || wrapped == strings.TrimSuffix(text, "\n")+"\n" {
					return
				}
				left := map[string]int{}
				for _, s := range read(text).Settings {
					left[s.Name+" = "+s.Value]++
					all++
				}
				d := read(aLetter + wrapped)
				checkPlaces(t, d)
				for _, s := range d.Settings {
					left[s.Name+" = "+s.Value]--
				}
				for what, n := range left {
					assert.GreaterOrEqual(t, n, 0, "%s is not in the text", what)
					lost += max(n, 0)
				}
			})
			t.Logf("%d of %d settings lost", lost, all)
			assert.LessOrEqual(t, float64(lost), c.lost*float64(all))
		})
	}
}
