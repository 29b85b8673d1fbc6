package code

import (
	"errors"
	"fmt"
	"strconv"
	"strings"

	"headroom/advisor/rule"
)

// fill puts figures in the places that a line holds for them, and returns the
// IDs of their rules. A place is {{ID}}, or {{ID FORM}} for another form than
// the guide's bare figure.
func fill(line string, rules []rule.Rule) (filled string, ids []string, err error) {
	var out strings.Builder
	for {
		before, rest, found := strings.Cut(line, "{{")
		place, after, closed := strings.Cut(rest, "}}")
		if !found || !closed {
			out.WriteString(line)
			return out.String(), ids, nil
		}
		id, form, _ := strings.Cut(place, " ")
		figure, err := figureOf(id, form, rules)
		if err != nil {
			return "", nil, fmt.Errorf("{{%s}}: %w", place, err)
		}
		out.WriteString(before + figure)
		ids = append(ids, id)
		line = after
	}
}

func figureOf(id, form string, rules []rule.Rule) (string, error) {
	for i := range rules {
		if rules[i].ID == id {
			return write(&rules[i], form)
		}
	}
	return "", fmt.Errorf("no rule %q", id)
}

// write is the figure of a rule in a form:
//
//	(none)      as the catalogue has it: 131072
//	demand      what a plan asks, as arithmetic of the shell: $((4 * C))
//	option      as an option of the server: --DefaultStackSize 131072
//	hex         eight hexadecimal digits: 00004e20
//	M, G        in units of 2^20 and 2^30: 128M
//	first LAST  the first of so many ports that end with LAST: 16384
func write(r *rule.Rule, form string) (string, error) {
	form, argument, _ := strings.Cut(form, " ")
	switch form {
	case "demand":
		return demand(r)
	case "option":
		return option(r)
	}
	if r.Guide == "" {
		return "", errors.New("the rule has no figure")
	}
	if form == "" {
		return r.Guide, nil
	}
	n, err := strconv.ParseUint(r.Guide, 10, 64)
	if err != nil {
		return "", fmt.Errorf("the figure %q is no number", r.Guide)
	}
	switch form {
	case "hex":
		return fmt.Sprintf("%08x", n), nil
	case "M":
		return divided(n, 1<<20, form)
	case "G":
		return divided(n, 1<<30, form)
	case "first":
		return first(n, argument)
	}
	return "", fmt.Errorf("no form %q", form)
}

func demand(r *rule.Rule) (string, error) {
	if r.Demand.IsZero() {
		return "", errors.New("a plan asks nothing of the rule")
	}
	formula := string(r.Demand)
	if strings.ContainsAny(formula, ".,/") {
		return "", fmt.Errorf("the shell cannot compute %s", formula)
	}
	return "$((" + strings.NewReplacer("*", " * ", "+", " + ", "-", " - ").Replace(formula) + "))", nil
}

func option(r *rule.Rule) (string, error) {
	name, ok := strings.CutPrefix(r.Setting, "startup.")
	switch {
	case !ok:
		return "", fmt.Errorf("%s is no option of the server", r.Setting)
	case r.Direction == rule.Present:
		return "--" + name, nil
	}
	return "--" + name + " " + r.Guide, nil
}

func divided(n, unit uint64, letter string) (string, error) {
	if n%unit != 0 {
		return "", fmt.Errorf("%d is no multiple of 1%s", n, letter)
	}
	return strconv.FormatUint(n/unit, 10) + letter, nil
}

func first(count uint64, last string) (string, error) {
	end, err := strconv.ParseUint(last, 10, 16)
	if err != nil || end+1 < count {
		return "", fmt.Errorf("%d ports do not end with port %q", count, last)
	}
	return strconv.FormatUint(end+1-count, 10), nil
}
