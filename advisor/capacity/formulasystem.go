package capacity

// systemFormulas are those of "System Tuning": descriptors, tables, queues.
var systemFormulas = []Formula{
	{
		ID: "plan.descriptors", Title: "Descriptors of the server",
		Unit: "descriptors", Section: "System Tuning",
		Expr:    "2*C+webuser-sessions",
		variant: descriptors,
		also:    []string{"webuser-sessions"},
		round:   up,
		meaning: meaning{first: webUsersMissing, text: "The limit of the server process, at the least: the guide starts at 16,384, for 8,192 sockets. Much more, or unlimited, can cost memory and time."},
	},
	{
		ID: "plan.system-descriptors", Title: "Open files of the whole system",
		Unit: "descriptors", Section: "Estimating Resources Usage",
		Expr:    "4*C",
		round:   up,
		meaning: meaning{text: "Twice the limit of the server, so that the server can never take every file of the system: then nothing else could open one."},
		Note:    "The guide asks for more than the limit of the process and gives no figure; its own values for FreeBSD are two to one, while those for HP-UX are equal and let one process take all.",
	},
	{
		ID: "plan.server-log", Title: "Limit to look for in the server's log",
		Unit: "descriptors", Section: "Estimating Resources Usage",
		Expr:    "2*C+webuser-sessions",
		variant: descriptors,
		also:    []string{"webuser-sessions"},
		round:   up,
		meaning: meaning{text: "At its start the server logs the limit it got: it should be at least this. Near the limit it rejects connections and logs that too; look for these lines first."},
	},
	{
		ID: "plan.socket-hash", Title: "Buckets of the socket hash table",
		Unit: "buckets", Section: "System Tuning",
		Expr:    "C",
		round:   powerOfTwo,
		meaning: meaning{text: "The table should have more buckets than there are sockets. Where it can be set at all, it takes a power of two."},
	},
	{
		ID: "plan.os-headroom", Title: "Upper end for kernel settings",
		Unit: "connections", Section: "Solaris /etc/system",
		Expr:    "2*C",
		round:   up,
		meaning: meaning{text: "Set what counts connections in the kernel to between one and two times the expected peak."},
	},
	{
		ID: "plan.accept-queue", Title: "Accept queue",
		Unit:    "connections",
		Expr:    "Rin*stall",
		round:   up,
		meaning: meaning{text: "New connections that wait while the server does not accept. The queue (somaxconn and its like on other systems) must hold them, or clients are turned away."},
	},
	{
		ID: "plan.syn-queue", Title: "Half-open connections",
		Unit:    "connections",
		Expr:    "Rin*rtt",
		round:   up,
		meaning: meaning{text: "Connections whose handshake is not complete. The queue (tcp_max_syn_backlog and its like) must hold them."},
	},
	{
		ID: "plan.socket-buffers", Title: "Socket buffers at worst",
		Unit: "bytes", Section: "Linux 2.4/2.6",
		Expr:    "C*" + bufferBytes,
		round:   up,
		meaning: meaning{text: "With the guide's rmem_default and wmem_default of 65,536 bytes, all full at once. TCP on Linux has settings of its own and sizes its buffers by need, so real use is far less."},
	},
	{
		ID: "plan.mbuf-clusters", Title: "FreeBSD mbuf clusters at worst",
		Unit: "clusters of 2 KiB", Section: "FreeBSD loader",
		Expr:    clusters(bufferBytes),
		round:   up,
		meaning: meaning{text: "With the guide's buffers of 65,536 bytes each way, all full at once, and as much again. It is a ceiling: compare with what netstat -m shows in use and denied before you raise kern.ipc.nmbclusters."},
		Note:    "tuning(7) computes 32,768 clusters for 1,000 connections of 32 KB; these figures make 32,000. The guide's 65,536 clusters are 128 MiB.",
	},
}

// webUsersMissing says so where the sum is without WebUser sessions.
func webUsersMissing(v Vars, _ float64) string {
	if _, ok := v["webuser-sessions"]; ok {
		return ""
	}
	return "WebUser sessions, of which the plan says nothing, add at least one each."
}

// bufferBytes are the guide's buffers of a socket, 65536 bytes to send and as
// many to receive.
const bufferBytes = "131072"

// clusters are the mbuf clusters of 2 KiB for all connections, where a socket
// has that many bytes of buffers. FreeBSD tuning(7) doubles the memory.
func clusters(buffers string) Expr { return Expr("C*" + buffers + "*2/2048") }

// descriptors leaves WebUser sessions out where the plan does not name them:
// the result is then the least that is needed.
func descriptors(v Vars) Expr {
	if _, ok := v["webuser-sessions"]; !ok {
		return "2*C"
	}
	return "2*C+webuser-sessions"
}

// timeWaitFormulas are those of "Setting the TCP TIME_WAIT time" and of
// "HyperThreading".
var timeWaitFormulas = []Formula{
	{
		ID: "plan.time-wait", Title: "Sockets in TIME_WAIT",
		Unit: "sockets", Section: "TIME_WAIT",
		Expr:    "Rclose*TIME_WAIT_s",
		round:   up,
		meaning: meaning{text: "The number settles here: as many leave the state as enter it. The system's tables must hold them beside the open connections."},
		Note:    "The guide says that they grow until nothing is left. They grow for one TIME_WAIT and then stay.",
	},
	{
		ID: "plan.outgoing-ports", Title: "Ports for outgoing connections",
		Unit:    "ports",
		Expr:    "Rout*TIME_WAIT_s",
		round:   up,
		meaning: meaning{text: "A port that waits cannot serve a new connection to the same remote address and port. The range of local ports must be this wide."},
	},
	{
		ID: "plan.hyperthreading", Title: "CPUs and SMT",
		Unit: "CPUs", Section: "HyperThreading",
		Expr:    "sip-cpus",
		when:    given("sip-cpus"),
		meaning: meaning{text: "Where SMT (HyperThreading) is on, the system counts two CPUs or more for one core, and the second adds less than a core. Measure both ways before you switch it off."},
		Note:    "The guide advises to switch it off; the faults it names belong to systems of its time. Linux warns that disabling SMT can cost much performance; today it is a question of security.",
	},
}
