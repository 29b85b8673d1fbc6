package rule

import (
	"maps"

	"headroom/advisor/capacity"
	"headroom/advisor/dump"
)

// What a plan needs of ports follows from TIME_WAIT, which has a rule of its
// own. Where that rule asks for a change, no range may hold what the plan needs
// today, and a range may do once the change is made.
const (
	msgOnceShorter = "Once {setting} is {to}, {need} will do."
	msgEnoughThen  = "Once {setting} is {to}, that is enough."
)

// mended evaluates a demand with a variable as it will be once the advice of
// the rule that governs it is followed; ok is false where that rule asks for
// no change.
func (c *Case) mended(rule, variable string, demand capacity.Expr) (value uint64, need float64, ok bool) {
	for i := range c.Facts.rules {
		r := &c.Facts.rules[i]
		if r.ID != rule {
			continue
		}
		x := c.Facts.judge(r)
		n, isNumber := r.number(dump.Setting{Value: x.Ask})
		if x.Verdict != Fix || !isNumber {
			return 0, 0, false
		}
		vars := maps.Clone(c.Facts.Vars)
		vars[variable] = capacity.Var{Value: float64(n), Origin: capacity.Given}
		need, _, ok = demand.Eval(vars)
		return n, need, ok
	}
	return 0, 0, false
}

// onceMended judges a value that no setting makes good before another is
// mended: it is a fix where it is short even then.
func (c *Case) onceMended(rule, setting string, to, need uint64) {
	has, _ := c.Rule.number(c.Best)
	pairs := []string{"setting", setting, "to", figure(to), "need", figure(need)}
	if c.Rule.better(has, need) {
		c.Verdict, c.Ask, c.BoundBy = Review, "", rule
		c.say(msgEnoughThen, pairs...)
		return
	}
	if c.Rule.most > 0 && c.held > c.Rule.most {
		c.held, _ = c.Rule.number(c.Best)
	}
	c.Verdict = Fix
	c.ask(need)
	c.say(msgOnceShorter, pairs...)
}
