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
	rules []*rule.Rule
}

// changes are what one kind of file has to say, in the order of the findings.
type changes []change

// set adds a change. Where two findings ask for one name, the larger number
// counts, so that neither is left open.
func (c *changes) set(name, value string, rules ...*rule.Rule) {
	i := slices.IndexFunc(*c, func(known change) bool { return known.name == name })
	if i < 0 {
		*c = append(*c, change{name, value, rules})
		return
	}
	known := &(*c)[i]
	known.value = larger(known.value, value)
	known.rules = append(known.rules, rules...)
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
	for i := range c {
		if c[i].name == name {
			return c[i].value
		}
	}
	return ""
}

// safe reports whether a value may stand in a file as it is: figures and the
// words of known settings, nothing a shell would take for more.
func safe(value string) bool {
	return value != "" && strings.Trim(value, "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ._- ") == ""
}

// A host is what its files are made from.
type host struct {
	dump    *dump.Dump
	sysctl  changes // by setting name
	limits  changes // by resource: nofile, nproc, data
	params  changes // by option of CGServer
	unit    changes // by property of the systemd unit
	scripts []*rule.Finding
	open    []*edited
}

// change files a finding under the kind of file that mends it. One whose value
// no file can bear is left out.
func (h *host) change(f *rule.Finding) {
	name := f.Rule.Setting
	if f.Rule.Means == rule.InitScript {
		h.scripts = append(h.scripts, f)
		return
	}
	if !safe(f.Ask) {
		return
	}
	switch f.Rule.Means {
	case rule.Sysctl:
		h.sysctl.set(h.spelled(f), f.Ask, f.Rule)
	case rule.StartupLimit:
		resource := strings.TrimSuffix(strings.TrimPrefix(name, "ulimit."), ".hard")
		h.limits.set(resource, f.Ask, f.Rule)
	case rule.StartupParam:
		h.params.set(strings.TrimPrefix(name, "startup."), f.Ask, f.Rule)
	case rule.Unit:
		h.unit.set(strings.TrimPrefix(name, "systemd."), f.Ask, f.Rule)
	}
}

// spelled is the name under which the host knows the setting: that of the
// evidence, where it bears an older one.
func (h *host) spelled(f *rule.Finding) string {
	name := f.Rule.Setting
	for _, s := range h.dump.Settings {
		if s.File != f.File || s.Line != f.Line || f.Line == 0 {
			continue
		}
		if s.Name == f.Rule.Setting {
			return s.Name
		}
		if safe(s.Name) && strings.Contains(s.Name, ".") {
			name = s.Name
		}
	}
	return name
}

// stockCeiling is fs.nr_open where nothing changed it: fs/file.c of Linux.
const stockCeiling = 1048576

// raiseCeiling adds fs.nr_open where the descriptor limit that is asked for
// exceeds it: setting the limit would fail.
func (h *host) raiseCeiling() {
	const name = "fs.nr_open"
	asked := larger(h.limits.value("nofile"), h.unit.value("LimitNOFILE"))
	n, ok := dump.Setting{Value: asked}.Number()
	if !ok {
		return
	}
	ceiling := uint64(stockCeiling)
	for _, s := range h.dump.Settings {
		if s.Name == name {
			if seen, ok := s.Number(); ok {
				ceiling = seen
			}
		}
	}
	if n > ceiling {
		h.sysctl.set(name, asked, rule.Lookup("linux.fs.nr_open"))
	}
}
