// Command site builds the website: it reads the folder content, compiles the
// advisor for the browser, and writes what package site makes of them.
//
//	go run ./site/cmd/site -o dist            the pages, and headroom.html
//	go run ./site/cmd/site -o dist -release   the offline bundle, checksums and smaller copies, too
package main

import (
	"flag"
	"fmt"
	"maps"
	"os"
	"runtime/debug"
	"strings"

	"headroom/advisor/rule"
	"headroom/scripts/collect"
	"headroom/site"
	"headroom/site/gowasm"
	"headroom/site/pack"
)

func main() {
	out := flag.String("o", "dist", "write the site to this `folder`; whatever else an earlier one left there goes")
	content := flag.String("content", "content", "read the pages from this `folder`")
	url := flag.String("url", "", "the `address` where the site will stand, for a sitemap and canonical links")
	program := flag.String("program", "headroom/wasm", "compile this `package` for the browser as the advisor")
	release := flag.Bool("release", false, "add the offline bundle, checksums, and a .br and .gz beside each file")
	flag.Parse()
	debug.SetGCPercent(pack.GCPercent)
	if flag.NArg() > 0 {
		flag.Usage()
		os.Exit(2)
	}
	if err := run(*content, *out, *url, *program, *release); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func run(content, out, url, program string, release bool) error {
	wasm, err := gowasm.Build(".", program)
	if err != nil {
		return err
	}
	exec, err := gowasm.Exec()
	if err != nil {
		return err
	}
	scripts, err := collect.Files()
	if err != nil {
		return err
	}
	files, err := site.Build(site.Input{
		Content: os.DirFS(content),
		Rules:   rule.Catalogue,
		Program: site.Program{Wasm: wasm, Exec: exec},
		Collect: scripts,
		URL:     withSlash(url),
	})
	if err != nil {
		return err
	}
	if files[site.SingleName], err = site.Single(files); err != nil {
		return err
	}
	if release {
		if err := add(files); err != nil {
			return err
		}
	}
	return pack.Write(out, files)
}

// add adds what is handed on, and prints how large it is.
func add(files map[string][]byte) error {
	bundle, err := pack.Zip(files)
	if err != nil {
		return err
	}
	copies, err := pack.Compressed(files)
	if err != nil {
		return err
	}
	zipped, err := pack.Gzipped(files[site.SingleName])
	if err != nil {
		return err
	}
	maps.Copy(files, copies)
	files[pack.Folder+".zip"] = bundle
	files[pack.SumsName] = pack.Sums(files)
	fmt.Printf("%-20s %8d bytes, %d gzipped\n%-20s %8d bytes\n", site.SingleName, len(files[site.SingleName]), zipped, pack.Folder+".zip", len(bundle))
	return nil
}

// withSlash ends an address with a slash, so that names can follow.
func withSlash(url string) string {
	if url == "" || strings.HasSuffix(url, "/") {
		return url
	}
	return url + "/"
}
