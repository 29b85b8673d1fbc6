package remedy

import (
	"slices"
	"strings"

	"headroom/advisor/dump"
)

// files turns the changes into files, in the order in which they are to be put
// on the server.
func (h *host) files() []File {
	h.editSysctl()
	if h.unitSeen() {
		h.editUnit(false)
	} else {
		h.editLimits()
	}
	h.editParams()
	h.editScripts()
	files := []File{}
	for i, e := range h.open {
		f := h.file(e)
		f.Instead = -1
		if e.instead {
			f.Instead = i - 1
		}
		files = append(files, f)
	}
	return files
}

// file says how to put an edited file on the server.
func (h *host) file(e *edited) File {
	kept := e.path + ".before-headroom"
	f := File{
		Path:    e.path,
		Content: e.String(),
		Rules:   e.wanted.ids(),
		Backup:  "cp -p " + e.path + " " + kept,
		Undo:    "mv " + kept + " " + e.path,
		Restart: Service,
	}
	if !e.own {
		f.Backup = "if [ -e " + e.path + " ]; then " + f.Backup + "; fi"
		f.Undo = "if [ -e " + kept + " ]; then " + f.Undo + "; else rm " + e.path + "; fi"
	}
	switch e.kind {
	case sysctlFile:
		f.Apply = "sysctl --system"
		f.Verify = "sysctl " + strings.Join(e.wanted.names(), " ")
		f.Undo += "; " + h.setBack(e.wanted)
		f.Restart = e.wanted.restart()
	case startFile:
		restart := initPath + " stop; " + initPath + " start"
		f.Apply = restart
		f.Verify = "cat /proc/$(cat " + folder(h.startup()) + "/ProcessID)/limits"
		f.Undo += "; " + restart
	case unitFile:
		unit := strings.TrimSuffix(base(folder(e.path)), ".d")
		restart := "systemctl daemon-reload && systemctl restart " + unit
		f.Backup = "mkdir -p " + folder(e.path) + "; " + f.Backup
		f.Apply = restart
		f.Verify = "systemctl show -p " + strings.Join(e.wanted.names(), ",") + " " + unit
		f.Undo += "; " + restart
	}
	if e.own && !e.whole {
		f.Apply = "change the lines of " + e.path + " by hand; " + f.Apply
	}
	return f
}

// setBack is the command that sets back what runs now, as far as the dump says
// it.
func (h *host) setBack(wanted changes) string {
	const set = "sysctl -w"
	command := set
	for _, c := range wanted {
		if value := h.running(c.name); safe(value) {
			command += " " + assignment(c.name, value)
		}
	}
	if command == set {
		return "reboot"
	}
	return command
}

// assignment sets a name on a command line.
func assignment(name, value string) string {
	if strings.Contains(value, " ") {
		return name + "='" + value + "'"
	}
	return name + "=" + value
}

// running is the value of a setting that is in force, "" where the dump does
// not say it.
func (h *host) running(name string) string {
	value := ""
	for _, s := range h.dump.Settings {
		if s.Name == name && s.Scope == dump.Running {
			value = s.Value
		}
	}
	return value
}

func (c changes) names() []string {
	var names []string
	for i := range c {
		names = append(names, c[i].name)
	}
	return names
}

// restart is what the changes cost together, by what their rules say.
func (c changes) restart() Restart {
	cost := None
	for i := range c {
		for _, ru := range c[i].rules {
			switch {
			case strings.Contains(ru.Effect, "reboot"):
				return Reboot
			case strings.Contains(ru.Effect, "restart"):
				cost = Service
			}
		}
	}
	return cost
}

// ids are the IDs of the changes' rules, each once.
func (c changes) ids() []string {
	var ids []string
	for i := range c {
		for _, ru := range c[i].rules {
			if !slices.Contains(ids, ru.ID) {
				ids = append(ids, ru.ID)
			}
		}
	}
	return ids
}
