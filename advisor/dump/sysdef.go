package dump

import "strings"

// sysdefSymbols end the lines of sysdef of Solaris that no other program
// prints.
var sysdefSymbols = set{
	"(bufhwm)", "(v.v_proc)", "(v.v_maxup)", "(MAXCLSYSPRI)", "(NAUTOUP)", "(GPGSLO)", "(FSFLUSHR)", "(MINARMEM)",
	"(MINASMEM)", "(NSTRPUSH)", "(STRMSGSZ)", "(STRCTLSZ)", "(SEMMNI)", "(SHMMAX)", "(SHMMNI)", "(MSGMNI)",
	"(REL)", "(NODE)", "(SYS)", "(VER)", "(v.v_maxpmem)", "(v.v_maxsyspri)", "(v.v_autoup)",
}

// sysdefHeadings stand between the parts of sysdef.
var sysdefHeadings = set{
	"Tunable Parameters", "Utsname Tunables", "Process Resource Limit Tunables (Current:Maximum)", "Streams Tunables", "IPC Messages",
	"IPC Semaphores", "IPC Shared Memory", "Time Sharing Scheduler Tunables", "Loadable Objects", "Loadable Objects Path", "System Configuration",
}

// sysdefLimits are the limits of sysdef, by the words behind them.
var sysdefLimits = map[string]string{
	"cpu time": "cpu", "file size": "fsize", "heap size": "data", "stack size": "stack", "core file size": "core", "file descriptors": "nofile", "mapped memory": "as",
}

// readSysdef reads sysdef of Solaris, which prints values first: tunables that
// are not listed, the release, and the limits that processes begin with.
func readSysdef(p *page, l *line) bool {
	if c := l.text[0]; !digit(c) && c != 'I' && c != 'G' && !strings.HasSuffix(l.text, ")") {
		return false
	}
	first, rest := l.span().word()
	if current, maximum, found := first.cut(":"); found {
		return p.sysdefLimit(l, current, maximum, rest.text)
	}
	open := strings.LastIndexByte(rest.text, '(')
	if open < 0 || !sysdefSymbols.has(rest.text[open:]) {
		return false
	}
	if before, found := strings.CutSuffix(l.text, "release (REL)"); found {
		fields := strings.Fields(before)
		p.fact(l, factRelease, fields[len(fields)-1], exactly)
	}
	return p.tell(l, formatSolaris)
}

// sysdefLimit reads "0x00000100:0x00000400   file descriptors".
func (p *page) sysdefLimit(l *line, current, maximum span, label string) bool {
	name := sysdefLimits[label]
	soft, ok := sysdefValue(current.text)
	hard, also := sysdefValue(maximum.text)
	if name == "" || !ok || !also {
		return false
	}
	p.add(l, current, Setting{Name: "ulimit." + name, Value: soft, Scope: Process})
	p.add(l, maximum, Setting{Name: "ulimit." + name + ".hard", Value: hard, Scope: Process})
	return p.tell(l, formatSolaris)
}

// sysdefValue reads a limit: Infinity or a number.
func sysdefValue(s string) (value string, ok bool) {
	if strings.EqualFold(s, "infinity") {
		return Unlimited, true
	}
	return cNumber(s)
}
