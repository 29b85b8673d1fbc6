package report

import (
	"slices"
	"strings"

	"headroom/advisor/rule"
)

// gathered are the commands that take many names at once: what stands before
// the names, between them and behind them.
var gathered = []struct{ before, between, behind string }{
	{"sysctl ", " ", ""},
	{"kctune ", " ", ""},
	{"kmtune -q ", " -q ", ""},
	{"ipadm show-prop -p ", ",", " tcp"},
}

// collect lists the commands that would show what was not seen, as one block
// to run: each command once, and one for many names where it takes them.
func (r *Report) collect() []string {
	names := make([][]string, len(gathered))
	var others []string
	for _, f := range r.with(rule.Unseen) {
		for command := range strings.SplitSeq(f.Collect, "; ") {
			if i, asked := gatheredBy(command); i >= 0 {
				names[i] = appendNew(names[i], asked...)
			} else if command != "" {
				others = appendNew(others, wholeFile(command))
			}
		}
	}
	var commands []string
	for i, g := range gathered {
		commands = append(commands, together(g.before, g.between, g.behind, names[i])...)
	}
	return append(commands, others...)
}

// gatheredBy returns which of gathered a command is, and the names it asks for;
// -1 where it is none, or has more to it than names.
func gatheredBy(command string) (i int, names []string) {
	for i, g := range gathered {
		asked, ok := strings.CutPrefix(command, g.before)
		asked, ok2 := strings.CutSuffix(asked, g.behind)
		if ok && ok2 && asked != "" && asked[0] != '-' && !strings.ContainsAny(asked, "|>") {
			return i, strings.FieldsFunc(asked, func(c rune) bool { return c == ' ' || c == ',' })
		}
	}
	return -1, nil
}

// wholeFile asks for all of a file of which a command shows a few lines only:
// the remedy is then that file.
func wholeFile(command string) string {
	const file = "/etc/system"
	if strings.HasPrefix(command, "grep ") && strings.HasSuffix(command, " "+file) {
		return "cat " + file
	}
	return command
}

// together makes commands for many names, none so long that mail would break
// it.
func together(before, between, behind string, names []string) []string {
	var commands []string
	command := ""
	for _, name := range names {
		switch longer := command + between + name; {
		case command == "":
			command = before + name
		case len(longer)+len(behind) > textWidth-2:
			commands = append(commands, command+behind)
			command = before + name
		default:
			command = longer
		}
	}
	if command != "" {
		commands = append(commands, command+behind)
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
