package site

import (
	"strconv"

	"headroom/advisor/capacity"
	"headroom/advisor/dump"
	"headroom/advisor/report"
)

// A planField is an input of a plan's form: the form's own words, and the
// planner's name, unit, range, default and meaning.
type planField struct {
	Label string
	*capacity.Key
}

func field(label, key string) planField { return planField{label, capacity.LookupKey(key)} }

// Range is the values a field takes, for people: "0 to 1,000,000,000".
func (f planField) Range() string { return report.Amount(f.Min) + " to " + report.Amount(f.Max) }

// Shown is a default that is a figure, as the empty field shows it.
func (f planField) Shown() string {
	if _, err := strconv.ParseFloat(f.Default, 64); err != nil {
		return ""
	}
	return "default " + f.Default
}

// planFields are the inputs that the form on the advisor's page begins with;
// the planner has them all.
var planFields = []planField{
	field("Connections at once", "connections"),
	field("Threads", "threads"),
	field("New connections a second", "new-per-second"),
	field("Connections closed a second", "closes-per-second"),
	field("Outgoing connections a second", "outgoing-per-second"),
}

// A sample is a paste to try, in sample/NAME.txt.
type sample struct{ Name, Title string }

// samples are the pastes on offer; script/samples.js carries their text.
var samples = []sample{
	{"tuned", "Healthy: a tuned Linux server"},
	{"quoted", "Typical: a customer's mail, quoted"},
	{"stock", "Broken: a stock server"},
	{"windows", "Windows: registry and ports"},
}

// A system is what a reader can say a text comes from.
type system struct{ Name, Title string }

// systems are those that Headroom tells apart, those with advice first.
var systems = []system{
	{dump.Linux, "Linux"}, {dump.Windows, "Windows"}, {dump.Solaris, "Solaris"}, {dump.FreeBSD, "FreeBSD"},
	{dump.HPUX, "HP-UX"}, {dump.MacOS, "macOS"}, {dump.OpenBSD, "OpenBSD"}, {dump.NetBSD, "NetBSD"}, {dump.AIX, "AIX"},
	{dump.ZOS, "z/OS"}, {dump.Android, "Android"},
}
