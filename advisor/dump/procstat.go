package dump

import "strings"

// readProcstat reads "procstat -l" of FreeBSD: process, program, resource, soft
// limit, hard limit. Sizes are scaled, with the unit as a word of its own. The
// program may hold blanks.
func readProcstat(p *page, l *line) bool {
	if strings.HasPrefix(l.text, "PID ") && strings.Contains(l.text, " RLIMIT ") {
		return p.tell(l, "procstat")
	}
	if !digit(l.text[0]) || len(l.text) > 200 {
		return false
	}
	pid, rest := l.span().word()
	if _, ok := number(pid.text); !ok {
		return false
	}
	words := rest.words()
	if len(words) == 0 || strings.IndexByte("$#%>", words[0].text[0]) >= 0 {
		return false // a numbered command
	}
	at := 1
	for at < len(words) && at < 8 {
		if name := words[at].text; bsdLimits.of(name).name != "" && name != "maxproc" && name != "descriptors" || name == "umtxp" || name == "pipebuf" {
			break
		}
		at++
	}
	if at >= len(words)-1 || at == 8 {
		return false
	}
	limit := bsdLimits.of(words[at].text)
	soft, softValue, left := procstatValue(words[at+1:])
	hard, hardValue, left := procstatValue(left)
	if softValue == "" || hardValue == "" || len(left) > 0 {
		return false
	}
	p.tell(l, "procstat")
	owner := pid.text
	if program := l.text[words[0].at : words[at-1].at+len(words[at-1].text)]; ofServer(program) {
		owner = server
	}
	if limit.name != "" {
		s := Setting{Name: "ulimit." + limit.name, Value: softValue, Scope: Process, Owner: owner}
		p.limitPair(l, soft, s, true, false)
		s.Value = hardValue
		p.limitPair(l, hard, s, false, true)
	}
	return true
}

// procstatUnits are the words behind a value, in bytes or seconds.
var procstatUnits = table[uint64]{rows: []row[uint64]{
	{"B", 1}, {"kB", 1 << 10}, {"KB", 1 << 10}, {"MB", 1 << 20}, {"GB", 1 << 30}, {"TB", 1 << 40}, {"PB", 1 << 50}, {"EB", 1 << 60}, {"sec", 1}, {"secs", 1}, {"ksec", 1 << 10}, {"Msec", 1 << 20}, {"k", 1 << 10}, {"K", 1 << 10}, {"M", 1 << 20}, {"G", 1 << 30},
}}

// procstatValue takes a value and its unit off the words.
func procstatValue(words []span) (raw span, value string, left []span) {
	if len(words) == 0 {
		return span{}, "", nil
	}
	raw, left = words[0], words[1:]
	unit := uint64(1)
	if len(left) > 0 {
		if n, ok := procstatUnits.get(left[0].text); ok {
			unit, left = n, left[1:]
		}
	}
	value, ok := limitValue(raw.text, unit)
	if !ok {
		return raw, "", nil
	}
	return raw, value, left
}

// runProcstat notes whose limits follow; the rows say it themselves.
func runProcstat(p *page, c *call) { p.tell(c.line, "programs of FreeBSD") }
