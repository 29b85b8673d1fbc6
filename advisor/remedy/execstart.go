package remedy

import (
	"cmp"
	"slices"
	"strings"

	"headroom/advisor/rule"
)

// execStart is the property of a unit that holds the server's command line.
const execStart = "ExecStart"

// commandLine is the command by which the pasted unit starts the server itself, as
// the remedies leave it; "" where the paste shows none.
func (h *host) commandLine() string {
	return cmp.Or(h.remedy(execStart), h.start.Command)
}

// editCommand writes options of the server into the command line of its unit.
func (h *host) editCommand(command string, params changes) {
	for _, c := range params {
		command = withOption(command, c)
	}
	last := h.named(unitFolder + h.unitName() + ".d/" + dropIn)
	for _, s := range h.dump.Settings {
		if p := placed(s.Path); strings.HasPrefix(s.Name, "startup.") && isUnitFile(p) && safePath(p) && appliedAfter(p, last) {
			last = p
		}
	}
	e := h.edit(last, unitFile)
	setCommandLine(&e.script, command, params.rules())
	e.wanted = append(e.wanted, change{name: execStart, value: command, rules: params.rules()})
}

// setCommandLine gives a drop-in the command of the service. An empty one
// before it takes the unit's own away: a service has one command.
func setCommandLine(s *script, command string, rules []*rule.Rule) {
	for i := range s.lines {
		if _, ok := rule.ServerCommand(s.lines[i]); ok {
			s.put(i, execStart+"="+command, rules)
			return
		}
	}
	s.addBelow("[Service]", execStart+"="+command, change{rules: rules})
	i := slices.Index(s.lines, execStart+"="+command)
	s.lines = slices.Insert(s.lines, i, execStart+"=")
}
