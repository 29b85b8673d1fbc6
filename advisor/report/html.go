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
		return
	}
	w.block(elP, r.host()+".", class("host"))
	w.counts(r)
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
	w.block(elH2, words.headings[v], at(atID, id))
	if folded {
		w.begin(elDetails, at(atID, "folded-"+string(v)))
		w.leaf(elSummary, words.count(v, len(findings)))
	}
	for _, f := range findings {
		w.finding(r, f)
	}
	if folded {
		w.end()
	}
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

func (w *htmlWriter) finding(r *Report, f *rule.Finding) {
	id := findingID(f.Rule.ID)
	w.begin(elArticle, class("finding"), at(atID, id), at(atDataRule, f.Rule.ID), at(atDataVerdict, string(f.Verdict)),
		at(atLabelledBy, id+"-title"))
	w.begin(elH3, at(atID, id+"-title"))
	w.leaf(elSpan, words.verdicts[f.Verdict], class("verdict"))
	w.text(" " + f.Rule.Title)
	w.endBlock()
	w.facts(r, f)
	if a := r.accepted(f); a != nil {
		w.block(elP, grant(a), class("grant"))
	}
	w.block(elP, f.Message, class("message"))
	w.notes(f)
	w.remediesOf(r, f)
	w.more(r.page(f.Rule))
	w.endBlock()
}

// more leads to the rule's card in the guide, where there is one at hand.
func (w *htmlWriter) more(page string) {
	if page == "" {
		return
	}
	w.begin(elP, class("more"))
	w.leaf(elA, words.guidePage, at(atHref, page))
	w.endBlock()
}

// facts writes the setting, what was found with its line, and what is wanted.
func (w *htmlWriter) facts(r *Report, f *rule.Finding) {
	w.begin(elDL, class("facts"))
	w.fact(words.setting, func() { w.leaf(elCode, f.Rule.Setting) })
	if f.Observed != "" {
		w.fact(words.found, func() {
			w.leaf(elCode, f.Observed, class("observed"))
			if f.Line > 0 {
				w.text(" ")
				w.lineLink(r, f.File, f.Line)
			}
		})
	}
	if f.Want != "" {
		w.fact(words.wanted, func() { w.text(f.Want) })
	}
	w.endBlock()
}

func (w *htmlWriter) fact(term string, value func()) {
	w.begin(elDiv)
	w.leaf(elDT, term)
	w.begin(elDD)
	value()
	w.end()
	w.end()
}

// lineLink leads to a line of the annotated dump.
func (w *htmlWriter) lineLink(r *Report, file, line int) {
	attributes := []pair{at(atDataLine, number(line)), at(atHref, "#"+lineID(file, line))}
	if file > 0 {
		attributes = append(attributes, at(atDataFile, number(file)))
	}
	w.leaf(elA, r.place(file, line), attributes...)
}

// notes writes what a finding has to say beyond its message, and the command
// that would show the setting.
func (w *htmlWriter) notes(f *rule.Finding) {
	w.labelled("why", words.why, elSpan, f.Rule.Why)
	if f.Verdict == rule.Fix || f.Verdict == rule.Review {
		w.labelled("risk", words.risk, elSpan, f.Rule.Risk)
	}
	w.labelled("working", words.working, elCode, f.Working)
	w.labelled("bound-by", words.boundBy, elCode, f.BoundBy)
	w.labelled("collect", words.shownBy, elCode, f.Collect)
}

func (w *htmlWriter) labelled(name, label string, e element, text string) {
	if text == "" {
		return
	}
	w.begin(elP, class(name))
	w.leaf(elStrong, label+":")
	w.text(" ")
	w.leaf(e, text)
	w.endBlock()
}

func (w *htmlWriter) remediesOf(r *Report, f *rule.Finding) {
	indexes := r.remedies(f)
	if len(indexes) == 0 {
		return
	}
	w.begin(elP, class("mended"))
	w.leaf(elStrong, words.mendedBy+":")
	for n, i := range indexes {
		if n > 0 {
			w.text(",")
		}
		w.text(" ")
		w.leaf(elA, r.Files[i].Path, at(atHref, "#"+remedyID(i)))
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
