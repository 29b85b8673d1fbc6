// Package pack makes of a built site what is handed on: the folder, the offline bundle,
// the list of checksums, and smaller copies for a server. Equal files give
// equal bytes, whatever the day and the machine.
package pack

import (
	"archive/zip"
	"bytes"
	"compress/flate"
	"crypto/sha256"
	_ "embed"
	"fmt"
	"io"
	"maps"
	"path"
	"slices"
	"time"
)

// Folder is what everything in the bundle stands in.
const Folder = "headroom-guide"

// SumsName is the file with the checksums, in the site and in the bundle.
const SumsName = "SHA256SUMS"

//go:embed README.txt
var readme []byte

// Zip returns the offline bundle: the files of the site, README.txt, and the
// checksums of them all. The error is that of writing the archive.
func Zip(files map[string][]byte) ([]byte, error) {
	all := maps.Clone(files)
	all["README.txt"] = readme
	all[SumsName] = Sums(all)
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	w.RegisterCompressor(zip.Deflate, func(out io.Writer) (io.WriteCloser, error) {
		return flate.NewWriter(out, flate.BestCompression)
	})
	for _, name := range slices.Sorted(maps.Keys(all)) {
		header := &zip.FileHeader{Name: Folder + "/" + name, Method: zip.Deflate, Modified: time.Date(1980, 1, 1, 0, 0, 0, 0, time.UTC)}
		header.SetMode(0o644)
		if path.Ext(name) == ".sh" {
			header.SetMode(0o755)
		}
		f, err := w.CreateHeader(header)
		if err != nil {
			return nil, err
		}
		if _, err := f.Write(all[name]); err != nil {
			return nil, err
		}
	}
	err := w.Close()
	return out.Bytes(), err
}

// Sums lists the files' SHA-256 by name, in the form that sha256sum -c reads.
func Sums(files map[string][]byte) []byte {
	var out bytes.Buffer
	for _, name := range slices.Sorted(maps.Keys(files)) {
		fmt.Fprintf(&out, "%x  %s\n", sha256.Sum256(files[name]), name)
	}
	return out.Bytes()
}
