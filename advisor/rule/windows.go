package rule

import "headroom/advisor/dump"

const (
	tcpipKey     = `HKLM\SYSTEM\CurrentControlSet\Services\Tcpip\Parameters`
	seeTcpipKey  = "reg query " + tcpipKey
	guideWindows = "CommuniGate Pro Guide 5.1, Scalability, Windows"
	microsoftTCP = "Microsoft KB 314053, TCP/IP and NBT configuration parameters"
	microsoftDyn = "Microsoft KB 929851, default dynamic port range for TCP/IP"
	microsoftOut = "Microsoft, TCP/IP port exhaustion troubleshooting (2025)"
)

// windowsRules are the rules of Windows, in the order of its page.
var windowsRules = []Rule{
	{
		ID: "windows.MaxUserPort", OS: dump.Windows, Setting: "MaxUserPort", Releases: "NT4-2003",
		Unit: "port", Direction: AtLeast, Guide: "20000", Demand: "1024+Rout*TIME_WAIT_s", Kind: Guide,
		Title:   "Highest port for outgoing connections",
		Why:     "An outgoing connection takes a port from 1025 up to this one and keeps it through TIME_WAIT. Valid are 5000 to 65534. Vista, Server 2008 and later have netsh's dynamic ports in its place. On Windows 9x the key is Services\\VxD\\MSTCP.",
		Risk:    "With no port left, connections to other servers fail. On Windows 11 a value left over moved the range down over the listeners.",
		Default: "5000, which is 3976 ports.",
		See:     seeTcpipKey, Set: `registry REG_DWORD under HKLM\SYSTEM\CurrentControlSet\Services\Tcpip\Parameters`, Means: Registry, Effect: "reboot", Section: "Windows",
		Sources: []string{guideWindows, "Microsoft, MaxUserPort, Windows 2000 and Server 2003", microsoftDyn, "nmap, pull request 3499", derived},
		Judge:   judgeUserPort, most: mostUserPort, allows: allowance{1024, 1, "ports"},
	},
	{
		ID: "windows.TcpTimedWaitDelay", OS: dump.Windows, Setting: "TcpTimedWaitDelay", Releases: "NT4+",
		Unit: "seconds", Direction: AtMost, Guide: "60", Kind: Guide,
		Title:   "Time that a closed connection stays in TIME_WAIT",
		Why:     "The guide has no figure for Windows: it calls 20 to 30 s safe in general and sets 60 s on other systems. Valid are 30 to 300 s, so its 20 s cannot be had.",
		Risk:    "Too long, and the ports for outgoing connections run out. Incoming connections use none of them.",
		Default: "240 on NT and 2000, 120 on XP and Server 2003; for Vista and later Microsoft's own pages say 120 and 240.",
		See:     seeTcpipKey, Set: "registry REG_DWORD, same key", Means: Registry, Effect: "reboot", Section: "TIME_WAIT",
		Sources: []string{"CommuniGate Pro Guide 5.1, Scalability, TIME_WAIT", microsoftTCP, microsoftOut}, Judge: judgeTimedWait, short: msgDelayLong,
	},
	{
		ID: "windows.dynamicport.tcp", OS: dump.Windows, Setting: "dynamicport.tcp", Releases: "Vista/2008+",
		Gate: Gate{From: "6.0", Successor: "before Vista and Server 2008 it is MaxUserPort that gives the range"},
		Unit: "ports", Direction: AtLeast, Guide: "18976", Demand: "Rout*TIME_WAIT_s", Kind: Beyond,
		Title:   "Ports for outgoing TCP connections",
		Why:     "A start and a count. The guide's MaxUserPort of 20000 is 18976 ports from 1025 on, more than today's default of 16384. The range for IPv6 is a setting of its own.",
		Risk:    "With no port left, connections to other servers fail: look for events 4227 and 4231. A range that begins low covers the ports of listeners.",
		Default: "49152 and 16384: the ports from 49152 to 65535.",
		See:     "netsh int ipv4 show dynamicport tcp", Set: "netsh int ipv4 set dynamicport tcp start=46560 num=18976", Means: Netsh, Effect: "at once", Section: "Windows",
		Sources: []string{microsoftDyn, microsoftOut, derived}, Judge: judgeDynamicPorts, measure: portsInRange, form: rangeAtTop,
	},
	{
		ID: "windows.dynamicport.udp", OS: dump.Windows, Setting: "dynamicport.udp", Releases: "Vista/2008+",
		Gate: Gate{From: "6.0", Successor: "before Vista and Server 2008 it is MaxUserPort that gives the range"},
		Unit: "ports", Direction: Info, Demand: "Qdns*timeout_s", Kind: Beyond,
		Title:   "Ports for outgoing UDP",
		Why:     "Each DNS query holds a port until it is answered or times out. The media ports of the server must not lie inside the range.",
		Risk:    "With no port left, DNS queries fail, and mail waits. Media ports inside the range may be taken when a call needs them.",
		Default: "49152 and 16384: the ports from 49152 to 65535.",
		See:     "netsh int ipv4 show dynamicport udp", Set: "netsh int ipv4 set dynamicport udp start=... num=...", Means: Netsh, Effect: "at once", Section: "-",
		Sources: []string{microsoftDyn, microsoftOut, derived}, Judge: judgeUDPPorts, measure: portsInRange, form: rangeAtTop,
	},
}
