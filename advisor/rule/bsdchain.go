package rule

import (
	"math"
	"slices"
	"strconv"

	"headroom/advisor/dump"
)

// FreeBSD and macOS hold the same chain: what one process asks for, what any
// process may have, what the system has. The kernel cuts ulimit -n to
// kern.maxfilesperproc without a word. FreeBSD, sys/kern/kern_resource.c;
// xnu-11417, bsd/kern/kern_resource.c.
const (
	msgCut        = "{binder} is {most}, and the kernel cuts it to that."
	msgCutElse    = "{binder} is to be {asked}, which the kernel cuts to {name}."
	msgProcessAll = "It is not above {binder}, which is {asked}: the guide warns that one process may then take every file."
	msgTwice      = "{binder} is to be {asked}, and {name} has to stay above that: the guide's pair for FreeBSD has twice as much."
	msgNoMore     = "{binder} is to be {asked}, and the kernel takes no more sockets than files."
)

// A fileChain names the rules of the chain.
type fileChain struct{ limit, process, system, sockets string }

var (
	freebsdChain = fileChain{"freebsd.ulimit.nofile", "freebsd.kern.maxfilesperproc", "freebsd.kern.maxfiles", "freebsd.kern.ipc.maxsockets"}
	macosChain   = fileChain{"macos.ulimit.nofile", "macos.kern.maxfilesperproc", "macos.kern.maxfiles", ""}
)

// bindBSD names the links that bind, and raises the outer ones where the
// advice for an inner one asks for it.
func (f *Facts) bindBSD(l links, c fileChain) {
	f.bindLimit(l, c)
	f.bindProcess(l, c)
	f.makeRoom(l, c.limit, c.process, 1, msgCutElse)
	f.makeRoom(l, c.process, c.system, 2, msgTwice)
	f.makeRoom(l, c.sockets, c.system, 1, msgNoMore)
	l.within(f, c.process, c.system, 0, 1)
}

// bindLimit: the limit of the server ends at what any process may have.
func (f *Facts) bindLimit(l links, c fileChain) {
	limit, process := l[c.limit], l[c.process]
	asked, ok := l.number(c.limit)
	most, ok2 := l.number(c.process)
	if !ok || !ok2 || asked <= most {
		return
	}
	limit.BoundBy = c.process
	limit.add(f, msgCut, "binder", process.Rule.Setting, "most", figure(most))
	if need, known := needed(&Case{Finding: *limit}); known && most < need && limit.Verdict == OK {
		limit.Verdict = Review
	}
}

// bindProcess: no process may have as many files as the system.
func (f *Facts) bindProcess(l links, c fileChain) {
	process, system := l[c.process], l[c.system]
	asked, ok := l.number(c.process)
	most, ok2 := l.number(c.system)
	if will, known := l.settled(f, c.system); known && system.Verdict != Fix {
		most = max(most, will)
	}
	if !ok || !ok2 || asked < most {
		return
	}
	process.BoundBy = c.system
	if system.Verdict == OK || system.Verdict == InfoOnly {
		system.Verdict = Review
	}
	if system.File == process.File {
		system.Lines = append(system.Lines, process.Line)
		slices.Sort(system.Lines)
	}
	system.add(f, msgProcessAll, "binder", process.Rule.Setting+" on line "+strconv.Itoa(process.Line), "asked", process.Observed)
}

// makeRoom makes the outer setting a fix where the advice for the inner one
// needs it at times what it asks for, and it would have less.
func (f *Facts) makeRoom(l links, inner, outer string, times uint64, why string) {
	x, y := l[inner], l[outer]
	if x == nil || y == nil || x.Verdict != Fix || y.Verdict == Unseen || y.Verdict == Superseded {
		return
	}
	asked, ok := dump.Setting{Value: x.Ask}.Number()
	if !ok || asked > math.MaxInt32 {
		return
	}
	if has, known := f.final(y); !known || times == 1 && has >= asked || times > 1 && has > asked {
		return
	}
	f.raise(y, asked*times)
	y.add(f, why, "binder", x.Rule.Setting, "asked", figure(asked))
}

// raise makes a setting a fix that asks for need, and for no less than guide
// and plan ask, and the host has already. The guide gives no such figures for
// FreeBSD 4.
func (f *Facts) raise(x *Finding, need uint64) {
	c := Case{Facts: f, Finding: *x}
	if guide, ok := x.Rule.guideNumber(); ok && !(f.Dump.Host.OS == dump.FreeBSD && f.until(5)) {
		need = max(need, guide)
	}
	if demand, ok := c.demand(); ok {
		need = max(need, demand)
	}
	e := f.evidence(x.Rule)
	for _, s := range []*dump.Setting{e.now, e.file} {
		if s == nil {
			continue
		}
		if n, ok := x.Rule.number(*s); ok {
			c.held = max(c.held, n)
		}
	}
	c.ask(need)
	x.Verdict, x.Want, x.Ask = Fix, "at least "+figure(need), c.Ask
}

// final is what a setting will be once the advice is followed.
func (f *Facts) final(x *Finding) (uint64, bool) {
	if x.Verdict == Fix {
		return x.Rule.number(dump.Setting{Value: x.Ask})
	}
	if e := f.evidence(x.Rule); e.file != nil {
		return x.Rule.number(*e.file)
	}
	return x.Rule.number(dump.Setting{Value: x.Observed})
}

// afterBoot reports whether a setting stands where only the running kernel is
// told of it.
func afterBoot(s dump.Setting) bool {
	return s.Scope == dump.Configured && baseName(s.Path) == "sysctl.conf"
}
