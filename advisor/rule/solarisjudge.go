package rule

import (
	"math"
	"math/bits"
	"strconv"
	"strings"

	"headroom/advisor/capacity"
	"headroom/advisor/dump"
)

// What the rules of Solaris say beyond the common messages.
const (
	msgUnlimitedCost = "The guide warns that a limit without bound can cost memory and CPU: give a number."
	msgOwnLimit      = "The server has a limit of its own, {limit} on line {at}; this one is for every other process."
	msgNoSymptom     = "Lower it only where the symptom is seen: more than half of the CPU in the kernel, on a large host or a backend of a Dynamic Cluster. Else a small cache costs more than it saves."
	msgNddLost       = "ndd does not keep that over a boot: an init script has to set it."
	msgRefused       = "The system takes no less than {least}."
	msgTimeWaitFloor = "The guide finds 20 to 30 s probably safe, but the system's maker asks not to go below 60 s; its manual of 11.4 allows 10 s where thousands of connections wait."
	msgKeepalive     = "The system's maker asks to leave it at two hours: probes of idle connections cost traffic, and a short outage then ends sessions. Guide and maker disagree, so no change is advised."
	msgProbesOften   = "Below 30 s idle sessions are probed more often than even the guide asks."
	msgNagle         = "1 switches Nagle's algorithm off, which the guide shows for backends of a cluster only; the default is 4095, not the guide's 53."
	msgRoundedUp     = "The system rounds it up to {size}."
	msgRounded       = "prctl rounds: {value} stands for {exact}."
	msgOfProject     = "It counts only where the server runs in that project."
	msgAutomatic     = "{name}{where} is 0: the system sizes the table from its memory."
	msgPorts         = "{name}{where} is {value}: {ports} ports for outgoing connections; how many you need follows from {keys} in the plan."
	msgListeners     = "Listeners and media ports have to lie below the range."
	msgRangeEnds     = "The range ends at {last}, on line {at}: only {ports} ports are left."
)

// judgeSolarisDescriptors knows that the server raises its own soft limit.
func judgeSolarisDescriptors(c *Case) {
	if !c.Seen {
		return
	}
	if c.Best.Unlimited() {
		c.say(msgUnlimitedCost)
		return
	}
	need, ok := needed(c)
	hard, known := c.Facts.hardBeside(c.Best)
	if !known && tierOf(c.Best) == ofShell {
		hard, known = c.Facts.hardOfAll()
	}
	if c.Verdict == Fix && ok && known && hard >= need {
		c.softOnly(figure(hard))
	}
}

// hardOfAll is rlim_fd_max, the hard limit that every process begins with.
func (f *Facts) hardOfAll() (uint64, bool) {
	s, ok := f.lastAny("rlim_fd_max")
	if !ok {
		return 0, false
	}
	return s.Number()
}

// judgeSoftForAll: the limit of all processes does not matter to a server that
// has its own.
func judgeSoftForAll(c *Case) {
	if !c.Seen || c.Verdict != Fix {
		return
	}
	e := c.Facts.limitEvidence("nofile")
	own := e.file
	if e.now != nil && tierOf(*e.now) == ofServer {
		own = e.now
	}
	if own == nil || tierOf(*own) == ofLogin {
		return
	}
	c.Verdict = Review
	c.cite(*own)
	c.say(msgOwnLimit, "limit", own.Value, "at", strconv.Itoa(own.Line))
}

func judgeNameCache(c *Case) {
	if c.Seen && c.Verdict == Fix {
		c.Verdict = Review
		c.say(msgNoSymptom)
	}
}

// tellNddLost: a value that ndd set goes with the next boot, unless the text
// shows what sets it again. Solaris 11 keeps values by itself.
func tellNddLost(c *Case) {
	n, ok := c.Best.Number()
	usual := c.stock()
	if !c.Seen || c.Verdict != OK || !ok || usual == 0 || n == usual || !c.Facts.release.before(version{11}) {
		return
	}
	if pick(c.Facts.all(c.Rule)).file == nil {
		c.say(msgNddLost)
	}
}

// judgeSolarisTimeWait: above 60 s is wrong, below is between the guide and
// the system's maker.
func judgeSolarisTimeWait(c *Case) {
	n, ok := c.Best.Number()
	guide, _ := c.Rule.guideNumber()
	switch {
	case !c.Seen || !ok:
	case n < shortestWait:
		c.say(msgRefused, "least", figure(shortestWait))
	case n < guide:
		c.Verdict = Review
		c.say(msgTimeWaitFloor)
	}
	tellNddLost(c)
}

// judgeSolarisKeepalive: guide and maker disagree on every value.
func judgeSolarisKeepalive(c *Case) {
	if !c.Seen {
		return
	}
	n, ok := c.Best.Number()
	guide, _ := c.Rule.guideNumber()
	c.Verdict = Review
	if ok && n < guide {
		c.say(msgProbesOften)
	}
	c.say(msgKeepalive)
}

func judgeNagle(c *Case) { c.remark(msgNagle) }

// judgeControl: a project's limit is the server's only where it runs in that
// project, which no text says.
func judgeControl(c *Case) {
	tellRounding(c)
	if c.Seen && c.Best.Scope == dump.Configured && (c.Verdict == Fix || c.Verdict == Review) {
		c.Verdict = Review
		if c.Best.Owner != projectOfServices {
			c.Ask = ""
		}
		c.say(msgOfProject)
	}
}

// projectOfServices is the project that services run in, where nothing gives them
// another.
const projectOfServices = "system"

// tellRounding says which figure prctl rounded.
func tellRounding(c *Case) {
	n, ok := c.Best.Number()
	if exact, _ := controlValue(c.Best); c.Seen && ok && exact != n {
		c.say(msgRounded, "exact", figure(exact))
	}
}

// judgeDescriptorCap: rlim_fd_sys is a setting from 11.4 SRU 27 on. Where the
// text says only 5.11 or 11.4, it may be one.
func judgeDescriptorCap(c *Case) {
	v := c.Facts.release
	early := v.known() && v.before(version{11}) || len(v) > 1 && v.before(version{11, 4}) || len(v) > 2 && v.before(version{11, 4, 27})
	if !early && !c.Facts.illumos() {
		tellRounding(c)
		return
	}
	c.Verdict, c.Collect, c.Want, c.Ask = Superseded, "", "", ""
	c.retell(msgSuperseded, "successor", notSettable)
	if c.Seen && c.Best.Scope == dump.Configured {
		c.say(msgWithoutEffect)
	}
}

// roundedUp measures a hash table as the system makes it.
func roundedUp(s dump.Setting) (uint64, bool) {
	n, ok := numberOf(s)
	if !ok || n <= 1 || n > 1<<63 {
		return n, ok
	}
	return 1 << bits.Len64(n-1), true
}

// judgeBuckets says what the system makes of a figure that is no power of two.
func judgeBuckets(c *Case) {
	n, ok := c.Best.Number()
	size, _ := roundedUp(c.Best)
	if c.Seen && ok && size != n {
		c.say(msgRoundedUp, "size", figure(size))
	}
}

// nextPowerOfTwo is the next size that a hash table can have.
func nextPowerOfTwo(_ *Case, n uint64) string {
	n, _ = roundedUp(dump.Setting{Value: figure(n)})
	return figure(n)
}

// automaticAtZero measures a setting whose 0 leaves it to the system.
func automaticAtZero(s dump.Setting) (uint64, bool) {
	n, ok := numberOf(s)
	if ok && n == 0 {
		n = math.MaxUint64
	}
	return n, ok
}

// bucketsOrAutomatic gives a size that ipcl_conn_hash_size takes, and leaves
// larger ones to the system.
func bucketsOrAutomatic(_ *Case, n uint64) string {
	const most = 82500
	if n > most {
		return "0"
	}
	return figure(n)
}

func judgeAutomatic(c *Case) {
	if c.Seen && c.Best.Value == "0" {
		c.Verdict, c.Ask = OK, ""
		c.retell(msgAutomatic)
	}
}

// controlValue measures what prctl prints with three digits: 65.5K stands for
// 65536, the power of two that is within its rounding.
func controlValue(s dump.Setting) (uint64, bool) {
	n, ok := numberOf(s)
	if !ok || !strings.ContainsAny(s.Raw, "KMGT") {
		return n, ok
	}
	const rounding = 200 // half a unit in the third digit
	for p := uint64(1); p <= 1<<40; p *= 2 {
		if max(p, n)-min(p, n) <= n/rounding {
			return p, true
		}
	}
	return n, true
}

// controls returns prctl's halves of process.max-file-descriptor as the limits
// that they are.
func (f *Facts) controls(isHard bool) []dump.Setting {
	control, name := "process.max-file-descriptor.basic", "ulimit.nofile"
	if isHard {
		control, name = "process.max-file-descriptor", "ulimit.nofile.hard"
	}
	var limits []dump.Setting
	for _, s := range f.byName[control] {
		if n, ok := controlValue(s); ok && s.Scope == dump.Process {
			s.Name, s.Value = name, figure(n)
			limits = append(limits, s)
		}
	}
	return limits
}

// largestPort is the last port for outgoing connections.
func (f *Facts) largestPort() (n uint64, line int) {
	for _, name := range []string{"tcp_largest_anon_port", "largest_anon_port"} {
		if s, ok := f.lastAny(name); ok {
			if n, ok := s.Number(); ok && n <= 65535 {
				return n, s.Line
			}
		}
	}
	return 65535, 0
}

// firstPort is the demand of tcp_smallest_anon_port with TIME_WAIT in
// milliseconds, as its own setting has it.
const firstPort capacity.Expr = "65536-Rout*interval/1000"

// beyondPorts judges a plan that needs more ports than there are, which a
// shorter TIME_WAIT may change.
func (c *Case) beyondPorts() {
	const wait = "tcp_time_wait_interval"
	to, then, ok := c.mended("solaris."+wait, "interval", firstPort)
	if ok && then >= lowestPort {
		c.onceMended("solaris."+wait, wait, to, whole(then))
		return
	}
	c.Verdict, c.Ask = Review, ""
	c.say(msgNoRange)
}

// judgeAnonymousPort knows where the range begins and ends.
func judgeAnonymousPort(c *Case) {
	n, ok := c.Best.Number()
	if !c.Seen || !ok || n > 65535 {
		return
	}
	last, line := c.Facts.largestPort()
	ports := last - min(last+1, n) + 1
	need, planned := needed(c)
	switch {
	case !planned:
		c.retell(msgPorts, "ports", figure(ports), "keys", listed(c.missingKeys()))
	case c.Verdict == Fix && need < lowestPort:
		c.beyondPorts()
	case c.Verdict == Fix:
		c.say(msgListeners)
	}
	if last == 65535 {
		return
	}
	if planned && c.Verdict == OK && ports < 65536-need {
		c.Verdict = Review
	}
	c.say(msgRangeEnds, "last", figure(last), "at", strconv.Itoa(line), "ports", figure(ports))
}
