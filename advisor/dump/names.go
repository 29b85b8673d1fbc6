package dump

import (
	"strconv"
	"strings"
	"sync"
)

// A name is a setting that Headroom knows.
type name struct {
	name    string // the system's own spelling
	unit    string // of its value
	figures int    // how many numbers the value is; 0 for a word or a list
}

// names are the settings that are listed when they are read. A well-formed line
// with another name is understood, and not listed.
var names = []name{
	{"fs.file-max", "open files", 1},
	{"fs.nr_open", "descriptors", 1},
	{"kernel.threads-max", "threads", 1},
	{"kernel.pid_max", "ids", 1},
	{"kernel.osrelease", "", 0},
	{"vm.max_map_count", "mappings", 1},
	{"vm.overcommit_memory", "mode", 1},
	{"net.core.rmem_default", "bytes", 1},
	{"net.core.wmem_default", "bytes", 1},
	{"net.core.rmem_max", "bytes", 1},
	{"net.core.wmem_max", "bytes", 1},
	{"net.core.netdev_max_backlog", "packets", 1},
	{"net.core.somaxconn", "connections", 1},
	{"net.ipv4.tcp_max_syn_backlog", "connections", 1},
	{"net.ipv4.tcp_max_tw_buckets", "sockets", 1},
	{"net.ipv4.ip_local_port_range", "ports", 2},
	{"net.ipv4.ip_local_reserved_ports", "ports", 0},
	{"net.ipv4.tcp_tw_recycle", "bool", 1},
	{"net.ipv4.tcp_tw_reuse", "mode", 1},
	{"net.ipv4.tcp_fin_timeout", "seconds", 1},
	{"net.ipv4.tcp_ehash_entries", "buckets", 1},
	{"net.ipv4.udp_mem", "pages", 3},
	{"net.netfilter.nf_conntrack_max", "flows", 1},
	{"net.netfilter.nf_conntrack_count", "flows", 1},
	{"net.nf_conntrack_max", "flows", 1},
	{"net.ipv4.netfilter.ip_conntrack_max", "flows", 1},
	{"net.ipv4.ip_conntrack_max", "flows", 1},

	{"LD_ASSUME_KERNEL", "", 0},
	{"PTHREAD_THREADS_MAX", "threads", 1},
	{"STACK_SIZE", "bytes", 1},
	{"GNU_LIBPTHREAD_VERSION", "", 0},
	{"CONFIG_NETFILTER", "", 0},
	{"TCP_TIMEWAIT_LEN", "seconds", 1},

	{"startup.DefaultStackSize", "bytes", 1},
	{"startup.useNonBlockingSockets", "", 0},
	{"startup.closeStuckSockets", "", 0},
	{"startup.CreateTempFilesDirectly", "count", 1},
	{"startup.dropRoot", "", 0},

	{"systemd.TasksMax", "threads", 1},
	{"systemd.LimitNOFILE", "descriptors", 1},
	{"systemd.LimitNOFILESoft", "descriptors", 1},
	{"systemd.LimitNPROC", "threads", 1},
	{"systemd.LimitNPROCSoft", "threads", 1},
	{"systemd.LimitDATA", "bytes", 1},
	{"systemd.LimitDATASoft", "bytes", 1},
	{"systemd.LimitSTACK", "bytes", 1},
	{"systemd.LimitSTACKSoft", "bytes", 1},
	{"systemd.LimitCORE", "bytes", 1},
	{"systemd.LimitCORESoft", "bytes", 1},
	{"systemd.LimitAS", "bytes", 1},
	{"systemd.LimitASSoft", "bytes", 1},
	{"systemd.LimitMEMLOCK", "bytes", 1},
	{"systemd.LimitMEMLOCKSoft", "bytes", 1},
	{"systemd.LimitFSIZE", "bytes", 1},
	{"systemd.LimitFSIZESoft", "bytes", 1},
	{"systemd.LimitRSS", "bytes", 1},
	{"systemd.LimitRSSSoft", "bytes", 1},
	{"systemd.LimitCPU", "seconds", 1},
	{"systemd.LimitCPUSoft", "seconds", 1},

	{"ulimit.nofile", "descriptors", 1},
	{"ulimit.nproc", "threads", 1},
	{"ulimit.data", "bytes", 1},
	{"ulimit.stack", "bytes", 1},
	{"ulimit.core", "bytes", 1},
	{"ulimit.fsize", "bytes", 1},
	{"ulimit.as", "bytes", 1},
	{"ulimit.memlock", "bytes", 1},
	{"ulimit.rss", "bytes", 1},
	{"ulimit.cpu", "seconds", 1},
	{"ulimit.locks", "locks", 1},
	{"ulimit.sigpending", "signals", 1},
	{"ulimit.msgqueue", "bytes", 1},
	{"ulimit.nice", "", 1},
	{"ulimit.rtprio", "", 1},
	{"ulimit.rttime", "microseconds", 1},
	{"ulimit.sbsize", "bytes", 1},
	{"ulimit.npts", "terminals", 1},
	{"ulimit.swap", "bytes", 1},
	{"ulimit.kqueues", "queues", 1},

	{"kern.maxfiles", "open files", 1},
	{"kern.maxfilesperproc", "descriptors", 1},
	{"kern.maxproc", "processes", 1},
	{"kern.maxprocperuid", "processes", 1},
	{"kern.maxvnodes", "vnodes", 1},
	{"kern.maxdsiz", "bytes", 1},
	{"kern.dfldsiz", "bytes", 1},
	{"kern.maxssiz", "bytes", 1},
	{"kern.num_taskthreads", "threads", 1},
	{"kern.ipc.nmbclusters", "clusters", 1},
	{"kern.ipc.maxsockbuf", "bytes", 1},
	{"kern.ipc.somaxconn", "connections", 1},
	{"kern.ipc.soacceptqueue", "connections", 1},
	{"kern.ipc.maxsockets", "sockets", 1},
	{"kern.threads.max_threads_per_proc", "threads", 1},
	{"kern.threads.max_threads_hits", "", 1},
	{"net.inet.tcp.tcbhashsize", "buckets", 1},
	{"net.inet.tcp.sendspace", "bytes", 1},
	{"net.inet.tcp.recvspace", "bytes", 1},
	{"net.inet.tcp.keepidle", "ms", 1},
	{"net.inet.tcp.keepintvl", "ms", 1},
	{"net.inet.tcp.msl", "ms", 1},
	{"net.inet.tcp.maxtcptw", "sockets", 1},
	{"net.inet.ip.portrange.first", "port", 1},
	{"net.inet.ip.portrange.last", "port", 1},
	{"net.inet.ip.rtexpire", "seconds", 1},
	{"vfs.vmiodirenable", "bool", 1},

	{"rlim_fd_cur", "descriptors", 1},
	{"rlim_fd_max", "descriptors", 1},
	{"rlim_fd_sys", "descriptors", 1},
	{"process.max-file-descriptor", "descriptors", 1},
	{"process.max-file-descriptor.basic", "descriptors", 1},
	{"process.max-file-descriptor.system", "descriptors", 1},
	{"ncsize", "entries", 1},
	{"maxusers", "", 1},
	{"tcp_conn_hash_size", "buckets", 1},
	{"ipcl_conn_hash_size", "buckets", 1},
	{"tcp_recv_hiwat", "bytes", 1},
	{"tcp_xmit_hiwat", "bytes", 1},
	{"tcp_conn_req_max_q", "connections", 1},
	{"tcp_conn_req_max_q0", "connections", 1},
	{"tcp_fin_wait_2_flush_interval", "ms", 1},
	{"tcp_time_wait_interval", "ms", 1},
	{"tcp_keepalive_interval", "ms", 1},
	{"tcp_naglim_def", "bytes", 1},
	{"tcp_smallest_anon_port", "port", 1},
	{"tcp_largest_anon_port", "port", 1},
	{"send_buf", "bytes", 1},
	{"recv_buf", "bytes", 1},
	{"send_maxbuf", "bytes", 1},
	{"recv_maxbuf", "bytes", 1},
	{"smallest_anon_port", "port", 1},
	{"largest_anon_port", "port", 1},
	{"_conn_req_max_q", "connections", 1},
	{"_conn_req_max_q0", "connections", 1},
	{"_fin_wait_2_flush_interval", "ms", 1},
	{"_time_wait_interval", "ms", 1},
	{"_keepalive_interval", "ms", 1},
	{"_naglim_def", "bytes", 1},

	{"maxfiles", "descriptors", 1},
	{"maxfiles_lim", "descriptors", 1},
	{"maxdsiz", "bytes", 1},
	{"maxdsiz_64bit", "bytes", 1},
	{"nfile", "open files", 1},
	{"ninode", "inodes", 1},
	{"nproc", "processes", 1},
	{"max_thread_proc", "threads", 1},
	{"nkthread", "threads", 1},
	{"tcp_conn_request_max", "connections", 1},

	{"MaxUserPort", "port", 1},
	{"TcpTimedWaitDelay", "seconds", 1},
	{"dynamicport.tcp", "ports", 2},
	{"dynamicport.udp", "ports", 2},
	{"dynamicport.tcp.ipv6", "ports", 2},
	{"dynamicport.udp.ipv6", "ports", 2},
}

// known finds a name by its spelling; nil where there is none.
func known(spelling string) *name { return byName()[spelling] }

var byName = sync.OnceValue(func() map[string]*name {
	all := make(map[string]*name, len(names))
	for i := range names {
		all[names[i].name] = &names[i]
	}
	return all
})

// unitOf is the unit of a setting's value.
func unitOf(setting string) string {
	if k := known(strings.TrimSuffix(setting, ".hard")); k != nil {
		return k.unit
	}
	return ""
}

// sizeOf reads a value with a suffix, such as the "2G" of loader.conf, which
// counts may have there, too, or a hexadecimal one.
func (k *name) sizeOf(s string) (value string, ok bool) {
	if k.unit == "bytes" {
		if value, ok = size(s, 1); ok {
			return value, true
		}
	}
	if !bsdRoot(k.name) {
		return "", false
	}
	if hex, found := strings.CutPrefix(strings.ToLower(s), "0x"); found {
		n, err := strconv.ParseUint(hex, 16, 64)
		return decimal(n), err == nil
	}
	if n := len(s); n < 2 || strings.IndexByte("kmgtKMGT", s[n-1]) < 0 {
		return "", false
	}
	return size(s, 1)
}
