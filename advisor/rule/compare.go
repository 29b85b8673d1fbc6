package rule

import (
	"cmp"
	"math"
	"strconv"

	"headroom/advisor/dump"
)

// number is what of a setting is compared. No limit at all is the greatest
// number there is.
func (r *Rule) number(s dump.Setting) (uint64, bool) {
	if r.measure != nil {
		return r.measure(s)
	}
	return numberOf(s)
}

func numberOf(s dump.Setting) (uint64, bool) {
	if s.Unlimited() {
		return math.MaxUint64, true
	}
	return s.Number()
}

// better reports whether a is as good as b or better.
func (r *Rule) better(a, b uint64) bool {
	if r.Direction == AtMost {
		return a <= b
	}
	return a >= b
}

// GuideNumber is the guide's figure, ok false where it has none.
func (r *Rule) guideNumber() (n uint64, ok bool) {
	n, err := strconv.ParseUint(r.Guide, 10, 64)
	return n, err == nil
}

// demand is what the plan asks, with its working; ok false where the plan does
// not say enough.
func (c *Case) demand() (n uint64, ok bool) {
	value, working, ok := c.Rule.Demand.Eval(c.Facts.Vars)
	if !ok {
		return 0, false
	}
	c.Working = working
	return whole(value), true
}

// whole turns a result into a count: what is below nothing is nothing.
func whole(value float64) uint64 {
	switch {
	case value <= 0:
		return 0
	case value >= math.MaxUint64:
		return math.MaxUint64
	}
	return uint64(value)
}

// compare judges a number against the plan's demand and the guide's figure.
func (c *Case) compare() {
	n, ok := c.Rule.number(c.Best)
	if !ok {
		c.invalid()
		return
	}
	guide, hasGuide := c.Rule.guideNumber()
	demand, hasDemand := c.demand()
	c.want(guide, hasGuide, demand, hasDemand)
	switch {
	case hasDemand && !c.Rule.better(n, demand):
		c.Verdict = Fix
		c.say(msgShortOfPlan, "demand", figure(demand))
	case hasGuide && !c.Rule.better(n, guide) && hasDemand:
		c.Verdict = Review
		c.say(msgShortOfGuideOnly, "demand", figure(demand))
	case hasGuide && !c.Rule.better(n, guide):
		c.Verdict = Fix
		c.say(cmp.Or(c.Rule.short, msgShortOfGuide))
	case !hasGuide && !hasDemand:
		c.Verdict = InfoOnly
		c.sayAllowed(n)
	default:
		c.Verdict = OK
		c.say(msgGood)
	}
	c.checkStock(n)
	c.checkMost()
}

// want sets what is asked for: the better of guide and demand, and in Ask
// nothing worse than what the host already has or had by itself.
func (c *Case) want(guide uint64, hasGuide bool, demand uint64, hasDemand bool) {
	if !hasGuide && !hasDemand {
		return
	}
	need := demand
	if hasGuide && (!hasDemand || c.Rule.better(guide, demand)) {
		need = guide
	}
	c.Want = string(c.Rule.Direction) + " " + figure(need)
	if c.Rule.form != nil {
		c.Want += " " + c.Rule.Unit
	}
	c.ask(need)
}

// ask sets Ask to the least change that meets need.
func (c *Case) ask(need uint64) {
	if c.Rule.better(c.held, need) {
		need = c.held
	}
	if stock := c.stock(); stock > 0 && c.Rule.better(stock, need) {
		need = stock
	}
	c.Ask = c.written(need)
}

// written is a number as the setting's value.
func (c *Case) written(n uint64) string {
	switch {
	case c.Rule.form != nil:
		return c.Rule.form(c, n)
	case n == math.MaxUint64:
		return dump.Unlimited
	}
	return figure(n)
}

// stock is the system's own default, 0 where it is not known.
func (c *Case) stock() uint64 {
	if c.Rule.stock == nil {
		return 0
	}
	return c.Rule.stock(c.Facts)
}

// checkStock finds a file that sets less than the system would by itself.
func (c *Case) checkStock(n uint64) {
	stock := c.stock()
	if c.Best.Scope != dump.Configured || stock == 0 || c.Rule.better(n, stock) || c.Verdict == Fix {
		return
	}
	c.Verdict, c.lowerStock = Review, true
	if c.Ask == "" {
		c.ask(stock)
	}
	template := msgLowersStock
	if c.Rule.Direction == AtMost {
		template = msgRaisesStock
	}
	c.retell(template, "stock", c.written(stock))
}

// tellStock says why more is to be set than guide and plan ask for.
func (c *Case) tellStock() {
	need, known := needed(c)
	stock := c.stock()
	if c.Verdict == Fix && known && stock > 0 && stock != need && stock != math.MaxUint64 && c.Rule.better(stock, need) && c.Ask == c.written(stock) {
		c.say(msgSetsStock, "stock", c.Ask)
	}
}

// checkMost finds a demand that the system cannot meet with any value.
func (c *Case) checkMost() {
	need, ok := c.Rule.number(dump.Setting{Value: c.Ask})
	if c.Rule.most == 0 || c.Verdict != Fix || !ok || need <= c.Rule.most {
		return
	}
	c.Verdict, c.Ask = Review, ""
	c.say(msgAboveMost, "most", figure(c.Rule.most))
}

// invalid judges a value that cannot be one. A live value is what the kernel
// has, so there it is only one that we cannot compare.
func (c *Case) invalid() {
	guide, hasGuide := c.Rule.guideNumber()
	demand, hasDemand := c.demand()
	c.want(guide, hasGuide, demand, hasDemand)
	c.Verdict = Review
	if c.Best.Scope == dump.Configured && c.Ask != "" {
		c.Verdict = Fix
	}
	c.say(msgInvalid)
}

// sayAllowed says what a value is enough for where nothing is asked of it.
func (c *Case) sayAllowed(n uint64) {
	a := c.Rule.allows
	keys := listed(c.missingKeys())
	if a.what == "" || keys == "" {
		c.say(msgValue)
		return
	}
	if n == math.MaxUint64 {
		c.say(msgNoLimit, "keys", keys)
		return
	}
	if float64(n) <= a.less {
		c.say(msgAllowsNone, "less", figure(whole(a.less)), "keys", keys)
		return
	}
	c.say(msgAllows, "count", figure(a.of(n)), "what", a.what, "keys", keys)
}

// of is how many of the rule's resource n is enough for.
func (a allowance) of(n uint64) uint64 {
	return whole(math.Floor((float64(n) - a.less) / a.per))
}
