package dump

import "strings"

// commandLabels stand before a command in the files that describe containers and
// tasks.
var commandLabels = []string{"command:", "args:", "entrypoint:", "shell:", "cmd:", "ansible.builtin.shell:", "ansible.builtin.command:", "RUN ", "CMD ", "ENTRYPOINT ", "- "}

// readCommandList reads commands that are given word by word, as the files have
// them that describe containers: ["sysctl", "-w", "net.core.somaxconn=4096"], or
// one below the other; and those behind a label, such as the RUN of a Dockerfile.
func readCommandList(p *page, l *line) bool {
	if strings.HasPrefix(l.text, "--sysctl") || strings.HasPrefix(l.text, "--ulimit") {
		return p.containerWord(l)
	}
	if l.text == "-w" || l.text == "--write" {
		if p.live {
			p.live, p.sets = false, true
			return true
		}
		return false
	}
	s, labelled := l.span(), false
	for _, label := range commandLabels {
		if strings.HasPrefix(s.text, label) {
			s, labelled = s.from(len(label)).trim(), true
		}
	}
	if s.text != "" && s.text[0] == '[' && strings.HasSuffix(s.text, "]") {
		return p.wordByWord(l, s.from(1).to(len(s.text)-2))
	}
	if !labelled || strings.HasPrefix(l.text, "- ") || !p.isProgram(s.unquote(), true) {
		return false
	}
	p.aside(func() { p.run(l, s.unquote()) })
	return true
}

// containerWord reads an option of docker on a line of its own, as a command of
// several lines has it.
func (p *page) containerWord(l *line) bool {
	option, value := l.span().to(len("--sysctl")), l.span().from(len("--sysctl"))
	if value.text == "" || value.text[0] != '=' && value.text[0] != ' ' {
		return false
	}
	value, _ = value.from(1).word()
	p.containerOption(l, option.text, value.unquote())
	return true
}

// aside runs a command whose output does not follow.
func (p *page) aside(run func()) {
	kept := p.context
	p.context = context{path: kept.path, script: kept.script}
	run()
	p.context = kept
}

// wordByWord runs a command whose words stand between commas.
func (p *page) wordByWord(l *line, s span) bool {
	c := call{line: l}
	for _, part := range s.pieces(",") {
		quoted := part.unquote()
		if quoted.text == "" {
			return false
		}
		c.words = append(c.words, word{quoted.text, part})
	}
	if len(c.words) == 0 {
		return false
	}
	if c.words[0].text == "-c" && len(c.words) == 2 {
		p.aside(func() { p.run(l, c.words[1].span.unquote()) })
		return true
	}
	known, ok := p.program(c.name())
	if !ok || known.run == nil || len(c.words) < 2 {
		return false
	}
	p.aside(func() { known.run(p, &c) })
	return true
}
