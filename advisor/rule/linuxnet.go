package rule

import "headroom/advisor/dump"

// The judgement of the network.
const (
	msgOnlyDrops     = "Raise it where the second column of /proc/net/softnet_stat counts drops."
	msgPortsInUse    = "Listeners inside the range belong in net.ipv4.ip_local_reserved_ports."
	msgPortsBeside   = "Listeners belong outside the range: this kernel cannot reserve a port inside."
	msgReserves      = "Listeners and media ports that lie inside net.ipv4.ip_local_port_range belong here."
	msgNoRange       = "No range holds that many: spread the connections over more addresses."
	msgTimeWaitFixed = "TIME_WAIT is fixed at 60 s in the kernel; nothing sets it."
	msgFinTimeout    = "net.ipv4.tcp_fin_timeout on line {line} is FIN_WAIT_2, not TIME_WAIT."
	msgReuse         = "1 helps only where outgoing connections to one host run out of ports."
	msgNotTimeWait   = "It is FIN_WAIT_2: it does not shorten TIME_WAIT."
)

func judgeBacklog(c *Case) {
	if c.Seen && c.Verdict == Fix {
		c.Verdict = Review
		c.say(msgOnlyDrops)
	}
}

// Ports of ip_local_port_range are compared by their count.
func portCount(s dump.Setting) (uint64, bool) {
	ends := s.Numbers()
	if len(ends) != 2 || ends[0] > ends[1] || ends[1] > 65535 {
		return 0, false
	}
	return ends[1] - ends[0] + 1, true
}

// lowestPort is the first that no system service has a right to.
const lowestPort = 1024

// services is where ranges for outgoing connections had better begin: below it
// are the ports that servers listen on, those of SIP and of the server's own
// pages among them.
const services = 10000

// widenPorts gives a range of that many ports which holds the reader's own,
// unless that begins among the ports of services.
func widenPorts(c *Case, count uint64) string {
	low, high := uint64(16384), uint64(65535)
	if ends := c.Best.Numbers(); len(ends) == 2 && ends[0] <= ends[1] && ends[1] <= 65535 && ends[0] >= services {
		low = min(low, ends[0])
	}
	if count > high-low+1 {
		low = high + 1 - min(count, high)
	}
	return figure(low) + " " + figure(high)
}

// firstReserving is the first kernel that reserves ports inside the range.
const firstReserving = "2.6.35"

func judgePorts(c *Case) {
	if !c.Seen {
		return
	}
	if need, ok := needed(c); c.Verdict == Fix && ok && need > 65535-lowestPort+1 {
		c.Verdict, c.Ask = Review, ""
		c.say(msgNoRange)
		return
	}
	_, reserves := c.Facts.lastAny("net.ipv4.ip_local_reserved_ports")
	switch {
	case c.Verdict != Fix && c.Verdict != Review:
	case !reserves && ReleaseBefore(c.Facts.Dump.Host, firstReserving):
		c.say(msgPortsBeside)
	default:
		c.say(msgPortsInUse)
	}
}

func judgeTimeWait(c *Case) {
	c.Verdict, c.Collect = InfoOnly, ""
	c.retell(msgTimeWaitFixed)
	if s, ok := c.Facts.lastAny("net.ipv4.tcp_fin_timeout"); ok {
		c.rest(s)
		c.Observed = ""
		c.say(msgFinTimeout)
	}
}

// lastAny returns the last setting of that name.
func (f *Facts) lastAny(name string) (dump.Setting, bool) {
	all := f.byName[name]
	if len(all) == 0 {
		return dump.Setting{}, false
	}
	return all[len(all)-1], true
}

func judgeReuse(c *Case) { c.remark(msgReuse) }

func judgeFinTimeout(c *Case) { c.remark(msgNotTimeWait) }

func judgeReserved(c *Case) { c.remark(msgReserves) }

// remark adds what a value means to a rule that asks nothing.
func (c *Case) remark(template string) {
	if c.Seen {
		c.say(template)
	}
}

// thirdPages measures udp_mem, whose third value is the ceiling.
func thirdPages(s dump.Setting) (uint64, bool) {
	if n, ok := s.Number(); ok {
		return n, true
	}
	values := s.Numbers()
	if len(values) != 3 {
		return 0, false
	}
	return values[2], true
}

// raiseThird keeps the first two values of udp_mem.
func raiseThird(c *Case, pages uint64) string {
	values := c.Best.Numbers()
	if len(values) != 3 {
		return ""
	}
	return figure(values[0]) + " " + figure(values[1]) + " " + figure(pages)
}
