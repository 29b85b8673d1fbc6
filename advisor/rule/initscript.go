package rule

import (
	"slices"
	"strings"

	"headroom/advisor/dump"
)

// ReleaseBefore reports whether a host is known to have an earlier release of
// its system than the one given; an unknown release is before nothing.
func ReleaseBefore(h dump.Host, release string) bool {
	v := hostRelease(h)
	return v.known() && v.before(parseVersion(h.OS, release))
}

// What shows the limits of the server where the usual command does not exist:
// Linux has /proc/PID/limits since 2.6.24 (proc(5)), FreeBSD has procstat -l
// since 9.1, and procfs before.
const (
	seeStartup   = "cat /var/CommuniGate/Startup.sh"
	seeServerBSD = "procstat -l `cat /var/CommuniGate/ProcessID`"
	seeProcfsBSD = "cat /proc/`cat /var/CommuniGate/ProcessID`/rlimit"
)

// SeeOn is the command that shows the rule's setting on a host.
func (r *Rule) SeeOn(h dump.Host) string {
	switch {
	case r.See == seeServer && ReleaseBefore(h, "2.6.24"):
		return seeStartup
	case r.See == seeServerBSD && ReleaseBefore(h, "9.1"):
		return seeProcfsBSD
	}
	return r.See
}

// A Start is what the units in the text start the server by.
type Start struct {
	Script  bool   // its init script, which reads Startup.sh: systemd generated the unit from it, or the unit runs it
	Command string // its program itself, which never reads Startup.sh; empty where it is the script, or not shown
}

// StartOf looks through the text for what starts the server.
func StartOf(d *dump.Dump) Start {
	shown := slices.ContainsFunc(d.Settings, func(s dump.Setting) bool {
		return strings.HasPrefix(s.Name, "systemd.") || strings.Contains(s.Path, "/systemd/")
	})
	if !shown {
		return Start{}
	}
	command := ""
	for file := range d.Names {
		for n := 1; n <= d.Lines(file); n++ {
			line := d.Line(file, n)
			if runsScript(line) {
				return Start{Script: true}
			}
			if c, ok := ServerCommand(line); ok {
				command = c
			}
		}
	}
	return Start{Command: command}
}

// ServerCommand is the command of a line of a unit that starts the server's program;
// ok is false for other lines, and for a command that cannot be written again as it
// stands.
func ServerCommand(line string) (command string, ok bool) {
	const known = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789/._@=:-+ "
	command, ok = strings.CutPrefix(strings.TrimSpace(line), "ExecStart=")
	if _, shown, found := strings.Cut(command, "argv[]="); found { // of systemctl show
		command, _, _ = strings.Cut(shown, " ;")
	}
	return command, ok && strings.Contains(command, "CGServer") && strings.Trim(command, known) == ""
}

// runsScript reports whether a line of a unit, or of what systemctl prints of
// it, names the init script of the server as what is run.
func runsScript(line string) bool {
	line = strings.TrimSpace(line)
	for _, key := range []string{"SourcePath=", "ExecStart=", "FragmentPath=", "# "} {
		value, ok := strings.CutPrefix(line, key)
		if !ok || !strings.Contains(value, "CommuniGate") {
			continue
		}
		if strings.Contains(value, "/init.d/CommuniGate") || strings.HasPrefix(value, "/run/systemd/generator") {
			return key != "# " || strings.HasPrefix(value, "/run/systemd/generator")
		}
	}
	return false
}
