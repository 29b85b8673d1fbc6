package remedy

import (
	"slices"
	"strings"

	"headroom/advisor/rule"
)

// execStart is the property of a unit that holds the server's command line.
const execStart = "ExecStart"

// commandLine is the command by which the pasted unit starts the server itself,
// "" where the paste shows none. Such a unit never reads Startup.sh.
func (h *host) commandLine() string {
	if rule.ThroughScript(h.dump) {
		return ""
	}
	if command := h.remedy(execStart); command != "" {
		return command
	}
	found := ""
	for _, s := range h.dump.Settings {
		if !strings.HasPrefix(s.Name, "startup.") {
			continue
		}
		if value, ok := execValue(h.dump.Line(s.File, s.Line)); ok {
			found = value
		}
	}
	return found
}

// execValue is the command of a line that starts the server; ok is false for
// other lines, and for a command that cannot be written again as it stands.
func execValue(line string) (value string, ok bool) {
	const known = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789/._@=:-+ "
	value, ok = strings.CutPrefix(strings.TrimSpace(line), execStart+"=")
	return value, ok && strings.Contains(value, "CGServer") && strings.Trim(value, known) == ""
}

// editCommand writes options of the server into the command line of its unit.
func (h *host) editCommand(command string, params changes) {
	for _, c := range params {
		command = withOption(command, c)
	}
	e := h.edit(h.named(unitFolder+h.unitName()+".d/"+dropIn), unitFile)
	setCommandLine(&e.script, command, params.rules())
	e.wanted = append(e.wanted, change{name: execStart, value: command, rules: params.rules()})
}

// setCommandLine gives a drop-in the command of the service. An empty one
// before it takes the unit's own away: a service has one command.
func setCommandLine(s *script, command string, rules []*rule.Rule) {
	for i := range s.lines {
		if _, ok := execValue(s.lines[i]); ok {
			s.put(i, execStart+"="+command, rules)
			return
		}
	}
	s.addBelow("[Service]", execStart+"="+command, change{rules: rules})
	i := slices.Index(s.lines, execStart+"="+command)
	s.lines = slices.Insert(s.lines, i, execStart+"=")
}
