package rule

import (
	"slices"

	"headroom/advisor/dump"
)

// linuxRules are the rules of Linux, in the order of its page.
var linuxRules = slices.Concat(linuxKernel, linuxServer, linuxThreadLibrary, linuxLimits, linuxNetwork)

// Sources that several rules rest on.
const (
	guideLinux   = "CommuniGate Pro Guide 5.1, Scalability, Linux"
	guideStartup = "CommuniGate Pro Guide 5.1, Scalability, Linux, Startup.sh"
	docNetCore   = "Linux 6.12, Documentation/admin-guide/sysctl/net.rst"
	docIP        = "Linux 6.12, Documentation/networking/ip-sysctl.rst"
	docFS        = "Linux 6.12, Documentation/admin-guide/sysctl/fs.rst"
	docKernel    = "Linux 6.12, Documentation/admin-guide/sysctl/kernel.rst"
	docVM        = "Linux 6.12, Documentation/admin-guide/sysctl/vm.rst"
	manLimits    = "man-pages 6.03, getrlimit(2)"
	manProc      = "man-pages 6.03, proc(5)"
	manTCP       = "man-pages 6.03, tcp(7)"
	manPthreads  = "man-pages 6.03, pthreads(7)"
	glibcNews    = "glibc 2.36, NEWS"
	systemdExec  = "systemd 252, systemd.exec(5)"
	systemdNews  = "systemd 252, NEWS, entry for 240"
	vendorScript = "communigate/communigate-cpanel-adaptor, CGP/initCommuniGate (2012)"
)

// seeServer shows the limits that the running server has.
const seeServer = "cat /proc/$(cat /var/CommuniGate/ProcessID)/limits"

// intMost is the greatest value of a sysctl that the kernel keeps in an int.
const intMost = 2147483647

// linuxKernel are the kernel settings of the guide's 2.4 and 2.6 scripts.
var linuxKernel = []Rule{
	{
		ID: "linux.fs.file-max", OS: dump.Linux, Setting: "fs.file-max", Releases: "2.4+", Gate: Gate{From: "2.4", Successor: "kernels before 2.4 are tuned in their source"},
		Unit: "open files", Direction: AtLeast, Guide: "131072", Demand: "4*C", Kind: Guide,
		Title:   "Open files of the whole system",
		Why:     "Sockets and files of all processes count against it. It has to stay well above what one process may open, or the mail server alone can take every file.",
		Risk:    "When it runs out, no process can open anything: logins, cron and the server fail together.",
		Default: "Linux 2.4: 8192. Later kernels take about a tenth of the memory in KB, which passes the guide's figure from about 1.3 GB on; systemd 240 and later raise it to 9223372036854775807.",
		See:     "sysctl fs.file-max", Set: "sysctl.d", Means: Sysctl, Effect: "at once", Section: "Linux 2.4/2.6",
		Sources: []string{guideLinux, docFS, manProc, systemdNews},
		stock:   filesByMemory, allows: allowance{0, 4, "connections"},
	},
	{
		ID: "linux.kernel.threads-max", OS: dump.Linux, Setting: "kernel.threads-max", Releases: "2.4+", Gate: Gate{From: "2.4", Successor: "kernels before 2.4 are tuned in their source"},
		Unit: "threads", Direction: AtLeast, Guide: "131072", Demand: "T+1000", Kind: Guide,
		Title:   "Threads of the whole system",
		Why:     "The server runs a thread for each connection, and the rest of the system needs its own. Other limits (TasksMax, pid_max) usually end first.",
		Risk:    "Too low, and new connections find no thread. Far above the default on a small host, and the kernel may run out of memory for their stacks.",
		Default: "One thread for each 128 KiB of memory: 131072 at 16 GB, 32768 at 4 GB.",
		See:     "sysctl kernel.threads-max", Set: "sysctl.d", Means: Sysctl, Effect: "at once", Section: "Linux 2.4/2.6",
		Sources: []string{guideLinux, docKernel, manProc},
		Judge:   judgeThreadsMax, stock: threadsByMemory, most: 0x3fffffff, allows: allowance{1000, 1, "threads of the server"},
	},
	{
		ID: "linux.net.core.rmem_default", OS: dump.Linux, Setting: "net.core.rmem_default", Releases: "2.4+", Gate: Gate{From: "2.4", Successor: "it came with Linux 2.4"},
		Unit: "bytes", Direction: AtLeast, Guide: "65536", Kind: Guide,
		Title:   "Receive buffer of a socket, by default",
		Why:     "UDP sockets (SIP, RTP, DNS) get this buffer. TCP takes net.ipv4.tcp_rmem instead, so it does nothing for mail.",
		Risk:    "Copying the guide's figure to a current kernel lowers the default to a third, and UDP packets are lost in bursts.",
		Default: "212992 on current kernels.",
		See:     "sysctl net.core.rmem_default", Set: "sysctl.d", Means: Sysctl, Effect: "at once", Section: "Linux 2.4/2.6",
		Sources: []string{guideLinux, docNetCore}, stock: stockSocketBuffer, most: intMost,
	},
	{
		ID: "linux.net.core.wmem_default", OS: dump.Linux, Setting: "net.core.wmem_default", Releases: "2.4+", Gate: Gate{From: "2.4", Successor: "it came with Linux 2.4"},
		Unit: "bytes", Direction: AtLeast, Guide: "65536", Kind: Guide,
		Title:   "Send buffer of a socket, by default",
		Why:     "UDP sockets (SIP, RTP, DNS) get this buffer. TCP takes net.ipv4.tcp_wmem instead and grows by itself.",
		Risk:    "Copying the guide's figure to a current kernel lowers the default to a third.",
		Default: "212992 on current kernels.",
		See:     "sysctl net.core.wmem_default", Set: "sysctl.d", Means: Sysctl, Effect: "at once", Section: "Linux 2.4/2.6",
		Sources: []string{guideLinux, docNetCore}, stock: stockSocketBuffer, most: intMost,
	},
	{
		ID: "linux.net.core.rmem_max", OS: dump.Linux, Setting: "net.core.rmem_max", Releases: "2.4+", Gate: Gate{From: "2.4", Successor: "it came with Linux 2.4"},
		Unit: "bytes", Direction: AtLeast, Guide: "1048576", Kind: Guide,
		Title:   "Receive buffer of a socket, at most",
		Why:     "It caps what a program may ask for with SO_RCVBUF. TCP's own growth ends at net.ipv4.tcp_rmem, not here.",
		Risk:    "Too low, and a program that asks for a larger buffer silently gets a small one.",
		Default: "212992.",
		See:     "sysctl net.core.rmem_max", Set: "sysctl.d", Means: Sysctl, Effect: "at once", Section: "Linux 2.4/2.6",
		Sources: []string{guideLinux, docNetCore}, stock: stockSocketBuffer, most: intMost,
	},
	{
		ID: "linux.net.core.wmem_max", OS: dump.Linux, Setting: "net.core.wmem_max", Releases: "2.4+", Gate: Gate{From: "2.4", Successor: "it came with Linux 2.4"},
		Unit: "bytes", Direction: AtLeast, Guide: "1048576", Kind: Guide,
		Title:   "Send buffer of a socket, at most",
		Why:     "It caps what a program may ask for with SO_SNDBUF. TCP's own growth ends at net.ipv4.tcp_wmem, not here.",
		Risk:    "Too low, and a program that asks for a larger buffer silently gets a small one.",
		Default: "212992.",
		See:     "sysctl net.core.wmem_max", Set: "sysctl.d", Means: Sysctl, Effect: "at once", Section: "Linux 2.4/2.6",
		Sources: []string{guideLinux, docNetCore}, stock: stockSocketBuffer, most: intMost,
	},
	{
		ID: "linux.net.core.netdev_max_backlog", OS: dump.Linux, Setting: "net.core.netdev_max_backlog", Releases: "2.4+", Gate: Gate{From: "2.4", Successor: "it came with Linux 2.4"},
		Unit: "packets", Direction: AtLeast, Guide: "4096", Kind: Guide,
		Title:   "Packets queued between network card and kernel",
		Why:     "Each CPU queues packets that it has not yet processed; what does not fit is dropped. It matters only where drops are counted.",
		Risk:    "Too low under bursts, and packets are lost before TCP or UDP sees them.",
		Default: "1000 on current kernels; 300 was seen on 2.6.5.",
		See:     "sysctl net.core.netdev_max_backlog; cat /proc/net/softnet_stat", Set: "sysctl.d", Means: Sysctl, Effect: "at once", Section: "Linux 2.4/2.6",
		Sources: []string{guideLinux, docNetCore, "Linux 6.12, net/core/hotdata.c"}, Judge: judgeBacklog, most: intMost,
	},
	{
		ID: "linux.net.ipv4.tcp_max_tw_buckets", OS: dump.Linux, Setting: "net.ipv4.tcp_max_tw_buckets", Releases: "2.4+", Gate: Gate{From: "2.4", Successor: "it came with Linux 2.4"},
		Unit: "sockets", Direction: AtLeast, Guide: "131072", Demand: "Rclose*60", Kind: Guide,
		Title:   "Sockets in TIME_WAIT, at most",
		Why:     "Each connection that this host closes first stays in TIME_WAIT for 60 s. Above this number the kernel drops that state at once and logs a warning.",
		Risk:    "Without TIME_WAIT a late packet of an old connection can disturb a new one on the same ports. The kernel's documentation asks never to lower it.",
		Default: "Half the TCP hash table: 65536 at 16 GB of memory, 262144 from 64 GB on.",
		See:     "sysctl net.ipv4.tcp_max_tw_buckets; ss -s", Set: "sysctl.d", Means: Sysctl, Effect: "at once", Section: "Linux 2.4/2.6",
		Sources: []string{guideLinux, docIP, "Linux 6.12, net/ipv4/tcp_ipv4.c", manTCP}, stock: timeWaitByMemory, most: intMost, allows: allowance{0, 60, "connections closed a second"},
	},
	{
		ID: "linux.net.ipv4.ip_local_port_range", OS: dump.Linux, Setting: "net.ipv4.ip_local_port_range", Releases: "2.4+", Gate: Gate{From: "2.4", Successor: "it came with Linux 2.4"},
		Unit: "ports", Direction: AtLeast, Guide: "49152", Demand: "Rout*60", Kind: Guide,
		Title:   "Ports for outgoing connections",
		Why:     "An outgoing connection takes a port of this range and keeps it for 60 s after its end. What counts is the width: the guide's 16384 to 65535 has 49152 ports. Incoming connections use none.",
		Risk:    "With no port left, connections to a busy smarthost fail. A range that covers a listener's port can take it before the listener starts.",
		Default: "32768 to 60999, 28232 ports; 32768 to 61000 was seen on 3.0.",
		See:     "sysctl net.ipv4.ip_local_port_range", Set: "sysctl.d", Means: Sysctl, Effect: "at once", Section: "Linux 2.4/2.6",
		Sources: []string{guideLinux, docIP, "Linux 6.12, net/ipv4/af_inet.c"}, Judge: judgePorts, measure: portCount, form: widenPorts, allows: allowance{0, 60, "outgoing connections a second to one address and port"},
	},
	{
		ID: "linux.CONFIG_NETFILTER", OS: dump.Linux, Setting: "CONFIG_NETFILTER", Releases: "2.4, 2.6",
		Gate: Gate{From: "2.4", Before: "3.0", Successor: "firewalls and containers need it now; size net.netfilter.nf_conntrack_max instead of building a kernel without it"},
		Unit: "state", Direction: Info, Guide: "off", Kind: Guide,
		Title:   "Packet filter in the kernel",
		Why:     "The guide saw a gain from kernels built without it. Today firewalls and containers rest on it, and what costs is the table of tracked connections.",
		Risk:    "A kernel without it has no firewall.",
		Default: "On in every distribution.",
		See:     "grep CONFIG_NETFILTER= /boot/config-$(uname -r); lsmod", Set: "kernel build / module", Means: NoMeans, Effect: "reboot", Section: "Linux 2.4 note",
		Sources: []string{guideLinux, "Linux 6.12, Documentation/networking/nf_conntrack-sysctl.rst"},
	},
	{
		ID: "linux.TCP_TIMEWAIT_LEN", OS: dump.Linux, Setting: "TCP_TIMEWAIT_LEN", Releases: "all",
		Unit: "seconds", Direction: Info, Guide: "20 60", Kind: Guide,
		Title:   "Time that a closed connection stays in TIME_WAIT",
		Why:     "The guide advises 20 to 60 s. Linux keeps 60 s as a constant of the kernel that no setting changes.",
		Risk:    "Advice to lower tcp_fin_timeout for this changes FIN_WAIT_2 and leaves TIME_WAIT as it is.",
		Default: "60 s.",
		See:     "ss -tan state time-wait | wc -l", Set: "not settable", Means: NoMeans, Effect: "-", Section: "TIME_WAIT",
		Sources: []string{"CommuniGate Pro Guide 5.1, Scalability, TIME_WAIT", "Linux 6.12, include/net/tcp.h", docIP}, Judge: judgeTimeWait,
	},
	{
		ID: "linux.kernel.osrelease", OS: dump.Linux, Setting: "kernel.osrelease", Releases: "all",
		Unit: "version", Direction: AtLeast, Guide: "2.2", Kind: Guide,
		Title:   "Release of the kernel",
		Why:     "Kernels before 2.2 give a process 256 descriptors, enough for about 100 connections; 2.6 is the first whose POSIX threads the guide advises.",
		Risk:    "The server runs out of descriptors at about 100 connections.",
		Default: "Every kernel since 1999 is newer.",
		See:     "uname -r", Set: "new kernel", Means: NoMeans, Effect: "reboot", Section: "Linux 2.2",
		Sources: []string{guideLinux}, Judge: judgeKernel,
	},
}
