package remedy

import (
	"strings"

	"headroom/advisor/dump"
)

const (
	sysctlPath = "/etc/sysctl.d/90-communigate.conf"
	sysctlConf = "/etc/sysctl.conf" // read after every file of sysctl.d
)

// editSysctl writes the kernel settings: each into the pasted file that is
// applied last and would undo any other, else into a file of their own.
func (h *host) editSysctl() {
	for _, c := range h.sysctl {
		e := h.edit(h.governing(c.name, sysctlPath), sysctlFile)
		setSysctl(&e.script, c)
		e.wanted = append(e.wanted, c)
	}
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

// governing is the pasted file that sets the name after own would, or own.
func (h *host) governing(name, own string) string {
	last := own
	for _, s := range h.dump.Settings {
		if s.Name != name || s.Scope != dump.Configured {
			continue
		}
		if p := placed(s.Path); safePath(p) && appliedAfter(p, last) {
			last = p
		}
	}
	return last
}

// appliedAfter reports whether file a is applied after file b: sysctl.conf
// after every file of a .d folder, those in the order of their names.
func appliedAfter(a, b string) bool {
	if b == sysctlConf {
		return false
	}
	return a == sysctlConf || strings.HasSuffix(folder(a), ".d") && base(a) > base(b)
}

// safePath reports whether a path of the paste may name a file to write.
func safePath(p string) bool {
	const known = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789/._@-"
	return strings.HasPrefix(p, "/") && clean(p) && strings.Trim(p, known) == ""
}
