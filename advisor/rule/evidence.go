package rule

import (
	"slices"
	"strings"

	"headroom/advisor/dump"
)

// Evidence is what a verdict on one setting rests on.
type evidence struct {
	now    *dump.Setting  // what is in force
	file   *dump.Setting  // what sets it at the next start
	others []dump.Setting // readings of the same scope as now with another value
}

func (e evidence) empty() bool { return e.now == nil && e.file == nil }

// evidence gathers the settings of a rule, the best first.
func (f *Facts) evidence(r *Rule) evidence {
	if resource, ok := strings.CutPrefix(r.Setting, "ulimit."); ok {
		return f.limitEvidence(resource)
	}
	if strings.HasPrefix(r.Setting, "process.") {
		return f.controlEvidence(r)
	}
	settings := f.serving(f.all(r))
	if r.atBoot {
		settings = slices.DeleteFunc(settings, afterBoot)
	}
	return pick(settings)
}

// pick takes the last running value, which is that of the last host or moment
// in the text, and the configured one that governs.
func pick(settings []dump.Setting) evidence {
	var e evidence
	var files []dump.Setting
	for i := range settings {
		switch s := &settings[i]; s.Scope {
		case dump.Configured:
			files = append(files, *s)
		default:
			e.now = s
		}
	}
	e.file = governing(files)
	if e.now != nil {
		e.others = differing(settings, *e.now)
	}
	return e
}

// differing returns the settings of the same scope and owner as s whose value
// differs.
func differing(settings []dump.Setting, s dump.Setting) []dump.Setting {
	var others []dump.Setting
	for _, o := range settings {
		if o.Scope == s.Scope && o.Owner == s.Owner && o.Value != s.Value {
			others = append(others, o)
		}
	}
	return others
}

// governing returns the configured setting that is applied last, nil when
// there is none.
func governing(files []dump.Setting) *dump.Setting {
	if len(files) == 0 {
		return nil
	}
	slices.SortStableFunc(files, func(a, b dump.Setting) int {
		ra, rb := applied(a.Path), applied(b.Path)
		if ra != rb {
			return ra - rb
		}
		if ra == orderedByName {
			return strings.Compare(baseName(a.Path), baseName(b.Path))
		}
		return 0
	})
	return &files[len(files)-1]
}

// When a file is applied, earliest first. Files of a .d folder are taken in
// the order of their names; the text's own order decides between the rest.
const (
	unnamed       = iota // a command, or a file that the text does not name
	firstRead            // the unit file, the init script, loader.conf
	orderedByName        // sysctl.d, drop-ins, limits.d
	bootLocal            // loader.conf.local, after loader.conf
	lastRead             // sysctl.conf, Startup.sh
	atEnd                // rc.local, which ends the start of the system
)

func applied(file string) int {
	base := baseName(file)
	switch {
	case file == "":
		return unnamed
	case base == "rc.local":
		return atEnd
	case base == "loader.conf.local":
		return bootLocal
	case base == "sysctl.conf", base == "Startup.sh":
		return lastRead
	case strings.Contains(file, ".d/") && !strings.Contains(file, "init.d/") && !strings.Contains(file, "rc.d/"):
		return orderedByName
	}
	return firstRead
}

func baseName(file string) string {
	return file[strings.LastIndexByte(file, '/')+1:]
}

// serving leaves out what belongs to another unit than the mail server's. The
// unit's name is not fixed: packages call it CommuniGate or cgatepro.
func (f *Facts) serving(settings []dump.Setting) []dump.Setting {
	return slices.DeleteFunc(slices.Clone(settings), func(s dump.Setting) bool {
		return strings.HasPrefix(s.Name, "systemd.") && !oursUnit(s.Owner)
	})
}

func oursUnit(owner string) bool {
	owner = strings.ToLower(owner)
	return owner == "" || strings.Contains(owner, "communigate") || strings.Contains(owner, "cgate") || strings.Contains(owner, "cgserver")
}
