package dump

import "strings"

// A name is a setting that Headroom knows.
type name struct {
	name   string // the system's own spelling
	unit   string // of its value
	figure bool   // the value is one number or several, not a word
}

// names are the settings that are listed when they are read. A well-formed line
// with another name is understood, and not listed.
var names = []name{
	{"fs.file-max", "open files", true},
	{"fs.nr_open", "descriptors", true},
	{"kernel.threads-max", "threads", true},
	{"kernel.pid_max", "ids", true},
	{"kernel.osrelease", "", false},
	{"vm.max_map_count", "mappings", true},
	{"vm.overcommit_memory", "mode", true},
	{"net.core.rmem_default", "bytes", true},
	{"net.core.wmem_default", "bytes", true},
	{"net.core.rmem_max", "bytes", true},
	{"net.core.wmem_max", "bytes", true},
	{"net.core.netdev_max_backlog", "packets", true},
	{"net.core.somaxconn", "connections", true},
	{"net.ipv4.tcp_max_syn_backlog", "connections", true},
	{"net.ipv4.tcp_max_tw_buckets", "sockets", true},
	{"net.ipv4.ip_local_port_range", "ports", true},
	{"net.ipv4.ip_local_reserved_ports", "ports", false},
	{"net.ipv4.tcp_tw_recycle", "bool", true},
	{"net.ipv4.tcp_tw_reuse", "mode", true},
	{"net.ipv4.tcp_fin_timeout", "seconds", true},
	{"net.ipv4.tcp_ehash_entries", "buckets", true},
	{"net.ipv4.udp_mem", "pages", true},
	{"net.netfilter.nf_conntrack_max", "flows", true},
	{"net.nf_conntrack_max", "flows", true},
	{"net.ipv4.netfilter.ip_conntrack_max", "flows", true},
	{"net.ipv4.ip_conntrack_max", "flows", true},

	{"LD_ASSUME_KERNEL", "", false},
	{"PTHREAD_THREADS_MAX", "threads", true},
	{"STACK_SIZE", "bytes", true},
	{"GNU_LIBPTHREAD_VERSION", "", false},
	{"CONFIG_NETFILTER", "", false},
	{"TCP_TIMEWAIT_LEN", "seconds", true},

	{"startup.DefaultStackSize", "bytes", true},
	{"startup.useNonBlockingSockets", "", false},
	{"startup.closeStuckSockets", "", false},
	{"startup.CreateTempFilesDirectly", "count", true},
	{"startup.dropRoot", "", false},

	{"systemd.TasksMax", "threads", true},
	{"systemd.LimitNOFILE", "descriptors", true},
	{"systemd.LimitNOFILESoft", "descriptors", true},
	{"systemd.LimitNPROC", "threads", true},
	{"systemd.LimitNPROCSoft", "threads", true},
	{"systemd.LimitDATA", "bytes", true},
	{"systemd.LimitDATASoft", "bytes", true},
	{"systemd.LimitSTACK", "bytes", true},
	{"systemd.LimitSTACKSoft", "bytes", true},
	{"systemd.LimitCORE", "bytes", true},
	{"systemd.LimitCORESoft", "bytes", true},
	{"systemd.LimitAS", "bytes", true},
	{"systemd.LimitASSoft", "bytes", true},
	{"systemd.LimitMEMLOCK", "bytes", true},
	{"systemd.LimitMEMLOCKSoft", "bytes", true},
	{"systemd.LimitFSIZE", "bytes", true},
	{"systemd.LimitFSIZESoft", "bytes", true},
	{"systemd.LimitRSS", "bytes", true},
	{"systemd.LimitRSSSoft", "bytes", true},
	{"systemd.LimitCPU", "seconds", true},
	{"systemd.LimitCPUSoft", "seconds", true},

	{"ulimit.nofile", "descriptors", true},
	{"ulimit.nproc", "threads", true},
	{"ulimit.data", "bytes", true},
	{"ulimit.stack", "bytes", true},
	{"ulimit.core", "bytes", true},
	{"ulimit.fsize", "bytes", true},
	{"ulimit.as", "bytes", true},
	{"ulimit.memlock", "bytes", true},
	{"ulimit.rss", "bytes", true},
	{"ulimit.cpu", "seconds", true},
	{"ulimit.locks", "locks", true},
	{"ulimit.sigpending", "signals", true},
	{"ulimit.msgqueue", "bytes", true},
	{"ulimit.nice", "", true},
	{"ulimit.rtprio", "", true},
	{"ulimit.rttime", "microseconds", true},
	{"ulimit.sbsize", "bytes", true},
	{"ulimit.npts", "terminals", true},
	{"ulimit.swap", "bytes", true},
	{"ulimit.kqueues", "queues", true},

	{"kern.maxfiles", "open files", true},
	{"kern.maxfilesperproc", "descriptors", true},
	{"kern.maxproc", "processes", true},
	{"kern.maxprocperuid", "processes", true},
	{"kern.maxvnodes", "vnodes", true},
	{"kern.maxdsiz", "bytes", true},
	{"kern.dfldsiz", "bytes", true},
	{"kern.maxssiz", "bytes", true},
	{"kern.num_taskthreads", "threads", true},
	{"kern.ipc.nmbclusters", "clusters", true},
	{"kern.ipc.maxsockbuf", "bytes", true},
	{"kern.ipc.somaxconn", "connections", true},
	{"kern.ipc.soacceptqueue", "connections", true},
	{"kern.ipc.maxsockets", "sockets", true},
	{"kern.threads.max_threads_per_proc", "threads", true},
	{"net.inet.tcp.tcbhashsize", "buckets", true},
	{"net.inet.tcp.sendspace", "bytes", true},
	{"net.inet.tcp.recvspace", "bytes", true},
	{"net.inet.tcp.keepidle", "ms", true},
	{"net.inet.tcp.keepintvl", "ms", true},
	{"net.inet.tcp.msl", "ms", true},
	{"net.inet.tcp.maxtcptw", "sockets", true},
	{"net.inet.ip.portrange.first", "port", true},
	{"net.inet.ip.portrange.last", "port", true},
	{"net.inet.ip.rtexpire", "seconds", true},
	{"vfs.vmiodirenable", "bool", true},

	{"rlim_fd_cur", "descriptors", true},
	{"rlim_fd_max", "descriptors", true},
	{"rlim_fd_sys", "descriptors", true},
	{"process.max-file-descriptor", "descriptors", true},
	{"process.max-file-descriptor.basic", "descriptors", true},
	{"ncsize", "entries", true},
	{"maxusers", "", true},
	{"tcp_conn_hash_size", "buckets", true},
	{"ipcl_conn_hash_size", "buckets", true},
	{"tcp_recv_hiwat", "bytes", true},
	{"tcp_xmit_hiwat", "bytes", true},
	{"tcp_conn_req_max_q", "connections", true},
	{"tcp_conn_req_max_q0", "connections", true},
	{"tcp_fin_wait_2_flush_interval", "ms", true},
	{"tcp_time_wait_interval", "ms", true},
	{"tcp_keepalive_interval", "ms", true},
	{"tcp_naglim_def", "bytes", true},
	{"tcp_smallest_anon_port", "port", true},
	{"send_buf", "bytes", true},

	{"maxfiles", "descriptors", true},
	{"maxfiles_lim", "descriptors", true},
	{"maxdsiz", "bytes", true},
	{"maxdsiz_64bit", "bytes", true},
	{"nfile", "open files", true},
	{"ninode", "inodes", true},
	{"nproc", "processes", true},
	{"max_thread_proc", "threads", true},
	{"nkthread", "threads", true},
	{"tcp_conn_request_max", "connections", true},

	{"MaxUserPort", "port", true},
	{"TcpTimedWaitDelay", "seconds", true},
	{"dynamicport.tcp", "ports", true},
	{"dynamicport.udp", "ports", true},
}

// known finds a name by its spelling.
var known = func() map[string]*name {
	all := make(map[string]*name, len(names))
	for i := range names {
		all[names[i].name] = &names[i]
	}
	return all
}()

// unitOf is the unit of a setting's value.
func unitOf(setting string) string {
	if k, ok := known[strings.TrimSuffix(setting, ".hard")]; ok {
		return k.unit
	}
	return ""
}

// sizeOf reads a value with a suffix, such as the "2G" of loader.conf.
func (k *name) sizeOf(s string) (value string, ok bool) {
	if k.unit != "bytes" {
		return "", false
	}
	return size(s, 1)
}
