package rule

import (
	"slices"
	"strconv"

	"headroom/advisor/dump"
)

// How the limits on descriptors of Solaris bound each other.
const (
	msgCutDown      = "{binder} on line {at} is {value}: the system cuts {name} down to that."
	msgAboveHard    = "It asks for {asked}, but {binder} on line {at} is {most}, and only the superuser may go above it: raise that as well."
	msgAskedOf      = "Line {at} asks for a limit of {asked}: let it be at least that."
	msgAboveDefault = "rlim_fd_max is not in the dump and {most} by default, which only the superuser may exceed: see that it is at least {asked}."
)

// controlEvidence gathers what is known of a resource control: what the
// server's process has goes before other processes, and those before shells.
func (f *Facts) controlEvidence(r *Rule) evidence {
	all := f.all(r)
	e := evidence{file: pick(all).file}
	for _, t := range []tier{ofServer, ofShell, ofOther} {
		same := slices.DeleteFunc(slices.Clone(all), func(s dump.Setting) bool {
			return s.Scope == dump.Configured || tierOf(s) != t
		})
		if len(same) > 0 {
			e.now = &same[len(same)-1]
			e.others = differing(same, *e.now)
			break
		}
	}
	return e
}

// bindSolarisDescriptors: rlim_fd_cur <= rlim_fd_max <= rlim_fd_sys, and no
// ulimit above rlim_fd_max.
func (f *Facts) bindSolarisDescriptors(l links) {
	l.cutDown(f, "solaris.rlim_fd_max", "solaris.rlim_fd_sys")
	f.bindToHard(l)
	l.cutDown(f, "solaris.rlim_fd_cur", "solaris.rlim_fd_max")
	l.within(f, "solaris.rlim_fd_cur", "solaris.rlim_fd_max", stockHardDescriptors(f), 0)
}

// settled is the number that a finding comes to when what is asked for, or what
// a file sets already, is in force.
func (l links) settled(f *Facts, id string) (uint64, bool) {
	if x := l[id]; x != nil && x.Verdict != Superseded && x.Verdict != Unseen {
		if n, ok := f.final(x); ok {
			return n, true
		}
	}
	return l.number(id)
}

// cutDown finds a link that the system cuts down to another one.
func (l links) cutDown(f *Facts, id, binderID string) {
	n, ok := l.settled(f, id)
	most, known := l.settled(f, binderID)
	if !ok || !known || n <= most {
		return
	}
	x, binder := l[id], l[binderID]
	x.Verdict, x.BoundBy, x.Ask = Review, binderID, ""
	x.add(f, msgCutDown, "binder", binder.Rule.Setting, "at", strconv.Itoa(binder.Line), "value", binder.Observed)
}

// bindToHard finds a ulimit of the server above rlim_fd_max: the guide's own
// figures, 32768 and 16384, clash in that way.
func (f *Facts) bindToHard(l links) {
	x := l["solaris.ulimit.nofile"]
	if x == nil {
		return
	}
	asked, ok := f.configured(x)
	if x.Verdict == Fix {
		asked, ok = x.Rule.number(dump.Setting{Value: x.Ask})
	}
	if has, running := f.ofRunningServer("nofile"); !ok || running && has >= asked {
		return
	}
	most, known := l.number("solaris.rlim_fd_max")
	if !known {
		if usual := stockHardDescriptors(f); usual > 0 && asked > usual {
			x.add(f, msgAboveDefault, "most", figure(usual), "asked", figure(asked))
		}
		return
	}
	if asked > most {
		f.raiseHard(l, x, asked)
	}
}

// ofRunningServer is a limit of the server's own process.
func (f *Facts) ofRunningServer(resource string) (uint64, bool) {
	e := f.limitEvidence(resource)
	if e.now == nil || tierOf(*e.now) != ofServer {
		return 0, false
	}
	return numberOf(*e.now)
}

// raiseHard makes rlim_fd_max the finding to mend.
func (f *Facts) raiseHard(l links, x *Finding, asked uint64) {
	hard := l["solaris.rlim_fd_max"]
	x.BoundBy = hard.Rule.ID
	if x.Verdict != Fix {
		x.Verdict = Review
	}
	x.add(f, msgAboveHard, "asked", figure(asked), "binder", hard.Rule.Setting, "at", strconv.Itoa(hard.Line), "most", hard.Observed)
	if n, ok := hard.Rule.number(dump.Setting{Value: hard.Ask}); hard.Ask != "" && ok && n >= asked {
		return
	}
	if hard.Verdict != Fix {
		hard.Verdict = Review
	}
	hard.Want, hard.Ask = "at least "+figure(asked), figure(asked)
	hard.addLine(x.Line)
	hard.add(f, msgAskedOf, "at", strconv.Itoa(x.Line), "asked", figure(asked))
}

// addLine adds a line to what a finding rests on.
func (x *Finding) addLine(line int) {
	if line > 0 && !slices.Contains(x.Lines, line) {
		x.Lines = append(x.Lines, line)
		slices.Sort(x.Lines)
	}
}
