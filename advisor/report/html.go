package report

import "headroom/advisor/rule"

// HTML is the content of #report: the answer, the counts, findings worst
// first, files, what is still needed, and what was not understood.
func HTML(r *Report) string {
	w := &htmlWriter{}
	w.report(r)
	return w.String()
}

func (w *htmlWriter) report(r *Report) {
	w.block(elP, Answer(r)+".", class("answer"))
	if r.Dump.Notice != "" {
		if !w.alone && len(r.Dump.Unread) > 0 {
			w.parts(r)
		}
		return
	}
	w.block(elP, r.machine()+".", class("host"))
	w.told(r)
	w.parts(r)
	w.counts(r)
	w.handOn()
	w.contents(r)
	for _, v := range verdictOrder {
		w.group(r, v)
		if v == rule.Review {
			w.accepted(r)
		}
	}
	w.files(r)
	w.needed(r)
	w.unread(r)
}

func (w *htmlWriter) counts(r *Report) {
	if len(r.Findings) == 0 {
		return
	}
	w.begin(elUL, class("counts"))
	for _, v := range verdictOrder {
		if n := r.Count(v); n > 0 {
			w.count(v, n)
		}
	}
	if n := len(r.setAside()); n > 0 {
		w.leaf(elLI, words.accepted(n))
	}
	w.endBlock()
}

// count writes a number of findings: on the page as a button that shows only
// those.
func (w *htmlWriter) count(v rule.Verdict, n int) {
	w.begin(elLI, at(atDataVerdict, string(v)))
	if w.alone {
		w.text(words.count(v, n))
	} else {
		w.leaf(elButton, words.count(v, n), at(atType, "button"), at(atDataFilter, string(v)), at(atPressed, "false"))
	}
	w.end()
}

// group writes the findings of one verdict. What asks nothing of the reader is
// folded.
func (w *htmlWriter) group(r *Report, v rule.Verdict) {
	findings := r.with(v)
	if len(findings) == 0 {
		return
	}
	folded := v != rule.Fix && v != rule.Review
	id := "findings-" + string(v)
	w.begin(elSection, class("findings"), at(atDataVerdict, string(v)), at(atLabelledBy, id))
	if folded {
		w.fold("folded-"+string(v), words.headings[v], id, len(findings))
	} else {
		w.block(elH2, words.headings[v], at(atID, id))
	}
	for _, f := range chained(findings) {
		w.finding(r, f)
	}
	if folded {
		w.end()
	}
	w.endBlock()
}

// fold opens a part that shows no more than its heading and how much is in it.
func (w *htmlWriter) fold(id, heading, headingID string, n int) {
	w.begin(elDetails, at(atID, id))
	w.begin(elSummary)
	w.leaf(elH2, heading, at(atID, headingID))
	w.text(" ")
	w.leaf(elSpan, figure(uint64(n)), class("many"))
	w.endBlock()
}

// handOn writes, on the page, the ways to take the report along.
func (w *htmlWriter) handOn() {
	if w.alone {
		return
	}
	w.begin(elP, class("hand-on"))
	for _, p := range words.printed {
		w.leaf(elButton, p.label, at(atType, "button"), at(atDataPrint, p.format))
		w.text(" ")
	}
	w.leaf(elSpan, "", class("handed-on"))
	w.endBlock()
}

// contents leads, on the page, to the parts that stand below the findings.
func (w *htmlWriter) contents(r *Report) {
	if w.alone {
		return
	}
	name := "contents"
	if len(r.Files)+len(r.collect()) == 0 {
		name += " beside" // nothing is below where there is room for two columns
	}
	w.begin(elP, class(name))
	w.text(words.further)
	if len(r.Files) > 0 {
		w.text(" ")
		w.leaf(elA, words.files, at(atHref, "#remedies"))
	}
	if len(r.collect()) > 0 {
		w.text(" ")
		w.leaf(elA, words.needed, at(atHref, "#needed"))
	}
	w.text(" ")
	w.leaf(elA, words.limits, at(atHref, "#capacity"))
	w.text(" ")
	w.leaf(elA, words.annotated, at(atHref, "#dump-title"))
	w.endBlock()
}

// accepted writes what is accepted and does not count, and below it what was
// accepted and counts again.
func (w *htmlWriter) accepted(r *Report) {
	aside, outdated := r.setAside(), r.outdated()
	if len(aside)+len(outdated) == 0 {
		return
	}
	const id = "accepted"
	w.begin(elSection, class("findings accepted"), at(atLabelledBy, id))
	w.block(elH2, words.acceptedHeading, at(atID, id))
	for _, f := range aside {
		w.finding(r, f)
	}
	if len(outdated) > 0 {
		w.begin(elUL)
		for _, s := range outdated {
			w.leaf(elLI, s)
		}
		w.endBlock()
	}
	w.endBlock()
}

func findingID(rule string) string { return "finding-" + rule }

func remedyID(i int) string { return "remedy-" + number(i) }

// lineID is the anchor of a line in the annotated dump: L12, and L2.12 for the
// second file.
func lineID(file, line int) string {
	if file == 0 {
		return "L" + number(line)
	}
	return "L" + number(file+1) + "." + number(line)
}
