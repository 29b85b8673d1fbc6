package dump

// realNames are names that kernels really have and that are close to a known
// one: they are meant as they stand.
var realNames = map[string]bool{
	"net.ipv4.tcp_mem":               true,
	"net.ipv4.tcp_max_tw_buckets_ub": true,
	"kernel.pty.max":                 true,
	"kern.pid_max":                   true,
	"net.inet.dccp.sendspace":        true,
	"net.inet.dccp.recvspace":        true,
	"kern.osrelease":                 true,
	"kern.dflssiz":                   true,
	"kern.maxtsiz":                   true,
	"kern.minvnodes":                 true,
	"net.inet.ip.portrange.hifirst":  true,
	"net.inet.ip.portrange.hilast":   true,
	"net.inet.ip.portrange.lowfirst": true,
	"net.inet.ip.portrange.lowlast":  true,
	"net.inet.sctp.recvspace":        true,
	"net.inet.sctp.sendspace":        true,
	"net.inet.sctp.tcbhashsize":      true,
	"net.inet.tcp.tso":               true,
	"net.inet.udp.recvspace":         true,
	"net.inet.udp.sendspace":         true,
	"net.inet.raw.recvspace":         true,
	"net.inet6.ip6.rtexpire":         true,
	"net.inet6.tcp6.keepidle":        true,
	"net.inet6.tcp6.keepintvl":       true,
	"net.inet6.tcp6.msl":             true,
	"net.inet6.tcp6.recvspace":       true,
	"net.inet6.tcp6.sendspace":       true,
}
