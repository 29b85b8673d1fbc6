package report

import "headroom/advisor/rule"

// Document is a whole HTML page with the report, the limits and the annotated
// dump, to keep or to send. It stands alone, so its rules link nowhere.
func Document(r *Report) string {
	alone := *r
	alone.Page = func(*rule.Rule) string { return "" }
	title := "Headroom"
	if r.Name != "" {
		title += ": " + r.Name
	}
	return document(title, func(w *htmlWriter) {
		w.report(&alone)
		w.capacity(&alone)
		w.block(elH2, words.annotated)
		w.begin(elDiv, class("dump-view"))
		w.wholeDump(&alone)
		w.endBlock()
	})
}

// Of a dump of more lines than a page bears, a document shows those with something
// to say, with some lines round each.
const (
	bearable = 5000
	around   = 2
)

func (w *htmlWriter) wholeDump(r *Report) {
	if r.Dump.Total <= bearable {
		w.lines(r, 1, 0)
		return
	}
	w.block(elP, words.excerpt(around), class("lead"))
	marks := r.marks(1, 0)
	for file := range r.Dump.Names {
		if r.several() {
			w.block(elH3, r.fileName(file), class("file"))
		}
		shown := 0 // the last line shown
		for _, n := range marks.lines(file) {
			first, last := max(shown+1, n-around), min(r.Dump.Lines(file), n+around)
			if first > shown+1 && first <= last {
				w.block(elP, words.leftOut(first-shown-1), class("lead"))
			}
			for line := first; line <= last; line++ {
				w.line(r, spot{file, line}, marks)
			}
			shown = max(shown, last)
		}
	}
}

// document is a whole page around what body writes.
func document(title string, body func(*htmlWriter)) string {
	w := &htmlWriter{alone: true}
	w.b.WriteString("<!DOCTYPE html>\n")
	w.begin(elHTML, at(atLang, "en"))
	w.begin(elHead)
	w.void(elMeta, at(atCharset, "utf-8"))
	w.void(elMeta, at(atHTTPEquiv, "Content-Security-Policy"), at(atContent, "default-src 'none'; style-src 'unsafe-inline'"))
	w.void(elMeta, at(atName, "viewport"), at(atContent, "width=device-width, initial-scale=1"))
	w.leaf(elTitle, title)
	w.b.WriteString("<style>" + documentStyle + "</style>")
	w.endBlock()
	w.begin(elBody)
	w.begin(elMain)
	w.block(elH1, title)
	body(w)
	w.end()
	w.end()
	w.endBlock()
	return w.String()
}
