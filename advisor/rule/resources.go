package rule

import (
	"math"

	"headroom/advisor/capacity"
)

// A resource of a system says how many connections it supports on a host; ok
// is false where the dump or the plan does not say enough. Each system has a
// table of them.
type resource func(f *Facts, l links) (x Limit, ok bool)

// stated returns the resources of a table that the dump states.
func (f *Facts) stated(table []resource) []Limit {
	l := f.seen()
	var limits []Limit
	for _, supports := range table {
		if x, ok := supports(f, l); ok {
			limits = append(limits, x)
		}
	}
	return limits
}

// perConnection is a resource of which each connection takes the same.
func perConnection(name, id string, each float64) resource {
	return func(_ *Facts, l links) (Limit, bool) {
		return l.limit(name, id, func(n uint64) float64 { return float64(n) / each })
	}
}

// perThread is a resource of which each thread takes one, as those without a
// connection do; less of them are not the server's.
func perThread(name, id string, less float64) resource {
	return func(f *Facts, l links) (Limit, bool) {
		return l.limit(name, id, func(n uint64) float64 { return float64(n) - less - f.static() })
	}
}

// beside is a resource that connections share with what the plan has at a
// rate, such as sockets in TIME_WAIT. What the plan does not give counts
// nothing.
func beside(name, id string, rate capacity.Expr) resource {
	return func(f *Facts, l links) (Limit, bool) {
		taken, _, _ := rate.Eval(f.Vars)
		return l.limit(name, id, func(n uint64) float64 { return float64(n) - taken })
	}
}

// atRate is a resource that the plan uses at a rate: it bears the plan's
// connections, times what of it there is over what the rate needs. have turns
// the value of the setting into what there is.
func atRate(name, id string, rate capacity.Expr, have func(f *Facts, n uint64) float64) resource {
	return func(f *Facts, l links) (Limit, bool) {
		need, _, ok := rate.Eval(f.Vars)
		connections, known := f.Vars["C"]
		if !ok || !known || need <= 0 {
			return Limit{}, false
		}
		return l.limit(name, id, func(n uint64) float64 { return connections.Value * have(f, n) / need })
	}
}

// itself is a setting that is what there is.
func itself(_ *Facts, n uint64) float64 { return float64(n) }

// ofMemory is how many threads' stacks fit the host's memory.
func ofMemory(f *Facts, _ links) (Limit, bool) { return f.memoryLimit() }

// processFiles is how many descriptors the server gets on a system that cuts
// its limit to what any process may have. Before the server runs, its hard
// limit decides, to which it raises itself.
func processFiles(c fileChain) resource {
	return func(f *Facts, l links) (Limit, bool) {
		n, ok := l.number(c.limit)
		if !ok {
			n = math.MaxUint64
		} else if e := f.evidence(l[c.limit].Rule); e.now == nil || tierOf(*e.now) != ofServer {
			n = f.raised(e, n)
		}
		half := func(uint64) float64 { return float64(n) / 2 }
		if most, known := l.number(c.process); known && most <= n {
			n = most
			return l.limit("descriptors", c.process, half)
		}
		x, ok := l.limit("descriptors", c.limit, half)
		x.Limit = n
		return x, ok && n != math.MaxUint64
	}
}

// raised is the hard limit beside a soft one, where it is known and higher.
func (f *Facts) raised(e evidence, soft uint64) uint64 {
	best := e.now
	if best == nil {
		best = e.file
	}
	if best == nil {
		return soft
	}
	if hard, known := f.hardBeside(*best); known && hard > soft {
		return hard
	}
	return soft
}
