package dump

import "strings"

// A deviceTree is the block of prtconf and prtdiag.
type deviceTree struct {
	tree bool // its devices follow
	rows uint64
	own  bool
}

// solarisMachines are the words that Solaris has for kinds of machines.
var solarisMachines = set{"sun4u", "sun4v", "sun4m", "sun4d", "sun4c", "sun4us", "i86pc", "i86xpv"}

// readPrtconf reads the head of prtconf and prtdiag, and passes over the
// devices.
func readPrtconf(p *page, l *line) bool {
	s := l.span()
	block, open := p.block.(*deviceTree)
	switch {
	case strings.HasPrefix(s.text, "System Configuration:"):
		return p.systemConfiguration(l, s)
	case strings.HasPrefix(s.text, "Memory size: "):
		return p.memorySize(l, s.from(len("Memory size: ")))
	case digit(s.text[0]):
		return p.prtdiagProcessor(l, block, s)
	case !open:
		return false
	case strings.HasPrefix(s.text, "System Peripherals"):
		block.tree = true
		return true
	}
	return block.tree && deviceLine(s.text)
}

// systemConfiguration reads the first line, which ends in the kind of machine or
// has it before its model.
func (p *page) systemConfiguration(l *line, s span) bool {
	p.block = &deviceTree{}
	for _, w := range s.words()[2:] {
		if solarisMachines.has(w.text) {
			p.fact(l, factArch, w.text, rounded)
			break
		}
	}
	return p.tell(l, formatSolaris)
}

// memorySize reads "16384 Megabytes", "4GB" and the like.
func (p *page) memorySize(l *line, s span) bool {
	figure, unit := s.trim().word()
	digits, suffix := splitSuffix(figure.text)
	if suffix == "" {
		suffix = strings.ToLower(unit.text)
	}
	scale, ok := memoryUnits.get(suffix)
	if !ok || digits == "" {
		return strings.HasPrefix(s.text, "unable to")
	}
	p.factSize(l, factMemory, digits, scale, exactly)
	return suffix[0] != 'm' || len(suffix) < 4 || p.tell(l, formatSolaris)
}

var memoryUnits = table[uint64]{rows: []row[uint64]{
	{"megabytes", 1 << 20}, {"megabyte", 1 << 20}, {"mbytes", 1 << 20}, {"mb", 1 << 20}, {"gigabytes", 1 << 30}, {"gigabyte", 1 << 30}, {"gbytes", 1 << 30}, {"gb", 1 << 30}, {"kilobytes", 1 << 10}, {"kbytes", 1 << 10}, {"kb", 1 << 10},
}}

// runPrtconf notes that the bare size of the memory follows, in MB.
func runPrtconf(p *page, c *call) {
	if len(c.words) == 2 && c.words[1].text == "-m" {
		p.expect = append(p.expect, answer{name: answerMemory})
	}
}

// deviceLine reports whether the line is one of the tree of devices.
func deviceLine(s string) bool {
	if strings.HasPrefix(s, "Node 0x") || strings.Contains(s, ", instance #") || strings.HasSuffix(s, "(driver not attached)") {
		return true
	}
	name, value, found := strings.Cut(s, ":")
	if !found || name == "" || strings.ContainsAny(name, " /") {
		return false
	}
	value = strings.Trim(value, " \t")
	return value == "" || value[0] == '\'' || strings.Trim(value, "0123456789abcdef.") == ""
}

// prtdiagProcessor counts the rows of processors that prtdiag prints.
func (p *page) prtdiagProcessor(l *line, block *deviceTree, s span) bool {
	first, rest := s.word()
	if _, ok := number(first.text); !ok || !strings.Contains(rest.text, " MHz ") || !strings.Contains(rest.text, "SPARC") || !strings.Contains(rest.text, "on-line") {
		return false
	}
	if block == nil {
		block = &deviceTree{}
		p.block = block
	}
	block.rows++
	p.counted(l, block.rows, &block.own)
	return p.tell(l, formatSolaris)
}
