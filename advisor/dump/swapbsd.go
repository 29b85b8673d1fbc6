package dump

import "strings"

// A swapDevices is the block of swapinfo, pstat -s and swapctl -l: rows of
// devices, whose sizes add up, and perhaps their total.
type swapDevices struct {
	unit uint64
	sum  uint64
}

// readSwapBSD reads the swap of the BSDs: "Device 1K-blocks Used Avail
// Capacity", with a column "Priority" on NetBSD and OpenBSD, and "swapctl -s".
func readSwapBSD(p *page, l *line) bool {
	first, rest := l.span().word()
	if first.text == "Device" || first.text == "Device:" {
		return p.swapHeading(l, rest)
	}
	if first.text == "total:" {
		return p.swapSummary(l, rest)
	}
	table, open := p.block.(*swapDevices)
	if !open || first.text[0] != '/' && first.text != "Total" && first.text != "Total:" && first.text != "swap_device" {
		return false
	}
	figure, _ := rest.word()
	n, ok := swapSize(figure.text, table.unit)
	if !ok {
		return false
	}
	if table.sum += n; first.text[0] == 'T' {
		table.sum = n
	}
	p.facts.of[factSwap].quality = 0
	p.fact(l, factSwap, decimal(table.sum), exactly)
	return true
}

// swapHeading reads the names of the columns: the second is the unit.
func (p *page) swapHeading(l *line, rest span) bool {
	unit, rest := rest.word()
	blocks, ok := strings.CutSuffix(strings.TrimSuffix(unit.text, ":"), "-blocks")
	if !ok && unit.text != "Size" || !strings.Contains(rest.text, "Used") {
		return false
	}
	table := &swapDevices{unit: 1}
	if ok {
		size, isSize := size(blocks, 1)
		table.unit, _ = number(size)
		if !isSize || table.unit == 0 {
			return false
		}
	}
	p.block = table
	switch {
	case strings.Contains(rest.text, "Priority"):
		p.tellBSD(l, inOpenBSD|inNetBSD)
	default:
		p.tell(l, "swapinfo")
	}
	return true
}

// swapSummary reads "total: 200781 1K-blocks allocated, 0 used, 200781
// available" and "total: 262080 KBytes allocated as swap space".
func (p *page) swapSummary(l *line, rest span) bool {
	figure, rest := rest.word()
	unit, rest := rest.word()
	if !strings.HasPrefix(rest.text, "allocated") {
		return false
	}
	blocks := strings.TrimSuffix(unit.text, "-blocks")
	if unit.text == "KBytes" || unit.text == "kilobytes" {
		blocks = "1K"
	}
	size, ok := size(blocks, 1)
	n, _ := number(size)
	if !ok || n == 0 {
		return false
	}
	p.tellBSD(l, inOpenBSD|inNetBSD)
	p.factSize(l, factSwap, figure.text, n, exactly)
	return true
}

// swapSize reads a figure in the unit of the heading, or one with a suffix.
func swapSize(s string, unit uint64) (n uint64, ok bool) {
	if value, ok := scaled(s, unit); ok {
		n, _ = number(value)
		return n, true
	}
	return roundSize(s)
}

// readTopBSD reads the lines of memory and swap at the head of FreeBSD's top.
func readTopBSD(p *page, l *line) bool {
	switch {
	case strings.HasPrefix(l.text, "Mem: ") && strings.Contains(l.text, " Inact") && strings.Contains(l.text, " Wired"):
		return p.tell(l, "top of FreeBSD")
	case strings.HasPrefix(l.text, "PhysMem: ") && strings.Contains(l.text, "used"):
		return p.tell(l, "top of macOS")
	case strings.HasPrefix(l.text, "Swap: "):
		total, rest, _ := strings.Cut(strings.TrimPrefix(l.text, "Swap: "), " ")
		if n, ok := roundSize(total); ok && strings.HasPrefix(rest, "Total") {
			p.fact(l, factSwap, decimal(n), rounded)
			return true
		}
	}
	return false
}
