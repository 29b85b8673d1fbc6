package dump

import "strings"

// A sign tells the system from what stands in the text. Signs are the labels
// and names as they were read.
type sign struct {
	os     string
	weight int      // said: the text says so; proper: only that system has it; likely: it fits that system best; named: a word of prose names it
	all    []string // every one of these was read
	none   []string // and none of these
}

const (
	named  = 1
	likely = 10
	proper = 1000
	said   = 100000
)

// signs of all systems. Every one that holds adds its weight.
var signs = []sign{
	{Linux, proper, []string{"pending signals"}, nil},
	{Linux, proper, []string{"POSIX message queues"}, nil},
	{Linux, proper, []string{"scheduling priority"}, nil},
	{Linux, likely, []string{"file locks"}, nil},
	{Linux, proper, []string{"real-time priority"}, nil},
	{Linux, proper, []string{"rt cpu time"}, nil},
	{Linux, proper, []string{"message queue size"}, nil},
	{Linux, proper, []string{"bytes in POSIX msg queues"}, nil},
	{Linux, proper, []string{"Maximum number of pending signals"}, nil},
	{Linux, proper, []string{"Maximum bytes in POSIX message queues"}, nil},
	{Linux, proper, []string{"sigpending"}, []string{"maxnice=40"}},
	{Linux, proper, []string{"sigpend"}, nil},
	{Linux, proper, []string{"rtprio"}, nil},
	{Linux, proper, []string{"maxsignal"}, nil},
	{Linux, proper, []string{"maxmessage"}, nil},
	{Linux, proper, []string{"maxrtprio"}, []string{"maxnice=40"}},
	{Linux, proper, []string{"rt_priority"}, nil},
	{Linux, likely, []string{"filelocks"}, nil},
	{Linux, likely, []string{"pipe size=8"}, nil},
	{Linux, likely, []string{"locks", "nofiles", "process"}, nil},
	{Linux, likely, []string{"vmemoryuse", "memorylocked", "maxproc", "cputime"}, []string{"sbsize"}},
	{Linux, likely, []string{"diff of bash, line 2 or 13"}, nil},
	{Linux, proper, []string{"/proc/PID/limits"}, nil},
	{Linux, proper, []string{"prlimit"}, nil},
	{Linux, proper, []string{"limits.conf"}, nil},
	{Linux, proper, []string{"systemd"}, nil},
	{Linux, proper, []string{"free"}, nil},
	{Linux, proper, []string{"meminfo"}, nil},
	{Linux, proper, []string{"lscpu"}, nil},
	{Linux, proper, []string{"vmstat"}, nil},
	{Linux, proper, []string{"swaps of Linux"}, nil},
	{Linux, proper, []string{"top of Linux"}, nil},
	{Linux, proper, []string{"cpuinfo"}, nil},
	{Linux, proper, []string{"sockstat"}, nil},
	{Linux, proper, []string{"glibc"}, nil},
	{Linux, proper, []string{"dmesg of Linux"}, nil},
	{Linux, proper, []string{"kernel configuration of Linux"}, nil},
	{Linux, proper, []string{"keys of Linux"}, nil},
	{Linux, proper, []string{"paths of Linux"}, nil},
	{Linux, likely, []string{"words of Linux"}, nil},
	{Android, proper, []string{"maxnice=40"}, nil},
	{Android, likely, []string{"process(processes)"}, []string{"sbsize", "swap"}},

	{MacOS, likely, []string{"pipe size=1"}, []string{"socket buffer size", "stack of OpenBSD"}},
	{MacOS, proper, []string{"pipe size=1", "processes of macOS"}, []string{"socket buffer size"}},
	{OpenBSD, proper, []string{"pipe size=1", "stack of OpenBSD"}, []string{"socket buffer size"}},
	{MacOS, likely, []string{"cputime", "addressspace", "memorylocked", "maxproc"}, []string{"resident", "maxfilelocks", "sigpending", "vmemoryuse"}},
	{MacOS, likely, []string{"cputime", "memoryuse", "descriptors", "memorylocked", "maxproc"}, []string{"vmemoryuse", "sbsize", "maxlocks", "memoryrss"}},
	{MacOS, likely, []string{"locked-in-memory size", "address space", "file descriptors"}, []string{"resident set size", "file locks", "pending signals"}},
	{MacOS, proper, []string{"paths of macOS"}, nil},
	{MacOS, likely, []string{"words of macOS"}, nil},
	{Solaris, proper, []string{"pipe size=10"}, []string{"max memory size"}},
	{Solaris, proper, []string{"pipe buffer size=5120"}, nil},
	{Solaris, proper, []string{"memorysize"}, nil},
	{Solaris, proper, []string{"memory below nofiles"}, nil},
	{Solaris, likely, []string{"vmemoryuse", "descriptors", "cputime"}, []string{"memoryuse", "memorylocked", "maxproc", "sbsize", "resident", "addressspace"}},
	{Solaris, proper, []string{formatSolaris}, nil},
	{Solaris, proper, []string{"ndd of Solaris"}, nil},
	{Solaris, likely, []string{pathsSolaris}, nil},
	{Solaris, named, []string{wordsSolaris}, nil},
	{Solaris, likely, []string{"nofiles(descriptors)", "vmemory"}, []string{"time(cpu-seconds)", "lockedmem"}},
	{FreeBSD, proper, []string{"512-blocks"}, nil},
	{FreeBSD, proper, []string{"socket buffer size(bytes)", "pseudo-terminals"}, nil},
	{FreeBSD, proper, []string{"socket buffer size(bytes)", "pipe size=1"}, []string{"number of threads"}},
	{NetBSD, proper, []string{"socket buffer size(bytes)", "number of threads"}, nil},
	{FreeBSD, likely, []string{"cputime", "sbsize"}, []string{"maxthread"}},
	{NetBSD, proper, []string{"option before unit"}, nil},
	{NetBSD, proper, []string{"sbsize(bytes)"}, []string{"512-blocks"}},
	{FreeBSD, proper, []string{"paths of FreeBSD"}, nil},
	{AIX, proper, []string{"threads(per process)"}, nil},
	{AIX, proper, []string{"pipe size=64"}, nil},
	{AIX, likely, []string{"nofiles(descriptors)", "coredump(blocks)", "memory limited"}, notKsh88},
	{Windows, likely, []string{"prompt of Windows"}, nil},
	{Windows, likely, []string{"words of Windows"}, nil},
	{Windows, proper, []string{"commands of Windows"}, nil},
	{Windows, proper, []string{"registry"}, nil},
	{Windows, proper, []string{"properties of Windows"}, nil},
	{Windows, proper, []string{"systeminfo"}, nil},
	{Windows, proper, []string{"dynamic ports of netsh"}, nil},
	{Windows, proper, []string{"excluded ports of netsh"}, nil},
	{Windows, likely, []string{"globals of netsh"}, nil},
	{ZOS, proper, []string{"memory above bar"}, nil},
	{OpenBSD, proper, []string{"time(cpu-seconds)", "lockedmem(kbytes)"}, nil},
	{HPUX, proper, []string{formatHPUX}, nil},
	{HPUX, proper, []string{"ndd of HP-UX"}, nil},
	{HPUX, likely, []string{programsHPUX}, nil},
	{HPUX, likely, []string{pathsHPUX}, nil},
	{HPUX, named, []string{wordsHPUX}, nil},
	{HPUX, likely, []string{"pipe size=16"}, nil},
	{HPUX, likely, []string{"nofiles(descriptors)", "coredump(blocks)", "memory unlimited"}, notKsh88},
}

// notKsh88 are the rows that neither AIX nor HP-UX has in the table of its ksh,
// in which the two differ by the memory alone: HP-UX does not limit it.
var notKsh88 = []string{"threads(per process)", "time(cpu-seconds)", "lockedmem", "vmemory", "locked memory", "process(processes)", "memory below nofiles"}

// keyRoots tell the system by the start of a sysctl name.
var keyRoots = []struct{ root, tell string }{
	{"net.ipv4.", "keys of Linux"}, {"net.core.", "keys of Linux"}, {"kernel.", "keys of Linux"}, {"fs.", "keys of Linux"}, {"net.netfilter.", "keys of Linux"},
	{"net.ipv6.conf.", "keys of Linux"}, {"net.nf_", "keys of Linux"}, {"vm.overcommit_", "keys of Linux"}, {"vm.max_map_count", "keys of Linux"},
	{"vm.swappiness", "keys of Linux"}, {"vm.dirty_", "keys of Linux"}, {"sunrpc.", "keys of Linux"},
}

// paths tell the system by a file that a command, a heading or a comment names.
var paths = []struct{ path, tell string }{
	{"/proc/sys/", "paths of Linux"}, {"/etc/security/limits.conf", "paths of Linux"}, {"/etc/security/limits.d", "paths of Linux"}, {"/etc/sysctl.d/", "paths of Linux"},
	{"/usr/lib/sysctl.d/", "paths of Linux"}, {"/proc/self/", "paths of Linux"}, {"/proc/meminfo", "paths of Linux"}, {"/proc/cpuinfo", "paths of Linux"},
	{"/etc/systemd/", "paths of Linux"}, {"pam_limits", "paths of Linux"}, {"/etc/pam.d/", "paths of Linux"}, {"/etc/rc.d/init.d", "paths of Linux"}, {"Linux version", "words of Linux"},
	{"/limits", "paths of Linux"}, {"/var/lock/subsys", "words of Linux"}, {"/Users/", "words of macOS"}, {"Resource limits (current)", "paths of FreeBSD"},
	{"$FreeBSD", "paths of FreeBSD"}, {"freebsd.org", "word FreeBSD"}, {"/boot/loader.conf", "paths of FreeBSD"}, {"/boot/device.hints", "paths of FreeBSD"}, {"/usr/local/etc/rc.d", "paths of FreeBSD"}, {"/sys/amd64/conf", "paths of FreeBSD"}, {"/sys/i386/conf", "paths of FreeBSD"},
	{"$OpenBSD", "paths of OpenBSD"}, {"$NetBSD", "paths of NetBSD"}, {"/Library/Launch", "paths of macOS"}, {"/etc/launchd.conf", "paths of macOS"}, {"/System/Library/", "paths of macOS"},
	{" mbuf clusters in use (current", "netstat -m of FreeBSD"}, {" mbuf+clusters out of packet", "netstat -m of FreeBSD"},
}

// tell notes a sign and the line it stands on. It returns true, so that a
// reader can end with it.
func (p *page) tell(l *line, what string) bool {
	if _, seen := p.tells[what]; !seen {
		p.tells[what] = place{p.file, l.n}
	}
	return true
}

// told reports whether the sign was seen.
func (p *page) told(what string) bool {
	_, seen := p.tells[what]
	return seen
}

// tellKey notes what the name of a sysctl tells.
func (p *page) tellKey(l *line, key string) {
	if p.facts.linuxKeys || p.facts.said != nil {
		return
	}
	in := bsdSetOf(key)
	if in != 0 {
		p.tellBSD(l, in)
		return
	}
	for i := range keyRoots {
		if strings.HasPrefix(key, keyRoots[i].root) {
			p.tell(l, keyRoots[i].tell)
			p.facts.linuxKeys = keyRoots[i].tell == "keys of Linux"
			return
		}
	}
}

// tellPaths notes what the files named in s tell.
func (p *page) tellPaths(l *line, s string) {
	if len(s) > 1000 {
		s = s[:1000]
	}
	p.tellWords(l, s)
	for _, known := range paths {
		if strings.HasPrefix(s, "#") && strings.HasPrefix(known.path, "/proc/") {
			continue
		}
		if i := strings.Index(s, known.path); i >= 0 && (known.path != "/limits" || strings.HasPrefix(s[:i], "/proc/") || strings.Contains(s[:i], " /proc/")) {
			p.tell(l, known.tell)
		}
	}
}

// tellLabel notes what the label of a limit tells: itself, itself with its
// unit, and for pipes and priorities itself with the value, which differ
// between systems.
func (p *page) tellLabel(l *line, r *limitRow) {
	if r.soft.text == "not" { // supported: ksh93 names what the system lacks
		return
	}
	p.tell(l, r.label.text)
	p.tellFigure(l, r)
	switch r.label.text {
	case "pipe size", "pipe buffer size", "maxnice":
		p.tell(l, r.label.text+"="+r.soft.text)
	case "memory":
		if !noLimit.has(r.soft.text) {
			p.tell(l, "memory limited")
		} else {
			p.tell(l, "memory unlimited")
		}
	default:
		if r.words != "" && len(r.words) < 20 {
			p.tell(l, r.label.text+"("+r.words+")")
		}
		if strings.HasPrefix(r.words, "512-") {
			p.tell(l, "512-blocks")
		}
	}
}

// system weighs the signs. Where two systems weigh the same it is Unknown.
func (p *page) system() (os string, evidence []int) {
	weights := map[string]int{}
	lines := map[string][]int{}
	add := func(os string, weight, line int) {
		weights[os] += weight
		lines[os] = append(lines[os], line)
	}
	for _, list := range [][]sign{signs, bsdSigns} {
		for _, s := range list {
			if line, ok := p.holds(s); ok {
				add(s.os, s.weight, line)
			}
		}
	}
	p.weighBSD(add)
	for os, at := range p.facts.said {
		add(os, said, at.line)
	}
	best := Unknown
	for _, s := range systems {
		switch {
		case weights[s] > weights[best]:
			best = s
		case weights[s] == weights[best] && weights[s] > 0:
			return Unknown, nil
		}
	}
	return best, lines[best]
}

var systems = []string{Linux, Solaris, FreeBSD, HPUX, Windows, MacOS, OpenBSD, NetBSD, AIX, ZOS, Android}

// holds reports whether the sign was seen, and on which line of the first file.
func (p *page) holds(s sign) (line int, ok bool) {
	for _, t := range s.none {
		if _, seen := p.tells[t]; seen {
			return 0, false
		}
	}
	for _, t := range s.all {
		at, seen := p.tells[t]
		if !seen {
			return 0, false
		}
		if at.file == 0 {
			line = at.line
		}
	}
	return line, true
}
