package dump

import "strings"

// readSysctlText reads the lines below a sysctl of BSD whose value goes on: the
// version of the kernel, tables of the virtual memory, XML and graphs of the
// disks. Nothing of it is a setting.
func readSysctlText(p *page, l *line) bool {
	t := l.text
	if len(t) > 2000 {
		return false
	}
	switch t[0] {
	case '<':
		return p.geomTag(t)
	case 'z':
		return strings.HasPrefix(t, "z0x")
	}
	return builtAt(t) || memoryTotals(t) || diskRow(t) || strings.HasPrefix(t, "vfs.mounts.") || strings.HasPrefix(t, "Use ") && strings.HasSuffix(t, " information")
}

// geomTag reports whether a line is of the XML by which FreeBSD describes disks
// and processors.
func (p *page) geomTag(s string) bool {
	_, named := p.facts.said[FreeBSD]
	name, _ := tagName(s)
	return geomTags.has(name) && (named || p.facts.bsd[inFreeBSD].line > 0 || name == "mesh" || name == "groups")
}

var geomTags = index{words: []string{
	"mesh", "class", "geom", "consumer", "provider", "name", "rank", "mode", "config", "scheme", "entries", "first", "last", "fwsectors", "fwheads",
	"state", "modified", "mediasize", "sectorsize", "stripesize", "stripeoffset", "start", "end", "index", "type", "offset", "length", "rawtype", "attrib", "efimedia",
	"seclength", "secoffset", "rotationrate", "ident", "descr", "lunid", "label", "rawuuid", "groups", "group", "cpu", "children", "flags", "flag", "access", "wither",
}}

// builtAt reports whether a line says where a kernel was built, as the second
// line of kern.version does: "root@host:/usr/obj/usr/src/sys/GENERIC".
func builtAt(s string) bool {
	at := strings.IndexByte(s, '@')
	return at > 0 && !strings.Contains(s, " ") && strings.Contains(s[at:], ":/") && (strings.Contains(s, "/sys/") || strings.Contains(s, "/obj/") || strings.Contains(s, "/compile/"))
}

// memoryTotals reports whether a line is of vm.vmtotal.
func memoryTotals(s string) bool {
	for _, start := range []string{"System wide totals computed every", "Processes:", "Virtual Memory:", "Real Memory:", "Shared Virtual Memory:", "Shared Real Memory:", "Free Memory:", "Free Memory Pages:"} {
		if rest, found := strings.CutPrefix(s, start); found {
			rest = strings.TrimLeft(rest, " \t")
			return rest == "" || rest[0] == '(' || digit(rest[0]) || start[1] == 'y'
		}
	}
	return false
}

// diskRow reports whether a line is of kern.geom.conftxt: "1 PART da0s1 ...".
func diskRow(s string) bool {
	if !digit(s[0]) || len(s) < 3 || s[1] != ' ' {
		return false
	}
	kind, rest, _ := strings.Cut(s[2:], " ")
	return upperName(kind) && strings.Contains(rest, " 512 ") || strings.Contains(rest, " 2048 ") && upperName(kind)
}
