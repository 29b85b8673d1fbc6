package report

import (
	"strings"

	"headroom/advisor/remedy"
	"headroom/advisor/rule"
)

// Markdown writes the report for a ticket.
func Markdown(r *Report) string {
	var b strings.Builder
	if r.Name != "" {
		paragraph(&b, code(r.Name))
	}
	paragraph(&b, "**"+prose(Answer(r))+".**")
	if r.Dump.Notice != "" {
		return b.String()
	}
	paragraph(&b, prose(r.host())+".")
	for _, sentence := range r.told() {
		paragraph(&b, prose(sentence))
	}
	if counts := r.counts(); counts != "" {
		paragraph(&b, counts+".")
	}
	for _, v := range []rule.Verdict{rule.Fix, rule.Review} {
		r.markdownFindings(&b, v)
	}
	r.markdownFiles(&b)
	r.markdownAccepted(&b)
	r.markdownBrief(&b)
	r.markdownNeeded(&b)
	r.markdownUnread(&b)
	return b.String()
}

func paragraph(b *strings.Builder, s string) { b.WriteString(s + "\n\n") }

func (r *Report) markdownFindings(b *strings.Builder, v rule.Verdict) {
	findings := r.with(v)
	if len(findings) == 0 {
		return
	}
	paragraph(b, "## "+words.headings[v])
	for _, f := range findings {
		paragraph(b, "### "+prose(f.Rule.Title))
		b.WriteString("- " + words.rule + ": " + code(f.Rule.ID) + "\n")
		if evidence := r.evidence(f); evidence != "" {
			b.WriteString("- " + prose(evidence) + "\n")
		}
		for _, n := range r.notes(f) {
			b.WriteString("- " + n.label + ": " + prose(n.text) + "\n")
		}
		b.WriteByte('\n')
		if f.Message != "" {
			paragraph(b, prose(f.Message))
		}
		r.markdownOption(b, f)
	}
}

// markdownOption writes what settles a finding, for the reader to decide.
func (r *Report) markdownOption(b *strings.Builder, f *rule.Finding) {
	c := r.choice(f)
	if c.elsewhere != "" {
		paragraph(b, prose(c.elsewhere))
	}
	for k := range c.files {
		paragraph(b, prose(c.lead(k))+" "+code(c.files[k].Path))
		fenced(b, strings.Join(changed(&c.files[k]), "\n"))
		markdownSteps(b, &c.files[k])
	}
}

// markdownSteps writes how to put a file to use and take it back; only commands
// are code.
func markdownSteps(b *strings.Builder, f *remedy.File) {
	for _, s := range steps(f) {
		var parts []string
		if s.parts.Before != "" {
			parts = append(parts, prose(s.parts.Before))
		}
		if s.parts.Commands != "" {
			parts = append(parts, code(s.parts.Commands))
		}
		if s.parts.After != "" {
			parts = append(parts, prose(s.parts.After))
		}
		b.WriteString("- " + s.label + ": " + strings.Join(parts, ", then ") + "\n")
	}
	paragraph(b, "- "+words.restart[f.Restart])
}

func (r *Report) markdownFiles(b *strings.Builder) {
	if len(r.Files) == 0 {
		return
	}
	paragraph(b, "## "+words.files)
	paragraph(b, words.filesLead)
	for i := range r.Files {
		f := &r.Files[i]
		paragraph(b, "### "+code(f.Path))
		if f.Instead >= 0 {
			paragraph(b, prose(words.instead(r.Files[f.Instead].Path))+".")
		}
		fenced(b, shown(f.Content))
		markdownSteps(b, f)
	}
}

func (r *Report) markdownAccepted(b *strings.Builder) {
	aside, outdated := r.setAside(), r.outdated()
	if len(aside)+len(outdated) == 0 {
		return
	}
	paragraph(b, "## "+words.acceptedHeading)
	for _, f := range aside {
		b.WriteString("- " + words.verdicts[f.Verdict] + ": " + prose(brief(r, f)+" "+grant(r.accepted(f))) + "\n")
	}
	for _, s := range outdated {
		b.WriteString("- " + prose(s) + "\n")
	}
	b.WriteByte('\n')
}

func (r *Report) markdownBrief(b *strings.Builder) {
	for _, v := range []rule.Verdict{rule.OK, rule.InfoOnly, rule.Superseded} {
		findings := r.with(v)
		if len(findings) == 0 {
			continue
		}
		paragraph(b, "## "+words.headings[v])
		for _, f := range findings {
			b.WriteString("- " + prose(brief(r, f)) + "\n")
		}
		b.WriteByte('\n')
	}
}

func (r *Report) markdownNeeded(b *strings.Builder) {
	commands := r.collect()
	if len(commands) == 0 {
		return
	}
	paragraph(b, "## "+words.needed)
	paragraph(b, words.neededLead)
	fenced(b, strings.Join(commands, "\n"))
}

func (r *Report) markdownUnread(b *strings.Builder) {
	shown := r.unreadShown()
	if len(shown) == 0 {
		return
	}
	paragraph(b, "## "+words.unread)
	for i := range shown {
		u := &shown[i]
		b.WriteString("- " + prose(r.place(u.File, u.Line)) + ": " + code(clip(u.Text)))
		if u.Near != "" {
			b.WriteString(" (" + prose(words.near(u.Near)) + ")")
		}
		b.WriteByte('\n')
	}
	if more := r.unreadTotal() - len(shown); more > 0 {
		b.WriteString("- " + words.moreUnread(more) + "\n")
	}
}

// prose escapes what Markdown would take for markup. An underscore inside a
// word stands as it is: it marks nothing there.
func prose(s string) string {
	s = oneLine(s)
	var b strings.Builder
	for i := range len(s) {
		switch c := s[i]; {
		case strings.IndexByte("\\`*<>[]|&~", c) >= 0, c == '_' && !(inWord(s, i-1) && inWord(s, i+1)):
			b.WriteByte('\\')
		}
		b.WriteByte(s[i])
	}
	return b.String()
}

func inWord(s string, i int) bool {
	if i < 0 || i >= len(s) {
		return false
	}
	c := s[i]
	return '0' <= c && c <= '9' || 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || c >= 0x80
}

func oneLine(s string) string { return strings.Join(strings.Fields(plain(s)), " ") }

// code is a code span whose fence no run of backticks in the text can end.
func code(s string) string {
	s = oneLine(s)
	if s == "" {
		return ""
	}
	fence := strings.Repeat("`", longestTicks(s)+1)
	if s[0] == '`' || s[len(s)-1] == '`' {
		s = " " + s + " "
	}
	return fence + s + fence
}

// fenced is a code block whose fence no line of the text can end.
func fenced(b *strings.Builder, text string) {
	fence := strings.Repeat("`", max(3, longestTicks(text)+1))
	paragraph(b, fence+"\n"+strings.TrimSuffix(plain(text), "\n")+"\n"+fence)
}

func longestTicks(s string) int {
	longest, run := 0, 0
	for i := range len(s) {
		if s[i] != '`' {
			run = 0
			continue
		}
		run++
		longest = max(longest, run)
	}
	return longest
}
