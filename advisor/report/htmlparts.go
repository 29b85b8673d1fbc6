package report

import "headroom/advisor/dump"

// parts writes how much of the text was understood and, folded, what each part
// of it was taken for. On the page a part can be left out, or said to be something
// else.
func (w *htmlWriter) parts(r *Report) {
	w.begin(elDetails, class("parts"), at(atID, "parts"))
	w.leaf(elSummary, words.understood(r.Dump.Understood, r.Dump.Total))
	lead := words.partsLead
	if !w.alone {
		lead += " " + words.partsMend
	}
	w.block(elP, lead, class("lead"))
	w.begin(elUL)
	more := 0
	meanings := dump.Meanings(r.Dump.Host.OS)
	for i, p := range r.parts() {
		if i < partsMost || p.said != nil {
			w.part(r, p, meanings)
		} else {
			more++
		}
	}
	if more > 0 {
		w.leaf(elLI, words.moreParts(more))
	}
	w.end()
	w.endBlock()
}

func (w *htmlWriter) part(r *Report, p part, meanings []dump.Meaning) {
	w.begin(elLI)
	if r.Dump.Notice == "" {
		w.linesLink(p.File, p.From, r.span(p.File, p.From, p.To))
	} else {
		w.leaf(elSpan, r.span(p.File, p.From, p.To)) // there is no annotated text
	}
	w.text(" ")
	w.leaf(elSpan, p.taken(), class("taken"))
	if !w.alone {
		place := []pair{at(atDataFile, number(p.File)), at(atDataFrom, number(p.From)), at(atDataTo, number(p.To))}
		w.begin(elSpan, class("mend-part"))
		if p.doubtful() {
			w.meanings(r, p, meanings, place)
		}
		w.leaf(elButton, words.leaveOut, append(place, at(atType, "button"), at(atLabel, words.leaveOut+": "+r.span(p.File, p.From, p.To)))...)
		w.end()
	}
	w.end()
}

// meanings writes the choice of what a part really is. What was said of it is among
// them even where the host's system has no such thing.
func (w *htmlWriter) meanings(r *Report, p part, meanings []dump.Meaning, place []pair) {
	w.begin(elSelect, append(place, at(atID, "as-"+lineID(p.File, p.From)), at(atLabel, words.really(r.span(p.File, p.From, p.To))))...)
	w.leaf(elOption, words.asTheTextSays, at(atValue, ""))
	offered := false
	for _, m := range meanings {
		if p.said != nil && m.ID == p.said.As {
			offered = true
			w.leaf(elOption, m.Title, at(atValue, m.ID), at(atSelected, ""))
			continue
		}
		w.leaf(elOption, m.Title, at(atValue, m.ID))
	}
	if p.said != nil && !offered {
		w.leaf(elOption, p.said.Title(), at(atValue, p.said.As), at(atSelected, ""))
	}
	w.end()
}

// told writes what lines were said to be.
func (w *htmlWriter) told(r *Report) {
	for _, sentence := range r.told() {
		w.block(elP, sentence, class("told"))
	}
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
