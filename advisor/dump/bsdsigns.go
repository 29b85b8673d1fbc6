package dump

import "strings"

// bsdSigns are the signs of the BSDs, macOS, AIX and z/OS. Names of their
// sysctl are weighed by weighBSD.
var bsdSigns = []sign{
	{MacOS, proper, []string{"launchctl"}, nil},
	{MacOS, proper, []string{"property list of Apple"}, nil},
	{MacOS, proper, []string{"messages of macOS"}, nil},
	{MacOS, proper, []string{"system_profiler"}, nil},
	{MacOS, proper, []string{"vm_stat"}, nil},
	{MacOS, proper, []string{"hostinfo"}, nil},
	{MacOS, proper, []string{"top of macOS"}, nil},
	{MacOS, proper, []string{"netstat -m of macOS"}, nil},
	{MacOS, likely, []string{"host named as a Mac"}, nil},
	{MacOS, named, []string{"stock value of macos"}, nil},
	{MacOS, named, []string{"key = value of BSD"}, nil},
	{MacOS, named, []string{"processes of macOS"}, []string{"pending signals"}},
	{MacOS, likely, []string{"pipe buffer size=512", "processes of macOS"}, nil},

	{FreeBSD, named, []string{"stock value of freebsd"}, nil},
	{FreeBSD, proper, []string{"number of pseudoterminals"}, nil},
	{FreeBSD, proper, []string{"swap limit"}, nil},
	{FreeBSD, proper, []string{"swap size"}, nil},
	{FreeBSD, proper, []string{"swapuse"}, nil},
	{FreeBSD, proper, []string{"swapsize"}, nil},
	{FreeBSD, proper, []string{"rows of limits"}, nil},
	{FreeBSD, proper, []string{"data of FreeBSD", "stack of FreeBSD"}, nil},
	{FreeBSD, proper, []string{"programs of FreeBSD"}, nil},
	{FreeBSD, proper, []string{"procstat"}, nil},
	{FreeBSD, proper, []string{"netstat -m of FreeBSD"}, nil},
	{FreeBSD, proper, []string{"loader.conf"}, nil},
	{FreeBSD, proper, []string{"rc.conf of FreeBSD"}, nil},
	{FreeBSD, proper, []string{"boot messages of freebsd"}, nil},
	{FreeBSD, likely, []string{"kernel configuration of FreeBSD"}, nil},
	{FreeBSD, likely, []string{"swapinfo"}, nil},
	{FreeBSD, proper, []string{"top of FreeBSD"}, nil},
	{FreeBSD, proper, []string{"login.conf of freebsd"}, nil},

	{OpenBSD, proper, []string{"paths of OpenBSD"}, nil},
	{OpenBSD, proper, []string{"netstat -m of OpenBSD"}, nil},
	{OpenBSD, proper, []string{"boot messages of openbsd"}, nil},
	{OpenBSD, proper, []string{"login.conf of openbsd"}, nil},
	{OpenBSD, named, []string{"login.conf with -cur and -max"}, nil},
	{OpenBSD, named, []string{"stock value of openbsd"}, nil},

	{NetBSD, proper, []string{"paths of NetBSD"}, nil},
	{NetBSD, proper, []string{"boot messages of netbsd"}, nil},
	{NetBSD, named, []string{"stock value of netbsd"}, nil},
	{NetBSD, named, []string{"key = value of BSD"}, nil},

	{FreeBSD, named, []string{"word FreeBSD"}, []string{"word Linux"}},
	{OpenBSD, named, []string{"word OpenBSD"}, []string{"word Linux"}},
	{NetBSD, named, []string{"word NetBSD"}, []string{"word Linux"}},
	{MacOS, named, []string{"word macOS"}, []string{"word Linux"}},
	{AIX, named, []string{"word AIX"}, []string{"word Linux"}},
	{ZOS, named, []string{"word z/OS"}, []string{"word Linux"}},

	{AIX, proper, []string{"limits of AIX"}, nil},
	{AIX, proper, []string{"hardware of AIX"}, nil},
}

// macProcesses are the limits of processes of a user that macOS has by itself:
// two thirds of kern.maxproc.
var macProcesses = set{
	"100", "266", "532", "709", "1064", "1333", "1392", "1418", "2088", "2128", "2666", "2784", "2837", "4000", "4176", "5333", "6000", "8000", "10666",
}

// tellFigure notes what the value of a limit tells.
func (p *page) tellFigure(l *line, r *limitRow) {
	value := r.soft.text
	switch r.label.name {
	case "nproc":
		if macProcesses.has(value) {
			p.tell(l, "processes of macOS")
		}
	case "data":
		if value == "33554432" {
			p.tell(l, "data of FreeBSD")
		}
	case "stack":
		switch value {
		case "524288":
			p.tell(l, "stack of FreeBSD")
		case "4096":
			p.tell(l, "stack of OpenBSD")
		}
	case "":
		if r.label.text == "pipe buffer size" {
			p.tell(l, r.label.text+"="+value)
		}
	}
}

// bsdWords are the systems as prose names them.
var bsdWords = []struct{ word, tell string }{
	{"FreeBSD", "word FreeBSD"}, {"OpenBSD", "word OpenBSD"}, {"NetBSD", "word NetBSD"}, {"AIX", "word AIX"}, {"z/OS", "word z/OS"},
	{"macOS", "word macOS"}, {"MacOS", "word macOS"}, {"Mac OS", "word macOS"}, {"OS X", "word macOS"}, {"OSX", "word macOS"}, {"Darwin", "word macOS"},
	{"Linux", "word Linux"}, {"linux", "word Linux"}, {"Ubuntu", "word Linux"}, {"CentOS", "word Linux"}, {"Debian", "word Linux"},
}

// tellBSDWords notes which systems a line of prose names. It counts where
// nothing else tells the system and Linux is not named beside it.
func (p *page) tellBSDWords(l *line, s string) {
	if strings.IndexByte(s, 'S') < 0 && strings.IndexByte(s, 'X') < 0 && strings.IndexByte(s, 'D') < 0 && !strings.Contains(s, "inux") && !strings.Contains(s, "untu") {
		return
	}
	for _, known := range bsdWords {
		i := strings.Index(s, known.word)
		if i < 0 || i > 0 && (letter(s[i-1]) || s[i-1] == '/') {
			continue
		}
		if after := s[i+len(known.word):]; after == "" || !letter(after[0]) && after[0] != '_' && after[0] != '.' {
			p.tell(l, known.tell)
		}
	}
}

// macNames are what Macs are called.
var macNames = []string{"macbook", "imac", "mac-mini", "macmini", "mac-pro", "macpro", "mac-studio", "-mbp", "mbp-", "xserve"}

// tellHost notes what the name of a host tells.
func (p *page) tellHost(l *line, host string) {
	host = strings.ToLower(host)
	for _, name := range macNames {
		if strings.Contains(host, name) {
			p.tell(l, "host named as a Mac")
		}
	}
}
