package remedy

import (
	"strings"

	"headroom/advisor/rule"
)

// loaderConf is what the boot loader of FreeBSD reads; loader.conf.local is
// read after it.
const loaderConf = "/boot/loader.conf"

// bootOnly is the setting of loader.conf that sysctl.conf cannot change: the
// table is made when the system starts.
const bootOnly = "net.inet.tcp.tcbhashsize"

// editFreeBSD writes the files of a FreeBSD host. What the boot loader sets,
// sysctl.conf may set again later.
func (h *host) editFreeBSD() {
	for _, c := range h.asked[rule.LoaderConf] {
		kinds := []*kind{loaderFile, bsdSysctl, bootScript}
		if c.name == bootOnly {
			kinds = kinds[:1]
		}
		p, k := h.governing(c.name, loaderConf, kinds)
		h.edit(p, k).put(c)
	}
	h.editEach(rule.SysctlConf, sysctlConf, bsdSysctl, bootScript)
	h.editStartup()
}

// loaderFile is loader.conf.
var loaderFile = &kind{shared: true, fits: isLoaderFile, set: setLoader, steps: loaderSteps}

func isLoaderFile(p string) bool { return strings.HasPrefix(base(p), base(loaderConf)) }

func loaderSteps(h *host, e *edited, f *File) {
	inPlace(h, e, f)
	f.Apply = run("shutdown -r now")
	f.Verify = run("sysctl " + strings.Join(e.wanted.names(), " "))
	f.Undo = f.Undo.then(f.Apply)
	f.Restart = Reboot
	byHand(h, e, f)
}

func setLoader(s *script, c change) { setKey(s, c, c.name+`="`+c.value+`"`) }

// bsdSysctl is sysctl.conf, as FreeBSD and old releases of Mac OS X read it.
var bsdSysctl = &kind{shared: true, fits: isBSDSysctl, set: setBSDSysctl, steps: bootSteps}

func isBSDSysctl(p string) bool { return p == sysctlConf }

func setBSDSysctl(s *script, c change) { setKey(s, c, c.name+"="+c.value) }

// setKey puts a line in the place of every line that sets its name, or adds it.
// A command that sets it keeps the rest of its line.
func setKey(s *script, c change, text string) {
	found := false
	for i := 0; i < len(s.lines); i++ {
		line, sets := replaceAssigned(s.lines[i], c)
		if key := bsdKey(s.lines[i]); key == c.name {
			line, sets = text, true
		} else if c.other(key) { // another name of the same variable
			line, sets = strings.Replace(text, c.name, key, 1), true
		}
		if sets {
			i += s.put(i, line, c.rules)
			found = true
		}
	}
	if !found {
		s.add(text, c.rules)
	}
}

// bsdKey is the name that a line of loader.conf or sysctl.conf sets, "" for a
// line that sets none.
func bsdKey(line string) string {
	line = strings.TrimSpace(line)
	if !active(line) {
		return ""
	}
	line = strings.TrimPrefix(line, "set ")
	if end := strings.IndexAny(line, "=:"); end >= 0 {
		return strings.TrimSpace(line[:end])
	}
	return ""
}
