package rule

import (
	"math"
	"slices"
	"strings"

	"headroom/advisor/dump"
)

// Judge returns one finding for each rule of the host's system, worst first
// and else in the order of the catalogue; none where the system is not known.
func Judge(f *Facts) []Finding {
	findings := []Finding{}
	for i := range f.rules {
		if r := &f.rules[i]; r.OS == f.Dump.Host.OS {
			findings = append(findings, f.judge(r))
		}
	}
	f.bind(findings)
	slices.SortStableFunc(findings, func(a, b Finding) int {
		return order(a.Verdict) - order(b.Verdict)
	})
	return findings
}

// order is the place of a verdict in a report, worst first.
func order(v Verdict) int {
	return slices.Index([]Verdict{Fix, Review, Unseen, InfoOnly, OK, Superseded}, v)
}

// judge gives the verdict of one rule, in the order of the design: superseded,
// unseen, then what the evidence says.
func (f *Facts) judge(r *Rule) Finding {
	e := f.evidence(r)
	switch {
	case !r.Gate.admits(r.OS, f.release) && !f.ported(r, e):
		return f.superseded(r, e)
	case e.empty():
		return f.unseen(r)
	case e.now != nil && e.file != nil:
		return f.settle(r, e)
	case e.now != nil:
		return f.weigh(r, *e.now, e).Finding
	}
	return f.weigh(r, *e.file, e).Finding
}

// ported reports whether the running kernel shows a setting that came with a
// later release: its distribution brought it back, and it counts.
func (f *Facts) ported(r *Rule, e evidence) bool {
	early := Gate{From: r.Gate.From}
	return r.OS == dump.Linux && r.Means == Sysctl && e.now != nil && e.now.Scope == dump.Running && !early.admits(r.OS, f.release)
}

func (f *Facts) superseded(r *Rule, e evidence) Finding {
	c := f.open(r, e)
	c.Verdict = Superseded
	c.say(msgSuperseded, "successor", r.Gate.Successor)
	if c.Seen {
		c.say(msgWithoutEffect)
	}
	return c.Finding
}

func (f *Facts) unseen(r *Rule) Finding {
	c := f.open(r, evidence{})
	c.Verdict, c.Collect = Unseen, f.see(r)
	c.say(msgUnseen)
	if r.Judge != nil {
		r.Judge(&c)
	}
	return c.Finding
}

// see is the command that shows a setting on this release.
func (f *Facts) see(r *Rule) string {
	switch {
	case r.changed(f.release):
		return r.later.See
	case r.OS == dump.HPUX:
		return f.tunableCommand(r.See)
	}
	return r.SeeOn(f.Dump.Host)
}

// open starts a case on the best evidence there is.
func (f *Facts) open(r *Rule, e evidence) Case {
	c := Case{Facts: f, Finding: Finding{Rule: r}}
	if e.empty() && r.changed(f.release) {
		c.Name = r.later.Setting
	}
	switch {
	case e.now != nil:
		c.rest(*e.now)
	case e.file != nil:
		c.rest(*e.file)
	}
	return c
}

// rest puts the case on one setting.
func (c *Case) rest(s dump.Setting) {
	c.Best, c.Seen = s, true
	c.Observed, c.File, c.Line, c.Owner = s.Value, s.File, s.Line, s.Owner
	c.Name = ""
	if slices.Contains(c.Rule.names, s.Name) {
		c.Name = s.Name
	}
	c.cite(s)
}

// cite adds the line of a setting to the evidence.
func (c *Case) cite(s dump.Setting) {
	if s.File != c.File || s.Line == 0 || slices.Contains(c.Lines, s.Line) {
		return
	}
	c.Lines = append(c.Lines, s.Line)
	slices.Sort(c.Lines)
}

// weigh judges one setting as if it were the only one; e.others are told.
func (f *Facts) weigh(r *Rule, s dump.Setting, e evidence) Case {
	c := f.open(r, evidence{})
	c.rest(s)
	c.held = c.best(e)
	c.common()
	if r.Judge != nil {
		r.Judge(&c)
	}
	if c.Verdict == Fix && r.Means == NoMeans {
		c.Verdict = Review
		c.say(msgNoFile)
	}
	if r.Means == NoMeans || c.Verdict != Fix && c.Verdict != Review {
		c.Ask = ""
	}
	c.keepHard()
	c.tellStock()
	c.tellWhose()
	c.tellConflict(e.others)
	if gravity(c.Verdict) == 0 && c.doubted(e.others) {
		c.Verdict = Review
	}
	return c
}

// unitHard is the hard limit of descriptors that systemd gives a service: since 240.
const unitHard = 524288

// keepHard notes a hard limit that is higher than what is asked of the soft one.
func (c *Case) keepHard() {
	if c.Rule.Means != StartupLimit || strings.HasSuffix(c.Rule.Setting, ".hard") {
		return
	}
	asked, ok := dump.Setting{Value: c.Ask}.Number()
	hard, known := c.Facts.hardBeside(c.Best)
	if tier := tierOf(c.Best); c.Rule.ID == "linux.ulimit.nofile" && (tier == ofShell || tier == ofLogin) {
		hard = max(hard, unitHard) // the server's own is not shown
	}
	if c.Seen && ok && known && hard > asked {
		c.Hard = figure(hard)
		if hard == math.MaxUint64 {
			c.Hard = dump.Unlimited
		}
	}
}

// doubted reports whether another reading of the same host would be a fault.
func (c *Case) doubted(others []dump.Setting) bool {
	return slices.ContainsFunc(others, func(o dump.Setting) bool {
		return o.Session == c.Best.Session && gravity(c.Facts.weigh(c.Rule, o, evidence{}).Verdict) > 0
	})
}

// best is the best number that any of the evidence holds, so that what is
// asked for lowers none of it.
func (c *Case) best(e evidence) uint64 {
	n, _ := c.Rule.number(c.Best)
	for _, s := range []*dump.Setting{e.now, e.file} {
		if s == nil {
			continue
		}
		if m, ok := c.Rule.number(*s); ok && c.Rule.better(m, n) {
			n = m
		}
	}
	return n
}

// common gives the verdict that the rule's direction asks for.
func (c *Case) common() {
	switch c.Rule.Direction {
	case AtLeast, AtMost:
		c.compare()
	case Exactly:
		c.equal()
	case Present:
		c.Verdict, c.Want = OK, "present"
		c.say(msgPresent)
	default:
		c.Verdict = InfoOnly
		c.say(msgValue)
	}
}

// equal judges a setting that has one right value.
func (c *Case) equal() {
	c.Want = c.Rule.Guide
	if strings.EqualFold(c.Best.Value, c.Want) {
		c.Verdict = OK
		c.say(msgEqual)
		return
	}
	c.Verdict, c.Ask = Fix, c.Want
	c.say(msgNotEqual)
}
