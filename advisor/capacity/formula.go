package capacity

import (
	"math"
	"slices"
	"strconv"
)

// A Formula is one recommendation of the planner: what it counts, from which
// inputs, and what the figure means for the server.
//
// To add one, add an entry to the slice of its subject (deliveryFormulas in
// formuladelivery.go), its worked example to formula_test.go and, where it is
// a row of the catalogue, its rule.
type Formula struct {
	ID      string // plan.* rule it stands for
	Title   string // a phrase without period
	Unit    string // of the result
	Section string // of the guide; empty when it has none
	Expr    Expr   // over the plan's keys
	Note    string // as [Result.Note]

	variant func(Vars) Expr // replaces Expr where the plan decides which one holds; nil for most
	when    func(Vars) bool // the formula has something to say; nil: always
	also    []string        // keys that the condition or the sentence looks at beside Expr: asked for, but not waited for
	round   rounding
	meaning meaning
}

// Formulas are all formulas of the planner, in the order of the guide.
var Formulas = slices.Concat(domainFormulas, localFormulas, clientFormulas, systemFormulas, timeWaitFormulas, smtpFormulas, memoryFormulas, narrowFormulas)

// Results returns the result of each formula whose inputs are known, in the
// order of Formulas, and the keys that the formulas under way still need, in
// the order of Keys. A formula is under way when one of its inputs is given;
// where none is, as in the zero Plan, all formulas ask. Neither is ever nil.
func Results(p Plan) (results []Result, asked []string) {
	v := p.Vars()
	missing := map[string]bool{}
	results = []Result{}
	underWay := slices.ContainsFunc(Formulas, func(f Formula) bool { return f.underWay(v) })
	for i := range Formulas {
		f := &Formulas[i]
		if underWay && !f.underWay(v) {
			continue
		}
		r, needs, ok := f.result(v)
		if ok {
			results = append(results, r)
		}
		for _, key := range needs {
			missing[key] = true
		}
	}
	asked = []string{}
	for i := range Keys {
		if missing[Keys[i].Name] {
			asked = append(asked, Keys[i].Name)
		}
	}
	return results, asked
}

// Equation is the formula as people read it: "accounts x 2".
func (f *Formula) Equation() string { return parse(f.Expr).equation() }

func (t tree) equation() string { return t.print(label, " x ", " ") }

// Inputs returns the plan keys that the formula looks at, once each, in the
// order they stand.
func (f *Formula) Inputs() []string { return f.inputs(parse(f.Expr)) }

func (f *Formula) inputs(t tree) []string {
	var keys []string
	for _, name := range append(t.names(), f.also...) {
		if key := KeyOf(name); key != "" && !slices.Contains(keys, key) {
			keys = append(keys, key)
		}
	}
	return keys
}

// tree is the formula that holds for the plan, read.
func (f *Formula) tree(v Vars) tree {
	if f.variant != nil {
		return parse(f.variant(v))
	}
	return parse(f.Expr)
}

// underWay reports whether the formula speaks of this plan and the reader has
// stated one of its inputs.
func (f *Formula) underWay(v Vars) bool {
	if f.when != nil && !f.when(v) {
		return false
	}
	return slices.ContainsFunc(f.inputs(f.tree(v)), func(key string) bool { return stated(v, key) })
}

// stated reports whether a key is given, or is the sum of given ones.
func stated(v Vars, key string) bool {
	x, ok := v[key]
	return ok && x.Origin != Default
}

// result evaluates the formula. needs are the keys without a value; ok is
// false when the value depends on one of them.
func (f *Formula) result(v Vars) (r Result, needs []string, ok bool) {
	t := f.tree(v)
	if t.op == 0 || f.when != nil && !f.when(v) {
		return Result{}, nil, false
	}
	missing := append(t.missing(v), t.zeroDivisors(v)...)
	for _, key := range f.also {
		if _, known := v[key]; !known {
			needs = append(needs, key)
		}
	}
	for _, name := range missing {
		needs = append(needs, source(name))
	}
	if len(missing) > 0 {
		return Result{}, needs, false
	}
	exact := t.value(v)
	value, working := f.round.of(exact, t.working(v))
	return Result{
		ID: f.ID, Title: f.Title, Value: value, Unit: f.Unit,
		Equation: t.equation(), Working: working, Section: f.Section,
		Meaning: f.meaning.say(v, exact), Note: f.Note, Defaults: f.defaults(t, v),
	}, needs, true
}

// source is the key to ask for when a variable has no value: threads follow
// from connections.
func source(variable string) string {
	if key := KeyOf(variable); key != "threads" {
		return key
	}
	return "connections"
}

// defaults lists the inputs that were not given: "stack-kb 128".
func (f *Formula) defaults(t tree, v Vars) []string {
	var list []string
	for _, name := range append(t.names(), f.also...) {
		x, ok := v[name]
		if !ok || x.Origin != Default {
			continue
		}
		if entry := label(name) + " " + digits(x.Value); !slices.Contains(list, entry) {
			list = append(list, entry)
		}
	}
	return list
}

// working is the formula with the figures put in, without its result; of a
// formula that is one input, its name.
func (t tree) working(v Vars) string {
	if t.op == 'v' {
		return label(t.name)
	}
	return t.print(func(name string) string {
		if x := v[name]; x.Origin != Sum {
			return digits(x.Value)
		}
		return Figure(v[name].Value)
	}, " x ", " ")
}

// zeroDivisors returns the variables of divisors that are 0: a formula has no
// value there.
func (t tree) zeroDivisors(v Vars) []string {
	if len(t.missing(v)) > 0 {
		return nil
	}
	var names []string
	for i, a := range t.args {
		names = append(names, a.zeroDivisors(v)...)
		if t.op == '/' && i > 0 && a.value(v) == 0 {
			names = append(names, a.names()...)
		}
	}
	return names
}

// A rounding makes the value of a formula a figure to work with, and says so
// after its working. The zero rounding keeps three digits, and one decimal
// from ten on.
type rounding struct {
	to   func(float64) float64
	says string
}

var (
	up         = rounding{ceil, ", rounded up to "}
	down       = rounding{floor, ", rounded down to "}
	powerOfTwo = rounding{nextPowerOfTwo, "; the next power of two above is "}
)

func (r rounding) of(exact float64, working string) (value float64, complete string) {
	if r.to == nil {
		value = estimate(exact)
		return value, working + " = " + digits(value)
	}
	value = r.to(exact)
	complete = working + " = " + Figure(exact)
	if Figure(value) != Figure(exact) {
		complete += r.says + Figure(value)
	}
	return value, complete
}

// nextPowerOfTwo is the least power of two greater than n.
func nextPowerOfTwo(n float64) float64 {
	if n < 1 {
		return 1
	}
	_, exponent := math.Frexp(n)
	return math.Ldexp(1, exponent)
}

func estimate(n float64) float64 {
	const most = 12 // decimals, for values next to nothing
	decimals := 1
	for x := n; x < 10 && decimals < most; x *= 10 {
		decimals++
	}
	scale := math.Pow10(decimals)
	return math.Round(n*scale) / scale
}

// digits writes a number in full, without an exponent.
func digits(n float64) string { return strconv.FormatFloat(n, 'f', -1, 64) }

// A meaning says in a sentence or two what the exact value asks of the reader:
// the last step that it reaches speaks, and below them all the text does.
type meaning struct {
	first   func(v Vars, value float64) string // says something before; nil: nothing
	by      string                             // a key whose value is measured instead
	unknown string                             // what is said where that key has no value
	text    string
	steps   []step // in ascending order
}

// A step is what is said from a value on, or over one.
type step struct {
	from, over float64
	text       string
}

func (s *step) reached(value float64) bool {
	if s.over != 0 {
		return value > s.over
	}
	return value >= s.from
}

func (m *meaning) say(v Vars, value float64) string {
	said := m.measure(v, value)
	if m.first == nil {
		return said
	}
	if before := m.first(v, value); before != "" {
		return before + " " + said
	}
	return said
}

func (m *meaning) measure(v Vars, value float64) string {
	if m.by != "" {
		x, ok := v[m.by]
		if !ok {
			return m.unknown
		}
		value = x.Value
	}
	said := m.text
	for i := range m.steps {
		if m.steps[i].reached(value) {
			said = m.steps[i].text
		}
	}
	return said
}

func given(key string) func(Vars) bool {
	return func(v Vars) bool { return v[key].Origin == Given }
}

func atLeast(key string, n float64) func(Vars) bool {
	return func(v Vars) bool { return v[key].Value >= n }
}

func above(key string, n float64) func(Vars) bool {
	return func(v Vars) bool { return v[key].Value > n }
}

func equal(key string, n float64) func(Vars) bool {
	return func(v Vars) bool { return v[key].Value == n }
}
