package advisor_test

import (
	"strconv"

	"headroom/advisor/dump"
	"headroom/advisor/rule"
)

func (g *generator) windows() {
	g.printf("C:\\>ver\r\n\r\nMicrosoft Windows %s\r\n\r\n", g.one("2000 [Version 5.00.2195]", "XP [Version 5.1.2600]", "[Version 5.2.3790]", "[Version 6.1.7601]", "[Version 10.0.20348.2113]"))
	g.parts(
		g.registry, g.regFile,
		func() {
			for _, protocol := range []string{"tcp", "udp"} {
				g.printf("C:\\>netsh int ipv4 show dynamicport %s\r\n\r\nProtocol %s Dynamic Port Range\r\n---------------------------------\r\nStart Port      : %s\r\n\r\n", protocol, protocol,
					g.one("49152\r\nNumber of Ports : 16384", "1025\r\nNumber of Ports : 64510", "46560\r\nNumber of Ports : 18976"))
			}
		},
		func() {
			g.printf("C:\\>netsh int ipv4 set dynamicport tcp start=%s\r\nOk.\r\n\r\n", g.one("10000 num=1000", "49152 num=16384", "1025 num=64510"))
		},
	)
}

// number is a value of the registry: one of its own among others that are no
// ports and no seconds.
func (g *generator) number(name string) uint64 {
	value := g.value(name)
	if name == "TcpTimedWaitDelay" {
		value = g.one("10", "30", "60", "120", "240", "300", "1000")
	}
	n, err := strconv.ParseUint(value, 10, 32)
	if err != nil {
		panic(err)
	}
	return n
}

func (g *generator) registry() {
	g.printf("C:\\>reg query HKLM\\SYSTEM\\CurrentControlSet\\Services\\Tcpip\\Parameters\r\n\r\nHKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Services\\Tcpip\\Parameters\r\n    Hostname    REG_SZ    mail\r\n")
	g.each(dump.Windows, 2, func(name, _ string) { g.printf("    %s    REG_DWORD    0x%x\r\n", name, g.number(name)) }, rule.Registry)
	g.printf("\r\n")
}

func (g *generator) regFile() {
	g.printf("C:\\>type local.reg\r\nWindows Registry Editor Version 5.00\r\n\r\n[HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Services\\Tcpip\\Parameters]\r\n")
	g.each(dump.Windows, 2, func(name, _ string) { g.printf("\"%s\"=dword:%08x\r\n", name, g.number(name)) }, rule.Registry)
	g.printf("\r\n")
}
