package report

import (
	"slices"
	"strings"

	"headroom/advisor/rule"
)

// collect lists the commands that would show what was not seen, as one block
// to run: each command once, and few sysctl for all of its names.
func (r *Report) collect() []string {
	const sysctl = "sysctl "
	var names, commands []string
	for _, f := range r.with(rule.Unseen) {
		for command := range strings.SplitSeq(f.Collect, "; ") {
			if asked, ok := strings.CutPrefix(command, sysctl); ok && !strings.Contains(asked, "|") && !strings.HasPrefix(asked, "-") {
				names = appendNew(names, strings.Fields(asked)...)
			} else if command != "" {
				commands = appendNew(commands, command)
			}
		}
	}
	return append(together(strings.TrimSpace(sysctl), names), commands...)
}

// together makes commands of a program and its arguments, none so long that
// mail would break it.
func together(program string, arguments []string) []string {
	var commands []string
	command := program
	for _, a := range arguments {
		if command != program && len(command)+1+len(a) > textWidth-2 {
			commands = append(commands, command)
			command = program
		}
		command += " " + a
	}
	if command != program {
		commands = append(commands, command)
	}
	return commands
}

// appendNew appends what the list does not hold yet.
func appendNew(list []string, more ...string) []string {
	for _, s := range more {
		if !slices.Contains(list, s) {
			list = append(list, s)
		}
	}
	return list
}
