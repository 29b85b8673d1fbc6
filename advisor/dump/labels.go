package dump

import "sync"

// A label is how a shell names a limit.
type label struct {
	text string
	name string // of RLIMIT_ in lower case; "" for what is no limit of the system
	unit uint64 // of the figure, where no unit stands beside it
	bare bool   // the label is enough: no option and no unit need to follow
}

// labels of all shells. The longest that fits counts. A label that is a word of
// prose is not bare: it needs its unit or its option letter to be taken.
var labels = []label{
	// bash, and the shells of FreeBSD and busybox, which follow it
	{"core file size", "core", 1024, false},
	{"data seg size", "data", 1024, false},
	{"scheduling priority", "nice", 1, false},
	{"file size", "fsize", 1024, false},
	{"pending signals", "sigpending", 1, false},
	{"max locked memory", "memlock", 1024, false},
	{"max memory size", "rss", 1024, false},
	{"open files", "nofile", 1, true},
	{"pipe size", "", 512, false},
	{"POSIX message queues", "msgqueue", 1, false},
	{"real-time priority", "rtprio", 1, false},
	{"real-time non-blocking time", "rttime", 1, false},
	{"stack size", "stack", 1024, false},
	{"cpu time", "cpu", 1, false},
	{"max user processes", "nproc", 1, true},
	{"virtual memory", "as", 1024, false},
	{"file locks", "locks", 1, false},
	{"locked memory", "memlock", 1024, false},
	{"virtual mem size", "as", 1024, false},
	{"swap limit", "swap", 1024, false},
	{"swap size", "swap", 1024, false},
	{"socket buffer size", "sbsize", 1, false},
	{"pseudo-terminals", "npts", 1, true},
	{"kqueues", "kqueues", 1, false},
	{"umtx shared locks", "", 1, false},
	{"number of pseudoterminals", "npts", 1, false},
	{"number of threads", "", 1, false},
	{"maximum number of threads", "", 1, false},
	{"max kqueues", "kqueues", 1, false},
	{"pipebuf", "", 1024, false},

	// zsh and yash
	{"file descriptors", "nofile", 1, false},
	{"resident set size", "rss", 1024, false},
	{"processes", "nproc", 1, true},
	{"user processes", "nproc", 1, false},
	{"locked-in-memory size", "memlock", 1024, false},
	{"address space", "as", 1024, false},
	{"bytes in POSIX msg queues", "msgqueue", 1, false},
	{"max nice", "nice", 1, false},
	{"max rt priority", "rtprio", 1, false},
	{"rt cpu time", "rttime", 1, false},
	{"data segment size", "data", 1024, false},
	{"message queue size", "msgqueue", 1, false},
	{"memory", "rss", 1024, false},
	{"virtual memory size", "as", 1024, false},
	{"memory size", "rss", 1024, false},
	{"threads per process", "", 1, false},
	{"cached threads", "", 1, false},
	{"AIO locked-in-memory", "", 1024, false},
	{"AIO operations", "", 1, false},
	{"number of POSIX locks", "", 1, false},

	// dash, ksh88 and mksh
	{"time", "cpu", 1, false},
	{"file", "fsize", 512, false},
	{"coredump", "core", 512, false},
	{"data", "data", 1024, false},
	{"stack", "stack", 1024, false},
	{"lockedmem", "memlock", 1024, false},
	{"nofiles", "nofile", 1, true},
	{"process", "nproc", 1, true},
	{"vmemory", "as", 1024, false},
	{"locks", "locks", 1, true},
	{"rtprio", "rtprio", 1, true},
	{"sigpending", "sigpending", 1, true},
	{"msgqueue", "msgqueue", 1, true},
	{"maxnice", "nice", 1, true},
	{"maxrtprio", "rtprio", 1, true},
	{"resident-set", "rss", 1024, false},
	{"address-space", "as", 1024, false},
	{"filelocks", "locks", 1, true},
	{"rttime", "rttime", 1, true},
	{"threads", "", 1, false},
	{"thread", "", 1, false},
	{"swap", "swap", 1024, false},
	{"flocks", "locks", 1, true},
	{"sockbufsiz", "sbsize", 1024, false},
	{"virtual-memory", "as", 1024, false},
	{"humantime", "", 1, false},
	{"vnodemonitors", "", 1, true},
	{"threadsperprocess", "", 1, true},
	{"AIOlockedmem", "", 1024, false},
	{"AIOoperations", "", 1, true},
	{"cachedthreads", "", 1, true},

	// ksh93
	{"address space limit", "as", 1024, false},
	{"data size", "data", 1024, false},
	{"locked address space", "memlock", 1024, false},
	{"nice", "nice", 1, true},
	{"nofile", "nofile", 1, false},
	{"novmon", "", 1, false},
	{"nproc", "nproc", 1, false},
	{"npts", "npts", 1, false},
	{"pipe buffer size", "", 1, false},
	{"max time before blocking", "rttime", 1, false},
	{"sigpend", "sigpending", 1, false},
	{"process size", "as", 1024, false},

	// fish and nushell
	{"Maximum size of core files created", "core", 1024, false},
	{"Maximum size of a process's data segment", "data", 1024, false},
	{"Control of maximum nice priority", "nice", 1, false},
	{"Controls of maximum nice priority", "nice", 1, false},
	{"Maximum size of files created by the shell", "fsize", 1024, false},
	{"Maximum number of pending signals", "sigpending", 1, false},
	{"Maximum size that may be locked into memory", "memlock", 1024, false},
	{"Maximum resident set size", "rss", 1024, false},
	{"Maximum number of open file descriptors", "nofile", 1, false},
	{"Maximum bytes in POSIX message queues", "msgqueue", 1024, false},
	{"Maximum realtime scheduling priority", "rtprio", 1, false},
	{"Maximum stack size", "stack", 1024, false},
	{"Maximum amount of CPU time in seconds", "cpu", 1, false},
	{"Maximum number of processes available to current user", "nproc", 1, false},
	{"Maximum number of processes available to the current user", "nproc", 1, false},
	{"Maximum amount of virtual memory available to each process", "as", 1024, false},
	{"Maximum number of processes available to a single user", "nproc", 1, false},
	{"Maximum amount of virtual memory available to the shell", "as", 1024, false},
	{"Maximum number of simultaneous threads", "", 1, false},
	{"Maximum contiguous realtime CPU time", "rttime", 1, false},
	{"Maximum number of file locks", "locks", 1, false},
	{"Maximum number of kqueues", "kqueues", 1, false},
	{"Maximum number of pseudo-terminals", "npts", 1, false},
	{"Maximum swap space", "swap", 1024, false},
	{"Maximum socket buffer size", "sbsize", 1, false},

	// xonsh
	{"max RSS memory", "rss", 1, false},

	// z/OS
	{"core file", "core", 512, false},
	{"memory above bar", "", 1, false},

	// csh, zsh and rc: limit
	{"cputime", "cpu", 1, true},
	{"filesize", "fsize", 1, true},
	{"datasize", "data", 1, true},
	{"stacksize", "stack", 1, true},
	{"coredumpsize", "core", 1, true},
	{"memoryuse", "rss", 1, true},
	{"memorysize", "as", 1, true},
	{"memoryrss", "rss", 1, true},
	{"resident", "rss", 1, true},
	{"vmemoryuse", "as", 1, true},
	{"addressspace", "as", 1, true},
	{"descriptors", "nofile", 1, true},
	{"openfiles", "nofile", 1, true},
	{"memorylocked", "memlock", 1, true},
	{"maxproc", "nproc", 1, true},
	{"maxprocesses", "nproc", 1, true},
	{"maxfilelocks", "locks", 1, true},
	{"maxlocks", "locks", 1, true},
	{"maxsignal", "sigpending", 1, true},
	{"maxmessage", "msgqueue", 1, true},
	{"maxrttime", "rttime", 1, true},
	{"maxthread", "", 1, true},
	{"rt_priority", "rtprio", 1, true},
	{"rt_time", "rttime", 1, true},
	{"sbsize", "sbsize", 1, true},
	{"swapsize", "swap", 1, true},
	{"swapuse", "swap", 1, true},
	{"kqueue", "kqueues", 1, true},
	{"posixlocks", "", 1, true},
	{"vmemorysize", "as", 1, true},
	{"sockbufsize", "sbsize", 1, true},
	{"pseudoterminals", "npts", 1, true},
	{"pseudotermina", "npts", 1, true},
	{"umtxp", "", 1, true},
	{"maxpthreads", "", 1, true},
	{"aiomemorylocked", "", 1, true},
	{"aiooperations", "", 1, true},
	{"heapsize", "", 1, true},
}

// labelsByByte has the indexes of labels by the first byte in lower case, the
// longest first.
var labelsByByte = sync.OnceValue(func() [][]int {
	table := make([][]int, 256)
	for i, l := range labels {
		c := l.text[0] | 0x20
		at := len(table[c])
		for at > 0 && len(labels[table[c][at-1]].text) < len(l.text) {
			at--
		}
		table[c] = append(table[c][:at], append([]int{i}, table[c][at:]...)...)
	}
	return table
})

// labelUnits are the units that stand in brackets behind a label. Below the "ms"
// of mksh stand microseconds.
var labelUnits = map[string]uint64{
	"kbytes": 1024, "kb": 1024, "kib": 1024, "kibytes": 1024, "mbytes": 1 << 20, "bytes": 1, "512 bytes": 512, "512-blocks": 512, "512-byte blocks": 512,
	"seconds": 1, "cpu-seconds": 1, "microseconds": 1, "ms": 1, "us": 1, "threads": 1, "descriptors": 1, "processes": 1, "per process": 1, "per user": 1,
}

// findLabel is the label at the start of s, nil when there is none.
func findLabel(s string) *label {
	for _, i := range labelsByByte()[s[0]|0x20] {
		l := &labels[i]
		if len(s) > len(l.text) && equalFold(s[:len(l.text)], l.text) && !labelGoesOn(s[len(l.text)]) {
			return l
		}
	}
	return nil
}

// labelBefore is the longest label at the end of s.
func labelBefore(s string) *label {
	var best *label
	for i := range labels {
		l := &labels[i]
		at := len(s) - len(l.text)
		if at >= 0 && (best == nil || len(l.text) > len(best.text)) && equalFold(s[at:], l.text) && (at == 0 || !labelGoesOn(s[at-1])) {
			best = l
		}
	}
	return best
}

func labelGoesOn(c byte) bool {
	return letter(c) || digit(c) || c == '-' || c == '_' || c == '.' || c == '='
}

// equalFold compares ASCII without regard to case.
func equalFold(a, b string) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range len(a) {
		x, y := a[i], b[i]
		if x != y && (x|0x20 != y|0x20 || !letter(x)) {
			return false
		}
	}
	return true
}
