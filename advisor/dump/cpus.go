package dump

import "strings"

// lscpuTable is the block of lscpu.
type lscpuTable struct{ counted bool }

// lscpuRows is the block of "lscpu -e": one row a processor.
type lscpuRows struct{ rows uint64 }

// readLscpu reads lscpu in any language: its first row has the architecture,
// and the first plain figure after it is the number of processors.
func readLscpu(p *page, l *line) bool {
	if rows, open := p.block.(*lscpuRows); open {
		if rows.row(p, l) {
			return true
		}
	}
	if strings.HasPrefix(l.text, "CPU ") && strings.Contains(l.text, " SOCKET ") {
		p.block = &lscpuRows{}
		return p.tell(l, "lscpu")
	}
	label, value, found := l.span().cut(":")
	if !found || value.text == "" || label.text == "" || len(label.text) > 60 || label.text[0] == '/' {
		return false
	}
	table, open := p.block.(*lscpuTable)
	switch {
	case machines.has(value.text) && (label.text[0] >= 0x80 || strings.HasPrefix(label.text, "Ar")):
		p.block = &lscpuTable{}
		p.fact(l, factArch, value.text, exactly)
		return p.tell(l, "lscpu")
	case !open && label.text != "CPU(s)":
		return false
	}
	if _, ok := number(value.text); ok && (!open || !table.counted) {
		p.fact(l, factCPUs, value.text, exactly)
		if !open {
			table = &lscpuTable{}
			p.block = table
			p.tell(l, "lscpu")
		}
		table.counted = true
	}
	return open || label.text == "CPU(s)"
}

// row counts a row whose processor is online.
func (t *lscpuRows) row(p *page, l *line) bool {
	first, rest := l.span().word()
	if _, ok := number(first.text); !ok || rest.text == "" {
		return false
	}
	if strings.HasSuffix(l.text, "no") {
		return true
	}
	t.rows++
	p.facts.of[factCPUs].quality = 0
	p.fact(l, factCPUs, decimal(t.rows), exactly)
	return true
}

// readCPUInfo reads /proc/cpuinfo: a block for each processor, counted from 0.
func readCPUInfo(p *page, l *line) bool {
	label, value, found := l.span().cut(":")
	if !found || !cpuinfoLabels.has(label.text) {
		return false
	}
	if label.text == "processor" {
		n, ok := number(value.text)
		if !ok || n > 1<<16 {
			return false
		}
		p.tell(l, "cpuinfo")
		if known, _ := number(p.facts.of[factCPUs].value); n+1 > known && p.facts.of[factCPUs].quality < exactly {
			p.facts.of[factCPUs].quality = 0
			p.fact(l, factCPUs, decimal(n+1), rounded)
		}
	}
	return true
}

var cpuinfoLabels = index{words: []string{
	"processor", "vendor_id", "cpu family", "model", "model name", "stepping", "microcode", "cpu MHz", "cache size",
	"physical id", "siblings", "core id", "cpu cores", "apicid", "initial apicid", "fpu", "fpu_exception", "cpuid level",
	"wp", "flags", "bogomips", "bugs", "clflush size", "cache_alignment", "address sizes", "power management", "vmx flags", "TLB size",
}}
