package rule

import "headroom/advisor/dump"

const (
	msgAbsent        = "The key was dumped, and {name} is not in it: {value} is what {system} takes without it."
	msgUserPortGone  = "{name} has no place on {system}: netsh's dynamic ports give the range."
	msgUserPortLeft  = "{name}{where} is {value}. It belongs to older Windows, yet it is not ignored: on Windows 11 a value of 65534 was measured to move the range down to 1025, over the ports of listeners. Delete it, and use netsh's dynamic ports."
	msgDeleted       = "{name} is taken out{where}; what Windows takes without it depends on the release, which the dump does not say."
	msgDeletedFor    = "{name} is taken out{where}: {system} then takes {value}; wanted: {want}."
	msgUserPortOut   = "{name} is taken out{where}, as it should be on {system}: netsh's dynamic ports give the range."
	msgUserPortElse  = "The dump does not say which Windows it is: from Vista and Server 2008 on it has to go, as netsh's dynamic ports give the range there."
	msgUserPortRange = "Valid are 5000 to 65534."
	msgDecimalAsHex  = "Written in hex it is {hex}, which was surely meant as a decimal number."
	msgDelayLong     = "{name}{where} is {value}, longer than the 60 s of TIME_WAIT that the guide sets on other systems."
	msgDelayRange    = "Valid are 30 to 300 s."
	msgDelayDisputed = "Microsoft's own pages say 120 and 240 s: the longer is taken here."
	msgDelayMatters  = "It counts only for connections that this host makes and closes itself: those that come in use no dynamic port."
	msgDefaultRange  = "The guide's figure, which it gives for older Windows, is a little more than today's default."
	msgWhenToRaise   = "Raise it where outgoing connections fail with events 4227 or 4231."
	msgOtherFamily   = "The range for IPv6 is a setting of its own."
	msgBelowRange    = "Microsoft's first port for it is 1025; a MaxUserPort left over in the registry was measured to move a range that low. Look for it there, delete it, and set the range anew."
	msgLowRange      = "The range begins at {start}: listeners and media ports inside it may be taken."
	msgQueriesHold   = "Your plan's DNS queries hold up to {need} ports: {working}."
)

// Bounds of MaxUserPort, and of a dynamic range: KB 314053, KB 929851.
const (
	leastUserPort = 5000
	mostUserPort  = 65534
	firstDynamic  = 1025
	// defaultDynamic is how many ports there are from 49152 on.
	defaultDynamic = 16384
	mostDynamic    = highestPort - firstDynamic + 1
)

// absent rests the case on the value that Windows takes where the registry
// key was dumped and does not hold the setting; false where it was not dumped
// or the default is not known.
func (c *Case) absent(byDefault uint64) bool {
	key, dumped := c.Facts.lastAny("Tcpip.Parameters")
	if !dumped || byDefault == 0 {
		return false
	}
	c.rest(dump.Setting{
		Name: c.Rule.Setting, Value: figure(byDefault), Scope: dump.Running,
		File: key.File, Line: key.Line, Column: key.Column, Session: key.Session,
	})
	c.held, c.Collect, c.Message = byDefault, "", ""
	c.common()
	if c.Verdict == OK {
		c.Ask = ""
	}
	c.say(msgAbsent)
	return true
}

// takenOut judges a value that is deleted by the one that Windows takes then; 0 is
// one that is not known.
func (c *Case) takenOut(value uint64) {
	if value == 0 {
		c.Verdict, c.Ask, c.Want = InfoOnly, "", ""
		c.retell(msgDeleted)
		return
	}
	s := c.Best
	s.Value, s.Gone = figure(value), false
	c.rest(s)
	c.held = value
	c.common()
	c.retell(msgDeletedFor)
}

// judgeUserPort: MaxUserPort is for Windows up to Server 2003. Later ones have
// other means, and are better off without it.
func judgeUserPort(c *Case) {
	later, known := c.Facts.dynamicPorts()
	switch {
	case known && later:
		c.leftOver()
	case known:
		c.judgeKnownUserPort()
	case c.Best.Gone:
		c.takenOut(0)
	case c.Seen:
		if c.checkUserPort() {
			c.afterDelay(mostUserPort)
		}
		c.doubtUserPort()
	}
}

// leftOver judges a MaxUserPort on a Windows that has other means.
func (c *Case) leftOver() {
	switch {
	case !c.Seen:
		c.Verdict, c.Collect = Superseded, ""
		c.retell(msgUserPortGone)
	case c.Best.Gone:
		c.Verdict, c.Ask, c.Want = OK, "", dump.Absent
		c.retell(msgUserPortOut)
	default:
		c.Verdict, c.Ask, c.Want = Review, dump.Absent, dump.Absent
		c.retell(msgUserPortLeft)
	}
}

// judgeKnownUserPort judges MaxUserPort on a Windows that has nothing else.
func (c *Case) judgeKnownUserPort() {
	switch {
	case !c.Seen:
		c.absent(leastUserPort)
	case c.Best.Gone:
		c.takenOut(leastUserPort)
	case !c.checkUserPort():
		return
	}
	c.afterDelay(mostUserPort)
}

// doubtUserPort: without the release, nobody can say whether the value is
// short or should not be there at all.
func (c *Case) doubtUserPort() {
	if c.Verdict == Fix {
		c.Verdict = Review
	}
	c.Ask = ""
	c.say(msgUserPortElse)
}

// checkUserPort finds values that Windows does not take, and asks for none. It
// reports whether the value is one that it takes.
func (c *Case) checkUserPort() (valid bool) {
	n, ok := c.Best.Number()
	if !ok {
		return false
	}
	need, _ := needed(c)
	if held := c.held; held <= mostUserPort {
		need = max(need, held)
	}
	if valid = n >= leastUserPort && n <= mostUserPort; !valid {
		c.Verdict = Fix
		c.say(msgUserPortRange)
	}
	if meant, isDecimal := decimalAsHex(n); isDecimal && n > mostUserPort {
		c.say(msgDecimalAsHex, "hex", figure(meant))
		need = max(need, meant)
	}
	if c.Verdict == Fix {
		c.Ask = figure(min(need, mostUserPort))
	}
	return valid
}

// afterDelay finds a plan that only a shorter TIME_WAIT makes possible.
func (c *Case) afterDelay(most uint64) {
	const delay = "windows.TcpTimedWaitDelay"
	if need, ok := needed(c); !ok || need <= most {
		return
	}
	to, then, ok := c.mended(delay, "TIME_WAIT_s", c.Rule.Demand)
	if guide, _ := c.Rule.guideNumber(); ok && then <= float64(most) {
		c.onceMended(delay, "TcpTimedWaitDelay", to, max(guide, whole(then)))
	}
}

// decimalAsHex finds a valid port whose digits were written as hex: 0x65534.
func decimalAsHex(n uint64) (meant uint64, ok bool) {
	for place := uint64(1); n > 0; n /= 16 {
		if n%16 > 9 {
			return 0, false
		}
		meant += n % 16 * place
		place *= 10
	}
	return meant, meant >= leastUserPort && meant <= mostUserPort
}

// judgeTimedWait: the guide has no figure for Windows, and from Vista on the
// delay matters to outgoing connections only.
func judgeTimedWait(c *Case) {
	later, known := c.Facts.dynamicPorts()
	if c.Best.Gone {
		c.takenOut(c.Facts.defaultDelay())
	}
	if !c.Seen {
		if !c.absent(c.Facts.defaultDelay()) {
			return
		}
		if later {
			c.say(msgDelayDisputed)
		}
	}
	n, ok := c.Best.Number()
	switch {
	case !ok:
	case n < shortestDelay:
		c.Verdict, c.Ask = Fix, figure(shortestDelay)
		c.retell(msgValue)
		c.say(msgDelayRange)
	case n > longestDelay:
		c.Verdict = Fix
		c.say(msgDelayRange)
	case c.Verdict == Fix && known && later:
		c.Verdict = Review
		c.say(msgDelayMatters)
	}
	if asked, ok := (dump.Setting{Value: c.Ask}).Number(); ok && asked < shortestDelay {
		c.Ask = figure(shortestDelay)
	}
}

// portsInRange is the count of a dynamic range, "start count".
func portsInRange(s dump.Setting) (uint64, bool) {
	n := s.Numbers()
	if len(n) != 2 || n[0] < firstDynamic-1 || n[0]+n[1] > highestPort+1 {
		return 0, false
	}
	return n[1], true
}

// rangeAtTop is a range of that many ports which ends at the last port.
func rangeAtTop(_ *Case, count uint64) string {
	count = min(count, mostDynamic)
	return figure(highestPort+1-count) + " " + figure(count)
}

// judgeDynamicPorts: the guide's figure is older than the setting, so only a
// plan makes it more than a thing to look at.
func judgeDynamicPorts(c *Case) {
	if !c.Seen {
		return
	}
	_, planned := c.demand()
	need, _ := needed(c)
	switch {
	case c.Verdict == Fix && need > mostDynamic:
		c.Verdict, c.Ask = Review, ""
		c.say(msgNoRange)
		c.afterDelay(mostDynamic)
	case c.Verdict == Fix && !planned:
		c.Verdict = Review
		if count, ok := portsInRange(c.Best); ok && count == defaultDynamic {
			c.say(msgDefaultRange)
		}
		c.say(msgWhenToRaise)
	}
	if c.Verdict == Fix || c.Verdict == Review {
		c.say(msgOtherFamily)
	}
	c.sayLow()
}

// sayLow names a range that begins among the ports of services.
func (c *Case) sayLow() {
	n := c.Best.Numbers()
	if len(n) != 2 || n[0] >= services {
		return
	}
	c.say(msgLowRange, "start", figure(n[0]))
	if n[0] < firstDynamic && c.Verdict == OK {
		c.Verdict, c.Ask = Review, ""
		c.say(msgBelowRange)
	}
}

// judgeUDPPorts says what the plan's DNS queries hold, and finds a range that
// is too small for them.
func judgeUDPPorts(c *Case) {
	count, ok := portsInRange(c.Best)
	if !c.Seen || !ok {
		return
	}
	if need, planned := c.demand(); planned {
		c.say(msgQueriesHold, "need", figure(need), "working", c.Working)
		if need > count {
			c.Verdict = Review
			c.Want = "at least " + figure(need) + " ports"
			c.Ask = rangeAtTop(c, need)
		}
	}
	c.sayLow()
}
