// Package capacity turns a plan into demand.
//
//	"k=v,k=v" ─► Plan ─► Vars ─► Expr.Eval ─► a figure with its working
//	                  └► Results: every formula of the guide, and what it still asks for
//
// A formula is text, so that the catalogue prints it, the report shows its
// working and the judge compares with its result, all from one source. Where
// an input is missing a formula has no result: unknown is never zero.
package capacity

import (
	"math"
	"slices"
	"strings"
)

// An Expr is a formula as the catalogue writes it: "2*C", "C+Rclose*60",
// "(swap-mb+ram-mb)*1024/stack-kb". Its variables are those of Vars. A hyphen
// between two letters belongs to a name; the sign has blanks around it there:
// "users - guests". The empty Expr is no formula.
//
// It is text, and read when it is used, because a table of texts costs a program
// nothing when it starts.
type Expr string

// IsZero reports whether e is no formula at all.
func (e Expr) IsZero() bool { return e == "" }

// Eval returns the formula's value, a whole number: rounded up, or down where
// the formula is what is left of something. working shows it with the figures
// put in, "2 x 20000 = 40000", and says which of them are defaults. ok is false
// when e is no formula or a variable has no value.
func (e Expr) Eval(v Vars) (value float64, working string, ok bool) {
	t := parse(e)
	exact, working, ok := t.eval(v)
	if !ok {
		return 0, "", false
	}
	value = t.round(exact)
	if value != exact && Figure(value) != Figure(exact) {
		working += ", rounded to " + Figure(value)
	}
	return value, working + t.notes(v), true
}

// Names returns the variables of the formula in the order they stand.
func (e Expr) Names() []string { return parse(e).names() }

// Missing returns the variables of the formula that have no value, once each.
func (e Expr) Missing(v Vars) []string { return parse(e).missing(v) }

// Known is the formula without the terms of its sums that need a variable
// without value. As terms are never negative, its result is a lower bound. It
// is empty where nothing remains.
func (e Expr) Known(v Vars) Expr { return parse(e).known(v).expr() }

// eval is Eval without rounding and notes.
func (t tree) eval(v Vars) (value float64, working string, ok bool) {
	if t.op == 0 || len(t.missing(v)) > 0 {
		return 0, "", false
	}
	value = t.value(v)
	working = t.print(func(name string) string { return Figure(v[name].Value) }, " x ", " ")
	if result := Figure(value); result != working {
		working += " = " + result
	}
	return value, working, true
}

// round is the least whole number that meets the demand, the greatest for
// what is left over.
func (t tree) round(n float64) float64 {
	if t.op == '-' {
		return floor(n)
	}
	return ceil(n)
}

// ceil and floor round to a whole number, and forgive what binary fractions
// add to a sum or take from it: 0.1 x 3 x 10 is 3.
func ceil(n float64) float64 {
	if whole := math.Round(n); near(n, whole) {
		return whole
	}
	return math.Ceil(n)
}

func floor(n float64) float64 {
	if whole := math.Round(n); near(n, whole) {
		return whole
	}
	return math.Floor(n)
}

func near(n, whole float64) bool {
	const inexact = 1e-12 // part of the value
	return math.Abs(n-whole) <= math.Abs(n)*inexact
}

// missing returns the variables without value, once each.
func (t tree) missing(v Vars) []string {
	var missing []string
	for _, name := range t.names() {
		if _, ok := v[name]; !ok && !slices.Contains(missing, name) {
			missing = append(missing, name)
		}
	}
	return missing
}

// known is the tree without the terms of its sums that need a variable without
// value; the zero tree where nothing remains.
func (t tree) known(v Vars) tree {
	if len(t.missing(v)) == 0 {
		return t
	}
	if t.op == 'v' || t.op == '-' {
		return tree{}
	}
	var args []tree
	for _, a := range t.args {
		k := a.known(v)
		switch {
		case k.op != 0:
			args = append(args, k)
		case t.op != '+':
			return tree{}
		}
	}
	switch len(args) {
	case 0:
		return tree{}
	case 1:
		if t.op == '+' {
			return args[0]
		}
	}
	return tree{op: t.op, args: args}
}

// notes says which figures were not given: " (stall 1 by default)".
func (t tree) notes(v Vars) string {
	var notes, seen []string
	for _, name := range t.names() {
		x := v[name]
		if slices.Contains(seen, name) {
			continue
		}
		seen = append(seen, name)
		switch {
		case x.Origin == Default:
			notes = append(notes, label(name)+" "+Figure(x.Value)+" by default")
		case x.Origin == FromDump:
			notes = append(notes, label(name)+" from the dump")
		case x.Origin == Sum && name == "T":
			notes = append(notes, "threads taken as one a connection and the static ones")
		}
	}
	if len(notes) == 0 {
		return ""
	}
	return " (" + strings.Join(notes, ", ") + ")"
}

// label is what the reader knows a variable by: its plan key, where it has one.
func label(variable string) string {
	if key := KeyOf(variable); key != "" {
		return key
	}
	return variable
}
