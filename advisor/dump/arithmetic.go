package dump

import (
	"math/bits"
	"strings"
)

// arithmeticMax bounds the length of an expression, in bytes.
const arithmeticMax = 400

// An arithmetic is an integer expression in the syntax of C, as tunables of
// HP-UX are set with: (8*nproc+2048).
type arithmetic struct {
	rest   string
	value  func(name string) (n int64, ok bool) // of a tunable
	failed bool
}

// evaluate works out an expression. ok is false where it is none, where a name
// has no value, and where a result has no place in 62 bits.
func evaluate(text string, value func(name string) (int64, bool)) (n int64, ok bool) {
	if len(text) > arithmeticMax {
		return 0, false
	}
	a := &arithmetic{rest: text, value: value}
	n = a.conditional()
	a.blanks()
	return n, !a.failed && a.rest == ""
}

func (a *arithmetic) blanks() { a.rest = strings.TrimLeft(a.rest, " \t") }

func (a *arithmetic) fail() int64 {
	a.failed, a.rest = true, ""
	return 0
}

// accept takes the sign off the rest if it stands there.
func (a *arithmetic) accept(sign string) bool {
	a.blanks()
	rest, found := strings.CutPrefix(a.rest, sign)
	if found {
		a.rest = rest
	}
	return found
}

func (a *arithmetic) conditional() int64 {
	n := a.binary(0)
	if !a.accept("?") {
		return n
	}
	yes := a.conditional()
	if !a.accept(":") {
		return a.fail()
	}
	no := a.conditional()
	if n != 0 {
		return yes
	}
	return no
}

// operators of two sides; those of a higher level bind tighter. A sign stands
// before its own beginnings.
var operators = []struct {
	sign  string
	level int
}{
	{"||", 0}, {"&&", 1}, {"==", 5}, {"!=", 5}, {"<<", 7}, {">>", 7}, {"<=", 6}, {">=", 6},
	{"|", 2}, {"^", 3}, {"&", 4}, {"<", 6}, {">", 6}, {"+", 8}, {"-", 8}, {"*", 9}, {"/", 9}, {"%", 9},
}

// binary reads operands and the operators between them that bind at least as
// tight as level.
func (a *arithmetic) binary(level int) int64 {
	n := a.unary()
	for !a.failed {
		sign, binds := a.operator()
		if sign == "" || binds < level {
			return n
		}
		a.accept(sign)
		n = a.apply(sign, n, a.binary(binds+1))
	}
	return 0
}

func (a *arithmetic) operator() (sign string, level int) {
	a.blanks()
	for _, o := range operators {
		if strings.HasPrefix(a.rest, o.sign) {
			return o.sign, o.level
		}
	}
	return "", 0
}

// unary reads a number, a name or a bracket, with the signs before it.
func (a *arithmetic) unary() int64 {
	a.blanks()
	switch {
	case a.rest == "":
		return a.fail()
	case a.accept("-"):
		return -a.unary()
	case a.accept("+"):
		return a.unary()
	case a.accept("~"):
		return ^a.unary()
	case a.accept("!"):
		return truth(a.unary() == 0)
	case a.accept("("):
		n := a.conditional()
		if !a.accept(")") {
			return a.fail()
		}
		return n
	}
	return a.operand()
}

func (a *arithmetic) operand() int64 {
	i := 0
	for i < len(a.rest) && nameByte(a.rest[i]) {
		i++
	}
	word := a.rest[:i]
	a.rest = a.rest[i:]
	if word == "" {
		return a.fail()
	}
	if !digit(word[0]) {
		if n, ok := a.value(word); ok {
			return n
		}
		return a.fail()
	}
	value, ok := cNumber(strings.TrimRight(word, "uUlL"))
	n, fits := number(value)
	if !ok || !fits || n > largest {
		return a.fail()
	}
	return int64(n)
}

// nameByte reports whether c may stand in the name of a tunable.
func nameByte(c byte) bool { return letter(c) || digit(c) || c == '_' }

func truth(b bool) int64 {
	if b {
		return 1
	}
	return 0
}

// largest is the bound of operands and results.
const largest = 1 << 62

// apply works out one operator.
func (a *arithmetic) apply(sign string, x, y int64) int64 {
	switch sign {
	case "+", "-", "*":
		return a.bounded(sign, x, y)
	case "/", "%":
		if y == 0 {
			return a.fail()
		}
		if sign == "/" {
			return x / y
		}
		return x % y
	case "<<", ">>":
		if x < 0 || y < 0 || y > 62 || sign == "<<" && bits.Len64(uint64(x))+int(y) > 62 {
			return a.fail()
		}
		if sign == "<<" {
			return x << y
		}
		return x >> y
	}
	return compared(sign, x, y)
}

// bounded adds, subtracts and multiplies, and fails where the result is too
// large.
func (a *arithmetic) bounded(sign string, x, y int64) int64 {
	switch sign {
	case "*":
		if x != 0 && magnitude(y) > largest/magnitude(x) {
			return a.fail()
		}
		return x * y
	case "-":
		y = -y
	}
	if n := x + y; magnitude(x) <= largest && magnitude(y) <= largest && magnitude(n) <= largest {
		return n
	}
	return a.fail()
}

func magnitude(n int64) uint64 {
	if n < 0 {
		return uint64(-n)
	}
	return uint64(n)
}

// compared works out the operators that compare and combine bits.
func compared(sign string, x, y int64) int64 {
	switch sign {
	case "||":
		return truth(x != 0 || y != 0)
	case "&&":
		return truth(x != 0 && y != 0)
	case "|":
		return x | y
	case "^":
		return x ^ y
	case "&":
		return x & y
	case "==":
		return truth(x == y)
	case "!=":
		return truth(x != y)
	case "<":
		return truth(x < y)
	case "<=":
		return truth(x <= y)
	case ">":
		return truth(x > y)
	}
	return truth(x >= y)
}
