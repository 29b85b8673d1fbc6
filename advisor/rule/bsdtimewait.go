package rule

import (
	"headroom/advisor/capacity"
	"headroom/advisor/dump"
)

const mslSetting = "net.inet.tcp.msl"

// defaultLifetime is net.inet.tcp.msl of a system that sets none, in
// milliseconds: 60 and 30 s of TIME_WAIT. FreeBSD, sys/netinet/tcp_timer.h;
// xnu-11417, bsd/netinet/tcp_timer.h.
var defaultLifetime = map[string]float64{dump.FreeBSD: 30000, dump.MacOS: 15000}

// segmentLifetime is the maximum segment lifetime in milliseconds; TIME_WAIT
// lasts twice as long. The dump's goes first, then half the plan's TIME_WAIT,
// then the system's default. It is 0 on systems that have no such setting.
func (f *Facts) segmentLifetime() (ms float64, origin capacity.Origin) {
	byDefault, has := defaultLifetime[f.Dump.Host.OS]
	if !has {
		return 0, ""
	}
	for _, scope := range []dump.Scope{dump.Running, dump.Configured} {
		if s, ok := f.last(mslSetting, scope); ok {
			if n, ok := s.Number(); ok && n > 0 {
				return float64(n), capacity.FromDump
			}
		}
	}
	if seconds, given := f.Plan.Get("time-wait"); given {
		return seconds * 1000 / 2, capacity.Given
	}
	return byDefault, capacity.Default
}
