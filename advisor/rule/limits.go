package rule

import (
	"math"

	"headroom/advisor/capacity"
	"headroom/advisor/dump"
)

// A Limit is how many connections one resource of the host supports.
type Limit struct {
	Resource string
	Limit    uint64 // as the dump states it, in the unit of its rule
	Supports uint64 // connections
	File     int    // index into the files read
	Line     int    // where it stands; 0 when none
	Rule     string // ID
}

// Limits returns how many connections each resource supports that the dump
// states, and the index of the one that binds first, -1 when there is none.
// What the dump does not state is not listed, and what depends on a rate only
// where the plan gives it. A value without limit binds nothing, nor does the
// hash table: with more sockets than buckets the system gets slower, and
// refuses none.
func Limits(f *Facts) (limits []Limit, binding int) {
	limits = []Limit{}
	switch f.Dump.Host.OS {
	case dump.Linux:
		limits = append(limits, f.linuxLimits()...)
	case dump.Solaris:
		limits = append(limits, f.stated(solarisResources)...)
	case dump.HPUX:
		limits = append(limits, f.stated(hpuxResources)...)
	case dump.FreeBSD:
		limits = append(limits, f.stated(freebsdResources)...)
	case dump.MacOS:
		limits = append(limits, f.stated(macosResources)...)
	case dump.Windows:
		limits = append(limits, f.stated(windowsResources)...)
	}
	return limits, BindsFirst(limits)
}

// BindsFirst is the index of the limit that stops a host first, -1 where there
// is none.
func BindsFirst(limits []Limit) int {
	binding := -1
	for i := range limits {
		if !limits[i].Slows() && (binding < 0 || limits[i].Supports < limits[binding].Supports) {
			binding = i
		}
	}
	return binding
}

// Slows reports whether a host beyond the limit gets slower and refuses nothing.
func (l Limit) Slows() bool { return l.Resource == hashTable }

// hashTable is the resource whose end slows a host, and does not stop it.
const hashTable = "hash table"

// seen returns the findings of the host's rules by ID.
func (f *Facts) seen() links {
	findings := Judge(f)
	l := links{}
	for i := range findings {
		l[findings[i].Rule.ID] = &findings[i]
	}
	return l
}

// limit makes a Limit of a finding; ok is false where it has no number, or no
// limit at all, which is what systemd makes of fs.file-max: the largest there is.
func (l links) limit(resource, id string, supports func(n uint64) float64) (Limit, bool) {
	n, ok := l.number(id)
	if !ok || n >= math.MaxInt64 {
		return Limit{}, false
	}
	x := l[id]
	return Limit{resource, n, whole(math.Floor(supports(n))), x.File, x.Line, id}, true
}

// ratio is how many connections a resource bears that the plan uses at a rate:
// the plan's connections, times what there is over what they need. ok is false
// where the plan gives no rate.
func (f *Facts) ratio(r *Rule) (supports func(n uint64) float64, ok bool) {
	need, _, ok := r.Demand.Eval(f.Vars)
	c, known := f.Vars["C"]
	if !ok || !known || need <= 0 {
		return nil, false
	}
	return func(n uint64) float64 { return c.Value * float64(n) / need }, true
}

// memoryLimit is how many threads' stacks fit RAM and swap. Swap counts only
// where it is known, and memory that the plan gives goes before the dump's.
func (f *Facts) memoryLimit() (Limit, bool) {
	ram := f.memory()
	if ram == 0 {
		return Limit{}, false
	}
	swap := f.Dump.Host.SwapBytes
	if mb, given := f.Plan.Get("swap-mb"); given {
		swap = uint64(mb) << 20
	}
	stack := f.stackBytes()
	if stack == 0 {
		return Limit{}, false
	}
	total := ram + swap
	threads := float64(total)/stack - f.static()
	return Limit{Resource: "memory", Limit: total, Supports: whole(math.Floor(threads)), Rule: "plan.thread-memory"}, true
}

// stackBytes is the stack of one thread: what the server is started with, else
// the plan's, else the 128 KiB that the guide gives for most platforms.
func (f *Facts) stackBytes() float64 {
	if s, ok := f.lastAny("startup.DefaultStackSize"); ok {
		if n, ok := s.Number(); ok && n > 0 {
			return float64(n)
		}
	}
	return f.Vars["stack-kb"].Value * 1024
}

// static is how many threads have no connection.
func (f *Facts) static() float64 { return f.Vars["static"].Value }

// linuxLimits are the resources of a Linux host.
func (f *Facts) linuxLimits() []Limit {
	l := f.seen()
	var limits []Limit
	add := func(x Limit, ok bool) {
		if ok {
			limits = append(limits, x)
		}
	}
	per := func(n float64) func(uint64) float64 {
		return func(v uint64) float64 { return float64(v) / n }
	}
	if deciding := f.decidingLimit(); !f.ofLogins(deciding) {
		add(l.limit("descriptors", deciding, per(2)))
	}
	add(l.limit("open files", "linux.fs.file-max", per(4)))
	if binder, count, ok := f.threads(l); ok {
		add(l.limit("threads", binder.Rule.ID, func(uint64) float64 { return float64(count) - f.static() }))
	}
	add(l.limit(hashTable, "linux.net.ipv4.tcp_ehash_entries", func(n uint64) float64 {
		return float64(n) - f.Vars["Rclose"].Value*linuxTimeWait
	}))
	for _, rate := range []struct{ resource, id string }{
		{"outgoing ports", "linux.net.ipv4.ip_local_port_range"},
		{"TIME_WAIT", "linux.net.ipv4.tcp_max_tw_buckets"},
	} {
		if supports, ok := f.ratio(Lookup(rate.id)); ok {
			add(l.limit(rate.resource, rate.id, supports))
		}
	}
	add(l.limit("tracked connections", "linux.net.netfilter.nf_conntrack_max", f.tracked))
	add(f.memoryLimit())
	return limits
}

// decidingLimit is the rule whose value decides the server's descriptors: its
// soft limit while it runs, and before that the hard one, to which it raises
// itself.
func (f *Facts) decidingLimit() string {
	const soft, hard = "linux.ulimit.nofile", "linux.ulimit.nofile.hard"
	e := f.evidence(Lookup(soft))
	running := e.now != nil && tierOf(*e.now) == ofServer
	if h := f.evidence(Lookup(hard)); !running && !h.empty() {
		return hard
	}
	return soft
}

// ofLogins reports whether what is known of a limit is that of logins alone, which
// the server does not get.
func (f *Facts) ofLogins(id string) bool {
	e := f.evidence(Lookup(id))
	return e.now == nil && e.file != nil && tierOf(*e.file) == ofLogin
}

// tracked is what a connection table leaves for connections, after the flows
// that the plan's rates keep in it.
func (f *Facts) tracked(n uint64) float64 {
	rates := capacity.Expr("(Rin+Rout)*120+4*calls+Qdns*30").Known(f.Vars)
	taken, _, _ := rates.Eval(f.Vars)
	return float64(n)/1.5 - taken
}
