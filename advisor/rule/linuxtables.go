package rule

import (
	"strconv"
	"strings"

	"headroom/advisor/capacity"
	"headroom/advisor/dump"
)

// Tables of connections, judged by as much of the demand as the plan gives.
const (
	msgTableUnloaded = "Connection tracking is not loaded: the dump lists net.* and has no such key."
	msgEnoughSoFar   = "{name} is {value}, enough for what the plan gives ({working}); {keys} would add to that."
	msgAtLeastKnown  = "What the plan does not give ({keys}) would add to that."
	msgTableFull     = "The table holds {count} flows on line {at}, and half as much again is to stay free."
	msgInDmesg       = "{name} is not shown before Linux 6.1: look for 'TCP established hash table entries' in dmesg."
	msgHashGrows     = "The kernel sizes the table from memory; a boot parameter changes it, and a longer chain costs time only."
)

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
	c.tellFull()
}

// tellFull compares a table with what it holds: the margin of the demand is to stay
// free of that, too.
func (c *Case) tellFull() {
	holds, shown := c.Facts.last("net.netfilter.nf_conntrack_count", dump.Running)
	count, ok := holds.Number()
	size, ok2 := c.Rule.number(c.Best)
	if !shown || !ok || !ok2 || c.Best.Scope != dump.Running || 2*size >= 3*count {
		return
	}
	if c.Verdict == InfoOnly || c.Verdict == OK {
		c.Verdict = Review
	}
	c.say(msgTableFull, "count", figure(count), "at", strconv.Itoa(holds.Line))
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
