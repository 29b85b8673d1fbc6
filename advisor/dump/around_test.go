package dump

import (
	"fmt"
	"strings"
	"testing"
	"unicode"
	"unicode/utf16"

	"github.com/stretchr/testify/assert"
)

// eachLine rewrites every line of a text.
func eachLine(text string, change func(n int, line string) string) string {
	var b strings.Builder
	for i, line := range strings.Split(strings.TrimSuffix(text, "\n"), "\n") {
		b.WriteString(change(i+1, line) + "\n")
	}
	return b.String()
}

// before puts a prefix before every line.
func before(prefix string) func(string) string {
	return func(text string) string {
		return eachLine(text, func(_ int, line string) string { return prefix + line })
	}
}

// aroundLines is what mail, terminals, pagers and logs put before and behind
// every line. One that gives "" does not apply to the text.
var aroundLines = map[string]func(string) string{
	"quoted":          before("> "),
	"quoted closely":  before(">"),
	"quoted twice":    before(">> "),
	"indented":        before("    "),
	"bullets":         before("- "),
	"logged":          before("Nov 23 14:09:01 mail cgp[12]: "),
	"logged by date":  before("2026-11-23T14:09:01.123456+00:00 mail cgp[12]: "),
	"timed":           before("Nov 23 14:09:01 "),
	"timed and rated": before("2026-11-23 14:09:01,123 INFO "),
	"printed by cat":  shownByCat,
	"escaped":         escapedAsMarkdown,
	"grep":            grepped,
	"coloured": func(s string) string {
		return eachLine(s, func(_ int, l string) string { return "\x1b[32m" + l + "\x1b[0m" })
	},
	"erased": func(s string) string {
		return eachLine(s, func(_ int, l string) string { return "\x1b[K" + l + "\x1b[?2004l\r" })
	},
	"blanks behind": func(s string) string {
		return eachLine(s, func(_ int, l string) string { return l + "   " })
	},
	"bars behind": func(s string) string {
		return eachLine(s, func(_ int, l string) string { return l + " | |" })
	},
	"numbered": func(s string) string {
		return eachLine(s, func(n int, l string) string { return fmt.Sprintf("%6d\t%s", n, l) })
	},
	"numbered by hand": func(s string) string {
		return eachLine(s, func(n int, l string) string { return fmt.Sprintf("%4d. %s", n, l) })
	},
	"noise between": func(s string) string {
		return eachLine(s, func(_ int, l string) string { return l + "\nlorem ipsum dolor sit amet" })
	},
	"empty lines":    func(s string) string { return eachLine(s, func(_ int, l string) string { return l + "\n" }) },
	"tabs as blanks": func(s string) string { return strings.ReplaceAll(s, "\t", " ") },
	"collapsed":      collapsed,
	"in a list of JSON": func(s string) string {
		if strings.Contains(s, `"`) {
			return ""
		}
		return eachLine(s, func(_ int, l string) string { return `    "` + l + `",` })
	},
	"blanks unbroken": func(s string) string { return strings.ReplaceAll(s, " ", "\u00a0") },
}

// aroundText is what happens to a text as a whole: what stands before and behind
// it, the ends of its lines, its encoding.
var aroundText = map[string]func(string) string{
	"CRLF":             func(s string) string { return strings.ReplaceAll(s, "\n", "\r\n") },
	"prompt before":    func(s string) string { return "root@mail:~# \n" + s },
	"prompt behind":    func(s string) string { return s + "root@mail:~# \n" },
	"words before":     func(s string) string { return "Dear all, please see below.\n\n" + s },
	"words behind":     func(s string) string { return s + "\nThat was all. Thank you!\n" },
	"byte order mark":  func(s string) string { return "\ufeff" + s },
	"UTF-16":           func(s string) string { return wide("\ufeff"+s, false) },
	"UTF-16 twice":     func(s string) string { return wide("\ufeff\ufeff"+s, false) },
	"UTF-16 big ended": func(s string) string { return wide("\ufeff"+s, true) },
	"windows-1251":     func(s string) string { return narrow(s, &windows1251) },
	"CP866":            func(s string) string { return narrow(s, &cp866) },
}

// goingOn are the texts whose lines go on in the next one: what is put before or
// behind a line parts them.
var goingOn = map[string]bool{
	"wrapped": true, "wrapped-beside": true, "quoted-printable": true, "public/mixed/lkml_mime_quoted-printable_sysctl-a_2.6.5_part.txt": true,
}

// collapsed is a text whose runs of blanks became one blank, unless blanks are
// all that tells a name from another.
func collapsed(s string) string {
	if strings.Contains(s, `"MaxUserPort "`) || strings.HasPrefix(s, "DynamicPortRangeStartPort       :") {
		return ""
	}
	return eachLine(s, func(_ int, l string) string { return strings.Join(strings.Fields(l), " ") })
}

// escapedAsMarkdown is a text as Markdown asks for it, "" where it has backslashes
// of its own.
func escapedAsMarkdown(s string) string {
	if strings.Contains(s, `\`) {
		return ""
	}
	return strings.ReplaceAll(s, "_", `\_`)
}

// shownByCat is what cat -A prints of a text, "" where the text is too short to
// tell.
func shownByCat(s string) string {
	if strings.Count(s, "\n") < 3 || strings.Contains(s, "$\n") {
		return ""
	}
	var b strings.Builder
	for _, c := range []byte(strings.TrimSuffix(s, "\n")) {
		if c >= 0x80 {
			b.WriteString("M-")
			c &= 0x7f
		}
		switch {
		case c == '\n':
			b.WriteString("$\n")
		case c < ' ' || c == 0x7f:
			b.WriteString("^" + string(rune(c^0x40)))
		default:
			b.WriteByte(c)
		}
	}
	return b.String() + "$\n"
}

// grepped is what grep shows of a text in a file. It is not asked on Windows.
func grepped(s string) string {
	if strings.Contains(s, `:\`) || strings.Contains(s, "HKEY_") || strings.Contains(s, "Start Port") || strings.Contains(s, "netsh") {
		return ""
	}
	return before("dump.txt:")(s)
}

// wide encodes a text as UTF-16.
func wide(s string, big bool) string {
	var b strings.Builder
	for _, u := range utf16.Encode([]rune(s)) {
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

// narrow encodes a Russian text in a table of one byte a character, "" where
// the text is not Russian or the table has not all of it.
func narrow(s string, table *[128]rune) string {
	letters := 0
	for _, r := range s {
		if r >= 0x80 && !strings.ContainsRune(string(table[:]), r) {
			return ""
		}
		if unicode.Is(unicode.Cyrillic, r) {
			letters++
		}
	}
	if letters < 20 {
		return ""
	}
	return encode(table, s)
}

// TestWhatStandsAroundChangesNothing checks that noise, quoting, decoration and
// encoding change no name, value or scope.
func TestWhatStandsAroundChangesNothing(t *testing.T) {
	forTexts(t, func(t *testing.T, name, text string) {
		want := statements(read(text))
		try := func(what, changed string) {
			d := read(changed)
			checkPlaces(t, d)
			assert.Equal(t, want, statements(d), what)
		}
		for what, change := range aroundText {
			if changed := change(text); changed != "" {
				try(what, changed)
			}
		}
		for what, change := range aroundLines {
			if changed := change(text); changed != "" && !goingOn[name] {
				try(what, changed)
			}
		}
	})
}
