package dump

import "strings"

// readMacVersion reads sw_vers, the software and hardware parts of
// system_profiler, hostinfo, vm_stat and the version line of a kernel.
func readMacVersion(p *page, l *line) bool {
	if strings.HasPrefix(l.text, "Darwin Kernel Version ") {
		return p.kernelVersion(l, strings.TrimSuffix(l.text, ":"))
	}
	if l.text[0] < '1' || 'Z' < l.text[0] && l.text[0] < 0x80 || len(l.text) > 250 {
		return false
	}
	if digit(l.text[0]) {
		if i := strings.Index(l.text, " Darwin Kernel Version "); i > 0 {
			return p.kernelVersion(l, l.text[i+1:])
		}
		return p.hostinfoCPUs(l)
	}
	label, value, found := l.span().cut(":")
	if !found || value.text == "" {
		return false
	}
	switch label.text {
	case "ProductName", "ProductVersion", "BuildVersion", "ProductVersionExtra":
		return p.swVers(l, label.text, value.text)
	case "Memory", "Speicher", "Mémoire", "Memoria", "Geheugen", "Память", "メモリ", "内存":
		return p.macMemory(l, value.text)
	case "Primary memory available":
		return p.macMemory(l, strings.Replace(value.text, "gigabytes", "GB", 1))
	case "Total Number of Cores", "Total Number Of Cores", "Number Of CPUs", "Number Of Cores", "Number of Cores",
		"Gesamtanzahl der Kerne", "Nombre total de cœurs", "Número total de núcleos", "Numero totale di core", "Totaal aantal kernen", "Общее количество ядер", "コアの総数", "核总数":
		count, _, _ := strings.Cut(value.text, " ")
		p.cpus(l, count, rounded)
		return label.text[0] == 'N' || p.tell(l, "system_profiler")
	case "Model Identifier", "Model Name", "Chip", "Boot ROM Version", "SMC Version (system)", "Hardware UUID", "System Integrity Protection", "Secure Virtual Memory":
		return p.tell(l, "system_profiler")
	case "Mach Virtual Memory Statistics":
		return p.tell(l, "vm_stat")
	}
	switch {
	case strings.HasPrefix(value.text, "macOS "), strings.HasPrefix(value.text, "OS X "), strings.HasPrefix(value.text, "Mac OS X "):
		return p.macProduct(l, value.text)
	case strings.HasPrefix(value.text, "Darwin "):
		return p.kernelVersion(l, value.text)
	}
	return strings.HasPrefix(label.text, "Pages ") && p.told("vm_stat")
}

// swVers reads "ProductName: macOS", "ProductVersion: 14.4.1".
func (p *page) swVers(l *line, label, value string) bool {
	switch label {
	case "ProductName":
		if !strings.Contains(strings.ToLower(value), "mac") {
			return false
		}
		p.says(l, MacOS)
		p.fact(l, factProduct, value, exactly)
	case "ProductVersion":
		if !digit(value[0]) {
			return false
		}
		p.says(l, MacOS)
		p.release(l, value, exactly)
		p.fact(l, factProduct, "macOS", guessed)
	}
	return true
}

// macProduct reads "macOS 14.4.1 (23E224)", "OS X 10.9.5 (13F1911)" and "Mac OS
// X Server 10.6.8 (10K549)".
func (p *page) macProduct(l *line, value string) bool {
	name := strings.TrimRight(value, " ()0123456789.ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz")
	at := strings.IndexAny(value, "0123456789")
	if name != "" || at < 4 || !strings.Contains(value[:at], "OS") {
		return false
	}
	p.says(l, MacOS)
	p.fact(l, factProduct, strings.TrimSpace(value[:at]), exactly)
	p.release(l, value[at:], exactly)
	return true
}

// macMemory reads "32 GB".
func (p *page) macMemory(l *line, value string) bool {
	figure, unit, found := strings.Cut(value, " ")
	n, ok := roundSize(figure + unit)
	if !found || !ok || unit != "GB" && unit != "MB" && unit != "TB" {
		return false
	}
	p.fact(l, factMemory, decimal(n), rounded)
	return true
}

// hostinfoCPUs reads "8 processors are logically available." of hostinfo.
func (p *page) hostinfoCPUs(l *line) bool {
	count, rest, _ := strings.Cut(l.text, " ")
	rest = strings.Replace(rest, "processor is", "processors are", 1)
	switch rest {
	case "processors are logically available.":
		p.cpus(l, count, rounded)
	case "processors are physically available.":
		p.cpus(l, count, guessed)
	default:
		return false
	}
	return p.tell(l, "hostinfo")
}

// runSwVers notes that the bare release of the product follows.
func runSwVers(p *page, c *call) {
	p.tell(c.line, "launchctl")
	for _, w := range c.arguments() {
		if strings.EqualFold(strings.TrimLeft(w.text, "-"), "productVersion") {
			p.expect = append(p.expect, answer{name: "kern.osproductversion", scope: Running})
		}
	}
}
