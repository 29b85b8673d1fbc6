package rule

import "headroom/advisor/dump"

// highestPort is the greatest port there is.
const highestPort = 65535

// lastPort is the end of the range for outgoing connections.
func (f *Facts) lastPort() uint64 {
	for _, scope := range []dump.Scope{dump.Running, dump.Configured} {
		if s, ok := f.last("net.inet.ip.portrange.last", scope); ok {
			if n, ok := s.Number(); ok && n <= highestPort {
				return n
			}
		}
	}
	return highestPort
}

// portsFrom is how many ports there are from the first of the range to its
// last. The kernel counts a range that is given the wrong way round downwards.
func portsFrom(f *Facts, first uint64) float64 {
	return float64(max(first, f.lastPort())-min(first, f.lastPort())) + 1
}
