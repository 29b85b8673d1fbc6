package rule

import "headroom/advisor/dump"

// links are the findings of one host by the ID of their rule.
type links map[string]*Finding

// bind finds, in each chain of limits, the link that binds. A finding whose
// own value is good but bound by another says so; the one to mend is the link
// that binds.
func (f *Facts) bind(findings []Finding) {
	l := links{}
	for i := range findings {
		l[findings[i].Rule.ID] = &findings[i]
	}
	switch f.Dump.Host.OS {
	case dump.Linux:
		f.bindLinuxDescriptors(l)
		f.bindLinuxThreads(l)
	case dump.Solaris:
		f.bindSolarisDescriptors(l)
	case dump.HPUX:
		f.bindHPUXDescriptors(l)
		f.bindHPUXThreads(l)
	case dump.FreeBSD:
		f.bindBSD(l, freebsdChain)
	case dump.MacOS:
		f.bindBSD(l, macosChain)
	}
}

// number is the value that a finding rests on; ok is false where it has none
// or the verdict says that it does not count.
func (l links) number(id string) (n uint64, ok bool) {
	x := l[id]
	if x == nil || x.Line == 0 || x.Verdict == Superseded || x.Verdict == Unseen {
		return 0, false
	}
	return x.Rule.number(dump.Setting{Name: x.Rule.Setting, Value: x.Observed})
}

const msgOuterFirst = "{binder} is {most}: it would have to be raised first."

// within takes back what is asked of a link that is left to the reader, where it
// would be above what caps it: usual where the dump does not show that, 0 for not
// known. less is how far below it has to stay.
func (l links) within(f *Facts, id, binderID string, usual, less uint64) {
	x, binder := l[id], l[binderID]
	if x == nil || binder == nil || x.Verdict != Review {
		return
	}
	most, known := l.settled(f, binderID)
	if !known {
		most = usual
	}
	if asked, ok := x.Rule.number(dump.Setting{Value: x.Ask}); ok && x.Ask != "" && most > 0 && asked+less > most {
		x.Ask = ""
		x.add(f, msgOuterFirst, "binder", binder.Rule.Setting, "most", figure(most))
	}
}

// add puts a further sentence to the message of a finding.
func (x *Finding) add(f *Facts, template string, pairs ...string) {
	c := Case{Facts: f, Finding: *x, Seen: false}
	c.say(template, pairs...)
	x.Message = c.Message
}
