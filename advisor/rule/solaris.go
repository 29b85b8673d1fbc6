package rule

import (
	"slices"

	"headroom/advisor/dump"
)

// solarisRules are the rules of Solaris and illumos, in the order of the page.
var solarisRules = slices.Concat(solarisSystem, solarisTCP, solarisStartup, solarisBeyond)

// Sources that several rules rest on.
const (
	guideSolarisStartup = "CommuniGate Pro Guide 5.1, Scalability, Solaris, Startup.sh"
	guideSolarisSystem  = "CommuniGate Pro Guide 5.1, Scalability, Solaris, Additions to /etc/system"
	guideSolarisNdd     = "CommuniGate Pro Guide 5.1, Scalability, Solaris, Other kernel driver options"
	manualSolaris8      = "Solaris 8 Tunable Parameters Reference Manual, 806-6779"
	manualSolaris9      = "Solaris 9 Tunable Parameters Reference Manual, 817-1759"
	manualSolaris10     = "Oracle Solaris 10 Tunable Parameters Reference Manual, 817-0404"
	manualSolaris112    = "Oracle Solaris 11.2 Tunable Parameters Reference Manual, E36845"
	manualSolaris114    = "Oracle Solaris 11.4 Tunable Parameters Reference Manual, E61034"
	illumosTCP          = "illumos-gate 1751ed2, usr/src/uts/common/inet/tcp/tcp_tunables.c"
)

// seeSolarisServer shows the limits that the running server has.
const seeSolarisServer = "plimit `cat /var/CommuniGate/ProcessID`"

// solarisSystem are the limits of Startup.sh and /etc/system.
var solarisSystem = []Rule{
	{
		ID: "solaris.ulimit.nofile", OS: dump.Solaris, Setting: "ulimit.nofile", Releases: "8-11",
		Unit: "descriptors", Direction: AtLeast, Guide: "16384", Demand: "2*C", Kind: Guide,
		Title:   "Descriptors of the server",
		Why:     "Each connection takes a socket, and most take a file as well: two descriptors for each. The guide calls up to 32768 safe.",
		Risk:    "Near the limit the server turns connections away. A limit above rlim_fd_max needs superuser rights, and the guide's own figures, 32768 here and 16384 there, clash.",
		Default: "256, from rlim_fd_cur.",
		See:     seeSolarisServer, Set: "Startup.sh", Means: StartupLimit, Effect: "service restart", Section: "Solaris Startup.sh",
		Sources: []string{guideSolarisStartup, manualSolaris10, manualSolaris114}, Judge: judgeSolarisDescriptors, allows: allowance{0, 2, "connections"},
	},
	{
		ID: "solaris.rlim_fd_cur", OS: dump.Solaris, Setting: "rlim_fd_cur", Releases: "8-11",
		Unit: "descriptors", Direction: AtLeast, Guide: "4096", Kind: Guide,
		Title:   "Descriptors that every process starts with",
		Why:     "It is the soft limit of every process on the host. The server sets its own in Startup.sh, and raises itself to the hard limit.",
		Risk:    "32-bit programs that use stdio cannot open a file beyond descriptor 255, and some older ones fail with more.",
		Default: "256; 64 before Solaris 8. Above rlim_fd_max it is cut down to that.",
		See:     "grep rlim_fd /etc/system; echo rlim_fd_cur/D | mdb -k", Set: "/etc/system", Means: EtcSystem, Effect: "reboot", Section: "Solaris /etc/system",
		Sources: []string{guideSolarisSystem, manualSolaris8, manualSolaris10, manualSolaris112}, Judge: judgeSoftForAll,
	},
	{
		ID: "solaris.rlim_fd_max", OS: dump.Solaris, Setting: "rlim_fd_max", Releases: "8-11",
		Unit: "descriptors", Direction: AtLeast, Guide: "16384", Demand: "2*C", Kind: Guide,
		Title:   "Descriptors that a process can raise itself to",
		Why:     "It is the hard limit of every process: the server raises its soft limit as far as this one.",
		Risk:    "The guide's line was written for Solaris 8. On Solaris 9 and later it lowers the limit to a quarter.",
		Default: "1024 on Solaris 8, 65536 from 9 on, 65535 from 11.4 SRU 27 on.",
		See:     "grep rlim_fd /etc/system; echo rlim_fd_max/D | mdb -k", Set: "/etc/system; 10+: rctl process.max-file-descriptor", Means: EtcSystem, Effect: "reboot", Section: "Solaris /etc/system",
		Sources: []string{guideSolarisSystem, manualSolaris8, manualSolaris9, manualSolaris114}, stock: stockHardDescriptors, allows: allowance{0, 2, "connections"},
	},
	{
		ID: "solaris.tcp_conn_hash_size", OS: dump.Solaris, Setting: "tcp_conn_hash_size", Releases: "8-9",
		Gate: Gate{Before: "10", Successor: "Solaris 10 removed it, although the guide names it for 10 too; ip:ipcl_conn_hash_size took its place and sizes itself"},
		Unit: "buckets", Direction: AtLeast, Guide: "16384", Demand: "C", Kind: Guide,
		Title:   "Hash table of TCP connections",
		Why:     "The guide wants the table larger than the number of sockets. The system rounds it up to a power of two.",
		Risk:    "With thousands of connections in a short table each packet costs a long search.",
		Default: "512, which the system's maker finds good for a few thousand connections.",
		See:     "grep tcp_conn_hash_size /etc/system", Set: "/etc/system set tcp:tcp_conn_hash_size", Means: EtcSystem, Effect: "reboot", Section: "Solaris /etc/system",
		Sources: []string{guideSolarisSystem, manualSolaris9, "Oracle Solaris 10 Tunable Parameters Reference Manual, 819-0376, change history"}, measure: roundedUp, form: nextPowerOfTwo, most: 1 << 30, Judge: judgeBuckets, allows: allowance{0, 1, "connections"},
	},
	{
		ID: "solaris.ncsize", OS: dump.Solaris, Setting: "ncsize", Releases: "8-10",
		Unit: "entries", Direction: AtMost, Guide: "2000", Kind: Guide,
		Title:   "Cache of directory names",
		Why:     "The guide lowers it to 1000 to 2000 on large systems, above all backends of a Dynamic Cluster, where the cache holds no useful part of the paths but is searched all the time.",
		Risk:    "Without that symptom a small cache costs more than a large one: every path is looked up on disk again. The system's maker tells a cache too small by dnlcstats.",
		Default: "4 x (v_proc + maxusers) + 320, and a hundredth more on later releases; on large hosts tens of thousands.",
		See:     "echo ncsize/D | mdb -k; kstat -n dnlcstats", Set: "/etc/system", Means: NoMeans, Effect: "reboot", Section: "Solaris ncsize",
		Sources: []string{"CommuniGate Pro Guide 5.1, Scalability, Solaris, ncsize", manualSolaris8, manualSolaris112}, Judge: judgeNameCache,
	},
}

// solarisStartup are the options that the server is started with.
var solarisStartup = []Rule{
	{
		ID: "solaris.startup.DefaultStackSize", OS: dump.Solaris, Setting: "startup.DefaultStackSize", Releases: "8-11",
		Unit: "bytes", Direction: Exactly, Guide: "131072", Kind: Guide,
		Title:   "Stack of each thread",
		Why:     "The server needs 128 KB a thread. CommuniGate Pro 4.3 and later take the option.",
		Risk:    "The guide gives no smaller figure than 128 KB; a larger one costs the difference in virtual memory for every thread.",
		Default: "Not given: threads get the stack that the system's library gives them.",
		See:     "cat /var/CommuniGate/Startup.sh", Set: "Startup.sh SUPPLPARAMS", Means: StartupParam, Effect: "service restart", Section: "Solaris Startup.sh",
		Sources: []string{guideSolarisStartup}, Judge: judgeStackOption,
	},
	{
		ID: "solaris.startup.useNonBlockingSockets", OS: dump.Solaris, Setting: "startup.useNonBlockingSockets", Releases: "8-11",
		Unit: "option", Direction: Present, Guide: "present", Kind: Guide,
		Title:   "Sockets that do not block",
		Why:     "The guide starts the server with this option on every Unix system. CommuniGate Pro 4.3 and later take it.",
		Risk:    "The guide names the option without saying what it does. It is part of every Startup.sh that the guide prints.",
		Default: "Not given, and the sources do not say how the server acts without it.",
		See:     "cat /var/CommuniGate/Startup.sh", Set: "Startup.sh SUPPLPARAMS", Means: StartupParam, Effect: "service restart", Section: "Solaris Startup.sh",
		Sources: []string{guideSolarisStartup}, Judge: judgeOption,
	},
	{
		ID: "solaris.startup.closeStuckSockets", OS: dump.Solaris, Setting: "startup.closeStuckSockets", Releases: "8-11",
		Unit: "option", Direction: Present, Guide: "present", Kind: Guide,
		Title:   "Sockets that got stuck are closed",
		Why:     "The guide starts the server with this option on every Unix system. CommuniGate Pro 4.3 and later take it.",
		Risk:    "The guide names the option without saying what it does. It is part of every Startup.sh that the guide prints.",
		Default: "Not given, and the sources do not say how the server acts without it.",
		See:     "cat /var/CommuniGate/Startup.sh", Set: "Startup.sh SUPPLPARAMS", Means: StartupParam, Effect: "service restart", Section: "Solaris Startup.sh",
		Sources: []string{guideSolarisStartup}, Judge: judgeOption,
	},
	{
		ID: "solaris.startup.CreateTempFilesDirectly", OS: dump.Solaris, Setting: "startup.CreateTempFilesDirectly", Releases: "8-11",
		Unit: "count", Direction: Exactly, Guide: "10", Kind: Guide,
		Title:   "Temporary files created directly",
		Why:     "The guide starts the server with 10 on every Unix system. CommuniGate Pro 4.3 and later take it.",
		Risk:    "The guide names the option without saying what it does. It is part of every Startup.sh that the guide prints.",
		Default: "Not given, and the sources do not say how the server acts without it.",
		See:     "cat /var/CommuniGate/Startup.sh", Set: "Startup.sh SUPPLPARAMS", Means: StartupParam, Effect: "service restart", Section: "Solaris Startup.sh",
		Sources: []string{guideSolarisStartup}, Judge: judgeCountOption,
	},
}
