package site

import (
	"errors"
	"fmt"
	"io/fs"
	"strings"
)

// orderFile lists the pages: one a line, without .md, under section headings,
// which are the lines that end in a colon.
const orderFile = "order.txt"

// indexPage is the text on the advisor's page. It stands in no section.
const indexPage = "index"

// A section is a heading of the sidebar and the pages below it.
type section struct {
	Title string
	Pages []string // names without .md: guide/linux
}

// readOrder reads the list of pages and checks it against the pages there are.
func readOrder(content fs.FS) ([]section, error) {
	text, err := fs.ReadFile(content, orderFile)
	if err != nil {
		return nil, err
	}
	var sections []section
	listed := map[string]bool{}
	var problems []error
	for i, line := range strings.Split(string(text), "\n") {
		line = strings.TrimSpace(line)
		title, isHeading := strings.CutSuffix(line, ":")
		switch {
		case line == "":
		case isHeading:
			sections = append(sections, section{Title: title})
		default:
			problem := checkEntry(content, line, len(sections) > 0, listed)
			if problem != "" {
				problems = append(problems, fmt.Errorf("%s:%d: %s", orderFile, i+1, problem))
				continue
			}
			listed[line] = true
			last := &sections[len(sections)-1]
			last.Pages = append(last.Pages, line)
		}
	}
	problems = append(problems, unlisted(content, listed)...)
	return sections, errors.Join(problems...)
}

// checkEntry says what is wrong with a page of the list, or nothing.
func checkEntry(content fs.FS, name string, underHeading bool, listed map[string]bool) string {
	if !underHeading {
		return fmt.Sprintf("%s stands before the first heading", name)
	}
	if listed[name] {
		return fmt.Sprintf("%s is listed twice", name)
	}
	if _, err := fs.Stat(content, name+".md"); err != nil {
		return fmt.Sprintf("no file %s.md", name)
	}
	return ""
}

// unlisted finds the pages that the list leaves out.
func unlisted(content fs.FS, listed map[string]bool) []error {
	var problems []error
	err := fs.WalkDir(content, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		page, isPage := strings.CutSuffix(name, ".md")
		if isPage && !d.IsDir() && page != indexPage && !listed[page] {
			problems = append(problems, fmt.Errorf("%s:1: the page is missing in %s", name, orderFile))
		}
		return nil
	})
	if err != nil {
		problems = append(problems, err)
	}
	return problems
}
