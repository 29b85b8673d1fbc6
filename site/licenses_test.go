package site_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"headroom/site"
)

// Whoever gets the pages gets the licences of all that is compiled into them, word
// for word: in a file beside them, and within the single file.
func TestLicensesOfWhatThePagesHold(t *testing.T) {
	list := exec.Command("go", "list", "-deps", "-f", "{{with .Module}}{{.Dir}}{{end}}", "headroom/wasm")
	list.Env = append(os.Environ(), "GOOS=js", "GOARCH=wasm")
	folders, err := list.Output()
	require.NoError(t, err)
	modules := strings.Fields(string(folders))
	require.NotEmpty(t, modules)
	files, err := build(pages())
	require.NoError(t, err)
	single, err := site.Single(files)
	require.NoError(t, err)
	seen := map[string]bool{}
	for _, folder := range modules {
		if seen[folder] {
			continue
		}
		seen[folder] = true
		license, err := os.ReadFile(filepath.Join(folder, "LICENSE"))
		require.NoError(t, err)
		assert.Contains(t, string(files[site.LicensesName]), strings.TrimSpace(string(license)), folder)
		assert.Contains(t, string(single), strings.TrimSpace(string(license)), folder)
	}
	assert.Contains(t, string(single), "Copyright 2009 The Go Authors.")
}
