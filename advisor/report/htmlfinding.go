package report

import (
	"slices"
	"strings"

	"headroom/advisor/remedy"
	"headroom/advisor/rule"
)

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
	w.mend(r, f)
	w.option(r, f)
	w.chain(r, f)
	w.reasons(f)
	w.more(r.page(f.Rule))
	w.endBlock()
}

// facts writes the setting, what was found with its line, what is wanted and
// how that figure comes about, and the command that would show the setting.
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
	if f.Working != "" {
		w.fact(words.working, func() { w.leaf(elCode, f.Working, class("working")) })
	}
	if f.Collect != "" {
		w.fact(words.shownBy, func() { w.leaf(elCode, f.Collect, class("collect")) })
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
	w.linesLink(file, line, r.place(file, line))
}

// linesLink leads to the first of some lines.
func (w *htmlWriter) linesLink(file, line int, text string) {
	attributes := []pair{at(atDataLine, number(line)), at(atHref, "#"+lineID(file, line))}
	if file > 0 {
		attributes = append(attributes, at(atDataFile, number(file)))
	}
	w.leaf(elA, text, attributes...)
}

// mend writes the lines that close the finding, the files they belong in, and
// how to put these to use and take them back.
func (w *htmlWriter) mend(r *Report, f *rule.Finding) {
	indexes := r.remedies(f)
	if len(indexes) == 0 {
		return
	}
	first := &r.Files[indexes[0]]
	w.begin(elDiv, class("mend"))
	w.begin(elP)
	w.leaf(elStrong, words.mendedBy)
	for n, i := range indexes {
		if n > 0 {
			w.text(words.or)
		}
		w.text(" ")
		w.leaf(elA, r.Files[i].Path, at(atHref, "#"+remedyID(i)))
	}
	w.text(". " + words.restart[first.Restart] + ".")
	w.end()
	if lines := first.Lines(f.Rule.ID); len(lines) > 0 {
		w.copied("fix-"+f.Rule.ID, f.Rule.Setting, strings.Join(lines, "\n")+"\n")
	}
	w.howTo("how-"+f.Rule.ID, first)
	w.endBlock()
}

// option writes what settles a finding, for the reader to decide; what settles an
// earlier one, too, stands there.
func (w *htmlWriter) option(r *Report, f *rule.Finding) {
	c := r.choice(f)
	if c.elsewhere != "" {
		w.begin(elP, class("more"))
		w.leaf(elA, c.elsewhere, at(atHref, "#"+findingID(r.Options[c.option].Rules[0])))
		w.endBlock()
	}
	for k := range c.files {
		w.optionFile(c.lead(k), &c.files[k], "option-"+number(c.option)+"-"+number(k))
	}
}

func (w *htmlWriter) optionFile(lead string, f *remedy.File, id string) {
	w.begin(elDiv, class("mend option"))
	w.begin(elP)
	w.leaf(elStrong, lead)
	w.text(" ")
	w.leaf(elCode, f.Path)
	w.text(". " + words.restart[f.Restart] + ".")
	w.end()
	var download []pair
	if !f.Part {
		download = append(download, at(atDataDownload, id))
	}
	w.copied(id, f.Path, strings.Join(changed(f), "\n")+"\n", download...)
	w.howTo(id+"-how", f)
	w.endBlock()
}

// howTo writes, folded, how to put a file to use and take it back.
func (w *htmlWriter) howTo(id string, f *remedy.File) {
	if len(steps(f)) == 0 {
		return
	}
	w.begin(elDetails, at(atID, id))
	w.leaf(elSummary, words.how)
	w.steps(id, f)
	w.end()
}

// chain writes which link of a chain of limits holds the others back: at the
// link that binds, those behind it; at each of these, the one that binds.
func (w *htmlWriter) chain(r *Report, f *rule.Finding) {
	if f.BoundBy != "" {
		w.begin(elP, class("bound-by"))
		w.leaf(elStrong, words.boundBy+":")
		w.text(" ")
		w.ruleLink(r, f.BoundBy)
		w.endBlock()
	}
	behind := r.boundBy(f)
	if len(behind) == 0 {
		return
	}
	w.begin(elDiv, class("chain"))
	w.leaf(elStrong, words.binds+":")
	w.begin(elUL)
	for _, x := range behind {
		w.begin(elLI)
		w.leaf(elA, x.Rule.Setting, at(atHref, "#"+findingID(x.Rule.ID)))
		w.text(" " + x.Observed)
		if x.Line > 0 {
			w.text(", ")
			w.lineLink(r, x.File, x.Line)
		}
		w.end()
	}
	w.end()
	w.endBlock()
}

// boundBy returns the findings whose limit the one of f holds back.
func (r *Report) boundBy(f *rule.Finding) []*rule.Finding {
	var behind []*rule.Finding
	for i := range r.Findings {
		if r.Findings[i].BoundBy == f.Rule.ID {
			behind = append(behind, &r.Findings[i])
		}
	}
	return behind
}

// chained puts the findings that another one of them binds right behind it;
// otherwise the order stays.
func chained(findings []*rule.Finding) []*rule.Finding {
	var ordered []*rule.Finding
	var put func(f *rule.Finding)
	put = func(f *rule.Finding) {
		if slices.Contains(ordered, f) {
			return
		}
		ordered = append(ordered, f)
		for _, x := range findings {
			if x.BoundBy == f.Rule.ID {
				put(x)
			}
		}
	}
	for _, f := range findings {
		if !slices.ContainsFunc(findings, func(x *rule.Finding) bool { return x.Rule.ID == f.BoundBy }) {
			put(f)
		}
	}
	for _, f := range findings { // a circle has no beginning
		put(f)
	}
	return ordered
}

// reasons writes, folded, why the setting matters and what can go wrong.
func (w *htmlWriter) reasons(f *rule.Finding) {
	if f.Rule.Why == "" {
		return
	}
	w.begin(elDetails, at(atID, "why-"+f.Rule.ID))
	w.leaf(elSummary, words.reasons)
	w.block(elP, f.Rule.Why, class("why"))
	if f.Verdict == rule.Fix || f.Verdict == rule.Review {
		w.labelled("risk", words.risk, elSpan, f.Rule.Risk)
	}
	w.end()
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

// more leads to the rule's card in the guide, where there is one at hand.
func (w *htmlWriter) more(page string) {
	if page == "" {
		return
	}
	w.begin(elP, class("more"))
	w.leaf(elA, words.guidePage, at(atHref, page))
	w.endBlock()
}
