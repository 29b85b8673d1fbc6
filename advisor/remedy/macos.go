package remedy

import (
	"slices"
	"strings"

	"headroom/advisor/rule"
)

// daemonPath is a job of launchd, which runs sysctl when macOS starts.
const daemonPath = "/Library/LaunchDaemons/headroom.sysctl.plist"

// editMacOS writes the files of a Mac.
func (h *host) editMacOS() {
	if h.beforeLaunchd() {
		h.editEach(rule.Launchd, sysctlConf, bsdSysctl, bootScript)
	} else {
		h.editEach(rule.Launchd, daemonPath, sysctlDaemon, bsdSysctl, bootScript)
	}
	h.editStartup()
}

// beforeLaunchd reports whether the host is known to run Mac OS X 10.3 or
// earlier, by the number of the product or by that of its kernel.
func (h *host) beforeLaunchd() bool {
	release := h.dump.Host.Release
	for _, old := range []string{"10.0", "10.1", "10.2", "10.3"} {
		if rest, ok := strings.CutPrefix(release, old); ok && (rest == "" || rest[0] == '.') && strings.Contains(h.dump.Host.Product, "OS") {
			return true
		}
	}
	major, _, _ := strings.Cut(release, ".")
	return slices.Contains([]string{"5", "6", "7"}, major)
}

// sysctlDaemon is a property list. Its values stand in one list of arguments,
// so that all are set in one call and in their order.
var sysctlDaemon = &kind{
	style: style{before: "<!-- ", after: " -->"},
	first: []string{
		`<?xml version="1.0" encoding="UTF-8"?>`,
		`<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">`,
	},
	frame: []string{
		`<plist version="1.0">`, `<dict>`,
		`<key>Label</key>`, `<string>headroom.sysctl</string>`,
		`<key>ProgramArguments</key>`,
		`<array>`, `<string>/usr/sbin/sysctl</string>`, `<string>-w</string>`, `</array>`,
		`<key>RunAtLoad</key>`, `<true/>`,
		`</dict>`, `</plist>`,
	},
	fits: isDaemon, set: setDaemon, steps: daemonSteps,
}

func isDaemon(p string) bool { return strings.HasSuffix(p, ".plist") }

func daemonSteps(h *host, e *edited, f *File) {
	inPlace(e, f)
	f.Apply = h.withRestart("chown root:wheel "+e.path+"; chmod 644 "+e.path+"; launchctl load -w "+e.path, e.wanted)
	f.Verify = "sysctl " + strings.Join(e.wanted.names(), " ")
	f.Undo = "launchctl unload -w " + e.path + "; " + f.Undo + "; " + h.setBack(e.wanted)
	f.Restart = e.wanted.restart()
	byHand(e, f)
}

// setDaemon gives a name its value in every argument that sets it, or in a new
// one at the end of the list of arguments.
func setDaemon(s *script, c change) {
	found := false
	for i := 0; i < len(s.lines); i++ {
		if text, changed := replaceAssigned(s.lines[i], c); changed {
			i += s.put(i, text, c.rules)
			found = true
		}
	}
	end := slices.IndexFunc(s.lines, func(l string) bool { return strings.TrimSpace(l) == "</array>" })
	if found || end < 0 {
		return
	}
	s.lines = slices.Insert(s.lines, end, "<string>"+c.name+"="+c.value+"</string>")
	s.comment(end, c.rules)
}
