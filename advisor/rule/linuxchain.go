package rule

import (
	"math"
	"strconv"

	"headroom/advisor/dump"
)

const (
	msgForbidden  = "fs.nr_open is {most}: a limit of {asked} fails with EPERM until that is raised."
	msgAskedAbove = "Line {line} asks for a limit of {asked}, which fails with EPERM."
	msgNeedAbove  = "The limit of {asked} that a process needs cannot be set below that: it fails with EPERM."
	msgNotAbove   = "It is not above the limit of {asked} that one process has on line {line}: the guide warns that one process may then take every file."
	msgBoundBy    = "{binder} is {value} and binds first."
)

// bindLinuxDescriptors: a limit on descriptors has to stay within fs.nr_open,
// and fs.file-max has to stay above it.
func (f *Facts) bindLinuxDescriptors(l links) {
	for _, id := range []string{"linux.ulimit.nofile", "linux.ulimit.nofile.hard", "linux.systemd.LimitNOFILE"} {
		if x := l[id]; x != nil {
			f.bindToMost(l, x)
		}
	}
	f.bindFiles(l)
}

// bindToMost names fs.nr_open where a file asks for more than it, or the advice
// would.
func (f *Facts) bindToMost(l links, x *Finding) {
	most, ok := l.number("linux.fs.nr_open")
	if !ok {
		return
	}
	set, wanted := f.configured(x)
	asks, advised := x.Rule.number(dump.Setting{Value: x.Ask})
	advised = advised && x.Verdict == Fix
	switch {
	case wanted && set != math.MaxUint64 && set > most && !(advised && asks > set):
		x.Verdict = Review
		f.raiseMost(l, x, set, msgAskedAbove)
	case advised && asks > most:
		f.raiseMost(l, x, asks, msgNeedAbove)
	default:
		return
	}
	x.BoundBy = "linux.fs.nr_open"
}

// configured is the number that a file of the server sets for the setting.
func (f *Facts) configured(x *Finding) (uint64, bool) {
	e := f.evidence(x.Rule)
	if e.file == nil || tierOf(*e.file) == ofLogin {
		return 0, false
	}
	return x.Rule.number(*e.file)
}

// raiseMost makes fs.nr_open the finding to mend.
func (f *Facts) raiseMost(l links, x *Finding, asked uint64, why string) {
	most := l["linux.fs.nr_open"]
	x.add(f, msgForbidden, "most", most.Observed, "asked", figure(asked))
	already := dump.Setting{Value: most.Ask}
	if has, ok := already.Number(); ok && most.Verdict == Fix && has >= asked {
		return
	}
	if file := f.evidence(most.Rule).file; file != nil {
		if set, ok := most.Rule.number(*file); ok && set >= asked {
			most.Verdict = Review
			most.add(f, msgNotApplied, "file", where(*file), "set", file.Value, "apply", f.apply(most.Rule, file.Path))
			return
		}
	}
	most.Verdict = Fix
	most.Want, most.Ask = "at least "+figure(asked), figure(asked)
	most.add(f, why, "line", strconv.Itoa(x.Line), "asked", figure(asked))
}

// bindFiles: one process must not be able to take every file of the system.
// What it can have ends at fs.nr_open, however much its limit says.
func (f *Facts) bindFiles(l links) {
	files := l["linux.fs.file-max"]
	system, ok := l.number("linux.fs.file-max")
	limit := l["linux.ulimit.nofile"]
	process, ok2 := l.number("linux.ulimit.nofile")
	if most, known := l.number("linux.fs.nr_open"); known {
		process = min(process, most)
	}
	if !ok || !ok2 || process < system || process == math.MaxUint64 || !f.ofService(limit.Rule) {
		return
	}
	limit.BoundBy = files.Rule.ID
	if files.Verdict == OK || files.Verdict == InfoOnly {
		files.Verdict = Review
		files.Lines = append(files.Lines, limit.Line)
		files.add(f, msgNotAbove, "line", strconv.Itoa(limit.Line), "asked", figure(process))
	}
}

// ofService reports whether a limit was seen where it surely is the server's.
func (f *Facts) ofService(r *Rule) bool {
	e := f.evidence(r)
	return e.now != nil && tierOf(*e.now) == ofServer || e.file != nil && tierOf(*e.file) != ofLogin
}

// threadLinks are the limits on threads, all of which hold at once.
var threadLinks = []string{
	"linux.kernel.threads-max", "linux.kernel.pid_max", "linux.systemd.TasksMax",
	"linux.ulimit.nproc", "linux.vm.max_map_count",
}

// threads returns the link of the chain that allows the fewest threads, and
// how many; ok is false where the dump states none.
func (f *Facts) threads(l links) (binder *Finding, count uint64, ok bool) {
	for _, id := range threadLinks {
		n, known := l.number(id)
		if !known || id == "linux.ulimit.nproc" && !f.Has("startup.dropRoot") {
			continue
		}
		if allowed := l[id].Rule.allows.of(n); !ok || allowed < count {
			binder, count, ok = l[id], allowed, true
		}
	}
	return binder, count, ok
}

func (f *Facts) bindLinuxThreads(l links) {
	binder, count, ok := f.threads(l)
	if !ok {
		return
	}
	for _, id := range threadLinks {
		n, known := l.number(id)
		x := l[id]
		if !known || x == binder || x.Rule.allows.of(n) <= count {
			continue
		}
		x.BoundBy = binder.Rule.ID
		if binder.Verdict == Fix || binder.Verdict == Review {
			x.add(f, msgBoundBy, "binder", binder.Rule.Setting, "value", binder.Observed)
		}
	}
}
