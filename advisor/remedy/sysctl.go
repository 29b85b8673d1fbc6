package remedy

import (
	"strings"

	"headroom/advisor/rule"
)

const (
	sysctlPath = "/etc/sysctl.d/90-communigate.conf"
	sysctlConf = "/etc/sysctl.conf" // on Linux read after every file of sysctl.d
)

// sysctlFile holds settings of the Linux kernel.
var sysctlFile = &kind{fits: isSysctlFile, set: setSysctl, steps: sysctlSteps}

// isSysctlFile reports whether a file is one of those that hold settings of the
// kernel.
func isSysctlFile(p string) bool {
	return p == sysctlConf || strings.HasSuffix(folder(p), "/sysctl.d") && strings.HasSuffix(p, ".conf")
}

// oldSysctlFile is sysctl.conf where nothing reads a folder beside it.
var oldSysctlFile = &kind{shared: true, fits: isSysctlFile, set: setSysctl, steps: sysctlSteps}

// sysctlFolder reports whether the system reads sysctl.d. Systems with a kernel before 3.0 surely read sysctl.conf only.
func (h *host) sysctlFolder() bool { return !rule.ReleaseBefore(h.dump.Host, "3.0") }

func sysctlSteps(h *host, e *edited, f *File) {
	inPlace(h, e, f)
	f.Apply = run("sysctl -p " + e.path)
	f.Verify = run("sysctl " + strings.Join(e.wanted.names(), " "))
	f.Undo = f.Undo.then(h.setBack(e.wanted))
	f.Restart = e.wanted.restart()
	byHand(h, e, f)
}

// setSysctl gives a name its value in every line that sets it, or in a new
// one.
func setSysctl(s *script, c change) {
	found := false
	for i := 0; i < len(s.lines); i++ {
		if key, dash := sysctlKey(s.lines[i]); key == c.name {
			i += s.put(i, dash+c.name+" = "+c.value, c.rules)
			found = true
		}
	}
	if !found {
		s.add(c.name+" = "+c.value, c.rules)
	}
}

// sysctlKey is the name that a line of sysctl.conf sets, with dots between its
// parts, and the dash that has errors ignored; "" for a line that sets none.
func sysctlKey(line string) (key, dash string) {
	if !active(line) {
		return "", ""
	}
	key, _, found := strings.Cut(strings.TrimSpace(line), "=")
	if !found {
		return "", ""
	}
	key = strings.TrimSpace(key)
	if rest, ok := strings.CutPrefix(key, "-"); ok {
		key, dash = strings.TrimSpace(rest), "-"
	}
	if slash := strings.IndexByte(key, '/'); slash >= 0 && strings.IndexByte(key[:slash], '.') < 0 {
		key = strings.ReplaceAll(key, "/", ".")
	}
	return key, dash
}
