package dump

import "strings"

// readMeminfo reads /proc/meminfo: "MemTotal:  8164548 kB".
func readMeminfo(p *page, l *line) bool {
	label, value, found := l.span().cut(":")
	if !found || !meminfoLabel(label.text) {
		return false
	}
	figure, unit := value.word()
	if _, ok := number(figure.text); !ok || unit.text != "kB" && unit.text != "" {
		return false
	}
	switch label.text {
	case "MemTotal":
		p.tell(l, "meminfo")
		p.factSize(l, factMemory, figure.text, 1024, exactly)
	case "SwapTotal":
		p.factSize(l, factSwap, figure.text, 1024, exactly)
	default:
		if unit.text == "" && !strings.HasPrefix(label.text, "HugePages_") {
			return false
		}
	}
	return true
}

// meminfoLabel reports whether s has the form of a label: a capital, letters,
// digits, brackets.
func meminfoLabel(s string) bool {
	if s == "" || s[0] < 'A' || s[0] > 'Z' {
		return false
	}
	for i := range len(s) {
		if c := s[i]; !letter(c) && !digit(c) && c != '_' && c != '(' && c != ')' {
			return false
		}
	}
	return true
}

// A vmstatTable is the block of vmstat without -s.
type vmstatTable struct{}

// vmstatUnits are the units that -S asks vmstat for.
var vmstatUnits = table[uint64]{rows: []row[uint64]{{"K", 1024}, {"k", 1000}, {"M", 1 << 20}, {"m", 1000000}}}

// readVmstat reads vmstat -s: the figure first, then what it is. The table of
// vmstat says nothing of use.
func readVmstat(p *page, l *line) bool {
	if strings.HasPrefix(l.text, "procs ") && strings.Contains(l.text, "memory-") || strings.HasPrefix(l.text, "r  b   swpd") {
		p.block = vmstatTable{}
		return true
	}
	figure, rest := l.span().word()
	if _, ok := number(figure.text); !ok {
		return false
	}
	if _, open := p.block.(vmstatTable); open && len(numbers(l.text)) > 12 {
		return true
	}
	unit, what := rest.word()
	size := vmstatUnits.of(unit.text)
	quality := exactly
	if size > 1024 {
		quality = rounded
	}
	switch {
	case size > 0 && what.text == "total memory":
		p.tell(l, "vmstat")
		p.factSize(l, factMemory, figure.text, size, quality)
	case size > 0 && what.text == "total swap":
		p.factSize(l, factSwap, figure.text, size, quality)
	case size > 0:
		return vmstatRows.has(what.text)
	default:
		return vmstatRows.has(rest.text)
	}
	return true
}

var vmstatRows = index{words: []string{
	"used memory", "active memory", "inactive memory", "free memory", "buffer memory", "swap cache", "used swap", "free swap",
	"non-nice user cpu ticks", "nice user cpu ticks", "system cpu ticks", "idle cpu ticks", "IO-wait cpu ticks", "IRQ cpu ticks",
	"softirq cpu ticks", "stolen cpu ticks", "non-nice guest cpu ticks", "nice guest cpu ticks", "paged in", "paged out", "pages paged in", "pages paged out",
	"pages swapped in", "pages swapped out", "interrupts", "CPU context switches", "boot time", "forks",
}}
