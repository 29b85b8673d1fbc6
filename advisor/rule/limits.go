package rule

// A Limit is how many connections one resource of the host supports.
type Limit struct {
	Resource string
	Limit    uint64 // as the dump states it
	Supports uint64 // connections
	Line     int    // of the first file; 0 when none
	Rule     string // ID
}

// Limits returns the resources that the dump states, and the index of the one
// that binds first, -1 when there is none.
func Limits(f *Facts) (limits []Limit, binding int) {
	return []Limit{}, -1
}
