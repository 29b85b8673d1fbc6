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
	title   string // as the page of formats calls it, a phrase
	example string // a few lines of it, the last of which it takes
	read    func(p *page, l *line) bool
}

// readers in the order in which a line is offered to them. The first that knows
// the line takes it, so the stricter stand before the more lenient.
var readers = []reader{
	{"sysctl", "sysctl and its configuration files", "fs.file-max = 2466170\nnet.core.somaxconn = 4096\nnet.ipv4.ip_local_port_range = 32768\t60999", readSysctl},
	{"sysctl", "names of sysctl in quotes, of NixOS, Terraform, Puppet and JSON", "\"net.core.somaxconn\" = 4096;\n\"net.ipv4.ip_local_port_range\" = \"1024 65535\";", readQuotedSysctl},
	{"plimit", "plimit and pfiles", "1234:\t/opt/CommuniGate/CGServer --Base /var/CommuniGate\n   resource              current         maximum\n  nofiles(descriptors)  256             65536\n  stack(kbytes)         8192            unlimited", readPlimit},
	{"limits", "limits of FreeBSD that tells soft and hard apart", "Resource limits (current):\n  cputime              infinity secs\n  openfiles-max          117270\n  openfiles-cur           57870", readHalves},
	{"proc-rlimit", "/proc/PID/rlimit of FreeBSD", "cpu -1 -1\nstack 536870912 536870912\nnofile 57870 57870", readRlimit},
	{"launchctl", "launchctl limit of macOS", "$ launchctl limit\n\tcpu         unlimited      unlimited\n\tmaxproc     2784           4176\n\tmaxfiles    256            unlimited", readLaunchctl},
	{"ulimit", "ulimit and limit of all shells", "core file size              (blocks, -c) 0\nopen files                          (-n) 1024\nstack size                  (kbytes, -s) 8192\nmax user processes                  (-u) 63304", readShellLimits},
	{"nushell", "ulimit of nushell as JSON", "[\n  {\n    \"description\": \"Maximum number of open file descriptors                             (-n)\",\n    \"soft\": 1024,\n    \"hard\": 4096\n  }\n]", readNushell},
	{"proc-sys", "files below /proc/sys", "/proc/sys/fs/file-max:2466170\n/proc/sys/net/core/somaxconn:4096", readProcSys},
	{"proc-limits", "/proc/PID/limits", "Limit                     Soft Limit           Hard Limit           Units\nMax open files            1024                 4096                 files\nMax stack size            8388608              unlimited            bytes", readProcLimits},
	{"prlimit", "prlimit of util-linux", "RESOURCE   DESCRIPTION                             SOFT      HARD UNITS\nNOFILE     max number of open files               20000     20000 files\nSTACK      max stack size                       8388608 unlimited bytes", readPrlimit},
	{"reg-file", "files of the Windows registry editor", "Windows Registry Editor Version 5.00\n\n[HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Services\\Tcpip\\Parameters]\n\"MaxUserPort\"=dword:0000fffe\n\"TcpTimedWaitDelay\"=dword:0000001e", readRegFile},
	{"reg-query", "reg query of all releases", "HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Services\\Tcpip\\Parameters\n    MaxUserPort    REG_DWORD    0xfffe\n    TcpTimedWaitDelay    REG_DWORD    0x1e", readRegQuery},
	{"netsh", "netsh show dynamicport in all languages", "Protocol tcp Dynamic Port Range\n---------------------------------\nStart Port      : 49152\nNumber of Ports : 16384", readNetsh},
	{"batch", "what only batch files have", "@netsh int ipv4 set dynamicport tcp start=1025 num=64510", readBatch},
	{"etc-system", "/etc/system of Solaris", "* more descriptors for the mail server\nset rlim_fd_max=65536\nset rlim_fd_cur=16384\nset ncsize=262144", readEtcSystem},
	{"mdb", "mdb -k and adb -k", "> rlim_fd_max/D\nrlim_fd_max:\nrlim_fd_max:    65536", readDebugger},
	{"ndd", "parameters of ndd with their values", "# ndd -get /dev/tcp tcp_conn_req_max_q\n1024\ntcp_time_wait_interval 60000", readNdd},
	{"nddconf", "/etc/rc.config.d/nddconf of HP-UX", "TRANSPORT_NAME[0]=tcp\nNDD_NAME[0]=tcp_time_wait_interval\nNDD_VALUE[0]=60000", readNddconf},
	{"ipadm", "ipadm show-prop", "PROTO PROPERTY              PERM CURRENT      PERSISTENT   DEFAULT      POSSIBLE\ntcp   _conn_req_max_q       rw   1024         1024         128          1-4294967295\ntcp   send_buf              rw   128000       --           49152        4096-1048576", readIpadm},
	{"kctune", "tables of kctune, kmtune, kcusage and sysdef of HP-UX", "Tunable        Value  Expression  Changes\nmaxfiles_lim    4096  Default     Immed\nmaxdsiz   1073741824  1073741824  Immed\nnproc           4200  Default     Immed", readTunables},
	{"kctune", "records of kctune -v and -P, kmtune -l and kcusage -l", "Tunable:        maxfiles_lim\nUsage:          152\nSetting:        63488", readTunableRecord},
	{"stand-system", "/stand/system of HP-UX", "tunable maxfiles_lim 4096\ntunable nproc 4200\ntunable max_thread_proc 3000", readSystemFile},
	{"conf.c", "tunables of HP-UX as constants in C", "#define\tMAXUSERS\t64\n#define\tNPROC\t(20+8*MAXUSERS)\n#define\tMAXFILES_LIM\t1024", readTunableDefine},
	{"netstat", "netstat -m of FreeBSD", "1026/1509/2535 mbufs in use (current/cache/total)\n256/506/762/109049 mbuf clusters in use (current/cache/total/max)\n0/0/0 requests for mbufs denied (mbufs/clusters/mbuf+clusters)", readNetstatM},
	{"procstat", "procstat -l of FreeBSD", "  PID COMM             RLIMIT                  SOFT             HARD\n 1234 CGServer         openfiles              57870            57870\n 1234 CGServer         stacksize          512 MB           512 MB", readProcstat},
	{"plist", "property lists of launchd", "<key>SoftResourceLimits</key>\n<dict>\n  <key>NumberOfFiles</key>\n  <integer>65536</integer>\n</dict>", readPlist},
	{"loader.conf", "what only loader.conf and rc.conf of FreeBSD have", "kern.maxfiles=\"204800\"\nkern.ipc.nmbclusters=\"262144\"\nzfs_load=\"YES\"", readLoaderConf},
	{"login.conf", "login.conf of the BSDs", "default:\\\n\t:openfiles-cur=4096:\\\n\t:openfiles-max=8192:\\\n\t:stacksize-cur=4M:", readLoginConf},
	{"heading", "headings between outputs", "==> /etc/sysctl.conf <==", readHeading},
	{"kernel-config", "the configuration of a Linux kernel", "CONFIG_NETFILTER=y\nCONFIG_HZ=250", readKernelConfig},
	{"define", "constants in C source", "#define PTHREAD_THREADS_MAX 1024", readDefine},
	{"startup", "options of CGServer in Startup.sh, init script, unit and ps", "SUPPLPARAMS=\"--DefaultStackSize 131072 --useNonBlockingSockets\"\nroot 1765 0.5 3.1 1838480 254064 ? Ssl Mar01 12:01 /opt/CommuniGate/CGServer --Base /var/CommuniGate --closeStuckSockets", readStartup},
	{"systemd", "systemd units, drop-ins and systemctl show", "[Service]\nLimitNOFILE=65536\nTasksMax=infinity", readSystemd},
	{"ansible", "sysctl in ansible, Puppet and Chef", "- sysctl: name=fs.file-max value=5000000 state=present\n- ansible.posix.sysctl:\n    name: net.core.somaxconn\n    value: 4096", readAnsible},
	{"limits recipe", "limits in ansible, Puppet, NixOS, Docker and task definitions", "{\n  \"default-ulimits\": {\n    \"nofile\": {\n      \"Name\": \"nofile\",\n      \"Hard\": 40000,\n      \"Soft\": 20000", readLimitsRecipe},
	{"command", "commands given word by word, of containers", "command: [\"sysctl\", \"-w\", \"net.core.somaxconn=4096\"]", readCommandList},
	{"command", "commands, with what they set", "# ulimit -n 65536\n# sysctl -w net.core.somaxconn=4096\n# echo 1048576 > /proc/sys/fs/file-max", readCommand},
	{"hp-ux", "model, uname -r, print_manifest, ioscan and boot messages of HP-UX", "ia64 hp server rx2620", readHPUX},
	{"message", "what kctune says of a change", "# kctune maxfiles_lim=99999999\nERROR:   The value of 'maxfiles_lim' is too large.", readTuneMessage},
	{"answer", "the bare answer to a command", "$ ulimit -n\n1024", readAnswer},
	{"comment", "comments", "# fs.file-max = 65536", readComment},
	{"project", "/etc/project and projects -l", "default:3::::process.max-file-descriptor=(basic,4096,deny),(priv,65536,deny)", readProject},
	{"prctl", "prctl of Solaris 9 and later", "process: 1234: /opt/CommuniGate/CGServer\nNAME    PRIVILEGE       VALUE    FLAG   ACTION       RECIPIENT\nprocess.max-file-descriptor\n        basic             256       -   deny              1234\n        privileged      65.5K       -   deny                 -", readPrctl},
	{"sysdef", "sysdef of Solaris", "* Process Resource Limit Tunables (Current:Maximum)\n0x00000100:0x00010000   file descriptors", readSysdef},
	{"psrinfo", "psrinfo, with -v and -vp", "The physical processor has 2 virtual processors (0-1)\n  x86 (GenuineIntel 306F2 family 6 model 63 step 2 clock 2594 MHz)", readPsrinfo},
	{"prtconf", "prtconf and prtdiag", "System Configuration:  Sun Microsystems  sun4v\nMemory size: 16384 Megabytes", readPrtconf},
	{"sunos", "uname -X, showrev, /etc/release and isainfo", "                       Solaris 10 10/09 s10s_u8wos_08a SPARC", readSunOS},
	{"sun-memory", "swap -l, kstat -p and boot messages of Solaris", "mem = 16777216K (0x400000000)", readSunMemory},
	{"machinfo", "machinfo of HP-UX 11i v2 and v3", "CPU info:\n   2 Intel(R) Itanium 2 processors (1.6 GHz, 6 MB)\nMemory: 8180 MB (7.99 GB)", readMachinfo},
	{"swapinfo", "swapinfo of HP-UX", "             Mb      Mb      Mb   PCT  START/      Mb\nTYPE      AVAIL    USED    FREE  USED   LIMIT RESERVE  PRI  NAME\ndev        8192       0    8192    0%       0       -    1  /dev/vg00/lvol2", readSwapinfo},
	{"properties", "lists that PowerShell and wmic print of objects", "SettingName                     : Internet\nDynamicPortRangeStartPort       : 49152\nDynamicPortRangeNumberOfPorts   : 16384", readProperties},
	{"property-table", "tables that PowerShell and wmic print of objects", "SettingName DynamicPortRangeStartPort DynamicPortRangeNumberOfPorts\n----------- ------------------------- -----------------------------\nInternet                        49152                         16384", readPropertyTable},
	{"windows-message", "what commands of Windows say of how they went", "C:\\>netsh int ipv4 set dynamicport tcp start=1025 num=64510\nAccess is denied.", readWinMessage},
	{"winver", "ver, winver and the first lines of cmd and PowerShell", "Microsoft Windows [Version 10.0.17763.1999]", readWinver},
	{"systeminfo", "systeminfo in all languages", "OS Name:                   Microsoft Windows Server 2019 Standard\nProcessor(s):              2 Processor(s) Installed.\nTotal Physical Memory:     32,503 MB", readSystemInfo},
	{"limits.conf", "limits.conf of pam_limits", "*           soft    nofile    16384\n*           hard    nofile    65536\n@mail       -       nproc     32768", readLimitsConf},
	{"container", "limits of containers in a Compose file", "ulimits:\n  nofile:\n    soft: 20000\n    hard: 40000\n  nproc: 65535", readContainer},
	{"limits of AIX", "/etc/security/limits of AIX", "default:\n\tfsize = -1\n\tnofiles = 2000\n\tnofiles_hard = -1", readAIXLimits},
	{"lsuser", "lsuser of AIX", "root fsize=-1 nofiles=2000", readLsuser},
	{"kernel-config", "the configuration of a kernel of BSD", "options 	VIMAGE", readKernelConfBSD},
	{"version", "sw_vers, system_profiler, hostinfo and vm_stat of macOS", "ProductName:\tmacOS\nProductVersion:\t14.4.1\nBuildVersion:\t23E224", readMacVersion},
	{"lsconf", "prtconf, lsconf, lsattr and lparstat of AIX", "Number Of Processors: 2\nMemory Size: 8192 MB\nGood Memory Size: 8192 MB", readAIXHardware},
	{"swap", "swapinfo, pstat -s and swapctl", "Device          1K-blocks     Used    Avail Capacity\n/dev/ada0p2       4194304        0  4194304     0%", readSwapBSD},
	{"top", "the head of top on FreeBSD", "Swap: 4096M Total, 4096M Free", readTopBSD},
	{"sysctl", "values of sysctl that take several lines", "<mesh>", readSysctlText},
	{"dmesg", "boot messages of the BSDs", "real memory  = 8589934592 (8192 MB)", readBootBSD},
	{"uname", "uname -a and /proc/version", "Linux mail 6.1.0-18-amd64 #1 SMP Debian 6.1.76-1 x86_64 GNU/Linux", readUname},
	{"os-release", "os-release, lsb-release", "PRETTY_NAME=\"Debian GNU/Linux 12 (bookworm)\"\nVERSION_ID=\"12\"", readOSRelease},
	{"free", "free in all languages", "               total        used        free      shared  buff/cache   available\nMem:        24684084      974220    19385152        8872     4656248    23709864\nSwap:        2097148           0     2097148", readFree},
	{"swaps", "/proc/swaps and swapon", "Filename				Type		Size		Used		Priority\n/dev/sda2                               partition	8388604		0		-2", readSwaps},
	{"top", "the head of top on Linux", "KiB Mem :  7965692 total,   654321 free,  1234567 used,  6076804 buff/cache", readTopLinux},
	{"meminfo", "/proc/meminfo", "MemTotal:        8164548 kB\nMemFree:          512036 kB\nSwapTotal:       2097148 kB", readMeminfo},
	{"vmstat", "vmstat -s", "     24684084 K total memory\n       974220 K used memory\n      2097148 K total swap", readVmstat},
	{"lscpu", "lscpu in all languages", "Architecture:                            x86_64\nCPU(s):                                  2\nOn-line CPU(s) list:                     0,1", readLscpu},
	{"cpuinfo", "/proc/cpuinfo", "processor       : 0\nmodel name      : Intel(R) Xeon(R) CPU\nprocessor       : 1", readCPUInfo},
	{"getconf", "getconf -a", "OPEN_MAX                           20000\nCHILD_MAX                          63304", readGetconf},
	{"getconf", "getconf GNU_LIBPTHREAD_VERSION", "NPTL 2.36", readThreadLibrary},
	{"dmesg", "boot messages of Linux", "TCP established hash table entries: 262144 (order: 9, 2097152 bytes)", readKernelLog},
	{"lsmod", "lsmod", "Module                  Size  Used by\nnf_conntrack          180224  1 xt_conntrack", readModules},
	{"heading", "prose that names the file whose lines follow", "Then add to /etc/sysctl.conf:", readIntroduction},
	{"message", "messages of programs that failed", "sysctl: cannot stat /proc/sys/net/ipv4/tcp_tw_recycle: No such file or directory", readComplaint},
	{"mark", "dividing lines", "---", readMark},
	{"other", "what only tells the system", "sockets: used 15", readOther},
}
