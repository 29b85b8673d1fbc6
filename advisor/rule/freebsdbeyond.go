package rule

import "headroom/advisor/dump"

// freebsdBeyond are limits of FreeBSD that the guide does not name.
var freebsdBeyond = []Rule{
	{
		ID: "freebsd.kern.threads.max_threads_per_proc", OS: dump.FreeBSD, Setting: "kern.threads.max_threads_per_proc", Releases: "5+",
		Gate: Gate{From: "5", Successor: "the threads of FreeBSD 4 live inside their process, where only memory bounds them"},
		Unit: "threads", Direction: AtLeast, Demand: "T+100", Kind: Beyond,
		Title:   "Threads that one process may have",
		Why:     "The server runs a thread for each connection, so it ends at this number of connections. kern.threads.max_threads_hits counts how often a process met it. The guide misses it.",
		Risk:    "At the default the server takes no more than about 1400 connections, whatever the other limits say.",
		Default: "1500; far less on early releases of FreeBSD 5.",
		See:     "sysctl kern.threads.max_threads_per_proc kern.threads.max_threads_hits", Set: "sysctl.conf", Means: SysctlConf, Effect: "at once", Section: "-",
		Sources: []string{"FreeBSD, sys/kern/kern_thr.c", "e2guardian/e2guardian, issue 231", derived}, Judge: judgeThreadsOfProcess, most: intMost, allows: allowance{100, 1, "threads of the server"},
	},
	{
		ID: "freebsd.net.inet.ip.portrange.first", OS: dump.FreeBSD, Setting: "net.inet.ip.portrange.first", Releases: "5+",
		Unit: "port", Direction: AtMost, Demand: "65536-" + outgoingWaiting, Kind: Beyond,
		Title:   "First port for outgoing connections",
		Why:     "An outgoing connection takes a port from here to net.inet.ip.portrange.last and keeps it through TIME_WAIT. Incoming connections take none.",
		Risk:    "With no port left, connections to a busy smarthost fail. A range that covers a listener's port can take it before the listener starts.",
		Default: "10000; 49152 in some releases, 1024 in old ones.",
		See:     "sysctl net.inet.ip.portrange.first net.inet.ip.portrange.last", Set: "sysctl.conf", Means: SysctlConf, Effect: "at once", Section: "-",
		Sources: []string{bsdPorts, bsdTuning, derived}, Judge: judgeFirstPort,
	},
	{
		ID: "freebsd.kern.ipc.maxsockets", OS: dump.FreeBSD, Setting: "kern.ipc.maxsockets", Releases: "5+",
		Unit: "sockets", Direction: AtLeast, Demand: "C+" + closedWaiting, Kind: Beyond,
		Title:   "Sockets of the whole system",
		Why:     "Connections and, since FreeBSD 14, those in TIME_WAIT count against it. A running kernel only raises it, and not above kern.maxfiles.",
		Risk:    "At the limit no connection is made or accepted, and the kernel log says so.",
		Default: "From the host's memory; at least kern.maxfiles.",
		See:     "sysctl kern.ipc.maxsockets kern.ipc.numopensockets", Set: "loader.conf; sysctl.conf (raise only)", Means: SysctlConf, Effect: "at once", Section: "-",
		Sources: []string{bsdSocket, derived}, Judge: judgeSockets, most: intMost, allows: allowance{0, 1, "connections"},
	},
	{
		ID: "freebsd.net.inet.tcp.maxtcptw", OS: dump.FreeBSD, Setting: "net.inet.tcp.maxtcptw", Releases: "6-13",
		Gate: Gate{From: "6", Before: "14", Successor: "sockets in TIME_WAIT count against kern.ipc.maxsockets there"},
		Unit: "sockets", Direction: AtLeast, Demand: closedWaiting, Kind: Beyond,
		Title:   "Sockets in TIME_WAIT, at most",
		Why:     "Each connection that this host closes first stays in TIME_WAIT for twice net.inet.tcp.msl. Above this number the kernel drops the oldest at once.",
		Risk:    "Without TIME_WAIT a late packet of an old connection can disturb a new one on the same ports.",
		Default: "A fifth of kern.ipc.maxsockets, or half the port range where that is less; gone since FreeBSD 14.",
		See:     "sysctl net.inet.tcp.maxtcptw", Set: "sysctl.conf", Means: SysctlConf, Effect: "at once", Section: "-",
		Sources: []string{"FreeBSD before 14, tcp(4)", bsdTimeWait, derived}, most: intMost,
	},
}
