package rule

import (
	"slices"

	"headroom/advisor/dump"
)

// freebsdRules are the rules of FreeBSD, in the order of its page.
var freebsdRules = slices.Concat(freebsdBoot, freebsdSysctl, freebsdStartup, freebsdBeyond)

// Sources that several rules rest on.
const (
	guideFreeBSD = "CommuniGate Pro Guide 5.1, Scalability, FreeBSD"
	bsdTuning    = "FreeBSD, tuning(7) (2017)"
	bsdParam     = "FreeBSD 10.4 and main, sys/kern/subr_param.c"
	bsdMbuf      = "FreeBSD main, sys/kern/kern_mbuf.c"
	bsdVMParam   = "FreeBSD main, sys/amd64/include/vmparam.h"
	bsdSocket    = "FreeBSD, sys/kern/uipc_socket.c"
	bsdTCPTimer  = "FreeBSD main, sys/netinet/tcp_timer.h"
	bsdTimeWait  = "FreeBSD, sys/netinet/tcp_timewait.c"
	bsdResource  = "FreeBSD, sys/kern/kern_resource.c"
	bsdPorts     = "FreeBSD, sys/netinet/in_pcb.c"
)

// The defaults of 64-bit FreeBSD, in bytes: sys/amd64/include/vmparam.h.
const (
	data64  = 32 << 30
	stack64 = 512 << 20
)

// freebsdBoot are the limits of the server, and what the guide sets at boot.
var freebsdBoot = []Rule{
	{
		ID: "freebsd.ulimit.nofile", OS: dump.FreeBSD, Setting: "ulimit.nofile", Releases: "4+",
		Unit: "descriptors", Direction: AtLeast, Guide: "16384", Demand: "2*C", Kind: Guide,
		Title:   "Descriptors of the server",
		Why:     "Each connection takes a socket, and most take a file as well: two descriptors for each. The kernel cuts a limit above kern.maxfilesperproc down to that.",
		Risk:    "Near the limit the server turns connections away and says so in its log.",
		Default: "Without a login class that says otherwise, kern.maxfilesperproc.",
		See:     seeServerBSD, Set: "Startup.sh; login.conf", Means: StartupLimit, Effect: "service restart", Section: "FreeBSD Startup.sh",
		Sources: []string{guideFreeBSD + ", Startup.sh", bsdResource}, Judge: judgeBSDDescriptors, allows: allowance{0, 2, "connections"},
	},
	{
		ID: "freebsd.net.inet.tcp.tcbhashsize", OS: dump.FreeBSD, Setting: "net.inet.tcp.tcbhashsize", Releases: "4+",
		Unit: "buckets", Direction: AtLeast, Guide: "16384", Demand: "C", Kind: Guide,
		Title:   "Hash table of TCP connections",
		Why:     "The guide wants the table larger than the number of sockets, and sets it in loader.conf and loader.conf.local, of which the latter is read last. It is fixed at boot.",
		Risk:    "A short table costs time in each lookup. A figure that is no power of two is not taken: releases before 10 then fall back to 512.",
		Default: "512 before FreeBSD 10; since then a quarter of kern.ipc.maxsockets, at least 512.",
		See:     "sysctl net.inet.tcp.tcbhashsize", Set: "/boot/loader.conf or /boot/loader.conf.local (the guide sets it in both)", Means: LoaderConf, Effect: "reboot", Section: "FreeBSD loader",
		Sources: []string{guideFreeBSD, "FreeBSD 9.3 and main, sys/netinet/tcp_subr.c"},
		Judge:   judgeHashSize, measure: wholeBuckets, form: powerOfTwo, stock: bucketsBySockets, most: 1 << 30, allows: allowance{0, 1, "connections"}, atBoot: true,
	},
	{
		ID: "freebsd.kern.maxdsiz", OS: dump.FreeBSD, Setting: "kern.maxdsiz", Releases: "4+",
		Unit: "bytes", Direction: AtLeast, Guide: "1073741824", Kind: Guide,
		Title:   "Data segment of a process, at most",
		Why:     "The guide's 1 GB was an increase on 32-bit systems. 64-bit FreeBSD allows 32 GiB by itself, and there the guide's line lowers it.",
		Risk:    "On 64-bit systems the server's heap ends at 1 GiB on a host with plenty of memory.",
		Default: "34359738368 (32 GiB) on amd64, 536870912 on i386.",
		See:     "sysctl kern.maxdsiz", Set: "/boot/loader.conf", Means: LoaderConf, Effect: "reboot", Section: "FreeBSD loader",
		Sources: []string{guideFreeBSD, bsdVMParam, bsdParam}, Judge: judgeSegment, stock: data64ByWidth,
	},
	{
		ID: "freebsd.kern.dfldsiz", OS: dump.FreeBSD, Setting: "kern.dfldsiz", Releases: "4+",
		Unit: "bytes", Direction: AtLeast, Guide: "1073741824", Kind: Guide,
		Title:   "Data segment of a process, at its start",
		Why:     "The soft half of the same limit. The guide's 1 GB raised it on 32-bit systems and lowers it on 64-bit ones.",
		Risk:    "On 64-bit systems the server's heap ends at 1 GiB on a host with plenty of memory.",
		Default: "34359738368 (32 GiB) on amd64, 134217728 on i386.",
		See:     "sysctl kern.dfldsiz", Set: "/boot/loader.conf", Means: LoaderConf, Effect: "reboot", Section: "FreeBSD loader",
		Sources: []string{guideFreeBSD, bsdVMParam, bsdParam}, Judge: judgeSegment, stock: data64ByWidth,
	},
	{
		ID: "freebsd.kern.maxssiz", OS: dump.FreeBSD, Setting: "kern.maxssiz", Releases: "4+",
		Unit: "bytes", Direction: AtLeast, Guide: "134217728", Kind: Guide,
		Title:   "Stack of a process, at most",
		Why:     "It is the stack of the main thread only; the others get what --DefaultStackSize says. 64-bit FreeBSD allows 512 MiB by itself, four times the guide's figure.",
		Risk:    "On 64-bit systems the guide's line lowers the default.",
		Default: "536870912 (512 MiB) on amd64, 67108864 on i386.",
		See:     "sysctl kern.maxssiz", Set: "/boot/loader.conf", Means: LoaderConf, Effect: "reboot", Section: "FreeBSD loader",
		Sources: []string{guideFreeBSD, bsdVMParam, bsdParam}, Judge: judgeSegment, stock: stack64ByWidth,
	},
	{
		ID: "freebsd.kern.ipc.nmbclusters", OS: dump.FreeBSD, Setting: "kern.ipc.nmbclusters", Releases: "4+",
		Unit: "clusters", Direction: AtLeast, Guide: "65536", Kind: Guide,
		Title:   "Network buffers",
		Why:     "Data on its way through the network lies in clusters of 2048 bytes; the guide's 65536 of them are 128 MiB. Only what is in use takes memory.",
		Risk:    "When they run out, connections stall: netstat -m then counts denied requests. Far too many crashed old releases at boot.",
		Default: "An eighth of the memory on FreeBSD 10 and later, which passes the guide's figure from about 1 GB on; some 17000 to 25000 before.",
		See:     "sysctl kern.ipc.nmbclusters; netstat -m", Set: "/boot/loader.conf", Means: LoaderConf, Effect: "reboot (raise: at once on new releases)", Section: "FreeBSD loader",
		Sources: []string{guideFreeBSD, bsdMbuf, bsdTuning}, Judge: judgeClusters, stock: clustersByMemory, measure: automaticAtZero,
	},
}

// freebsdStartup are the options that the server is started with.
var freebsdStartup = []Rule{
	{
		ID: "freebsd.startup.DefaultStackSize", OS: dump.FreeBSD, Setting: "startup.DefaultStackSize", Releases: "4+",
		Unit: "bytes", Direction: Exactly, Guide: "131072", Kind: Guide,
		Title:   "Stack of each thread",
		Why:     "The server needs 128 KB a thread. CommuniGate Pro 4.3 and later take the option.",
		Risk:    "The guide gives no smaller figure than 128 KB; a larger one costs the difference in virtual memory for every thread.",
		Default: "What the threads library gives: 2 MiB on 64-bit FreeBSD, 1 MiB on 32-bit.",
		See:     "cat /var/CommuniGate/Startup.sh", Set: "Startup.sh SUPPLPARAMS", Means: StartupParam, Effect: "service restart", Section: "FreeBSD Startup.sh",
		Sources: []string{guideFreeBSD + ", Startup.sh", "FreeBSD, lib/libthr/thread/thr_private.h"}, Judge: judgeStackOption,
	},
	{
		ID: "freebsd.startup.useNonBlockingSockets", OS: dump.FreeBSD, Setting: "startup.useNonBlockingSockets", Releases: "4+",
		Unit: "option", Direction: Present, Guide: "present", Kind: Guide,
		Title:   "Sockets that do not block",
		Why:     "The guide starts the server with this option on every Unix system. CommuniGate Pro 4.3 and later take it.",
		Risk:    "The guide names the option without saying what it does. It is part of every Startup.sh that the guide prints.",
		Default: "Not given, and the sources do not say how the server acts without it.",
		See:     "cat /var/CommuniGate/Startup.sh", Set: "Startup.sh SUPPLPARAMS", Means: StartupParam, Effect: "service restart", Section: "FreeBSD Startup.sh",
		Sources: []string{guideFreeBSD + ", Startup.sh"}, Judge: judgeOption,
	},
	{
		ID: "freebsd.startup.closeStuckSockets", OS: dump.FreeBSD, Setting: "startup.closeStuckSockets", Releases: "4+",
		Unit: "option", Direction: Present, Guide: "present", Kind: Guide,
		Title:   "Sockets that got stuck are closed",
		Why:     "The guide starts the server with this option on every Unix system. CommuniGate Pro 4.3 and later take it.",
		Risk:    "The guide names the option without saying what it does. It is part of every Startup.sh that the guide prints.",
		Default: "Not given, and the sources do not say how the server acts without it.",
		See:     "cat /var/CommuniGate/Startup.sh", Set: "Startup.sh SUPPLPARAMS", Means: StartupParam, Effect: "service restart", Section: "FreeBSD Startup.sh",
		Sources: []string{guideFreeBSD + ", Startup.sh"}, Judge: judgeOption,
	},
	{
		ID: "freebsd.startup.CreateTempFilesDirectly", OS: dump.FreeBSD, Setting: "startup.CreateTempFilesDirectly", Releases: "4+",
		Unit: "count", Direction: Exactly, Guide: "10", Kind: Guide,
		Title:   "Temporary files created directly",
		Why:     "The guide starts the server with 10 on every Unix system. CommuniGate Pro 4.3 and later take it.",
		Risk:    "The guide names the option without saying what it does. It is part of every Startup.sh that the guide prints.",
		Default: "Not given, and the sources do not say how the server acts without it.",
		See:     "cat /var/CommuniGate/Startup.sh", Set: "Startup.sh SUPPLPARAMS", Means: StartupParam, Effect: "service restart", Section: "FreeBSD Startup.sh",
		Sources: []string{guideFreeBSD + ", Startup.sh"}, Judge: judgeCountOption,
	},
}
