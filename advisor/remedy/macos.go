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
		h.editEach(rule.Launchd, h.named(daemonPath), sysctlDaemon, bsdSysctl, bootScript)
	}
	if len(h.asked[rule.StartupLimit]) > 0 {
		if e := h.editUlimits(); !e.own {
			h.editLimitDaemon()
		}
	}
	h.editParams()
}

// limitPath is a job of launchd that sets a limit for all that starts later.
const limitPath = "/Library/LaunchDaemons/headroom.limit.plist"

// launchdNames are what launchctl calls the resources.
var launchdNames = map[string]string{"nofile": "maxfiles", "data": "data"}

// editLimitDaemon is the alternative to a Startup.sh that nobody has seen. A job
// runs one command, so it sets one limit.
func (h *host) editLimitDaemon() {
	limits := h.asked[rule.StartupLimit]
	if len(limits) != 1 || launchdNames[limits[0].name] == "" || h.beforeLaunchd() {
		return
	}
	e := h.edit(h.named(limitPath), limitDaemon)
	e.instead = true
	e.put(limits[0])
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

// sysctlDaemon sets values of sysctl. They stand in one list of arguments, so
// that all are set in one call and in their order.
var sysctlDaemon = daemon(setDaemon, daemonSteps, "/usr/sbin/sysctl", "-w")

// limitDaemon sets one limit.
var limitDaemon = daemon(setLimit, limitSteps, "/bin/launchctl", "limit")

// daemon is a property list of a job that runs a command when macOS starts. Its
// label is the name of its file.
func daemon(set func(*script, change), steps func(*host, *edited, *File), command ...string) *kind {
	frame := func(path string) []string {
		label := argument(strings.TrimSuffix(base(path), ".plist"))
		lines := []string{`<plist version="1.0">`, `<dict>`, `<key>Label</key>`, label, `<key>ProgramArguments</key>`, `<array>`}
		for _, word := range command {
			lines = append(lines, argument(word))
		}
		return append(lines, endOfList, `<key>RunAtLoad</key>`, `<true/>`, `</dict>`, `</plist>`)
	}
	return &kind{
		style: style{before: "<!-- ", after: " -->"},
		first: []string{
			`<?xml version="1.0" encoding="UTF-8"?>`,
			`<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">`,
		},
		frame: frame,
		fits:  isDaemon, set: set, steps: steps,
	}
}

// endOfList ends the arguments of a job.
const endOfList = "</array>"

func argument(word string) string { return "<string>" + word + "</string>" }

func isDaemon(p string) bool { return strings.HasSuffix(p, ".plist") }

func daemonSteps(h *host, e *edited, f *File) {
	inPlace(h, e, f)
	f.Apply = h.withRestart(run("chown root:wheel "+e.path, "chmod 644 "+e.path, "launchctl load -w "+e.path), e.wanted)
	f.Restart = e.wanted.restart()
	f.Verify = run("sysctl " + strings.Join(e.wanted.names(), " "))
	f.Undo = h.withRestart(run("launchctl unload -w "+e.path).then(f.Undo).then(h.setBack(e.wanted)), e.wanted)
	byHand(h, e, f)
}

func limitSteps(h *host, e *edited, f *File) {
	daemonSteps(h, e, f)
	f.Verify = run("launchctl limit")
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
	if !found {
		s.addArgument(c, c.name+"="+c.value)
	}
}

// setLimit adds the words of launchctl for a limit, the soft and the hard one.
func setLimit(s *script, c change) {
	hard := c.hard
	if hard == "" {
		hard = c.value
	}
	s.addArgument(c, launchdNames[c.name], c.value, hard)
}

// addArgument adds words at the end of the list of arguments.
func (s *script) addArgument(c change, words ...string) {
	end := slices.IndexFunc(s.lines, func(l string) bool { return strings.TrimSpace(l) == endOfList })
	if end < 0 {
		return
	}
	for i, word := range words {
		s.lines = slices.Insert(s.lines, end+i, argument(word))
	}
	s.comment(end, c.rules)
}
