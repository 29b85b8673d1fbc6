package dump

// A program is a command that a prompt may stand before.
type program struct {
	run     func(p *page, c *call) // reads what it sets, notes what it shows
	prose   bool                   // its name is a word of prose, too
	sure    bool                   // its name alone makes a line a command
	options bool                   // it takes nothing but options; its name is that of a setting, too
}

// programs are the commands that are known. A name that is not here is a
// command only behind a prompt that names user and host.
var programs = table[program]{rows: []row[program]{
	{"ulimit", program{run: runUlimit}},
	{"limit", program{run: runLimit, prose: true}},
	{"limits", program{run: runLimits, prose: true}},
	{"sysctl", program{run: runSysctl}},
	{"prlimit", program{run: runPrlimit}},
	{"getconf", program{run: runGetconf}},
	{"free", program{run: runFree, prose: true}},
	{"uname", program{run: runUname}},
	{"nproc", program{run: runNproc, options: true}},
	{"pidof pgrep", program{run: runPIDs}},
	{"cat head tail less more view", program{run: runFiles, prose: true}},
	{"grep egrep zgrep sed awk vi vim nano emacs tee plutil", program{run: runFiles}},
	{"systemctl", program{run: runSystemctl}},
	{"echo printf", program{run: runEcho}},
	{"su kubectl oc env sudo xargs bash tcsh csh bsd-csh xonsh rbash jexec", program{run: runInner}},
	{"docker", program{run: runContainer, prose: true}},
	{"podman", program{run: runContainer}},
	{"zsh ksh88 pdksh oksh lksh sh ksh ksh93 mksh yash busybox", program{run: runPosix}},
	{"fish rc nu", program{run: runInner, prose: true}},
	{"dash ash", program{run: runPosix, prose: true}},
	{"ndd", program{run: runNdd}},
	{"ipadm", program{run: runIpadm}},
	{"prctl", program{run: runPrctl}},
	{"plimit pfiles", program{run: runPlimit}},
	{"pargs prtdiag kstat showrev svcadm svcs svccfg", program{run: runSolaris}},
	{"pstree sysdef swapinfo sdiff lscpu vmstat lsmod dmesg ps ss netstat ls cd cp mv chmod mkdir umask lsb_release pkg swapctl pstat cap_mkdb rcctl lsattr hostnamectl journalctl modprobe whoami", program{run: runOther}},
	{"tr swap model hostname id date exit clear service uptime which top history logger reboot sleep", program{run: runOther, prose: true}},
	{"projmod projadd", program{run: runProject}},
	{"mdb adb", program{run: runDebugger}},
	{"psrinfo", program{run: runPsrinfo}},
	{"prtconf", program{run: runPrtconf}},
	{"isainfo", program{run: runIsainfo}},
	{"projects", program{run: runProjects, prose: true}},
	{"kctune kmtune", program{run: runTune}},
	{"kcusage machinfo print_manifest ioscan kmsystem kcmodule mk_kernel", program{run: runHPUX}},
	{"ssh", program{run: runSSH}},
	{"diff", program{run: runDiff}},
	{"launchctl", program{run: runLaunchctl, sure: true}},
	{"sw_vers", program{run: runSwVers}},
	{"system_profiler vm_stat hostinfo csrutil dscl", program{run: runMac}},
	{"defaults", program{run: runDefaults, prose: true}},
	{"procstat", program{run: runProcstat}},
	{"kenv", program{run: runKenv}},
	{"sysrc", program{run: runFreeBSD}},
	{"freebsd-version", program{run: runVersion}},
	{"pw", program{run: runFreeBSD, prose: true}},
	{"lsuser lsconf lsps lparstat svmon bootinfo", program{run: runAIX}},
	{"chuser chsec", program{run: runChuser}},
	{"oslevel", program{run: runOslevel}},
	{"w", program{run: runOther, prose: true, options: true}},
}}

// runDiff notes that both sides of a comparison follow.
func runDiff(p *page, _ *call) { p.diff = true }

// runPIDs notes that the process ID of the server follows.
func runPIDs(p *page, c *call) {
	for _, w := range c.arguments() {
		if ofServer(w.text) {
			p.expect = append(p.expect, answer{name: answerPID})
		}
	}
}
