package report

import (
	"cmp"
	"math"
	"slices"

	"headroom/advisor/capacity"
	"headroom/advisor/rule"
)

// CapacityHTML shows how many connections each limit allows, as bars, with the
// plan's beside them and a mark at the limit that stops the host first.
func CapacityHTML(r *Report) string {
	w := &htmlWriter{}
	w.capacity(r)
	return w.String()
}

func (w *htmlWriter) capacity(r *Report) {
	if len(r.Limits) == 0 {
		w.block(elP, words.noCapacity)
		return
	}
	w.room(room{
		shares: r.Shares, planned: r.Planned, limits: r.Limits, binding: r.Binding,
		line: func(l *rule.Limit) { w.lineLink(r, l.File, l.Line) },
		rule: func(id string) { w.ruleLink(r, id) },
	})
}

// A room is what the bars are drawn from.
type room struct {
	shares  []capacity.Share // of the plan
	planned float64          // connections of the plan; 0 where it gives none
	limits  []rule.Limit
	binding int // index of the limit that stops the host first; -1 for none

	line func(*rule.Limit) // writes a link to the limit's line; nil where there is no dump
	rule func(id string)   // writes a link to the limit's finding; nil where there is none
}

func (w *htmlWriter) room(r room) {
	if r.planned <= 0 && len(r.limits) == 0 {
		return
	}
	planned := ""
	if r.planned > 0 {
		planned = figure(uint64(math.Ceil(r.planned)))
	}
	w.begin(elSection, class("room"), at(atLabelledBy, "room"))
	w.block(elH2, chartWords.room, at(atID, "room"))
	if len(r.limits) > 0 {
		w.block(elP, chartWords.roomLead(planned), class("lead"))
	}
	w.begin(elUL, class("bars"))
	end := r.end()
	if r.planned > 0 {
		w.planBar(&r, end)
	}
	for _, i := range r.order() {
		w.limitBar(&r, i, end)
	}
	w.endBlock()
	w.figures("room", r.table())
	w.endBlock()
}

// table is the figures of the bars: the plan's connections by protocol, then what
// each limit allows and how that stands to the plan.
func (r *room) table() *table {
	t := &table{head: []string{chartWords.planAndLimits, chartWords.connections}}
	if r.planned > 0 && len(r.limits) > 0 {
		t.head = append(t.head, chartWords.beside)
	}
	row := func(name string, n float64, more string) {
		t.rows = append(t.rows, []string{name, held(n), more}[:len(t.head)])
	}
	for _, s := range r.shares {
		row(chartWords.planOf(chartWords.shares[s.Key]), s.Connections, "")
	}
	if r.planned > 0 {
		row(chartWords.plan, r.planned, "")
	}
	for _, i := range r.order() {
		l := &r.limits[i]
		name := l.Resource
		if i == r.binding {
			name = chartWords.bindingLimit(name)
		}
		beside := ""
		if r.planned > 0 {
			beside = r.beside(l)
		}
		row(name, float64(l.Supports), beside)
	}
	return t
}

// beside says what a limit leaves beyond the plan, or lacks for it.
func (r *room) beside(l *rule.Limit) string {
	margin := float64(l.Supports) - math.Ceil(r.planned)
	if margin < 0 {
		return chartWords.short(held(-margin))
	}
	return chartWords.spare(held(margin))
}

// end is where the bars' common scale ends: with room beyond both the plan and
// the limit that stops the host, and no farther than the longest bar.
func (r *room) end() float64 {
	longest, first := r.planned, 0.0
	for i := range r.limits {
		longest = max(longest, float64(r.limits[i].Supports))
	}
	if r.binding >= 0 && r.binding < len(r.limits) {
		first = float64(r.limits[r.binding].Supports)
	}
	end := 2.5 * max(r.planned, first)
	if r.planned <= 0 {
		end = 4 * first
	}
	if end <= 0 || end > longest {
		end = longest
	}
	return max(end, 1)
}

// order is the indexes of the limits, the one that stops the host first, then
// from the tightest on.
func (r *room) order() []int {
	order := make([]int, len(r.limits))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int {
		return cmp.Or(-compareBool(a == r.binding, b == r.binding), cmp.Compare(r.limits[a].Supports, r.limits[b].Supports))
	})
	return order
}

// compareBool orders false before true.
func compareBool(a, b bool) int {
	switch {
	case a == b:
		return 0
	case b:
		return -1
	}
	return 1
}

// The picture of a bar is stretched to the width of the page.
const (
	barWidth  = 1000.0
	barHeight = 20.0
)

// mostHeld is the number of connections above which no figure says more.
const mostHeld = 1e9

// held writes a number of connections for a person.
func held(n float64) string {
	if n > mostHeld {
		return chartWords.beyond(figure(mostHeld))
	}
	return figure(uint64(math.Ceil(n)))
}

// holds writes a number of connections with its unit.
func (w *htmlWriter) holds(n float64) {
	w.begin(elSpan, class("holds"))
	w.leaf(elSpan, held(n), class("count"))
	w.text(" " + plural(uint64(math.Ceil(min(n, mostHeld))), "connection"))
	w.end()
}

// bar opens the picture of a bar.
func (w *htmlWriter) bar(name, title string) {
	w.begin(elSVG, class("bar-picture"), at(atRole, "img"), at(atLabelledBy, name), at(atFocusable, "false"),
		at(atViewBox, "0 0 "+px(barWidth)+" "+px(barHeight)), at(atAspect, "none"), at(atWidth, "100%"), at(atHeight, px(barHeight)))
	w.leaf(elTitle, title, at(atID, name))
	w.rect(0, 0, barWidth, barHeight, class("track"), at(atFill, "currentColor"), at(atFillAlpha, "0.08"))
}

// planBar shows the plan's connections by protocol.
func (w *htmlWriter) planBar(r *room, end float64) {
	w.begin(elLI, class("planned"))
	w.begin(elP, class("bar-head"))
	w.leaf(elSpan, chartWords.plan, class("what"))
	w.text(" ")
	w.holds(r.planned)
	w.end()
	w.bar("bar-plan", chartWords.plan+": "+chartWords.allows(figure(uint64(math.Ceil(r.planned))), ""))
	from := 0.0
	for i, s := range r.shares {
		width := barWidth * s.Connections / end
		w.rect(from, 2, max(width-2, 1), barHeight-4, class("share share-"+number(i+1)), at(atFill, "currentColor"))
		from += width
	}
	w.end()
	w.begin(elUL, class("shares"))
	for i, s := range r.shares {
		w.leaf(elLI, chartWords.shares[s.Key]+" "+figure(uint64(math.Ceil(s.Connections))), class("share-"+number(i+1)))
	}
	w.end()
	w.endBlock()
}

func (w *htmlWriter) limitBar(r *room, i int, end float64) {
	l := &r.limits[i]
	binds := i == r.binding
	kind := ""
	switch {
	case r.planned > 0 && float64(l.Supports) < r.planned:
		kind = "short"
	case binds:
		kind = "tight"
	}
	if binds {
		kind += " binding"
	}
	w.begin(elLI, class("limit "+kind))
	w.begin(elP, class("bar-head"))
	w.leaf(elSpan, l.Resource, class("what"))
	w.text(" ")
	if binds {
		w.leaf(elStrong, words.bindsFirst)
		w.text(" ")
	}
	w.holds(float64(l.Supports))
	w.end()
	w.limitPicture(r, i, end)
	w.begin(elP, class("bar-detail"))
	w.limitDetail(r, l)
	w.end()
	w.endBlock()
}

// limitPicture is a bar as long as the limit allows, the plan's part of it
// apart from what is left, and a line where the plan ends.
func (w *htmlWriter) limitPicture(r *room, i int, end float64) {
	l := &r.limits[i]
	planned := ""
	if r.planned > 0 {
		planned = figure(uint64(math.Ceil(r.planned)))
	}
	w.bar("bar-"+number(i), l.Resource+": "+chartWords.allows(held(float64(l.Supports)), planned))
	length := barWidth * float64(l.Supports) / end
	goal := barWidth * r.planned / end
	w.rect(0, 2, min(length, goal), barHeight-4, class("taken"), at(atFill, "currentColor"), at(atFillAlpha, "0.8"))
	if length <= barWidth {
		w.rect(max(goal, 0), 2, length-goal, barHeight-4, class("spare"), at(atFill, "currentColor"), at(atFillAlpha, "0.45"))
	} else { // cut: the bar goes on beyond the picture
		const gap, rest = 950.0, 962.0
		w.rect(goal, 2, gap-goal, barHeight-4, class("spare"), at(atFill, "currentColor"), at(atFillAlpha, "0.45"))
		w.rect(rest, 2, barWidth-rest, barHeight-4, class("spare"), at(atFill, "currentColor"), at(atFillAlpha, "0.45"))
	}
	if r.planned > 0 {
		w.rect(goal-2, 0, 4, barHeight, class("goal"), at(atFill, "currentColor"))
	}
	w.end()
}

// limitDetail says below a bar what limits, where that stands, and what it
// leaves beyond the plan.
func (w *htmlWriter) limitDetail(r *room, l *rule.Limit) {
	first := true
	next := func() {
		if !first {
			w.text(", ")
		}
		first = false
	}
	if l.Limit > 0 {
		next()
		w.text(chartWords.limited(quantity(l)))
	}
	if l.Line > 0 && r.line != nil {
		next()
		r.line(l)
	}
	if l.Rule != "" && r.rule != nil {
		next()
		r.rule(l.Rule)
	}
	if l.Slows() {
		next()
		w.text(chartWords.slows)
	}
	if r.planned <= 0 {
		return
	}
	next()
	if float64(l.Supports) < math.Ceil(r.planned) {
		w.leaf(elStrong, r.beside(l), class("shortfall"))
		return
	}
	w.text(r.beside(l))
}

// quantity is a limit with its unit, sizes as people read them.
func quantity(l *rule.Limit) string {
	unit := ""
	if ru := rule.Lookup(l.Rule); ru != nil {
		unit = ru.Unit
	}
	switch unit {
	case "bytes":
		return size(l.Limit)
	case "port": // the first or the last of a range
		return unit + " " + figure(l.Limit)
	case "":
		return figure(l.Limit)
	}
	return figure(l.Limit) + " " + unit
}

// ruleLink leads to the finding of a rule, where it has one.
func (w *htmlWriter) ruleLink(r *Report, id string) {
	for i := range r.Findings {
		if r.Findings[i].Rule.ID == id {
			w.leaf(elA, id, at(atHref, "#"+findingID(id)))
			return
		}
	}
	w.leaf(elCode, id)
}
