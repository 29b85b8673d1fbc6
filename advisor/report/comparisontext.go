package report

import "strings"

// CompareText writes a comparison for a terminal, or for an answer by mail.
func CompareText(c *Comparison) string {
	var b strings.Builder
	line(&b, 0, c.names()+".")
	line(&b, 0, c.answer()+".")
	if holds := c.holds(); holds != "" {
		line(&b, 0, holds+".")
	}
	for _, kind := range changeOrder {
		changes := c.of(kind)
		if len(changes) == 0 {
			continue
		}
		textHeading(&b, compareWords.headings[kind])
		for _, x := range changes {
			line(&b, 2, x.After.Rule.Title+" ["+x.After.Rule.ID+"]")
			line(&b, 4, c.values(x))
			if x.told() {
				line(&b, 4, x.After.Message)
			}
		}
	}
	return b.String()
}

// told reports whether what is said of the finding now is worth repeating.
func (x *Change) told() bool { return x.Kind != Fixed && x.After.Message != "" }

// CompareMarkdown writes a comparison for a ticket.
func CompareMarkdown(c *Comparison) string {
	var b strings.Builder
	paragraph(&b, prose(c.names())+".")
	paragraph(&b, "**"+prose(c.answer())+".**")
	if holds := c.holds(); holds != "" {
		paragraph(&b, prose(holds)+".")
	}
	for _, kind := range changeOrder {
		changes := c.of(kind)
		if len(changes) == 0 {
			continue
		}
		paragraph(&b, "## "+compareWords.headings[kind])
		for _, x := range changes {
			b.WriteString("- " + prose(x.After.Rule.Title) + " " + code(x.After.Rule.ID) + ". " + prose(c.values(x)) + ".")
			if x.told() {
				b.WriteString(" " + prose(x.After.Message))
			}
			b.WriteByte('\n')
		}
		b.WriteByte('\n')
	}
	return b.String()
}

// CompareDocument is a whole HTML page with a comparison, to keep or to send.
func CompareDocument(c *Comparison) string {
	return document("Headroom: "+compareWords.title, func(w *htmlWriter) {
		w.block(elP, c.names()+".")
		w.block(elP, c.answer()+".", class("answer"))
		if holds := c.holds(); holds != "" {
			w.block(elP, holds+".")
		}
		for _, kind := range changeOrder {
			w.changes(c, kind)
		}
	})
}

func (w *htmlWriter) changes(c *Comparison, kind ChangeKind) {
	changes := c.of(kind)
	if len(changes) == 0 {
		return
	}
	id := "changes-" + string(kind)
	w.begin(elSection, class("changes"), at(atLabelledBy, id))
	w.block(elH2, compareWords.headings[kind], at(atID, id))
	for _, x := range changes {
		w.begin(elArticle, at(atDataRule, x.After.Rule.ID), at(atDataVerdict, string(x.After.Verdict)))
		w.block(elH3, x.After.Rule.Title)
		w.begin(elP)
		w.leaf(elCode, x.After.Rule.ID)
		w.text(". " + c.values(x) + ".")
		w.endBlock()
		if x.told() {
			w.block(elP, x.After.Message, class("message"))
		}
		w.endBlock()
	}
	w.endBlock()
}
