package dump

import "strings"

// A swapFiles is the block of swap -l.
type swapFiles struct{ total uint64 }

// readSunMemory reads memory and processors of Solaris from swap, kstat, top and
// the messages of the kernel.
func readSunMemory(p *page, l *line) bool {
	t := l.text
	switch block := p.block.(type) {
	case *swapFiles:
		if block.row(p, l) {
			return true
		}
	case *pageSummary:
		return block.row(p, l)
	}
	switch t[0] {
	case 's':
		if strings.HasPrefix(t, "swapfile ") && strings.Contains(t, "swaplo") {
			p.block = &swapFiles{}
			return p.tell(l, formatSolaris)
		}
	case 'N':
		if t == "No swap devices configured" {
			p.fact(l, factSwap, "0", exactly)
			return p.tell(l, formatSolaris)
		}
	case 't':
		return strings.HasPrefix(t, "total: ") && strings.Contains(t, " allocated + ") && strings.HasSuffix(t, " available") && p.tell(l, formatSolaris)
	case 'm':
		return p.bootMemory(l)
	case 'M':
		return p.topMemory(l)
	case 'P':
		if strings.HasPrefix(t, "Page Summary ") && strings.Contains(t, " Pages ") {
			p.block = &pageSummary{}
			return p.tell(l, formatSolaris)
		}
	case 'u', 'c':
		return p.kstat(l)
	}
	return false
}

// A pageSummary is the block of ::memstat of mdb.
type pageSummary struct{}

// row reads a row of it: what, pages, and MB or a size. Only the whole counts.
func (b *pageSummary) row(p *page, l *line) bool {
	words := l.span().words()
	n := len(words)
	if !letter(l.text[0]) || n < 3 || n > 10 {
		return false
	}
	if words[0].text != "Total" {
		return strings.HasSuffix(words[n-1].text, "%") || words[0].text == "Physical"
	}
	if _, ok := number(words[2].text); ok {
		p.factSize(l, factMemory, words[2].text, 1<<20, rounded)
	} else if size, ok := roundSize(words[2].text); ok {
		p.fact(l, factMemory, decimal(size), rounded)
	}
	return true
}

// row reads one swap file; its size is in blocks of 512 bytes, or has a suffix.
func (f *swapFiles) row(p *page, l *line) bool {
	words := l.span().words()
	if len(words) < 5 || words[0].text[0] != '/' && !strings.HasPrefix(words[0].text, "swap") {
		return false
	}
	if _, size := splitSuffix(words[3].text); size != "" {
		n, ok := roundSize(words[3].text)
		if !ok {
			return false
		}
		f.add(p, l, n, rounded)
		return true
	}
	blocks, ok := number(words[3].text)
	if !ok || blocks > 1<<50 {
		return false
	}
	f.add(p, l, blocks*512, exactly)
	return true
}

// add notes the sum of the swap files so far.
func (f *swapFiles) add(p *page, l *line, n uint64, quality int) {
	if f.total == 0 {
		p.fact(l, factSwap, decimal(n), quality)
	} else if known := &p.facts.of[factSwap]; known.value == decimal(f.total) {
		known.value = decimal(f.total + n)
	}
	f.total += n
}

// bootMemory reads "mem = 16777216K (0x400000000)" of the messages at boot.
func (p *page) bootMemory(l *line) bool {
	rest, found := strings.CutPrefix(l.text, "mem = ")
	if !found {
		return false
	}
	figure, hex, _ := strings.Cut(rest, " ")
	if !strings.HasSuffix(figure, "K") || !strings.HasPrefix(hex, "(0x") {
		return false
	}
	p.factSize(l, factMemory, strings.TrimSuffix(figure, "K"), 1024, exactly)
	return p.tell(l, formatSolaris)
}

// topMemory reads "Memory: 32G phys mem, 19G free mem, 16G total swap, 16G free
// swap" of top.
func (p *page) topMemory(l *line) bool {
	rest, found := strings.CutPrefix(l.text, "Memory: ")
	if !found || !strings.Contains(rest, " phys mem, ") {
		return false
	}
	for part := range strings.SplitSeq(rest, ", ") {
		figure, what, _ := strings.Cut(part, " ")
		n, ok := roundSize(figure)
		switch {
		case ok && what == "phys mem":
			p.fact(l, factMemory, decimal(n), rounded)
		case ok && what == "total swap":
			p.fact(l, factSwap, decimal(n), rounded)
		}
	}
	return p.tell(l, formatSolaris)
}

// kstat reads the statistics of kstat -p that say what the machine has. The
// memory is in pages, whose size is told from the kind of machine.
func (p *page) kstat(l *line) bool {
	key, value := l.span().word()
	if strings.Count(key.text, ":") != 3 || value.text == "" || barred(l.text) {
		return false
	}
	switch key.text {
	case "unix:0:system_misc:ncpus":
		p.fact(l, factCPUs, value.text, exactly)
	case "unix:0:system_pages:physmem":
		if size := pageSizes.of(p.facts.of[factArch].value); size != 0 {
			p.factSize(l, factMemory, value.text, size, rounded)
		}
	default:
		if !strings.HasPrefix(key.text, "unix:0:") && !strings.HasPrefix(key.text, "cpu_info:") {
			return false
		}
	}
	return p.tell(l, formatSolaris)
}

// pageSizes are the sizes of pages, in bytes.
var pageSizes = table[uint64]{rows: []row[uint64]{{"sun4u", 8192}, {"sun4v", 8192}, {"sun4us", 8192}, {"sparc", 8192}, {"i86pc", 4096}, {"i386", 4096}, {"amd64", 4096}}}
