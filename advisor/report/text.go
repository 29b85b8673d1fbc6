package report

import (
	"slices"
	"strings"
	"unicode/utf8"

	"headroom/advisor/remedy"
	"headroom/advisor/rule"
)

// textWidth is the column after which Text breaks lines, as mail wants it.
const textWidth = 76

// Text writes the report for a terminal, or for an answer by mail: the answer
// first, then what to do, then what is still needed.
func Text(r *Report) string {
	var b strings.Builder
	if r.Name != "" {
		b.WriteString(oneLine(r.Name) + "\n")
	}
	line(&b, 0, Answer(r)+".")
	if r.Dump.Notice != "" {
		return b.String()
	}
	line(&b, 0, r.host()+".")
	for _, sentence := range r.told() {
		line(&b, 0, sentence)
	}
	if counts := r.counts(); counts != "" {
		line(&b, 0, counts+".")
	}
	for _, v := range []rule.Verdict{rule.Fix, rule.Review} {
		r.textFindings(&b, v)
	}
	r.textFiles(&b)
	r.textAccepted(&b)
	r.textBrief(&b)
	r.textNeeded(&b)
	r.textUnread(&b)
	return b.String()
}

func textHeading(b *strings.Builder, heading string) {
	b.WriteString("\n" + strings.ToUpper(heading) + "\n")
}

func (r *Report) textFindings(b *strings.Builder, v rule.Verdict) {
	findings := r.with(v)
	if len(findings) == 0 {
		return
	}
	textHeading(b, words.headings[v])
	for i, f := range findings {
		b.WriteString("\n" + number(i+1) + ". " + f.Rule.Title + " [" + f.Rule.ID + "]\n")
		line(b, 4, r.evidence(f))
		line(b, 4, f.Message)
		for _, n := range r.notes(f) {
			line(b, 4, n.label+": "+n.text)
		}
		r.textOption(b, f)
	}
}

// textOption writes what settles a finding, for the reader to decide.
func (r *Report) textOption(b *strings.Builder, f *rule.Finding) {
	c := r.choice(f)
	line(b, 4, c.elsewhere)
	for k := range c.files {
		file := &c.files[k]
		line(b, 4, c.lead(k)+" "+file.Path)
		for _, l := range changed(file) {
			b.WriteString(strings.TrimRight("      "+oneLine(l), " ") + "\n")
		}
		for _, s := range steps(file) {
			b.WriteString("    " + s.label + ": " + oneLine(s.text) + "\n")
		}
		line(b, 4, words.restart[file.Restart]+".")
	}
}

// changed is what an option puts into its file: all of a file that is new.
func changed(f *remedy.File) []string {
	if !f.Part {
		return strings.Split(strings.TrimSuffix(shown(f.Content), "\n"), "\n")
	}
	var lines []string
	for _, id := range f.Rules {
		for _, l := range f.Lines(id) {
			if !slices.Contains(lines, l) {
				lines = append(lines, l)
			}
		}
	}
	return lines
}

// evidence says what was found where, and what is wanted.
func (r *Report) evidence(f *rule.Finding) string {
	var parts []string
	if f.Observed != "" {
		found := words.found + ": " + f.Observed
		if f.Line > 0 {
			found += " (" + r.place(f.File, f.Line) + ")"
		}
		parts = append(parts, found)
	}
	if f.Want != "" {
		parts = append(parts, words.wanted+": "+f.Want)
	}
	return strings.Join(parts, "; ")
}

// A note is a labelled sentence below a finding.
type note struct{ label, text string }

// notes lists what a finding has to say beyond its message.
func (r *Report) notes(f *rule.Finding) []note {
	all := []note{
		{words.why, f.Rule.Why},
		{words.risk, f.Rule.Risk},
		{words.working, f.Working},
		{words.boundBy, f.BoundBy},
	}
	said := all[:0]
	for _, n := range all {
		if n.text != "" {
			said = append(said, n)
		}
	}
	return said
}

func (r *Report) textFiles(b *strings.Builder) {
	if len(r.Files) == 0 {
		return
	}
	textHeading(b, words.files)
	line(b, 0, words.filesLead)
	for i := range r.Files {
		f := &r.Files[i]
		b.WriteString("\n==> " + oneLine(f.Path) + " <==\n" + plain(shown(f.Content)) + "\n")
		if f.Instead >= 0 {
			line(b, 0, words.instead(r.Files[f.Instead].Path)+".")
		}
		for _, s := range steps(f) {
			b.WriteString(s.label + ": " + oneLine(s.text) + "\n")
		}
		line(b, 0, words.restart[f.Restart]+".")
	}
}

// A step is a labelled step of a file, as a line and in its parts.
type step struct {
	label, text string
	parts       remedy.Step
}

// steps lists the commands that belong to a file, in the order of their use.
func steps(f *remedy.File) []step {
	all := []step{
		{words.backup, f.Backup.String(), f.Backup},
		{words.apply, f.Apply.String(), f.Apply},
		{words.verify, f.Verify.String(), f.Verify},
		{words.undo, f.Undo.String(), f.Undo},
	}
	return slices.DeleteFunc(all, func(s step) bool { return s.text == "" })
}

// textAccepted lists what is accepted and does not count, and what was
// accepted and counts again.
func (r *Report) textAccepted(b *strings.Builder) {
	aside, outdated := r.setAside(), r.outdated()
	if len(aside)+len(outdated) == 0 {
		return
	}
	textHeading(b, words.acceptedHeading)
	for _, f := range aside {
		line(b, 2, words.verdicts[f.Verdict]+": "+brief(r, f))
		line(b, 4, grant(r.accepted(f)))
	}
	for _, s := range outdated {
		line(b, 2, s)
	}
}

// textBrief lists on one line each what asks nothing of the reader.
func (r *Report) textBrief(b *strings.Builder) {
	for _, v := range []rule.Verdict{rule.OK, rule.InfoOnly, rule.Superseded} {
		findings := r.with(v)
		if len(findings) == 0 {
			continue
		}
		textHeading(b, words.headings[v])
		for _, f := range findings {
			line(b, 2, brief(r, f))
		}
	}
}

// brief is a finding on one line.
func brief(r *Report, f *rule.Finding) string {
	s := f.Rule.ID
	if f.Observed != "" {
		s += " = " + f.Observed
	}
	if f.Line > 0 {
		s += " (" + r.place(f.File, f.Line) + ")"
	}
	if f.Verdict != rule.OK && f.Message != "" {
		s += ": " + f.Message
	}
	return s
}

func (r *Report) textNeeded(b *strings.Builder) {
	commands := r.collect()
	if len(commands) == 0 {
		return
	}
	textHeading(b, words.needed)
	b.WriteString(words.neededLead + "\n\n")
	for _, c := range commands {
		b.WriteString("  " + oneLine(c) + "\n")
	}
}

func (r *Report) textUnread(b *strings.Builder) {
	if len(r.Dump.Unread) == 0 {
		return
	}
	textHeading(b, words.unread)
	line(b, 0, words.unreadCount(r.unreadTotal())+" "+words.unreadLead)
	shown := r.unreadShown()
	for i := range shown {
		u := &shown[i]
		s := r.place(u.File, u.Line) + ": " + clip(u.Text)
		if u.Near != "" {
			s += " (" + words.near(u.Near) + ")"
		}
		b.WriteString("  " + oneLine(s) + "\n")
	}
	if more := r.unreadTotal() - len(shown); more > 0 {
		b.WriteString("  " + words.moreUnread(more) + "\n")
	}
}

// line writes a paragraph at the indent, broken at textWidth; nothing where
// the text is empty.
func line(b *strings.Builder, indent int, text string) {
	column := 0
	for word := range strings.FieldsSeq(plain(text)) {
		n := utf8.RuneCountInString(word)
		switch {
		case column == 0:
			b.WriteString(strings.Repeat(" ", indent))
			column = indent
		case column+1+n > textWidth:
			b.WriteString("\n" + strings.Repeat(" ", indent))
			column = indent
		default:
			b.WriteByte(' ')
			column++
		}
		b.WriteString(word)
		column += n
	}
	if column > 0 {
		b.WriteByte('\n')
	}
}
