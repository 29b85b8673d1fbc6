package rule

import "headroom/advisor/capacity"

// What the plan's rates keep in TIME_WAIT, closed by this host and by its
// outgoing connections.
const (
	closedHere   capacity.Expr = "Rclose*TIME_WAIT_s"
	outgoingHere capacity.Expr = "Rout*TIME_WAIT_s"
)

// solarisResources are the resources of a Solaris host. TIME_WAIT has no
// ceiling of its own there: its sockets share the hash table.
var solarisResources = []resource{
	solarisFiles,
	beside(hashTable, "solaris.tcp_conn_hash_size", closedHere),
	beside(hashTable, "solaris.ipcl_conn_hash_size", closedHere),
	atRate("outgoing ports", "solaris.tcp_smallest_anon_port", outgoingHere, anonymousPorts),
	ofMemory,
}

// anonymousPorts are the ports for outgoing connections from a first one on.
func anonymousPorts(f *Facts, first uint64) float64 {
	last, _ := f.largestPort()
	return float64(last + 1 - min(last+1, first))
}

// solarisFiles is how many descriptors the server gets: its soft limit while
// it runs or where Startup.sh sets it, and else the hard one, to which it
// raises itself.
func solarisFiles(f *Facts, l links) (Limit, bool) {
	return l.limit("descriptors", f.solarisDeciding(l), func(n uint64) float64 { return float64(n) / 2 })
}

func (f *Facts) solarisDeciding(l links) string {
	const soft = "solaris.ulimit.nofile"
	if _, running := f.ofRunningServer("nofile"); running {
		return soft
	}
	if e := f.limitEvidence("nofile"); e.file != nil && tierOf(*e.file) == ofStartup {
		return soft
	}
	for _, id := range []string{"solaris.process.max-file-descriptor", "solaris.rlim_fd_max"} {
		if _, ok := l.number(id); ok {
			return id
		}
	}
	return soft
}
