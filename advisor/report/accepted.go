package report

import "headroom/advisor/rule"

// An Accepted is a finding that the people of the host chose to live with.
type Accepted struct {
	Rule   string // ID
	Reason string
	Until  string // the last day on which it holds, YYYY-MM-DD; empty for no end
	State  State
}

// State says what an acceptance is worth.
type State string

const (
	Active  State = "active"
	Expired State = "expired" // its day has passed: the finding counts again
	Stale   State = "stale"   // there is nothing left to accept
)

// accepted returns the acceptance of a finding that is in force, nil where
// there is none.
func (r *Report) accepted(f *rule.Finding) *Accepted {
	for i := range r.Accepted {
		if a := &r.Accepted[i]; a.State == Active && a.Rule == f.Rule.ID {
			return a
		}
	}
	return nil
}

// reason is why a finding is accepted, empty where it is not.
func (r *Report) reason(f *rule.Finding) string {
	if a := r.accepted(f); a != nil {
		return a.Reason
	}
	return ""
}

// setAside returns the findings that are accepted, in their order.
func (r *Report) setAside() []*rule.Finding {
	var found []*rule.Finding
	for i := range r.Findings {
		if f := &r.Findings[i]; r.accepted(f) != nil {
			found = append(found, f)
		}
	}
	return found
}

// outdated says in a sentence each which acceptances do not count any more,
// and which lines could not be read.
func (r *Report) outdated() []string {
	said := r.Complaints
	for i := range r.Accepted {
		switch a := &r.Accepted[i]; a.State {
		case Expired:
			said = append(said, words.expired(a.Rule, a.Until, a.Reason))
		case Stale:
			said = append(said, words.stale(a.Rule, a.Reason))
		}
	}
	return said
}

// grant says how long and why a finding is accepted.
func grant(a *Accepted) string { return words.grant(a.Until, a.Reason) }
