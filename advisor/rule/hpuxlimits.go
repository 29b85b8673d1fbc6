package rule

import "math"

// hpuxResources are the resources of an HP-UX host. No rule judges its ports,
// and TIME_WAIT has no ceiling there.
var hpuxResources = []resource{
	perConnection("descriptors", "hpux.maxfiles_lim", 2),
	perConnection("open files", "hpux.nfile", 4),
	hpuxThreads,
	dataSegment,
	ofMemory,
}

// hpuxThreads is the lesser of the limits on threads of the process and of the
// system.
func hpuxThreads(f *Facts, l links) (Limit, bool) {
	binder, count, ok := l.hpuxThreads()
	if !ok {
		return Limit{}, false
	}
	return l.limit("threads", binder.Rule.ID, func(uint64) float64 { return float64(count) - f.static() })
}

// dataSegment is how many stacks fit the data of one process. The plan's bits
// say how wide its addresses are.
func dataSegment(f *Facts, l links) (Limit, bool) {
	stack, id := f.stackBytes(), "hpux.maxdsiz_64bit"
	if bits, _ := f.Plan.Get("bits"); bits == 32 {
		id = "hpux.maxdsiz"
	}
	if stack == 0 {
		return Limit{}, false
	}
	return l.limit("data segment", id, func(n uint64) float64 { return math.Floor(float64(n)/stack) - f.static() })
}
