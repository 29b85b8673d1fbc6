package dump

import "strings"

// A sunTable is the block of uname -X, showrev and /etc/release: lines that
// count only below their first.
type sunTable struct{ kind string }

// readSunOS reads what says which Solaris it is: uname -X, showrev,
// /etc/release, the first message of the kernel, isainfo.
func readSunOS(p *page, l *line) bool {
	t := l.text
	switch t[0] {
	case 'S', 'N', 'R', 'M', 'K', 'H', 'O', 'I', 'A', 'U', 'C', 'B', 'D', 'P', 'V':
	case '6', '3':
		return p.isainfo(l)
	default:
		return false
	}
	if t == "SunOS" {
		p.says(l, Solaris)
		return true
	}
	if strings.HasPrefix(t, "SunOS Release ") {
		return p.kernelBanner(l, len("SunOS Release "))
	}
	if strings.HasPrefix(t, "Sun Microsystems Inc.") || strings.HasPrefix(t, "Oracle Corporation ") {
		i := strings.Index(t, "SunOS ")
		return i > 0 && p.kernelBanner(l, i+len("SunOS "))
	}
	if barred(t) {
		return false
	}
	if p.releaseLine(l) {
		return true
	}
	if p.sunRelease(l) {
		return true
	}
	table, open := p.block.(*sunTable)
	key, value, found := l.span().cut(" = ")
	if found {
		return p.unameX(l, key.text, value, open)
	}
	key, value, found = l.span().cut(": ")
	if found && (open || key.text == "Kernel version" || key.text == "Hostid") {
		return p.showrev(l, key.text, value)
	}
	return open && table.kind == "release" && releaseRest(t)
}

// kernelBanner reads the release in "SunOS Release 5.10 Version
// Generic_118833-36 64-bit" and in the greeting of login.
func (p *page) kernelBanner(l *line, at int) bool {
	release, _ := l.span().from(at).word()
	if release.text == "" || !digit(release.text[0]) {
		return false
	}
	p.says(l, Solaris)
	p.fact(l, factRelease, release.text, exactly)
	return true
}

// unameX reads the lines of uname -X.
func (p *page) unameX(l *line, key string, value span, open bool) bool {
	switch {
	case key == "System" && value.text == "SunOS":
		p.block = &sunTable{"uname"}
		p.says(l, Solaris)
	case key == "NumCPU":
		p.fact(l, factCPUs, value.text, exactly)
	case !open:
		return false
	case key == "Release":
		p.fact(l, factRelease, value.text, exactly)
	case key == "Machine":
		p.fact(l, factArch, value.text, exactly)
	}
	return true
}

// showrev reads the lines of showrev.
func (p *page) showrev(l *line, key string, value span) bool {
	switch key {
	case "Hostid":
		if p.block == nil {
			p.block = &sunTable{"showrev"}
		}
	case "Release":
		if digit(value.text[0]) {
			p.fact(l, factRelease, value.text, exactly)
		}
	case "Kernel architecture":
		p.fact(l, factArch, value.text, rounded)
	case "Kernel version":
		system, release := value.word()
		if system.text != "SunOS" {
			return false
		}
		p.says(l, Solaris)
		release, _ = release.word()
		p.fact(l, factRelease, release.text, exactly)
	case "Application architecture", "Hardware provider", "Domain":
	default:
		return false
	}
	return true
}

// solarisProducts begin the first line of /etc/release.
var solarisProducts = []string{"Oracle Solaris ", "Solaris ", "OpenSolaris ", "OpenIndiana ", "SmartOS ", "OmniOS ", "Tribblix ", "SunOS Internal Development"}

// releaseLine reads the first line of /etc/release: the product, its release,
// and the kind of processor or of origin.
func (p *page) releaseLine(l *line) bool {
	t := l.text
	if len(t) > 100 || t[0] != 'S' && t[0] != 'O' && t[0] != 'T' {
		return false
	}
	for _, product := range solarisProducts {
		rest, found := strings.CutPrefix(t, product)
		if !found || !releaseEnd(t) && !omniRelease(product, rest) {
			continue
		}
		p.says(l, Solaris)
		p.fact(l, factProduct, t, exactly)
		if number, _, _ := strings.Cut(rest, " "); strings.HasSuffix(product, "Solaris ") && product[:2] != "Op" && digit(number[0]) {
			p.fact(l, factRelease, number, rounded)
		}
		p.block = &sunTable{"release"}
		return true
	}
	return false
}

// sunIDs are the distributions as os-release names them.
var sunIDs = set{"solaris", "omnios", "openindiana", "smartos", "illumos", "tribblix"}

// sunRelease reads os-release of Solaris and of illumos.
func (p *page) sunRelease(l *line) bool {
	key, value, found := strings.Cut(l.text, "=")
	if !found || key != "ID" && key != "NAME" && key != "PRETTY_NAME" {
		return false
	}
	value = strings.Trim(value, `"'`)
	if key == "ID" {
		if sunIDs.has(value) {
			p.says(l, Solaris)
		}
		return sunIDs.has(value)
	}
	for _, product := range solarisProducts {
		release, found := strings.CutPrefix(value+" ", product)
		if !found {
			continue
		}
		p.says(l, Solaris)
		if key == "PRETTY_NAME" {
			p.fact(l, factProduct, value, exactly)
			if release = strings.TrimSpace(release); strings.HasSuffix(product, "Solaris ") && release != "" && digit(release[0]) {
				p.fact(l, factRelease, release, rounded)
			}
		}
		return true
	}
	return false
}

// releaseEnd reports whether the line ends as /etc/release does.
func releaseEnd(s string) bool {
	for _, end := range []string{" SPARC", " X86", " x86", " INTEL", " x86_64", "(powered by illumos)"} {
		if strings.HasSuffix(s, end) {
			return true
		}
	}
	return false
}

// omniRelease reports whether the line is that of an illumos distribution, which
// ends in its version: OmniOS v11 r151046.
func omniRelease(product, rest string) bool {
	return product == "OmniOS " && strings.HasPrefix(rest, "v11 ") && len(rest) < 20
}

// releaseRest reports whether the line is one of those below the first.
func releaseRest(s string) bool {
	return strings.HasPrefix(s, "Copyright ") || strings.HasPrefix(s, "Assembled ") || strings.HasPrefix(s, "Use is subject to license terms") || s == "All Rights Reserved."
}

// runIsainfo notes what bare answer follows.
func runIsainfo(p *page, c *call) {
	p.tell(c.line, formatSolaris)
	if len(c.words) != 2 {
		return
	}
	switch c.words[1].text {
	case "-b":
		p.expect = append(p.expect, answer{name: answerOther})
	case "-k", "-n":
		p.expect = append(p.expect, answer{name: answerArch})
	}
}

// isainfo reads "64-bit sparcv9 kernel modules".
func (p *page) isainfo(l *line) bool {
	width, rest := l.span().word()
	isa, kind := rest.word()
	if width.text != "64-bit" && width.text != "32-bit" || kind.text != "kernel modules" && kind.text != "applications" {
		return false
	}
	p.fact(l, factArch, isa.text, guessed)
	return p.tell(l, formatSolaris)
}
