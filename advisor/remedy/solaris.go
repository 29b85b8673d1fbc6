package remedy

import (
	"strings"

	"headroom/advisor/dump"
	"headroom/advisor/rule"
)

// The files of a Solaris host. Scripts lie below /etc, where they are kept and
// found again.
const (
	etcSystem   = "/etc/system"
	nddPath     = "/etc/init.d/headroom-ndd"
	nddLink     = "/etc/rc2.d/S70headroom-ndd" // after the network, before the server
	ipadmPath   = "/etc/headroom-ipadm.sh"
	projectPath = "/etc/headroom-projmod.sh"
)

// editSolaris writes the files of a Solaris host.
func (h *host) editSolaris() {
	h.editEach(rule.EtcSystem, etcSystem, systemFile)
	h.editNdd()
	h.editOwn(rule.Ipadm, ipadmPath, ipadmScript)
	h.editOwn(rule.Project, projectPath, projectScript)
	h.editStartup()
}

// systemFile is /etc/system, which the kernel reads when it starts.
var systemFile = &kind{style: style{before: "* "}, shared: true, fits: isSystemFile, set: setKernelVariable, steps: systemSteps}

// isSystemFile reports whether a file is /etc/system, or one of the folder that
// newer releases read with it.
func isSystemFile(p string) bool { return p == etcSystem || folder(p) == etcSystem+".d" }

func systemSteps(h *host, e *edited, f *File) {
	inPlace(h, e, f)
	f.Apply = run("init 6")
	f.Undo = f.Undo.then(f.Apply)
	if e.path == etcSystem {
		f.Undo.After = "a host that does not start is started with boot -a, and " + h.copyOf(e.path) + " as the system file"
	}
	f.Verify = run(e.wanted.each(func(c change) string { return "echo " + c.name + "/D | mdb -k" })...)
	f.Restart = Reboot
	byHand(h, e, f)
}

// modules are the kernel modules that variables belong to.
var modules = map[string]string{"tcp_conn_hash_size": "tcp:", "ipcl_conn_hash_size": "ip:"}

// setKernelVariable gives a variable its value in every line that sets it, or
// in a new one.
func setKernelVariable(s *script, c change) {
	text, found := "set "+modules[c.name]+c.name+"="+c.value, false
	for i := 0; i < len(s.lines); i++ {
		if kernelVariable(s.lines[i]) == c.name {
			i += s.put(i, text, c.rules)
			found = true
		}
	}
	if !found {
		s.add(text, c.rules)
	}
}

// kernelVariable is the variable that a line of /etc/system sets, "" for a line
// that sets none.
func kernelVariable(line string) string {
	rest, ok := strings.CutPrefix(line, "set")
	name, _, sets := strings.Cut(rest, "=")
	if !ok || !sets || rest == strings.TrimLeft(rest, " \t") {
		return ""
	}
	name = strings.TrimSpace(name)
	if module := strings.LastIndexByte(name, ':'); module >= 0 {
		name = strings.TrimSpace(name[module+1:])
	}
	return name
}

// nddScript sets parameters of the TCP driver each time the system starts, as
// ndd keeps none of them.
var nddScript = &kind{first: []string{"#!/sbin/sh"}, fits: isInitScript, set: setNdd, steps: nddSteps}

// isInitScript reports whether a file is a script that runs when the system
// starts.
func isInitScript(p string) bool {
	return strings.HasPrefix(p, "/etc/init.d/") || strings.HasPrefix(p, "/etc/rc") || strings.HasSuffix(p, ".sh") && base(p) != base(startupPath)
}

// editNdd writes parameters of the TCP driver where the last command on each
// stands, which may be Startup.sh: it runs after the scripts of the system.
func (h *host) editNdd() {
	for _, c := range h.asked[rule.Ndd] {
		p, k := h.governing(c.name, h.named(nddPath), []*kind{nddScript, startFile})
		e := h.edit(p, k)
		setNdd(&e.script, c)
		e.wanted = append(e.wanted, c)
	}
}

func nddSteps(h *host, e *edited, f *File) {
	inPlace(h, e, f)
	f.Apply = run(e.wanted.each(nddCommand)...)
	f.Verify = run(e.wanted.each(nddQuestion)...)
	if e.path == h.named(nddPath) && !e.own {
		link := h.named(nddLink)
		f.Apply = run("chmod 744 "+e.path, "ln -s ../init.d/"+base(e.path)+" "+link, e.path)
		f.Undo = run("rm " + link).then(f.Undo)
	}
	f.Apply = h.withRestart(f.Apply, e.wanted)
	f.Undo = h.withRestart(f.Undo.then(h.nddBack(e.wanted)), e.wanted)
	f.Restart = e.wanted.restart()
	byHand(h, e, f)
}

func nddQuestion(c change) string { return "ndd -get /dev/tcp " + c.name }

func nddCommand(c change) string { return "ndd -set /dev/tcp " + c.name + " " + c.value }

// nddBack is the commands that set parameters of the TCP driver back.
func (h *host) nddBack(wanted changes) Step {
	return h.back(wanted, func(known changes) string { return strings.Join(known.each(nddCommand), "; ") })
}

// setNdd gives a parameter its value in every command that sets it, or in a new
// one.
func setNdd(s *script, c change) {
	found := false
	for i := 0; i < len(s.lines); i++ {
		if text, changed := replaceNdd(s.lines[i], c); changed {
			i += s.put(i, text, c.rules)
			found = true
		}
	}
	if !found {
		s.add(nddCommand(c), c.rules)
	}
}

// replaceNdd puts the value behind the parameter of a call of ndd. Everything
// else of the line stays.
func replaceNdd(line string, c change) (text string, changed bool) {
	words := strings.SplitAfter(line, " ")
	if !active(line) {
		return line, false
	}
	for i := 3; i < len(words); i++ {
		if strings.HasSuffix(strings.TrimSpace(words[i-3]), "ndd") && strings.TrimSpace(words[i-2]) == "-set" &&
			i+1 < len(words) && strings.TrimSpace(words[i]) == c.name {
			words[i+1] = c.value + strings.TrimLeft(words[i+1], "0123456789")
			changed = true
		}
	}
	return strings.Join(words, ""), changed
}

// ipadmScript sets properties of TCP, which ipadm keeps by itself.
var ipadmScript = &kind{first: []string{"#!/bin/sh"}, set: setIpadm, steps: ipadmSteps}

func ipadmSteps(h *host, e *edited, f *File) {
	names := strings.Join(e.wanted.names(), ",")
	f.Backup = run("ipadm show-prop -p " + names + " tcp > " + e.path + ".before")
	f.Apply = h.withRestart(run("sh "+e.path), e.wanted)
	f.Verify = run("ipadm show-prop -p " + names + " tcp")
	var back []string
	for _, c := range e.wanted {
		if value := h.running(c.name); safe(value) {
			back = append(back, ipadmCommand(change{name: c.name, value: value}))
		} else {
			back = append(back, "ipadm reset-prop -p "+c.name+" tcp")
		}
	}
	f.Undo = h.withRestart(run(back...), e.wanted)
	f.Restart = e.wanted.restart()
}

func ipadmCommand(c change) string { return "ipadm set-prop -p " + c.name + "=" + c.value + " tcp" }

func setIpadm(s *script, c change) { s.add(ipadmCommand(c), c.rules) }

// projectScript sets a resource control of the project in which services run.
var projectScript = &kind{
	first:   []string{"#!/bin/sh"},
	caution: "The project system is that of services; id -p tells that of a shell. All values of the control give way to the one that is set.",
	set:     setProject, steps: projectSteps,
}

func projectSteps(h *host, e *edited, f *File) {
	names := strings.Join(e.wanted.names(), ",")
	kept := "/etc/project." + h.kept()
	f.Backup = run("cp -p /etc/project " + kept)
	// A server that a shell starts is in the shell's project.
	start := run("newtask -p system "+initPaths[dump.Solaris]+" stop", "newtask -p system "+initPaths[dump.Solaris]+" start")
	f.Apply = run("sh " + e.path).then(start)
	f.Verify = run("prctl -n " + names + " `cat " + folder(h.startup()) + "/ProcessID`")
	f.Undo = run("mv " + kept + " /etc/project").then(start)
	f.Restart = Service
}

func setProject(s *script, c change) {
	s.add(`projmod -s -K "`+c.name+"=(privileged,"+c.value+`,deny)" system`, c.rules)
}
