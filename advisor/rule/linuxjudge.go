package rule

import (
	"strings"

	"headroom/advisor/capacity"
	"headroom/advisor/dump"
)

// What the rules of Linux say beyond the common messages.
const (
	msgSoftOnly      = "{name}{where} is {value}, but the hard limit beside it is {hard}, and the server raises its own limit up to that; wanted: {want}."
	msgNoUnlimited   = "Linux cannot set it without a limit: fs.nr_open is the end, so give a number."
	msgTooMany       = "The guide warns of limits far beyond need: they cost memory and CPU."
	msgInfinity      = "Without a number it becomes fs.nr_open, a billion on some hosts: give a number."
	msgOnlyDrops     = "Raise it where the second column of /proc/net/softnet_stat counts drops."
	msgByMemory      = "The kernel's own figure for this host's memory is {stock}; more than that needs a plan."
	msgPortsInUse    = "Listeners inside the range belong into net.ipv4.ip_local_reserved_ports."
	msgReserves      = "Listeners and media ports that lie inside net.ipv4.ip_local_port_range belong here."
	msgNoRange       = "No range holds that many: spread the connections over more addresses."
	msgUnsetIt       = "LD_ASSUME_KERNEL{where} is {value}: on {system} it has to go."
	msgOldThreads    = "{name} is {value}, the threads library that the guide advises on Linux 2.4."
	msgNewOnOld      = "{name} is {value}: the guide found this library unstable on a 2.4 kernel."
	msgNewThreads    = "{name} is {value}, as it should be since Linux 2.6."
	msgOldOnNew      = "{name} is {value}, but since Linux 2.6 it should be NPTL: something still sets LD_ASSUME_KERNEL."
	msgUnknownThread = "{name} is {value}; which library is right follows from the kernel's release, which the dump does not say."
	msgOptionMissing = "SUPPLPARAMS on line {line} lacks --{option}."
	msgLargerStack   = "It costs virtual memory for every thread."
	msgOldKernel     = "Kernels before 2.2 give a process 256 descriptors, enough for about 100 connections."
	msgTimeWaitFixed = "TIME_WAIT is fixed at 60 s in the kernel; nothing sets it."
	msgFinTimeout    = "net.ipv4.tcp_fin_timeout on line {line} is FIN_WAIT_2, not TIME_WAIT."
	msgForNonRoot    = "It counts only for a server that does not run as root, which the dump does not say."
	msgTableUnloaded = "Connection tracking is not loaded: the dump lists net.* and has no such key."
	msgEnoughSoFar   = "{name} is {value}, enough for what the plan gives ({working}); {keys} would add to that."
	msgAtLeastKnown  = "What the plan does not give ({keys}) would add to that."
	msgInDmesg       = "{name} is not shown before Linux 6.1: look for 'TCP established hash table entries' in dmesg."
	msgHashGrows     = "The kernel sizes the table from memory; a boot parameter changes it, and a longer chain costs time only."
	msgReuse         = "1 helps only where outgoing connections to one host run out of ports."
	msgNotTimeWait   = "It is FIN_WAIT_2: it does not shorten TIME_WAIT."
	msgOvercommit    = "With 2 the stacks of all threads must fit CommitLimit."
	msgStacks        = "The stacks of {threads} threads are {bytes} bytes."
	msgLessPlainly   = "A finite value caps heap and thread stacks together."
)

// unbounded is where the guide's warning against huge limits begins.
const unbounded = 1_000_000

// judgeSoftDescriptors knows that the server raises its own soft limit.
func judgeSoftDescriptors(c *Case) {
	if !c.Seen {
		return
	}
	if c.Best.Unlimited() {
		c.Verdict, c.Ask = Review, ""
		c.say(msgNoUnlimited)
		return
	}
	need, ok := needed(c)
	hard, known := c.Facts.hardBeside(c.Best)
	if c.Verdict == Fix && ok && known && hard >= need {
		c.Verdict = Review
		c.retell(msgSoftOnly, "hard", figure(hard))
	}
}

// needed is the figure in Want.
func needed(c *Case) (uint64, bool) {
	fields := strings.Fields(strings.TrimPrefix(c.Want, string(c.Rule.Direction)))
	if len(fields) == 0 {
		return 0, false
	}
	return dump.Setting{Value: fields[0]}.Number()
}

func judgeHardDescriptors(c *Case) {
	n, ok := numberOf(c.Best)
	switch {
	case !c.Seen || !ok || c.Verdict != OK:
	case c.Best.Unlimited():
		c.Verdict, c.Ask = Review, ""
		c.say(msgNoUnlimited)
	case n >= unbounded:
		c.Verdict, c.Ask = Review, ""
		c.say(msgTooMany)
	}
}

// billion is what LimitNOFILE=infinity became where systemd raised fs.nr_open.
const billion = 1_073_741_816

func judgeUnitDescriptors(c *Case) {
	if n, ok := hardHalf(c.Best); c.Seen && ok && n >= billion {
		c.Verdict, c.Ask = Review, ""
		c.say(msgInfinity)
	}
}

// hardHalf measures LimitNOFILE= by its hard half.
func hardHalf(s dump.Setting) (uint64, bool) {
	_, s.Value = unitHalves(s.Value)
	return numberOf(s)
}

func judgeThreadsMax(c *Case) {
	memory := c.Facts.memory()
	_, planned := c.demand()
	if c.Seen && c.Verdict == Fix && !planned && memory > 0 && memory < 16<<30 {
		c.Verdict = Review
		c.say(msgByMemory, "stock", figure(threadsByMemory(c.Facts)))
	}
}

// The kernel's own defaults, from Documentation and source of Linux 6.12. They
// are 0 where the dump does not say what they depend on.

func stockSocketBuffer(f *Facts) uint64 {
	if !f.release.known() || f.release.before(version{3, 10}) {
		return 0
	}
	return 212992
}

func filesByMemory(f *Facts) uint64 { return f.Dump.Host.MemoryBytes / 1024 / 10 / 10 * 9 }

func threadsByMemory(f *Facts) uint64 { return f.Dump.Host.MemoryBytes / (128 << 10) }

// timeWaitByMemory is half the TCP hash table: a bucket for 128 KiB, in powers
// of two, at most 524288.
func timeWaitByMemory(f *Facts) uint64 {
	buckets := uint64(1)
	for buckets*2 <= f.Dump.Host.MemoryBytes/(128<<10) && buckets < 524288 {
		buckets *= 2
	}
	if f.Dump.Host.MemoryBytes == 0 {
		return 0
	}
	return buckets / 2
}

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

// widenPorts gives a range of that many ports which holds the reader's own.
func widenPorts(c *Case, count uint64) string {
	low, high := uint64(16384), uint64(65535)
	if ends := c.Best.Numbers(); len(ends) == 2 && ends[0] <= ends[1] && ends[1] <= 65535 {
		low = min(low, ends[0])
	}
	if count > high-low+1 {
		low = high + 1 - min(count, high)
	}
	return figure(low) + " " + figure(high)
}

func judgePorts(c *Case) {
	if !c.Seen {
		return
	}
	if need, ok := needed(c); c.Verdict == Fix && ok && need > 65535-lowestPort+1 {
		c.Verdict, c.Ask = Review, ""
		c.say(msgNoRange)
		return
	}
	if c.Verdict == Fix || c.Verdict == Review {
		c.say(msgPortsInUse)
	}
}

// judgeAssumeKernel: right on Linux 2.4, harmful from 2.6 on.
func judgeAssumeKernel(c *Case) {
	switch {
	case !c.Seen:
	case !c.Facts.release.known():
		c.Verdict, c.Ask, c.Want = Review, "", ""
		c.retell(msgValue)
	case !c.Facts.release.before(version{2, 6}):
		c.Verdict, c.Want, c.Ask = Fix, "unset", "unset"
		if c.Best.Value == "" || c.Best.Value == "unset" {
			c.Verdict = OK
		}
		c.retell(msgUnsetIt)
	}
}

func judgeThreadsLibrary(c *Case) {
	if !c.Seen {
		return
	}
	native := strings.HasPrefix(strings.ToUpper(c.Best.Value), "NPTL")
	old := c.Facts.release.before(version{2, 6})
	c.Ask, c.Want = "", "NPTL"
	switch {
	case !c.Facts.release.known():
		c.Verdict, c.Want = InfoOnly, ""
		c.retell(msgUnknownThread)
	case old && native:
		c.Verdict, c.Want = Review, "linuxthreads"
		c.retell(msgNewOnOld)
	case old:
		c.Verdict, c.Want = OK, "linuxthreads"
		c.retell(msgOldThreads)
	case native:
		c.Verdict = OK
		c.retell(msgNewThreads)
	default:
		c.Verdict = Review
		c.retell(msgOldOnNew)
	}
}

// judgeOption finds an option missing from SUPPLPARAMS that the dump shows.
func judgeOption(c *Case) {
	if c.Seen {
		return
	}
	shown, ok := c.Facts.startupOption()
	if !ok {
		return
	}
	c.File, c.Line, c.Collect = shown.File, shown.Line, ""
	c.cite(shown)
	c.Verdict, c.Ask = Fix, c.Rule.Guide
	c.Want = c.Rule.Guide
	c.retell(msgOptionMissing, "option", strings.TrimPrefix(c.Rule.Setting, "startup."))
}

// startupOption returns any option of SUPPLPARAMS in the dump: it shows that
// the line was there to be read.
func (f *Facts) startupOption() (dump.Setting, bool) {
	for i := len(f.Dump.Settings) - 1; i >= 0; i-- {
		if s := f.Dump.Settings[i]; strings.HasPrefix(s.Name, "startup.") {
			return s, true
		}
	}
	return dump.Setting{}, false
}

func judgeStackOption(c *Case) {
	judgeOption(c)
	n, ok := c.Best.Number()
	guide, _ := c.Rule.guideNumber()
	if c.Seen && ok && n > guide {
		c.Verdict = Review
		c.say(msgLargerStack)
	}
}

func judgeCountOption(c *Case) {
	judgeOption(c)
	if c.Seen && c.Verdict == Fix {
		c.Verdict = Review
	}
}

// judgeKernel compares releases; a kernel before 2.2 hurts above 100
// connections.
func judgeKernel(c *Case) {
	release := c.Facts.release
	if !release.known() {
		return
	}
	if !c.Seen {
		c.Observed, c.Collect = c.Facts.Dump.Host.Release, ""
		if lines := c.Facts.Dump.Host.Evidence; len(lines) > 0 {
			c.Line, c.Lines = lines[0], lines[:1]
		}
	}
	c.Verdict, c.Want, c.Ask = OK, "at least "+c.Rule.Guide, ""
	c.retell(msgGood)
	if connections, known := c.Facts.Vars["C"]; release.before(version{2, 2}) && (!known || connections.Value > 100) {
		c.Verdict = Review
		c.retell(msgShortOfGuide)
		c.say(msgOldKernel)
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

// judgeProcesses: RLIMIT_NPROC does not bind root.
func judgeProcesses(c *Case) {
	if c.Seen && c.Verdict == Fix && !c.Facts.Has("startup.dropRoot") {
		c.Verdict = Review
		c.say(msgForNonRoot)
	}
}

// judgeConntrack judges by the part of the demand that the plan gives, and
// knows that the key is there only while the module is loaded.
func judgeConntrack(c *Case) {
	if !c.Seen {
		if c.Facts.release.known() && c.Facts.listsNet() {
			c.Verdict, c.Collect = Superseded, ""
			c.retell(msgTableUnloaded)
		}
		return
	}
	c.lowerBound()
}

// lowerBound judges by what of the demand the plan gives: short of that is
// short of all of it; enough for it says nothing.
func (c *Case) lowerBound() {
	known := c.Rule.Demand.Known(c.Facts.Vars)
	if c.Verdict != InfoOnly || known.IsZero() || !usesGiven(known, c.Facts.Vars) {
		return
	}
	value, working, _ := known.Eval(c.Facts.Vars)
	n, ok := c.Rule.number(c.Best)
	if !ok {
		return
	}
	need := whole(value)
	keys := listed(c.missingKeys())
	if c.Rule.better(n, need) {
		c.retell(msgEnoughSoFar, "working", working, "keys", keys)
		return
	}
	c.Verdict, c.Working = Fix, working
	c.want(0, false, need, true)
	c.retell(msgShortOfPlan, "demand", figure(need))
	c.say(msgAtLeastKnown, "keys", keys)
	c.checkMost()
}

func usesGiven(e capacity.Expr, v capacity.Vars) bool {
	for _, name := range e.Names() {
		if o := v[name].Origin; o == capacity.Given || o == capacity.Sum {
			return true
		}
	}
	return false
}

// listsNet reports whether the dump lists the kernel's net.* keys as a whole.
func (f *Facts) listsNet() bool {
	const enough = 5
	names := map[string]bool{}
	for _, s := range f.Dump.Settings {
		if s.Scope == dump.Running && strings.HasPrefix(s.Name, "net.") {
			names[s.Name] = true
		}
	}
	return len(names) >= enough
}

func judgeHashTable(c *Case) {
	if !c.Seen {
		if c.Facts.release.known() && c.Facts.release.before(version{6, 1}) {
			c.Verdict, c.Collect = Superseded, ""
			c.retell(msgInDmesg)
		}
		return
	}
	c.lowerBound()
	if c.Verdict == Fix {
		c.Verdict = Review
		c.say(msgHashGrows)
	}
}

func judgeReuse(c *Case)      { c.remark(msgReuse) }
func judgeFinTimeout(c *Case) { c.remark(msgNotTimeWait) }
func judgeReserved(c *Case)   { c.remark(msgReserves) }

// remark adds what a value means to a rule that asks nothing.
func (c *Case) remark(template string) {
	if c.Seen {
		c.say(template)
	}
}

func judgeOvercommit(c *Case) {
	if c.Seen && c.Best.Value == "2" {
		c.say(msgOvercommit)
		c.sayStacks(131072)
	}
}

func judgeStack(c *Case) {
	if n, ok := c.Best.Number(); c.Seen && ok {
		c.sayStacks(n)
	}
}

// sayStacks says what the plan's threads need with stacks of that many bytes.
func (c *Case) sayStacks(stack uint64) {
	threads, ok := c.Facts.Vars["T"]
	if !ok {
		return
	}
	bytes := whole(threads.Value * float64(stack))
	c.say(msgStacks, "threads", capacity.Figure(threads.Value), "bytes", figure(bytes))
}

func judgeData(c *Case) {
	if c.Seen && c.Verdict == Fix {
		c.say(msgLessPlainly)
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
