package report

import (
	"strings"

	"headroom/advisor/remedy"
)

func (w *htmlWriter) files(r *Report) {
	if len(r.Files) == 0 {
		return
	}
	w.begin(elSection, class("files"), at(atLabelledBy, "remedies"))
	w.block(elH2, words.files, at(atID, "remedies"))
	w.block(elP, words.filesLead)
	if !w.alone {
		w.begin(elP)
		w.leaf(elButton, words.downloadAll, at(atType, "button"), at(atDataDownload, "all"))
		w.endBlock()
	}
	for i := range r.Files {
		w.file(r, i)
	}
	w.endBlock()
}

func (w *htmlWriter) file(r *Report, i int) {
	f := &r.Files[i]
	id := remedyID(i)
	w.begin(elSection, class("remedy"), at(atLabelledBy, id+"-title"))
	w.begin(elH3, at(atID, id+"-title"))
	w.leaf(elCode, f.Path)
	w.endBlock()
	if f.Instead >= 0 {
		w.block(elP, words.instead(r.Files[f.Instead].Path)+".", class("instead"))
	}
	w.content(i, f)
	w.steps(id, f)
	w.block(elP, words.restart[f.Restart]+".", class("restart"))
	w.endBlock()
}

// content writes what the file is to hold, with the lines marked that are new in
// the reader's own file, and below it what changes there.
func (w *htmlWriter) content(i int, f *remedy.File) {
	id := remedyID(i)
	edits, compared := diff(f.Before, shown(f.Content))
	if f.Before == "" || !compared {
		w.copied(id, f.Path, shown(f.Content), at(atDataDownload, number(i)))
		return
	}
	w.copyable(id, f.Path, func() {
		for _, e := range edits {
			switch e.kind {
			case '+':
				w.leaf(elMark, e.text, class("added"))
				w.text("\n")
			case ' ':
				w.text(e.text + "\n")
			}
		}
	}, at(atDataDownload, number(i)))
	w.fileChanges(i, edits)
}

// fileChanges writes, folded, the lines of the reader's file that go and those that
// come.
func (w *htmlWriter) fileChanges(i int, edits []edit) {
	gone, come := 0, 0
	for _, e := range edits {
		switch e.kind {
		case '-':
			gone++
		case '+':
			come++
		}
	}
	w.begin(elDetails, at(atID, "changes-"+number(i)))
	w.leaf(elSummary, words.changes(gone, come))
	w.begin(elPre, class("diff"), at(atTabIndex, "0"), at(atRole, "region"), at(atLabel, words.changes(gone, come)))
	for _, e := range edits {
		switch e.kind {
		case '-':
			w.leaf(elDel, "- "+e.text)
		case '+':
			w.leaf(elIns, "+ "+e.text)
		default:
			w.text("  " + e.text)
		}
		w.text("\n")
	}
	w.end()
	w.end()
}

// copied writes text that is there to be copied, with its button.
func (w *htmlWriter) copied(id, name, text string, download ...pair) {
	w.copyable(id, name, func() { w.text(text) }, download...)
}

// copyable writes a block that is there to be copied, with its buttons:
// download is the attribute of one that saves it as a file, where there is one.
func (w *htmlWriter) copyable(id, name string, body func(), download ...pair) {
	w.begin(elDiv, class("copied"))
	if !w.alone {
		w.begin(elSpan, class("buttons"))
		w.leaf(elButton, words.copy, at(atType, "button"), at(atDataCopy, id), at(atLabel, words.copy+" "+name))
		if len(download) > 0 {
			w.leaf(elButton, words.download, append(download, at(atType, "button"), at(atLabel, words.download+" "+name))...)
		}
		w.end()
	}
	w.begin(elPre, at(atID, id), at(atTabIndex, "0"), at(atRole, "region"), at(atLabel, name))
	body()
	w.end()
	w.endBlock()
}

// steps writes the commands that go with a file, each there to be copied. id
// begins their ids.
func (w *htmlWriter) steps(id string, f *remedy.File) {
	known := steps(f)
	if len(known) == 0 {
		return
	}
	w.begin(elDL, class("steps"))
	for i, s := range known {
		w.fact(s.label, func() { w.step(id+"-step-"+number(i), s) })
	}
	w.endBlock()
}

func (w *htmlWriter) step(id string, s step) {
	if s.parts.Commands == "" {
		w.text(s.text)
		return
	}
	w.begin(elSpan)
	if s.parts.Before != "" {
		w.text(s.parts.Before + ", then: ")
	}
	w.leaf(elCode, s.parts.Commands, at(atID, id))
	if s.parts.After != "" {
		w.text(", then " + s.parts.After)
	}
	w.end()
	if !w.alone {
		w.text(" ")
		w.leaf(elButton, words.copy, at(atType, "button"), at(atDataCopy, id), at(atLabel, words.copy+": "+s.label))
	}
}

// needed writes the commands that would show what was not seen.
func (w *htmlWriter) needed(r *Report) {
	commands := r.collect()
	if len(commands) == 0 {
		return
	}
	w.begin(elSection, class("needed"), at(atLabelledBy, "needed"))
	w.block(elH2, words.needed, at(atID, "needed"))
	w.block(elP, words.neededLead)
	w.copied("collect", words.needed, strings.Join(commands, "\n")+"\n")
	w.endBlock()
}

// unread lists the first lines that were not understood.
func (w *htmlWriter) unread(r *Report) {
	shown := r.unreadShown()
	if len(shown) == 0 {
		return
	}
	w.begin(elSection, class("unread"), at(atLabelledBy, "unread"))
	w.fold("folded-unread", words.unread, "unread", r.unreadTotal())
	w.block(elP, words.unreadLead)
	w.begin(elUL)
	for i := range shown {
		u := &shown[i]
		w.begin(elLI)
		w.lineLink(r, u.File, u.Line)
		w.text(" ")
		w.leaf(elCode, clip(u.Text))
		w.near(u.Near)
		w.endBlock()
	}
	if more := r.unreadTotal() - len(shown); more > 0 {
		w.block(elLI, words.moreUnread(more))
	}
	w.end()
	w.end()
	w.endBlock()
}

func (w *htmlWriter) near(name string) {
	if name == "" {
		return
	}
	w.text(" ")
	w.leaf(elSpan, words.near(name), class("near"))
}
