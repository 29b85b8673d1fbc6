package rule

import (
	"math"
	"strconv"
	"strings"

	"headroom/advisor/capacity"
	"headroom/advisor/dump"
)

// What the rules of HP-UX say beyond the common messages.
const (
	msgSoftFiles    = "The hard limit, maxfiles_lim on line {at}, is {hard}, and the server raises itself up to that."
	msgNarrowData   = "It counts for a 32-bit server; a 64-bit one takes maxdsiz_64bit."
	msgNoFileLimit  = "{name}{where} is 0: open files are limited by memory only, as HP advises on 11i v3."
	msgZeroTooEarly = "0 means no limit from 11i v3 on only."
	msgShortOfPair  = "{name}{where} is {value}, but has to be at least twice maxfiles_lim, {demand}, or one process can take every file."
	msgSetsLimit    = "{name}{where} is set to {value}, where 11i v3 sets no limit by itself."
	msgDeprecated   = "11i v3 needs no such limit: HP calls nfile deprecated, and 0 leaves it out."
	msgHFSOnly      = "It counts for HFS file systems only, which the dump does not show; VxFS has vx_ninode, so no change is advised."
	msgTooShortWait = "That is below the 20 to 30 s that the guide finds probably safe; HP sees almost never a need to go below 60 s."
	msgBelowDefault = "HP sees almost never a need to go below 60 s."
)

// hpuxTimeWait is the default of tcp_time_wait_interval in seconds: HP's paper
// on TCP/IP performance.
const hpuxTimeWait = 60

// eleven3 is the release of 11i v3.
var eleven3 = version{11, 31}

// tunableCommand is the one of the two commands of seeTunable that the host has,
// kctune where its release is not known.
func (f *Facts) tunableCommand(see string) string {
	newer, rest, both := strings.Cut(see, ", or ")
	if !both {
		return see
	}
	older, rest, _ := strings.Cut(rest, " on 11i v1")
	if f.release.known() && f.release.before(version{11, 23}) {
		return older + rest
	}
	return newer + rest
}

// v3 reports whether the host is known to run 11i v3.
func (f *Facts) v3() bool { return f.release.known() && !f.release.before(eleven3) }

// completeHPUX sets maxfiles_lim to what it is, or has to become: nfile is to
// be twice as much once the advice is followed.
func (f *Facts) completeHPUX() {
	c, planned := f.Vars["C"]
	limit := capacity.Var{Value: 2 * c.Value, Origin: capacity.Sum, Unit: "descriptors"}
	n, seen := f.greatest("maxfiles_lim")
	switch {
	case seen && n >= f.hardFilesNeeded():
		limit.Value, limit.Origin = float64(n), capacity.FromDump
	case seen:
		limit.Value = max(limit.Value, guideHardFiles)
	case !planned:
		return
	}
	f.Vars["maxfiles_lim"] = limit
}

// guideHardFiles is the guide's maxfiles_lim.
const guideHardFiles = 32768

// hardFilesNeeded is what the plan asks of maxfiles_lim, else the guide.
func (f *Facts) hardFilesNeeded() uint64 {
	if c, planned := f.Vars["C"]; planned {
		return whole(2 * c.Value)
	}
	return guideHardFiles
}

// greatest is the greatest number that the text gives a setting, running or
// configured.
func (f *Facts) greatest(name string) (most uint64, seen bool) {
	for _, s := range f.byName[name] {
		if n, ok := s.Number(); ok {
			most, seen = max(most, n), true
		}
	}
	return most, seen
}

// judgeSoftFiles knows that the server raises its own soft limit.
func judgeSoftFiles(c *Case) {
	s, ok := c.Facts.lastAny("maxfiles_lim")
	hard, number := s.Number()
	if !c.Seen || c.Verdict != Fix || !ok || !number {
		return
	}
	if hard >= c.Facts.hardFilesNeeded() {
		c.Verdict = Review
		c.cite(s)
		c.say(msgSoftFiles, "at", strconv.Itoa(s.Line), "hard", figure(hard))
	}
}

func judgeNarrowData(c *Case) {
	if c.Seen && (c.Verdict == Fix || c.Verdict == Review) {
		c.say(msgNarrowData)
	}
}

// unlimitedAtZero measures a tunable whose 0 is no limit.
func unlimitedAtZero(s dump.Setting) (uint64, bool) { return automaticAtZero(s) }

// filesOrNone writes no limit as HP-UX does.
func filesOrNone(_ *Case, n uint64) string {
	if n == math.MaxUint64 {
		return "0"
	}
	return figure(n)
}

// stockFiles: 11i v3 has no limit by default, so that none is advised there.
func stockFiles(f *Facts) uint64 {
	if f.v3() {
		return math.MaxUint64
	}
	return 0
}

func stockListenQueue(f *Facts) uint64 {
	if f.v3() {
		return 4096
	}
	return 0
}

// judgeFileTable knows what 0 means, and that the demand comes of maxfiles_lim.
func judgeFileTable(c *Case) {
	if !c.Seen {
		return
	}
	n, ok := c.Best.Number()
	demand, planned := c.demand()
	switch early := c.Facts.release.known() && !c.Facts.v3(); {
	case ok && n == 0 && early:
		c.held, c.Message = 0, ""
		c.invalid()
		c.say(msgZeroTooEarly)
		return
	case ok && n == 0:
		c.Verdict, c.Ask = OK, ""
		c.retell(msgNoFileLimit)
		return
	case ok && planned && n < demand:
		c.retell(msgShortOfPair, "demand", figure(demand))
	case c.lowerStock:
		c.retell(msgSetsLimit)
	}
	if c.Facts.v3() {
		c.say(msgDeprecated)
	}
}

func judgeInodes(c *Case) {
	if c.Seen && c.Verdict != OK {
		c.Verdict = Review
		c.say(msgHFSOnly)
	}
}

// judgeHPUXTimeWait: below 20 s is less than even the guide's general advice.
func judgeHPUXTimeWait(c *Case) {
	n, ok := c.Best.Number()
	switch {
	case !c.Seen || !ok || c.Verdict != OK:
	case n < 20000:
		c.Verdict, c.Ask, c.Want = Review, "", "20000 to 60000"
		c.say(msgTooShortWait)
	case n < 60000:
		c.say(msgBelowDefault)
	}
}
