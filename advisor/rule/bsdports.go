package rule

import (
	"headroom/advisor/capacity"
	"headroom/advisor/dump"
)

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

// What the range for outgoing connections is enough for.
const (
	msgBears     = "{name}{where} is {value}: its {ports} ports, up to {last}, bear {rate} outgoing connections a second to one address and port with a TIME_WAIT of {seconds} s."
	msgOfYours   = "What you need follows from {keys} in the plan."
	msgTooFew    = "{name}{where} is {value}, but your plan needs {need} ports, more than there are: spread the connections over more addresses."
	msgLastShort = "But net.inet.ip.portrange.last is {last}, which leaves {ports} ports, and your plan needs {need}."
)

// judgeFirstPort judges the first port of the range together with the last.
func judgeFirstPort(c *Case) {
	n, ok := c.Best.Number()
	if !c.Seen || !ok || n > highestPort {
		return
	}
	f := c.Facts
	ports := portsFrom(f, n)
	need, _, planned := outgoingWaiting.Eval(f.Vars)
	switch {
	case c.Verdict == InfoOnly:
		c.sayBears(ports)
	case c.Verdict == Fix && need > mostPorts:
		c.tooFewPorts(need)
	case c.Verdict == OK && planned && ports < need:
		c.Verdict = Review
		c.say(msgLastShort, "last", figure(f.lastPort()), "ports", figure(whole(ports)), "need", figure(whole(need)))
	}
}

// mostPorts is how many ports the widest range holds.
const mostPorts = highestPort - lowestPort + 1

// tooFewPorts judges a plan that needs more ports than there are, which a
// shorter TIME_WAIT may change.
func (c *Case) tooFewPorts(need float64) {
	msl := c.Rule.OS + "." + mslSetting
	to, then, ok := c.mended(msl, "msl", outgoingWaiting)
	if ok && then <= mostPorts {
		c.onceMended(msl, mslSetting, to, highestPort+1-whole(then))
		return
	}
	c.Verdict, c.Ask = Review, ""
	c.retell(msgTooFew, "need", figure(whole(need)))
}

// sayBears says what the range is enough for where no plan is given.
func (c *Case) sayBears(ports float64) {
	milliseconds := 2 * c.Facts.Vars["msl"].Value
	if milliseconds == 0 {
		return
	}
	c.retell(msgBears, "ports", figure(whole(ports)), "last", figure(c.Facts.lastPort()),
		"rate", figure(whole(ports*1000/milliseconds)), "seconds", thousandths(whole(milliseconds)))
	if keys := listed(c.missingKeys()); keys != "" {
		c.say(msgOfYours, "keys", keys)
	}
}

// thousandths writes milliseconds as seconds.
func thousandths(ms uint64) string {
	return capacity.Figure(float64(ms) / 1000)
}
