package capacity

// An Expr is a formula as a value: it prints itself, and it shows its working.
// The zero Expr is no formula.
type Expr struct {
	op   byte    // 'n' number, 'v' variable, '+', '-', '*', '/'; 0 none
	num  float64 // of 'n'
	name string  // of 'v'
	args []Expr
}
