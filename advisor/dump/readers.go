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
	{"plimit", "plimit and pfiles", "  nofiles(descriptors)  256             65536", readPlimit},
	{"limits", "limits of FreeBSD that tells soft and hard apart", "coredumpsize-max infinity kB", readHalves},
	{"proc-rlimit", "/proc/PID/rlimit of FreeBSD", "cpu -1 -1", readRlimit},
	{"launchctl", "launchctl limit of macOS", "	maxfiles    256            unlimited", readLaunchctl},
	{"ulimit", "ulimit and limit of all shells", "open files                          (-n) 1024", readShellLimits},
	{"nushell", "ulimit of nushell as JSON", `"description": "Maximum number of open file descriptors (-n)", "soft": 1024, "hard": 4096`, readNushell},
	{"proc-sys", "files below /proc/sys", "/proc/sys/fs/file-max:2466170", readProcSys},
	{"proc-limits", "/proc/PID/limits", "Max open files            1024                 4096                 files", readProcLimits},
	{"prlimit", "prlimit of util-linux", "NOFILE     max number of open files                20000      20000 files", readPrlimit},
	{"reg-file", "files of the Windows registry editor", `"MaxUserPort"=dword:0000fffe`, readRegFile},
	{"reg-query", "reg query of all releases", `    MaxUserPort    REG_DWORD    0xfffe`, readRegQuery},
	{"netsh", "netsh show dynamicport in all languages", "netsh interface ipv4>show dynamicport tcp", readNetsh},
	{"batch", "what only batch files have", "@netsh int ipv4 set dynamicport tcp start=1025 num=64510", readBatch},
	{"etc-system", "/etc/system of Solaris", "set rlim_fd_max=65536", readEtcSystem},
	{"mdb", "mdb -k and adb -k", "rlim_fd_max:    65536", readDebugger},
	{"ndd", "parameters of ndd with their values", "tcp_conn_req_max_q 1024", readNdd},
	{"nddconf", "/etc/rc.config.d/nddconf of HP-UX", "TRANSPORT_NAME[0]=tcp\nNDD_NAME[0]=tcp_time_wait_interval\nNDD_VALUE[0]=60000", readNddconf},
	{"ipadm", "ipadm show-prop", "tcp   send_buf              rw   128000       --           128000       4096-1048576", readIpadm},
	{"kctune", "tables of kctune, kmtune, kcusage and sysdef of HP-UX", "Tunable        Value  Expression  Changes\nmaxfiles_lim    4096  Default     Immed", readTunables},
	{"kctune", "records of kctune -v and -P, kmtune -l and kcusage -l", "Tunable:        maxfiles_lim\nUsage:          152\nSetting:        63488", readTunableRecord},
	{"stand-system", "/stand/system of HP-UX", "tunable maxfiles_lim 4096", readSystemFile},
	{"conf.c", "tunables of HP-UX as constants in C", "#define\tMAXFILES_LIM\t1024", readTunableDefine},
	{"netstat", "netstat -m of FreeBSD", "256/506/762/109049 mbuf clusters in use (current/cache/total/max)", readNetstatM},
	{"procstat", "procstat -l of FreeBSD", " 1234 CGServer         openfiles        57870            57870", readProcstat},
	{"plist", "property lists of launchd", "<key>NumberOfFiles</key><integer>65536</integer>", readPlist},
	{"loader.conf", "what only loader.conf and rc.conf of FreeBSD have", `zfs_load="YES"`, readLoaderConf},
	{"login.conf", "login.conf of the BSDs", `:openfiles-cur=4096:\`, readLoginConf},
	{"heading", "headings between outputs", "==> /etc/sysctl.conf <==", readHeading},
	{"kernel-config", "the configuration of a Linux kernel", "CONFIG_NETFILTER=y", readKernelConfig},
	{"define", "constants in C source", "#define PTHREAD_THREADS_MAX 1024", readDefine},
	{"startup", "options of CGServer in Startup.sh, init script, unit and ps", `SUPPLPARAMS="--DefaultStackSize 131072 --useNonBlockingSockets"`, readStartup},
	{"systemd", "systemd units, drop-ins and systemctl show", "LimitNOFILE=65536", readSystemd},
	{"command", "commands, with what they set", "# ulimit -n 65536", readCommand},
	{"hp-ux", "model, uname -r, print_manifest, ioscan and boot messages of HP-UX", "ia64 hp server rx2620", readHPUX},
	{"answer", "the bare answer to a command", "1024", readAnswer},
	{"comment", "comments", "# fs.file-max = 65536", readComment},
	{"project", "/etc/project and projects -l", "default:3::::process.max-file-descriptor=(basic,4096,deny),(priv,65536,deny)", readProject},
	{"prctl", "prctl of Solaris 9 and later", "process.max-file-descriptor\n        privileged      65.5K       -   deny                 -", readPrctl},
	{"sysdef", "sysdef of Solaris", "0x00000100:0x00010000   file descriptors", readSysdef},
	{"psrinfo", "psrinfo, with -v and -vp", "The physical processor has 2 virtual processors (0-1)", readPsrinfo},
	{"prtconf", "prtconf and prtdiag", "Memory size: 16384 Megabytes", readPrtconf},
	{"sunos", "uname -X, showrev, /etc/release and isainfo", "                       Solaris 10 10/09 s10s_u8wos_08a SPARC", readSunOS},
	{"sun-memory", "swap -l, kstat -p and boot messages of Solaris", "mem = 16777216K (0x400000000)", readSunMemory},
	{"machinfo", "machinfo of HP-UX 11i v2 and v3", "Memory: 8180 MB (7.99 GB)", readMachinfo},
	{"swapinfo", "swapinfo of HP-UX", "             Mb      Mb      Mb   PCT  START/      Mb\nTYPE      AVAIL    USED    FREE  USED   LIMIT RESERVE  PRI  NAME\ndev        8192       0    8192    0%       0       -    1  /dev/vg00/lvol2", readSwapinfo},
	{"properties", "lists that PowerShell and wmic print of objects", "DynamicPortRangeStartPort       : 49152", readProperties},
	{"property-table", "tables that PowerShell and wmic print of objects", "SettingName DynamicPortRangeStartPort DynamicPortRangeNumberOfPorts", readPropertyTable},
	{"windows-message", "what commands of Windows say of how they went", "C:\\>netsh int ipv4 set dynamicport tcp start=1025 num=64510\nAccess is denied.", readWinMessage},
	{"winver", "ver, winver and the first lines of cmd and PowerShell", "Microsoft Windows [Version 10.0.17763.1999]", readWinver},
	{"systeminfo", "systeminfo in all languages", "Total Physical Memory:     32,503 MB", readSystemInfo},
	{"limits.conf", "limits.conf of pam_limits", "*   soft   nofile   65536", readLimitsConf},
	{"limits of AIX", "/etc/security/limits of AIX", "nofiles_hard = -1", readAIXLimits},
	{"lsuser", "lsuser of AIX", "root fsize=-1 nofiles=2000", readLsuser},
	{"kernel-config", "the configuration of a kernel of BSD", "options 	VIMAGE", readKernelConfBSD},
	{"version", "sw_vers, system_profiler, hostinfo and vm_stat of macOS", "ProductVersion:	14.4.1", readMacVersion},
	{"lsconf", "prtconf, lsconf, lsattr and lparstat of AIX", "Good Memory Size: 8192 MB", readAIXHardware},
	{"swap", "swapinfo, pstat -s and swapctl", "Device          1K-blocks     Used    Avail Capacity", readSwapBSD},
	{"top", "the head of top on FreeBSD", "Swap: 4096M Total, 4096M Free", readTopBSD},
	{"sysctl", "values of sysctl that take several lines", "<mesh>", readSysctlText},
	{"dmesg", "boot messages of the BSDs", "real memory  = 8589934592 (8192 MB)", readBootBSD},
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
	{"heading", "prose that names the file whose lines follow", "Then add to /etc/sysctl.conf:", readIntroduction},
	{"message", "messages of programs that failed", "sysctl: cannot stat /proc/sys/net/ipv4/tcp_tw_recycle: No such file or directory", readComplaint},
	{"mark", "dividing lines", "---", readMark},
	{"other", "what only tells the system", "sockets: used 15", readOther},
}
