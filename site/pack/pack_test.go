package pack

import (
	"archive/zip"
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/andybalholm/brotli"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func files() map[string][]byte {
	return map[string][]byte{
		"index.html":               []byte(strings.Repeat("<p>text</p>", 100)),
		"guide/linux.html":         []byte("<p>x"),
		"collect/collect-linux.sh": []byte("uname -a\n"),
		"assets/picture.png":       []byte(strings.Repeat("x", 100)),
	}
}

// The bundle holds every file with its bytes, and the checksums in it are right.
func TestZip(t *testing.T) {
	packed, err := Zip(files())
	require.NoError(t, err)
	archive, err := zip.NewReader(bytes.NewReader(packed), int64(len(packed)))
	require.NoError(t, err)
	got := map[string][]byte{}
	for _, f := range archive.File {
		r, err := f.Open()
		require.NoError(t, err)
		content, err := io.ReadAll(r)
		require.NoError(t, err)
		name, inside := strings.CutPrefix(f.Name, Folder+"/")
		assert.True(t, inside, f.Name)
		got[name] = content
		assert.Equal(t, strings.HasSuffix(name, ".sh"), f.Mode()&0o100 != 0, name)
	}
	for name, content := range files() {
		assert.Equal(t, content, got[name], name)
	}
	assert.Contains(t, string(got["README.txt"]), "headroom.html")
	require.Len(t, got, len(files())+2)
	for line := range strings.Lines(string(got[SumsName])) {
		sum, name, _ := strings.Cut(strings.TrimSpace(line), "  ")
		assert.Equal(t, fmt.Sprintf("%x", sha256.Sum256(got[name])), sum, name)
	}
	assert.Equal(t, len(files())+1, strings.Count(string(got[SumsName]), "\n"))
}

func TestZipIsTheSameEachTime(t *testing.T) {
	first, err := Zip(files())
	require.NoError(t, err)
	for range 5 {
		again, err := Zip(files())
		require.NoError(t, err)
		assert.Equal(t, first, again)
	}
}

// A copy unpacks to its file, and stands only where it is smaller.
func TestCompressed(t *testing.T) {
	copies, err := Compressed(files())
	require.NoError(t, err)
	require.Len(t, copies, 2)
	zipped, err := gzip.NewReader(bytes.NewReader(copies["index.html.gz"]))
	require.NoError(t, err)
	content, err := io.ReadAll(zipped)
	require.NoError(t, err)
	assert.Equal(t, files()["index.html"], content)
	content, err = io.ReadAll(brotli.NewReader(bytes.NewReader(copies["index.html.br"])))
	require.NoError(t, err)
	assert.Equal(t, files()["index.html"], content)
	size, err := Gzipped(files()["index.html"])
	require.NoError(t, err)
	assert.Equal(t, len(copies["index.html.gz"]), size)
}

// The folder holds what was written last and nothing else; one that is no site
// is left alone.
func TestWrite(t *testing.T) {
	folder, outside := t.TempDir(), filepath.Join(t.TempDir(), "outside.html")
	require.NoError(t, os.WriteFile(outside, []byte("not of the site"), 0o644))
	at := func(name string) string { return filepath.Join(folder, filepath.FromSlash(name)) }
	require.NoError(t, Write(folder, map[string][]byte{
		"index.html": []byte("a longer old page"), "guide/a.html": []byte("a"), "guide/b.html": []byte("b"),
		"old/deep/c.html": []byte("c"), "becomes-folder": []byte("d"), "becomes-file/e.html": []byte("e"),
	}))
	require.NoError(t, os.Symlink(outside, at("link.html")))

	files := map[string][]byte{
		"index.html": []byte("new"), "guide/b.html": []byte("longer than it was"), "guide/new/f.html": []byte("f"),
		"becomes-folder/d.html": []byte("d"), "becomes-file": []byte("e"), "link.html": []byte("a page now"),
	}
	require.NoError(t, Write(folder, files))
	held := map[string][]byte{}
	require.NoError(t, filepath.WalkDir(folder, func(name string, entry os.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		name, err = filepath.Rel(folder, name)
		require.NoError(t, err)
		held[filepath.ToSlash(name)], err = os.ReadFile(at(name))
		return err
	}))
	assert.Equal(t, files, held)
	assert.NoDirExists(t, at("old"))
	text, err := os.ReadFile(outside)
	require.NoError(t, err)
	assert.Equal(t, "not of the site", string(text))

	require.NoError(t, os.Mkdir(at(".git"), 0o755))
	require.NoError(t, os.WriteFile(at(".git/config"), nil, 0o644))
	require.NoError(t, Write(folder, files))
	assert.FileExists(t, at(".git/config"), "what is hidden is not of the site")
	require.NoError(t, os.WriteFile(at("guide/main.go"), nil, 0o644))
	assert.ErrorContains(t, Write(folder, files), "guide/main.go, which is no part of a site")
	assert.FileExists(t, at("guide/main.go"))

	other := t.TempDir()
	require.NoError(t, os.WriteFile(filepath.Join(other, "thesis.txt"), []byte("mine"), 0o644))
	assert.ErrorContains(t, Write(other, nil), "left as it is")
	assert.FileExists(t, filepath.Join(other, "thesis.txt"))
}
