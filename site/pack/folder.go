package pack

import (
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
)

// GCPercent is for a program that builds a site and ends: memory that nobody
// else needs is cheaper than looking for what is left of it.
const GCPercent = 400

// Write replaces a folder's content with the files. It refuses a folder that
// holds something else than a site.
func Write(folder string, files map[string][]byte) error {
	if err := empty(folder); err != nil {
		return err
	}
	made := ""
	for _, name := range slices.Sorted(maps.Keys(files)) { // folder by folder
		full := filepath.Join(folder, filepath.FromSlash(name))
		if dir := filepath.Dir(full); dir != made {
			if err := os.MkdirAll(dir, 0o755); err != nil {
				return err
			}
			made = dir
		}
		if err := os.WriteFile(full, files[name], 0o644); err != nil {
			return err
		}
	}
	return nil
}

// empty takes a site built before out of the folder.
func empty(folder string) error {
	entries, err := os.ReadDir(folder)
	if os.IsNotExist(err) || err == nil && len(entries) == 0 {
		return nil
	}
	if err != nil {
		return err
	}
	if _, err := os.Stat(filepath.Join(folder, "index.html")); err != nil {
		return fmt.Errorf("%s holds files but no site: not emptied", folder)
	}
	// The folder stays, as a server may hold it open, and so does the page by
	// which it is known until it is written anew.
	for _, entry := range entries {
		if entry.Name() == "index.html" {
			continue
		}
		if err := os.RemoveAll(filepath.Join(folder, entry.Name())); err != nil {
			return err
		}
	}
	return nil
}
