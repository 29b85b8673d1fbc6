package remedy

import (
	"slices"
	"strconv"
	"strings"

	"headroom/advisor/dump"
	"headroom/advisor/rule"
)

// The files of a Windows host, which need no place of their own.
const (
	regPath   = "headroom.reg"
	netshPath = "headroom-netsh.cmd"
)

// tcpip is the registry key of the parameters of TCP/IP.
const tcpip = `SYSTEM\CurrentControlSet\Services\Tcpip\Parameters`

// editWindows writes the files of a Windows host.
func (h *host) editWindows() {
	k := regFile
	if strings.HasPrefix(h.dump.Host.Release, "4.") {
		k = oldRegFile
	}
	h.editOwn(rule.Registry, regPath, k)
	h.editOwn(rule.Netsh, netshPath, netshScript)
}

// regFile is a file for the registry editor of Windows 2000 and later, and
// oldRegFile for that of NT 4 before it.
var (
	regFile    = regKind("Windows Registry Editor Version 5.00")
	oldRegFile = regKind("REGEDIT4")
)

func regKind(version string) *kind {
	return &kind{
		style: style{before: "; ", end: "\r\n"},
		first: []string{version, ""},
		frame: func(string) []string { return []string{"", `[HKEY_LOCAL_MACHINE\` + tcpip + `]`} },
		set:   setRegistry, steps: regSteps,
	}
}

func regSteps(h *host, e *edited, f *File) {
	const key = `"HKLM\` + tcpip + `"`
	kept := h.kept() + ".reg"
	const restart = "restart Windows"
	f.Backup = run("reg export " + key + " " + kept)
	f.Apply = Step{"save it unchanged as " + e.path + ", with CR LF at the ends of its lines", "regedit /s " + e.path, restart}
	f.Verify = run("reg query " + key)
	gone := e.wanted.each(func(c change) string { return "reg delete " + key + " /v " + c.name + " /f" })
	f.Undo = Step{Commands: strings.Join(append(gone, "reg import "+kept), " & "), After: restart}
	f.Restart = Reboot
}

// setRegistry adds a value of the type REG_DWORD: eight digits to the base 16; a
// dash deletes it.
func setRegistry(s *script, c change) {
	if c.value == dump.Absent {
		s.add(`"`+c.name+`"=-`, c.rules)
		return
	}
	n, ok := dump.Setting{Value: c.value}.Number()
	if !ok || n > 1<<32-1 {
		return
	}
	digits := strconv.FormatUint(n, 16)
	s.add(`"`+c.name+`"=dword:`+strings.Repeat("0", 8-len(digits))+digits, c.rules)
}

// netshScript sets the ranges of dynamic ports, which Windows keeps.
var netshScript = &kind{
	style: style{before: "rem ", end: "\r\n"}, first: []string{"@echo off"},
	set: setPorts, steps: netshSteps,
}

func netshSteps(h *host, e *edited, f *File) {
	var show, back []string
	for _, c := range e.wanted {
		protocol := strings.TrimPrefix(c.name, "dynamicport.")
		show = append(show, "netsh int ipv4 show dynamicport "+protocol)
		if value := h.running(c.name); safe(value) {
			back = append(back, netshCommand(change{name: c.name, value: value}))
		}
	}
	f.Backup = run("(" + strings.Join(show, " & ") + ") > " + h.kept() + ".txt")
	f.Apply = run(e.path)
	f.Verify = run(strings.Join(show, " & "))
	f.Undo = run(strings.Join(back, " & "))
	if len(back) < len(show) {
		f.Undo = Step{Before: "set the ranges of dynamic ports back to the figures of " + h.kept() + ".txt"}
	}
	f.Restart = e.wanted.restart()
}

// netshCommand sets a range, whose value is its start and its count.
func netshCommand(c change) string {
	start, count, _ := strings.Cut(c.value, " ")
	return "netsh int ipv4 set dynamicport " + strings.TrimPrefix(c.name, "dynamicport.") + " start=" + start + " num=" + count
}

func setPorts(s *script, c change) {
	i := slices.Index(s.lines, netshCommand(c))
	if i < 0 {
		s.add(netshCommand(c), c.rules)
	}
}
