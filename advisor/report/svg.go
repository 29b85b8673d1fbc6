package report

import (
	"math"
	"strconv"
	"strings"
)

// The elements that a picture is made of, beside title.
const (
	elSVG      element = "svg"
	elDesc     element = "desc"
	elG        element = "g"
	elRect     element = "rect"
	elLine     element = "line"
	elPolyline element = "polyline"
	elCircle   element = "circle"
	elSVGText  element = "text"
)

// The attributes they bear. None is a style: a page's policy forbids it. The
// page's style sheet knows the classes; the colours that stand here are for
// where there is none.
const (
	atViewBox    attribute = "viewBox"
	atAspect     attribute = "preserveAspectRatio"
	atFocusable  attribute = "focusable"
	atX          attribute = "x"
	atY          attribute = "y"
	atX1         attribute = "x1"
	atY1         attribute = "y1"
	atX2         attribute = "x2"
	atY2         attribute = "y2"
	atCX         attribute = "cx"
	atCY         attribute = "cy"
	atR          attribute = "r"
	atWidth      attribute = "width"
	atHeight     attribute = "height"
	atPoints     attribute = "points"
	atFill       attribute = "fill"
	atStroke     attribute = "stroke"
	atDash       attribute = "stroke-dasharray"
	atAnchor     attribute = "text-anchor"
	atFontSize   attribute = "font-size"
	atFillAlpha  attribute = "fill-opacity"
	atFontFamily attribute = "font-family"
)

// A point is a place in a picture or in the plane of a chart.
type point struct{ x, y float64 }

// picture opens an image that has a title and a sentence on what it shows,
// both for those who do not see it. The name makes its ids.
func (w *htmlWriter) picture(name, title, desc string, width, height float64, more ...pair) {
	labels := []pair{
		at(atRole, "img"), at(atLabelledBy, name+"-title "+name+"-desc"), at(atFocusable, "false"),
		at(atViewBox, "0 0 "+px(width)+" "+px(height)),
	}
	w.begin(elSVG, append(labels, more...)...)
	w.leaf(elTitle, title, at(atID, name+"-title"))
	w.leaf(elDesc, desc, at(atID, name+"-desc"))
}

func (w *htmlWriter) rect(x, y, width, height float64, more ...pair) {
	if width <= 0 {
		return
	}
	w.begin(elRect, append([]pair{at(atX, px(x)), at(atY, px(y)), at(atWidth, px(width)), at(atHeight, px(height))}, more...)...)
	w.end()
}

func (w *htmlWriter) stroke(a, b point, more ...pair) {
	w.begin(elLine, append([]pair{at(atX1, px(a.x)), at(atY1, px(a.y)), at(atX2, px(b.x)), at(atY2, px(b.y)), at(atStroke, "currentColor")}, more...)...)
	w.end()
}

// polyline joins points; its class tells the curves of a chart apart.
func (w *htmlWriter) polyline(points []point, more ...pair) {
	var b strings.Builder
	for i, p := range points {
		if i > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(px(p.x) + "," + px(p.y))
	}
	w.begin(elPolyline, append([]pair{at(atPoints, b.String()), at(atFill, "none"), at(atStroke, "currentColor")}, more...)...)
	w.end()
}

// label writes text at a point; anchor is start, middle or end.
func (w *htmlWriter) label(p point, anchor, text string, more ...pair) {
	w.leaf(elSVGText, text, append([]pair{at(atX, px(p.x)), at(atY, px(p.y)), at(atAnchor, anchor), at(atFontSize, "13"), at(atFill, "currentColor")}, more...)...)
}

// px writes a coordinate with one decimal. What is no number, or far outside
// every picture, is cut to its bounds.
func px(n float64) string {
	const most = 1e5
	if math.IsNaN(n) {
		n = 0
	}
	return strings.TrimSuffix(strconv.FormatFloat(max(-most, min(most, n)), 'f', 1, 64), ".0")
}
