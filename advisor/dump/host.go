package dump

import (
	"slices"
	"strconv"
)

// A fact is one thing the text says of the machine.
type fact int

const (
	factRelease fact = iota
	factProduct
	factArch
	factCPUs
	factMemory // bytes
	factSwap   // bytes
	factCount
)

// How well a fact is known. The better one counts, of equals the first.
const (
	guessed = 1 // told from figures whose unit is not said
	rounded = 2 // the text rounds it
	exactly = 3
)

// facts are all that the text said of the machine.
type facts struct {
	of        [factCount]heard
	said      map[string]place  // systems that the text names
	linuxKeys bool              // names of Linux were seen, no need to look again
	outer     map[string]uint64 // kern.maxfiles and kern.maxproc
	bsd       [bsdSets]place    // where a name was first seen that just the systems of the set have
	heard     bool              // something was said of the machine
	session   int               // of the host that it was said of
}

// ours reports whether what is said now is said of the host that the text began
// with.
func (p *page) ours() bool {
	if !p.facts.heard {
		p.facts.heard, p.facts.session = true, p.session
	}
	return p.session == p.facts.session
}

// heard is a fact with its source.
type heard struct {
	value   string
	quality int
	at      place
}

// fact notes what a line says of the machine. What is said of a second host is
// left aside.
func (p *page) fact(l *line, f fact, value string, quality int) {
	if value == "" || !p.belongs() || !p.ours() || quality <= p.facts.of[f].quality {
		return
	}
	p.facts.of[f] = heard{value, quality, place{p.file, l.n}}
}

// factSize notes a size in bytes.
func (p *page) factSize(l *line, f fact, digits string, unit uint64, quality int) {
	if value, ok := scaled(digits, unit); ok {
		p.fact(l, f, value, quality)
	}
}

// says notes that the text names the system.
func (p *page) says(l *line, os string) {
	if p.facts.said == nil {
		p.facts.said = map[string]place{}
	}
	if _, known := p.facts.said[os]; !known && p.ours() {
		p.facts.said[os] = place{p.file, l.n}
	}
}

// ofOther reports whether a line names another system than os, whose release it then
// tells.
func (f *facts) ofOther(at place, os string) bool {
	if said, known := f.said[os]; known && said == at {
		return false
	}
	for _, said := range f.said {
		if said == at {
			return true
		}
	}
	return false
}

// hostSaid puts together what is known of the machine.
func (p *page) hostSaid(os string) Host {
	told, evidence := p.system()
	h := Host{OS: told}
	if os != "" {
		h.OS = os
	}
	f := p.facts.of
	for _, i := range []fact{factRelease, factProduct, factArch} {
		if p.facts.ofOther(f[i].at, h.OS) {
			f[i] = heard{}
		}
	}
	h.Release, h.Product, h.Arch = f[factRelease].value, f[factProduct].value, f[factArch].value
	h.CPUs, _ = strconv.Atoi(f[factCPUs].value)
	h.MemoryBytes, _ = number(f[factMemory].value)
	h.SwapBytes, h.SwapKnown = number(f[factSwap].value)
	if release := &f[factRelease]; release.quality > 0 && release.at.file == 0 {
		h.ReleaseLine = release.at.line
	}
	for _, known := range f {
		if known.quality > 0 && known.at.file == 0 {
			evidence = append(evidence, known.at.line)
		}
	}
	slices.Sort(evidence)
	h.Evidence = slices.DeleteFunc(slices.Compact(evidence), func(n int) bool { return n == 0 })
	return h
}
