package dump

import "strings"

// readHPUX reads what says that the machine runs HP-UX and what it has: model,
// uname -r, print_manifest, ioscan, the messages of the kernel.
func readHPUX(p *page, l *line) bool {
	t := l.text
	switch t[0] {
	case 'i', '9':
		return hpuxModel(t) && p.tell(l, formatHPUX)
	case 'H', 'B':
		return p.hpuxName(l)
	case 'M', 'P', 'T', 'S':
		return p.hpuxHardware(l)
	case 'p':
		return p.ioscan(l)
	}
	return false
}

// hpuxModel reports whether the line is the answer of model: "ia64 hp server
// rx2620", "9000/800/rp3440".
func hpuxModel(s string) bool {
	if strings.HasPrefix(s, "ia64 hp ") || strings.HasPrefix(s, "ia64 HP ") {
		return len(s) < 60
	}
	rest, found := strings.CutPrefix(s, "9000/")
	series, model, more := strings.Cut(rest, "/")
	_, isNumber := number(series)
	return found && more && isNumber && model != "" && !strings.Contains(model, " ") && len(s) < 60
}

// hpuxName reads "HP-UX" and "B.11.31", alone on their lines.
func (p *page) hpuxName(l *line) bool {
	if l.text == "HP-UX" {
		p.says(l, HPUX)
		return true
	}
	major, minor, found := strings.Cut(strings.TrimPrefix(l.text, "B."), ".")
	if _, ok := number(major); !ok || !found || l.text[:2] != "B." {
		return false
	}
	if _, ok := number(minor); !ok {
		return false
	}
	if len(p.expect) > 0 && p.expect[0].name == answerRelease {
		p.expect = p.expect[1:]
	}
	p.says(l, HPUX)
	p.hpuxRelease(l, l.text)
	return true
}

// hpuxHardware reads the lines of print_manifest, of the messages at boot, and
// of the support tools that give memory and processors.
func (p *page) hpuxHardware(l *line) bool {
	if l.text == "Memory Information:" || l.text == "System Hardware" {
		return true
	}
	label, value, found := l.span().cut(":")
	if !found || len(label.text) > 30 {
		return false
	}
	figure, unit := value.word()
	switch label.text {
	case "Main Memory", "Total Configured Memory":
		if unit.text != "MB" {
			return false
		}
		p.factSize(l, factMemory, figure.text, 1<<20, exactly)
	case "Physical":
		if !strings.HasPrefix(unit.text, "Kbytes, lockable") {
			return false
		}
		p.factSize(l, factMemory, figure.text, 1<<10, exactly)
	case "System Total (MB)":
		p.factSize(l, factMemory, figure.text, 1<<20, rounded)
	case "Processors":
		if _, ok := number(value.text); !ok {
			return false
		}
		p.fact(l, factCPUs, value.text, exactly)
		return true
	case "Model":
		if !hpuxModel(strings.Trim(value.text, `"`)) {
			return false
		}
	default:
		return false
	}
	return p.tell(l, formatHPUX)
}

// A processorList is the block of ioscan, counting processors.
type processorList struct {
	n   uint64
	own bool
}

// ioscan counts the processors that ioscan lists.
func (p *page) ioscan(l *line) bool {
	if !strings.HasPrefix(l.text, "processor ") || !strings.Contains(l.text, " CLAIMED ") || !strings.Contains(l.text, "PROCESSOR") {
		return false
	}
	list, open := p.block.(*processorList)
	if !open {
		list = &processorList{}
		p.block = list
	}
	list.n++
	p.counted(l, list.n, &list.own)
	return p.tell(l, formatHPUX)
}

// runHPUX is for programs that only HP-UX has.
func runHPUX(p *page, c *call) { p.tell(c.line, formatHPUX) }

// runSolaris is for programs that only Solaris has.
func runSolaris(p *page, c *call) { p.tell(c.line, formatSolaris) }
