package pack

import (
	"bytes"
	"compress/gzip"
	"io"
	"path"
	"runtime"
	"sync"

	"github.com/andybalholm/brotli"
)

// compressible are the endings of files that get smaller; the others are packed
// as they are.
var compressible = map[string]bool{
	".html": true, ".css": true, ".js": true, ".svg": true, ".txt": true, ".xml": true, ".sh": true, ".cmd": true, ".ps1": true,
}

// Compressed returns a copy of each file as brotli and as gzip pack it, under
// its name with .br and .gz behind, where the copy is smaller.
func Compressed(files map[string][]byte) (map[string][]byte, error) {
	copies := map[string][]byte{}
	var (
		mu    sync.Mutex
		wait  sync.WaitGroup
		slots = make(chan struct{}, runtime.NumCPU())
		first error
	)
	for name, content := range files {
		if !compressible[path.Ext(name)] {
			continue
		}
		for suffix, open := range writers {
			wait.Go(func() {
				slots <- struct{}{}
				defer func() { <-slots }()
				small, err := squeeze(content, open)
				mu.Lock()
				defer mu.Unlock()
				if err != nil && first == nil {
					first = err
				}
				if err == nil && len(small) < len(content) {
					copies[name+suffix] = small
				}
			})
		}
	}
	wait.Wait()
	return copies, first
}

var writers = map[string]func(io.Writer) (io.WriteCloser, error){
	".br": func(w io.Writer) (io.WriteCloser, error) {
		return brotli.NewWriterLevel(w, brotli.BestCompression), nil
	},
	".gz": func(w io.Writer) (io.WriteCloser, error) { return gzip.NewWriterLevel(w, gzip.BestCompression) },
}

func squeeze(content []byte, open func(io.Writer) (io.WriteCloser, error)) ([]byte, error) {
	var out bytes.Buffer
	w, err := open(&out)
	if err != nil {
		return nil, err
	}
	if _, err := w.Write(content); err != nil {
		return nil, err
	}
	err = w.Close()
	return out.Bytes(), err
}

// Gzipped is the size in bytes of content as gzip -9 packs it.
func Gzipped(content []byte) (int, error) {
	small, err := squeeze(content, writers[".gz"])
	return len(small), err
}
