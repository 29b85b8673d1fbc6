package pack

import (
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
)

// GCPercent is for a program that builds a site and ends: memory that nobody
// else needs is cheaper than looking for what is left of it.
const GCPercent = 400

// Write makes the files the folder's content. It refuses a folder that holds
// something else than a site. What stays is written over, not made anew: a
// server misses no page meanwhile, and the disk has a fraction of the work.
func Write(folder string, files map[string][]byte) error {
	if err := clean(folder, files); err != nil {
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
		if err := writeOver(full, files[name]); err != nil {
			return err
		}
	}
	return nil
}

// writeOver is os.WriteFile, but cuts what is too much after writing and not
// before: a file of no length loses its place on the disk.
func writeOver(name string, content []byte) error {
	f, err := os.OpenFile(name, os.O_WRONLY|os.O_CREATE, 0o644)
	if err != nil {
		return err
	}
	_, err = f.Write(content)
	return errors.Join(err, f.Truncate(int64(len(content))), f.Close())
}

// clean takes out of the folder what was built before and is not among the files.
func clean(folder string, files map[string][]byte) error {
	entries, err := os.ReadDir(folder)
	if os.IsNotExist(err) || err == nil && len(entries) == 0 {
		return nil
	}
	if err != nil {
		return err
	}
	if _, err := os.Stat(filepath.Join(folder, "index.html")); err != nil {
		return fmt.Errorf("%s holds files but no site: left as it is", folder)
	}
	other, err := foreign(folder, files)
	if err != nil {
		return err
	}
	if other != "" {
		return fmt.Errorf("%s holds %s, which is no part of a site: left as it is", folder, other)
	}
	kept := map[string]bool{".": true}
	for name := range files {
		for ; !kept[path.Dir(name)]; name = path.Dir(name) {
			kept[path.Dir(name)] = true
		}
	}
	return fs.WalkDir(os.DirFS(folder), ".", func(name string, entry fs.DirEntry, err error) error {
		_, stays := files[name]
		if err != nil || stays && entry.Type().IsRegular() || kept[name] && entry.IsDir() {
			return err
		}
		if hidden(name) {
			return skip(entry)
		}
		if err := os.RemoveAll(filepath.Join(folder, filepath.FromSlash(name))); err != nil {
			return err
		}
		return skip(entry)
	})
}

func skip(entry fs.DirEntry) error {
	if entry.IsDir() {
		return fs.SkipDir
	}
	return nil
}

// hidden reports whether a name is that of something beside a site, such as .git.
func hidden(name string) bool { return strings.HasPrefix(name, ".") }

// foreign is a file in the site's folder of a kind that no build leaves there.
func foreign(folder string, files map[string][]byte) (found string, err error) {
	kinds := map[string]bool{}
	for _, kind := range []string{".html", ".css", ".js", ".br", ".gz", ".zip", ".sh", ".cmd", ".ps1"} {
		kinds[kind] = true
	}
	for name := range files {
		kinds[path.Ext(name)] = true
	}
	err = fs.WalkDir(os.DirFS(folder), ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if name != "." && hidden(name) {
			return skip(entry)
		}
		if !entry.IsDir() && !kinds[path.Ext(name)] && name != "SHA256SUMS" {
			found = name
			return fs.SkipAll
		}
		return nil
	})
	return found, err
}
