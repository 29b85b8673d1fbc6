package report

import (
	"strings"

	"headroom/advisor/remedy"
)

func (w *htmlWriter) files(r *Report) {
	if len(r.Files) == 0 {
		return
	}
	w.begin(elSection, class("files"), at(atLabelledBy, "files"))
	w.block(elH2, words.files, at(atID, "files"))
	w.block(elP, words.filesLead)
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
	w.copied(id, f.Path, shown(f.Content))
	w.steps(f)
	w.block(elP, words.restart[f.Restart]+".", class("restart"))
	w.endBlock()
}

// copied writes text that is there to be copied, with its button.
func (w *htmlWriter) copied(id, name, text string) {
	w.begin(elDiv, class("copied"))
	if !w.alone {
		w.leaf(elButton, words.copy, at(atType, "button"), at(atDataCopy, id), at(atLabel, words.copy+" "+name))
	}
	w.leaf(elPre, text, at(atID, id), at(atTabIndex, "0"), at(atRole, "region"), at(atLabel, name))
	w.endBlock()
}

func (w *htmlWriter) steps(f *remedy.File) {
	known := steps(f)
	if len(known) == 0 {
		return
	}
	w.begin(elDL, class("steps"))
	for _, s := range known {
		w.fact(s.label, func() { w.leaf(elCode, s.text) })
	}
	w.endBlock()
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
	w.block(elH2, words.unread, at(atID, "unread"))
	w.begin(elDetails, at(atID, "folded-unread"))
	w.leaf(elSummary, words.unreadCount(r.unreadTotal()))
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
