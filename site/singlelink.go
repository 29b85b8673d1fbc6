package site

import (
	"encoding/base64"
	"fmt"
	"net/http"
	"path"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// In the single file the id of a heading, a card or whatever else stands in the
// text of a page is ADDRESS/ID, and a link to it #ADDRESS/ID. The id of a part
// that scripts look for is ADDRESS!ID, until the page is opened.
const (
	anchorMark = "/"
	hookMark   = "!"
)

// idReferences are the attributes that name ids of their page.
var idReferences = map[string]bool{
	"for": true, "form": true, "list": true, "headers": true, "popovertarget": true,
	"aria-labelledby": true, "aria-describedby": true, "aria-controls": true, "aria-owns": true, "aria-details": true,
}

// landmarks are the parts of a page that readers jump to by their names, which
// have to differ where all pages are one document.
var landmarks = map[atom.Atom]bool{atom.Nav: true, atom.Section: true, atom.Form: true, atom.Aside: true}

// titleEnd is what every page's title ends in.
const titleEnd = " · Headroom"

// rewrite gives the ids in a page's main element their page, and makes every
// link and image of the page one within the file.
func (s *single) rewrite(sh *sheet) {
	own := map[string]bool{}
	for _, n := range elements(sh.main) {
		if id := attribute(n, "id"); id != "" {
			own[id] = true
		}
	}
	for _, n := range elements(sh.root) {
		inside := within(n, sh.main)
		for i, a := range n.Attr {
			switch {
			case a.Key == "id" && inside:
				n.Attr[i].Val = s.id(sh, a.Val)
			case idReferences[a.Key] && inside:
				n.Attr[i].Val = s.ids(sh, a.Val, own)
			case a.Key == "aria-label" && inside && landmarks[n.DataAtom]:
				n.Attr[i].Val += ": " + strings.TrimSuffix(sh.title, titleEnd)
			}
		}
		s.refer(sh, n, own)
	}
}

func within(n, ancestor *html.Node) bool {
	for p := n.Parent; p != nil; p = p.Parent {
		if p == ancestor {
			return true
		}
	}
	return false
}

// id is an id of a page as the single file has it.
func (s *single) id(sh *sheet, id string) string {
	mark := hookMark
	if s.anchors[sh.address+"#"+id] {
		mark = anchorMark
	}
	return sh.address + mark + id
}

// ids rewrites a list of ids; those of the frame stay.
func (s *single) ids(sh *sheet, list string, own map[string]bool) string {
	fields := strings.Fields(list)
	for i, id := range fields {
		if own[id] {
			fields[i] = s.id(sh, id)
		}
	}
	return strings.Join(fields, " ")
}

// refer rewrites the one link, image or file that an element refers to.
func (s *single) refer(sh *sheet, n *html.Node, own map[string]bool) {
	key := "src"
	if n.Data == "a" {
		key = "href"
	}
	reference := attribute(n, key)
	if reference == "" || n.Data == "script" || strings.Contains(strings.SplitN(reference, "#", 2)[0], ":") {
		return
	}
	file, anchor, hasAnchor := strings.Cut(reference, "#")
	switch address := sh.resolve(file); {
	case file == "" && own[anchor]:
		setAttribute(n, key, "#"+s.id(sh, anchor))
	case file == "": // in the frame
	case s.addresses[address] && hasAnchor:
		setAttribute(n, key, "#"+s.id(&sheet{address: address}, anchor))
	case s.addresses[address]:
		setAttribute(n, key, "#"+address)
	case s.files[address] != nil && path.Ext(address) != ".html":
		s.enclose(n, key, address)
	default:
		s.problems = append(s.problems, fmt.Errorf("%s: the single file cannot hold %s", sh.address, reference))
	}
}

// enclose puts a file into the attribute that refers to it. One that is linked
// is offered for download, as no page may open such an address.
func (s *single) enclose(n *html.Node, key, name string) {
	kind := map[string]string{".svg": "image/svg+xml", ".png": "image/png"}[path.Ext(name)]
	if kind == "" {
		kind = http.DetectContentType(s.files[name])
	}
	setAttribute(n, key, "data:"+strings.ReplaceAll(kind, " ", "")+";base64,"+base64.StdEncoding.EncodeToString(s.files[name]))
	if key == "href" {
		setAttribute(n, "download", path.Base(name))
	}
}
