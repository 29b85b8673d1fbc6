package dump

import (
	"path/filepath"
	"strings"
	"testing"

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
	for i := range len(s) {
		if doubtful[s[i]] || s[i] == '=' && i+1 < len(s) && (s[i+1] == '3' || s[i+1] == '0') {
			return false
		}
	}
	return true
}
