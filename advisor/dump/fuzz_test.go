package dump

import (
	"flag"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/require"
	"golang.org/x/tools/txtar"
)

// FuzzRead checks that Read takes every input, that every place it gives lies
// within the text, and that on lines without decoration Raw is what stands
// there.
func FuzzRead(f *testing.F) {
	files, err := filepath.Glob("testdata/*.txtar")
	require.NoError(f, err)
	for _, file := range files {
		archive, err := txtar.ParseFile(file)
		require.NoError(f, err)
		f.Add(archive.Files[0].Data)
	}
	for _, r := range readers {
		f.Add([]byte(r.example))
	}
	for _, c := range cleaners {
		f.Add([]byte(c.reads))
	}
	for _, d := range decorations {
		f.Add([]byte(d.reads))
	}
	f.Fuzz(func(t *testing.T, text []byte) {
		d := Read([]File{{Text: text}}, "")
		checkPlaces(t, d)
		checkRaw(t, d)
	})
}

var fuzzed = flag.String("reader", "", "the one reader that FuzzReader is about")

// FuzzReader gives a text to one reader alone, which then sees lines that others
// take from it otherwise. Which one is part of the input, unless -reader names it.
func FuzzReader(f *testing.F) {
	one := slices.DeleteFunc(slices.Clone(readers), func(r reader) bool { return *fuzzed != "" && r.name != *fuzzed })
	require.NotEmpty(f, one, "no reader is called %s", *fuzzed)
	for i, r := range one {
		f.Add(uint8(i), r.example)
		f.Add(uint8(i), "$ x\n"+r.example+"\n"+r.example)
	}
	f.Fuzz(func(t *testing.T, which uint8, text string) {
		i := int(which) % len(one)
		d := readWith(one[i:i+1], []File{{Text: []byte(text)}}, "")
		checkPlaces(t, d)
		checkRaw(t, d)
	})
}

// FuzzDecode checks that text comes out of any bytes, that UTF-8 stays as it is,
// and that what UTF-16 can hold comes back from it.
func FuzzDecode(f *testing.F) {
	for _, seed := range []string{"", "fs.file-max = 1", "\xff\xfea\x00", "\xfe\xff\x00a", "\xff\xfe\xff\xfe", "M\x00a\x00x\x00U\x00", "\xef\xbb\xbfa", "\x8f\xae\xab\xad", "\xcf\xee\xeb\xed", "M\xe9moire", "п\xd0", "\ufeff\U0001F600"} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, raw []byte) {
		text := decode(raw)
		require.True(t, utf8.ValidString(text), "%q", text)
		for _, big := range []bool{false, true} {
			plain := strings.TrimLeft(text, "\ufeff")
			require.Equal(t, plain, decode([]byte(wide("\ufeff"+plain, big))))
		}
		if _, ok := decodeUTF16(raw); !ok && utf8.Valid(raw) {
			require.Equal(t, strings.TrimLeft(string(raw), "\ufeff"), text)
		}
	})
}

// FuzzClean checks that each byte of a cleaned line has a place in the line as
// given, in its order, and that a plain line loses nothing but blanks.
func FuzzClean(f *testing.F) {
	for _, c := range cleaners {
		f.Add(c.reads)
	}
	for _, d := range decorations {
		f.Add(d.reads)
	}
	f.Fuzz(func(t *testing.T, given string) {
		if !utf8.ValidString(given) || strings.Contains(given, "\n") {
			return
		}
		l := cleaned(given)
		last := 1
		for i := range len(l.text) {
			n, column := l.position(i)
			require.Equal(t, 1, n)
			require.GreaterOrEqual(t, column, last, "%q", given)
			require.LessOrEqual(t, column, utf8.RuneCountInString(given), "%q", given)
			last = column
		}
		if plainASCII(given) {
			require.Equal(t, strings.Trim(given, " \t"), l.text)
		}
	})
}

// FuzzNumber checks that values come out as plain decimals or as no limit, and
// that a figure in a unit is never less than the figure.
func FuzzNumber(f *testing.F) {
	for _, seed := range []string{"18446744073709551615", "9223372036854775807", "8192", "8MB", "-1", "infinity", "1:30:00", "0x1e", "017", "8.7Gi", "3,8G", "512b", ":", "0x", "08"} {
		f.Add(seed, uint16(1024))
	}
	f.Fuzz(func(t *testing.T, s string, unit uint16) {
		if value, ok := limitValue(s, uint64(unit)); ok && value != Unlimited {
			n, isNumber := number(value)
			require.True(t, isNumber, "%q gives %q", s, value)
			require.Equal(t, value, decimal(n))
			if figure, plain := number(s); plain && unit > 0 {
				require.GreaterOrEqual(t, n, figure)
			}
		}
		for _, read := range []func(string) (string, bool){cNumber, clock, func(s string) (string, bool) { return size(s, 1) }} {
			if value, ok := read(s); ok {
				n, isNumber := number(value)
				require.True(t, isNumber, "%q gives %q", s, value)
				require.Equal(t, value, decimal(n))
			}
		}
		roundSize(s)
	})
}

// checkRaw checks that Raw stands at its column, on lines of plain ASCII.
func checkRaw(t *testing.T, d *Dump) {
	t.Helper()
	for _, s := range d.Settings {
		given := d.Line(s.File, s.Line)
		if !plainASCII(given) || s.Column-1+len(s.Raw) > len(strings.TrimRight(given, " \t")) {
			continue // decorated, or going on in the next line
		}
		require.Equal(t, s.Raw, given[s.Column-1:s.Column-1+len(s.Raw)], "%q", given)
	}
}

// plainASCII reports whether no step of cleaning changes a line.
func plainASCII(s string) bool {
	if strings.HasSuffix(s, "$") {
		return false // cat -A may have printed it
	}
	for i := range len(s) {
		if doubtful[s[i]] || s[i] == '=' && i+1 < len(s) && (s[i+1] == '3' || s[i+1] == '0') {
			return false
		}
	}
	return true
}
