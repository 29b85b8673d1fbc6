package dump

import "strings"

// A machineInfo is the block of machinfo.
type machineInfo struct{ section string }

// machineSections are the headings within machinfo.
var machineSections = set{"CPU info:", "Cache info:", "Firmware info:", "Platform info:", "OS info:"}

// readMachinfo reads machinfo of HP-UX 11i v2 ("Number of CPUs = 2") and v3 ("2
// Intel(R) Itanium 2 processors").
func readMachinfo(p *page, l *line) bool {
	t := l.text
	block, open := p.block.(*machineInfo)
	if !letter(t[0]) && !digit(t[0]) && t[0] != '@' || barred(t) {
		return false
	}
	switch {
	case machineSections.has(t):
		p.block = &machineInfo{section: t}
		return p.tell(l, formatHPUX)
	case t[0] == 'M' && strings.HasPrefix(t, "Memory"):
		return p.machineMemory(l, open)
	case strings.HasPrefix(t, "Number of CPUs = ") || strings.HasSuffix(t, " per socket)") && strings.Contains(t, " logical processors ("):
		return p.machineProcessors(l) && p.tell(l, formatHPUX)
	case !open:
		return false
	case block.section == "CPU info:":
		return p.machineProcessors(l)
	case block.section == "OS info:":
		return p.machineSystem(l)
	}
	return letter(t[0]) && (strings.ContainsAny(t, ":=") || strings.Contains(t, "IPMI"))
}

// machineMemory reads "Memory = 4076 MB (3.98 GB)" and "Memory: 8180 MB (7.99
// GB)". Without the heading before it only that whole form counts.
func (p *page) machineMemory(l *line, open bool) bool {
	rest := strings.TrimLeft(l.text[len("Memory"):], " ")
	if rest == "" || rest[0] != '=' && rest[0] != ':' {
		return false
	}
	figure, unit := l.span().from(len(l.text) - len(rest) + 1).word()
	if _, ok := number(figure.text); !ok || !strings.HasPrefix(unit.text, "MB (") || !strings.HasSuffix(unit.text, " GB)") {
		return false
	}
	p.factSize(l, factMemory, figure.text, 1<<20, exactly)
	return p.tell(l, formatHPUX)
}

// machineProcessors reads the processors: logical ones where the text counts
// them, else cores, else processors.
func (p *page) machineProcessors(l *line) bool {
	if value, found := strings.CutPrefix(l.text, "Number of CPUs = "); found {
		p.fact(l, factCPUs, value, exactly)
		return true
	}
	first, rest := l.span().word()
	n, ok := number(first.text)
	switch {
	case strings.HasPrefix(rest.text, "MT/s "), strings.HasPrefix(rest.text, "GT/s "), strings.HasSuffix(rest.text, "processors per socket"):
		return true
	case !ok:
		return letter(l.text[0])
	case n == 0 || n > 1<<16 || rest.text == "" || !letter(rest.text[0]):
		return false
	case strings.HasPrefix(rest.text, "logical processor"):
		p.fact(l, factCPUs, first.text, exactly)
	case strings.HasPrefix(rest.text, "core"):
		p.fact(l, factCPUs, first.text, rounded)
	case strings.HasPrefix(rest.text, "socket"), strings.Contains(rest.text, "rocessor"):
		p.fact(l, factCPUs, first.text, guessed)
	default:
		return false
	}
	return true
}

// machineSystem reads the system and its release.
func (p *page) machineSystem(l *line) bool {
	if digit(l.text[0]) {
		return false
	}
	label, value, found := l.span().cut("=")
	if !found {
		if label, value, found = l.span().cut(":"); !found {
			return strings.HasPrefix(l.text, "@(#)")
		}
	}
	switch strings.ToLower(label.text) {
	case "release":
		release, _ := value.word()
		if release.text == "HP-UX" {
			_, rest := value.word()
			release, _ = rest.word()
		}
		p.says(l, HPUX)
		p.hpuxRelease(l, release.text)
	case "machine":
		p.fact(l, factArch, value.text, exactly)
	}
	return true
}

// hpuxRelease notes a release, which HP-UX writes with a letter before it:
// B.11.31.
func (p *page) hpuxRelease(l *line, s string) {
	if release := strings.TrimPrefix(s, "B."); release != "" && digit(release[0]) {
		p.fact(l, factRelease, release, exactly)
	}
}
