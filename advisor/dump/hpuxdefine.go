package dump

import "strings"

// hpuxDefines are constants that only a kernel of HP-UX is configured with.
var hpuxDefines = set{
	"MAXFILES_LIM", "DBC_MIN_PCT", "DBC_MAX_PCT", "DBC_CUSHION", "NSTRPTY", "NSTRTEL", "MAXDSIZ_64BIT", "NKTHREAD",
	"FS_ASYNC", "CREATE_FASTLINKS", "NFLOCKS", "UNLOCKABLE_MEM", "FILE_PAD", "NUM_CNODES",
}

// readTunableDefine reads "#define MAXFILES_LIM 1024" of conf.c, into which HP-UX
// put its tunables before it had kmtune.
func readTunableDefine(p *page, l *line) bool {
	rest, ok := strings.CutPrefix(l.text, "#define")
	if !ok || rest == "" || !blank(rest[0]) {
		return false
	}
	name, raw := l.span().from(len("#define")).word()
	if _, tunable := hpuxTunables.get(strings.ToLower(name.text)); !tunable && !hpuxDefines.has(name.text) || raw.text == "" || strings.ToUpper(name.text) != name.text {
		return false
	}
	if i := strings.Index(raw.text, "/*"); i >= 0 {
		raw = raw.to(i).trim()
	}
	raw.text = strings.TrimRight(raw.text, "| \t")
	block, open := p.block.(*twoColumns)
	if !open {
		block = &twoColumns{}
		p.block = block
	}
	if len(block.waiting) < waitingMax {
		block.waiting = append(block.waiting, waitingRow{*l, name.text, raw})
	}
	block.certain = block.certain || hpuxDefines.has(name.text) && !p.told(sourceOfProgram)
	if block.certain {
		p.tell(l, formatHPUX)
		block.flush(p)
	}
	return true
}
