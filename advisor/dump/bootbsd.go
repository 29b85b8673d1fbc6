package dump

import "strings"

// readBootBSD reads the lines of boot messages of the BSDs that say what the
// machine is, and those by which their kernels are known.
func readBootBSD(p *page, l *line) bool {
	switch t := l.text; t[0] {
	case 'r', 'a', 't':
		return p.bsdMemory(l)
	case 'F':
		return p.bootCPUs(l)
	case 'c':
		return p.attached(l)
	case 'C':
		if strings.HasPrefix(t, "Copyright (c) ") && strings.HasSuffix(strings.TrimRight(t, "."), "The FreeBSD Project") {
			return p.tell(l, "boot messages of "+FreeBSD)
		}
	}
	return p.kernelMessage(l)
}

// bsdMemory reads "real memory  = 536870912 (512 MB)" of FreeBSD, "real mem =
// 1056804864 (1007MB)" of OpenBSD and "total memory = 1023 MB" of NetBSD. What
// is "avail" is less than the machine has.
func (p *page) bsdMemory(l *line) bool {
	label, value, found := l.span().cut("=")
	if !found {
		return false
	}
	figure, rest := value.word()
	os := ""
	switch label.text {
	case "real memory":
		os = FreeBSD
	case "real mem":
		os = OpenBSD
	case "total memory":
		os = NetBSD
	case "avail memory", "avail mem":
		return rest.text != "" && digit(value.text[0])
	}
	if _, ok := number(figure.text); !ok || os == "" {
		return false
	}
	p.tell(l, "boot messages of "+os)
	unit := uint64(1)
	if n, known := multiples.get(strings.ToLower(rest.text)); known {
		unit = n
	}
	p.factSize(l, factMemory, figure.text, unit, rounded)
	return true
}

// bootCPUs reads "FreeBSD/SMP: Multiprocessor System Detected: 4 CPUs".
func (p *page) bootCPUs(l *line) bool {
	rest, found := strings.CutPrefix(l.text, "FreeBSD/SMP: ")
	if !found {
		return p.kernelMessage(l)
	}
	if count, ok := strings.CutPrefix(rest, "Multiprocessor System Detected: "); ok {
		count, _, _ = strings.Cut(count, " ")
		p.cpus(l, count, rounded)
	}
	return p.tell(l, "boot messages of "+FreeBSD)
}

// attached counts the processors that OpenBSD and NetBSD attach: "cpu1 at
// mainbus0: apid 2 (application processor)".
func (p *page) attached(l *line) bool {
	rest, found := strings.CutPrefix(l.text, "cpu")
	digits, rest := splitSuffix(rest)
	n, ok := number(digits)
	if !found || !ok || n > 1<<12 || !strings.HasPrefix(rest, " at mainbus0") {
		return false
	}
	f := &p.facts.of[factCPUs]
	if known, _ := number(f.value); f.quality == 0 || f.quality == guessed && n+1 > known {
		f.quality = 0
		p.fact(l, factCPUs, decimal(n+1), guessed)
	}
	return true
}

// kernelMessages are the complaints of kernels about limits, with the system.
var kernelMessages = []struct{ part, os string }{
	{"please see tuning(7)", FreeBSD}, {"see tuning(7) and login.conf(5)", FreeBSD}, {"kern.ipc.nmbclusters limit reached", FreeBSD}, {"kern.ipc.maxsockets limit reached", FreeBSD}, {"kern.ipc.maxpipekva exceeded", FreeBSD},
	{"[zone: mbuf_cluster] ", FreeBSD}, {"sonewconn: pcb", FreeBSD}, {"kern.maxfiles limit exceeded by uid", FreeBSD}, {"WARNING: mclpools limit reached", OpenBSD}, {"uvm_mapent_alloc: out of static map entries", OpenBSD}, {"proc: table is full", ""}, {"file: table is full", ""},
}

// kernelMessage reads what a kernel says when a limit is reached. It sets
// nothing.
func (p *page) kernelMessage(l *line) bool {
	t := l.text
	if len(t) > 400 || !strings.Contains(t, "limit") && !strings.Contains(t, " is full") && !strings.Contains(t, "exceeded") && !strings.Contains(t, "uvm_") && !strings.HasPrefix(t, "[zone: ") && !strings.Contains(t, "sonewconn") {
		return false
	}
	for _, m := range kernelMessages {
		if strings.Contains(t, m.part) {
			if m.os != "" {
				p.tell(l, "boot messages of "+m.os)
			}
			return true
		}
	}
	return false
}
