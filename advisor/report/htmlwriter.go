package report

import "strings"

// An htmlWriter is the one way from text to markup. The names of elements and
// attributes are constants of types of their own, and every text and every
// value of an attribute passes through escape, so that text of the user cannot
// become markup. Elements close in the order in which they were opened.
type htmlWriter struct {
	b     strings.Builder
	open  []element
	alone bool // the document has no script: nothing to press stands in it
}

type element string

// The elements that a report is made of.
const (
	elA          element = "a"
	elArticle    element = "article"
	elButton     element = "button"
	elCode       element = "code"
	elDel        element = "del"
	elIns        element = "ins"
	elMark       element = "mark"
	elDD         element = "dd"
	elDetails    element = "details"
	elDiv        element = "div"
	elDL         element = "dl"
	elDT         element = "dt"
	elFigcaption element = "figcaption"
	elFigure     element = "figure"
	elBody       element = "body"
	elH1         element = "h1"
	elH2         element = "h2"
	elH3         element = "h3"
	elHead       element = "head"
	elHTML       element = "html"
	elLI         element = "li"
	elMain       element = "main"
	elMeta       element = "meta"
	elOption     element = "option"
	elP          element = "p"
	elPre        element = "pre"
	elSection    element = "section"
	elSelect     element = "select"
	elSpan       element = "span"
	elStrong     element = "strong"
	elSummary    element = "summary"
	elTable      element = "table"
	elTBody      element = "tbody"
	elTD         element = "td"
	elTH         element = "th"
	elTHead      element = "thead"
	elTR         element = "tr"
	elCaption    element = "caption"
	elTitle      element = "title"
	elUL         element = "ul"
)

type attribute string

// The attributes they bear. href is only ever given addresses inside the site.
const (
	atCharset      attribute = "charset"
	atContent      attribute = "content"
	atClass        attribute = "class"
	atDataCopy     attribute = "data-copy"
	atDataDownload attribute = "data-download"
	atDataFrom     attribute = "data-from"
	atDataTo       attribute = "data-to"
	atDataPrint    attribute = "data-print"
	atDataFile     attribute = "data-file"
	atDataFilter   attribute = "data-filter"
	atDataLine     attribute = "data-line"
	atDataRule     attribute = "data-rule"
	atDataVerdict  attribute = "data-verdict"
	atHref         attribute = "href"
	atHTTPEquiv    attribute = "http-equiv"
	atID           attribute = "id"
	atLabel        attribute = "aria-label"
	atLabelledBy   attribute = "aria-labelledby"
	atLang         attribute = "lang"
	atName         attribute = "name"
	atPressed      attribute = "aria-pressed"
	atRole         attribute = "role"
	atScope        attribute = "scope"
	atSelected     attribute = "selected"
	atTabIndex     attribute = "tabindex"
	atType         attribute = "type"
	atValue        attribute = "value"
)

// A pair is an attribute with its value.
type pair struct {
	name  attribute
	value string
}

func at(name attribute, value string) pair { return pair{name, value} }

func class(value string) pair { return pair{atClass, value} }

// begin opens an element; end closes the innermost one.
func (w *htmlWriter) begin(e element, attributes ...pair) {
	w.void(e, attributes...)
	w.open = append(w.open, e)
}

// void writes an element that has no end.
func (w *htmlWriter) void(e element, attributes ...pair) {
	w.b.WriteByte('<')
	w.b.WriteString(string(e))
	for _, a := range attributes {
		w.b.WriteByte(' ')
		w.b.WriteString(string(a.name))
		w.b.WriteString(`="`)
		w.text(a.value)
		w.b.WriteByte('"')
	}
	w.b.WriteByte('>')
}

func (w *htmlWriter) end() {
	last := len(w.open) - 1
	w.b.WriteString("</")
	w.b.WriteString(string(w.open[last]))
	w.b.WriteByte('>')
	w.open = w.open[:last]
}

// endBlock closes an element after which the source starts a new line.
func (w *htmlWriter) endBlock() {
	w.end()
	w.b.WriteByte('\n')
}

// leaf writes an element that holds nothing but text.
func (w *htmlWriter) leaf(e element, text string, attributes ...pair) {
	w.begin(e, attributes...)
	w.text(text)
	w.end()
}

// block is leaf for an element that is a paragraph of its own; nothing is
// written where there is no text.
func (w *htmlWriter) block(e element, text string, attributes ...pair) {
	if text == "" {
		return
	}
	w.leaf(e, text, attributes...)
	w.b.WriteByte('\n')
}

// text writes text, escaped for element content and attribute values alike.
func (w *htmlWriter) text(s string) {
	s = plain(s)
	from := 0
	for i := range len(s) {
		name := entity(s[i])
		if name == "" {
			continue
		}
		w.b.WriteString(s[from:i])
		w.b.WriteString(name)
		from = i + 1
	}
	w.b.WriteString(s[from:])
}

func entity(c byte) string {
	switch c {
	case '&':
		return "&amp;"
	case '<':
		return "&lt;"
	case '>':
		return "&gt;"
	case '"':
		return "&quot;"
	case '\'':
		return "&#39;"
	}
	return ""
}

func (w *htmlWriter) String() string { return w.b.String() }
