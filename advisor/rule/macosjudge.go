package rule

import "headroom/advisor/dump"

const (
	msgNoDataLimit  = "{name} has no limit on {system} by itself, and needs none: the guide's line is for the 6 MB of early Mac OS X."
	msgDataLowers   = "{name}{where} is {value}, but {system} has no limit by itself, and its kernel counts all memory of the process against one: take out the line that sets it."
	msgDataNeedless = "{name}{where} is {value}, but {system} has no limit by itself: take out the line that sets it."
	msgDataByAge    = "{name}{where} is {value}. The dump does not say which Mac OS X it is: that raises the 6 MB of early releases, and lowers the default of those from 10.6 on, which have no limit."
	msgByMemoryOnly = "It follows from the memory: {name} grows with the RAM, or plan with fewer channels."
)

// macosFreeData is the first release whose data segment is known to have no
// limit by itself.
var macosFreeData = version{10, 6}

// judgeMacData: the guide's limit helped early releases, and harms those
// without one.
func judgeMacData(c *Case) {
	known := c.Facts.release.known()
	free := known && !c.Facts.release.before(macosFreeData)
	switch {
	case !free && !known && c.Seen && c.Best.Scope == dump.Configured && !c.Best.Unlimited():
		c.Verdict, c.Ask = Review, ""
		c.retell(msgDataByAge)
	case !free:
	case !c.Seen, c.Best.Unlimited():
		c.Verdict, c.Ask, c.Want, c.Collect = Superseded, "", "", ""
		c.retell(msgNoDataLimit)
	default:
		c.Verdict, c.Ask, c.Want = Review, "", dump.Unlimited
		c.lowerStock = c.Best.Scope == dump.Configured
		c.retell(msgDataLowers)
		if !c.Facts.since(macScaled) {
			c.retell(msgDataNeedless)
		}
	}
}

// macScale is by what newer kernels multiply their limits: memory in units of
// 4 GB, at most 16. bsd/dev/unix_startup.c of xnu-11417.
func macScale(f *Facts) uint64 {
	return min(f.Dump.Host.MemoryBytes>>32, 16)
}

// macScaled is the first release whose limits are known to grow with memory.
const macScaled = 14

// macFilesByMemory is the default of kern.maxfiles where it is known.
func macFilesByMemory(f *Facts) uint64 {
	const base, fewest = 30720, 3
	switch {
	case !f.since(macScaled) || f.Dump.Host.MemoryBytes == 0:
		return 0
	case macScale(f) < fewest:
		return base
	}
	return base * macScale(f)
}

// macProcessFilesByMemory is the default of kern.maxfilesperproc.
func macProcessFilesByMemory(f *Facts) uint64 {
	const base = 10240
	files := macFilesByMemory(f)
	if files/2 > 2*base {
		return files / 2
	}
	return min(files, base)
}

// judgeTaskThreads: the kernel fixes the number, and no file changes it.
func judgeTaskThreads(c *Case) {
	if c.Seen && c.Verdict == Fix {
		c.Verdict, c.Ask = Review, ""
		c.say(msgByMemoryOnly)
	}
}

func judgeMacLifetime(c *Case) {
	if n, ok := c.Best.Number(); c.Seen && ok {
		c.say(msgLasts, "seconds", thousandths(2*n))
	}
}
