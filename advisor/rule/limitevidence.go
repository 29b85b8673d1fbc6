package rule

import (
	"slices"
	"strings"

	"headroom/advisor/dump"
)

// A tier says whose resource limit a setting is, the best evidence first.
type tier int

const (
	ofServer  tier = iota // the process CGServer
	ofUnit                // its systemd unit
	ofStartup             // Startup.sh or the init script
	ofLogin               // limits.conf, login.conf, a profile: logins only
	ofShell               // the shell that was pasted
	ofOther               // another process
)

// tierOf places a setting of a resource limit. A process table without a name
// is taken for the server's, as that is the one asked for.
func tierOf(s dump.Setting) tier {
	switch s.Scope {
	case dump.Process:
		switch owner := strings.ToLower(s.Owner); {
		case owner == "", strings.Contains(owner, "cgserver"):
			return ofServer
		case owner == "self":
			return ofShell
		}
		return ofOther
	case dump.Configured:
		switch {
		case strings.HasPrefix(s.Name, "systemd."):
			return ofUnit
		case startsServer(s):
			return ofStartup
		}
		return ofLogin
	}
	return ofShell
}

// startsServer reports whether a file is read when the server starts: its
// Startup.sh, its init script, or a property list of launchd. A file that the text does not name is taken
// for one, as its lines are; limits.conf, login.conf and the profiles of
// shells count for logins only.
func startsServer(s dump.Setting) bool {
	if s.Path == "" {
		return !strings.HasPrefix(s.Source, "limits.conf") && !strings.HasPrefix(s.Source, "login.conf")
	}
	for _, part := range []string{"CommuniGate", "STLKCGPro", "Startup.sh", ".plist"} {
		if strings.Contains(s.Path, part) {
			return true
		}
	}
	return false
}

// limitEvidence gathers what is known of a resource limit: "nofile", or
// "nofile.hard". The server's own process is in force; unit and Startup.sh
// govern its next start, and Startup.sh has the last word where the unit runs
// the init script that reads it; logins and shells count only where nothing better is
// in the dump.
func (f *Facts) limitEvidence(resource string) evidence {
	all := f.limits(resource)
	last := func(t tier) *dump.Setting {
		return governing(slices.DeleteFunc(slices.Clone(all), func(s dump.Setting) bool { return tierOf(s) != t }))
	}
	outer, inner := ofUnit, ofStartup
	if f.script {
		outer, inner = inner, outer
	}
	e := evidence{now: last(ofServer), file: last(outer)}
	if e.file == nil {
		e.file = last(inner)
	}
	for t := ofLogin; t <= ofOther && e.empty(); t++ {
		e.now = last(t)
		if process := f.numbered(all); t == ofLogin && e.now != nil && process != nil {
			e.now = process // it may be the server; a login is surely not
		}
	}
	if e.now != nil && e.now.Scope == dump.Configured {
		e.now, e.file = nil, e.now
	}
	if e.now != nil {
		e.others = differing(all, *e.now)
	}
	return e
}

// numbered is the last limit of a process that is known by its number alone, nil
// where there is none. Process 1 is not the server.
func (f *Facts) numbered(all []dump.Setting) *dump.Setting {
	for i := len(all) - 1; i >= 0; i-- {
		s := &all[i]
		if s.Scope == dump.Process && s.Owner != "" && s.Owner != "1" && strings.Trim(s.Owner, "0123456789") == "" {
			return s
		}
	}
	return nil
}

// limits returns every statement on a resource limit, those of units and the
// hard half that ulimit -n implies among them.
func (f *Facts) limits(resource string) []dump.Setting {
	name, isHard := strings.CutSuffix(resource, ".hard")
	var all []dump.Setting
	for _, s := range f.byName["ulimit."+resource] {
		if tierOf(s) != ofLogin || s.Owner == "" || s.Owner == "*" || s.Owner == "root" {
			all = append(all, s)
		}
	}
	if isHard {
		all = append(all, f.impliedHard(name)...)
	}
	if name == "nofile" {
		all = append(all, f.controls(isHard)...)
	}
	return append(all, f.unitLimits(name, isHard)...)
}

// impliedHard returns the hard halves that commands set without saying so:
// ulimit -n sets both, ulimit -Sn does not. Recipes say both.
func (f *Facts) impliedHard(name string) []dump.Setting {
	var implied []dump.Setting
	if f.recalled {
		return nil
	}
	for _, s := range f.byName["ulimit."+name] {
		if tierOf(s) == ofStartup && !strings.Contains(f.Dump.Line(s.File, s.Line), "-S") && !f.hasHardAt(name, s) {
			s.Name += ".hard"
			implied = append(implied, s)
		}
	}
	return implied
}

func (f *Facts) hasHardAt(name string, s dump.Setting) bool {
	return slices.ContainsFunc(f.byName["ulimit."+name+".hard"], func(h dump.Setting) bool {
		beside := h.Line - s.Line // in a recipe, each half has a line of its own
		recipe := h.Source == s.Source && (s.Source == "container" || s.Source == "limits recipe")
		return h.File == s.File && (beside == 0 || recipe && -3 <= beside && beside <= 3)
	})
}

// unitLimits returns the halves that LimitNOFILE= and its like set: one value
// for both, or soft and hard. systemctl show prints the soft half as
// LimitNOFILESoft, and without it says nothing of it.
func (f *Facts) unitLimits(name string, isHard bool) []dump.Setting {
	property := "systemd.Limit" + strings.ToUpper(name)
	var halves []dump.Setting
	for _, s := range f.serving(f.byName[property]) {
		if s.Hard && !isHard {
			continue
		}
		soft, hard := unitHalves(s.Value)
		s.Value = soft
		if isHard {
			s.Value = hard
		}
		s.Scope = dump.Configured
		halves = append(halves, s)
	}
	if shown := f.serving(f.byName[property+"Soft"]); len(shown) > 0 && !isHard {
		s := shown[len(shown)-1]
		s.Scope = dump.Configured
		return append(halves, s)
	}
	return halves
}

// unitHalves splits the value of LimitNOFILE= into soft and hard.
func unitHalves(value string) (soft, hard string) {
	halves := strings.FieldsFunc(value, func(r rune) bool { return r == ' ' || r == ':' })
	if len(halves) == 2 {
		return halves[0], halves[1]
	}
	return value, value
}

// hardBeside returns the hard limit that belongs to a soft one.
func (f *Facts) hardBeside(soft dump.Setting) (n uint64, ok bool) {
	resource := strings.TrimPrefix(soft.Name, "ulimit.")
	if strings.HasPrefix(soft.Name, "systemd.") {
		resource = strings.ToLower(strings.TrimSuffix(strings.TrimPrefix(soft.Name, "systemd.Limit"), "Soft"))
	}
	for _, h := range f.limits(resource + ".hard") {
		if tierOf(h) == tierOf(soft) && h.Owner == soft.Owner && h.Session == soft.Session && h.File == soft.File {
			n, ok = numberOf(h)
		}
	}
	return n, ok
}
