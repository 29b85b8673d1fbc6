package dump

import "strings"

// A prompt is what stands before a command.
type prompt struct {
	host   string // the machine it names, "" when it names none
	sign   string // "#", "$", "%", ">", "+" of a trace, "" when there is no prompt
	strong bool   // it is one whatever follows
	bare   bool   // it is nothing but the sign

	windows bool // only cmd and PowerShell have it
}

// fancySigns end a prompt beside $ # % and >.
var fancySigns = []string{"\u276f", arrow, "\u00bb"}

// arrow begins the prompt of oh-my-zsh.
const arrow = "\u279c"

// splitPrompt finds the prompt at the start of a line, and what stands behind
// it. ok is false when the line is no command line. A plain ">" may be quoting
// as well and is not called a prompt.
func (p *page) splitPrompt(l *line) (is prompt, command span, ok bool) {
	s := l.span()
	if s.text[0] == '+' {
		return p.trace(s)
	}
	if s.text[0] == '!' {
		return prompt{sign: "!"}, s.from(1).trim(), p.isProgram(s.from(1), true)
	}
	if is, command, ok = p.winPrompt(s); ok {
		return is, command, true
	}
	if is, command, ok = p.signed(s); ok {
		if is.bare && is.sign == ">" {
			is.sign = ""
		}
		return is, command, true
	}
	if first, rest := s.word(); first.text[0] != '>' && first.text[0] != '"' && strings.Contains(first.text, "@") && strings.Contains(first.text, ":") && p.isProgram(rest, true) {
		return prompt{host: hostOf(first.text), strong: true}, rest, true
	}
	return prompt{}, s, p.isProgram(s, false)
}

// trace reads a line of "sh -x": plus signs, a blank, the command.
func (p *page) trace(s span) (prompt, span, bool) {
	rest := s.from(len(s.text) - len(strings.TrimLeft(s.text, "+")))
	if rest.text == "" || rest.text[0] != ' ' {
		return prompt{}, s, false
	}
	return prompt{sign: "+"}, rest.trim(), p.isProgram(rest, true)
}

// signed tries each sign in the first part of the line as the end of a prompt.
func (p *page) signed(s span) (is prompt, command span, ok bool) {
	head := s.text[:min(len(s.text), 160)]
	tries := 0
	for i := 0; i < len(head) && tries < 8; i++ {
		sign := signAt(head[i:])
		if sign == "" {
			continue
		}
		tries++
		before, after := strings.TrimSpace(head[:i]), s.from(i+len(sign))
		if sign == ">" && givenName(before[strings.LastIndexAny(before, " \t:")+1:]+sign) {
			continue
		}
		is = prompt{host: hostOf(before), sign: sign, strong: strongPrompt(before), bare: strings.Trim(before, "> ") == ""}
		if is.sign == "#" && is.bare && after.text != "" && after.text[0] != ' ' {
			return is, command, false
		}
		if sign == arrow && is.bare {
			if command, ok = p.behindFolder(after); ok {
				return is, command, true
			}
		}
		glued := after.text == "" || blank(after.text[0]) || sign != "#"
		if glued && (is.strong && (after.text == "" || blank(after.text[0])) || promptLike(before) && p.isProgram(after, true)) {
			return is, after.trim(), true
		}
	}
	return is, command, false
}

// behindFolder finds the command behind the prompt of oh-my-zsh: an arrow, the
// folder, perhaps the branch of a repository with a sign.
func (p *page) behindFolder(s span) (command span, ok bool) {
	for range 4 {
		if _, s = s.word(); s.text == "" {
			return s, false
		}
		if p.isProgram(s, true) {
			return s, true
		}
	}
	return s, false
}

func signAt(s string) string {
	switch s[0] {
	case '$', '#', '%', '>':
		return s[:1]
	case 0xE2, 0xC2:
		for _, sign := range fancySigns {
			if strings.HasPrefix(s, sign) {
				return sign
			}
		}
	}
	return ""
}

// strongPrompt reports whether the text names a user and a host, as nothing but
// a prompt does at the start of a line.
func strongPrompt(before string) bool {
	at := strings.IndexByte(before, '@')
	if at < 1 || strings.ContainsAny(before, "=<>\"'") {
		return false
	}
	user := strings.TrimLeft(before[:at], "[(")
	return user != "" && !strings.ContainsAny(user, " \t/:.,;") && (strings.ContainsAny(before[at:], ":~/]") || !strings.Contains(before, " "))
}

// promptLike reports whether the text may be the first part of a prompt that
// does not name a user.
func promptLike(before string) bool {
	if before != "" && (strings.IndexByte(":-*|", before[len(before)-1]) >= 0 && !strings.Contains(before, ":/") || strings.Trim(before, "-*+.|0123456789 \t") == "") {
		return false
	}
	return !strings.ContainsAny(before, "=\"'`;|<>(@") && !strings.Contains(before, "]: ") && strings.Count(before, " ") <= 5
}

// hostOf is the host that a prompt names: after "@", or before the colon of
// "host:~ user".
func hostOf(before string) string {
	if at := strings.IndexByte(before, '@'); at >= 0 {
		host := before[at+1:]
		if i := strings.IndexAny(host, ": ~]/"); i >= 0 {
			host = host[:i]
		}
		return host
	}
	host, folder, found := strings.Cut(before, ":")
	if found && folder != "" && (folder[0] == '~' || folder[0] == '/') && !strings.ContainsAny(host, " /\\") {
		return strings.TrimLeft(host, "[(")
	}
	return ""
}

// isProgram reports whether a command that is known stands at the start of s.
// Without a prompt before it, a name that is also a word of prose needs a path
// or an option behind it.
func (p *page) isProgram(s span, prompted bool) bool {
	if !p.mayRun(s.trim().text) {
		return false
	}
	for _, c := range calls(nil, span{s.text[:min(len(s.text), 400)], 0}) {
		c := unwrap(&c)
		if c == nil || tests.has(c.words[0].text) || c.words[0].text == "for" {
			continue
		}
		program, known := p.program(c.name())
		if !known || len(c.words) > 1 && (program.unlike(c.words[1].text) || c.resource()) {
			return false
		}
		return program.sure || prompted && !program.prose || c.plausible()
	}
	return false
}

// mayRun is a quick look at the first word of a command line.
func (p *page) mayRun(s string) bool {
	end := 0
	for end < len(s) && end < 100 && !blank(s[end]) && s[end] != ';' && s[end] != '|' && s[end] != '&' {
		end++
	}
	word := s[:end]
	if strings.HasPrefix(word, "#") || strings.Contains(word, "//") {
		return false
	}
	if strings.HasPrefix(s, "for ") && strings.Contains(s, "; do ") {
		return true
	}
	if strings.IndexByte(word, '=') > 0 || end > 0 && strings.IndexByte("\"'{(!", word[0]) >= 0 || keywords.has(word) || runners.has(word) || tests.has(word) {
		return true
	}
	word = word[strings.LastIndexAny(word, `/\`)+1:]
	_, known := p.program(strings.TrimSuffix(word, ".exe"))
	return known
}

// unlike reports whether the word behind the name of the program shows that the
// line is no command.
func (program *program) unlike(second string) bool {
	return second == ":" || strings.HasPrefix(second, "(") || program.options && !strings.HasPrefix(second, "-")
}

// resource reports whether the words begin a resource of Puppet or Chef, which has
// the name of a program.
func (c *call) resource() bool {
	return c.name() == "sysctl" && (strings.HasPrefix(c.words[1].text, "{") || c.words[len(c.words)-1].text == "do")
}

// plausible reports whether the words look like a command's: options, paths,
// numbers, or none at all.
func (c *call) plausible() bool {
	if c.to != "" || c.heredoc != "" {
		return true
	}
	for _, w := range c.arguments() {
		if strings.ContainsAny(w.text, "/=.$") || w.text != "" && (w.text[0] == '-' || digit(w.text[0]) || w.text == "+o") || w.span.text != w.text {
			return true
		}
		if resourceOfCsh(w.text) != "" || c.name() == "systemctl" && unitVerbs.has(w.text) {
			return true
		}
	}
	return len(c.words) == 1
}

// unitVerbs are what systemctl is told to do with a unit.
var unitVerbs = set{"start", "stop", "restart", "reload", "status", "show", "cat", "edit", "enable", "disable", "daemon-reload", "daemon-reexec"}

// unwrap skips what stands before a command: keywords of the shell,
// assignments, and programs that run another.
func unwrap(c *call) *call {
	for c != nil && len(c.words) > 0 {
		switch w := c.words[0].text; {
		case keywords.has(w):
			c = c.after(1)
		case strings.Contains(w, "=") && !strings.HasPrefix(w, "-") && strings.IndexByte(w, '/') != 0 && len(c.words) > 1:
			c = c.after(1)
		case runners.has(w):
			inner := c.afterOptions()
			if inner == nil {
				return c
			}
			c = inner
		default:
			return c
		}
	}
	return c
}

// afterOptions is the call without its program and the options of it.
func (c *call) afterOptions() *call {
	c = c.after(1)
	for c != nil && strings.HasPrefix(c.words[0].text, "-") {
		skip := 1
		if f := c.words[0].text; f == "-u" || f == "-g" || f == "-n" {
			skip = 2
		}
		c = c.after(skip)
	}
	return c
}

// runners run the command behind them as it stands.
var runners = set{"sudo", "doas", "env", "time", "nohup", "exec", "command", "nice", "builtin"}

// tests are commands of scripts that only lead to the next.
var tests = set{"[", "[[", "test"}

var keywords = set{"if", "then", "else", "elif", "do", "!", "{", "(", "while", "until"}
