package rule

import (
	"strings"

	"headroom/advisor/dump"
)

// Options of Startup.sh, and the thread libraries of old.
const (
	msgUnsetIt       = "LD_ASSUME_KERNEL{where} is {value}: on {system} it has to go."
	msgOldThreads    = "{name} is {value}, the threads library that the guide advises on Linux 2.4."
	msgNewOnOld      = "{name} is {value}: the guide found this library unstable on a 2.4 kernel."
	msgNewThreads    = "{name} is {value}, as it should be since Linux 2.6."
	msgOldOnNew      = "{name} is {value}, but since Linux 2.6 it should be NPTL: something still sets LD_ASSUME_KERNEL."
	msgUnknownThread = "{name} is {value}; which library is right follows from the kernel's release, which the dump does not say."
	msgOptionMissing = "The server's options on line {line} lack --{option}."
	msgOptionUnread  = "{file} gives it in vain: the unit starts CGServer itself, which does not read that file."
	msgLargerStack   = "It costs virtual memory for every thread."
	msgOldKernel     = "Kernels before 2.2 give a process 256 descriptors, enough for about 100 connections."
)

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

// judgeThreadsLibrary: which library is right follows from the kernel; glibc
// 2.4 and later have NPTL only, so there the kernel need not be known.
func judgeThreadsLibrary(c *Case) {
	if !c.Seen {
		return
	}
	library, number, _ := strings.Cut(c.Best.Value, " ")
	native := library == "NPTL"
	old := c.Facts.release.before(version{2, 6})
	c.Ask, c.Want = "", "NPTL"
	switch {
	case !c.Facts.release.known() && native && !parseVersion(dump.Linux, number).before(version{2, 4}):
		c.Verdict = OK
		c.retell(msgNewThreads)
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
		c.tellUnreadOption()
		return
	}
	c.File, c.Line, c.Collect = shown.File, shown.Line, ""
	c.cite(shown)
	c.Verdict, c.Ask = Fix, c.Rule.Guide
	c.Want = c.Rule.Guide
	c.retell(msgOptionMissing, "option", strings.TrimPrefix(c.Rule.Setting, "startup."))
	c.tellUnreadOption()
}

// tellUnreadOption names a Startup.sh that gives the option in vain.
func (c *Case) tellUnreadOption() {
	for _, s := range c.Facts.Dump.Settings {
		if s.Name == c.Rule.Setting && c.Facts.unread(s) {
			c.cite(s)
			c.say(msgOptionUnread, "file", where(s))
			return
		}
	}
}

// startupOption returns any option of SUPPLPARAMS in the dump: it shows that
// the line was there to be read.
func (f *Facts) startupOption() (dump.Setting, bool) {
	for i := len(f.Dump.Settings) - 1; i >= 0; i-- {
		if s := f.Dump.Settings[i]; strings.HasPrefix(s.Name, "startup.") && !f.unread(s) {
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
		if line := c.Facts.Dump.Host.ReleaseLine; line > 0 {
			c.Line, c.Lines = line, []int{line}
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
