package rule

import (
	"math/bits"
	"strconv"

	"headroom/advisor/capacity"
	"headroom/advisor/dump"
)

// The judgement of what FreeBSD sets at boot.
const (
	msgNotAtBoot   = "Line {line} of {file} has no effect on it: only the boot loader sets it, from loader.conf."
	msgNoPower     = "{value} is no power of two, so the kernel takes another figure: 512 before FreeBSD 10."
	msgFallsBack   = "{name}{where} is {value}, which is no power of two: before FreeBSD 10 the kernel then takes 512."
	msgTakeOut     = "On a 64-bit system that line has to go."
	msgShortOnWide = "{name}{where} is {value}, less than the guide asks for. A 64-bit system needs no line for it: take out the one that sets it."
	msgLessThanOwn = "A 64-bit system has {stock} by itself: something lowers it."
	msgWidth       = "{name}{where} is {value}. The dump does not say whether the system is of 32 or 64 bits: the guide's {guide} raises the default of the former and lowers that of the latter, {stock}."
	msgDenied      = "netstat -m on line {at} counts denied requests ({denied}): the network buffers have run out."
	msgFullBuffers = "With every buffer full, your plan's connections would take {working}; idle ones take none."
)

// bits is the width of the host's addresses, 0 where neither dump nor plan
// says it.
func (f *Facts) bits() int {
	switch f.Dump.Host.Arch {
	case "amd64", "x86_64", "aarch64", "arm64", "powerpc64", "powerpc64le", "riscv64", "sparc64", "ia64":
		return 64
	case "i386", "i486", "i586", "i686", "x86", "armv6", "armv6l", "armv7", "armv7l", "powerpc", "pc98":
		return 32
	}
	if n, given := f.Plan.Get("bits"); given {
		return int(n)
	}
	return 0
}

// amd64 reports whether the host is of the one 64-bit kind whose defaults are
// known.
func (f *Facts) amd64() bool {
	return f.Dump.Host.Arch == "amd64" || f.Dump.Host.Arch == "x86_64"
}

// since reports whether the host's release is known, and v or later.
func (f *Facts) since(v ...int) bool {
	return f.release.known() && !f.release.before(v)
}

// until reports whether the host's release is known, and before v.
func (f *Facts) until(v ...int) bool {
	return f.release.known() && f.release.before(v)
}

// wholeBuckets measures the hash table, whose size is a power of two: of other
// figures the next lower one counts.
func wholeBuckets(s dump.Setting) (uint64, bool) {
	n, ok := numberOf(s)
	if !ok || n == 0 {
		return n, ok
	}
	return 1 << (bits.Len64(n) - 1), true
}

// powerOfTwo gives the least power of two that holds n.
func powerOfTwo(_ *Case, n uint64) string {
	if n > 1<<63 {
		return figure(n)
	}
	return figure(1 << bits.Len64(max(n, 1)-1))
}

// bucketsBySockets is the size that FreeBSD 10 and later give the table, from
// kern.ipc.maxsockets: sys/netinet/tcp_subr.c.
func bucketsBySockets(f *Facts) uint64 {
	s, ok := f.last("kern.ipc.maxsockets", dump.Running)
	n, ok2 := s.Number()
	if !ok || !ok2 || !f.since(10) {
		return 0
	}
	return max(512, uint64(1)<<bits.Len64(n/4))
}

// judgeHashSize knows where the size can be set, and how a figure is taken
// that is no power of two.
func judgeHashSize(c *Case) {
	for _, s := range c.Facts.byName[c.Rule.Setting] {
		if afterBoot(s) {
			c.cite(s)
			c.say(msgNotAtBoot, "line", figure(uint64(s.Line)), "file", where(s))
		}
	}
	n, ok := c.Best.Number()
	if !c.Seen || !ok || n&(n-1) == 0 || c.Best.Scope != dump.Configured {
		return
	}
	if c.Facts.until(10) {
		c.Verdict = Fix
		c.retell(msgFallsBack)
		return
	}
	if c.Verdict == OK && !c.Facts.release.known() {
		c.Verdict = Review
	}
	c.say(msgNoPower)
}

// widely is what a 64-bit system has by itself, where the guide's figure was
// meant for 32-bit ones.
func widely(setting string) uint64 {
	if setting == "kern.maxssiz" {
		return stack64
	}
	return data64
}

func data64ByWidth(f *Facts) uint64  { return f.byWidth(data64) }
func stack64ByWidth(f *Facts) uint64 { return f.byWidth(stack64) }

func (f *Facts) byWidth(wide uint64) uint64 {
	if f.amd64() {
		return wide
	}
	return 0
}

// judgeSegment: on 64-bit systems the guide's figures lower the defaults, so
// no file is ever written there, and one that stands there has to go.
func judgeSegment(c *Case) {
	n, ok := c.Rule.number(c.Best)
	if !c.Seen || !ok {
		return
	}
	wide := widely(c.Rule.Setting)
	inFile := c.Best.Scope == dump.Configured
	switch width := c.Facts.bits(); {
	case width == 32:
	case width == 64 && c.Verdict == Fix:
		c.Verdict, c.Ask, c.lowerStock = Review, "", inFile
		c.retell(msgShortOnWide)
	case width == 64 && c.lowerStock:
		c.Ask = ""
		c.say(msgTakeOut)
	case width == 64 && c.Facts.amd64() && n < wide:
		c.say(msgLessThanOwn, "stock", figure(wide))
	case width == 0 && (c.Verdict == Fix || inFile && n < wide):
		c.Verdict, c.Ask, c.lowerStock = Review, "", inFile
		c.retell(msgWidth, "guide", c.Rule.Guide, "stock", figure(wide))
	}
}

// clustersByMemory is what FreeBSD 10 and later take by themselves, in
// clusters of 2048 bytes: sys/kern/kern_mbuf.c. 32-bit kernels take less.
func clustersByMemory(f *Facts) uint64 {
	if !f.since(10) || !f.amd64() {
		return 0
	}
	return f.Dump.Host.MemoryBytes / 2 / 2048 / 4
}

// judgeClusters takes denied requests for the evidence that counts, and shows
// the worst case of the plan without asking for it.
func judgeClusters(c *Case) {
	if !c.Seen {
		return
	}
	if working, ok := c.Facts.fullBuffers(); ok {
		c.say(msgFullBuffers, "working", working)
	}
	if s, ok := c.Facts.last("netstat.denied", dump.Running); ok && s.Value != "" && !allZero(s) {
		if c.Verdict == OK {
			c.Verdict, c.Ask = Review, ""
		}
		c.cite(s)
		c.say(msgDenied, "at", figure(uint64(s.Line)), "denied", s.Value)
	}
}

func allZero(s dump.Setting) bool {
	for _, n := range s.Numbers() {
		if n > 0 {
			return false
		}
	}
	return true
}

// fullBuffers is how many clusters the plan's connections take with all their
// buffers full: the formula of tuning(7).
func (f *Facts) fullBuffers() (working string, ok bool) {
	space := func(name string, byDefault int) int {
		s, _ := f.last(name, dump.Running)
		if n, ok := s.Number(); ok && n < 1<<31 {
			return int(n)
		}
		return byDefault
	}
	send, receive := space("net.inet.tcp.sendspace", 32768), space("net.inet.tcp.recvspace", 65536)
	clusters := capacity.Expr("C*(" + strconv.Itoa(send) + "+" + strconv.Itoa(receive) + ")*2/2048")
	_, working, ok = clusters.Eval(f.Vars)
	return working, ok
}
