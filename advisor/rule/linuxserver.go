package rule

import "headroom/advisor/dump"

const setLimits = "Startup.sh when the init script sources it; systemd unit: LimitNOFILE= drop-in"

// linuxServer are the limits and options that the server is started with.
var linuxServer = []Rule{
	{
		ID: "linux.ulimit.nofile", OS: dump.Linux, Setting: "ulimit.nofile", Releases: "2.2+", Gate: Gate{From: "2.2", Successor: "kernels before 2.2 give every process 256 descriptors"},
		Unit: "descriptors", Direction: AtLeast, Guide: "16384", Demand: "2*C", Kind: Guide,
		Title:   "Descriptors of the server",
		Why:     "Each connection takes a socket, and most take a file as well: two descriptors for each. It is the first limit that a growing server meets.",
		Risk:    "Near the limit the server turns connections away and says so in its log.",
		Default: "1024 soft and 4096 hard; under systemd 240 and later 1024 and 524288.",
		See:     seeServer, Set: setLimits, Means: StartupLimit, Effect: "service restart", Section: "Linux Startup.sh",
		Sources: []string{guideStartup, manLimits, systemdExec, "Linux 6.12, include/uapi/linux/fs.h"}, Judge: judgeSoftDescriptors, allows: allowance{0, 2, "connections"},
	},
	{
		ID: "linux.ulimit.nofile.hard", OS: dump.Linux, Setting: "ulimit.nofile.hard", Releases: "2.2+", Gate: Gate{From: "2.2", Successor: "kernels before 2.2 give every process 256 descriptors"},
		Unit: "descriptors", Direction: AtLeast, Guide: "16384", Demand: "2*C", Kind: Beyond,
		Title:   "Descriptors that the server can raise itself to",
		Why:     "The server raises its soft limit as far as the hard one lets it, so the hard limit decides before it starts.",
		Risk:    "Too low, and the server cannot help itself. A million and more wastes memory and CPU in programs that size tables by it.",
		Default: "4096; 524288 under systemd 240 and later.",
		See:     seeServer, Set: setLimits, Means: StartupLimit, Effect: "service restart", Section: "Estimating Resources Usage",
		Sources: []string{"CommuniGate Pro Guide 5.1, Scalability, Estimating Resources Usage", manLimits, systemdExec}, Judge: judgeHardDescriptors, allows: allowance{0, 2, "connections"},
	},
	{
		ID: "linux.startup.DefaultStackSize", OS: dump.Linux, Setting: "startup.DefaultStackSize", Releases: "2.4+", Gate: Gate{From: "2.4", Successor: "the guide gives it for Linux 2.4 and later"},
		Unit: "bytes", Direction: Exactly, Guide: "131072", Kind: Guide,
		Title:   "Stack of each thread",
		Why:     "The server needs 128 KB a thread; without the option each gets the stack limit, 8 MB by default, of virtual memory. CommuniGate Pro 4.3 and later take it.",
		Risk:    "The guide gives no smaller figure than 128 KB; a larger one costs the difference in virtual memory for every thread.",
		Default: "The soft stack limit, usually 8388608.",
		See:     "cat /var/CommuniGate/Startup.sh", Set: "Startup.sh SUPPLPARAMS", Means: StartupParam, Effect: "service restart", Section: "Linux Startup.sh",
		Sources: []string{guideStartup, "man-pages 6.03, pthread_create(3)"}, Judge: judgeStackOption,
	},
	{
		ID: "linux.startup.useNonBlockingSockets", OS: dump.Linux, Setting: "startup.useNonBlockingSockets", Releases: "2.4+", Gate: Gate{From: "2.4", Successor: "the guide gives it for Linux 2.4 and later"},
		Unit: "option", Direction: Present, Guide: "present", Kind: Guide,
		Title:   "Sockets that do not block",
		Why:     "The guide starts the server with this option on every Unix system. CommuniGate Pro 4.3 and later take it.",
		Risk:    "The guide names the option without saying what it does. It is part of every Startup.sh that the guide prints.",
		Default: "Not given, and the sources do not say how the server acts without it.",
		See:     "cat /var/CommuniGate/Startup.sh", Set: "Startup.sh SUPPLPARAMS", Means: StartupParam, Effect: "service restart", Section: "Linux Startup.sh",
		Sources: []string{guideStartup}, Judge: judgeOption,
	},
	{
		ID: "linux.startup.closeStuckSockets", OS: dump.Linux, Setting: "startup.closeStuckSockets", Releases: "2.4+", Gate: Gate{From: "2.4", Successor: "the guide gives it for Linux 2.4 and later"},
		Unit: "option", Direction: Present, Guide: "present", Kind: Guide,
		Title:   "Sockets that got stuck are closed",
		Why:     "The guide starts the server with this option on every Unix system. CommuniGate Pro 4.3 and later take it.",
		Risk:    "The guide names the option without saying what it does. It is part of every Startup.sh that the guide prints.",
		Default: "Not given, and the sources do not say how the server acts without it.",
		See:     "cat /var/CommuniGate/Startup.sh", Set: "Startup.sh SUPPLPARAMS", Means: StartupParam, Effect: "service restart", Section: "Linux Startup.sh",
		Sources: []string{guideStartup}, Judge: judgeOption,
	},
	{
		ID: "linux.startup.CreateTempFilesDirectly", OS: dump.Linux, Setting: "startup.CreateTempFilesDirectly", Releases: "2.4+", Gate: Gate{From: "2.4", Successor: "the guide gives it for Linux 2.4 and later"},
		Unit: "count", Direction: Exactly, Guide: "10", Kind: Guide,
		Title:   "Temporary files created directly",
		Why:     "The guide starts the server with 10 on every Unix system. CommuniGate Pro 4.3 and later take it.",
		Risk:    "The guide names the option without saying what it does. It is part of every Startup.sh that the guide prints.",
		Default: "Not given, and the sources do not say how the server acts without it.",
		See:     "cat /var/CommuniGate/Startup.sh", Set: "Startup.sh SUPPLPARAMS", Means: StartupParam, Effect: "service restart", Section: "Linux Startup.sh",
		Sources: []string{guideStartup}, Judge: judgeCountOption,
	},
}

// linuxThreadLibrary are the rules for the thread libraries of Linux 2.2 to 2.6.
var linuxThreadLibrary = []Rule{
	{
		ID: "linux.LD_ASSUME_KERNEL", OS: dump.Linux, Setting: "LD_ASSUME_KERNEL", Releases: "2.4 / 2.6+", Gate: Gate{From: "2.4", Successor: "there is only one thread library before 2.4"},
		Unit: "string", Direction: Exactly, Guide: "2.4.1", Kind: Guide,
		Title:   "Which thread library the loader takes",
		Why:     "On Linux 2.4 the value 2.4.1 keeps LinuxThreads, which the guide advises there. From 2.6 on it must not be set.",
		Risk:    "It asks a later system for a thread library that it no longer has. glibc 2.36 and later ignore it.",
		Default: "Set in the vendor's init script of the time, commented out in that of 2012.",
		See:     "grep LD_ASSUME_KERNEL /etc/init.d/CommuniGate", Set: "init script", Means: InitScript, Effect: "service restart", Section: "Linux 2.4/2.6",
		Sources: []string{guideLinux, glibcNews, vendorScript}, Judge: judgeAssumeKernel,
	},
	{
		ID: "linux.PTHREAD_THREADS_MAX", OS: dump.Linux, Setting: "PTHREAD_THREADS_MAX", Releases: "2.2-2.4",
		Gate: Gate{From: "2.2", Before: "2.6", Successor: "the NPTL library has no such limit"},
		Unit: "threads", Direction: AtLeast, Guide: "1025", Demand: "T", Kind: Guide,
		Title:   "Threads of one process in LinuxThreads",
		Why:     "LinuxThreads keeps its threads in a table of fixed size, 1024 as delivered: fewer than several hundred IMAP users and the web interface need.",
		Risk:    "At 1024 threads the server accepts nobody else.",
		Default: "1024 in LinuxThreads, no limit in NPTL, which took over with Linux 2.6.",
		See:     "getconf PTHREAD_THREADS_MAX", Set: "rebuild of LinuxThreads", Means: NoMeans, Effect: "rebuild", Section: "Linux 2.2/2.4",
		Sources: []string{guideLinux, glibcNews, manPthreads}, allows: allowance{0, 1, "threads of the server"},
	},
	{
		ID: "linux.STACK_SIZE", OS: dump.Linux, Setting: "STACK_SIZE", Releases: "2.2-2.4",
		Gate: Gate{From: "2.2", Before: "2.6", Successor: "the NPTL library takes the stack size from --DefaultStackSize"},
		Unit: "bytes", Direction: AtMost, Guide: "131072", Kind: Guide,
		Title:   "Stack of a thread in LinuxThreads",
		Why:     "LinuxThreads places stacks 2 MB apart, so a 32-bit process has room for about 1000 threads.",
		Risk:    "About 1000 threads are the end, whatever the other limits say.",
		Default: "2097152 in LinuxThreads.",
		See:     "grep STACK_SIZE linuxthreads/internals.h", Set: "rebuild of LinuxThreads", Means: NoMeans, Effect: "rebuild", Section: "Linux 2.2",
		Sources: []string{guideLinux, manPthreads},
	},
	{
		ID: "linux.GNU_LIBPTHREAD_VERSION", OS: dump.Linux, Setting: "GNU_LIBPTHREAD_VERSION", Releases: "2.4 / 2.6+", Gate: Gate{From: "2.4", Successor: "there is only one thread library before 2.4"},
		Unit: "string", Direction: Exactly, Guide: "linuxthreads (2.4), NPTL (2.6+)", Kind: Guide,
		Title:   "Thread library in use",
		Why:     "The guide found NPTL unstable where it was put back into a 2.4 kernel, and advises it from 2.6 on.",
		Risk:    "The guide saw programs lose stability with the newer library on a 2.4 kernel, CommuniGate Pro among them.",
		Default: "LinuxThreads up to Linux 2.4, NPTL since 2.6; glibc 2.4 and later have no other.",
		See:     "getconf GNU_LIBPTHREAD_VERSION", Set: "init script (LD_ASSUME_KERNEL); distribution", Means: NoMeans, Effect: "service restart", Section: "Linux 2.4/2.6",
		Sources: []string{guideLinux, glibcNews, manPthreads}, Judge: judgeThreadsLibrary,
	},
}
