// Package capacity turns a plan into demand.
//
//	"k=v,k=v" ─► Plan ─► Vars ─► Expr.Eval ─► a figure with its working
//	                  └► Results: every formula of the guide, and what it still asks for
//
// A formula is a value, so that the catalogue prints it, the report shows its
// working and the judge compares with its result, all from one source. Where
// an input is missing a formula has no result: unknown is never zero.
package capacity

import (
	"math"
	"strconv"
	"strings"
)

// An Expr is a formula as a value: it prints itself, and it shows its working.
// The zero Expr is no formula.
type Expr struct {
	op   byte    // 'n' number, 'v' variable, '+', '-', '*', '/'; 0 none
	num  float64 // of 'n'
	name string  // of 'v'
	args []Expr
}

// The variables of the catalogue's formulas.
var (
	C           = Name("C")           // connections at once
	T           = Name("T")           // threads
	Rin         = Name("Rin")         // new inbound connections a second
	Rout        = Name("Rout")        // new outgoing connections a second to one remote address and port
	Rclose      = Name("Rclose")      // connections a second that this host closes first
	Calls       = Name("calls")       // relayed calls at once
	Qdns        = Name("Qdns")        // DNS queries a second
	TimeWait    = Name("TIME_WAIT_s") // seconds
	MSL         = Name("msl")         // milliseconds, from the dump
	RTT         = Name("rtt")         // seconds
	Stall       = Name("stall")       // seconds
	Timeout     = Name("timeout_s")   // seconds
	RmemDefault = Name("rmem_default")
	MaxfilesLim = Name("maxfiles_lim")
)

// Name is the variable of that name: one of Vars.
func Name(name string) Expr { return Expr{op: 'v', name: name} }

// Add is the sum of its terms. Terms are Expr, int or float64.
func Add(terms ...any) Expr { return Expr{op: '+', args: operands(terms)} }

// Times is the product of its factors.
func Times(factors ...any) Expr { return Expr{op: '*', args: operands(factors)} }

// Minus is a less b.
func Minus(a, b any) Expr { return Expr{op: '-', args: operands([]any{a, b})} }

// Over is a divided by b.
func Over(a, b any) Expr { return Expr{op: '/', args: operands([]any{a, b})} }

func operands(values []any) []Expr {
	args := make([]Expr, len(values))
	for i, v := range values {
		switch v := v.(type) {
		case Expr:
			args[i] = v
		case int:
			args[i] = Expr{op: 'n', num: float64(v)}
		case float64:
			args[i] = Expr{op: 'n', num: v}
		default:
			panic("capacity: an operand is neither Expr nor number")
		}
	}
	return args
}

// IsZero reports whether e is no formula at all.
func (e Expr) IsZero() bool { return e.op == 0 }

// String prints the formula as the catalogue does: "2*C", "C+Rclose*60".
func (e Expr) String() string {
	return e.print(func(e Expr) string { return e.name }, "*", "")
}

// Eval returns the formula's value, a whole number: rounded up, or down where
// the formula is what is left of something. working shows it with the figures
// put in, "2 x 20000 = 40000", and says which of them are defaults. ok is false
// when e is no formula or a variable has no value.
func (e Expr) Eval(v Vars) (value float64, working string, ok bool) {
	exact, working, ok := e.exact(v)
	if !ok {
		return 0, "", false
	}
	value = e.round(exact)
	if value != exact && Figure(value) != Figure(exact) {
		working += ", rounded to " + Figure(value)
	}
	return value, working + e.notes(v), true
}

// exact is Eval without rounding and notes.
func (e Expr) exact(v Vars) (value float64, working string, ok bool) {
	if e.IsZero() || len(e.Missing(v)) > 0 {
		return 0, "", false
	}
	value = e.value(v)
	working = e.print(func(e Expr) string { return Figure(v[e.name].Value) }, " x ", " ")
	if result := Figure(value); result != working {
		working += " = " + result
	}
	return value, working, true
}

// round is the least whole number that meets the demand, the greatest for
// what is left over.
func (e Expr) round(n float64) float64 {
	if e.op == '-' {
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

func (e Expr) value(v Vars) float64 {
	switch e.op {
	case 'n':
		return e.num
	case 'v':
		return v[e.name].Value
	}
	n := e.args[0].value(v)
	for _, a := range e.args[1:] {
		switch x := a.value(v); e.op {
		case '+':
			n += x
		case '-':
			n -= x
		case '*':
			n *= x
		case '/':
			n /= x
		}
	}
	return n
}

// Names returns the variables of the formula in the order they stand.
func (e Expr) Names() []string {
	if e.op == 'v' {
		return []string{e.name}
	}
	var names []string
	for _, a := range e.args {
		names = append(names, a.Names()...)
	}
	return names
}

// Missing returns the variables of the formula that have no value, once each.
func (e Expr) Missing(v Vars) []string {
	var missing []string
	seen := map[string]bool{}
	for _, name := range e.Names() {
		if _, ok := v[name]; !ok && !seen[name] {
			seen[name] = true
			missing = append(missing, name)
		}
	}
	return missing
}

// Known is the formula without the terms of its sums that need a variable
// without value. As terms are never negative, its result is a lower bound. It
// is the zero Expr where nothing remains.
func (e Expr) Known(v Vars) Expr {
	if len(e.Missing(v)) == 0 {
		return e
	}
	if e.op == 'v' || e.op == '-' {
		return Expr{}
	}
	var args []Expr
	for _, a := range e.args {
		k := a.Known(v)
		switch {
		case !k.IsZero():
			args = append(args, k)
		case e.op != '+':
			return Expr{}
		}
	}
	switch len(args) {
	case 0:
		return Expr{}
	case 1:
		if e.op == '+' {
			return args[0]
		}
	}
	return Expr{op: e.op, args: args}
}

// print writes the formula with leaf for its variables.
func (e Expr) print(leaf func(Expr) string, times, space string) string {
	switch e.op {
	case 0:
		return ""
	case 'n':
		return strconv.FormatFloat(e.num, 'f', -1, 64)
	case 'v':
		return leaf(e)
	}
	sign := space + string(e.op) + space
	if e.op == '*' {
		sign = times
	}
	parts := make([]string, len(e.args))
	for i, a := range e.args {
		parts[i] = a.print(leaf, times, space)
		if e.needsParens(i) {
			parts[i] = "(" + parts[i] + ")"
		}
	}
	return strings.Join(parts, sign)
}

// needsParens tells whether argument i of e binds less tightly than e does.
func (e Expr) needsParens(i int) bool {
	sum := func(op byte) bool { return op == '+' || op == '-' }
	a := e.args[i].op
	switch e.op {
	case '*':
		return sum(a) || i > 0 && a == '/'
	case '/':
		return sum(a) || i > 0 && (a == '*' || a == '/')
	case '-':
		return i > 0 && sum(a)
	}
	return false
}

// notes says which figures were not given: " (stall 1 by default)".
func (e Expr) notes(v Vars) string {
	var notes []string
	seen := map[string]bool{}
	for _, name := range e.Names() {
		x := v[name]
		if seen[name] {
			continue
		}
		seen[name] = true
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
