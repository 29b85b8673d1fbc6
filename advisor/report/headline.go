package report

import (
	"slices"
	"strings"

	"headroom/advisor/dump"
	"headroom/advisor/rule"
)

// verdictOrder is the order in which a report counts and groups, that of the
// findings themselves.
var verdictOrder = []rule.Verdict{rule.Fix, rule.Review, rule.Unseen, rule.InfoOnly, rule.OK, rule.Superseded}

// Answer is the report in one sentence, without a period.
func Answer(r *Report) string {
	fixes, reviews := r.Count(rule.Fix), r.Count(rule.Review)
	switch {
	case r.Dump.Notice != "":
		return strings.TrimSuffix(r.Dump.Notice, ".")
	case len(r.Findings) == 0 && systemUnknown(&r.Dump.Host):
		return words.whatSystem
	case len(r.Findings) == 0:
		return words.outside(systems[r.Dump.Host.OS])
	case r.Binding >= 0 && r.Binding < len(r.Limits):
		l := &r.Limits[r.Binding]
		answer := words.holds(l.Supports, r.Planned, resourceName(l.Resource), r.limitPlace(l))
		if !r.descriptorsShown() {
			answer += "; " + words.noDescriptors
		}
		return answer
	case fixes > 0:
		return words.toFix(fixes)
	case reviews > 0:
		return words.toReview(reviews)
	case r.Count(rule.OK) == 0:
		return words.unjudged
	case !r.descriptorsShown():
		return words.nothing + "; " + words.noDescriptors
	default:
		return words.nothing
	}
}

// descriptorsShown reports whether the limit is known that stops most servers first.
// Windows has none.
func (r *Report) descriptorsShown() bool {
	return r.Dump.Host.OS == dump.Windows || slices.ContainsFunc(r.Limits, func(l rule.Limit) bool { return l.Resource == "descriptors" })
}

func systemUnknown(h *dump.Host) bool { return h.OS == dump.Unknown || h.OS == "" }

func resourceName(resource string) string {
	if name, ok := words.resources[resource]; ok {
		return name
	}
	return "the limit of " + resource
}

// limitPlace names the line of a limit, or nothing where it stands on none.
func (r *Report) limitPlace(l *rule.Limit) string {
	if l.Line == 0 {
		return ""
	}
	return r.place(l.File, l.Line)
}

// place names a line for a person.
func (r *Report) place(file, line int) string {
	if r.several() {
		return words.onLineOf(line, r.fileName(file))
	}
	return words.onLine(line, "")
}

// counts lists how many findings have each verdict, leaving out none.
func (r *Report) counts() string {
	var parts []string
	for _, v := range verdictOrder {
		if n := r.Count(v); n > 0 {
			parts = append(parts, words.count(v, n))
		}
	}
	if n := len(r.setAside()); n > 0 {
		parts = append(parts, words.accepted(n))
	}
	return strings.Join(parts, ", ")
}

// host says on one line what the machine is and how much of the text was read.
func (r *Report) host() string {
	return r.machine() + "; " + words.understood(r.Dump.Understood, r.Dump.Total)
}

// machine says on one line what the machine is.
func (r *Report) machine() string {
	h := &r.Dump.Host
	parts := []string{system(h)}
	if h.CPUs > 0 {
		parts = append(parts, words.cpus(h.CPUs))
	}
	if h.MemoryBytes > 0 {
		parts = append(parts, words.memory(size(h.MemoryBytes)))
	}
	return strings.Join(parts, "; ")
}

// systems are the names of operating systems as people write them.
var systems = map[string]string{
	dump.Linux: "Linux", dump.Solaris: "Solaris", dump.FreeBSD: "FreeBSD", dump.HPUX: "HP-UX",
	dump.Windows: "Windows", dump.MacOS: "macOS", dump.OpenBSD: "OpenBSD", dump.NetBSD: "NetBSD",
	dump.AIX: "AIX", dump.ZOS: "z/OS", dump.Android: "Android", dump.Unknown: words.unknownSystem, "": words.unknownSystem,
}

func system(h *dump.Host) string {
	if h.OS == dump.MacOS && h.Product == "" && h.Release != "" && !strings.HasPrefix(h.Release, "10.") && rule.ReleaseBefore(*h, "26") {
		return rule.SystemName(*h) + " (Darwin " + h.Release + ")"
	}
	name := systems[h.OS]
	if h.Release != "" {
		name += " " + h.Release
	}
	if h.Product != "" && h.Product != name {
		name += " (" + h.Product + ")"
	}
	return name
}
