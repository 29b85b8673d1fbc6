package advisor_test

import (
	"strings"

	"headroom/advisor/dump"
	"headroom/advisor/rule"
)

func (g *generator) linux() {
	g.prompt = "[root@mail ~]# "
	release := g.one("2.4.21-4.EL", "2.6.18-8.el5", "3.10.0-1160.el7.x86_64", "5.15.0-91-generic", "6.1.0-18-amd64")
	g.printf("[root@mail ~]# uname -a\nLinux mail %s #1 SMP x86_64 GNU/Linux\n", release)
	assign := func(name, value string) { g.printf("%s = %s\n", name, value) }
	g.parts(
		func() { g.printf("[root@mail ~]# sysctl -a\n"); g.each(dump.Linux, 2, assign, rule.Sysctl) },
		func() {
			g.printf("[root@mail ~]# cat /etc/sysctl.conf\n# local\nnet.ipv4.ip_forward = 1\n")
			g.each(dump.Linux, 4, assign, rule.Sysctl)
		},
		g.sysctlFolder, g.linuxBoot,
		func() { g.startup(g.one("/var/CommuniGate/Startup.sh", "/var/lib/CommuniGate/Startup.sh")) },
		g.unit, g.initScript, g.processLimits, g.shell,
		func() {
			g.printf("[root@mail ~]# grep MemTotal /proc/meminfo\nMemTotal:       %d kB\n", 1<<g.IntN(12)<<19)
		},
	)
}

func (g *generator) sysctlFolder() {
	g.printf("[root@mail ~]# tail -n +1 /etc/sysctl.d/*.conf\n")
	for _, name := range []string{"10-first", "90-communigate", "91-next", "99-last", "local"} {
		if g.some(2) {
			g.printf("==> /etc/sysctl.d/%s.conf <==\n# %s\n", name, name)
			g.each(dump.Linux, 6, func(name, value string) { g.printf("%s = %s\n", name, value) }, rule.Sysctl)
			g.printf("\n")
		}
	}
}

// linuxBoot shows the script that the guide's own examples were meant for.
func (g *generator) linuxBoot() {
	g.printf("[root@mail ~]# cat /etc/rc.local\n#!/bin/sh\n")
	g.each(dump.Linux, 8, func(name, value string) {
		value = strings.ReplaceAll(value, "\t", " ")
		if g.some(2) {
			g.printf("sysctl -w %s='%s'\n", name, value)
		} else {
			g.printf("echo %s > /proc/sys/%s\n", value, strings.ReplaceAll(name, ".", "/"))
		}
	}, rule.Sysctl)
}

func (g *generator) unit() {
	name := g.one("CommuniGate", "cgatepro")
	g.printf("[root@mail ~]# systemctl cat %s\n# /usr/lib/systemd/system/%s.service\n[Service]\nExecStart=/opt/CommuniGate/CGServer --Base /var/CommuniGate\n", name, name)
	if g.some(2) {
		g.printf("LimitNOFILE=%s\n", g.one("1024", "1024:4096", "1024:524288", "infinity", "65536"))
	}
	if g.some(2) {
		g.printf("\n# /etc/systemd/system/%s.service.d/override.conf\n[Service]\nLimitNOFILE=%s\nTasksMax=%s\n", name, g.one("2048", "100000"), g.one("100", "infinity", "4915"))
	}
}

func (g *generator) initScript() {
	g.printf("[root@mail ~]# cat /etc/init.d/CommuniGate\n#!/bin/sh\nSUPPLPARAMS=\n%sLD_ASSUME_KERNEL=%s\nexport LD_ASSUME_KERNEL\nulimit -u 2000\nulimit -c 2097151\n", g.one("", "#"), g.one("2.4.1", "2.2.5"))
}

func (g *generator) processLimits() {
	g.printf("[root@mail ~]# cat /proc/$(pidof CGServer)/limits\nLimit                     Soft Limit           Hard Limit           Units     \n")
	soft, hard, _ := strings.Cut(g.one("256 1024", "1024 1024", "1024 4096", "1024 524288", "20000 20000", "20000 524288"), " ")
	g.printf("Max open files            %-20s %-20s files     \n", soft, hard)
	g.printf("Max processes             %-20s %-20s processes \n", g.one("100", "2000", "unlimited"), "95000")
}
