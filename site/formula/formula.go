// Package formula shows a formula of the planner in a Markdown page. A line of
// its own
//
//	::formula plan.pop3-sessions pop-users=100000
//
// becomes the equation, what its inputs are, the example of that plan worked
// out by the planner itself, and what the result asks of the reader.
package formula

import (
	_ "embed"
	"fmt"
	"html/template"
	"io"
	"slices"
	"strings"

	"github.com/yuin/goldmark"

	"headroom/advisor/capacity"
	"headroom/site/directive"
)

//go:embed formula.html
var source string

var markup = template.Must(template.New("formula").Parse(source))

// Extension returns the goldmark extension for formulas. An unknown formula,
// and a plan that is wrong or leaves an input open, are errors of rendering;
// they name the line in page, a file.
func Extension(page string) goldmark.Extender {
	return directive.Extension("formula", func(w io.Writer, arguments string, line int) error {
		v, err := newView(arguments)
		if err != nil {
			return fmt.Errorf("%s:%d: %w", page, line, err)
		}
		return markup.Execute(w, v)
	})
}

// A view is a formula, worked out for an example, as its block words it.
type view struct {
	capacity.Result
	Inputs []input
	Given  string // "pop-users = 100,000"
}

// An input is a name in the equation, and what it stands for.
type input struct{ Name, Meaning string }

// newView takes an ID and a plan: "plan.webuser webuser-sessions=3000".
func newView(arguments string) (*view, error) {
	id, text, _ := strings.Cut(arguments, " ")
	formula := slices.IndexFunc(capacity.Formulas, func(f capacity.Formula) bool { return f.ID == id })
	if formula < 0 {
		return nil, fmt.Errorf("no formula %q", id)
	}
	plan, err := capacity.ParsePlan(text)
	if err != nil {
		return nil, err
	}
	results, asked := capacity.Results(plan)
	at := slices.IndexFunc(results, func(r capacity.Result) bool { return r.ID == id })
	if at < 0 {
		return nil, fmt.Errorf("the example of %s needs more: %s", id, strings.Join(asked, ", "))
	}
	v := &view{Result: results[at], Given: given(text, results[at].Defaults)}
	for _, name := range capacity.Formulas[formula].Inputs() {
		if key := capacity.LookupKey(name); key != nil && strings.Contains(v.Equation, name) {
			v.Inputs = append(v.Inputs, input{name, key.Meaning})
		}
	}
	v.Equation, v.Working = spaced(v.Equation), spaced(v.Working)
	return v, nil
}

// given is the plan as a list, with the defaults that the example takes.
func given(plan string, defaults []string) string {
	list := strings.NewReplacer("=", " = ", ",", ", ").Replace(plan)
	if len(defaults) > 0 {
		list += "; by default " + strings.Join(defaults, ", ")
	}
	return grouped(list)
}

// spaced sets a formula with signs as people write them.
func spaced(text string) string {
	return grouped(strings.NewReplacer(" x ", " × ", " - ", " − ").Replace(text))
}

// grouped sets a comma between the thousands of every whole number of five
// digits and more; the digits behind a point stay together.
func grouped(text string) string {
	const least = 5
	var out strings.Builder
	for len(text) > 0 {
		begin := strings.IndexFunc(text, isDigit)
		if begin < 0 {
			break
		}
		end := begin + len(text[begin:]) - len(strings.TrimLeftFunc(text[begin:], isDigit))
		out.WriteString(text[:begin])
		digits := text[begin:end]
		if len(digits) < least || begin > 0 && text[begin-1] == '.' {
			out.WriteString(digits)
		} else {
			out.WriteString(thousands(digits))
		}
		text = text[end:]
	}
	return out.String() + text
}

func isDigit(r rune) bool { return '0' <= r && r <= '9' }

func thousands(digits string) string {
	const size = 3
	head := len(digits) % size
	groups := []string{}
	if head > 0 {
		groups = append(groups, digits[:head])
	}
	for i := head; i < len(digits); i += size {
		groups = append(groups, digits[i:i+size])
	}
	return strings.Join(groups, ",")
}
