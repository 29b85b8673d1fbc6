// Package rulecard places rules in a Markdown page. A line of its own
//
//	::rule linux.fs.file-max
//
// becomes the card of that rule: why, what can go wrong, what is asked, how to
// see and set it. After a check the page's script adds what was found.
package rulecard

import (
	_ "embed"
	"html/template"
	"io"

	"github.com/yuin/goldmark"

	"headroom/advisor/rule"
	"headroom/site/directive"
)

//go:embed card.html
var cardSource string

var card = template.Must(template.New("card").Parse(cardSource))

// Extension returns the goldmark extension for cards. lookup is called once a
// card with the ID and the 1-based line it stands on; its error ends the
// rendering of the page.
func Extension(lookup func(id string, line int) (*rule.Rule, error)) goldmark.Extender {
	return directive.Extension("rule", func(w io.Writer, id string, line int) error {
		r, err := lookup(id, line)
		if err != nil {
			return err
		}
		return card.Execute(w, newView(r))
	})
}
