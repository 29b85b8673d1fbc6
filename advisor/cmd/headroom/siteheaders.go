package main

import (
	"html"
	"net/http"
	"path"
	"strings"
)

// strict is the policy of everything that is not a page: it may do nothing.
const strict = "default-src 'none'; frame-ancestors 'none'"

func setCommonHeaders(h http.Header) {
	h.Set("X-Content-Type-Options", "nosniff")
	h.Set("Referrer-Policy", "no-referrer")
	h.Set("Cross-Origin-Opener-Policy", "same-origin")
	h.Set("Cross-Origin-Resource-Policy", "same-origin")
}

// types are the content types by ending. The machine's own table is not asked,
// so that every machine answers alike.
var types = map[string]string{
	".css":         "text/css; charset=utf-8",
	".gif":         "image/gif",
	".gz":          "application/gzip",
	".html":        "text/html; charset=utf-8",
	".ico":         "image/x-icon",
	".jpg":         "image/jpeg",
	".js":          "text/javascript; charset=utf-8",
	".json":        "application/json",
	".map":         "application/json",
	".md":          "text/markdown; charset=utf-8",
	".png":         "image/png",
	".sh":          "text/plain; charset=utf-8",
	".svg":         "image/svg+xml",
	".txt":         "text/plain; charset=utf-8",
	".wasm":        "application/wasm",
	".webmanifest": "application/manifest+json",
	".webp":        "image/webp",
	".woff2":       "font/woff2",
	".xml":         "application/xml",
	".zip":         "application/zip",
}

func contentType(name string) string {
	if t, ok := types[strings.ToLower(path.Ext(name))]; ok {
		return t
	}
	if path.Base(name) == "SHA256SUMS" {
		return types[".txt"]
	}
	return "application/octet-stream"
}

// policy is the Content-Security-Policy of a file: a page's own, with what
// only a header can say, and the strict one for all else.
func policy(name string, content []byte) string {
	if path.Ext(name) != ".html" {
		return strict
	}
	own := pagePolicy(content)
	if own == "" {
		return strict
	}
	return own + "; frame-ancestors 'none'"
}

// headMost bounds the part of a page in which its policy is looked for: it
// stands first in the head.
const headMost = 16 << 10

// pagePolicy returns what a page's meta element asks for, without the last
// semicolon.
func pagePolicy(content []byte) string {
	head := string(content[:min(len(content), headMost)])
	for rest := head; ; {
		_, after, found := strings.Cut(rest, "<meta")
		if !found {
			return ""
		}
		tag, next, found := strings.Cut(after, ">")
		if !found {
			return ""
		}
		if strings.EqualFold(attribute(tag, "http-equiv"), "Content-Security-Policy") {
			fields := strings.Join(strings.Fields(attribute(tag, "content")), " ")
			return strings.TrimRight(fields, "; ")
		}
		rest = next
	}
}

// attribute returns the value of an attribute inside a tag, or "". A value
// with a > in it is not looked for: no policy has one.
func attribute(tag, name string) string {
	for rest := tag; ; {
		i := strings.Index(rest, name+"=")
		if i < 0 {
			return ""
		}
		value := rest[i+len(name)+1:]
		if i == 0 || !strings.ContainsRune(" \t\r\n", rune(rest[i-1])) || value == "" {
			rest = value
			continue
		}
		return attributeValue(value)
	}
}

func attributeValue(s string) string {
	if quote := s[0]; quote == '"' || quote == '\'' {
		value, _, _ := strings.Cut(s[1:], string(quote))
		return html.UnescapeString(value)
	}
	value, _, _ := strings.Cut(s, " ")
	return html.UnescapeString(strings.TrimSuffix(value, "/"))
}
