package rule

import "headroom/advisor/capacity"

const windowsWaiting capacity.Expr = "Rout*TIME_WAIT_s"

// windowsResources are the resources of a Windows host, which has no limit on
// descriptors.
var windowsResources = []resource{
	atRate("outgoing ports", "windows.dynamicport.tcp", windowsWaiting, itself),
	userPorts,
	ofMemory,
}

// userPorts are the ports of MaxUserPort, where it is what gives the range.
func userPorts(f *Facts, l links) (Limit, bool) {
	if later, _ := f.dynamicPorts(); later {
		return Limit{}, false
	}
	return atRate("outgoing ports", "windows.MaxUserPort", windowsWaiting, portsUpTo)(f, l)
}

// portsUpTo is how many ports there are from 1025 up to MaxUserPort.
func portsUpTo(_ *Facts, highest uint64) float64 { return float64(highest) - 1024 }
