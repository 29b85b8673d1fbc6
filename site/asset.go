package site

import (
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"embed"
	"encoding/base64"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"path"
	"slices"

	"headroom/site/search"
)

//go:embed script sample
var scripts embed.FS

//go:embed style
var styles embed.FS

// Assets are the files that pages load, and the names they got.
type assets struct {
	files map[string][]byte
	// Names below the root, each with the hash of its content.
	Style, AdvisorStyle, Theme, Guide, Advisor, Planner, Search string
	Payload                                                     []string // in parts
	// notFound is the script of the page that stands anywhere.
	notFound []byte
}

// makeAssets bundles scripts and style sheets and packs the advisor.
func makeAssets(p Program) (assets, error) {
	a := assets{files: map[string][]byte{}}
	for _, s := range []struct {
		sheet string
		name  *string
	}{{"site.css", &a.Style}, {"advisor.css", &a.AdvisorStyle}} {
		text, err := styles.ReadFile("style/" + s.sheet)
		if err != nil {
			return a, err
		}
		style, err := minifyStyle(string(text))
		if err != nil {
			return a, err
		}
		*s.name = a.add(s.sheet, style)
	}
	code, err := bundle(map[string][]byte{"wasm_exec.js": p.Exec}, "theme.js", "guide.js", "advisor.js", "planner.js", "notfound.js", "worker.js")
	if err != nil {
		return a, err
	}
	for _, s := range []struct {
		entry string
		name  *string
	}{{"theme.js", &a.Theme}, {"guide.js", &a.Guide}, {"advisor.js", &a.Advisor}, {"planner.js", &a.Planner}} {
		*s.name = a.add(s.entry, code[s.entry])
	}
	payload, err := packPayload(p.Wasm, code["worker.js"])
	if err != nil {
		return a, err
	}
	for _, part := range payload {
		a.Payload = append(a.Payload, a.add("payload.js", part))
	}
	a.notFound = code["notfound.js"]
	return a, nil
}

// addIndex packs the words of the pages for the search.
func (a *assets) addIndex(pages []*page) error {
	var indexed []search.Page
	for _, p := range pages {
		indexed = append(indexed, search.Page{Address: p.Address(), Title: p.Title, HTML: string(p.Body)})
	}
	script, err := search.Script(indexed)
	if err != nil {
		return err
	}
	a.Search = a.add("search.js", script)
	return nil
}

// add keeps a file under a name that changes with its content.
func (a *assets) add(name string, content []byte) string {
	sum := sha256.Sum256(content)
	ext := path.Ext(name)
	full := "assets/" + name[:len(name)-len(ext)] + "." + hex.EncodeToString(sum[:5]) + ext
	a.files[full] = content
	return full
}

// payloadPart is how much of the program one script carries. A browser reads a
// script in one go: of all of it, the page would stand still.
const payloadPart = 192 << 10 // bytes, a multiple of 3: no character of base64 spans two parts

// packPayload makes the scripts that carry the advisor, for http and file://
// alike: the gzipped program in base64, and in the first part the worker's
// source as a string.
func packPayload(wasm, worker []byte) ([][]byte, error) {
	var zipped bytes.Buffer
	w, err := gzip.NewWriterLevel(&zipped, gzip.BestCompression)
	if err != nil {
		return nil, err
	}
	if _, err := w.Write(wasm); err != nil {
		return nil, err
	}
	if err := w.Close(); err != nil {
		return nil, err
	}
	var scripts [][]byte
	for part := range slices.Chunk(zipped.Bytes(), payloadPart) {
		data := struct {
			Worker string `json:"worker,omitempty"`
			Wasm   string `json:"wasm"`
		}{Wasm: base64.StdEncoding.EncodeToString(part)}
		if len(scripts) == 0 {
			data.Worker = string(worker)
		}
		object, err := json.Marshal(data)
		if err != nil {
			return nil, err
		}
		scripts = append(scripts, fmt.Appendf(nil, "globalThis.headroomPayload%d=%s;\n", len(scripts), object))
	}
	return scripts, nil
}
