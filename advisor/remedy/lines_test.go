package remedy_test

import (
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/tools/txtar"

	"headroom/advisor/remedy"
)

// Of the files of every case, each rule that a file closes finds its own lines
// in it, and no comment among them.
func TestEachRuleFindsItsLines(t *testing.T) {
	archives, err := filepath.Glob("testdata/*.txtar")
	require.NoError(t, err)
	looked := 0
	for _, name := range archives {
		archive, err := txtar.ParseFile(name)
		require.NoError(t, err)
		for _, part := range archive.Files {
			if !strings.HasSuffix(part.Name, "/dump") {
				continue
			}
			for _, f := range files(t, string(part.Data), "") {
				for _, id := range f.Rules {
					looked++
					lines := f.Lines(id)
					assert.NotEmpty(t, lines, "%s %s: %s\n%s", part.Name, f.Path, id, f.Content)
					for _, l := range lines {
						assert.NotContains(t, l, id+": ")
					}
				}
			}
		}
	}
	assert.Greater(t, looked, 20)
}

func TestLinesOfOneRule(t *testing.T) {
	f := remedy.File{Content: "# Head\n# a.one: One\n# a.two: Two\nx = 1\n# a.three: Three\n[key]\r\n\"v\"=2\r\n\ny = 5\n"}
	assert.Equal(t, []string{"x = 1"}, f.Lines("a.one"))
	assert.Equal(t, []string{"x = 1"}, f.Lines("a.two"))
	assert.Equal(t, []string{"[key]", `"v"=2`}, f.Lines("a.three"))
	assert.Empty(t, f.Lines("a.four"))
}
