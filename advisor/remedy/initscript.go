package remedy

import (
	"slices"
	"strings"

	"headroom/advisor/rule"
)

// editScripts mends, in the script that sets it, a variable of the server's
// environment.
func (h *host) editScripts() {
	for _, f := range h.scripts {
		p := initPaths[h.dump.Host.OS]
		for _, s := range h.dump.Settings {
			if s.Name == f.Rule.Setting && safePath(placed(s.Path)) {
				p = placed(s.Path)
			}
		}
		if isUnitFile(p) {
			e := h.edit(p, unitFile)
			dropVariable(&e.script, f)
			e.wanted = append(e.wanted, change{name: "Environment", rules: []*rule.Rule{f.Rule}})
			continue
		}
		e := h.edit(p, startFile)
		setVariable(&e.script, f)
		e.wanted = append(e.wanted, change{name: f.Rule.Setting, rules: []*rule.Rule{f.Rule}})
	}
}

// setVariable takes a variable out of a script, or gives it the value that the
// finding asks for. A line that set it stays as a comment; the command behind
// it also undoes what was inherited, and keeps a block of the script from being
// empty, which is an error.
func setVariable(s *script, f *rule.Finding) {
	name, rules := f.Rule.Setting, []*rule.Rule{f.Rule}
	command := "unset " + name
	if f.Ask != "unset" && safe(f.Ask) {
		command = "export " + name + "=" + f.Ask
	}
	found := false
	for i := 0; i < len(s.lines); i++ {
		if !active(s.lines[i]) || !sets(s.lines[i], name) {
			continue
		}
		in := indent(s.lines[i])
		s.lines[i] = in + "# " + strings.TrimSpace(s.lines[i])
		if in != "" || !found {
			s.lines = slices.Insert(s.lines, i+1, in+command)
			i += 1 + s.comment(i, rules)
		}
		found = true
	}
	if !found {
		s.add(command, rules)
	}
}

// dropVariable takes a variable out of a unit's environment, what was inherited of
// it, too, from systemd 235 on. The line that set it stays as a comment.
func dropVariable(s *script, f *rule.Finding) {
	name := f.Rule.Setting
	for i := 0; i < len(s.lines); i++ {
		values, ok := strings.CutPrefix(strings.TrimSpace(s.lines[i]), "Environment=")
		if !ok || !strings.Contains(values, name+"=") {
			continue
		}
		others := slices.DeleteFunc(strings.Fields(values), func(w string) bool {
			return strings.HasPrefix(strings.TrimLeft(w, `"'`), name+"=")
		})
		s.lines[i] = "# " + strings.TrimSpace(s.lines[i])
		if len(others) > 0 {
			s.lines = slices.Insert(s.lines, i+1, "Environment="+strings.Join(others, " "))
		}
		s.lines = slices.Insert(s.lines, i+1, "UnsetEnvironment="+name)
		i += 1 + s.comment(i, []*rule.Rule{f.Rule})
	}
}

// sets reports whether a line gives a variable a value, or exports it.
func sets(line, name string) bool {
	line = strings.TrimSpace(line)
	line = strings.TrimSpace(strings.TrimPrefix(line, "export "))
	rest, ok := strings.CutPrefix(line, name)
	return ok && (rest == "" || strings.ContainsRune("=; \t", rune(rest[0])))
}
