package rule

import "headroom/advisor/capacity"

// Memory: what the kernel takes from it by itself, and what threads need.
const (
	msgByMemory   = "The kernel's own figure for this host's memory is {stock}; more than that needs a plan."
	msgOvercommit = "With 2 the stacks of all threads must fit CommitLimit."
	msgStacks     = "The stacks of {threads} threads are {bytes} bytes."
)

func judgeThreadsMax(c *Case) {
	memory := c.Facts.memory()
	_, planned := c.demand()
	if c.Seen && c.Verdict == Fix && !planned && memory > 0 && memory < 16<<30 {
		c.Verdict = Review
		c.say(msgByMemory, "stock", figure(threadsByMemory(c.Facts)))
	}
	if c.Verdict == Review && !c.lowerStock && memory < 16<<30 {
		c.Ask = "" // more than the kernel finds right for the memory, if that is known at all
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
