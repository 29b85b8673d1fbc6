package remedy

import (
	"slices"
	"strings"

	"headroom/advisor/dump"
	"headroom/advisor/rule"
)

// A kind is one sort of file: how a new one is written, and how it is put to
// use and taken back.
type kind struct {
	style   style
	first   []string                   // the first lines of a new file
	shared  bool                       // other programs have lines in it, too
	caution string                     // a remark at its head, where people have to take care
	frame   func(path string) []string // the lines around what is set
	fits    func(path string) bool     // whether a pasted file is of this sort
	set     func(s *script, c change)
	steps   func(h *host, e *edited, f *File)
}

// editEach writes the settings of one means: each into the pasted file that is
// applied last and would undo any other, else into a file of their own. The
// first kind is that of their own; the others may set the same.
func (h *host) editEach(means rule.Means, own string, kinds ...*kind) {
	for _, c := range h.asked[means] {
		p, k := h.governing(c.name, own, kinds)
		h.edit(p, k).put(c)
	}
}

// editOwn writes the settings of one means into a file of their own, which is
// run once and holds what the system keeps by itself.
func (h *host) editOwn(means rule.Means, own string, k *kind) {
	for _, c := range h.asked[means] {
		h.edit(h.named(own), k).put(c)
	}
}

// file says how to put an edited file on the server.
func (h *host) file(e *edited) File {
	f := File{Path: e.path, Content: e.String(), Rules: e.wanted.ids(), Restart: Service}
	if e.whole {
		f.Before = strings.Join(e.before, "\n") + "\n"
	}
	e.kind.steps(h, e, &f)
	return f
}

// inPlace says how to keep a file that has a place of its own, and how to put
// back what was there.
func inPlace(h *host, e *edited, f *File) {
	kept := h.copyOf(e.path)
	keep, back := "cp -p "+e.path+" "+kept, "mv "+kept+" "+e.path
	switch {
	case e.own:
		f.Backup, f.Undo = run(keep), run(back)
	case h.option != "" && !e.kind.shared: // nobody else has a file of that name
		f.Undo = run("rm " + e.path)
	case e.kind.shared:
		f.Backup = run("test -f " + e.path + " && " + keep)
		f.Undo = run("test -f " + kept + " && " + back + " || echo take the lines of Headroom out of " + e.path + " again")
	default:
		f.Backup = run("test -f " + e.path + " && " + keep)
		f.Undo = run("test -f " + kept + " && " + back + " || rm " + e.path)
	}
}

// copyOf is where a file is kept. The kernel of Solaris reads whatever lies in
// system.d.
func (h *host) copyOf(path string) string {
	if rest, ok := strings.CutPrefix(path, etcSystem+".d/"); ok {
		path = "/etc/" + rest
	}
	return path + "." + h.kept()
}

// setBack sets settings of the kernel back.
func (h *host) setBack(wanted changes) Step {
	return h.back(wanted, func(known changes) string { return "sysctl -w " + assignments(known) })
}

// back is what sets each change back to the value that runs now: a command for
// those whose value the dump says, and for the others a reboot.
func (h *host) back(wanted changes, command func(known changes) string) Step {
	var known, unknown changes
	for _, c := range wanted {
		if value := h.running(c.name); safe(value) {
			known = append(known, change{name: c.name, value: value})
		} else {
			unknown = append(unknown, c)
		}
	}
	var step Step
	if len(known) > 0 {
		step = run(command(known))
	}
	if len(unknown) > 0 {
		step.After = "a reboot sets back " + strings.Join(unknown.names(), ", ")
	}
	return step
}

// assignment sets a name on a command line.
func assignment(name, value string) string {
	if strings.Contains(value, " ") {
		return name + "='" + value + "'"
	}
	return name + "=" + value
}

// assignments sets the changes on one command line.
func assignments(wanted changes) string {
	return strings.Join(wanted.each(func(c change) string { return assignment(c.name, c.value) }), " ")
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
	return c.each(func(c change) string { return c.name })
}

// each is what text makes of each change.
func (c changes) each(text func(change) string) []string {
	var all []string
	for i := range c {
		all = append(all, text(c[i]))
	}
	return all
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
