package dump

import (
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"golang.org/x/tools/txtar"
)

// corpus is the folder of labelled samples, which stands beside the repository
// on the machines of its makers. Without it the cases in testdata do.
const corpus = "../../../shared/corpus"

// forTexts calls check for the dump of every case, and for every sample of the
// corpus where that is present, with its text decoded. Under WASM, which runs
// them some five times slower, the cases do.
func forTexts(t *testing.T, check func(t *testing.T, name, text string)) {
	t.Helper()
	files, err := filepath.Glob("testdata/*.txtar")
	require.NoError(t, err)
	for _, file := range files {
		archive, err := txtar.ParseFile(file)
		require.NoError(t, err)
		name := strings.TrimSuffix(filepath.Base(file), ".txtar")
		t.Run(name, func(t *testing.T) { check(t, name, string(archive.Files[0].Data)) })
	}
	if _, err := os.Stat(corpus); err != nil || runtime.GOOS == "js" {
		t.Logf("%d cases, without the corpus", len(files))
		return
	}
	samples := os.DirFS(corpus)
	require.NoError(t, fs.WalkDir(samples, ".", func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() || !strings.Contains(path, "/") {
			return err
		}
		raw, err := fs.ReadFile(samples, path)
		t.Run(path, func(t *testing.T) { check(t, path, decode(raw)) })
		return err
	}))
}

// read reads one text.
func read(text string) *Dump { return Read([]File{{Text: []byte(text)}}, "") }
