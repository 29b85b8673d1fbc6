package main

import (
	"archive/tar"
	"archive/zip"
	"bytes"
	"compress/gzip"
	"errors"
	"io"
	"path"
	"strings"

	"headroom/advisor/dump"
)

// unpackMost bounds what an archive may unpack to, in bytes.
const unpackMost = 256 << 20

var errTooLarge = errors.New("it unpacks to more than 256 MiB")

// unpack returns the files of a zip or tar archive, gzipped or not, and any
// other file as it is.
func unpack(file dump.File) ([]dump.File, error) {
	a := archive{left: unpackMost}
	switch {
	case bytes.HasPrefix(file.Text, []byte("PK\x03\x04")), bytes.HasPrefix(file.Text, []byte("PK\x05\x06")):
		return a.zip(file.Text)
	case bytes.HasPrefix(file.Text, []byte{0x1f, 0x8b}):
		return a.gzip(file)
	case isTar(file.Text):
		return a.tar(file.Text)
	}
	return []dump.File{file}, nil
}

// isTar looks for the mark that every tar header since POSIX.1 carries.
func isTar(text []byte) bool {
	const at = 257
	return len(text) > at && bytes.HasPrefix(text[at:], []byte("ustar"))
}

// An archive counts what may still be unpacked.
type archive struct{ left int64 }

func (a *archive) read(r io.Reader) ([]byte, error) {
	text, err := io.ReadAll(io.LimitReader(r, a.left+1))
	if err != nil {
		return nil, err
	}
	if a.left -= int64(len(text)); a.left < 0 {
		return nil, errTooLarge
	}
	return text, nil
}

func (a *archive) gzip(file dump.File) ([]dump.File, error) {
	r, err := gzip.NewReader(bytes.NewReader(file.Text))
	if err != nil {
		return nil, err
	}
	text, err := a.read(r)
	if err != nil {
		return nil, err
	}
	if isTar(text) {
		a.left += int64(len(text)) // its files are counted as they are read
		return a.tar(text)
	}
	return []dump.File{{Name: strings.TrimSuffix(file.Name, ".gz"), Text: text}}, nil
}

func (a *archive) tar(text []byte) ([]dump.File, error) {
	var files []dump.File
	r := tar.NewReader(bytes.NewReader(text))
	for {
		header, err := r.Next()
		if err == io.EOF {
			return files, nil
		}
		if err != nil {
			return nil, err
		}
		if header.Typeflag != tar.TypeReg || hidden(header.Name) {
			continue
		}
		content, err := a.read(r)
		if err != nil {
			return nil, err
		}
		files = append(files, dump.File{Name: header.Name, Text: content})
	}
}

func (a *archive) zip(text []byte) ([]dump.File, error) {
	r, err := zip.NewReader(bytes.NewReader(text), int64(len(text)))
	if err != nil {
		return nil, err
	}
	var files []dump.File
	for _, entry := range r.File {
		if !entry.Mode().IsRegular() || hidden(entry.Name) {
			continue
		}
		content, err := a.readEntry(entry)
		if err != nil {
			return nil, err
		}
		files = append(files, dump.File{Name: entry.Name, Text: content})
	}
	return files, nil
}

func (a *archive) readEntry(entry *zip.File) ([]byte, error) {
	r, err := entry.Open()
	if err != nil {
		return nil, err
	}
	defer r.Close()
	return a.read(r)
}

// hidden reports what macOS adds to archives beside the files themselves.
func hidden(name string) bool {
	return strings.HasPrefix(name, "__MACOSX/") || strings.HasPrefix(path.Base(name), "._")
}
