// Package collect holds the scripts that print a server's limits, one for each
// system, for the guide's pages and the offline bundle. A script is handed on
// alone, so each one is whole.
package collect

import (
	"bytes"
	"embed"
	"path"
)

//go:embed *.sh *.cmd *.ps1
var scripts embed.FS

// Files returns the scripts by name, with the line ends of the system each is
// for.
func Files() (map[string][]byte, error) {
	entries, err := scripts.ReadDir(".")
	if err != nil {
		return nil, err
	}
	files := map[string][]byte{}
	for _, e := range entries {
		content, err := scripts.ReadFile(e.Name())
		if err != nil {
			return nil, err
		}
		if path.Ext(e.Name()) != ".sh" {
			content = bytes.ReplaceAll(content, []byte("\n"), []byte("\r\n"))
		}
		files[e.Name()] = content
	}
	return files, nil
}
