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
var programs = map[string]program{
	"ulimit":  {run: runUlimit},
	"limit":   {run: runLimit, prose: true},
	"limits":  {run: runLimits, prose: true},
	"sysctl":  {run: runSysctl},
	"prlimit": {run: runPrlimit},
	"getconf": {run: runGetconf},
	"free":    {run: runFree, prose: true},
	"uname":   {run: runUname},
	"nproc":   {run: runNproc, options: true},
	"pidof":   {run: runPIDs},
	"pgrep":   {run: runPIDs},

	"cat": {run: runFiles, prose: true}, "head": {run: runFiles, prose: true}, "tail": {run: runFiles, prose: true}, "less": {run: runFiles, prose: true},
	"more": {run: runFiles, prose: true}, "grep": {run: runFiles}, "egrep": {run: runFiles}, "zgrep": {run: runFiles}, "sed": {run: runFiles},
	"awk": {run: runFiles}, "vi": {run: runFiles}, "vim": {run: runFiles}, "nano": {run: runFiles}, "emacs": {run: runFiles}, "view": {run: runFiles, prose: true},
	"tee": {run: runFiles}, "systemctl": {run: runSystemctl},

	"echo": {run: runEcho}, "printf": {run: runEcho},
	"su": {run: runInner}, "docker": {run: runContainer, prose: true}, "podman": {run: runContainer}, "kubectl": {run: runInner}, "oc": {run: runInner}, "env": {run: runInner},
	"sudo": {run: runInner}, "xargs": {run: runInner}, "bash": {run: runInner}, "zsh": {run: runPosix}, "fish": {run: runInner, prose: true}, "tcsh": {run: runInner}, "csh": {run: runInner}, "bsd-csh": {run: runInner}, "rc": {run: runInner, prose: true}, "nu": {run: runInner, prose: true}, "xonsh": {run: runInner}, "rbash": {run: runInner},
	"ksh88": {run: runPosix}, "pdksh": {run: runPosix}, "oksh": {run: runPosix}, "lksh": {run: runPosix},
	"sh": {run: runPosix}, "dash": {run: runPosix, prose: true}, "ksh": {run: runPosix}, "ksh93": {run: runPosix}, "mksh": {run: runPosix}, "ash": {run: runPosix, prose: true}, "yash": {run: runPosix}, "busybox": {run: runPosix},
	"ndd": {run: runNdd}, "ipadm": {run: runIpadm}, "prctl": {run: runPrctl}, "plimit": {run: runPlimit}, "pfiles": {run: runPlimit}, "pargs": {run: runSolaris}, "pstree": {run: runOther}, "tr": {run: runOther, prose: true}, "projmod": {run: runProject}, "projadd": {run: runProject},
	"mdb": {run: runDebugger}, "adb": {run: runDebugger}, "psrinfo": {run: runPsrinfo}, "prtconf": {run: runPrtconf}, "prtdiag": {run: runSolaris}, "isainfo": {run: runIsainfo}, "kstat": {run: runSolaris},
	"showrev": {run: runSolaris}, "svcadm": {run: runSolaris}, "svcs": {run: runSolaris}, "svccfg": {run: runSolaris}, "projects": {run: runProjects, prose: true}, "swap": {run: runOther, prose: true}, "sysdef": {run: runOther},
	"kctune": {run: runTune}, "kmtune": {run: runTune}, "kcusage": {run: runHPUX}, "machinfo": {run: runHPUX}, "swapinfo": {run: runOther}, "print_manifest": {run: runHPUX}, "ioscan": {run: runHPUX},
	"kmsystem": {run: runHPUX}, "kcmodule": {run: runHPUX}, "mk_kernel": {run: runHPUX}, "model": {run: runOther, prose: true},
	"ssh": {run: runSSH}, "diff": {run: runDiff}, "sdiff": {run: runOther},

	"lscpu": {run: runOther}, "vmstat": {run: runOther}, "lsmod": {run: runOther}, "dmesg": {run: runOther}, "ps": {run: runOther}, "ss": {run: runOther}, "netstat": {run: runOther},
	"hostname": {run: runOther, prose: true}, "id": {run: runOther, prose: true}, "date": {run: runOther, prose: true}, "ls": {run: runOther}, "cd": {run: runOther}, "exit": {run: runOther, prose: true}, "clear": {run: runOther, prose: true},
	"cp": {run: runOther}, "mv": {run: runOther}, "chmod": {run: runOther}, "mkdir": {run: runOther}, "umask": {run: runOther}, "service": {run: runOther, prose: true}, "lsb_release": {run: runOther},
	"launchctl": {run: runLaunchctl, sure: true}, "sw_vers": {run: runSwVers}, "system_profiler": {run: runMac}, "vm_stat": {run: runMac}, "hostinfo": {run: runMac}, "plutil": {run: runFiles}, "defaults": {run: runDefaults, prose: true}, "csrutil": {run: runMac}, "dscl": {run: runMac},
	"procstat": {run: runProcstat}, "kenv": {run: runKenv}, "sysrc": {run: runFreeBSD}, "pkg": {run: runOther}, "freebsd-version": {run: runVersion}, "swapctl": {run: runOther}, "pstat": {run: runOther}, "cap_mkdb": {run: runOther}, "rcctl": {run: runOther}, "pw": {run: runFreeBSD, prose: true}, "jexec": {run: runInner},
	"lsuser": {run: runAIX}, "chuser": {run: runChuser}, "chsec": {run: runChuser}, "oslevel": {run: runOslevel}, "lsattr": {run: runOther}, "lsconf": {run: runAIX}, "lsps": {run: runAIX}, "lparstat": {run: runAIX}, "svmon": {run: runAIX}, "bootinfo": {run: runAIX},
	"hostnamectl": {run: runOther}, "uptime": {run: runOther, prose: true}, "which": {run: runOther, prose: true}, "w": {run: runOther, prose: true, options: true}, "top": {run: runOther, prose: true}, "journalctl": {run: runOther},
	"modprobe": {run: runOther}, "history": {run: runOther, prose: true}, "logger": {run: runOther, prose: true}, "whoami": {run: runOther}, "reboot": {run: runOther, prose: true}, "sleep": {run: runOther, prose: true},
}

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
