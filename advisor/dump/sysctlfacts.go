package dump

import "strings"

// A kernelFact takes from the value of a sysctl what it says of the machine.
type kernelFact func(p *page, l *line, value string)

// liveKeys are names that only a running kernel prints, with what they say of
// the machine, nil where that is nothing.
var liveKeys = table[kernelFact]{rows: []row[kernelFact]{
	{"kernel.ostype", saysSystem}, {"kern.ostype", saysSystem},
	{"kernel.osrelease", exactRelease}, {"kern.osrelease", kernelRelease},
	{"kernel.version", nil}, {"kern.version", versionLine},
	{"kern.osproductversion", productRelease},
	{"fs.file-nr", nil}, {"kern.openfiles", nil}, {"kern.osversion", nil}, {"kern.num_files", nil}, {"kern.nfiles", nil}, {"vm.loadavg", nil}, {"kern.boottime", nil},

	{"hw.ncpu", allCPUs}, {"hw.logicalcpu", allCPUs}, {"machdep.cpu.thread_count", allCPUs}, {"kern.smp.cpus", allCPUs},
	{"hw.ncpuonline", someCPUs}, {"hw.activecpu", someCPUs}, {"hw.physicalcpu", cores}, {"machdep.cpu.core_count", cores},
	{"hw.memsize", exactMemory}, {"hw.physmem64", exactMemory}, {"hw.physmem", clippedMemory}, {"hw.realmem", installedMemory},
	{"vm.swap_total", exactSwap}, {"vm.swapusage", swapUsage},
	{"hw.machine", machineOf}, {"hw.machine_arch", machineOf},
}}

// answersText reports whether s is the bare value of a name whose value is no
// number.
func answersText(name, s string) bool {
	switch name {
	case "kernel.ostype", "kern.ostype":
		return unameSystems.of(s) != ""
	case "kernel.osrelease", "kern.osrelease", "kern.osproductversion":
		return digit(s[0]) && !strings.Contains(s, " ")
	case "kern.version":
		first, _, found := strings.Cut(s, " ")
		return found && unameSystems.of(first) != ""
	case "hw.machine", "hw.machine_arch":
		return machines.has(s)
	case "vm.swapusage":
		return strings.HasPrefix(s, "total = ")
	}
	return false
}

func saysSystem(p *page, l *line, value string) {
	if os := unameSystems.of(value); os != "" {
		p.says(l, os)
	}
}

func exactRelease(p *page, l *line, value string) { p.release(l, value, exactly) }

// kernelRelease is less than the release of the product, which on macOS has
// another name.
func kernelRelease(p *page, l *line, value string) { p.release(l, value, rounded) }

// release notes a release, which begins with a figure.
func (p *page) release(l *line, value string, quality int) {
	value, _, _ = strings.Cut(value, " ")
	if value != "" && digit(value[0]) {
		p.fact(l, factRelease, value, quality)
	}
}

func productRelease(p *page, l *line, value string) {
	if value == "" || !digit(value[0]) {
		return
	}
	p.says(l, MacOS)
	p.release(l, value, exactly)
	name := "macOS"
	if strings.HasPrefix(value, "10.") {
		name = "Mac OS X"
	}
	p.fact(l, factProduct, name, guessed)
}

// kernelVersion reads "FreeBSD 12.1-RELEASE r354233 GENERIC", "OpenBSD 6.7
// (GENERIC) #179: ..." and "Darwin Kernel Version 18.7.0: ...". It reports
// whether the text is one.
func (p *page) kernelVersion(l *line, value string) bool {
	first, rest, _ := strings.Cut(value, " ")
	os := unameSystems.of(first)
	if os == "" || os == Linux {
		return false
	}
	rest = strings.TrimPrefix(rest, "Kernel Version ")
	release, _, _ := strings.Cut(rest, " ")
	release = strings.TrimSuffix(release, ":")
	if release == "" || !digit(release[0]) || !strings.Contains(release, ".") {
		return false
	}
	p.says(l, os)
	p.release(l, release, rounded)
	return true
}

func versionLine(p *page, l *line, value string) { p.kernelVersion(l, value) }

func allCPUs(p *page, l *line, value string)  { p.cpus(l, value, exactly) }
func someCPUs(p *page, l *line, value string) { p.cpus(l, value, rounded) }
func cores(p *page, l *line, value string)    { p.cpus(l, value, guessed) }

// cpus notes a number of processors. None has as many as a million.
func (p *page) cpus(l *line, value string, quality int) {
	if n, ok := number(value); ok && n > 0 && n < 1<<20 {
		p.fact(l, factCPUs, value, quality)
	}
}

func exactMemory(p *page, l *line, value string) { p.memory(l, value, exactly) }

// installedMemory is more than the kernel can use.
func installedMemory(p *page, l *line, value string) { p.memory(l, value, guessed) }

// clippedMemory is hw.physmem, which a kernel with another name for the whole
// of it cuts off at 31 or 32 bits.
func clippedMemory(p *page, l *line, value string) {
	switch value {
	case "2147483647", "2147483648", "4294967295":
		p.memory(l, value, guessed)
	default:
		p.memory(l, value, exactly)
	}
}

func (p *page) memory(l *line, value string, quality int) {
	if n, ok := number(value); ok && n > 0 {
		p.fact(l, factMemory, value, quality)
	}
}

func exactSwap(p *page, l *line, value string) { p.factSize(l, factSwap, value, 1, exactly) }

// swapUsage reads "total = 2048.00M  used = 1017.50M  free = 1030.50M".
func swapUsage(p *page, l *line, value string) {
	rest, found := strings.CutPrefix(value, "total = ")
	if !found {
		return
	}
	total, _, _ := strings.Cut(rest, " ")
	if n, ok := roundSize(total); ok {
		p.fact(l, factSwap, decimal(n), rounded)
	}
}

func machineOf(p *page, l *line, value string) {
	if machines.has(value) {
		p.fact(l, factArch, value, exactly)
	}
}
