package dump

import "strings"

// systemdUnits are the properties of systemd that limit a service, with what a
// bare figure counts in.
var systemdProperties = set{
	"TasksMax", "LimitNOFILE", "LimitNPROC", "LimitDATA", "LimitSTACK", "LimitCORE", "LimitAS",
	"LimitMEMLOCK", "LimitFSIZE", "LimitRSS", "LimitCPU",
}

// readSystemd reads units, drop-ins and "systemctl show".
func readSystemd(p *page, l *line) bool {
	t := l.text
	if t[0] == '[' {
		if first, _, _ := strings.Cut(t, " "); unitSections.has(first) && !strings.Contains(p.owner, ".") {
			p.owner = "" // of a process
		}
		if unitSections.has(t) {
			p.script = false
			return p.tell(l, "systemd")
		}
		return p.joinedUnit(l)
	}
	key, raw, found := l.span().cut("=")
	if !found {
		return p.systemctlStatus(l)
	}
	name, soft := strings.CutSuffix(key.text, "Soft")
	if !systemdProperties.has(name) {
		return p.unitLine(l, key.text)
	}
	p.tell(l, "systemd")
	if name == "TasksMax" || soft {
		return p.unitProperty(l, key.text, raw) || p.misspelt(l, "")
	}
	low, high, two := raw.cut(":")
	if two {
		p.unitProperty(l, name, high)
		name, raw = name+"Soft", low
	}
	return p.unitProperty(l, name, raw) || p.misspelt(l, "")
}

// joinedUnit reads a unit whose line ends were lost.
func (p *page) joinedUnit(l *line) bool {
	first, rest := l.span().word()
	if !unitSections.has(first.text) || strings.IndexByte(rest.text, '=') < 0 {
		return false
	}
	p.tell(l, "systemd")
	for _, w := range rest.words() {
		key, _, found := w.cut("=")
		if found && systemdProperties.has(strings.TrimSuffix(key.text, "Soft")) {
			part := l.sub(w)
			readSystemd(p, &part)
		}
	}
	return true
}

// unitProperty keeps the value of one property, a size with a suffix resolved. It
// is false where there is something else than a value.
func (p *page) unitProperty(l *line, name string, raw span) bool {
	raw, _ = raw.word()
	value, ok := limitValue(raw.text, 1)
	if !ok {
		if !strings.HasSuffix(raw.text, "%") {
			return raw.text == ""
		}
		value = raw.text
	}
	path := p.source(l)
	p.add(l, raw, Setting{Name: "systemd." + name, Value: value, Scope: Configured, Path: path, Owner: unitOwner(path, p.owner), Hard: p.shows && strings.HasPrefix(name, "Limit") && !strings.HasSuffix(name, "Soft")})
	return true
}

// unitOwner is the unit that a file belongs to: "CommuniGate.service" of
// "/etc/systemd/system/CommuniGate.service.d/limits.conf".
func unitOwner(path, owner string) string {
	for part := range strings.SplitSeq(path, "/") {
		part = strings.TrimSuffix(part, ".d")
		if strings.HasSuffix(part, ".service") || strings.HasSuffix(part, ".slice") {
			return part
		}
	}
	return owner
}

var unitSections = set{"[Unit]", "[Service]", "[Install]", "[Socket]", "[Manager]", "[Slice]", "[Timer]"}

// unitLine takes the other lines of a unit.
func (p *page) unitLine(l *line, key string) bool {
	if key == "MainPID" && ofServer(p.owner) {
		_, value, _ := l.span().cut("=")
		p.servers[value.text] = true
	}
	if strings.HasPrefix(key, "Exec") {
		_, command, _ := l.span().cut("=")
		command = command.from(len(command.text) - len(strings.TrimLeft(command.text, "-@:+!")))
		p.foreignUnit(key, command)
		if p.isProgram(command, true) {
			p.aside(func() { p.run(l, command) })
			return true
		}
	}
	if !p.told("systemd") {
		return unitKeys.has(key)
	}
	return key != "" && 'A' <= key[0] && key[0] <= 'Z' && meminfoLabel(key) && nearUnitKey(key) == ""
}

// foreignUnit notes the program of a unit without a name, where that is another
// than the server: the limits that follow are not the server's. A shell may start
// anything.
func (p *page) foreignUnit(key string, command span) {
	program, _ := command.word()
	name := program.text[strings.LastIndexByte(program.text, '/')+1:]
	if key == "ExecStart" && p.owner == "" && !ofServer(command.text) && len(name) > 0 && !starters.has(name) {
		p.owner = name
	}
}

var starters = set{"sh", "bash", "dash", "ksh", "env", "nohup", "nice", "numactl", "taskset", "su", "sudo", "runuser", "setpriv"}

// nearUnitKey is the property that a key of a unit may be meant for.
func nearUnitKey(key string) string {
	if unitKeys.has(key) || strings.HasPrefix(key, "DefaultLimit") {
		return ""
	}
	return closest(key)
}

var unitKeys = index{words: []string{
	"Description", "After", "Before", "Wants", "Requires", "Type", "ExecStart", "ExecStop", "ExecReload", "ExecStartPre", "PIDFile",
	"Restart", "RestartSec", "WantedBy", "User", "Group", "WorkingDirectory", "EnvironmentFile", "Environment", "Documentation", "MainPID",
	"TasksCurrent", "MemoryMax", "MemoryCurrent", "OOMScoreAdjust", "KillMode", "TimeoutStartSec", "TimeoutStopSec", "Id", "Names", "ActiveState", "SubState",
	"LimitLOCKS", "LimitSIGPENDING", "LimitMSGQUEUE", "LimitNICE", "LimitRTPRIO", "LimitRTTIME", "DefaultLimitNOFILE", "DefaultLimitNOFILESoft", "DefaultTasksMax", "TasksAccounting", "FragmentPath", "DropInPaths", "Slice", "Nice",
}}

// systemctlStatus reads "systemctl status": the process, and the limit of its tasks.
func (p *page) systemctlStatus(l *line) bool {
	if strings.HasPrefix(l.text, "\u25cf ") && strings.Contains(l.text, ".service") {
		return p.tell(l, "systemd")
	}
	for _, start := range statusLines {
		if strings.HasPrefix(l.text, start) {
			return true
		}
	}
	if strings.HasPrefix(l.text, "Tasks: ") {
		return p.tasksMax(l)
	}
	rest, found := strings.CutPrefix(l.text, "Main PID: ")
	if !found {
		return false
	}
	pid, name, _ := strings.Cut(rest, " ")
	if ofServer(name) {
		p.servers[pid] = true
	}
	return p.tell(l, "systemd")
}

// statusLines are the starts of the other lines of "systemctl status".
var statusLines = []string{"Loaded: loaded (", "Active: active (", "Active: inactive (", "Active: failed (", "Active: activating (", "CGroup: /", "Drop-In: /"}

// tasksMax reads "Tasks: 24 (limit: 4915)", the limit in force.
func (p *page) tasksMax(l *line) bool {
	_, rest, found := l.span().cut("(limit: ")
	raw, _, closed := rest.cut(")")
	if _, ok := number(raw.text); !found || !closed || !ok {
		return false
	}
	p.add(l, raw, Setting{Name: "systemd.TasksMax", Value: raw.text, Scope: Running, Owner: p.owner})
	return p.tell(l, "systemd")
}

// runSystemctl notes the unit that follows.
func runSystemctl(p *page, c *call) {
	args := c.arguments()
	if len(args) < 2 {
		return
	}
	switch args[0].text {
	case "show":
		p.shows = true
	case "cat", "status", "edit":
	default:
		return
	}
	for _, w := range args[1:] {
		if !strings.HasPrefix(w.text, "-") && !strings.Contains(w.text, "=") {
			p.owner = w.text
			if !strings.Contains(p.owner, ".") {
				p.owner += ".service"
			}
			return
		}
	}
}
