package dump

import "strings"

// unameSystems are the systems as uname names them.
var unameSystems = table[string]{rows: []row[string]{
	{"Linux", Linux}, {"FreeBSD", FreeBSD}, {"OpenBSD", OpenBSD}, {"NetBSD", NetBSD}, {"Darwin", MacOS}, {"SunOS", Solaris}, {"HP-UX", HPUX}, {"AIX", AIX}, {"OS/390", ZOS},
}}

// machines are the words for the processor that uname and lscpu print.
var machines = index{words: []string{
	"x86_64", "amd64", "i386", "i486", "i586", "i686", "aarch64", "arm64", "armv7l", "armv6l",
	"ppc64", "ppc64le", "ppc", "s390x", "s390", "ia64", "sparc", "sparc64", "sun4u", "sun4v", "i86pc",
	"riscv64", "mips64", "powerpc", "alpha", "loongarch64", "9000/800",
}}

// readUname reads uname -a and its shorter forms, and /proc/version.
func readUname(p *page, l *line) bool {
	first, rest := l.span().word()
	os, ok := unameSystems.get(first.text)
	if !ok {
		return p.unameOnWindows(l, first.text, rest)
	}
	if os == Linux && strings.HasPrefix(rest.text, "version ") {
		p.says(l, Linux)
		release, _ := rest.from(len("version ")).word()
		p.fact(l, factRelease, release.text, exactly)
		return true
	}
	words := rest.words()
	at := releaseAt(os, words)
	if at < 0 {
		return false
	}
	p.says(l, os)
	release := strings.TrimPrefix(words[at].text, "B.")
	if os == AIX && at+1 < len(words) {
		release = words[at+1].text + "." + release
	}
	quality := exactly
	if os == MacOS {
		quality = rounded // the product has a release of its own
	}
	p.fact(l, factRelease, release, quality)
	if os == Solaris {
		p.sunVersion(l, release, words[at+1:])
	}
	for i := len(words) - 1; i > at; i-- {
		if machines.has(words[i].text) {
			p.fact(l, factArch, words[i].text, exactly)
			break
		}
	}
	if at > 0 {
		p.machine(words[0].text)
	}
	return true
}

// unameOnWindows reads what Cygwin, MSYS and Git call the system that they run on.
func (p *page) unameOnWindows(l *line, first string, rest span) bool {
	name, _, found := strings.Cut(first, "_NT-")
	if !found || rest.text == "" || name != "CYGWIN" && name != "MSYS" && name != "MINGW32" && name != "MINGW64" {
		return false
	}
	p.says(l, Windows)
	return true
}

// sunVersion notes the version behind SunOS 5.11, which alone tells the releases
// of Solaris 11 from each other and from illumos.
func (p *page) sunVersion(l *line, release string, rest []span) {
	if release == "5.11" && len(rest) > 0 && !machines.has(rest[0].text) {
		p.fact(l, factProduct, rest[0].text, rounded)
	}
}

// releaseAt finds the release: the second word behind the system, or the first
// where no name of the machine stands before it.
func releaseAt(os string, words []span) int {
	for i := range words[:min(len(words), 2)] {
		w := strings.TrimPrefix(words[i].text, "B.")
		if digit(w[0]) && (strings.Contains(w, ".") || os == AIX && i > 0) {
			return i
		}
	}
	return -1
}

// machine notes the name that uname gives the host. Where no prompt names one, a
// second name is a second host.
func (p *page) machine(host string) {
	if !p.prompted {
		p.enter(host)
	}
}

// runUname notes that the release follows.
func runUname(p *page, c *call) {
	for _, w := range c.arguments() {
		if w.text == "-r" || w.text == "--kernel-release" {
			p.expect = append(p.expect, answer{name: answerRelease})
		}
	}
}

// runNproc notes that the number of processors follows.
func runNproc(p *page, c *call) {
	if len(c.words) == 1 || c.words[1].text == "--all" {
		p.expect = append(p.expect, answer{name: answerCPUs})
	}
}
