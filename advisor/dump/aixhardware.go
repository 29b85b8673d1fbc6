package dump

import "strings"

// readAIXHardware reads prtconf and lsconf, the rows of lsattr for sys0 and the
// memory, lparstat -i, lsps and the head of vmstat on AIX.
func readAIXHardware(p *page, l *line) bool {
	if c := l.text[0]; c < 'A' || c > 'z' || len(l.text) > 200 {
		return false
	}
	if label, value, found := l.span().cut(":"); found && value.text != "" {
		return p.aixLabel(l, label.text, value.text)
	}
	first, rest := l.span().word()
	figure, rest := rest.word()
	switch {
	case first.text == "realmem" && strings.HasPrefix(rest.text, "Amount of usable physical memory in Kbytes"):
		p.factSize(l, factMemory, figure.text, 1<<10, exactly)
	case first.text == "size" && strings.HasPrefix(rest.text, "Total amount of physical memory in Mbytes"):
		p.factSize(l, factMemory, figure.text, 1<<20, rounded)
	case first.text == "goodsize" && strings.HasPrefix(rest.text, "Amount of usable physical memory in Mbytes"):
	case first.text == "maxuproc" && strings.HasPrefix(rest.text, "Maximum number of PROCESSES"):
	default:
		return false
	}
	return p.tell(l, "hardware of AIX")
}

// aixLabel reads "Memory Size: 8192 MB" and the other labels of prtconf.
func (p *page) aixLabel(l *line, label, value string) bool {
	figure, unit, _ := strings.Cut(value, " ")
	switch label {
	case "Memory Size", "Online Memory":
		if unit != "MB" {
			return false
		}
		p.factSize(l, factMemory, figure, 1<<20, rounded)
	case "Good Memory Size", "LPAR Info", "Processor Implementation Mode", "Platform Firmware level", "Partition Name", "Entitled Capacity":
	case "Online Virtual CPUs":
		p.cpus(l, figure, rounded)
	case "Number Of Processors":
		p.cpus(l, figure, guessed)
		return true
	case "Total Paging Space":
		digits, unit := splitSuffix(value)
		n, known := multiples.get(unit)
		if !known {
			return false
		}
		p.factSize(l, factSwap, digits, n, rounded)
	case "System configuration":
		return p.aixConfiguration(l, value)
	case "System Model":
		if !strings.HasPrefix(value, "IBM,") {
			return false
		}
	default:
		return aixLabels.has(label) && p.told("hardware of AIX")
	}
	return p.tell(l, "hardware of AIX")
}

// aixLabels are the labels of prtconf that others have as well.
var aixLabels = set{
	"Machine Serial Number", "Processor Type", "Processor Version", "Processor Clock Speed", "CPU Type", "Kernel Type", "Firmware Version", "Console Login",
	"Auto Restart", "Full Core", "NX Crypto Acceleration", "In-Core Crypto Acceleration", "Percent Used", "Host Name", "IP Address", "Sub Netmask", "Gateway", "Name Server", "Domain Name", "Model Architecture", "Model Implementation",
}

// aixConfiguration reads "lcpu=8 mem=16384MB ent=1.00", the head of vmstat.
func (p *page) aixConfiguration(l *line, value string) bool {
	if !strings.HasPrefix(value, "lcpu=") {
		return false
	}
	for word := range strings.FieldsSeq(value) {
		key, figure, _ := strings.Cut(word, "=")
		digits, unit := splitSuffix(figure)
		switch key {
		case "lcpu":
			p.cpus(l, digits, guessed)
		case "mem":
			if n := multiples.of(unit); n != 0 {
				p.factSize(l, factMemory, digits, n, rounded)
			}
		}
	}
	return p.tell(l, "hardware of AIX")
}

// runOslevel notes that the release of AIX follows.
func runOslevel(p *page, c *call) {
	p.tell(c.line, "hardware of AIX")
	p.expect = append(p.expect, answer{name: answerRelease})
}

// runAIX is for commands that only AIX has, and whose output says by itself
// what it is.
func runAIX(p *page, c *call) { p.tell(c.line, "hardware of AIX") }

// runFreeBSD is runAIX for FreeBSD.
func runFreeBSD(p *page, c *call) { p.tell(c.line, "programs of FreeBSD") }

// runMac is runAIX for macOS.
func runMac(p *page, c *call) { p.tell(c.line, "launchctl") }

// runDefaults is runMac for a command whose name begins many a sentence.
func runDefaults(p *page, c *call) {
	if args := c.arguments(); len(args) > 0 && (args[0].text == "read" || args[0].text == "write" || args[0].text == "delete" || args[0].text == "-currentHost") {
		runMac(p, c)
	}
}

// runKenv notes that the bare value of a variable of the loader follows.
func runKenv(p *page, c *call) {
	p.tell(c.line, "programs of FreeBSD")
	for _, w := range c.arguments() {
		if bsdRoot(w.text) {
			p.expect = append(p.expect, answer{name: w.text, unit: 1, scope: Configured})
		}
	}
}

// runVersion notes that the release follows, as freebsd-version prints it.
func runVersion(p *page, c *call) {
	p.tell(c.line, "programs of FreeBSD")
	p.expect = append(p.expect, answer{name: answerRelease})
}
