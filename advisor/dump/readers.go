package dump

// A reader knows one format.
//
// How to add one:
//
//  1. Write read in a file of its own. It is given one clean line and returns
//     whether it knows it; lines it does not know must cost it next to nothing.
//     It keeps settings with page.add, facts of the machine with page.fact, and
//     what tells the system with page.tell. What it must remember from line to
//     line it keeps in page.block, as a type of its own.
//  2. Add it to readers, and its settings to names. A command that asks for the
//     format is an entry in programs, a label or key that only one system has is
//     one in signs.
//  3. Put a case into testdata.
type reader struct {
	name    string // Source of its settings
	title   string // as the page of formats calls it
	example string // one line of it, or a few
	read    func(p *page, l *line) bool
}

// readers in the order in which a line is offered to them. The first that knows
// the line takes it, so the stricter stand before the more lenient.
var readers = []reader{
	{"sysctl", "sysctl and its configuration files", "fs.file-max = 2466170", readSysctl},
	{"ulimit", "ulimit and limit of all shells", "open files                          (-n) 1024", readShellLimits},
	{"nushell", "ulimit of nushell as JSON", `"description": "Maximum number of open file descriptors (-n)", "soft": 1024, "hard": 4096`, readNushell},
	{"proc-sys", "files below /proc/sys", "/proc/sys/fs/file-max:2466170", readProcSys},
	{"proc-limits", "/proc/PID/limits", "Max open files            1024                 4096                 files", readProcLimits},
	{"prlimit", "prlimit of util-linux", "NOFILE     max number of open files                20000      20000 files", readPrlimit},
	{"reg-file", "files of the Windows registry editor", `"MaxUserPort"=dword:0000fffe`, readRegFile},
	{"reg-query", "reg query of all releases", `    MaxUserPort    REG_DWORD    0xfffe`, readRegQuery},
	{"netsh", "netsh show dynamicport in all languages", "netsh interface ipv4>show dynamicport tcp", readNetsh},
	{"batch", "what only batch files have", "@netsh int ipv4 set dynamicport tcp start=1025 num=64510", readBatch},
	{"heading", "headings between outputs", "==> /etc/sysctl.conf <==", readHeading},
	{"kernel-config", "the configuration of a Linux kernel", "CONFIG_NETFILTER=y", readKernelConfig},
	{"define", "constants in C source", "#define PTHREAD_THREADS_MAX 1024", readDefine},
	{"startup", "options of CGServer in Startup.sh, init script, unit and ps", `SUPPLPARAMS="--DefaultStackSize 131072 --useNonBlockingSockets"`, readStartup},
	{"systemd", "systemd units, drop-ins and systemctl show", "LimitNOFILE=65536", readSystemd},
	{"command", "commands, with what they set", "# ulimit -n 65536", readCommand},
	{"answer", "the bare answer to a command", "1024", readAnswer},
	{"comment", "comments", "# fs.file-max = 65536", readComment},
	{"properties", "lists that PowerShell and wmic print of objects", "DynamicPortRangeStartPort       : 49152", readProperties},
	{"property-table", "tables that PowerShell and wmic print of objects", "SettingName DynamicPortRangeStartPort DynamicPortRangeNumberOfPorts", readPropertyTable},
	{"winver", "ver, winver and the first lines of cmd and PowerShell", "Microsoft Windows [Version 10.0.17763.1999]", readWinver},
	{"systeminfo", "systeminfo in all languages", "Total Physical Memory:     32,503 MB", readSystemInfo},
	{"limits.conf", "limits.conf of pam_limits", "*   soft   nofile   65536", readLimitsConf},
	{"uname", "uname -a and /proc/version", "Linux mail 6.1.0-18-amd64 #1 SMP Debian 6.1.76-1 x86_64 GNU/Linux", readUname},
	{"os-release", "os-release, lsb-release", `PRETTY_NAME="Debian GNU/Linux 12 (bookworm)"`, readOSRelease},
	{"free", "free in all languages", "Mem:        24684084      974220    19385152        8872     4656248    23709864", readFree},
	{"meminfo", "/proc/meminfo", "MemTotal:        8164548 kB", readMeminfo},
	{"vmstat", "vmstat -s", "     24684084 K total memory", readVmstat},
	{"lscpu", "lscpu in all languages", "CPU(s):                                  2", readLscpu},
	{"cpuinfo", "/proc/cpuinfo", "processor       : 0", readCPUInfo},
	{"getconf", "getconf -a", "OPEN_MAX                           20000", readGetconf},
	{"getconf", "getconf GNU_LIBPTHREAD_VERSION", "NPTL 2.36", readThreadLibrary},
	{"dmesg", "boot messages of Linux", "TCP established hash table entries: 262144 (order: 9, 2097152 bytes)", readKernelLog},
	{"lsmod", "lsmod", "nf_conntrack          180224  1 xt_conntrack", readModules},
	{"ansible", "the sysctl module of ansible", "- sysctl: name=fs.file-max value=5000000 state=present", readAnsible},
	{"message", "messages of programs that failed", "sysctl: cannot stat /proc/sys/net/ipv4/tcp_tw_recycle: No such file or directory", readComplaint},
	{"mark", "dividing lines", "---", readMark},
	{"other", "what only tells the system", "sockets: used 15", readOther},
}
