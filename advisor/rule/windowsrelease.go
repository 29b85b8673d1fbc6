package rule

import (
	"strings"

	"headroom/advisor/capacity"
	"headroom/advisor/dump"
)

// Windows is counted by the version that ver and systeminfo print: 4.0 is NT 4,
// 5.0 is 2000, 5.1 is XP, 5.2 is Server 2003, 6.0 is Vista and Server 2008, and
// 10.0 everything from Windows 10 and Server 2016 on.
var (
	windowsXP    = version{5, 1}
	windowsVista = version{6, 0}
)

// windowsNames tell the version where only the name of the product is known.
// The first that the name holds counts.
var windowsNames = []struct {
	name    string
	version version
}{
	{"2012 R2", version{6, 3}}, {"2008 R2", version{6, 1}},
	{"2025", version{10, 0}}, {"2022", version{10, 0}}, {"2019", version{10, 0}}, {"2016", version{10, 0}},
	{"2012", version{6, 2}}, {"2008", windowsVista}, {"2003", version{5, 2}}, {"2000", version{5, 0}},
	{"Windows 11", version{10, 0}}, {"Windows 10", version{10, 0}}, {"Windows 8.1", version{6, 3}},
	{"Windows 8", version{6, 2}}, {"Windows 7", version{6, 1}}, {"Vista", windowsVista},
	{"XP", windowsXP}, {"NT 4", version{4, 0}}, {"NT", version{4, 0}},
}

// windowsRelease is the version of Windows, from the name of the product where
// no number is known.
func windowsRelease(h dump.Host) version {
	if v := parseVersion(h.OS, h.Release); v.known() {
		return v
	}
	for _, name := range []string{h.Release, h.Product} {
		for _, known := range windowsNames {
			if strings.Contains(name, known.name) {
				return known.version
			}
		}
	}
	return nil
}

// windowsName is how people call a Windows: its product, else its version.
func windowsName(h dump.Host) string {
	if h.Product != "" {
		return strings.TrimPrefix(strings.ReplaceAll(h.Product, "(R)", ""), "Microsoft ")
	}
	return strings.TrimSpace("Windows " + h.Release)
}

// dynamicPorts reports whether Windows is one that has netsh's dynamic ports,
// which is Vista and Server 2008 and later; ok is false where the dump does
// not say. A reading of such ports says it, too.
func (f *Facts) dynamicPorts() (has, ok bool) {
	switch {
	case f.release.known():
		return !f.release.before(windowsVista), true
	case f.Has("dynamicport.tcp"), f.Has("dynamicport.udp"):
		return true, true
	}
	return false, false
}

// windowsTimeWait is how long TIME_WAIT lasts: what the registry says, else
// the plan, else what the release has by itself.
func (f *Facts) windowsTimeWait() (float64, capacity.Origin) {
	for _, scope := range []dump.Scope{dump.Running, dump.Configured} {
		if s, ok := f.last("TcpTimedWaitDelay", scope); ok {
			if n, ok := s.Number(); ok && n >= shortestDelay && n <= longestDelay {
				return float64(n), capacity.FromDump
			}
		}
	}
	if _, given := f.Plan.Get("time-wait"); given {
		return 0, ""
	}
	return float64(f.defaultDelay()), capacity.Default
}

// TcpTimedWaitDelay is valid from 30 to 300 s. Microsoft KB 314053.
const (
	shortestDelay = 30
	longestDelay  = 300
)

// defaultDelay is the TcpTimedWaitDelay of a host without one, in seconds: 120
// for XP and Server 2003, 240 for NT and 2000. For Vista and later Microsoft's
// pages say 120 and 240, and the longer one is safe. 0 where the release is
// not known.
func (f *Facts) defaultDelay() uint64 {
	_, known := f.dynamicPorts()
	switch {
	case !known:
		return 0
	case f.release.known() && !f.release.before(windowsXP) && f.release.before(windowsVista):
		return 120
	}
	return 240
}
