package rule

import "headroom/advisor/dump"

// notSettable is what stands in the place of rlim_fd_sys elsewhere.
const notSettable = "it can be set from Oracle Solaris 11.4 SRU 27 on; elsewhere the cap is fixed at 2147483647"

// seeControl shows the resource control of the running server.
const seeControl = "prctl -n process.max-file-descriptor `cat /var/CommuniGate/ProcessID`"

// solarisBeyond are rules that go beyond the guide.
var solarisBeyond = []Rule{
	{
		ID: "solaris.process.max-file-descriptor", OS: dump.Solaris, Setting: "process.max-file-descriptor", Releases: "10+",
		Gate: Gate{From: "9", Successor: "resource controls came with Solaris 9; rlim_fd_max in /etc/system is the limit"},
		Unit: "descriptors", Direction: AtLeast, Guide: "16384", Demand: "2*C", Kind: Beyond,
		Title:   "Descriptors by resource control",
		Why:     "It is the resource control behind rlim_fd_max: its privileged value is the hard limit of a process. A project can set it without a reboot.",
		Risk:    "A project with a low value holds the server below what /etc/system allows.",
		Default: "rlim_fd_max.",
		See:     seeControl, Set: "projmod / prctl", Means: Project, Effect: "service restart", Section: "-",
		Sources: []string{manualSolaris112, "Oracle Solaris 11.2, resource_controls(5), prctl(1)", derived},
		stock:   stockHardDescriptors, measure: controlValue, allows: allowance{0, 2, "connections"}, Judge: judgeControl,
	},
	{
		ID: "solaris.rlim_fd_sys", OS: dump.Solaris, Setting: "rlim_fd_sys", Releases: "11.4 SRU27+",
		Unit: "descriptors", Direction: AtLeast, Demand: "4*C", Kind: Beyond,
		Title:   "Descriptors that a limit may ask for",
		Why:     "Not even the superuser raises a limit above it, and a larger rlim_fd_max is cut down to it.",
		Risk:    "A host with little memory has a low cap, and a larger rlim_fd_max then has no effect.",
		Default: "About 65536 for each GB of memory, rounded up to a power of two less one.",
		See:     seeControl, Set: "prctl / /etc/system", Means: EtcSystem, Effect: "reboot", Section: "-",
		Sources: []string{manualSolaris114, derived},
		names:   []string{"process.max-file-descriptor.system"}, stock: stockDescriptorCap, measure: controlValue, most: intMost, allows: allowance{0, 4, "connections"}, Judge: judgeDescriptorCap,
	},
	{
		ID: "solaris.ipcl_conn_hash_size", OS: dump.Solaris, Setting: "ipcl_conn_hash_size", Releases: "10+",
		Gate: Gate{From: "10", Successor: "before Solaris 10 tcp:tcp_conn_hash_size sizes the table"},
		Unit: "buckets", Direction: AtLeast, Demand: "C", Kind: Beyond,
		Title:   "Hash table of TCP connections",
		Why:     "The successor of tcp_conn_hash_size. With 0 the system sizes it from memory.",
		Risk:    "A fixed small value makes each packet search a long chain.",
		Default: "0, automatic.",
		See:     "grep ipcl_conn_hash_size /etc/system; echo ipcl_conn_hash_size/D | mdb -k", Set: "/etc/system set ip:ipcl_conn_hash_size", Means: EtcSystem, Effect: "reboot", Section: "System Tuning",
		Sources: []string{"CommuniGate Pro Guide 5.1, Scalability, System Tuning", manualSolaris10, derived}, measure: automaticAtZero, form: bucketsOrAutomatic, allows: allowance{0, 1, "connections"}, Judge: judgeAutomatic,
	},
	{
		ID: "solaris.tcp_smallest_anon_port", OS: dump.Solaris, Setting: "tcp_smallest_anon_port", Releases: "8+",
		Unit: "port", Direction: AtMost, Demand: "65536-Rout*TIME_WAIT_s", Kind: Beyond,
		Title:   "First port for outgoing connections",
		Why:     "An outgoing connection takes a port from here up and keeps it while it is in TIME_WAIT. The guide widens the range on Linux, FreeBSD and Windows only.",
		Risk:    "With no port left, connections to a busy smarthost fail. A range that covers a listener's port can take it before the listener starts.",
		Default: "32768: with tcp_largest_anon_port at 65535 these are 32768 ports.",
		See:     getTCP + "tcp_smallest_anon_port", Set: setNdd + "set-prop -p smallest_anon_port", Means: Ndd, Effect: "at once", Section: "-",
		Sources: []string{manualSolaris112, derived}, names: []string{"smallest_anon_port"}, later: ipadm("smallest_anon_port"), Judge: judgeAnonymousPort,
	},
}
