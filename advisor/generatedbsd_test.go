package advisor_test

import (
	"headroom/advisor/dump"
	"headroom/advisor/rule"
)

func (g *generator) freebsd() {
	g.prompt = "# "
	release, arch := g.one("4.11", "5.4", "6.3", "8.2", "9.3", "10.4", "12.4", "14.1"), g.one("i386", "amd64")
	g.printf("# uname -a\nFreeBSD mail %s-RELEASE FreeBSD %s-RELEASE #0: root@build:/usr/obj/usr/src/sys/GENERIC  %s\n", release, release, arch)
	assign := func(name, value string) { g.printf("%s=%s\n", name, value) }
	quoted := func(name, value string) { g.printf("%s=\"%s\"\n", name, value) }
	both := []rule.Means{rule.SysctlConf, rule.LoaderConf}
	g.parts(
		func() {
			g.printf("# sysctl -a\n")
			g.each(dump.FreeBSD, 2, func(name, value string) { g.printf("%s: %s\n", name, value) }, both...)
		},
		func() { g.printf("# cat /etc/sysctl.conf\n# local\n"); g.each(dump.FreeBSD, 3, assign, both...) },
		func() {
			g.printf("# cat /boot/loader.conf\nautoboot_delay=\"3\"\n")
			g.each(dump.FreeBSD, 3, quoted, both...)
		},
		func() { g.printf("# cat /boot/loader.conf.local\n"); g.each(dump.FreeBSD, 6, quoted, rule.LoaderConf) },
		func() {
			g.printf("# cat /etc/rc.local\n#!/bin/sh\n")
			g.each(dump.FreeBSD, 8, func(name, value string) { g.printf("sysctl %s=%s\n", name, value) }, rule.SysctlConf)
		},
		func() { g.startup("/var/CommuniGate/Startup.sh") },
		g.shell,
		func() { g.printf("# sysctl hw.physmem\nhw.physmem: %d\n", 256<<20<<g.IntN(10)) },
	)
}

func (g *generator) macos() {
	g.prompt = "$ "
	g.printf("%s", g.one(
		"$ sw_vers\nProductName:\tMac OS X\nProductVersion:\t10.3.9\nBuildVersion:\t7W98\n",
		"$ sw_vers\nProductName:\tMac OS X\nProductVersion:\t10.6.8\nBuildVersion:\t10K549\n",
		"$ sw_vers\nProductName:\tMac OS X\nProductVersion:\t10.14.6\nBuildVersion:\t18G103\n",
		"$ sw_vers\nProductName:\t\tmacOS\nProductVersion:\t\t14.4\nBuildVersion:\t\t23E214\n",
		"$ uname -a\nDarwin mail.local 9.8.0 Darwin Kernel Version 9.8.0: Wed Jul 15 16:57:01 PDT 2009; root:xnu-1228.15.4~1/RELEASE_PPC Power Macintosh\n",
	))
	assign := func(name, value string) { g.printf("%s=%s\n", name, value) }
	g.parts(
		func() {
			g.printf("$ sysctl -a\n")
			g.each(dump.MacOS, 2, func(name, value string) { g.printf("%s: %s\n", name, value) }, rule.Launchd, rule.NoMeans)
		},
		func() { g.printf("$ cat /etc/sysctl.conf\n# local\n"); g.each(dump.MacOS, 3, assign, rule.Launchd) },
		g.daemon,
		func() { g.startup("/var/CommuniGate/Startup.sh") },
		g.shell,
		func() {
			g.printf("$ launchctl limit\n\tdata        %s      unlimited\n\tmaxfiles    %s            %s\n", g.one("unlimited", "6291456"), g.one("256", "10240", "65536"), g.one("unlimited", "65536"))
		},
		func() { g.printf("$ sysctl hw.memsize\nhw.memsize: %d\n", 1<<30<<g.IntN(8)) },
	)
}

// daemon shows a job of launchd that sets what sysctl.conf sets elsewhere.
func (g *generator) daemon() {
	g.printf("$ cat /Library/LaunchDaemons/local.sysctl.plist\n<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<plist version=\"1.0\">\n<dict>\n  <key>Label</key>\n  <string>local.sysctl</string>\n  <key>ProgramArguments</key>\n  <array>\n    <string>/usr/sbin/sysctl</string>\n")
	g.each(dump.MacOS, 3, func(name, value string) { g.printf("    <string>%s=%s</string>\n", name, value) }, rule.Launchd)
	g.printf("  </array>\n  <key>RunAtLoad</key>\n  <true/>\n</dict>\n</plist>\n")
}
