package rule

import "headroom/advisor/capacity"

// What the plan's rates keep in TIME_WAIT, closed by this host and by its
// outgoing connections.
const (
	closedWaiting   capacity.Expr = "Rclose*2*msl/1000"
	outgoingWaiting capacity.Expr = "Rout*2*msl/1000"
)

// clustersEach is how many mbuf clusters the guide's own figures leave a
// connection: 65536 for 8192 sockets. All buffers full would take many more,
// which idle connections never do.
const clustersEach = 8

// freebsdResources are the resources of a FreeBSD host.
var freebsdResources = []resource{
	processFiles(freebsdChain),
	perConnection("open files", "freebsd.kern.maxfiles", 4),
	beside("sockets", "freebsd.kern.ipc.maxsockets", closedWaiting),
	perConnection(hashTable, "freebsd.net.inet.tcp.tcbhashsize", 1),
	perThread("threads", "freebsd.kern.threads.max_threads_per_proc", 100),
	perConnection("mbufs", "freebsd.kern.ipc.nmbclusters", clustersEach),
	atRate("outgoing ports", "freebsd.net.inet.ip.portrange.first", outgoingWaiting, portsFrom),
	atRate("TIME_WAIT", "freebsd.net.inet.tcp.maxtcptw", closedWaiting, itself),
	ofMemory,
}
