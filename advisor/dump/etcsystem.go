package dump

import "strings"

// A kernelFile is the block of /etc/system.
type kernelFile struct{}

// solarisVariables are the variables of the kernel that are listed, by the
// module they belong to.
var solarisVariables = table[string]{rows: []row[string]{
	{"rlim_fd_cur", ""}, {"rlim_fd_max", ""}, {"rlim_fd_sys", ""}, {"ncsize", ""}, {"maxusers", ""},
	{"tcp_conn_hash_size", "tcp"}, {"ipcl_conn_hash_size", "ip"},
}}

// systemVerbs begin the other lines of /etc/system.
var systemVerbs = []string{"forceload:", "moddir:", "exclude:", "rootfs:", "rootdev:"}

// readEtcSystem reads /etc/system of Solaris: set NAME=VALUE, set MODULE:NAME =
// VALUE, and its comments, which begin with a star.
func readEtcSystem(p *page, l *line) bool {
	t := l.text
	switch c := t[0]; {
	case c == '*':
		return p.starComment(l)
	case c == 's' || c == 'S' || c == '+' || c == '-':
		return p.kernelSet(l)
	case c == '#':
		return p.hashComment(l)
	case c == '>' || c == '<' && p.diff:
		return p.quotedSet(l)
	case c == 'f' || c == 'm' || c == 'e' || c == 'r':
		return systemVerb(t) && p.kernelLine(l)
	}
	return false
}

func systemVerb(s string) bool {
	for _, verb := range systemVerbs {
		if strings.HasPrefix(s, verb) {
			return true
		}
	}
	return false
}

// kernelLine notes that the line is one of /etc/system.
func (p *page) kernelLine(l *line) bool {
	if p.block == nil {
		p.block = &kernelFile{}
	}
	return p.tell(l, formatSolaris)
}

// starComment reads comments of /etc/system and of the system file of HP-UX.
// Elsewhere a star is a bullet, but not before what only /etc/system holds.
func (p *page) starComment(l *line) bool {
	if p.kernelContent() || strings.HasSuffix(p.path, "/stand/system") {
		return true
	}
	inner := strings.TrimLeft(l.text, "* \t")
	if systemVerb(inner) || strings.HasPrefix(inner, "set:") {
		return p.kernelLine(l)
	}
	if sysdefHeadings.has(inner) {
		return p.tell(l, formatSolaris)
	}
	return strings.HasPrefix(inner, "set ") && strings.Contains(inner, "=") || strings.HasPrefix(inner, "tunable ")
}

// kernelContent reports whether the lines are those of /etc/system.
func (p *page) kernelContent() bool {
	_, open := p.block.(*kernelFile)
	return open || strings.HasSuffix(p.path, "/etc/system") || strings.HasPrefix(p.path, "/etc/system.d/")
}

// hashComment reads a line of /etc/system that a number sign takes out. Behind a
// prompt, set would be a command of the shell.
func (p *page) hashComment(l *line) bool {
	inner := strings.TrimLeft(l.text, "# \t")
	if !strings.HasPrefix(inner, "set ") || !strings.Contains(inner, "=") || !p.kernelContent() {
		return false
	}
	p.section.comments = true
	return true
}

// quotedSet reads a line with set behind the sign of mail, of a diff, or of a
// shell that waits for more, all of which look like a prompt before a command.
func (p *page) quotedSet(l *line) bool {
	inner := strings.TrimLeft(l.text, "<> \t")
	if !strings.HasPrefix(inner, "set") {
		return false
	}
	part := l.sub(l.span().from(len(l.text) - len(inner)))
	if p.diff {
		part.side = l.text[0]
	}
	return p.kernelSet(&part)
}

// kernelSet reads a line with set. In a diff, a plus before it tells that the
// line came in, a minus that it went.
func (p *page) kernelSet(l *line) bool {
	s := l.span()
	gone := s.text[0] == '-'
	if s.text[0] == '-' || s.text[0] == '+' {
		s = s.from(1)
	}
	if len(s.text) < 6 || !equalFold(s.text[:3], "set") || !blank(s.text[3]) {
		return false
	}
	name, value, found := s.from(4).cut("=")
	module, variable, qualified := strings.Cut(name.text, ":")
	if !qualified {
		module, variable = "", name.text
	}
	variable = strings.TrimSpace(variable)
	if !found || value.text == "" || !tunableName(variable) {
		return false
	}
	raw, number, ok := cValue(value)
	within := p.kernelContent()
	home, listed := solarisVariables.get(variable)
	switch {
	case s.text[:3] != "set":
		return within && listed && p.misspelt(l, variable)
	case listed && (!qualified || strings.TrimSpace(module) == home):
		if ok && !gone {
			p.add(l, raw, Setting{Name: variable, Value: number, Scope: Configured, Path: p.source(l)})
		}
		return p.kernelLine(l)
	case within || qualified && ok:
		return p.kernelOther(l, variable)
	}
	return nearVariable(variable) != "" && p.kernelOther(l, variable)
}

// kernelOther reads a line that sets something else: a name close to one that
// is listed stays unread.
func (p *page) kernelOther(l *line, variable string) bool {
	p.kernelLine(l)
	if near := nearVariable(variable); near != "" {
		return p.misspelt(l, near)
	}
	return true
}

// nearVariable is the listed variable that a name may be meant for.
func nearVariable(variable string) string {
	near := nearKey(variable)
	if _, listed := solarisVariables.get(near); !listed {
		return ""
	}
	return near
}
