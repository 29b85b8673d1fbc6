package dump

import (
	"fmt"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf16"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/tools/txtar"
)

// eachLine rewrites every line of a text.
func eachLine(text string, change func(n int, line string) string) string {
	var b strings.Builder
	for i, line := range strings.Split(strings.TrimSuffix(text, "\n"), "\n") {
		b.WriteString(change(i+1, line) + "\n")
	}
	return b.String()
}

// around is what mail, terminals and editors do to a text without changing what
// it says.
var around = map[string]func(string) string{
	"CRLF":         func(s string) string { return strings.ReplaceAll(s, "\n", "\r\n") },
	"quoted":       func(s string) string { return eachLine(s, func(_ int, l string) string { return "> " + l }) },
	"quoted twice": func(s string) string { return eachLine(s, func(_ int, l string) string { return ">> " + l }) },
	"coloured": func(s string) string {
		return eachLine(s, func(_ int, l string) string { return "\x1b[32m" + l + "\x1b[0m" })
	},
	"indented":      func(s string) string { return eachLine(s, func(_ int, l string) string { return "    " + l }) },
	"blanks behind": func(s string) string { return eachLine(s, func(_ int, l string) string { return l + "   " }) },
	"numbered": func(s string) string {
		return eachLine(s, func(n int, l string) string { return fmt.Sprintf("%6d\t%s", n, l) })
	},
	"bullets": func(s string) string { return eachLine(s, func(_ int, l string) string { return "- " + l }) },
	"logged": func(s string) string {
		return eachLine(s, func(_ int, l string) string { return "Nov 23 14:09:01 mail cgp[12]: " + l })
	},
	"noise between": func(s string) string {
		return eachLine(s, func(_ int, l string) string { return l + "\nlorem ipsum dolor sit amet" })
	},
	"empty lines":      func(s string) string { return eachLine(s, func(_ int, l string) string { return l + "\n" }) },
	"prompt before":    func(s string) string { return "root@mail:~# \n" + s },
	"prompt behind":    func(s string) string { return s + "root@mail:~# \n" },
	"words before":     func(s string) string { return "Dear all, please see below.\n\n" + s },
	"byte order mark":  func(s string) string { return "\ufeff" + s },
	"UTF-16":           func(s string) string { return wide(s, false) },
	"UTF-16 big ended": func(s string) string { return wide(s, true) },
}

// wide encodes a text as UTF-16 with a byte order mark.
func wide(s string, big bool) string {
	var b strings.Builder
	for _, u := range utf16.Encode([]rune("\ufeff" + s)) {
		if big {
			b.WriteByte(byte(u >> 8))
		}
		b.WriteByte(byte(u))
		if !big {
			b.WriteByte(byte(u >> 8))
		}
	}
	return b.String()
}

// decoratedCases are those that are about decoration themselves: one more layer
// makes another text of them.
var decoratedCases = map[string]bool{"decorated": true, "wrapped": true, "typescript": true, "quoted-printable": true, "nushell-wide": true}

func forCases(t *testing.T, check func(t *testing.T, name, text string)) {
	files, err := filepath.Glob("testdata/*.txtar")
	require.NoError(t, err)
	for _, file := range files {
		archive, err := txtar.ParseFile(file)
		require.NoError(t, err)
		name := strings.TrimSuffix(filepath.Base(file), ".txtar")
		t.Run(name, func(t *testing.T) { check(t, name, string(archive.Files[0].Data)) })
	}
}

func TestWhatStandsAroundChangesNothing(t *testing.T) {
	forCases(t, func(t *testing.T, name, text string) {
		if decoratedCases[name] {
			return
		}
		want := statements(Read([]File{{Text: []byte(text)}}, ""))
		for what, change := range around {
			d := Read([]File{{Text: []byte(change(text))}}, "")
			checkPlaces(t, d)
			assert.Equal(t, want, statements(d), what)
		}
	})
}

// uncutCases are those whose lines cannot be told apart: only the seventh line
// of xonsh tells the shell, and with it the unit of the sixth; a wrapped line
// goes on behind its end; that a command failed stands behind it.
var uncutCases = map[string]bool{"shell-xonsh": true, "wrapped": true, "refused": true, "win-refused": true, "sysctl-bsd-set": true, "launchctl": true}

// TestCutting cuts every case at every line end: what is read of the rest was
// read of the whole.
func TestCutting(t *testing.T) {
	forCases(t, func(t *testing.T, name, text string) {
		if uncutCases[name] {
			return
		}
		whole := map[string]bool{}
		for _, s := range Read([]File{{Text: []byte(text)}}, "").Settings {
			whole[fmt.Sprint(s.Line, s.Column, s.Name, s.Value)] = true
		}
		for i := range text {
			if text[i] != '\n' {
				continue
			}
			for _, s := range Read([]File{{Text: []byte(text[:i+1])}}, "").Settings {
				assert.True(t, whole[fmt.Sprint(s.Line, s.Column, s.Name, s.Value)], "cut at %d: line %d %s = %s", i, s.Line, s.Name, s.Value)
			}
		}
	})
}

// TestKernelNamesAreMeant checks that no line of a whole sysctl -a is taken for
// a slip.
func TestKernelNamesAreMeant(t *testing.T) {
	for _, u := range Read([]File{{Text: sysctlText(t)}}, "").Unread {
		assert.Empty(t, u.Near, u.Text)
	}
}

// TestMemory checks that what is kept of a text of many readings does not grow
// with each of them.
func TestMemory(t *testing.T) {
	text := []byte(strings.Repeat("fs.file-max = 1\n\n/etc/x:y\n", 400_000))
	d := Read([]File{{Text: text}}, "")
	assert.LessOrEqual(t, len(d.Settings), settingsMax)
	assert.LessOrEqual(t, len(d.Parts), partsMax)
	assert.LessOrEqual(t, len(d.Unread), UnreadMax)
	assert.Equal(t, 1_200_000, d.Lines(0))
	assert.Equal(t, "/etc/x:y", d.Line(0, 1_200_000))
	assert.Empty(t, d.Line(0, 1_200_001))
}
