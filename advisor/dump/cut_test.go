package dump

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
)

// A cut is a text without its tail, and the whole of it.
type cut struct {
	name        string
	part, whole *Dump
	lines       int // that the part has from the whole, unharmed
}

// at names a setting by its place.
func at(s Setting) string { return fmt.Sprintf("%d:%d %s", s.Line, s.Column, s.Name) }

// byPlace are the settings of a dump by their places.
func byPlace(d *Dump) map[string]Setting {
	all := make(map[string]Setting, len(d.Settings))
	for _, s := range d.Settings {
		all[at(s)] = s
	}
	return all
}

// check checks that the part has the settings of the whole as far as it goes and
// still tells the system,
// and no other.
func (c cut) check(t *testing.T) {
	t.Helper()
	part, whole := byPlace(c.part), byPlace(c.whole)
	known := c.part.Host.OS == c.whole.Host.OS && c.part.Host.OS != Unknown
	for place, s := range part {
		if s.Line > c.lines || c.refused(s) || c.toldLater(s) || completedLater(s) {
			continue
		}
		assert.Equal(t, whole[place].Value, s.Value, "%s, of %d lines", place, c.lines)
		if known {
			assert.Equal(t, whole[place].Scope, s.Scope, "%s, of %d lines", place, c.lines)
		}
	}
	for place, s := range whole {
		if known && s.Line <= c.lines && !completedLater(s) {
			assert.Contains(t, part, place, "of %d lines", c.lines)
		}
	}
}

// refused reports whether the whole says, on the lines that were cut, that the
// command failed which was to make the setting.
func (c cut) refused(s Setting) bool {
	if s.Scope != Configured {
		return false
	}
	for _, p := range c.whole.Parts {
		if says[p.Reader] && p.To > max(s.Line, c.lines-1) && p.From <= s.Line+2 {
			return true
		}
	}
	return false
}

// says are the readers of what programs say of how they went.
var says = map[string]bool{"message": true, "windows-message": true, "batch": true}

// toldLater reports whether only the lines that were cut tell what the setting
// is: the seventh line of xonsh tells it from bash, whose kbytes are no bytes,
// and a wrapped line goes on below.
func (c cut) toldLater(s Setting) bool {
	if s.Line == c.lines && goingOn[c.name] {
		return true
	}
	return strings.Contains(c.name, "xonsh") && c.lines < 7 && strings.HasPrefix(s.Name, "ulimit.")
}

// completedLater reports whether a setting stands on several lines: a range of
// ports and its size, a key of the registry and its values, a value of nddconf
// and its name, a command in a plist, an expression and the tunables in it, a limit of
// a container and its name, a value of a task that is to be absent.
func completedLater(s Setting) bool {
	expression := strings.ContainsAny(s.Raw, "*(+") || letter(s.Raw[0]) && s.Value != s.Raw && s.Value != Unlimited
	return expression || strings.HasPrefix(s.Name, "dynamicport.") || s.Name == "Tcpip.Parameters" || s.Source == "nddconf" || s.Source == "plist" || s.Source == "limits recipe" || s.Source == "ansible"
}

// tries bounds the places at which one text is cut.
const tries = 100

// TestCutting cuts texts at the ends of their lines: the rest says of itself
// what the whole says of it.
func TestCutting(t *testing.T) {
	forTexts(t, func(t *testing.T, name, text string) {
		whole := read(text)
		lines := strings.SplitAfter(text, "\n")
		for n, length := 0, 0; n < len(lines); n++ {
			length += len(lines[n])
			if n%(len(lines)/tries+1) == 0 {
				cut{name, read(text[:length]), whole, n + 1}.check(t)
			}
		}
	})
}

// TestCuttingWithinLines cuts texts within their lines: no line but that one
// says anything else.
func TestCuttingWithinLines(t *testing.T) {
	forTexts(t, func(t *testing.T, name, text string) {
		whole := read(text)
		lines := strings.SplitAfter(text, "\n")
		for n, length := 0, 0; n < len(lines); n++ {
			for _, share := range []int{len(lines[n]) / 3, len(lines[n]) * 2 / 3, len(lines[n]) - 2} {
				if share > 0 && n%(len(lines)/tries+1) == 0 {
					cut{name, read(text[:length+share]), whole, n}.check(t)
				}
			}
			length += len(lines[n])
		}
	})
}
