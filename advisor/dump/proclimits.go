package dump

import "strings"

// processLimits are the rows of /proc/PID/limits.
var processLimits = []struct{ label, name string }{
	{"cpu time", "cpu"}, {"file size", "fsize"}, {"data size", "data"}, {"stack size", "stack"}, {"core file size", "core"},
	{"resident set", "rss"}, {"processes", "nproc"}, {"open files", "nofile"}, {"locked memory", "memlock"}, {"address space", "as"},
	{"file locks", "locks"}, {"pending signals", "sigpending"}, {"msgqueue size", "msgqueue"}, {"nice priority", "nice"},
	{"realtime priority", "rtprio"}, {"realtime timeout", "rttime"},
}

// readProcLimits reads /proc/PID/limits: a name, the soft limit, the hard one.
func readProcLimits(p *page, l *line) bool {
	if !strings.HasPrefix(l.text, "Max ") {
		return strings.HasPrefix(l.text, "Limit ") && strings.Contains(l.text, "Soft Limit") && p.tell(l, "/proc/PID/limits")
	}
	for _, row := range processLimits {
		if rest, ok := strings.CutPrefix(l.text[4:], row.label); ok {
			return p.softHard(l, row.name, span{rest, len(l.text) - len(rest)}, "/proc/PID/limits")
		}
	}
	return false
}

// softHard keeps a soft and a hard limit that stand beside each other.
func (p *page) softHard(l *line, name string, s span, tell string) bool {
	soft, rest := s.word()
	hard, _ := rest.word()
	soft, hard = soft.unmarked(), hard.unmarked()
	softValue, ok1 := limitValue(soft.text, 1)
	hardValue, ok2 := limitValue(hard.text, 1)
	if !ok1 || !ok2 {
		return false
	}
	p.tell(l, tell)
	owner := p.owner
	if o, ok := procOwner(l.path); ok {
		owner = o
	}
	p.add(l, soft, Setting{Name: "ulimit." + name, Value: softValue, Scope: Process, Owner: owner})
	p.add(l, hard, Setting{Name: "ulimit." + name + ".hard", Value: hardValue, Scope: Process, Owner: owner})
	return true
}
