package rule

import (
	"slices"
	"strings"

	"headroom/advisor/dump"
)

// Foreign are the settings of another system: they count for nothing on this host,
// and may be of another one.
type Foreign struct {
	System string       // a dump OS, or BSD for what FreeBSD and macOS share
	First  dump.Setting // in the text
	Count  int
}

// BSD stands for the systems that share names of sysctl with FreeBSD.
const BSD = "BSD"

// Foreigners returns what the text shows of other systems. Names that several of
// them have tell nothing.
func Foreigners(d *dump.Dump) []Foreign {
	var found []Foreign
	sole, own := soleSystems(), family(d.Host.OS)
	for _, s := range d.Settings {
		of := sole[s.Name]
		if of == "" || of == own {
			continue
		}
		i := slices.IndexFunc(found, func(f Foreign) bool { return f.System == of })
		if i < 0 {
			found = append(found, Foreign{of, s, 0})
			i = len(found) - 1
		}
		found[i].Count++
	}
	return found
}

// soleSystems are the systems by the names of settings that no other one has.
func soleSystems() map[string]string {
	sole := map[string]string{}
	for i := range Catalogue {
		r := &Catalogue[i]
		of := family(r.OS)
		for _, name := range append([]string{r.Setting, r.later.Setting}, r.names...) {
			known, has := sole[name]
			switch {
			case has && known != of, strings.HasPrefix(name, "ulimit."), strings.HasPrefix(name, "startup."):
				sole[name] = ""
			default:
				sole[name] = of
			}
		}
	}
	return sole
}

// family is a system, or what those that share names with it are called together.
func family(os string) string {
	switch os {
	case dump.FreeBSD, dump.MacOS, dump.OpenBSD, dump.NetBSD:
		return BSD
	case "any":
		return ""
	}
	return os
}
