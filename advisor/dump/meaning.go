package dump

import "slices"

// A Meaning is what lines can be said to be. Only those are here that the readers
// treat differently: a line that tells its meaning itself needs nobody to say it.
type Meaning struct {
	ID      string   // short, as a command takes it: "sysctl.conf"
	Title   string   // for people, a phrase: "the file /etc/sysctl.conf"
	Systems []string // that have it

	heading string   // what stands above such lines, in a form that the readers know
	readers []string // those that know such lines; what others find in them is not understood
	serves  bool     // the lines are limits that the server runs under
}

var (
	unixes       = []string{Linux, Solaris, FreeBSD, HPUX, MacOS, OpenBSD, NetBSD, AIX}
	bsds         = []string{FreeBSD, OpenBSD, NetBSD}
	limitReaders = []string{"ulimit", "limits", "nushell", "proc-limits", "proc-rlimit", "prlimit", "plimit", "prctl", "procstat"}
	withSysctl   = []string{Linux, FreeBSD, MacOS, OpenBSD, NetBSD, Android}
)

// meanings in the order in which they are offered.
var meanings = []Meaning{
	{"sysctl-a", "what sysctl -a prints, values in force", withSysctl, "$ sysctl -ae", []string{"sysctl"}, false}, // -e: without blanks around the sign, too
	{"sysctl.conf", "the file /etc/sysctl.conf", withSysctl, "==> /etc/sysctl.conf <==", []string{"sysctl"}, false},
	{"loader.conf", "the file /boot/loader.conf", []string{FreeBSD}, "==> /boot/loader.conf <==", []string{"sysctl", "loader.conf"}, false},
	{"server-limits", "limits that the server runs under", unixes, "=== CGServer ===", limitReaders, true},
	{"ulimit-a", "what ulimit -a prints in a shell, soft limits", unixes, "$ ulimit -a", []string{"ulimit", "limits", "nushell"}, false},
	{"ulimit-Ha", "what ulimit -Ha prints in a shell, hard limits", unixes, "$ ulimit -Ha", []string{"ulimit", "limits", "nushell"}, false},
	{"ulimit-n", "the answer to ulimit -n", unixes, "$ ulimit -n", []string{"answer"}, false},
	{"limits.conf", "the file /etc/security/limits.conf", []string{Linux}, "==> /etc/security/limits.conf <==", []string{"limits.conf"}, false},
	{"login.conf", "the file /etc/login.conf", bsds, "==> /etc/login.conf <==", []string{"login.conf"}, false},
	{"launchctl-limit", "what launchctl limit prints", []string{MacOS}, "$ launchctl limit", []string{"launchctl"}, false},
	{"launchd.conf", "the file /etc/launchd.conf", []string{MacOS}, "==> /etc/launchd.conf <==", []string{"command"}, false},
	{"Startup.sh", "the file /var/CommuniGate/Startup.sh", unixes, "==> /var/CommuniGate/Startup.sh <==", []string{"command", "startup"}, false},
	{"systemd-unit", "the systemd unit of the server", []string{Linux}, "==> /etc/systemd/system/CommuniGate.service <==", []string{"systemd", "startup"}, false},
	{"etc-system", "the file /etc/system", []string{Solaris}, "==> /etc/system <==", []string{"etc-system"}, false},
	{"kctune", "what kctune prints, values in force", []string{HPUX}, "$ kctune", []string{"kctune"}, false},
	{"stand-system", "the file /stand/system", []string{HPUX}, "==> /stand/system <==", []string{"stand-system"}, false},
	{"netsh-tcp", "what netsh int ipv4 show dynamicport tcp prints", []string{Windows}, "Protocol tcp Dynamic Port Range", []string{"netsh"}, false},
	{"netsh-udp", "what netsh int ipv4 show dynamicport udp prints", []string{Windows}, "Protocol udp Dynamic Port Range", []string{"netsh"}, false},
}

// Meanings are what lines of a host can be said to be: those of its system, or
// all where that is not known.
func Meanings(os string) []Meaning {
	if os == Unknown || os == "" {
		return meanings
	}
	return slices.DeleteFunc(slices.Clone(meanings), func(m Meaning) bool { return !slices.Contains(m.Systems, os) })
}

func meaningOf(id string) *Meaning {
	for i := range meanings {
		if meanings[i].ID == id {
			return &meanings[i]
		}
	}
	return nil
}

func meaningIDs() []string {
	ids := make([]string, 0, len(meanings))
	for i := range meanings {
		ids = append(ids, meanings[i].ID)
	}
	return ids
}
