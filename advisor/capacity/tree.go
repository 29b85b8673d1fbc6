package capacity

import (
	"strconv"
	"strings"
)

// A tree is a formula that has been read. The zero tree is no formula.
type tree struct {
	op   byte    // 'n' number, 'v' variable, '+', '-', '*', '/'; 0 none
	num  float64 // of 'n'
	name string  // of 'v'
	args []tree
}

// parse reads a formula. The catalogue's own are all well-formed, as a test
// makes sure: one that is not ends the program.
func parse(e Expr) tree {
	if e == "" {
		return tree{}
	}
	p := parser{string(e)}
	t := p.sum()
	if p.rest != "" {
		p.fail()
	}
	return t
}

// A parser holds what is still to be read.
type parser struct{ rest string }

func (p *parser) sum() tree { return p.chain("+-", p.product) }

func (p *parser) product() tree { return p.chain("*/", p.operand) }

// chain reads operands with signs between them. Equal signs in a row are one
// operation on all of their operands.
func (p *parser) chain(signs string, operand func() tree) tree {
	t := operand()
	for chained := false; ; chained = true {
		p.rest = strings.TrimLeft(p.rest, " ")
		if p.rest == "" || !strings.Contains(signs, p.rest[:1]) {
			return t
		}
		sign := p.rest[0]
		p.rest = p.rest[1:]
		next := operand()
		if chained && t.op == sign {
			t.args = append(t.args, next)
			continue
		}
		t = tree{op: sign, args: []tree{t, next}}
	}
}

func (p *parser) operand() tree {
	p.rest = strings.TrimLeft(p.rest, " ")
	if strings.HasPrefix(p.rest, "(") {
		p.rest = p.rest[1:]
		t := p.sum()
		if !strings.HasPrefix(p.rest, ")") {
			p.fail()
		}
		p.rest = p.rest[1:]
		return t
	}
	word := p.word()
	if n, err := strconv.ParseFloat(word, 64); err == nil {
		return tree{op: 'n', num: n}
	}
	return tree{op: 'v', name: word}
}

// word takes a number or a name off the front.
func (p *parser) word() string {
	end := 0
	for end < len(p.rest) && (isLetter(p.rest[end]) || isFigure(p.rest[end]) || p.hyphenAt(end)) {
		end++
	}
	if end == 0 {
		p.fail()
	}
	word := p.rest[:end]
	p.rest = p.rest[end:]
	return word
}

// hyphenAt reports whether a hyphen there holds a name together.
func (p *parser) hyphenAt(i int) bool {
	return p.rest[i] == '-' && i > 0 && isLetter(p.rest[i-1]) && i+1 < len(p.rest) && isLetter(p.rest[i+1])
}

func isLetter(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' || c == '_' }

func isFigure(c byte) bool { return c >= '0' && c <= '9' || c == '.' }

func (p *parser) fail() { panic("capacity: no formula goes on with " + strconv.Quote(p.rest)) }

func (t tree) value(v Vars) float64 {
	switch t.op {
	case 'n':
		return t.num
	case 'v':
		return v[t.name].Value
	}
	n := t.args[0].value(v)
	for _, a := range t.args[1:] {
		switch x := a.value(v); t.op {
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

// names returns the variables in the order they stand.
func (t tree) names() []string {
	if t.op == 'v' {
		return []string{t.name}
	}
	var names []string
	for _, a := range t.args {
		names = append(names, a.names()...)
	}
	return names
}

// expr is the tree as it is written.
func (t tree) expr() Expr {
	return Expr(t.print(func(name string) string { return name }, "*", ""))
}

// print writes the tree with leaf for its variables, and space around the signs.
func (t tree) print(leaf func(name string) string, times, space string) string {
	switch t.op {
	case 0:
		return ""
	case 'n':
		return digits(t.num)
	case 'v':
		return leaf(t.name)
	}
	sign := space + string(t.op) + space
	switch t.op {
	case '*':
		sign = times
	case '-':
		sign = " - "
	}
	parts := make([]string, len(t.args))
	for i, a := range t.args {
		parts[i] = a.print(leaf, times, space)
		if t.needsParens(i) {
			parts[i] = "(" + parts[i] + ")"
		}
	}
	return strings.Join(parts, sign)
}

// needsParens tells whether argument i of t binds less tightly than t does.
func (t tree) needsParens(i int) bool {
	sum := func(op byte) bool { return op == '+' || op == '-' }
	a := t.args[i].op
	switch t.op {
	case '*':
		return sum(a) || i > 0 && a == '/'
	case '/':
		return sum(a) || i > 0 && (a == '*' || a == '/')
	case '-':
		return i > 0 && sum(a)
	}
	return false
}
