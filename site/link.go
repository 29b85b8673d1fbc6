package site

import (
	"bytes"
	"errors"
	"fmt"
	"iter"
	"maps"
	"path"
	"slices"
	"strings"

	"headroom/site/parallel"
)

// checkLinks follows every link of every page to the file and the anchor it
// names.
func checkLinks(pages []*page, html, files map[string][]byte) error {
	check := linkChecker{files: files, anchors: map[string]map[string]bool{}}
	names := slices.Sorted(maps.Keys(html))
	anchors, err := parallel.Map(names, func(name string) (map[string]bool, error) { return anchorsOf(name, html[name]) })
	problems := []error{err}
	for i, name := range names {
		check.anchors[name] = anchors[i]
	}
	for _, p := range pages {
		for _, l := range p.links {
			if problem := check.follow(p, l); problem != "" {
				problems = append(problems, fmt.Errorf("%s:%d: %s", p.File(), l.line, problem))
			}
		}
	}
	return errors.Join(problems...)
}

// anchorsOf are the ids of a page, none of which may be there twice.
func anchorsOf(name string, page []byte) (anchors map[string]bool, err error) {
	anchors = map[string]bool{}
	for id := range ids(page) {
		if anchors[id] {
			err = errors.Join(err, fmt.Errorf("%s: the page's frame has the anchor %q, too: choose another", name, id))
		}
		anchors[id] = true
	}
	return anchors, err
}

// ids yields the ids of a page.
func ids(page []byte) iter.Seq[string] {
	return func(yield func(string) bool) {
		for {
			_, rest, found := bytes.Cut(page, []byte(` id="`))
			if !found {
				return
			}
			id, after, _ := bytes.Cut(rest, []byte(`"`))
			if !yield(string(id)) {
				return
			}
			page = after
		}
	}
}

type linkChecker struct {
	files   map[string][]byte          // that are no pages
	anchors map[string]map[string]bool // ids of each HTML file
}

// follow says what is wrong with a link, or nothing.
func (c *linkChecker) follow(p *page, l link) string {
	file, anchor, _ := strings.Cut(l.target, "#")
	name := p.Address()
	if file != "" {
		name = path.Join(path.Dir(name), file)
	}
	if name == SingleName || c.files[name] != nil {
		return ""
	}
	anchors, ok := c.anchors[name]
	if !ok {
		return fmt.Sprintf("dead link: no page %s", name)
	}
	if anchor != "" && !anchors[anchor] {
		return fmt.Sprintf("dead link: %s has no anchor #%s", name, anchor)
	}
	return ""
}
