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
		w.lines(&alone, 1, 0)
		w.endBlock()
	})
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
