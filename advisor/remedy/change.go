package remedy

import (
	"slices"
	"strings"

	"headroom/advisor/dump"
	"headroom/advisor/rule"
)

// A change is one setting with the value it is to have.
type change struct {
	name  string // as the file spells it: fs.file-max, n, LimitNOFILE, DefaultStackSize
	value string
	hard  string // of a soft limit: the hard one beside it, which stays; empty where value is to be both
	rules []*rule.Rule
}

// other reports whether a name is another one of the setting.
func (c change) other(name string) bool {
	return name != "" && name != c.name && slices.ContainsFunc(c.rules, func(ru *rule.Rule) bool { return ru.Named(name) && ru.Named(c.name) })
}

// changes are what one kind of file has to say, in the order of the findings.
type changes []change

// set adds a change. Where two findings ask for one name, the larger number
// counts, so that neither is left open.
func (c *changes) set(name, value string, rules ...*rule.Rule) {
	known := c.at(name)
	if known == nil {
		*c = append(*c, change{name: name, value: value, rules: rules})
		return
	}
	known.value = larger(known.value, value)
	known.rules = append(known.rules, rules...)
}

// keep notes the hard limit of a finding beside what is asked of the soft one. What
// is asked of the hard one itself raises it no less.
func (c changes) keep(name string, f *rule.Finding) {
	known := c.at(name)
	if safe(f.Hard) {
		known.hard = larger(known.hard, f.Hard)
	}
	if known.asksHard() || larger(known.value, known.hard) == known.value {
		known.hard = ""
	}
}

// larger returns the larger of two values, "unlimited" above all numbers and
// any value above none.
func larger(a, b string) string {
	if b == "" {
		return a
	}
	x, okA := dump.Setting{Value: a}.Number()
	y, okB := dump.Setting{Value: b}.Number()
	if a == dump.Unlimited || okA && okB && x >= y {
		return a
	}
	return b
}

// value returns the value that a name is to have, "" for none.
func (c changes) value(name string) string {
	if known := c.at(name); known != nil {
		return known.value
	}
	return ""
}

// at returns the change of a name, nil for none.
func (c changes) at(name string) *change {
	i := slices.IndexFunc(c, func(known change) bool { return known.name == name })
	if i < 0 {
		return nil
	}
	return &c[i]
}

// safe reports whether a value may stand in a file as it is: figures and the
// words of known settings, nothing a shell would take for more.
func safe(value string) bool {
	return value != "" && strings.Trim(value, "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ._- ") == ""
}

// highest is the value of a name, or the hard limit beside it.
func (c changes) highest(name string) string {
	if known := c.at(name); known != nil {
		return larger(known.value, known.hard)
	}
	return ""
}

// A host is what its files are made from.
type host struct {
	dump    *dump.Dump
	asked   map[rule.Means]changes // by what mends them
	scripts []*rule.Finding        // what the init script sets
	open    []*edited
	start   rule.Start
	option  string // what is left to the reader to decide; empty where what is to be fixed is written
	fixed   *host  // for an option: what is to be fixed, written
}

// change files a finding under what mends it on this host. One whose value no
// file can bear is left out.
func (h *host) change(f *rule.Finding) {
	setting, means := f.Rule.On(h.dump.Host)
	if means == rule.InitScript {
		h.scripts = append(h.scripts, f)
		return
	}
	if !safe(f.Ask) {
		return
	}
	switch means {
	case rule.StartupLimit:
		setting = strings.TrimSuffix(strings.TrimPrefix(setting, "ulimit."), ".hard")
	case rule.StartupParam:
		setting = strings.TrimPrefix(setting, "startup.")
	case rule.Unit:
		setting = strings.TrimPrefix(setting, "systemd.")
	case rule.Sysctl, rule.SysctlConf, rule.LoaderConf, rule.Launchd, rule.Ndd, rule.Ipadm, rule.Nddconf:
		setting, means = h.spelled(f, setting, means)
	}
	wanted := h.asked[means]
	wanted.set(setting, f.Ask, f.Rule)
	if means == rule.StartupLimit {
		wanted.keep(setting, f)
	}
	h.asked[means] = wanted
}

// spelled is the name under which the host knows the setting: that of the
// evidence, where it bears another than the rule. A name of ipadm tells that
// the host has ipadm.
func (h *host) spelled(f *rule.Finding, setting string, means rule.Means) (string, rule.Means) {
	if f.Name == "" || !safe(f.Name) {
		return setting, means
	}
	if means == rule.Ndd && !strings.HasPrefix(f.Name, "tcp_") {
		means = rule.Ipadm
	}
	return f.Name, means
}
