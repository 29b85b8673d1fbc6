package report

import "headroom/advisor/dump"

// partsMost is how many parts of a text a report for people lists.
const partsMost = 60

// parts writes how much of the text was understood and, folded, what each part
// of it was taken for. On the page a part can be left out.
func (w *htmlWriter) parts(r *Report) {
	w.begin(elDetails, class("parts"), at(atID, "parts"))
	w.leaf(elSummary, words.understood(r.Dump.Understood, r.Dump.Total))
	lead := words.partsLead
	if !w.alone {
		lead += " " + words.partsMend
	}
	w.block(elP, lead, class("lead"))
	w.begin(elUL)
	for i := range r.Dump.Parts[:min(partsMost, len(r.Dump.Parts))] {
		w.part(r, &r.Dump.Parts[i])
	}
	if more := len(r.Dump.Parts) - partsMost; more > 0 {
		w.leaf(elLI, words.moreParts(more))
	}
	w.end()
	w.endBlock()
}

func (w *htmlWriter) part(r *Report, p *dump.Part) {
	w.begin(elLI)
	w.linesLink(p.File, p.From, r.span(p.File, p.From, p.To))
	w.text(" ")
	w.leaf(elSpan, p.Title(), class("taken"))
	if !w.alone {
		w.text(" ")
		w.leaf(elButton, words.leaveOut, at(atType, "button"), at(atDataFile, number(p.File)),
			at(atDataFrom, number(p.From)), at(atDataTo, number(p.To)), at(atLabel, words.leaveOut+": "+r.span(p.File, p.From, p.To)))
	}
	w.end()
}

// span names a run of lines for a person.
func (r *Report) span(file, from, to int) string {
	if from == to {
		return r.place(file, from)
	}
	if r.several() {
		return words.span(from, to) + " of " + r.fileName(file)
	}
	return words.span(from, to)
}
