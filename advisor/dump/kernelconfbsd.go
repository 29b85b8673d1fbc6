package dump

import "strings"

// readKernelConfBSD reads the configuration a kernel of BSD was built with, of
// a file or of the sysctl kern.conftxt. Its lines are no settings of the list.
func readKernelConfBSD(p *page, l *line) bool {
	end := strings.IndexAny(l.text[:min(len(l.text), 15)], " \t")
	if end < 0 || !kernelConfWords.has(l.text[:end]) {
		return false
	}
	_, rest := l.span().word()
	words := rest.words()
	if len(words) == 0 || len(words) > 1 && words[1].text[0] != '#' {
		return false
	}
	first := words[0].text
	switch l.text[:end] {
	case "options", "nooptions":
		return upperName(first)
	case "makeoptions", "nomakeoptions":
		return upperName(first) && p.tell(l, "kernel configuration of FreeBSD")
	case "ident":
		return first[0] != '"' && p.tell(l, "kernel configuration of FreeBSD")
	case "include":
		return upperName(first) && p.tell(l, "kernel configuration of FreeBSD")
	case "machine":
		return machines.has(first) || first == "powerpc" || first == "arm"
	case "cpu":
		return upperName(first)
	case "device", "nodevice":
		return className(first)
	}
	return false
}

var kernelConfWords = set{"options", "nooptions", "makeoptions", "nomakeoptions", "ident", "include", "machine", "cpu", "device", "nodevice"}

// upperName reports whether s is a name in capitals, with or without a value.
func upperName(s string) bool {
	name, _, _ := strings.Cut(s, "=")
	for i := range len(name) {
		if c := name[i]; !('A' <= c && c <= 'Z') && !digit(c) && c != '_' {
			return false
		}
	}
	return len(name) > 1
}
