package dump

import "strings"

// A limitsBlock is the block of plimit.
type limitsBlock struct{ owner string }

// readPlimit reads plimit of Solaris: the labels of its shell, with the current
// and the maximum value behind each.
func readPlimit(p *page, l *line) bool {
	t := l.text
	if c := t[0] | 0x20; strings.IndexByte("tfdscnvr", c) < 0 && !digit(t[0]) {
		return false
	}
	block, open := p.block.(*limitsBlock)
	first, rest := l.span().word()
	switch {
	case first.text == "resource" && strings.HasPrefix(rest.text, "current"):
		if !open {
			p.block = &limitsBlock{owner: p.owner}
		}
		return p.tell(l, formatSolaris)
	case first.text == "Current" && strings.HasPrefix(rest.text, "rlimit: "):
		return p.filesLimit(l, rest)
	case digit(t[0]) && strings.HasSuffix(first.text, ":"):
		return p.limitedProcess(l, block, first, rest)
	case digit(t[0]) || strings.IndexByte(t, '(') < 0:
		return false
	}
	row, ok := parseRow(l.span(), false)
	if !ok || row.option != 0 || row.words == "" || row.rest.text == "" {
		return false
	}
	hard, remainder := row.rest.word()
	value, ok := limitValue(hard.text, row.unit)
	if !ok || strings.Trim(remainder.text, "| \t") != "" {
		return false
	}
	p.tell(l, formatSolaris)
	owner := p.owner
	if open {
		owner = block.owner
	}
	if soft, ok := limitValue(row.soft.text, row.unit); ok {
		p.add(l, row.soft, Setting{Name: "ulimit." + row.label.name, Value: soft, Scope: Process, Owner: owner})
		p.add(l, hard, Setting{Name: "ulimit." + row.label.name + ".hard", Value: value, Scope: Process, Owner: owner})
	}
	return true
}

// limitedProcess reads "1764: /opt/CommuniGate/CGServer", which stands above the
// limits of a process. Where no command told that they follow, only the server
// is known by it.
func (p *page) limitedProcess(l *line, block *limitsBlock, first, rest span) bool {
	pid := strings.TrimSuffix(first.text, ":")
	if _, ok := number(pid); !ok || rest.text == "" {
		return false
	}
	if startsServer(rest.text) || strings.HasSuffix(rest.text, "CGServer") {
		p.servers[pid] = true
	}
	if block == nil {
		return false
	}
	block.owner = controlOwner(block.owner, pid, rest.text)
	p.owner = block.owner
	return !startsServer(rest.text)
}

// filesLimit reads the line of pfiles that gives the limit of open files.
func (p *page) filesLimit(l *line, rest span) bool {
	raw, unit := rest.from(len("rlimit: ")).word()
	value, ok := limitValue(raw.text, 1)
	if !ok || unit.text != "file descriptors" {
		return false
	}
	owner := p.owner
	if block, open := p.block.(*limitsBlock); open {
		owner = block.owner
	}
	p.tell(l, formatSolaris)
	p.add(l, raw, Setting{Name: "ulimit.nofile", Value: value, Scope: Process, Owner: owner})
	return true
}

// runPlimit reads calls of plimit and pfiles: the process that is asked, or the
// limits that are set.
func runPlimit(p *page, c *call) {
	p.tell(c.line, formatSolaris)
	block := &limitsBlock{}
	args := c.arguments()
	for i := 0; i < len(args); i++ {
		w := args[i].text
		if len(w) == 2 && w[0] == '-' && i+1 < len(args) && strings.IndexByte("cdfnstv", w[1]) >= 0 {
			i++
			p.plimitSets(c, w[1], args[i].span.unquote())
		} else if !strings.HasPrefix(w, "-") {
			block.owner = processName(w)
		}
	}
	p.block = block
}

// plimitSets keeps "-n soft,hard". One value is both.
func (p *page) plimitSets(c *call, option byte, s span) {
	name := "ulimit." + optionNames[option]
	soft, hard, two := s.cut(",")
	if !two {
		hard = soft
	}
	unit := optionUnit(option, true)
	if value, ok := limitValue(soft.text, unit); ok {
		p.add(c.line, soft, Setting{Name: name, Value: value, Scope: Configured})
	}
	if value, ok := limitValue(hard.text, unit); ok {
		p.add(c.line, hard, Setting{Name: name + ".hard", Value: value, Scope: Configured})
	}
}
