package report

import (
	"math"
	"slices"
	"strings"
)

// A chart is a diagram of curves over two axes that begin at zero, with a
// table of its figures.
type chart struct {
	name   string // of its ids: "chart-time-wait"
	title  string
	desc   string // a sentence: what the curves do
	x, y   axis
	curves []curve
	levels []level
	here   *pin // where the plan stands
	table  table
}

type axis struct {
	label string
	max   float64
	unit  float64              // in which its steps are round; 0 is 1
	write func(float64) string // a value as people read it
}

type curve struct {
	name   string // stands at its end; empty for the only curve of a chart
	points []point
}

// A level is a value of the y axis that means something.
type level struct {
	name  string
	value float64
}

// A pin is a point of the chart with what is to be said of it.
type pin struct {
	point
	name string
}

type table struct {
	head []string
	rows [][]string
}

// The frame of a chart, in the units of its picture.
const (
	chartWidth  = 480.0
	chartHeight = 300.0
	plotLeft    = 74.0
	plotRight   = chartWidth - 14
	plotTop     = 26.0
	plotBottom  = chartHeight - 44
	textHeight  = 15.0
)

// chart writes the picture and, folded below it, the table.
func (w *htmlWriter) chart(c *chart) {
	w.begin(elFigure, class("chart"))
	w.leaf(elFigcaption, c.title)
	w.picture(c.name, c.title, c.desc, chartWidth, chartHeight, class("picture"), at(atFontFamily, "sans-serif"))
	p := plot{x: rounded(c.x), y: rounded(c.y)}
	w.grid(&p)
	w.levels(&p, c.levels)
	for i := range c.curves {
		w.curve(&p, &c.curves[i], i)
	}
	if c.here != nil {
		w.here(&p, c.here)
	}
	w.end()
	w.figures(c.name, &c.table)
	w.endBlock()
}

// A plot turns values into places of the picture.
type plot struct{ x, y scale }

// A scale is an axis that ends at a round figure.
type scale struct {
	axis
	step float64 // between two marks
}

func (p *plot) at(v point) point {
	return point{
		plotLeft + (plotRight-plotLeft)*v.x/p.x.max,
		plotBottom - (plotBottom-plotTop)*v.y/p.y.max,
	}
}

// mostSteps is how many marks beyond its beginning an axis has room for.
const mostSteps = 6.0

// rounded ends an axis at the next multiple of a step of 1, 2 or 5 times a
// power of ten, of which no more than mostSteps fill it.
func rounded(a axis) scale {
	if !(a.max > 0) {
		a.max = 1
	}
	if a.unit == 0 {
		a.unit = 1
	}
	steps := mostSteps
	if a.write != nil && len(a.write(a.max)) > 7 {
		steps = 3 // long figures need room
	}
	rough := a.max / a.unit / steps
	step := math.Pow10(int(math.Floor(math.Log10(rough))))
	for _, factor := range []float64{1, 2, 5, 10} {
		if step*factor >= rough*(1-1e-9) {
			step *= factor
			break
		}
	}
	step *= a.unit
	a.max = math.Ceil(a.max/step-1e-9) * step
	return scale{a, step}
}

func (w *htmlWriter) grid(p *plot) {
	w.begin(elG, class("grid"))
	for i := 0; float64(i)*p.y.step <= p.y.max*1.0001; i++ {
		v := float64(i) * p.y.step
		left := p.at(point{0, v})
		w.stroke(left, point{plotRight, left.y}, at(atDash, "1 3"))
		w.label(point{plotLeft - 6, left.y + 4}, "end", p.y.write(v))
	}
	for i := 0; float64(i)*p.x.step <= p.x.max*1.0001; i++ {
		v := float64(i) * p.x.step
		foot := p.at(point{v, 0})
		w.stroke(foot, point{foot.x, foot.y + 4})
		anchor := "middle"
		if v >= p.x.max*0.999 {
			anchor = "end"
		}
		w.label(point{min(foot.x, plotRight), foot.y + 18}, anchor, p.x.write(v))
	}
	w.end()
	w.label(point{plotLeft - 6, plotTop - 12}, "start", p.y.label, class("axis"))
	w.label(point{plotRight, chartHeight - 6}, "end", p.x.label, class("axis"))
}

// levels writes lines across the chart, their names clear of one another.
// Those above its end are named there.
func (w *htmlWriter) levels(p *plot, levels []level) {
	var shown []level
	var further []string
	for _, l := range levels {
		if l.value <= p.y.max {
			shown = append(shown, l)
		} else {
			further = append(further, l.name)
		}
	}
	if len(further) > 0 {
		w.label(point{plotRight, plotTop - 12}, "end", chartWords.above(strings.Join(further, "; ")), class("level-name"))
	}
	slices.SortStableFunc(shown, func(a, b level) int { return int(math.Copysign(1, b.value-a.value)) })
	above := plotTop - textHeight
	for _, l := range shown {
		left := p.at(point{0, l.value})
		w.stroke(left, point{plotRight, left.y}, class("level"), at(atDash, "6 3"))
		above = max(left.y-4, above+textHeight)
		if above > plotBottom-2 { // no room: the table names it
			continue
		}
		w.label(point{plotLeft + 6, above}, "start", l.name, class("level-name"))
	}
}

func (w *htmlWriter) curve(p *plot, c *curve, i int) {
	places := make([]point, len(c.points))
	for i, v := range c.points {
		places[i] = p.at(v)
	}
	dash := []string{"none", "7 4", "2 4"}
	w.polyline(places, class("curve curve-"+number(i+1)), at(atDash, dash[i%len(dash)]))
	if c.name != "" && len(places) > 0 {
		last := places[len(places)-1]
		w.label(point{last.x - 4, last.y - 6}, "end", c.name, class("curve-name curve-"+number(i+1)))
	}
}

// here marks where the plan stands. Curves rise, so its name has room below them, on
// the right; close to the bottom it stands above.
func (w *htmlWriter) here(p *plot, m *pin) {
	at0 := p.at(m.point)
	w.begin(elCircle, class("here"), at(atCX, px(at0.x)), at(atCY, px(at0.y)), at(atR, "5"), at(atFill, "currentColor"))
	w.end()
	name := point{at0.x + 8, at0.y + 18}
	if name.y > plotBottom-6 {
		name = point{at0.x, at0.y - 24}
	}
	w.label(name, "start", m.name, class("here-name"))
}

// figures writes the table of a chart.
func (w *htmlWriter) figures(name string, t *table) {
	w.begin(elDetails, at(atID, name+"-figures"))
	w.leaf(elSummary, chartWords.figures)
	w.begin(elTable)
	w.begin(elTHead)
	w.begin(elTR)
	for _, h := range t.head {
		w.leaf(elTH, h, at(atScope, "col"))
	}
	w.end()
	w.end()
	w.begin(elTBody)
	for _, row := range t.rows {
		w.begin(elTR)
		for i, cell := range row {
			if i == 0 {
				w.leaf(elTH, cell, at(atScope, "row"))
				continue
			}
			w.leaf(elTD, cell)
		}
		w.end()
	}
	w.end()
	w.end()
	w.end()
}
