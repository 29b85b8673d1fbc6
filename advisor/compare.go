package advisor

import (
	"math"

	"headroom/advisor/dump"
	"headroom/advisor/report"
	"headroom/advisor/rule"
)

// Compare says what became of the findings of a host between two checks. What
// is accepted in the later one is left out.
func Compare(before, after *report.Report) *report.Comparison {
	c := &report.Comparison{Before: before, After: after}
	for i := range after.Findings {
		now := &after.Findings[i]
		if after.IsAccepted(now) {
			continue
		}
		if was := findingOf(before, now.Rule.ID); was != nil {
			if kind, changed := compared(was, now); changed {
				c.Changes = append(c.Changes, report.Change{Kind: kind, Before: was, After: now})
			}
		}
	}
	return c
}

// findingOf returns the finding of a rule, nil where there is none.
func findingOf(r *report.Report, id string) *rule.Finding {
	for i := range r.Findings {
		if r.Findings[i].Rule.ID == id {
			return &r.Findings[i]
		}
	}
	return nil
}

// compared says what became of one finding; changed is false where there was
// nothing to mend before, and is nothing now.
func compared(was, now *rule.Finding) (kind report.ChangeKind, changed bool) {
	switch before, after := gravity(was), gravity(now); {
	case before == 0 && after == 0:
		return "", false
	case before == 0:
		return report.New, true
	case after == 0 && now.Verdict == rule.Unseen:
		return report.Gone, true
	case after == 0:
		return report.Fixed, true
	case after > before, after == before && further(was, now):
		return report.Worse, true
	}
	return report.Open, true
}

// gravity orders what there is to mend.
func gravity(f *rule.Finding) int {
	switch f.Verdict {
	case rule.Fix:
		return 2
	case rule.Review:
		return 1
	}
	return 0
}

// further reports whether a value went away from what is wanted of it.
func further(was, now *rule.Finding) bool {
	before, ok := numberOf(was.Observed)
	after, ok2 := numberOf(now.Observed)
	if !ok || !ok2 {
		return false
	}
	switch now.Rule.Direction {
	case rule.AtLeast:
		return after < before
	case rule.AtMost:
		return after > before
	}
	return false
}

func numberOf(value string) (uint64, bool) {
	if value == dump.Unlimited {
		return math.MaxUint64, true
	}
	return dump.Setting{Value: value}.Number()
}
