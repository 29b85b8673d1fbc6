package remedy

import (
	"slices"
	"strings"

	"headroom/advisor/dump"
	"headroom/advisor/rule"
)

const (
	defaultUnit = "CommuniGate.service"
	unitFolder  = "/etc/systemd/system/"
	dropIn      = "zz-headroom.conf" // after override.conf, which systemctl edit writes
)

// unitFile is a drop-in of the systemd unit.
var unitFile = &kind{fits: isUnitFile, set: setProperty, steps: unitSteps}

// isUnitFile reports whether a file is a systemd unit, or a drop-in of one.
func isUnitFile(p string) bool {
	return strings.Contains(p, "/systemd/") && !strings.HasSuffix(folder(p), "/service.d") // which is of every service
}

func unitSteps(h *host, e *edited, f *File) {
	inPlace(h, e, f)
	unit := strings.TrimSuffix(base(folder(e.path)), ".d")
	f.Backup = run("mkdir -p " + folder(e.path)).then(f.Backup)
	f.Apply = run("systemctl daemon-reload && systemctl restart " + unit)
	f.Verify = run("systemctl show -p " + strings.Join(e.wanted.shown(), ",") + " " + unit)
	f.Undo = f.Undo.then(f.Apply)
	byHand(h, e, f)
}

// editUnit writes limits and properties of the systemd unit into a drop-in, or
// into the pasted drop-in that is applied later.
func (h *host) editUnit(instead bool) {
	wanted := changes{}
	for _, c := range h.asked[rule.StartupLimit] {
		name := "Limit" + strings.ToUpper(c.name)
		wanted.set(name, c.value, c.rules...)
		wanted[len(wanted)-1].hard = c.hard
	}
	for _, c := range h.asked[rule.Unit] {
		wanted.set(c.name, c.value, c.rules...)
	}
	own := h.named(unitFolder + h.unitName() + ".d/" + dropIn)
	for _, c := range wanted {
		p, _ := h.governing("systemd."+c.name, own, []*kind{unitFile})
		e := h.edit(p, unitFile)
		e.instead = instead
		e.put(c)
	}
}

// unitName is the unit that the paste shows for the server, or the usual one.
func (h *host) unitName() string {
	for i := len(h.dump.Settings) - 1; i >= 0; i-- {
		s := &h.dump.Settings[i]
		if strings.HasPrefix(s.Name, "systemd.") && serverUnit(s.Owner) {
			return s.Owner
		}
	}
	return defaultUnit
}

// serverUnit reports whether a name is that of a unit which runs the server.
func serverUnit(name string) bool {
	lower := strings.ToLower(name)
	return strings.HasSuffix(name, ".service") && safePath("/"+name) && base(name) == name &&
		(strings.Contains(lower, "communigate") || strings.Contains(lower, "cgate") || strings.Contains(lower, "cgserver"))
}

// unitSeen reports whether the paste shows a unit of the server.
func (h *host) unitSeen() bool {
	return slices.ContainsFunc(h.dump.Settings, func(s dump.Setting) bool {
		return (strings.HasPrefix(s.Name, "systemd.") || isUnitFile(s.Path)) && (s.Owner == "" || serverUnit(s.Owner))
	})
}

// setProperty gives a property its value in every line that sets it, or in a
// new line of the section [Service].
func setProperty(s *script, c change) {
	text, found := c.name+"="+infinity(c.value), false
	if c.hard != "" {
		text += ":" + infinity(c.hard)
	}
	for i := 0; i < len(s.lines); i++ {
		name, _, ok := strings.Cut(strings.TrimSpace(s.lines[i]), "=")
		if ok && active(s.lines[i]) && strings.TrimSpace(name) == c.name {
			i += s.put(i, text, c.rules)
			found = true
		}
	}
	if !found {
		s.addBelow("[Service]", text, c)
	}
}

// infinity writes no limit as systemd does.
func infinity(value string) string {
	if value == dump.Unlimited {
		return "infinity"
	}
	return value
}

// shown are the properties that show what changes set: systemctl prints the halves
// of a limit apart.
func (c changes) shown() []string {
	var names []string
	for i := range c {
		names = append(names, c[i].name)
		if c[i].hard != "" {
			names = append(names, c[i].name+"Soft")
		}
	}
	return names
}

// addBelow puts a line right below a heading, which is added where there is
// none.
func (s *script) addBelow(heading, text string, c change) {
	at := slices.IndexFunc(s.lines, func(l string) bool { return strings.TrimSpace(l) == heading })
	if at < 0 {
		at = len(s.lines)
		s.lines = append(s.lines, heading)
	}
	end := at + 1
	for end < len(s.lines) && !strings.HasPrefix(strings.TrimSpace(s.lines[end]), "[") {
		end++
	}
	s.lines = slices.Insert(s.lines, end, text)
	s.comment(end, c.rules)
}
