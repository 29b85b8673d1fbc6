package dump

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/tools/txtar"
)

var update = flag.Bool("update", false, "rewrite what the cases in testdata expect")

// TestCases reads the part "dump" of every case and compares what is found with
// the other parts: "settings", and where a case has them "host" and "unread".
func TestCases(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txtar")
	require.NoError(t, err)
	require.NotEmpty(t, files)
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) {
			archive, err := txtar.ParseFile(file)
			require.NoError(t, err)
			require.Equal(t, "dump", archive.Files[0].Name)
			require.NotEmpty(t, archive.Comment, "a case says why it exists")
			d := Read([]File{{Text: archive.Files[0].Data}}, "")
			for i := 1; i < len(archive.Files); i++ {
				part := &archive.Files[i]
				got := shown(d, part.Name)
				if *update {
					part.Data = []byte(got)
					continue
				}
				assert.Equal(t, string(part.Data), got, part.Name)
			}
			if *update {
				require.NoError(t, os.WriteFile(file, txtar.Format(archive), 0o644))
			}
		})
	}
}

// shown prints one side of a dump as cases write it.
func shown(d *Dump, part string) string {
	var b strings.Builder
	switch part {
	case "settings":
		for _, s := range d.Settings {
			fmt.Fprintf(&b, "%d:%d %s = %s %s%s\n", s.Line, s.Column, s.Name, s.Value, s.Scope, owned(s))
		}
	case "host":
		h := d.Host
		fmt.Fprintf(&b, "os %s, release %q, product %q, arch %q, cpus %d, memory %d, swap %d %t, lines %v\n", h.OS, h.Release, h.Product, h.Arch, h.CPUs, h.MemoryBytes, h.SwapBytes, h.SwapKnown, h.Evidence)
	case "unread":
		for _, u := range d.Unread {
			fmt.Fprintf(&b, "%d: %s\n", u.Line, u.Near)
		}
	case "notice":
		b.WriteString(d.Notice + "\n")
	}
	return b.String()
}

// owned prints whose a setting is, which file sets it, and its session.
func owned(s Setting) string {
	text := ""
	if s.Owner != "" {
		text += " of " + s.Owner
	}
	if s.Path != "" {
		text += " in " + s.Path
	}
	if s.Session != 0 {
		text += fmt.Sprintf(" session %d", s.Session)
	}
	return text
}

// facts is what must not change whatever stands around a text.
func statements(d *Dump) []string {
	var all []string
	for _, s := range d.Settings {
		all = append(all, fmt.Sprintf("%s = %s %s", s.Name, s.Value, s.Scope))
	}
	return all
}

// checkPlaces checks that every place lies within the text, and that every line
// is counted at most once.
func checkPlaces(t *testing.T, d *Dump) {
	t.Helper()
	for _, s := range d.Settings {
		given := d.Line(s.File, s.Line)
		require.LessOrEqual(t, s.Line, d.Lines(s.File))
		require.Positive(t, s.Line)
		require.Positive(t, s.Column)
		require.LessOrEqual(t, s.Column, len([]rune(given))+1, "%q", given)
		require.NotEmpty(t, s.Name)
		require.NotEmpty(t, s.Value)
		require.NotEmpty(t, s.Scope)
		require.NotEmpty(t, s.Source)
	}
	for _, u := range d.Unread {
		require.LessOrEqual(t, u.Line, d.Lines(u.File))
		require.Equal(t, u.Text, d.Line(u.File, u.Line))
	}
	require.LessOrEqual(t, d.Understood, d.Total)
	require.GreaterOrEqual(t, d.Understood, 0)
	for _, p := range d.Parts {
		require.LessOrEqual(t, p.From, p.To)
		require.LessOrEqual(t, p.To, d.Lines(p.File))
	}
}
