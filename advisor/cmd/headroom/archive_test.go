package main

import (
	"archive/tar"
	"archive/zip"
	"bytes"
	"compress/gzip"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// bundle is what every archive of these tests holds.
var bundle = []struct{ name, text string }{
	{"host/uname.txt", "$ uname -r\n6.1.0-18-amd64\n"},
	{"__MACOSX/host/._uname.txt", "\x00\x05"},
	{"host/sysctl.txt", "$ sysctl -a\nfs.file-max = 4096\n"},
}

func zipped(t *testing.T) string {
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for _, f := range bundle {
		entry, err := w.Create(f.name)
		require.NoError(t, err)
		_, err = entry.Write([]byte(f.text))
		require.NoError(t, err)
	}
	require.NoError(t, w.Close())
	return b.String()
}

func tarred(t *testing.T) string {
	var b bytes.Buffer
	w := tar.NewWriter(&b)
	require.NoError(t, w.WriteHeader(&tar.Header{Typeflag: tar.TypeDir, Name: "host/", Mode: 0o755}))
	for _, f := range bundle {
		require.NoError(t, w.WriteHeader(&tar.Header{Typeflag: tar.TypeReg, Name: f.name, Size: int64(len(f.text)), Mode: 0o644}))
		_, err := w.Write([]byte(f.text))
		require.NoError(t, err)
	}
	require.NoError(t, w.Close())
	return b.String()
}

func gzipped(t *testing.T, text string) string {
	var b bytes.Buffer
	w := gzip.NewWriter(&b)
	_, err := w.Write([]byte(text))
	require.NoError(t, err)
	require.NoError(t, w.Close())
	return b.String()
}

func TestABundleIsOneHost(t *testing.T) {
	dir := t.TempDir()
	for name, text := range map[string]string{
		"b.zip": zipped(t), "b.tar": tarred(t), "b.tar.gz": gzipped(t, tarred(t)), "no-ending": zipped(t),
	} {
		status, stdout, stderr := headroom("", "check", "-format", "json", write(t, dir, name, text))
		assert.Equal(t, exitFix, status, name+stderr)
		a := one(t, stdout)
		assert.Equal(t, []string{"host/uname.txt", "host/sysctl.txt"}, a.Files, name)
		assert.Equal(t, "fix", a.verdict("linux.fs.file-max"), name)
	}
}

func TestABundleMayComeOverAPipe(t *testing.T) {
	status, stdout, _ := headroom(gzipped(t, tarred(t)), "check", "-format", "json")
	assert.Equal(t, exitFix, status)
	assert.Len(t, one(t, stdout).Files, 2)
}

func TestASingleGzippedFileIsItself(t *testing.T) {
	name := write(t, t.TempDir(), "sysctl.txt.gz", gzipped(t, short))
	_, stdout, _ := headroom("", "check", "-format", "json", name)
	assert.Equal(t, []string{name[:len(name)-len(".gz")]}, one(t, stdout).Files)
}

func TestUnpackingHasALimit(t *testing.T) {
	a := archive{left: 10}
	_, err := a.zip([]byte(zipped(t)))
	assert.ErrorIs(t, err, errTooLarge)
	a = archive{left: 10}
	_, err = a.tar([]byte(tarred(t)))
	assert.ErrorIs(t, err, errTooLarge)
}
