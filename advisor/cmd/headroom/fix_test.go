package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"headroom/advisor/remedy"
)

func TestFixPrintsEachFileAfterItsPath(t *testing.T) {
	status, stdout, stderr := headroom(short, "fix")
	assert.Equal(t, exitFix, status, stderr)
	assert.True(t, strings.HasPrefix(stdout, "==> /etc/sysctl.d/90-communigate.conf <==\n"), stdout)
	assert.Contains(t, stdout, "\nfs.file-max = 131072\n")
}

func TestFixIsSilentWhereNothingIsToFix(t *testing.T) {
	status, stdout, stderr := headroom(good, "fix")
	assert.Equal(t, exitOK, status)
	assert.Empty(t, stdout)
	assert.Empty(t, stderr)
}

// What fix prints, put behind the dump, leaves nothing to fix.
func TestFixClosesWhatItFound(t *testing.T) {
	_, files, _ := headroom(short, "fix")
	status, stdout, _ := headroom(short+files, "check")
	assert.Equal(t, exitOK, status, stdout)
}

func TestFixWritesBelowAFolder(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "new")
	status, stdout, stderr := headroom(short, "fix", "-dir", dir)
	assert.Equal(t, exitFix, status, stderr)
	path := filepath.Join(dir, "etc", "sysctl.d", "90-communigate.conf")
	assert.Equal(t, path+"\n", stdout)
	text, err := os.ReadFile(path)
	require.NoError(t, err)
	assert.Contains(t, string(text), "fs.file-max = 131072\n")
}

func TestFixWritesNowhereElse(t *testing.T) {
	top := t.TempDir()
	dir := filepath.Join(top, "in")
	files := []remedy.File{{Path: "/../../out.conf", Content: "x\n", Instead: -1}}
	require.NoError(t, writeFiles(dir, files, &strings.Builder{}))
	assert.FileExists(t, filepath.Join(dir, "out.conf"))
	assert.NoFileExists(t, filepath.Join(top, "out.conf"))

	require.NoError(t, os.Symlink(top, filepath.Join(dir, "etc")))
	files[0].Path = "/etc/escape.conf"
	assert.Error(t, writeFiles(dir, files, &strings.Builder{}))
	assert.NoFileExists(t, filepath.Join(top, "escape.conf"))
}

func TestAlternativesAreNotPrinted(t *testing.T) {
	all := []remedy.File{{Path: "a", Instead: -1}, {Path: "b", Instead: 0}}
	assert.Equal(t, all[:1], chosen(all))
}
