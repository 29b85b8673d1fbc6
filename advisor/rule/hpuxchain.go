package rule

import (
	"strconv"

	"headroom/advisor/dump"
)

// How the limits of HP-UX bound each other.
const (
	msgNotBeyond   = "{binder} on line {at} is {value}, and {name} cannot be above it."
	msgNotBelow    = "It cannot be below max_thread_proc, {most}."
	msgPairBinds   = "nfile on line {at} is {value}, less than twice this: the two cannot stand together on 11i v3, and before it one process can take every file."
	msgPairFirst   = "nfile is {most}: it would have to be raised to {asked} first."
	msgPairUnseen  = "nfile, which the dump does not show, has to be at least {asked}."
	msgThreadsBind = "{binder} on line {at} is {value} and binds first."
)

// bindHPUXDescriptors: maxfiles <= maxfiles_lim <= nfile/2.
func (f *Facts) bindHPUXDescriptors(l links) {
	l.notBeyond(f, "hpux.maxfiles", "hpux.maxfiles_lim")
	l.within(f, "hpux.maxfiles", "hpux.maxfiles_lim", 0, 0)
	limit, files := l["hpux.maxfiles_lim"], l["hpux.nfile"]
	n, ok := l.number("hpux.maxfiles_lim")
	if !ok || files == nil {
		return
	}
	l.pairFirst(f)
	table, known := l.number("hpux.nfile")
	switch {
	case known && table/2 < n:
		limit.BoundBy = files.Rule.ID
		limit.add(f, msgPairBinds, "at", strconv.Itoa(files.Line), "value", files.Observed)
	case !known && limit.Verdict == Fix && !f.v3():
		if asked, ok := limit.Rule.number(dump.Setting{Value: limit.Ask}); ok {
			limit.add(f, msgPairUnseen, "asked", figure(2*asked))
		}
	}
}

// pairFirst takes back a maxfiles_lim that is left to the reader, where nfile would
// have to be raised with it: the guide's figures are a pair.
func (l links) pairFirst(f *Facts) {
	limit := l["hpux.maxfiles_lim"]
	table, known := l.settled(f, "hpux.nfile")
	asked, ok := limit.Rule.number(dump.Setting{Value: limit.Ask})
	if known && ok && limit.Verdict == Review && limit.Ask != "" && table/2 < asked {
		limit.Ask = ""
		limit.add(f, msgPairFirst, "most", figure(table), "asked", figure(2*asked))
	}
}

// notBeyond finds a link that stands above the one that caps it.
func (l links) notBeyond(f *Facts, id, binderID string) {
	n, ok := l.settled(f, id)
	most, known := l.settled(f, binderID)
	if !ok || !known || n <= most {
		return
	}
	x, binder := l[id], l[binderID]
	x.Verdict, x.BoundBy, x.Ask = Review, binderID, ""
	x.add(f, msgNotBeyond, "binder", binder.Rule.Setting, "at", strconv.Itoa(binder.Line), "value", binder.Observed)
}

// hpuxThreadLinks are the limits on threads, which hold at once.
var hpuxThreadLinks = []string{"hpux.max_thread_proc", "hpux.nkthread"}

// hpuxThreads returns the link that allows the fewest threads, and how many; ok
// is false where the dump states none.
func (l links) hpuxThreads() (binder *Finding, count uint64, ok bool) {
	for _, id := range hpuxThreadLinks {
		n, known := l.number(id)
		if !known {
			continue
		}
		if allowed := l[id].Rule.allows.of(n); !ok || allowed < count {
			binder, count, ok = l[id], allowed, true
		}
	}
	return binder, count, ok
}

// raiseSystemThreads lets no nkthread be asked for that is below
// max_thread_proc.
func (l links) raiseSystemThreads(f *Facts) {
	x := l["hpux.nkthread"]
	process, ok := l.settled(f, "hpux.max_thread_proc")
	if !ok || x == nil || x.Verdict != Fix {
		return
	}
	if n, ok := x.Rule.number(dump.Setting{Value: x.Ask}); ok && n < process {
		x.Want, x.Ask = "at least "+figure(process), figure(process)
		x.add(f, msgNotBelow, "most", figure(process))
	}
}

// bindHPUXThreads: max_thread_proc <= nkthread, and the lesser of what they
// allow binds.
func (f *Facts) bindHPUXThreads(l links) {
	l.raiseSystemThreads(f)
	l.notBeyond(f, "hpux.max_thread_proc", "hpux.nkthread")
	l.within(f, "hpux.max_thread_proc", "hpux.nkthread", 0, 0)
	binder, count, ok := l.hpuxThreads()
	if !ok {
		return
	}
	for _, id := range hpuxThreadLinks {
		n, known := l.number(id)
		x := l[id]
		if !known || x == binder || x.BoundBy != "" || x.Rule.allows.of(n) <= count {
			continue
		}
		x.BoundBy = binder.Rule.ID
		if binder.Verdict == Fix {
			x.add(f, msgThreadsBind, "binder", binder.Rule.Setting, "at", strconv.Itoa(binder.Line), "value", binder.Observed)
		}
	}
}
