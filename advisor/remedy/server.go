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

// restart is the command that starts the server anew.
func (h *host) restart() string {
	if h.dump.Host.OS == dump.Linux && h.unitSeen() {
		return "systemctl restart " + h.unitName()
	}
	if p := initPaths[h.dump.Host.OS]; p != "" {
		return p + " stop; " + p + " start"
	}
	return restartServer
}

// withRestart adds the restart of the server to a command where the changes
// need one.
func (h *host) withRestart(command string, wanted changes) string {
	if wanted.restart() == Service {
		return command + "; " + h.restart()
	}
	return command
}

// seeServer is the command that shows what the running server got.
func (h *host) seeServer(wanted changes) string {
	home := folder(h.startup())
	if h.dump.Host.OS == dump.MacOS || h.dump.Host.OS == dump.Linux && rule.ReleaseBefore(h.dump.Host, "2.6.24") {
		return lookAtLog
	}
	if h.dump.Host.OS == dump.Linux {
		return "cat /proc/$(cat " + home + "/ProcessID)/limits"
	}
	var commands []string
	for i := range wanted {
		for _, ru := range wanted[i].rules {
			see := strings.ReplaceAll(ru.SeeOn(h.dump.Host), folder(startupPath), home)
			if strings.HasPrefix(ru.Setting, "startup.") {
				see = h.seeOptions()
			}
			if !slices.Contains(commands, see) {
				commands = append(commands, see)
			}
		}
	}
	return strings.Join(commands, "; ")
}

// seeOptions is the command that shows how the server was started. On FreeBSD
// ps takes -e for the environment, and lists no other terminal's processes.
func (h *host) seeOptions() string {
	if h.dump.Host.OS == dump.FreeBSD {
		return "ps axww | grep CGServer"
	}
	return "ps -ef | grep CGServer"
}
