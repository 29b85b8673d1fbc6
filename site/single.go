package site

import (
	"bytes"
	"errors"
	"fmt"
	"path"
	"slices"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// Single makes one self-contained file of a built site: the frame that all
// pages share, and each page as a section in it. In a browser the script
// single.js makes of this document the page that its address names; without
// scripts the sections are read one after another.
//
//	files ─► sheets ─► ids and links with their page before them ─► one document
//
// The error joins what the pages have that one file cannot hold.
func Single(files map[string][]byte) ([]byte, error) {
	s := &single{files: files, addresses: map[string]bool{}, anchors: map[string]bool{}}
	sheets, err := s.read()
	if err != nil {
		return nil, err
	}
	for _, sh := range sheets {
		s.rewrite(sh)
	}
	document, err := s.join(sheets)
	if err := errors.Join(append(s.problems, err)...); err != nil {
		return nil, err
	}
	document.AppendChild(&html.Node{Type: html.CommentNode, Data: "\n" + string(files[LicensesName])})
	var out bytes.Buffer
	if err := html.Render(&out, document); err != nil {
		return nil, err
	}
	out.WriteByte('\n')
	return out.Bytes(), nil
}

// SingleName is the file's name in the site.
const SingleName = "headroom.html"

// indexAddress is the page that opens first.
const indexAddress = indexPage + ".html"

// A single is a file in the making.
type single struct {
	files     map[string][]byte
	addresses map[string]bool // of the pages it holds
	anchors   map[string]bool // ids that links lead to, as PAGE#ID
	problems  []error
}

// A sheet is a page on its way to being a section.
type sheet struct {
	address string // guide/linux.html
	root    *html.Node
	main    *html.Node
	title   string
	styles  []string // the style sheets it loads, as names of the site
	first   []string // the scripts that run before it is drawn
	script  string   // the one that runs when it is there
}

// read parses the index and every page that it links to, in that order.
func (s *single) read() ([]*sheet, error) {
	index, err := s.parse(indexAddress)
	if err != nil {
		return nil, err
	}
	sheets := []*sheet{index}
	s.addresses[indexAddress] = true
	for _, link := range elements(index.root, atom.A) {
		address, _, _ := strings.Cut(attribute(link, "href"), "#")
		if path.Ext(address) != ".html" || s.addresses[address] || s.files[address] == nil {
			continue
		}
		s.addresses[address] = true
		sh, err := s.parse(address)
		if err != nil {
			return nil, err
		}
		sheets = append(sheets, sh)
	}
	for _, sh := range sheets {
		s.findAnchors(sh)
	}
	return sheets, nil
}

// parse reads a page and what its head asks for.
func (s *single) parse(address string) (*sheet, error) {
	root, err := html.ParseWithOptions(bytes.NewReader(s.files[address]), html.ParseOptionEnableScripting(false))
	if err != nil {
		return nil, err
	}
	sh := &sheet{address: address, root: root}
	for _, n := range elements(root, atom.Main, atom.Title, atom.Link, atom.Script) {
		switch {
		case n.DataAtom == atom.Main:
			sh.main = n
		case n.DataAtom == atom.Title && sh.title == "":
			sh.title = n.FirstChild.Data
		case n.DataAtom == atom.Link && attribute(n, "rel") == "stylesheet":
			sh.styles = append(sh.styles, sh.resolve(attribute(n, "href")))
		case n.DataAtom == atom.Script && hasAttribute(n, "defer"):
			sh.script = sh.resolve(attribute(n, "src"))
		case n.DataAtom == atom.Script:
			sh.first = append(sh.first, sh.resolve(attribute(n, "src")))
		}
	}
	if sh.main == nil {
		return nil, fmt.Errorf("%s has no main element", address)
	}
	return sh, nil
}

// resolve is the site's name of a file that the page refers to.
func (sh *sheet) resolve(reference string) string {
	return path.Join(path.Dir(sh.address), reference)
}

// findAnchors notes the ids that have a name of their own in the single file,
// because they stand in the text or a link leads to them.
func (s *single) findAnchors(sh *sheet) {
	for _, article := range elements(sh.root, atom.Article) {
		for _, n := range elements(article) {
			if id := attribute(n, "id"); id != "" {
				s.anchors[sh.address+"#"+id] = true
			}
		}
	}
}

// elements lists the elements below a node in the order of the text: those of
// the given kinds, or all.
func elements(n *html.Node, kinds ...atom.Atom) []*html.Node {
	var found []*html.Node
	for d := range n.Descendants() {
		if d.Type == html.ElementNode && (len(kinds) == 0 || slices.Contains(kinds, d.DataAtom)) {
			found = append(found, d)
		}
	}
	return found
}

// attribute is the value of an element's attribute, "" where it has none.
func attribute(n *html.Node, name string) string {
	for _, a := range n.Attr {
		if a.Key == name {
			return a.Val
		}
	}
	return ""
}

func hasAttribute(n *html.Node, name string) bool {
	return slices.ContainsFunc(n.Attr, func(a html.Attribute) bool { return a.Key == name })
}

func setAttribute(n *html.Node, name, value string) {
	removeAttribute(n, name)
	n.Attr = append(n.Attr, html.Attribute{Key: name, Val: value})
}

func removeAttribute(n *html.Node, name string) {
	n.Attr = slices.DeleteFunc(n.Attr, func(a html.Attribute) bool { return a.Key == name })
}
