package rule

import "headroom/advisor/dump"

const (
	guideMacOS    = "CommuniGate Pro Guide 5.1, Scalability, Mac OS X"
	xnuStartup    = "xnu-11417, bsd/dev/unix_startup.c"
	xnuResource   = "xnu-11417, bsd/kern/kern_resource.c"
	setWithDaemon = "sysctl / launchd"
)

// macosRules are the rules of Mac OS X and macOS, in the order of its page.
var macosRules = []Rule{
	{
		ID: "macos.ulimit.data", OS: dump.MacOS, Setting: "ulimit.data", Releases: "10.x with a finite default",
		Unit: "bytes", Direction: AtLeast, Guide: "1073741824", Kind: Guide,
		Title:   "Data segment of the server",
		Why:     "Early Mac OS X gave a process 6 MB of it, too little for more than 2,000 users, so the guide raises it to 1 GiB. Later releases set no limit, and their kernel counts all of the process's memory against one.",
		Risk:    "On current releases the guide's line ends the server at 1 GiB of addresses, thread stacks among them.",
		Default: "6144 KB on 10.4, unlimited from 10.6 on.",
		See:     "ulimit -a; launchctl limit data", Set: "Startup.sh", Means: StartupLimit, Effect: "service restart", Section: "Mac OS X",
		Sources: []string{guideMacOS, "xnu, bsd/i386/vmparam.h of 10.4 and of xnu-11417", "xnu-11417, osfmk/vm/vm_map.c"}, Judge: judgeMacData,
	},
	{
		ID: "macos.ulimit.nofile", OS: dump.MacOS, Setting: "ulimit.nofile", Releases: "all",
		Unit: "descriptors", Direction: AtLeast, Guide: "16384", Demand: "2*C", Kind: Guide,
		Title:   "Descriptors of the server",
		Why:     "Each connection takes a socket, and most take a file as well: two descriptors for each. What counts is the lesser of this limit and kern.maxfilesperproc.",
		Risk:    "Near the limit the server turns connections away and says so in its log.",
		Default: "256 soft, no hard limit.",
		See:     "launchctl limit maxfiles; ulimit -n", Set: "Startup.sh; launchd SoftResourceLimits", Means: StartupLimit, Effect: "service restart", Section: "Mac OS X",
		Sources: []string{guideMacOS, xnuResource}, Judge: judgeBSDDescriptors, allows: allowance{0, 2, "connections"},
	},
	{
		ID: "macos.kern.maxfiles", OS: dump.MacOS, Setting: "kern.maxfiles", Releases: "all",
		Unit: "open files", Direction: AtLeast, Demand: "4*C", Kind: Beyond,
		Title:   "Open files of the whole system",
		Why:     "Sockets and files of all processes count against it. It has to stay well above kern.maxfilesperproc, or one process can take every file.",
		Risk:    "When it runs out, no process can open anything.",
		Default: "12288 on early releases, 49152 for a time; today 30720 up to 8 GB of memory, and 30720 for each 4 GB from 12 GB on, up to 64 GB.",
		See:     "sysctl kern.maxfiles", Set: setWithDaemon, Means: Launchd, Effect: "at once", Section: "-",
		Sources: []string{"xnu-11417, bsd/conf/param.c", xnuStartup, derived}, stock: macFilesByMemory, most: intMost, allows: allowance{0, 4, "connections"},
	},
	{
		ID: "macos.kern.maxfilesperproc", OS: dump.MacOS, Setting: "kern.maxfilesperproc", Releases: "all",
		Unit: "descriptors", Direction: AtLeast, Guide: "16384", Demand: "2*C", Kind: Beyond,
		Title:   "Descriptors that one process may have",
		Why:     "It caps ulimit -n: up to 8 GB of memory the guide's 16384 becomes 10240 without a word.",
		Risk:    "The ulimit line of Startup.sh looks right, and the server gets less.",
		Default: "10240 on early releases and up to 8 GB of memory; from 12 GB on half of kern.maxfiles.",
		See:     "sysctl kern.maxfilesperproc", Set: setWithDaemon, Means: Launchd, Effect: "at once", Section: "-",
		Sources: []string{xnuStartup, xnuResource, derived}, stock: macProcessFilesByMemory, most: intMost, allows: allowance{0, 2, "connections"},
	},
	{
		ID: "macos.kern.num_taskthreads", OS: dump.MacOS, Setting: "kern.num_taskthreads", Releases: "all",
		Unit: "threads", Direction: AtLeast, Demand: "T+100", Kind: Beyond,
		Title:   "Threads that one process may have",
		Why:     "The server runs a thread for each connection, so it ends at this number of connections. The kernel fixes it from the memory.",
		Risk:    "With 8 GB of memory the server takes no more than about 1900 connections, whatever the other limits say.",
		Default: "2048 at 8 GB of memory, 4096 at 16 GB.",
		See:     "sysctl kern.num_taskthreads", Set: "fixed by RAM", Means: NoMeans, Effect: "-", Section: "-",
		Sources: []string{"xnu-11417, osfmk/kern/startup.c", derived}, Judge: judgeTaskThreads, allows: allowance{100, 1, "threads of the server"},
	},
	{
		ID: "macos.kern.ipc.somaxconn", OS: dump.MacOS, Setting: "kern.ipc.somaxconn", Releases: "all",
		Unit: "connections", Direction: AtLeast, Demand: "Rin*stall", Kind: Beyond,
		Title:   "Connections that wait to be accepted",
		Why:     "New connections queue here until the server accepts them. The server's own listen() caps the queue as well.",
		Risk:    "While the server is busy for a moment, connections that do not fit are dropped and come back seconds later.",
		Default: "128.",
		See:     "sysctl kern.ipc.somaxconn", Set: setWithDaemon, Means: Launchd, Effect: "service restart", Section: "-",
		Sources: []string{"xnu-11417, bsd/kern/uipc_socket.c", derived}, most: intMost, allows: allowance{0, 1, "connections waiting at once"},
	},
	{
		ID: "macos.net.inet.tcp.msl", OS: dump.MacOS, Setting: mslSetting, Releases: "all",
		Unit: "ms", Direction: Info, Kind: Beyond,
		Title:   "Half the time that a closed connection stays in TIME_WAIT",
		Why:     "TIME_WAIT lasts twice this time. The default makes it 30 s, which lies within what the guide calls safe: leave it.",
		Risk:    "Shorter, and a late packet of an old connection can disturb a new one.",
		Default: "15000.",
		See:     "sysctl net.inet.tcp.msl", Set: "sysctl", Means: Launchd, Effect: "at once", Section: "-",
		Sources: []string{"CommuniGate Pro Guide 5.1, Scalability, TIME_WAIT", "xnu-11417, bsd/netinet/tcp_timer.h"}, Judge: judgeMacLifetime,
	},
	{
		ID: "macos.net.inet.ip.portrange.first", OS: dump.MacOS, Setting: "net.inet.ip.portrange.first", Releases: "all",
		Unit: "port", Direction: AtMost, Demand: "65536-" + outgoingWaiting, Kind: Beyond,
		Title:   "First port for outgoing connections",
		Why:     "An outgoing connection takes a port from here to net.inet.ip.portrange.last and keeps it through TIME_WAIT. Incoming connections take none.",
		Risk:    "With no port left, connections to a busy smarthost fail. A range that covers a listener's port can take it before the listener starts.",
		Default: "49152: 16384 ports, which bear 546 outgoing connections a second to one address and port.",
		See:     "sysctl net.inet.ip.portrange.first net.inet.ip.portrange.last", Set: "sysctl", Means: Launchd, Effect: "at once", Section: "-",
		Sources: []string{"xnu-11417, bsd/netinet/in_pcb.c", derived}, Judge: judgeFirstPort,
	},
}
