package dump

import "strings"

// swapsTable is the block of /proc/swaps and of swapon.
type swapsTable struct {
	quality int
	total   uint64 // bytes
}

// readSwaps reads /proc/swaps, "swapon -s" and "swapon --show": the areas of swap
// space one below the other.
func readSwaps(p *page, l *line) bool {
	words := l.span().words()
	if strings.HasPrefix(l.text, "Filename") && len(words) == 5 && words[4].text == "Priority" {
		p.block = &swapsTable{quality: exactly}
		return p.tell(l, "swaps of Linux")
	}
	if strings.HasPrefix(l.text, "NAME ") && len(words) > 4 && words[4].text == "PRIO" {
		p.block = &swapsTable{quality: rounded}
		return p.tell(l, "swaps of Linux")
	}
	table, open := p.block.(*swapsTable)
	if !open || len(words) < 4 || words[1].text != "partition" && words[1].text != "file" {
		return false
	}
	n, ok := roundSize(words[2].text)
	if table.quality == exactly {
		n, ok = n<<10, ok && n < 1<<40
	}
	if !ok {
		return false
	}
	if table.total == 0 {
		p.fact(l, factSwap, decimal(n), table.quality)
	} else if known := &p.facts.of[factSwap]; known.value == decimal(table.total) {
		known.value = decimal(table.total + n)
	}
	table.total += n
	return true
}

// readTopLinux reads the lines of memory and swap at the head of top:
// "KiB Mem :  7965692 total,", "MiB Swap:   2048.0 total,", before procps 3.3
// "Mem:   8061616k total,".
func readTopLinux(p *page, l *line) bool {
	label, value, found := l.span().cut(":")
	first, rest := value.word()
	if !found || !strings.HasPrefix(rest.text, "total") {
		return false
	}
	f, figure := factMemory, first.text
	if strings.HasSuffix(label.text, "Swap") {
		f = factSwap
	}
	unit := strings.TrimSuffix(strings.TrimSuffix(label.text, " Mem"), " Swap")
	switch unit {
	case "KiB", "MiB", "GiB":
		figure += unit
	case "Mem", "Swap":
		if !strings.HasSuffix(figure, "k") {
			return false
		}
	default:
		return false
	}
	n, ok := roundSize(figure)
	if !ok {
		return false
	}
	quality := rounded
	if unit != "MiB" && unit != "GiB" {
		quality = exactly
	}
	p.fact(l, f, decimal(n), quality)
	return p.tell(l, "top of Linux")
}
