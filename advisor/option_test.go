package advisor_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"headroom/advisor/dump"
	"headroom/advisor/remedy"
	"headroom/advisor/report"
	"headroom/advisor/rule"
)

// options checks what settles the findings that are left to the reader. Each option,
// with each of its alternatives, taken by itself and after the remedies, settles its
// findings and makes nothing worse, and no file of it has the name of one that is to
// be put on the server anyway. It returns how many there are.
func (d trial) options(t *testing.T, before *report.Report) int {
	t.Helper()
	for _, o := range before.Options {
		d.wellFormed(t, o.Files, before.Dump.Host.OS)
		for _, f := range o.Files {
			same := func(x remedy.File) bool { return x.Path == f.Path && !f.Part }
			assert.NotEmpty(t, f.Lines(f.Rules[0]), "%s, plan %q: %s", d.name, d.plan, f.Content)
			assert.False(t, slices.ContainsFunc(before.Files, same), "%s, plan %q: %s is a file of its own", d.name, d.plan, f.Path)
		}
		for alternative := -1; alternative < len(o.Files); alternative++ {
			if alternative < 0 || o.Files[alternative].Instead >= 0 {
				d.settles(t, o.Rules, printed(before.Files, -1)+printed(o.Files, alternative), before)
			}
		}
	}
	return len(before.Options)
}

// settles checks one way to take the option of some findings: they are in order, or
// wait for what is in the file to be applied, or for another link of their chain,
// which may come to light; or are not lost at the next start any more, whatever else
// is said of them.
func (d trial) settles(t *testing.T, ids []string, files string, before *report.Report) {
	t.Helper()
	expected, lost := map[string]bool{}, map[string]bool{}
	for _, f := range before.Findings {
		expected[f.Rule.ID] = slices.Contains(ids, f.BoundBy)
		lost[f.Rule.ID] = strings.Contains(f.Message, "lost at the next start")
	}
	after := d.check(d.text, files)
	binds := map[string]bool{}
	for _, f := range after.Findings {
		binds[f.BoundBy] = true
	}
	for _, f := range after.Findings {
		again := slices.ContainsFunc(after.Options, func(o remedy.Option) bool { return slices.Contains(o.Rules, f.Rule.ID) })
		waits := f.Verdict == rule.Review && !again && (strings.Contains(f.Message, "Not applied yet") || f.BoundBy != "" || binds[f.Rule.ID] || lost[f.Rule.ID])
		settled := f.Verdict == rule.OK || f.Verdict == rule.InfoOnly || f.Verdict == rule.Superseded || waits
		if slices.Contains(ids, f.Rule.ID) && !settled || f.Verdict == rule.Fix && !expected[f.Rule.ID] {
			assert.Fail(t, "an option does not settle its finding, or makes another worse",
				"%s, plan %q: %s of %s after that of %s: %s\n%s", d.name, d.plan, f.Verdict, f.Rule.ID, ids, f.Message, files)
		}
	}
	d.holdsNoLess(t, files, before, after)
}

// holdsNoLess finds a file that sets a lower hard limit than another one did.
func (d trial) holdsNoLess(t *testing.T, files string, before, after *report.Report) {
	t.Helper()
	for _, name := range []string{"ulimit.nofile.hard", "ulimit.nproc.hard"} {
		assert.GreaterOrEqual(t, configured(after.Dump, name), configured(before.Dump, name), "%s, plan %q: %s\n%s", d.name, d.plan, name, files)
	}
}

// configured is the last number that a file sets, 0 where none does.
func configured(d *dump.Dump, name string) uint64 {
	last := uint64(0)
	for _, s := range d.Settings {
		if n, ok := s.Number(); ok && s.Name == name && s.Scope == dump.Configured {
			last = n
		}
	}
	return last
}
