package rule

import (
	"cmp"
	"slices"
	"strings"

	"headroom/advisor/capacity"
	"headroom/advisor/dump"
)

// Facts are what rules judge: the settings of one host by name, and the plan.
type Facts struct {
	Dump *dump.Dump
	Plan capacity.Plan
	Vars capacity.Vars // of the plan, completed from the dump

	rules    []Rule                    // what is judged by: the catalogue
	byName   map[string][]dump.Setting // in the order of the text
	release  version
	recalled bool // what the text implies is told by settings: there is no text
	script   bool // systemd starts the server by its init script, which reads Startup.sh
	direct   bool // systemd starts the server's program itself, which does not
}

// NewFacts indexes a dump beside a plan. The plan's variables are completed
// with what only the dump can state.
func NewFacts(d *dump.Dump, p capacity.Plan) *Facts {
	d = d.Own()
	f := &Facts{Dump: d, Plan: p, Vars: p.Vars(), rules: Catalogue, byName: map[string][]dump.Setting{}}
	start := StartOf(d)
	f.script, f.direct = start.Script, start.Command != ""
	f.index()
	return f
}

// index orders the settings by name, and completes what follows from them.
func (f *Facts) index() {
	d := f.Dump
	for _, s := range d.Settings {
		if !f.unread(s) {
			f.byName[s.Name] = append(f.byName[s.Name], s)
		}
	}
	f.release = hostRelease(d.Host)
	if d.Host.OS == dump.Linux && !f.release.known() {
		if s, ok := f.last("kernel.osrelease", dump.Running); ok {
			f.release = parseVersion(dump.Linux, s.Value)
		}
	}
	f.complete()
}

// unread reports whether a setting is an option of the server in Startup.sh, which
// the server that the dump shows is started without.
func (f *Facts) unread(s dump.Setting) bool {
	return f.direct && strings.HasPrefix(s.Name, "startup.") && baseName(s.Path) == "Startup.sh"
}

// complete adds the variables that a dump states. TIME_WAIT_s is taken from
// the dump where it shows it, else from the plan, else from the release.
func (f *Facts) complete() {
	for _, d := range []struct{ variable, setting, unit string }{
		{"rmem_default", "net.core.rmem_default", "bytes"},
	} {
		if s, ok := f.last(d.setting, dump.Running); ok {
			if n, ok := s.Number(); ok {
				f.Vars[d.variable] = capacity.Var{Value: float64(n), Origin: capacity.FromDump, Unit: d.unit}
			}
		}
	}
	if ms, origin := f.segmentLifetime(); ms > 0 {
		f.Vars["msl"] = capacity.Var{Value: ms, Origin: origin, Unit: "ms"}
	}
	if f.Dump.Host.OS == dump.HPUX {
		f.completeHPUX()
	}
	if seconds, origin := f.timeWait(); seconds > 0 {
		f.Vars["TIME_WAIT_s"] = capacity.Var{Value: seconds, Origin: origin, Unit: "seconds"}
	}
}

// linuxTimeWait is fixed in the kernel, in seconds: include/net/tcp.h. Demands
// write it out.
const linuxTimeWait = 60

// timeWait returns how long TIME_WAIT lasts, in seconds, 0 where neither the
// dump nor the release says it.
func (f *Facts) timeWait() (float64, capacity.Origin) {
	if msl, ok := f.Vars["msl"]; ok && msl.Origin != capacity.Given {
		return 2 * msl.Value / 1000, msl.Origin
	}
	if f.Dump.Host.OS == dump.Windows {
		return f.windowsTimeWait()
	}
	if ms, ok := f.timeWaitInterval(); ok {
		return ms / 1000, capacity.FromDump
	}
	if _, given := f.Plan.Get("time-wait"); given {
		return 0, ""
	}
	switch f.Dump.Host.OS {
	case dump.Linux:
		return linuxTimeWait, capacity.Default
	case dump.Solaris:
		return f.solarisTimeWait(), capacity.Default
	case dump.HPUX:
		return hpuxTimeWait, capacity.Default
	}
	return 0, ""
}

// timeWaitOfHost is how long TIME_WAIT lasts on the host, in seconds, 0 where neither
// the dump nor the release says it.
func (f *Facts) timeWaitOfHost() float64 {
	if f.Dump.Host.OS == dump.Linux {
		return linuxTimeWait // whatever the plan says
	}
	if v := f.Vars["TIME_WAIT_s"]; v.Origin != capacity.Given {
		return v.Value
	}
	return 0
}

// Figures are what the host says of itself that a plan may give, by key.
func (f *Facts) Figures() map[string]float64 {
	const mebibyte = 1 << 20
	figures := map[string]float64{}
	if n := f.Dump.Host.MemoryBytes / mebibyte; n > 0 {
		figures["ram-mb"] = float64(n)
	}
	if f.Dump.Host.SwapKnown {
		figures["swap-mb"] = float64(f.Dump.Host.SwapBytes / mebibyte)
	}
	if seconds := f.timeWaitOfHost(); seconds > 0 {
		figures["time-wait"] = seconds
	}
	if s, ok := f.lastAny("startup.DefaultStackSize"); ok {
		if n, ok := s.Number(); ok && n >= 1024 {
			figures["stack-kb"] = float64(n / 1024)
		}
	}
	return figures
}

// Has reports whether the dump holds a setting of that name.
func (f *Facts) Has(name string) bool { return len(f.byName[name]) > 0 }

// all returns the settings of a rule, under any of its names, in the order of the
// text.
func (f *Facts) all(r *Rule) []dump.Setting {
	settings := f.byName[r.Setting]
	for _, name := range r.names {
		settings = append(settings[:len(settings):len(settings)], f.byName[name]...)
	}
	if len(r.names) > 0 {
		slices.SortStableFunc(settings, func(a, b dump.Setting) int { return cmp.Or(cmp.Compare(a.File, b.File), cmp.Compare(a.Line, b.Line)) })
	}
	return settings
}

// last returns the last setting of that name and scope; of those that files set,
// the one that is applied last.
func (f *Facts) last(name string, scope dump.Scope) (dump.Setting, bool) {
	var all []dump.Setting
	for _, s := range f.byName[name] {
		if s.Scope == scope {
			all = append(all, s)
		}
	}
	switch {
	case len(all) == 0:
		return dump.Setting{}, false
	case scope == dump.Configured:
		return *governing(all), true
	}
	return all[len(all)-1], true
}

// memory returns the host's RAM in bytes, 0 where it is not known. The plan
// goes before the dump, as it may ask for other hardware.
func (f *Facts) memory() uint64 {
	if mb, given := f.Plan.Get("ram-mb"); given {
		return uint64(mb) << 20
	}
	return f.Dump.Host.MemoryBytes
}
