package dump

import "strings"

// A swapTable is the block of swapinfo.
type swapTable struct {
	unit    uint64
	quality int
	total   uint64
}

// readSwapinfo reads swapinfo of HP-UX. Swap is what lies on devices and in file
// systems; its row of memory is no swap space.
func readSwapinfo(p *page, l *line) bool {
	t := l.text
	table, open := p.block.(*swapTable)
	switch {
	case strings.HasPrefix(t, "Kb ") || strings.HasPrefix(t, "Mb "):
		if !strings.Contains(t, "PCT") {
			return false
		}
		table = &swapTable{unit: 1 << 10, quality: exactly}
		if t[0] == 'M' {
			table.unit, table.quality = 1<<20, rounded
		}
		p.block = table
		return p.tell(l, formatHPUX)
	case strings.HasPrefix(t, "TYPE ") && strings.Contains(t, "AVAIL"):
		return p.tell(l, formatHPUX)
	case !open:
		return false
	}
	return table.row(p, l)
}

// row adds up the rows of paging space.
func (t *swapTable) row(p *page, l *line) bool {
	kind, rest := l.span().word()
	switch kind.text {
	case "dev", "fs", "localfs", "network":
	case "reserve", "memory", "total", "hold":
		return true
	default:
		return false
	}
	avail, _ := rest.word()
	n, ok := number(avail.text)
	if !ok || n > 1<<40 {
		return false
	}
	if n *= t.unit; t.total == 0 {
		p.fact(l, factSwap, decimal(n), t.quality)
	} else if known := &p.facts.of[factSwap]; known.value == decimal(t.total) {
		known.value = decimal(t.total + n)
	}
	t.total += n
	return true
}
