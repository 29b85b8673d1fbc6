package main

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io/fs"
	"sync"
	"time"
)

// A servedFile is a file as it is sent.
type servedFile struct {
	content  []byte
	tag      string // its entity tag, with quotes
	policy   string
	size     int64
	modified time.Time
}

// A fileCache keeps what was read of a built site, until the file changes.
// There are no more entries than the site has files.
type fileCache struct {
	files fs.FS
	mu    sync.RWMutex
	kept  map[string]*servedFile
}

// file returns a file of the site; a folder is an error.
func (c *fileCache) file(name string) (*servedFile, error) {
	info, err := fs.Stat(c.files, name)
	if err != nil {
		return nil, err
	}
	if !info.Mode().IsRegular() {
		return nil, fmt.Errorf("%s is no file", name)
	}
	c.mu.RLock()
	f := c.kept[name]
	c.mu.RUnlock()
	if f != nil && f.size == info.Size() && f.modified.Equal(info.ModTime()) {
		return f, nil
	}
	content, err := fs.ReadFile(c.files, name)
	if err != nil {
		return nil, err
	}
	sum := sha256.Sum256(content)
	f = &servedFile{content, `"` + hex.EncodeToString(sum[:16]) + `"`, policy(name, content), info.Size(), info.ModTime()}
	c.mu.Lock()
	c.kept[name] = f
	c.mu.Unlock()
	return f, nil
}
