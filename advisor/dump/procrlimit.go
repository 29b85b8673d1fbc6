package dump

import "strings"

// rlimitNames are the limits as the file rlimit of FreeBSD's /proc names them.
var rlimitNames = table[string]{rows: []row[string]{
	{"cpu", "cpu"}, {"fsize", "fsize"}, {"data", "data"}, {"stack", "stack"}, {"core", "core"}, {"rss", "rss"}, {"memlock", "memlock"}, {"nproc", "nproc"}, {"nofile", "nofile"}, {"sbsize", "sbsize"}, {"vmem", "as"}, {"as", "as"}, {"npts", "npts"}, {"swap", "swap"}, {"kqueues", "kqueues"}, {"umtxp", ""},
}}

// rlimitTable is the block of /proc/PID/rlimit.
type rlimitTable struct{}

// readRlimit reads /proc/PID/rlimit of FreeBSD: a limit, soft and hard, -1 for
// none. Its first row is that of the processor time, which nobody limits.
func readRlimit(p *page, l *line) bool {
	first, rest := l.span().word()
	name, ok := rlimitNames.get(first.text)
	if !ok {
		return false
	}
	_, open := p.block.(*rlimitTable)
	if !open && rest.text != "-1 -1" {
		return false
	}
	soft, rest := rest.word()
	hard, rest := rest.word()
	if rest.text != "" || !rlimitValue(soft.text) || !rlimitValue(hard.text) {
		return false
	}
	p.block = &rlimitTable{}
	if name == "" {
		return true
	}
	return p.softHard(l, name, l.span().from(soft.at), "procstat")
}

func rlimitValue(s string) bool {
	_, ok := number(strings.TrimPrefix(s, "-"))
	return ok && (s[0] != '-' || s == "-1")
}
