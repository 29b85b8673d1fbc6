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
		w.lines(&alone, 1, 0)
	})
}

// document is a whole page around what body writes.
func document(title string, body func(*htmlWriter)) string {
	w := &htmlWriter{alone: true}
	w.b.WriteString("<!DOCTYPE html>\n")
	w.begin(elHTML, at(atLang, "en"))
	w.begin(elHead)
	w.void(elMeta, at(atCharset, "utf-8"))
	w.leaf(elTitle, title)
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
