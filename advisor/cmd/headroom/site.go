package main

import (
	"bytes"
	"io/fs"
	"net/http"
	"path"
	"strconv"
	"strings"
	"time"
)

// A site serves the files of a built site, and nothing else of the machine.
// It answers GET and HEAD, lists no folder, and sends each page's own policy as
// a header too.
type site struct{ cache *fileCache }

func newSite(files fs.FS) http.Handler {
	return &site{&fileCache{files: files, kept: map[string]*servedFile{}}}
}

func (s *site) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	setCommonHeaders(w.Header())
	if r.Method != http.MethodGet && r.Method != http.MethodHead {
		w.Header().Set("Allow", "GET, HEAD")
		plainText(w, http.StatusMethodNotAllowed, "This server only hands out pages.\n")
		return
	}
	name, ok := fileName(r.URL.Path)
	if !ok {
		s.notFound(w, r)
		return
	}
	f, err := s.cache.file(name)
	if err != nil {
		s.notFound(w, r)
		return
	}
	body := s.prepare(w.Header(), r, name, f)
	w.Header().Set("ETag", body.tag)
	if w.Header().Get("Content-Encoding") != "" { // ranges and their conditions are for files as they are
		r.Header.Del("Range")
		r.Header.Del("If-Match")
		w.Header().Set("Content-Length", strconv.Itoa(len(body.content)))
	}
	http.ServeContent(w, r, "", time.Time{}, bytes.NewReader(body.content))
}

// fileName is the file that a request's path means: for a folder its page.
func fileName(requested string) (string, bool) {
	name := strings.TrimPrefix(requested, "/")
	if name == "" || strings.HasSuffix(name, "/") {
		name += "index.html"
	}
	if !fs.ValidPath(name) || strings.ContainsRune(name, '\\') {
		return "", false
	}
	for part := range strings.SplitSeq(name, "/") {
		if strings.HasPrefix(part, ".") {
			return "", false
		}
	}
	return name, true
}

// prepare sets the headers of a file and returns it in the smallest form that
// the client takes.
func (s *site) prepare(h http.Header, r *http.Request, name string, f *servedFile) *servedFile {
	setFileHeaders(h, name, f.policy)
	for _, e := range encodings {
		smaller, err := s.cache.file(name + e.suffix)
		if err != nil {
			continue
		}
		h.Set("Vary", "Accept-Encoding")
		if accepts(r.Header.Get("Accept-Encoding"), e.name) {
			h.Set("Content-Encoding", e.name)
			return smaller
		}
	}
	return f
}

// setFileHeaders says what the file is, what it may do, and how long to keep it.
func setFileHeaders(h http.Header, name, policy string) {
	h.Set("Content-Type", contentType(name))
	h.Set("Content-Security-Policy", policy)
	h.Set("Cache-Control", caching(name))
}

// notFound answers with the site's own page for it, where there is one.
func (s *site) notFound(w http.ResponseWriter, r *http.Request) {
	const name = "404.html"
	f, err := s.cache.file(name)
	if err != nil {
		plainText(w, http.StatusNotFound, "There is no such page here.\n")
		return
	}
	body := s.prepare(w.Header(), r, name, f)
	w.WriteHeader(http.StatusNotFound)
	if r.Method != http.MethodHead {
		w.Write(body.content)
	}
}

func plainText(w http.ResponseWriter, status int, text string) {
	setFileHeaders(w.Header(), "message.txt", strict)
	w.WriteHeader(status)
	w.Write([]byte(text))
}

// encodings are the forms that may stand beside a file, the smallest first.
var encodings = []struct{ name, suffix string }{{"br", ".br"}, {"gzip", ".gz"}}

// accepts reads an Accept-Encoding header as RFC 9110, section 12.5.3 has it,
// without weighing: what is not refused by q=0 is taken.
func accepts(header, encoding string) bool {
	accepted := false
	for entry := range strings.SplitSeq(header, ",") {
		coding, parameter, _ := strings.Cut(entry, ";")
		coding = strings.ToLower(strings.TrimSpace(coding))
		if coding != encoding && coding != "*" {
			continue
		}
		accepted = !refused(parameter)
		if coding == encoding {
			return accepted
		}
	}
	return accepted
}

// refused reports a weight of zero: q=0, q=0.0 and so on.
func refused(parameter string) bool {
	weight, ok := strings.CutPrefix(strings.ReplaceAll(strings.ToLower(parameter), " ", ""), "q=")
	return ok && weight != "" && strings.Trim(weight, "0.") == ""
}

// caching lets a client keep for ever what bears a hash of its content in its
// name, and has it ask again for all else.
func caching(name string) string {
	if strings.HasPrefix(name, "assets/") && hashed(path.Base(name)) {
		return "public, max-age=31536000, immutable"
	}
	return "no-cache"
}

// hashed reports whether the last part of a name before its ending is a hash:
// eight or more hexadecimal digits, or as many capitals and digits.
func hashed(base string) bool {
	stem, _, _ := strings.Cut(base, ".")
	if parts := strings.Split(base, "."); len(parts) > 2 {
		stem = parts[len(parts)-2]
	}
	hash := stem[strings.LastIndexByte(stem, '-')+1:]
	const least, hexadecimal, base32 = 8, "0123456789abcdef", "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"
	return len(hash) >= least && (strings.Trim(hash, hexadecimal) == "" || strings.Trim(hash, base32) == "")
}
