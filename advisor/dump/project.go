package dump

import "strings"

// readProject reads resource controls of projects: /etc/project and projects -l
// of Solaris.
func readProject(p *page, l *line) bool {
	i := strings.Index(l.text, fileDescriptors+"=")
	if i < 0 || l.text[0] == '#' || l.text[0] == ';' {
		return false
	}
	owner := ""
	if name, rest, found := strings.Cut(l.text[:i], ":"); found && strings.Count(rest, ":") >= 4 {
		owner = "project " + name
	}
	return p.projectControl(l, l.span().from(i), owner)
}

// projectControl keeps the levels of the control at the start of s:
// (basic,4096,deny),(priv,65536,deny).
func (p *page) projectControl(l *line, s span, owner string) bool {
	s = s.from(len(fileDescriptors) + 1)
	p.tell(l, formatSolaris)
	for {
		s = s.from(len(s.text) - len(strings.TrimLeft(s.text, ", \"'")))
		if !strings.HasPrefix(s.text, "(") {
			return true
		}
		end := strings.IndexByte(s.text, ')')
		if end < 0 {
			return true
		}
		parts := s.to(end).from(1).split(',')
		if added, known := privileges[parts[0].text]; known && len(parts) > 1 {
			if value, ok := controlValue(parts[1].text); ok {
				p.add(l, parts[1], Setting{Name: fileDescriptors + added, Value: value, Unit: "descriptors", Scope: Configured, Owner: owner, Path: p.source(l)})
			}
		}
		s = s.from(end + 1)
	}
}

// runProject reads calls of projmod and projadd.
func runProject(p *page, c *call) {
	p.tell(c.line, formatSolaris)
	args := c.arguments()
	for _, w := range args {
		if i := strings.Index(w.span.text, fileDescriptors+"="); i >= 0 {
			p.projectControl(c.line, w.span.from(i), "project "+args[len(args)-1].text)
		}
	}
	p.script = p.script || c.unprompted()
}
