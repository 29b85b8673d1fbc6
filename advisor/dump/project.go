package dump

import "strings"

// A projectList is the block of projects -l.
type projectList struct{ name string }

// projectFields are the properties that projects -l prints.
var projectFields = set{"projid", "comment", "users", "groups", "attribs"}

// readProject reads resource controls of projects: /etc/project and projects -l
// of Solaris.
func readProject(p *page, l *line) bool {
	list, open := p.block.(*projectList)
	i := strings.Index(l.text, fileDescriptors+"=")
	if i < 0 || l.text[0] == '#' || l.text[0] == ';' {
		return open && list.line(l.text) || p.path == "/etc/project" && strings.Count(l.text, ":") == 5
	}
	owner := ""
	if open && list.name != "" {
		owner = "project " + list.name
	}
	if name, rest, found := strings.Cut(l.text[:i], ":"); found && strings.Count(rest, ":") >= 4 {
		owner = "project " + name
	}
	return p.projectControl(l, l.span().from(i), owner)
}

// line reads the other lines of projects -l: a name alone, and properties.
func (b *projectList) line(s string) bool {
	field, _, found := strings.Cut(s, ":")
	if !found && !strings.ContainsAny(s, " =(") {
		b.name = s
		return true
	}
	return found && projectFields.has(strings.TrimSpace(field)) || strings.Contains(s, "=(")
}

// runProjects notes that projects follow.
func runProjects(p *page, c *call) {
	if len(c.words) > 1 && c.words[1].text == "-l" {
		p.tell(c.line, formatSolaris)
		p.block = &projectList{}
	}
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
		if added, known := privileges.get(parts[0].text); known && len(parts) > 1 {
			if value, ok := controlValue(parts[1].text); ok {
				p.add(l, parts[1], Setting{Name: fileDescriptors + added, Value: value, Scope: Configured, Owner: owner, Path: p.source(l)})
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
