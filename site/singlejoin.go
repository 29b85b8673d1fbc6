package site

import (
	"encoding/json"
	"fmt"
	"maps"
	"path"
	"regexp"
	"slices"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// A sectionData is what single.js needs to know to make the document that page.
type sectionData struct {
	Title   string            `json:"title"`
	Root    map[string]string `json:"root"` // attributes of the elements html, body and main
	Body    map[string]string `json:"body"`
	Main    map[string]string `json:"main"`
	Framed  bool              `json:"framed"`  // main stands in an element together with the sidebar
	Current map[int]string    `json:"current"` // aria-current of the frame's links, by their number
	Styles  []int             `json:"styles"`  // numbers of the style elements it uses
	Script  int               `json:"script"`  // number of its script
}

// join makes the document: the head of the index, the frame of a page of the
// guide, and the sections in its main element.
func (s *single) join(sheets []*sheet) (*html.Node, error) {
	shell := sheets[0]
	for _, sh := range sheets {
		if sh.main.Parent.DataAtom != atom.Body {
			shell = sh
			break
		}
	}
	styles, scripts := used(sheets)
	var sections []*html.Node
	for _, sh := range sheets {
		if err := sameFrame(shell, sh); err != nil {
			return nil, err
		}
		data, err := json.Marshal(sh.data(styles, scripts))
		if err != nil {
			return nil, err
		}
		section := element("section", "class", "page", "id", sh.address, "data-page", string(data))
		move(section, sh.main)
		sections = append(sections, section)
	}
	for _, link := range frameLinks(shell) {
		removeAttribute(link, "aria-current")
	}
	shell.main.Attr = []html.Attribute{{Key: "id", Val: "main"}}
	for _, section := range sections {
		shell.main.AppendChild(section)
	}
	return shell.root, s.complete(shell, sheets[0], styles, scripts)
}

// used lists the style sheets and the scripts of all pages, each once.
func used(sheets []*sheet) (styles, scripts []string) {
	for _, sh := range sheets {
		for _, name := range sh.styles {
			if !slices.Contains(styles, name) {
				styles = append(styles, name)
			}
		}
		if !slices.Contains(scripts, sh.script) {
			scripts = append(scripts, sh.script)
		}
	}
	return styles, scripts
}

// sameFrame makes sure that what stands around a page's main element is the
// same as in the shell, but for what is current.
func sameFrame(shell, sh *sheet) error {
	want, got := frameLinks(shell), frameLinks(sh)
	if len(want) != len(got) {
		return fmt.Errorf("%s has %d links around its main element, %s has %d", sh.address, len(got), shell.address, len(want))
	}
	for i := range want {
		if attribute(want[i], "href") != attribute(got[i], "href") {
			return fmt.Errorf("%s links to %s where %s links to %s", sh.address, attribute(got[i], "href"), shell.address, attribute(want[i], "href"))
		}
	}
	return nil
}

// frameLinks are the links outside of a page's main element.
func frameLinks(sh *sheet) []*html.Node {
	return slices.DeleteFunc(elements(sh.root, atom.A), func(n *html.Node) bool { return within(n, sh.main) })
}

// data describes a page to the script.
func (sh *sheet) data(styles, scripts []string) sectionData {
	d := sectionData{
		Title: sh.title, Framed: sh.main.Parent.DataAtom != atom.Body, Script: slices.Index(scripts, sh.script),
		Root: attributes(elements(sh.root, atom.Html)[0]), Body: attributes(elements(sh.root, atom.Body)[0]),
		Main: attributes(sh.main), Current: map[int]string{},
	}
	for i, link := range frameLinks(sh) {
		if current := attribute(link, "aria-current"); current != "" {
			d.Current[i] = current
		}
	}
	for _, name := range sh.styles {
		d.Styles = append(d.Styles, slices.Index(styles, name))
	}
	return d
}

func attributes(n *html.Node) map[string]string {
	all := map[string]string{}
	for _, a := range n.Attr {
		all[a.Key] = a.Val
	}
	return all
}

// element makes an element; attributes are names and values in turn.
func element(kind string, attributes ...string) *html.Node {
	n := &html.Node{Type: html.ElementNode, Data: kind, DataAtom: atom.Lookup([]byte(kind))}
	for i := 0; i < len(attributes); i += 2 {
		setAttribute(n, attributes[i], attributes[i+1])
	}
	return n
}

// move takes an element's children over to another.
func move(to, from *html.Node) {
	for from.FirstChild != nil {
		child := from.FirstChild
		from.RemoveChild(child)
		to.AppendChild(child)
	}
}

// complete puts styles, scripts, the program and the policy into the document.
// The data stand before the scripts, so that they are there when these run.
func (s *single) complete(shell, index *sheet, styles, scripts []string) error {
	head, body := elements(shell.root, atom.Head)[0], elements(shell.root, atom.Body)[0]
	body.Attr = nil
	policies := singlePolicy{}
	for head.FirstChild != nil {
		head.RemoveChild(head.FirstChild)
	}
	for _, n := range elements(index.root, atom.Meta, atom.Title) {
		n.Parent.RemoveChild(n)
		head.AppendChild(n)
	}
	head.AppendChild(element("link", "rel", "icon", "href", "data:,"))
	first, err := s.text(index.first...)
	if err != nil {
		return err
	}
	head.AppendChild(policies.script(first))
	for _, name := range styles {
		text, err := s.text(name)
		if err != nil {
			return err
		}
		head.AppendChild(policies.style(text))
	}
	head.AppendChild(policies.style(singleStyle))
	for _, inert := range s.data() {
		body.AppendChild(inert)
	}
	last, err := s.scripts(scripts)
	if err != nil {
		return err
	}
	body.AppendChild(policies.script(last))
	for _, n := range elements(head, atom.Meta) {
		if strings.EqualFold(attribute(n, "http-equiv"), "Content-Security-Policy") {
			setAttribute(n, "content", policies.String())
		}
	}
	return nil
}

// text joins files of the site.
func (s *single) text(names ...string) (string, error) {
	var all []byte
	for _, name := range names {
		content, ok := s.files[name]
		if !ok {
			return "", fmt.Errorf("the site has no %s", name)
		}
		all = append(all, content...)
	}
	return string(all), nil
}

// scripts is the last script: those of the pages as functions, then the one
// that opens the page of the address and calls its function.
func (s *single) scripts(names []string) (string, error) {
	text := "globalThis.headroomScripts=["
	for _, name := range names {
		code, err := s.text(name)
		if err != nil {
			return "", err
		}
		text += "function(){" + code + "},"
	}
	code, err := bundle(nil, "single.js")
	return text + "];" + string(code["single.js"]), err
}

// dataScript is a script that only gives an object a name.
var dataScript = regexp.MustCompile(`(?s)^globalThis\.(\w+)=(\{.*\});?\n?$`)

// data are the objects of the site's data scripts, as text that no browser
// runs: the program, and the index of the guide.
func (s *single) data() []*html.Node {
	var all []*html.Node
	for _, name := range slices.Sorted(maps.Keys(s.files)) {
		match := dataScript.FindSubmatch(s.files[name])
		if path.Ext(name) != ".js" || match == nil {
			continue
		}
		inert := element("script", "type", "application/octet-stream", "id", string(match[1]))
		inert.AppendChild(&html.Node{Type: html.TextNode, Data: string(match[2])})
		all = append(all, inert)
	}
	return all
}

// singleStyle shows no section before the page of the address is opened; where
// no script runs, all of them, one below the other.
const singleStyle = `main>.page{display:block;padding-bottom:4rem}main:has(>.page){display:block!important}@media(scripting:enabled){main>.page{display:none}}`

// A singlePolicy collects what the single file's policy allows.
type singlePolicy struct{ styles, scriptHashes []string }

func (p *singlePolicy) style(text string) *html.Node {
	p.styles = append(p.styles, hashSource(text))
	return inline("style", text)
}

func (p *singlePolicy) script(text string) *html.Node {
	p.scriptHashes = append(p.scriptHashes, hashSource(text))
	return inline("script", text)
}

func inline(kind, text string) *html.Node {
	n := element(kind)
	n.AppendChild(&html.Node{Type: html.TextNode, Data: text})
	return n
}

// String is the policy: nothing from anywhere, not even from where the file
// came from.
func (p *singlePolicy) String() string {
	return strings.Join([]string{
		"default-src 'none'", "base-uri 'none'", "form-action 'none'", "connect-src 'none'", "img-src data:",
		"style-src " + strings.Join(p.styles, " "), "script-src " + strings.Join(p.scriptHashes, " ") + " 'wasm-unsafe-eval'", "worker-src blob:",
		"require-trusted-types-for 'script'", "trusted-types headroom",
	}, "; ")
}
