package dump

import "strings"

// launchdLimits are the resources as launchctl names them, with the name of
// RLIMIT_.
var launchdLimits = table[string]{rows: []row[string]{
	{"cpu", "cpu"}, {"filesize", "fsize"}, {"data", "data"}, {"stack", "stack"}, {"core", "core"}, {"rss", "rss"}, {"memlock", "memlock"}, {"maxproc", "nproc"}, {"maxfiles", "nofile"},
}}

// launchd is the Owner of the limits that every daemon of macOS starts with.
const launchd = "launchd"

// A launchdTable is the block of "launchctl limit".
type launchdTable struct{}

// readLaunchctl reads what "launchctl limit" prints: a resource, its soft limit
// and its hard one, sizes in bytes. A row by itself counts only where a word
// for no limit, or the rows around it, tell it from other tables.
func readLaunchctl(p *page, l *line) bool {
	first, rest := l.span().word()
	name, ok := launchdLimits.get(first.text)
	if !ok {
		return false
	}
	_, open := p.block.(*launchdTable)
	soft, rest := rest.word()
	hard, rest := rest.word()
	softValue, ok1 := limitValue(soft.text, 1)
	hardValue, ok2 := limitValue(hard.text, 1)
	if hard.text == "" {
		ok2 = open
	}
	if soft.text == "-1" || hard.text == "-1" || !ok1 || !ok2 || rest.text != "" || !open && !launchdOpens(first.text, soft.text, hard.text) {
		return false
	}
	if !open {
		p.block = &launchdTable{}
	}
	p.tell(l, "launchctl")
	s := Setting{Name: "ulimit." + name, Value: softValue, Scope: Process, Owner: launchd}
	p.limitPair(l, soft, s, true, false)
	s.Value = hardValue
	p.limitPair(l, hard, s, false, true)
	return true
}

// launchdOpens reports whether a row can be the first of the table by itself:
// the rows of data, stack and core are too much like others.
func launchdOpens(name, soft, hard string) bool {
	return name != "data" && name != "stack" && name != "core" && (soft == Unlimited || hard == Unlimited)
}

// runLaunchctl reads "launchctl limit maxfiles 65536 unlimited", which sets, and
// notes the table that the command prints without values.
func runLaunchctl(p *page, c *call) {
	args := c.arguments()
	p.tell(c.line, "launchctl")
	if len(args) == 0 || args[0].text != "limit" {
		return
	}
	if len(args) <= 2 {
		p.block = &launchdTable{}
		return
	}
	values := make([]span, 0, 2)
	for _, w := range args[2:] {
		values = append(values, w.span.unquote())
	}
	p.launchdSets(c.line, args[1].text, values)
}

// launchdSets keeps the limits that a command, launchd.conf or a property list
// sets: soft and hard, or one value for both. It reports whether they are
// limits.
func (p *page) launchdSets(l *line, resource string, values []span) bool {
	name, ok := launchdLimits.get(resource)
	if !ok || len(values) == 0 || len(values) > 2 {
		return false
	}
	for _, v := range values {
		if _, ok := limitValue(v.text, 1); !ok {
			return false
		}
	}
	p.tell(l, "launchctl")
	for i, half := range []string{"", ".hard"} {
		raw := values[min(i, len(values)-1)]
		value, _ := limitValue(raw.text, 1)
		p.add(l, raw, Setting{Name: "ulimit." + name + half, Value: value, Scope: Configured, Path: p.source(l)})
	}
	return true
}

// launchdLine reads a line of launchd.conf, "limit maxfiles 16384 32768". The
// limit of csh takes one value, and has other names for all but a few.
func (p *page) launchdLine(c *call) bool {
	args := c.arguments()
	if len(args) < 2 || len(args) > 3 || args[0].text != "maxfiles" && len(args) == 2 && !strings.HasSuffix(p.source(c.line), "launchd.conf") {
		return false
	}
	values := make([]span, 0, 2)
	for _, w := range args[1:] {
		values = append(values, w.span.unquote())
	}
	return p.launchdSets(c.line, args[0].text, values)
}
