package rule

import (
	"strings"

	"headroom/advisor/dump"
)

// The judgement of limits that the server is started with.
const (
	msgSoftOnly    = "{name}{where} is {value}, but the hard limit beside it is {hard}, and the server raises its own limit up to that; wanted: {want}."
	msgSoftCounts  = "As long as it has not, {value} counts."
	msgNoUnlimited = "Linux cannot set it without a limit: fs.nr_open is the end, so give a number."
	msgUnread      = "{file} asks for {set}: the init script reads that, a unit that starts CGServer directly does not."
	msgScriptSets  = "The unit runs the init script, which reads Startup.sh: a limit that is set there counts, not this one."
	msgTooMany     = "The guide warns of limits far beyond need: they cost memory and CPU."
	msgInfinity    = "Without a number it becomes fs.nr_open, a billion on some hosts: give a number."
	msgForNonRoot  = "It counts only for a server that does not run as root, which the dump does not say."
	msgLessPlainly = "A finite value caps heap and thread stacks together."
)

// unbounded is where the guide's warning against huge limits begins.
const unbounded = 1_000_000

// judgeSoftDescriptors knows that the server raises its own soft limit.
func judgeSoftDescriptors(c *Case) {
	if !c.Seen {
		return
	}
	c.tellUnread()
	if c.Best.Unlimited() {
		c.Verdict, c.Ask, c.Want = Review, "", "a number, "+c.Want
		c.say(msgNoUnlimited)
		return
	}
	need, ok := needed(c)
	hard, known := c.Facts.hardBeside(c.Best)
	if c.Verdict == Fix && ok && known && hard >= need {
		c.softOnly(figure(hard))
	}
}

// softOnly: the hard limit suffices, and the server raises the soft one to it. Of a
// server that runs and has not, the soft one is what stops it.
func (c *Case) softOnly(hard string) {
	c.Verdict = Review
	c.retell(msgSoftOnly, "hard", hard)
	if tierOf(c.Best) == ofServer {
		c.say(msgSoftCounts)
	}
}

// tellUnread names a Startup.sh that asks for another limit than the unit.
func (c *Case) tellUnread() {
	if tierOf(c.Best) != ofUnit {
		return
	}
	all := c.Facts.limits(strings.TrimPrefix(c.Rule.Setting, "ulimit."))
	for _, s := range all {
		if tierOf(s) == ofStartup && s.Value != c.Best.Value {
			c.cite(s)
			c.say(msgUnread, "file", where(s), "set", s.Value)
			return
		}
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
		c.Verdict, c.Ask, c.Want = Review, "", "a number, "+c.Want
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
	if c.Seen && c.Verdict == Fix && c.Facts.script {
		c.Verdict, c.Ask = Review, ""
		c.say(msgScriptSets)
	}
}

// hardHalf measures LimitNOFILE= by its hard half.
func hardHalf(s dump.Setting) (uint64, bool) {
	_, s.Value = unitHalves(s.Value)
	return numberOf(s)
}

// judgeProcesses: RLIMIT_NPROC does not bind root.
func judgeProcesses(c *Case) {
	if c.Seen && c.Verdict == Fix && !c.Facts.Has("startup.dropRoot") {
		c.Verdict = Review
		c.say(msgForNonRoot)
	}
}

func judgeData(c *Case) {
	if c.Seen && c.Verdict == Fix {
		c.say(msgLessPlainly)
	}
}
