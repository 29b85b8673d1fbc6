package rule

import (
	"strings"

	"headroom/advisor/dump"
)

// settle judges what is in force beside what is configured. The value in force
// wins; where the two differ in verdict, the finding is a review that says
// which way it goes: lost at the next start, or not applied yet.
func (f *Facts) settle(r *Rule, e evidence) Finding {
	now, file := f.weigh(r, *e.now, e), f.weigh(r, *e.file, evidence{now: e.now, file: e.file})
	c := now
	c.cite(*e.file)
	switch was, will := gravity(now.Verdict), gravity(file.Verdict); {
	case file.lowerStock && was <= will:
		c.Verdict, c.Ask, c.Message = Review, file.Ask, file.Message
	case was < will, was == 0 && will == 0 && f.lowers(r, e):
		c.Verdict = Review
		if c.ask(c.held); file.Ask != "" {
			c.Ask = file.Ask
		}
		c.say(msgLost, "file", where(*e.file), "set", e.file.Value)
	case was > will:
		c.Verdict, c.Ask = Review, ""
		c.say(msgNotApplied, "file", where(*e.file), "set", e.file.Value, "apply", f.apply(r, e.file.Path))
	case e.now.Value != e.file.Value:
		c.say(msgDiffers, "file", where(*e.file), "set", e.file.Value)
		if c.Ask == e.file.Value { // it is set already
			c.Ask = ""
		}
	}
	if e.file.Owner != "" {
		c.Owner = e.file.Owner
	}
	return c.Finding
}

// gravity orders verdicts by how bad they are.
func gravity(v Verdict) int {
	switch v {
	case Fix:
		return 2
	case Review:
		return 1
	}
	return 0
}

// lowers reports whether the file sets a worse number than is in force.
func (f *Facts) lowers(r *Rule, e evidence) bool {
	if r.Direction != AtLeast && r.Direction != AtMost {
		return false
	}
	now, ok := r.number(*e.now)
	set, ok2 := r.number(*e.file)
	return ok && ok2 && !r.better(set, now)
}

// apply is the command that brings a configured value into force.
func (f *Facts) apply(r *Rule, path string) string {
	switch {
	case r.Means == Sysctl && baseName(path) == "rc.local":
		return "a reboot"
	case r.OS == dump.Linux && r.Means == Sysctl && ReleaseBefore(f.Dump.Host, "3.0"):
		return strings.TrimSpace("sysctl -p " + path)
	case r.OS == dump.Linux && r.Means == Sysctl:
		return "sysctl --system"
	case r.Means == SysctlConf && ReleaseBefore(f.Dump.Host, "5"):
		return "a reboot"
	case r.Means == SysctlConf: // service(8) came with 7.3, the script with 5.0
		return "/etc/rc.d/sysctl restart"
	case r.Means == LoaderConf, r.Means == Launchd:
		return "a reboot"
	case r.Means == Registry:
		return "an import of that file and a reboot"
	case r.Means == EtcSystem:
		return "a reboot"
	case r.Means == Ndd && path != "":
		return "a run of that script"
	case r.Means == Ndd:
		return "that command"
	case r.Means == Nddconf:
		return "ndd -c"
	case r.Means == Kctune:
		return "a reboot, on 11i v1 after a rebuild of the kernel,"
	case r.Means == Project:
		return "a restart of the service in its project"
	case r.Means == Unit:
		return "systemctl daemon-reload, then a restart of the service"
	case r.Means == StartupLimit, r.Means == StartupParam, r.Means == InitScript:
		return "a restart of the service"
	}
	return r.Set
}
