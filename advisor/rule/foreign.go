package rule

import (
	"slices"
	"strings"

	"headroom/advisor/dump"
)

// Foreigners returns the first setting of each other system that the text shows: it
// counts for nothing on this host, and may be of another one. Names that several
// systems have tell nothing.
func Foreigners(d *dump.Dump) []dump.Setting {
	var found []dump.Setting
	sole := soleSystems()
	seen := []string{family(d.Host.OS)}
	for _, s := range d.Settings {
		if of := family(sole[s.Name]); of != "" && !slices.Contains(seen, of) {
			seen = append(seen, of)
			found = append(found, s)
		}
	}
	return found
}

// SystemOf is the one system whose rules know a setting of that name, "" where none
// does or several do.
func SystemOf(name string) string { return soleSystems()[name] }

// soleSystems are the systems by the names of settings that no other one has.
func soleSystems() map[string]string {
	sole := map[string]string{}
	for i := range Catalogue {
		r := &Catalogue[i]
		for _, name := range append([]string{r.Setting, r.later.Setting}, r.names...) {
			known, has := sole[name]
			switch {
			case has && known != r.OS, strings.HasPrefix(name, "ulimit."), strings.HasPrefix(name, "startup."):
				sole[name] = ""
			default:
				sole[name] = r.OS
			}
		}
	}
	return sole
}

// family is a system, or what those that share names with it are called together.
func family(os string) string {
	switch os {
	case dump.FreeBSD, dump.MacOS, dump.OpenBSD, dump.NetBSD:
		return "BSD"
	case "any":
		return ""
	}
	return os
}
