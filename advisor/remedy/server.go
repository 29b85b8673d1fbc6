package remedy

import (
	"slices"
	"strings"

	"headroom/advisor/dump"
	"headroom/advisor/rule"
)

// initPaths are the scripts by which the vendor's packages start the server.
var initPaths = map[string]string{
	dump.Linux:   "/etc/init.d/CommuniGate",
	dump.Solaris: "/etc/init.d/STLKCGPro.init",
	dump.FreeBSD: "/usr/local/etc/rc.d/CommuniGate.sh",
}

// restart starts the server anew.
func (h *host) restart() Step {
	if h.dump.Host.OS == dump.Linux && h.unitSeen() {
		return run("systemctl restart " + h.unitName())
	}
	if p := initPaths[h.dump.Host.OS]; p != "" {
		return run(p+" stop", p+" start")
	}
	return Step{After: "stop and start CommuniGate Pro"}
}

// withRestart adds the restart of the server to a step where the changes need
// one.
func (h *host) withRestart(s Step, wanted changes) Step {
	if wanted.restart() == Service {
		return s.then(h.restart())
	}
	return s
}

// seeServer shows what the running server got.
func (h *host) seeServer(wanted changes) Step {
	var commands []string
	looked := false
	for i := range wanted {
		for _, ru := range wanted[i].rules {
			switch see := h.seeOne(ru); {
			case see == "":
				looked = true
			case !slices.Contains(commands, see):
				commands = append(commands, see)
			}
		}
	}
	step := run(commands...)
	if looked {
		step.After = "look in the log of CommuniGate Pro for the limit that it got when it started"
	}
	return step
}

// seeOne is the command that shows a setting of the running server, "" where only
// the server's own log tells it.
func (h *host) seeOne(ru *rule.Rule) string {
	home := folder(h.startup())
	pid := "`cat " + home + "/ProcessID`"
	switch {
	case strings.HasPrefix(ru.Setting, "startup."):
		return h.seeOptions()
	case ru.Means == rule.InitScript:
		return "tr '\\0' '\\n' < /proc/" + pid + "/environ | grep " + ru.Setting
	case h.dump.Host.OS == dump.MacOS, h.dump.Host.OS == dump.Linux && rule.ReleaseBefore(h.dump.Host, "2.6.24"):
		return ""
	case h.dump.Host.OS == dump.Linux:
		return "cat /proc/" + pid + "/limits"
	}
	return strings.ReplaceAll(ru.SeeOn(h.dump.Host), folder(startupPath), home)
}

// seeOptions is the command that shows how the server was started. On FreeBSD
// ps takes -e for the environment, and lists no other terminal's processes.
func (h *host) seeOptions() string {
	if h.dump.Host.OS == dump.FreeBSD {
		return "ps axww | grep CGServer"
	}
	return "ps -ef | grep CGServer"
}
