package advisor

import (
	"strconv"
	"strings"

	"headroom/advisor/report"
	"headroom/advisor/rule"
)

// ParseAccept reads the findings that the people of a host accept, one a line:
//
//	rule [until YYYY-MM-DD] reason
//
// The day named is the last one. Empty lines and lines that begin with # say
// nothing. Each line that is not of this form gives one sentence with its
// number; the others are returned without a state, which follows from what a
// check finds.
func ParseAccept(text string) (accepted []report.Accepted, complaints []string) {
	n := 0
	for line := range strings.SplitSeq(text, "\n") {
		n++
		line = strings.TrimSpace(strings.TrimPrefix(line, "\ufeff"))
		if line == "" || line[0] == '#' {
			continue
		}
		a, complaint := parseAccepted(line)
		if complaint == "" && accepts(accepted, a.Rule) {
			complaint = "accepts " + a.Rule + " a second time"
		}
		if complaint != "" {
			complaints = append(complaints, "line "+strconv.Itoa(n)+" of the accepted findings "+complaint)
			continue
		}
		accepted = append(accepted, a)
	}
	return accepted, complaints
}

// parseAccepted reads one line. The complaint is the rest of a sentence about
// the line, empty where it is good.
func parseAccepted(line string) (a report.Accepted, complaint string) {
	id, rest := word(line)
	if rule.Lookup(id) == nil {
		return a, "names no rule of the catalogue: " + id
	}
	a.Rule = id
	if until, after := word(rest); until == "until" {
		a.Until, rest = word(after)
		if !isDay(a.Until) {
			return a, "has no day of the form YYYY-MM-DD behind until"
		}
	}
	if a.Reason = rest; rest == "" {
		return a, "gives no reason to accept " + id
	}
	return a, ""
}

// word splits the first word off a line.
func word(line string) (first, rest string) {
	end := strings.IndexAny(line, " \t")
	if end < 0 {
		return line, ""
	}
	return line[:end], strings.TrimSpace(line[end:])
}

func accepts(accepted []report.Accepted, id string) bool {
	for i := range accepted {
		if accepted[i].Rule == id {
			return true
		}
	}
	return false
}

// isDay reports whether s is a day of the calendar, written YYYY-MM-DD: such
// days are ordered as their letters are.
func isDay(s string) bool {
	if len(s) != len("2006-01-02") || s[4] != '-' || s[7] != '-' {
		return false
	}
	year, err1 := strconv.ParseUint(s[:4], 10, 16)
	month, err2 := strconv.ParseUint(s[5:7], 10, 8)
	day, err3 := strconv.ParseUint(s[8:], 10, 8)
	if err1 != nil || err2 != nil || err3 != nil || month < 1 || month > 12 || day < 1 {
		return false
	}
	days := [...]uint64{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31}
	if year%4 == 0 && (year%100 != 0 || year%400 == 0) {
		days[1]++
	}
	return day <= days[month-1]
}

// accept gives each acceptance its state on a day. Those of rules that do not
// concern the host's system are left out, so that one list can serve many
// hosts.
func accept(accepted []report.Accepted, findings []rule.Finding, today string) []report.Accepted {
	kept := []report.Accepted{}
	for _, a := range accepted {
		for i := range findings {
			if findings[i].Rule.ID == a.Rule {
				a.State = state(a, findings[i].Verdict, today)
				kept = append(kept, a)
			}
		}
	}
	return kept
}

// state is what an acceptance is worth beside the verdict of its rule. What
// the dump does not show may still be as it was when it was accepted. Where
// today is not known, no day has passed.
func state(a report.Accepted, v rule.Verdict, today string) report.State {
	switch {
	case v != rule.Fix && v != rule.Review && v != rule.Unseen:
		return report.Stale
	case a.Until != "" && isDay(today) && today > a.Until:
		return report.Expired
	}
	return report.Active
}

// counted leaves out the findings whose acceptance is in force.
func counted(findings []rule.Finding, accepted []report.Accepted) []rule.Finding {
	active := map[string]bool{}
	for i := range accepted {
		active[accepted[i].Rule] = accepted[i].State == report.Active
	}
	kept := make([]rule.Finding, 0, len(findings))
	for i := range findings {
		if !active[findings[i].Rule.ID] {
			kept = append(kept, findings[i])
		}
	}
	return kept
}
