package remedy

import (
	"strings"

	"headroom/advisor/dump"
)

// usual are where files stand that people give by name alone.
var usual = map[string]string{
	base(startupPath):   startupPath,
	base(nddconf):       nddconf,
	base(loaderConf):    loaderConf,
	"loader.conf.local": loaderConf + ".local",
	"rc.local":          "/etc/rc.local",
}

// placed is where on the server a file of the paste stands. A file that was
// given by name alone, or unpacked from a bundle, stands where its like does.
func placed(p string) string {
	name := base(p)
	switch {
	case name == base(sysctlConf):
		return sysctlConf
	case safePath(p):
		return p
	case usual[name] != "":
		return usual[name]
	}
	if i := strings.Index(p, "etc/"); i >= 0 && safePath("/"+p[i:]) {
		return "/" + p[i:]
	}
	return p
}

// governing is the pasted file of these kinds that sets the name after own
// would, or own, and its kind. Where nothing says which of the two comes last, the
// one that sets it is changed.
func (h *host) governing(name, own string, kinds []*kind) (last string, k *kind) {
	last, k = own, kinds[0]
	for _, s := range h.dump.Settings {
		if s.Name != name || s.Scope != dump.Configured {
			continue
		}
		p := placed(s.Path)
		for _, other := range kinds {
			unordered := last == own && p != own && rank(p) == early && rank(own) == early
			if other.fits(p) && safePath(p) && (unordered || appliedAfter(p, last)) {
				last, k = p, other
				break
			}
		}
	}
	return last, k
}

// When files are applied, earliest first.
const (
	early  = iota // at boot, or in no order that the system gives
	byName        // files of a .d folder, in the order of their names
	local         // loader.conf.local, after loader.conf
	late          // what is read after the other files of its kind
	atEnd         // the script that ends the start of the system
)

func rank(p string) int {
	switch name := base(p); {
	case name == "rc.local":
		return atEnd
	case name == base(loaderConf)+".local":
		return local
	case name == base(sysctlConf), name == base(startupPath):
		return late
	case strings.HasSuffix(folder(p), ".d") && !strings.HasSuffix(folder(p), "/init.d") && !strings.HasSuffix(folder(p), "/rc.d"):
		return byName
	}
	return early
}

// appliedAfter reports whether file a is applied after file b.
func appliedAfter(a, b string) bool {
	ra, rb := rank(a), rank(b)
	return ra > rb || ra == byName && rb == byName && base(a) > base(b)
}

// safePath reports whether a path of the paste may name a file to write.
func safePath(p string) bool {
	const known = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789/._@-"
	return strings.HasPrefix(p, "/") && clean(p) && strings.Trim(p, known) == ""
}

// base is the last part of a path.
func base(p string) string { return p[strings.LastIndexByte(p, '/')+1:] }

// folder is what stands before it.
func folder(p string) string { return p[:max(strings.LastIndexByte(p, '/'), 0)] }

// clean reports whether no part of a path is empty or made of dots.
func clean(p string) bool {
	for part := range strings.SplitSeq(p[1:], "/") {
		if strings.Trim(part, ".") == "" {
			return false
		}
	}
	return true
}
