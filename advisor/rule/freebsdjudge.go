package rule

import (
	"math"

	"headroom/advisor/dump"
)

// The judgement of FreeBSD's limits and of its sysctl.conf.
const (
	msgNoEnd      = "The guide warns of a limit without end: give a number."
	msgSinceFive  = "The guide gives its figure for FreeBSD 5 and later."
	msgNotSoMuch  = "FreeBSD's tuning(7) asks not to raise it where thousands of connections are served, and FreeBSD 7 and later grow the buffer by themselves."
	msgNoUse      = "It has been without use since 2003, so leave it."
	msgMillis     = "The unit is milliseconds: idle connections are probed every {seconds} s."
	msgHits       = "kern.threads.max_threads_hits on line {at} is {hits}: so often did a process ask for more."
	msgLasts      = "TIME_WAIT lasts {seconds} s."
	msgLastsLong  = "{name}{where} is {value}: TIME_WAIT lasts {seconds} s. The guide's 10000 makes it 20 s; the 60 s that it sets on other systems are no fault."
	msgLastsShort = "{name}{where} is {value}: TIME_WAIT lasts {seconds} s, and the guide goes no lower than 20 s."
	msgQueueOfOld = "Before FreeBSD 11 the kernel takes at most 65535."
)

// judgeBSDDescriptors knows that the server raises its own soft limit, and
// that a limit without end is no good one.
func judgeBSDDescriptors(c *Case) {
	if !c.Seen {
		return
	}
	if c.Best.Unlimited() {
		c.Verdict, c.Ask = Review, ""
		c.say(msgNoEnd)
		return
	}
	need, ok := needed(c)
	hard, known := c.Facts.hardBeside(c.Best)
	if c.Verdict == Fix && ok && known && hard >= need {
		c.softOnly(limitFigure(hard))
	}
}

// limitFigure writes a limit, which may be none.
func limitFigure(n uint64) string {
	if n == math.MaxUint64 {
		return dump.Unlimited
	}
	return figure(n)
}

// judgeSinceFive: on FreeBSD 4 the guide's figure is not unconditional. What a
// plan asks for is.
func judgeSinceFive(c *Case) {
	if c.Seen && c.Verdict == Fix && c.Working == "" && c.Facts.until(5) {
		c.Verdict = Review
		c.say(msgSinceFive)
	}
}

func stockMaxBuffer(f *Facts) uint64 {
	if !f.since(9, 3) {
		return 0
	}
	return 2 << 20
}

// bsdFilesByMemory is the number of files that FreeBSD 10 and later take by
// themselves: one for eight pages. sys/kern/subr_param.c.
func bsdFilesByMemory(f *Facts) uint64 {
	if !f.since(10) {
		return 0
	}
	return f.Dump.Host.MemoryBytes / 4096 / 8
}

func bsdProcessFilesByMemory(f *Facts) uint64 { return bsdFilesByMemory(f) / 10 * 9 }

// judgeQueue knows the bound of releases that keep the queue in 16 bits.
func judgeQueue(c *Case) {
	judgeSinceFive(c)
	if n, ok := (dump.Setting{Value: c.Ask}).Number(); c.Verdict == Fix && ok && n > math.MaxUint16 && c.Facts.until(11) {
		c.Verdict, c.Ask = Review, ""
		c.say(msgQueueOfOld)
	}
}

// judgeSendBuffer: the vendor of the system disagrees with the guide.
func judgeSendBuffer(c *Case) {
	judgeSinceFive(c)
	if c.Seen && c.Verdict == Fix && !c.Facts.until(7) {
		c.Verdict, c.Ask = Review, ""
		c.say(msgNotSoMuch)
	}
}

// judgeKeepalive: so short a time is most likely meant in seconds, and drops
// clients in an outage of an instant.
func judgeKeepalive(c *Case) {
	judgeSinceFive(c)
	const short = 10000
	if n, ok := c.Best.Number(); c.Seen && ok && n < short {
		if c.Verdict == OK {
			c.Verdict, c.Ask = Review, ""
		}
		c.say(msgMillis, "seconds", thousandths(n))
	}
}

func judgeRouteExpiry(c *Case) {
	if c.Seen && c.Verdict == Fix {
		c.Verdict, c.Ask = Review, ""
		c.say(msgNoUse)
	}
}

// The guide's net.inet.tcp.msl, and the longest that makes no more of
// TIME_WAIT than it sets elsewhere, in milliseconds.
const (
	lifetimeOfGuide   = 10000
	lifetimeElsewhere = 30000
)

// judgeLifetime: the guide sets 60 s of TIME_WAIT on other systems, so that
// much is no fault; it goes no lower than 20 s.
func judgeLifetime(c *Case) {
	n, ok := c.Best.Number()
	if !c.Seen || !ok {
		return
	}
	seconds := thousandths(2 * n)
	switch {
	case n < lifetimeOfGuide:
		c.Verdict, c.Ask, c.Want = Review, "", figure(lifetimeOfGuide)+" to "+figure(lifetimeElsewhere)
		c.retell(msgLastsShort, "seconds", seconds)
	case n > lifetimeOfGuide && n <= lifetimeElsewhere:
		c.Verdict = Review
		c.retell(msgLastsLong, "seconds", seconds)
	default:
		judgeSinceFive(c)
		c.say(msgLasts, "seconds", seconds)
	}
}

// judgeThreadsOfProcess takes the kernel's count of refusals for evidence.
func judgeThreadsOfProcess(c *Case) {
	s, ok := c.Facts.last("kern.threads.max_threads_hits", dump.Running)
	if hits, known := s.Number(); !c.Seen || !ok || !known || hits == 0 {
		return
	}
	if c.Verdict == OK || c.Verdict == InfoOnly {
		c.Verdict, c.Ask = Review, ""
	}
	c.cite(s)
	c.say(msgHits, "at", figure(uint64(s.Line)), "hits", s.Value)
}

// judgeSockets judges by the part of the demand that the plan gives.
func judgeSockets(c *Case) {
	if c.Seen {
		c.lowerBound()
	}
}
