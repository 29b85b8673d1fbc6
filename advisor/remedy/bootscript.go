package remedy

import "strings"

// bootScript is a script that the system runs when it starts, with commands
// that set what is to be set.
var bootScript = &kind{shared: true, fits: isBootScript, set: setCommand, steps: bootSteps}

func isBootScript(p string) bool { return base(p) == "rc.local" }

func bootSteps(h *host, e *edited, f *File) {
	inPlace(h, e, f)
	f.Apply = h.withRestart(run("sysctl -w "+assignments(e.wanted)), e.wanted)
	f.Verify = run("sysctl " + strings.Join(e.wanted.names(), " "))
	f.Undo = h.withRestart(f.Undo.then(h.setBack(e.wanted)), e.wanted)
	f.Restart = e.wanted.restart()
	byHand(h, e, f)
}

// setCommand gives a name its value in every command that sets it, or in a new
// one.
func setCommand(s *script, c change) {
	found := false
	for i := 0; i < len(s.lines); i++ {
		text, changed := replaceAssigned(s.lines[i], c)
		if !changed {
			text, changed = replaceEcho(s.lines[i], c)
		}
		if changed {
			i += s.put(i, text, c.rules)
			found = true
		}
	}
	if !found {
		s.add("sysctl -w "+assignment(c.name, c.value), c.rules)
	}
}

// replaceAssigned puts the value behind "name=" in a line. Everything else of
// the line stays.
func replaceAssigned(line string, c change) (text string, changed bool) {
	at := strings.Index(line, c.name+"=")
	if !active(line) || at < 0 || at > 0 && !strings.ContainsRune(" \t'\"<>", rune(line[at-1])) {
		return line, false
	}
	end := at + len(c.name) + 1
	after := line[end:]
	if after != "" && strings.ContainsRune("'\"", rune(after[0])) {
		if _, rest, closed := strings.Cut(after[1:], after[:1]); closed {
			return line[:at] + assignment(c.name, c.value) + rest, true
		}
	}
	rest := strings.TrimLeft(after, "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ")
	return line[:at] + assignment(c.name, c.value) + rest, true
}

// replaceEcho puts the value into a line that writes it below /proc/sys.
func replaceEcho(line string, c change) (text string, changed bool) {
	command, target, found := strings.Cut(line, ">")
	file := "/proc/sys/" + strings.ReplaceAll(c.name, ".", "/")
	if !active(line) || !found || strings.TrimSpace(target) != file || !strings.HasPrefix(strings.TrimSpace(command), "echo ") {
		return line, false
	}
	return indent(line) + "echo " + c.value + " > " + file, true
}
