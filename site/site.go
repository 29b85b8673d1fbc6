// Package site makes the website: the guide's pages from Markdown, the
// advisor's page, and the files they load.
//
//	content ─► pages ─► checked links ─► HTML
//	scripts, style sheet, WASM ─► assets with a hash in their names
//
// Build is a function of an fs.FS and touches no disk. Whatever is wrong in
// the content stops it, with file and line.
package site

import (
	_ "embed"
	"errors"
	"io/fs"
	"maps"
	"sync"

	"headroom/advisor/rule"
)

// LicensesName is the file with the licences of all that the site holds.
const LicensesName = "LICENSES.txt"

//go:embed licenses.txt
var licenses []byte

// An Input is everything a site is made from.
type Input struct {
	Content fs.FS       // Markdown pages, the images they show, and order.txt
	Rules   []rule.Rule // the catalogue; each rule stands on exactly one page
	Program Program
	Collect map[string][]byte // scripts that print a server's limits, by name; pages link to them as collect/NAME
	URL     string            // where the site will stand, for search engines; empty where that is not known
}

// A Program is the advisor as a browser runs it.
type Program struct {
	Wasm []byte // package wasm, compiled for js/wasm
	Exec []byte // wasm_exec.js of the compiler that built Wasm
}

// Build returns the site's files by their slash-separated names below the
// root. The error joins everything that is wrong with the content.
func Build(in Input) (map[string][]byte, error) {
	order, err := readOrder(in.Content)
	if err != nil {
		return nil, err
	}
	pages, assets, err := read(in, order)
	if err != nil {
		return nil, err
	}
	if err := assets.addIndex(pages); err != nil {
		return nil, err
	}
	bars, err := makeSidebars(order, pages)
	if err != nil {
		return nil, err
	}
	out := assets.files
	chrome := chrome{order: order, pages: pages, bars: bars, assets: assets, url: in.URL}
	html, err := chrome.render(in.Rules)
	if err != nil {
		return nil, err
	}
	if in.URL != "" {
		if out["sitemap.xml"], err = sitemap(in.URL, pages); err != nil {
			return nil, err
		}
	}
	out[LicensesName] = licenses
	for name, script := range in.Collect {
		out["collect/"+name] = script
	}
	err = checkLinks(pages, html, out)
	maps.Copy(out, html)
	return out, err
}

// read reads the pages while it makes the assets.
func read(in Input, order []section) (pages []*page, a assets, err error) {
	var problem error
	var group sync.WaitGroup
	group.Go(func() { a, problem = makeAssets(in.Program) })
	pages, err = readPages(in, order)
	group.Wait()
	return pages, a, errors.Join(err, problem)
}
