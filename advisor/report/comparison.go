package report

import (
	"strings"

	"headroom/advisor/rule"
)

// A Comparison is what became of the findings of a host between two checks.
type Comparison struct {
	Before, After *Report
	Changes       []Change // in the order of the later findings
}

// A Change is a finding that called for something in one of the two checks.
type Change struct {
	Kind          ChangeKind
	Before, After *rule.Finding // of the same rule
}

// ChangeKind says what became of a finding.
type ChangeKind string

const (
	Fixed ChangeKind = "fixed"
	Open  ChangeKind = "open"   // still to fix or to review
	New   ChangeKind = "new"    // there was nothing to mend before
	Worse ChangeKind = "worse"  // graver, or further from what is wanted
	Gone  ChangeKind = "unseen" // the later dump does not show it
)

// changeOrder is the order in which a comparison is told: what is left to do
// comes first.
var changeOrder = []ChangeKind{Worse, New, Open, Gone, Fixed}

// of returns the changes of one kind.
func (c *Comparison) of(kind ChangeKind) []*Change {
	var found []*Change
	for i := range c.Changes {
		if c.Changes[i].Kind == kind {
			found = append(found, &c.Changes[i])
		}
	}
	return found
}

// IsAccepted reports whether a finding is accepted and does not count.
func (r *Report) IsAccepted(f *rule.Finding) bool { return r.accepted(f) != nil }

// answer is the comparison in one sentence, without a period.
func (c *Comparison) answer() string {
	var parts []string
	for _, kind := range changeOrder {
		if n := len(c.of(kind)); n > 0 {
			parts = append(parts, compareWords.counted[kind](n))
		}
	}
	if len(parts) == 0 {
		return compareWords.nothing
	}
	return strings.Join(parts, ", ")
}

// holds says how many connections the host holds now and held before, empty
// where either is not known.
func (c *Comparison) holds() string {
	before, ok := c.Before.supports()
	after, ok2 := c.After.supports()
	if !ok || !ok2 {
		return ""
	}
	return compareWords.holds(before, after)
}

// supports is how many connections the host holds; ok is false where nothing
// says it.
func (r *Report) supports() (connections uint64, ok bool) {
	if r.Binding < 0 || r.Binding >= len(r.Limits) {
		return 0, false
	}
	return r.Limits[r.Binding].Supports, true
}

// values says what the setting was and is.
func (c *Comparison) values(x *Change) string {
	return compareWords.values(c.Before.found(x.Before), c.After.found(x.After))
}

// found is the value of a finding with its line, and what was said of it.
func (r *Report) found(f *rule.Finding) string {
	s := words.verdicts[f.Verdict]
	if f.Observed == "" {
		return s
	}
	s += ", " + f.Observed
	if f.Line > 0 {
		s += " (" + r.place(f.File, f.Line) + ")"
	}
	return s
}

// names says which two inputs are compared.
func (c *Comparison) names() string {
	return compareWords.names(c.Before.called(compareWords.before), c.After.called(compareWords.after))
}

func (r *Report) called(otherwise string) string {
	if r.Name != "" {
		return r.Name
	}
	return otherwise
}
