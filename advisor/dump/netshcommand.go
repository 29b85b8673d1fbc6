package dump

import "strings"

// A netshCommand is what the words of a netsh command say.
type netshCommand struct {
	ipv6, sets, shows bool
	protocol          string
	start, count      span
	plain             []span // values without a name, in their order
}

// netshPrompt reads the command behind the prompt of netsh, which names the
// context, and another machine in brackets before it: "netsh interface
// ipv4>show dynamicport tcp". What is put around lines may stand before it, as
// its end looks like the end of another prompt.
func (p *page) netshPrompt(l *line) bool {
	s := l.span()
	at := strings.Index(s.text[:min(len(s.text), 60)], "netsh")
	if at < 0 || at > 0 && strings.Trim(s.text[:at], "> \t|*-.0123456789") != "" && !strings.HasSuffix(s.text[:at], "] ") {
		return false
	}
	s = s.from(at)
	i := strings.IndexByte(s.text, '>')
	if i < 0 || i > 60 || strings.ContainsAny(s.text[:i], "=:\"'-") {
		return false
	}
	p.begin(context{})
	p.tried = attempt{line: l.n, first: len(p.dump.Settings)}
	words := append(s.to(i).words()[1:], s.from(i+1).words()...)
	p.netsh(l, words)
	return true
}

// netshBare reads a command without a prompt, which has nothing by which other
// commands are told from prose.
func (p *page) netshBare(l *line) bool {
	first, rest := l.span().word()
	if l.text[0]|0x20 != 'n' || len(first.text) > len("netsh.exe") || !strings.HasPrefix(strings.ToLower(first.text), "netsh") {
		return false
	}
	second, rest := rest.word()
	if second.text != "int" && second.text != "interface" {
		return false
	}
	if !p.script {
		p.begin(context{})
	}
	p.tried = attempt{line: l.n, first: len(p.dump.Settings)}
	p.netsh(l, rest.words())
	return true
}

// runNetsh reads a netsh command. Its output on another machine, which -r names,
// is not of this host.
func runNetsh(p *page, c *call) {
	var words []span
	for _, w := range c.arguments() {
		switch strings.ToLower(w.text) {
		case "-r":
			return
		case "-c":
			continue
		}
		words = append(words, w.span.unquote().words()...)
	}
	p.netsh(c.line, words)
}

// netsh takes what the words set, and notes what they show. Words of netsh may
// be shortened.
func (p *page) netsh(l *line, words []span) {
	p.tell(l, "commands of Windows")
	c := netshWords(words)
	switch {
	case c.shows:
		p.block = &portRange{protocol: c.protocol, ipv6: c.ipv6}
	case c.sets:
		start, ok := number(c.start.text)
		count, also := number(c.count.text)
		if ok && also && start+count <= 1<<16 {
			p.addPorts(l, c.start, &portRange{protocol: c.protocol, ipv6: c.ipv6}, decimal(start)+" "+decimal(count), Configured)
		}
	}
}

func netshWords(words []span) netshCommand {
	var c netshCommand
	ports := false
	show, set := false, false
	for _, w := range words {
		lower := strings.ToLower(w.text)
		name, value, named := w.cut("=")
		switch {
		case lower == "ipv6":
			c.ipv6 = true
		case lower == "show" || lower == "sh":
			show = true
		case lower == "set":
			set = true
		case strings.HasPrefix(lower, "dyn"):
			ports = true
		case named:
			c.named(strings.ToLower(name.text), value)
		case lower == "tcp" || lower == "udp":
			c.protocol = lower
		case ports && digit(lower[0]):
			c.plain = append(c.plain, w)
		}
	}
	if c.start.text == "" && c.count.text == "" && len(c.plain) == 2 {
		c.start, c.count = c.plain[0], c.plain[1]
	}
	c.shows, c.sets = ports && show, ports && set && c.protocol != ""
	return c
}

// named takes "start=1025", "numberofports=64510" and "protocol=tcp", whose names
// may be shortened.
func (c *netshCommand) named(name string, value span) {
	value = value.unquote()
	switch {
	case name == "":
	case strings.HasPrefix("startport", name):
		c.start = value
	case strings.HasPrefix("numberofports", name):
		c.count = value
	case strings.HasPrefix("protocol", name):
		c.protocol = strings.ToLower(value.text)
	}
}
