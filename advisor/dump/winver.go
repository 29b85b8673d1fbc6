package dump

import "strings"

// readWinver reads ver and winver, the lines that cmd and PowerShell begin with,
// and what tells that a program of Windows spoke.
func readWinver(p *page, l *line) bool {
	t := l.text
	if len(t) > 200 || strings.IndexByte("AMWV(C\xc2", t[0]) < 0 {
		return false
	}
	switch {
	case strings.HasPrefix(t, "Version ") && strings.Contains(t, "(OS Build "):
		return p.winverLine(l)
	case strings.Contains(t, "Microsoft Windows NT "):
		return p.versionString(l)
	case t == "Windows IP Configuration" || t == "Windows-IP-Konfiguration" || t == "Active Connections":
		return p.tell(l, "words of Windows")
	case strings.Contains(t, "Microsoft Corp") && (t[0] == '(' || t[0] == 0xC2 || strings.HasPrefix(t, "Copyright")):
		return p.tell(l, "words of Windows")
	case strings.HasPrefix(t, "Microsoft Windows") || strings.HasPrefix(t, "Windows "):
		return p.versionLine(l)
	}
	return false
}

// versionString reads "Machine: MAIL (Microsoft Windows NT 10.0.17763.0)", with
// which a transcript of PowerShell begins, and what .NET calls the system.
func (p *page) versionString(l *line) bool {
	_, after, _ := strings.Cut(l.text, "Microsoft Windows NT ")
	release, _, _ := strings.Cut(strings.TrimRight(after, ")"), " ")
	if !windowsVersion(release) {
		return false
	}
	p.says(l, Windows)
	p.fact(l, factRelease, release, rounded)
	return true
}

// versionLine reads "Microsoft Windows [Version 10.0.17763.1999]"; the word
// before the figures is translated.
func (p *page) versionLine(l *line) bool {
	name, inner, found := l.span().cut("[")
	if !found {
		if strings.HasPrefix(l.text, "Windows PowerShell") || strings.HasPrefix(l.text, "Windows Registry") {
			return p.tell(l, "words of Windows")
		}
		if windowsProduct("", l.text) {
			p.fact(l, factProduct, l.text, guessed)
			return p.tell(l, "words of Windows")
		}
		return false
	}
	words := strings.Fields(strings.TrimSuffix(inner.text, "]"))
	if len(words) < 1 || len(words) > 3 || !windowsVersion(words[len(words)-1]) {
		return false
	}
	p.says(l, Windows)
	p.fact(l, factRelease, words[len(words)-1], exactly)
	if name.text != "Microsoft Windows" {
		p.fact(l, factProduct, name.text, guessed)
	}
	return true
}

// winverLine reads "Version 22H2 (OS Build 19045.3803)". Everything that counts
// its builds so is of version 10.0.
func (p *page) winverLine(l *line) bool {
	_, build, _ := strings.Cut(l.text, "(OS Build ")
	build = strings.TrimSuffix(build, ")")
	if !windowsVersion(build) {
		return false
	}
	p.says(l, Windows)
	p.fact(l, factRelease, "10.0."+build, rounded)
	return true
}
