package remedy

import (
	"slices"
	"strconv"
	"strings"

	"headroom/advisor/dump"
	"headroom/advisor/rule"
)

// startupPath is where the init script looks for it. The server's folder may
// lie elsewhere: then the paste's own path counts.
const startupPath = "/var/CommuniGate/Startup.sh"

// startFile is Startup.sh, or the init script. It takes resource limits; what
// else stands in it is written by itself.
var startFile = &kind{shared: true, fits: isStartFile, set: setUlimit, steps: startSteps}

func isStartFile(p string) bool { return base(p) == base(startupPath) }

func startSteps(h *host, e *edited, f *File) {
	inPlace(h, e, f)
	f.Apply = h.restart()
	f.Verify = h.seeServer(e.wanted)
	f.Undo = f.Undo.then(f.Apply)
	byHand(h, e, f)
}

// editLimits writes resource limits into Startup.sh, which the init script
// reads before it starts the server. Where the paste does not say how the
// server is started, a drop-in for systemd is the alternative.
func (h *host) editLimits() {
	if len(h.asked[rule.StartupLimit]) == 0 {
		h.editUnit(false)
		return
	}
	e := h.editUlimits()
	switch {
	case h.unitSeen():
		delete(h.asked, rule.StartupLimit)
		h.editUnit(false)
	case !e.own && !h.scriptSeen() && !rule.ReleaseBefore(h.dump.Host, rule.SystemdKernel):
		h.editUnit(true)
	}
}

// scriptSeen reports whether the paste shows the init script: what a unit gives it,
// its own ulimit takes away.
func (h *host) scriptSeen() bool {
	return slices.ContainsFunc(h.dump.Settings, func(s dump.Setting) bool {
		return strings.HasPrefix(s.Name, "ulimit.") && strings.Contains(s.Path, "init.d/")
	})
}

// editUlimits writes resource limits into Startup.sh.
func (h *host) editUlimits() *edited {
	limits := h.asked[rule.StartupLimit]
	e := h.edit(h.startup(), startFile)
	for _, c := range limits {
		e.put(c)
	}
	return e
}

// editStartup writes limits and options into Startup.sh on a system that
// starts the server in no other way.
func (h *host) editStartup() {
	if len(h.asked[rule.StartupLimit]) > 0 {
		h.editUlimits()
	}
	h.editParams()
}

// editParams writes options of the server into Startup.sh.
func (h *host) editParams() {
	params := h.asked[rule.StartupParam]
	if len(params) == 0 {
		return
	}
	if command := h.commandLine(); command != "" {
		h.editCommand(command, params)
		return
	}
	e := h.edit(h.startup(), startFile)
	setParams(&e.script, params)
	e.wanted = append(e.wanted, params...)
}

// startup is the path of the pasted Startup.sh, or the usual one.
func (h *host) startup() string {
	found := startupPath
	for _, s := range h.dump.Settings {
		if base(s.Path) == base(startupPath) {
			found = placed(s.Path)
		}
	}
	return found
}

// flags are the options of ulimit by resource.
var flags = map[string]string{
	"as": "v", "core": "c", "cpu": "t", "data": "d", "fsize": "f", "memlock": "l",
	"nofile": "n", "nproc": "u", "rss": "m", "stack": "s",
}

// kilobytes are the resources that ulimit counts in units of 1024 bytes.
var kilobytes = []string{"as", "data", "memlock", "rss", "stack"}

// ulimitValue is the value as ulimit takes it.
func ulimitValue(c change) string {
	n, ok := dump.Setting{Value: c.value}.Number()
	if ok && slices.Contains(kilobytes, c.name) {
		return strconv.FormatUint((n+1023)/1024, 10)
	}
	return c.value
}

// setParams gives SUPPLPARAMS the options that are missing and the values that
// are short; its other options stay as they are.
func setParams(s *script, params changes) {
	for i := len(s.lines) - 1; i >= 0; i-- {
		before, value, after, ok := supplparams(s.lines[i])
		if !ok {
			continue
		}
		for _, c := range params {
			value = withOption(value, c)
		}
		s.put(i, before+`"`+strings.TrimSpace(value)+`"`+after, params.rules())
		return
	}
	value := "$SUPPLPARAMS"
	for _, c := range params {
		value = withOption(value, c)
	}
	s.add(`SUPPLPARAMS="`+value+`"`, params.rules())
}

// supplparams parts a line that sets SUPPLPARAMS into what stands before the
// value, the value without its quotes, and what stands after it. ok is false
// for other lines, and for a value that ends on another line or that double
// quotes would change.
func supplparams(line string) (before, value, after string, ok bool) {
	const name = "SUPPLPARAMS="
	i := strings.Index(line, name)
	if !active(line) || i < 0 || strings.Trim(strings.TrimPrefix(strings.TrimSpace(line[:i]), "export"), " \t") != "" {
		return "", "", "", false
	}
	before, rest := line[:i+len(name)], line[i+len(name):]
	if rest == "" || rest[0] != '"' && rest[0] != '\'' {
		value, after, _ = strings.Cut(rest, " ")
		if after != "" {
			after = " " + after
		}
		return before, value, after, !strings.ContainsAny(value, "\\\"'`$;&|")
	}
	value, after, closed := strings.Cut(rest[1:], rest[:1])
	if rest[0] == '\'' && strings.ContainsAny(value, "\\\"`$") {
		return "", "", "", false
	}
	return before, value, after, closed && !strings.Contains(value, "\\")
}

// withOption adds an option to a command line, or gives it its value.
func withOption(line string, c change) string {
	option, value := "--"+c.name, c.value
	if value == string(rule.Present) {
		value = ""
	}
	fields := strings.Fields(line)
	for i, f := range fields {
		name, _, joined := strings.Cut(f, "=")
		if !strings.EqualFold(name, option) {
			continue
		}
		if value == "" {
			return line
		}
		fields[i] = option + " " + value
		if !joined && i+1 < len(fields) && !strings.HasPrefix(fields[i+1], "-") {
			fields = slices.Delete(fields, i+1, i+2)
		}
		return strings.Join(fields, " ")
	}
	return strings.TrimSpace(line + " " + strings.TrimSpace(option+" "+value))
}

// rules are the rules of all changes.
func (c changes) rules() []*rule.Rule {
	var all []*rule.Rule
	for i := range c {
		all = append(all, c[i].rules...)
	}
	return all
}
