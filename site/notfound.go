package site

import (
	"crypto/sha256"
	"encoding/base64"
	"html/template"
	"strings"
)

// A notFoundView is the page for addresses that lead nowhere. A server shows it
// at any of them, so that no relative link to a file would hold: style and
// script stand in the page, allowed by their hashes.
type notFoundView struct {
	Policy string
	Style  template.CSS
	Script template.JS
	Root   string // address of the site, where it is known; else the script finds it
	Start  string // first page of the guide
}

func (c chrome) notFound() notFoundView {
	v := notFoundView{
		Style:  template.CSS(c.assets.files[c.assets.Style]),
		Script: template.JS(c.assets.notFound),
		Root:   c.url,
		Start:  c.guideStart(),
	}
	v.Policy = strings.NewReplacer(
		"style-src 'self'", "style-src "+hashSource(string(v.Style)),
		"script-src 'self'", "script-src "+hashSource(string(v.Script)),
	).Replace(policy(guidePage))
	return v
}

// hashSource is the source of a policy that allows an inline text.
func hashSource(text string) string {
	sum := sha256.Sum256([]byte(text))
	return "'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'"
}
