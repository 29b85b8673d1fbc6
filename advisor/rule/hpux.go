package rule

import "headroom/advisor/dump"

// Sources that several rules rest on.
const (
	guideHPUX  = "CommuniGate Pro Guide 5.1, Scalability, HP-UX"
	manualHPUX = "HP-UX 11i v3 Reference, February 2007, "
	paperHP    = "HP-UX TCP/IP Performance White Paper, March 2008"
)

const (
	setKctune       = "kctune (11i v3) / kmtune"
	effectRebuild   = "11i v3: at once; older: kernel rebuild and reboot"
	effectProcesses = "11i v3: new processes only; older: kernel rebuild and reboot"
	setNddconf      = "ndd; /etc/rc.config.d/nddconf"
)

// seeTunable is the command that shows a tunable on every release.
func seeTunable(name string) string {
	return "kctune " + name + ", or kmtune -q " + name + " on 11i v1"
}

// hpuxRules are the rules of HP-UX, in the order of its page.
var hpuxRules = []Rule{
	{
		ID: "hpux.maxfiles", OS: dump.HPUX, Setting: "maxfiles", Releases: "11",
		Unit: "descriptors", Direction: AtLeast, Guide: "4096", Kind: Guide,
		Title:   "Descriptors that a process starts with",
		Why:     "It is the soft limit of every process. The server raises itself to the hard one, maxfiles_lim.",
		Risk:    "A program that does not raise itself ends there. Above maxfiles_lim it cannot be set.",
		Default: "2048 on 11i v3, 512 with less than 1 GB of memory; 60 in older kernels. HP's manual page for 11i v3 calls it static: a change then waits for a reboot.",
		See:     seeTunable("maxfiles"), Set: "kctune / kmtune", Means: Kctune, Effect: effectRebuild, Section: "HP-UX",
		Sources: []string{guideHPUX, manualHPUX + "maxfiles(5)"}, most: 1048576, Judge: judgeSoftFiles,
	},
	{
		ID: "hpux.maxfiles_lim", OS: dump.HPUX, Setting: "maxfiles_lim", Releases: "11",
		Unit: "descriptors", Direction: AtLeast, Guide: "32768", Demand: "2*C", Kind: Guide,
		Title:   "Descriptors that a process can raise itself to",
		Why:     "Each connection takes a socket, and most take a file as well: two descriptors for each. The server raises itself to this limit.",
		Risk:    "nfile has to be at least twice this, or 0 on 11i v3: the guide's own pair, 32768 and 32768, lets one process take every file.",
		Default: "1024 on 11i v1; kctune -v maxfiles_lim shows that of later releases.",
		See:     seeTunable("maxfiles_lim"), Set: setKctune, Means: Kctune, Effect: effectRebuild, Section: "HP-UX",
		Sources: []string{guideHPUX, manualHPUX + "maxfiles_lim(5)", "HP-UX 11i v1.6 Reference, June 2002, maxfiles_lim(5)"}, most: 1048576, allows: allowance{0, 2, "connections"},
	},
	{
		ID: "hpux.maxdsiz", OS: dump.HPUX, Setting: "maxdsiz", Releases: "11",
		Unit: "bytes", Direction: AtLeast, Guide: "2147483648", Demand: "T*131072", Kind: Guide,
		Title:   "Data segment of a 32-bit process",
		Why:     "Heap and thread stacks of a 32-bit server share it; the guide asks for 2 GB. A 64-bit server takes maxdsiz_64bit, which the guide does not name.",
		Risk:    "Every 32-bit process may then take as much swap.",
		Default: "Differs by release: kctune -v maxdsiz shows it.",
		See:     seeTunable("maxdsiz"), Set: setKctune, Means: Kctune, Effect: effectProcesses, Section: "HP-UX",
		Sources: []string{guideHPUX, manualHPUX + "maxdsiz(5)", derived}, most: 1<<32 - 1, allows: allowance{0, 131072, "threads of a 32-bit server"}, Judge: judgeNarrowData,
	},
	{
		ID: "hpux.nfile", OS: dump.HPUX, Setting: "nfile", Releases: "11",
		Unit: "open files", Direction: AtLeast, Guide: "32768", Demand: "2*maxfiles_lim", Kind: Guide,
		Title:   "Open files of the whole system",
		Why:     "Files and sockets of all processes count against it. HP's manual wants it at least twice maxfiles_lim, so that no process can take every file.",
		Risk:    "When it runs out, no process can open anything. On 11i v3 any figure sets a limit where there was none.",
		Default: "A formula of other tunables; 0, no limit, on 11i v3, where HP calls the tunable deprecated.",
		See:     seeTunable("nfile"), Set: setKctune, Means: Kctune, Effect: effectRebuild, Section: "HP-UX",
		Sources: []string{guideHPUX, manualHPUX + "nfile(5)", "HP-UX 11i v2 Reference, maxfiles_lim(5)", derived},
		measure: unlimitedAtZero, form: filesOrNone, stock: stockFiles, allows: allowance{0, 4, "connections"}, Judge: judgeFileTable,
	},
	{
		ID: "hpux.ninode", OS: dump.HPUX, Setting: "ninode", Releases: "11",
		Unit: "inodes", Direction: AtLeast, Guide: "32768", Kind: Guide,
		Title:   "Inodes of HFS file systems in memory",
		Why:     "The guide raises it with the number of open files. It counts for HFS only, which HP has deprecated; mailboxes on VxFS use vx_ninode, which sizes itself.",
		Risk:    "The table is allocated in full at boot: without HFS it is memory lost.",
		Default: "8192, and 4880 with less than 1 GB of memory; a formula of other tunables on 11i v1.",
		See:     seeTunable("ninode") + "; mount -v", Set: setKctune, Means: NoMeans, Effect: "reboot", Section: "HP-UX",
		Sources: []string{guideHPUX, manualHPUX + "ninode(5)", "HP, Common Misconfigured HP-UX Resources, April 2006"}, Judge: judgeInodes,
	},
	{
		ID: "hpux.tcp_time_wait_interval", OS: dump.HPUX, Setting: "tcp_time_wait_interval", Releases: "11",
		Unit: "ms", Direction: AtMost, Guide: "60000", Kind: Guide,
		Title:   "Time that a closed connection stays in TIME_WAIT",
		Why:     "The guide sets 60000 and finds 20 to 30 s probably safe. HP sees almost never a need for less than the default, as its stack bears millions of such sockets.",
		Risk:    "Longer, and closed connections pile up. Shorter, and a late packet of an old connection can disturb a new one.",
		Default: "60000; sockets are looked at every tcp_tw_cleanup_interval, so one may stay twice as long.",
		See:     "ndd -get /dev/tcp tcp_time_wait_interval", Set: setNddconf, Means: Nddconf, Effect: "at once", Section: "HP-UX",
		Sources: []string{guideHPUX, "CommuniGate Pro Guide 5.1, Scalability, TIME_WAIT", paperHP}, Judge: judgeHPUXTimeWait,
	},
	{
		ID: "hpux.max_thread_proc", OS: dump.HPUX, Setting: "max_thread_proc", Releases: "11", Gate: Gate{From: "11", Successor: "kernel threads came with HP-UX 11"},
		Unit: "threads", Direction: AtLeast, Demand: "T+100", Kind: Beyond,
		Title:   "Threads of one process",
		Why:     "The server runs a thread for each connection. The guide does not name this limit, which ends far below the descriptors.",
		Risk:    "At 256 threads the server accepts nobody else. It may not exceed nkthread.",
		Default: "256, by the manual pages of 11i v2 and v3; 64 on 11i v1.",
		See:     seeTunable("max_thread_proc"), Set: setKctune, Means: Kctune, Effect: effectRebuild, Section: "-",
		Sources: []string{manualHPUX + "max_thread_proc(5)", "HP-UX 11i v2 Reference, September 2004, max_thread_proc(5)", "HP-UX Host Intrusion Detection System 4.1 Administrator's Guide", derived}, allows: allowance{100, 1, "threads of the server"},
	},
	{
		ID: "hpux.nkthread", OS: dump.HPUX, Setting: "nkthread", Releases: "11", Gate: Gate{From: "11", Successor: "kernel threads came with HP-UX 11"},
		Unit: "threads", Direction: AtLeast, Demand: "T+1000", Kind: Beyond,
		Title:   "Threads of the whole system",
		Why:     "All threads of all processes count against it; max_thread_proc has to stay within it.",
		Risk:    "With none left, no program of the host can start a thread or a process.",
		Default: "A formula of nproc.",
		See:     seeTunable("nkthread") + "; kcusage nkthread", Set: setKctune, Means: Kctune, Effect: effectRebuild, Section: "-",
		Sources: []string{manualHPUX + "nkthread(5)", derived}, allows: allowance{1000, 1, "threads of the server"},
	},
	{
		ID: "hpux.maxdsiz_64bit", OS: dump.HPUX, Setting: "maxdsiz_64bit", Releases: "11", Gate: Gate{From: "11", Successor: "64-bit processes came with HP-UX 11"},
		Unit: "bytes", Direction: AtLeast, Demand: "T*131072", Kind: Beyond,
		Title:   "Data segment of a 64-bit process",
		Why:     "Heap and thread stacks of a 64-bit server share it: maxdsiz, which the guide names, does not count there.",
		Risk:    "Every 64-bit process may then take as much swap.",
		Default: "Differs by release: kctune -v maxdsiz_64bit shows it.",
		See:     seeTunable("maxdsiz_64bit"), Set: setKctune, Means: Kctune, Effect: effectProcesses, Section: "-",
		Sources: []string{manualHPUX + "maxdsiz(5)", derived}, allows: allowance{0, 131072, "threads of a 64-bit server"},
	},
	{
		ID: "hpux.tcp_conn_request_max", OS: dump.HPUX, Setting: "tcp_conn_request_max", Releases: "11", Gate: Gate{From: "11", Successor: "ndd came with HP-UX 11"},
		Unit: "connections", Direction: AtLeast, Demand: "Rin*stall", Kind: Beyond,
		Title:   "Connections that wait to be accepted",
		Why:     "New connections wait here while the server is busy. The program's own listen() may ask for less, and then that counts.",
		Risk:    "When the queue is full, connections are dropped; netstat -s counts them as dropped due to full queue.",
		Default: "4096 on 11i v3.",
		See:     "ndd -get /dev/tcp tcp_conn_request_max; netstat -s -p tcp", Set: setNddconf, Means: Nddconf, Effect: "service restart (read at listen)", Section: "-",
		Sources: []string{paperHP, derived}, stock: stockListenQueue, allows: allowance{0, 1, "connections that come in while the server does not accept"},
	},
}
