package rule

import "headroom/advisor/dump"

const (
	effectListens = "at once for later listens: service restart"
	getTCP        = "ndd -get /dev/tcp "
)

// solarisTCP are the guide's settings of the TCP driver.
var solarisTCP = []Rule{
	{
		ID: "solaris.tcp_recv_hiwat", OS: dump.Solaris, Setting: "tcp_recv_hiwat", Releases: "8-11",
		Unit: "bytes", Direction: AtLeast, Guide: "49152", Kind: Guide,
		Title:   "Receive buffer of a TCP socket",
		Why:     "It is the window that a sender sees: a small one slows transfers over long distances.",
		Risk:    "On Solaris 11 and illumos the guide's figure lowers the buffer to well under half.",
		Default: "24576 on Solaris 8, 49152 on 9 and 10, 128000 on Solaris 11 and illumos.",
		See:     getTCP + "tcp_recv_hiwat", Set: setNdd + "set-prop", Means: Ndd, Effect: "at once", Section: "Solaris ndd",
		Sources: []string{guideSolarisNdd, "Solaris 8 Tunable Parameters Reference Manual, 806-4015", manualSolaris10, manualSolaris112, illumosTCP},
		names:   []string{"recv_buf", "recv_maxbuf"}, later: ipadm("recv_buf"), stock: stockReceiveBuffer, most: 1 << 30, Judge: tellNddLost,
	},
	{
		ID: "solaris.tcp_xmit_hiwat", OS: dump.Solaris, Setting: "tcp_xmit_hiwat", Releases: "8-11",
		Unit: "bytes", Direction: AtLeast, Guide: "49152", Kind: Guide,
		Title:   "Send buffer of a TCP socket",
		Why:     "It bounds what is under way to a client: a small one slows transfers over long distances.",
		Risk:    "Each connection can hold as much kernel memory, so figures far beyond need add up.",
		Default: "16384 on Solaris 8, 49152 from 9 on; some illumos systems have 128000.",
		See:     getTCP + "tcp_xmit_hiwat", Set: setNdd + "set-prop", Means: Ndd, Effect: "at once", Section: "Solaris ndd",
		Sources: []string{guideSolarisNdd, manualSolaris8, manualSolaris9, manualSolaris112, illumosTCP},
		names:   []string{"send_buf", "send_maxbuf"}, later: ipadm("send_buf"), stock: stockSendBuffer, most: 1 << 30, Judge: tellNddLost,
	},
	{
		ID: "solaris.tcp_conn_req_max_q", OS: dump.Solaris, Setting: "tcp_conn_req_max_q", Releases: "8-11",
		Unit: "connections", Direction: AtLeast, Guide: "512", Demand: "Rin*stall", Kind: Guide,
		Title:   "Connections that wait to be accepted",
		Why:     "New connections wait here while the server is busy. The program's own listen() may ask for less, and then that counts.",
		Risk:    "When the queue is full, connections are refused, and tcpListenDrop counts them.",
		Default: "128.",
		See:     getTCP + "tcp_conn_req_max_q; netstat -s -P tcp", Set: setNdd + "set-prop -p _conn_req_max_q", Means: Ndd, Effect: effectListens, Section: "Solaris ndd",
		Sources: []string{guideSolarisNdd, manualSolaris10, manualSolaris112, illumosTCP}, names: []string{"_conn_req_max_q"}, later: ipadm("_conn_req_max_q"),
		stock: stock128, most: 4294967295, allows: allowance{0, 1, "connections that come in while the server does not accept"}, Judge: tellNddLost,
	},
	{
		ID: "solaris.tcp_conn_req_max_q0", OS: dump.Solaris, Setting: "tcp_conn_req_max_q0", Releases: "8-11",
		Unit: "connections", Direction: AtLeast, Guide: "5120", Demand: "Rin*rtt", Kind: Guide,
		Title:   "Connections still being set up",
		Why:     "A connection waits here for the last packet of its handshake: a round trip, or more where a packet is lost.",
		Risk:    "When the queue is full, the oldest handshake is dropped, and tcpListenDropQ0 counts it.",
		Default: "1024.",
		See:     getTCP + "tcp_conn_req_max_q0; netstat -s -P tcp", Set: setNdd + "set-prop -p _conn_req_max_q0", Means: Ndd, Effect: effectListens, Section: "Solaris ndd",
		Sources: []string{guideSolarisNdd, manualSolaris10, illumosTCP}, names: []string{"_conn_req_max_q0"}, later: ipadm("_conn_req_max_q0"),
		stock: stock1024, most: 4294967295, allows: allowance{0, 1, "half-open connections at once"}, Judge: tellNddLost,
	},
	{
		ID: "solaris.tcp_fin_wait_2_flush_interval", OS: dump.Solaris, Setting: "tcp_fin_wait_2_flush_interval", Releases: "8-11",
		Unit: "ms", Direction: AtMost, Guide: "135000", Kind: Guide,
		Title:   "Time that a half-closed connection stays in FIN_WAIT_2",
		Why:     "A client that vanishes before it closes its side leaves the socket in this state until then.",
		Risk:    "At the old default each such client holds memory for eleven minutes. On illumos the guide's figure would more than double the time.",
		Default: "675000 on Solaris 8 to 10, 60000 on illumos.",
		See:     getTCP + "tcp_fin_wait_2_flush_interval", Set: setNdd + "set-prop -p _fin_wait_2_flush_interval", Means: Ndd, Effect: "at once", Section: "Solaris ndd",
		Sources: []string{guideSolarisNdd, "Oracle Endeca Server installation notes, E70265", illumosTCP}, names: []string{"_fin_wait_2_flush_interval"}, later: ipadm("_fin_wait_2_flush_interval"),
		stock: stockFinWait, Judge: tellNddLost,
	},
	{
		ID: "solaris.tcp_time_wait_interval", OS: dump.Solaris, Setting: "tcp_time_wait_interval", Releases: "8-11",
		Unit: "ms", Direction: Exactly, Guide: "60000", Kind: Guide,
		Title:   "Time that a closed connection stays in TIME_WAIT",
		Why:     "The guide finds 20 to 30 s probably safe, and its own example is 60000. The system's maker asks not to go below 60 s; for 11.4 it allows down to 10 s where thousands of connections wait.",
		Risk:    "Longer, and closed connections pile up. Shorter, and a late packet of an old connection can disturb a new one.",
		Default: "240000 on Solaris 8, 60000 from 9 on and on illumos.",
		See:     getTCP + "tcp_time_wait_interval", Set: setNdd + "set-prop -p _time_wait_interval", Means: Ndd, Effect: "at once", Section: "Solaris ndd",
		Sources: []string{guideSolarisNdd, "CommuniGate Pro Guide 5.1, Scalability, TIME_WAIT", manualSolaris8, manualSolaris10, manualSolaris114, illumosTCP},
		names:   []string{"_time_wait_interval"}, later: ipadm("_time_wait_interval"), stock: stockSolarisTimeWait, Judge: judgeSolarisTimeWait,
	},
	{
		ID: "solaris.tcp_keepalive_interval", OS: dump.Solaris, Setting: "tcp_keepalive_interval", Releases: "8-11",
		Unit: "ms", Direction: AtMost, Guide: "30000", Kind: Guide,
		Title:   "Idle time before a connection is probed",
		Why:     "The guide asks for 30 s. The system's maker asks not to change it: probes cost traffic, and a short outage of the network then ends sessions.",
		Risk:    "With 8192 idle sessions 30 s means 273 probes a second. Only sockets that ask for probes are concerned.",
		Default: "7200000, two hours.",
		See:     getTCP + "tcp_keepalive_interval", Set: setNdd + "set-prop -p _keepalive_interval", Means: NoMeans, Effect: "at once", Section: "Solaris ndd",
		Sources: []string{guideSolarisNdd, manualSolaris10, manualSolaris112}, names: []string{"_keepalive_interval"},
		later: Later{"11", "_keepalive_interval", "ipadm show-prop -p _keepalive_interval tcp", NoMeans}, Judge: judgeSolarisKeepalive,
	},
	{
		ID: "solaris.tcp_naglim_def", OS: dump.Solaris, Setting: "tcp_naglim_def", Releases: "8-11",
		Unit: "bytes", Direction: Info, Guide: "1", Kind: Guide,
		Title:   "Nagle's algorithm",
		Why:     "1 switches it off. The guide shows the line commented out, for backends of a cluster only, where small answers within the cluster should not wait.",
		Risk:    "Without it, a server to clients on the Internet sends many small packets.",
		Default: "4095, not the 53 that the guide quotes with doubt.",
		See:     getTCP + "tcp_naglim_def", Set: "ndd / ipadm", Means: Ndd, Effect: "at once", Section: "Solaris ndd",
		Sources: []string{guideSolarisNdd, illumosTCP}, names: []string{"_naglim_def"}, later: ipadm("_naglim_def"), Judge: judgeNagle,
	},
}

// setNdd says what makes a setting of the TCP driver last.
const setNdd = "ndd in an init script; 11: ipadm "

// ipadm is the change of Solaris 11, where ipadm shows and keeps what ndd set.
func ipadm(property string) Later {
	return Later{From: "11", Setting: property, See: "ipadm show-prop -p " + property + " tcp", Means: Ipadm}
}
