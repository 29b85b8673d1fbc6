package advisor_test

import (
	"strings"

	"headroom/advisor/dump"
	"headroom/advisor/rule"
)

func (g *generator) solaris() {
	g.prompt = "# "
	name := g.one("SunOS mail 5.8 Generic_117350 sun4u sparc SUNW,Sun-Fire-V240", "SunOS mail 5.9 Generic_122300 sun4u sparc SUNW,Sun-Fire-V240",
		"SunOS mail 5.10 Generic_147440 sun4v sparc sun4v", "SunOS mail 5.11 11.4.0.15.0 sun4v sparc sun4v", "SunOS mail 5.11 11.4.42.111.0 i86pc i386 i86pc",
		"SunOS mail 5.11 illumos-2816291 i86pc i386 i86pc illumos")
	eleven := strings.Contains(name, "5.11")
	g.printf("# uname -a\n%s\n", name)
	parts := []func(){
		g.kernelVariables, g.resourceControl,
		func() { g.startup("/var/CommuniGate/Startup.sh") },
		g.shell,
		func() {
			g.printf("# plimit $(cat /var/CommuniGate/ProcessID)\n1234:   /opt/CommuniGate/CGServer --Base /var/CommuniGate\n   resource              current         maximum\n  nofiles(descriptors)  %s            %s\n", g.one("256", "1024", "65536"), g.one("65536", "262144"))
		},
		func() { g.printf("# prtconf | grep Memory\nMemory size: %d Megabytes\n", 512<<g.IntN(8)) },
	}
	if eleven {
		parts = append(parts, g.properties)
	} else {
		parts = append(parts, g.parameters, g.parameterScript)
	}
	g.parts(parts...)
}

func (g *generator) kernelVariables() {
	g.printf("# cat /etc/system\n*ident  \"@(#)system 1.18\"\n* local\nset maxusers=2048\n")
	modules := map[string]string{"tcp_conn_hash_size": "tcp:", "ipcl_conn_hash_size": "ip:"}
	g.each(dump.Solaris, 3, func(name, value string) {
		if name == "rlim_fd_sys" && value == "2147483647" {
			value = "1048576"
		}
		g.printf("set %s%s%s%s\n", modules[name], name, g.one("=", " = "), value)
	}, rule.EtcSystem)
}

func (g *generator) parameters() {
	g.each(dump.Solaris, 2, func(name, value string) { g.printf("# ndd -get /dev/tcp %s\n%s\n", name, value) }, rule.Ndd)
}

func (g *generator) parameterScript() {
	g.printf("# cat %s\n#!/sbin/sh\n# local\n", g.one("/etc/init.d/nddconfig", "/etc/rc2.d/S99ndd", "/etc/init.d/headroom-ndd"))
	g.each(dump.Solaris, 3, func(name, value string) {
		g.printf("%sndd -set /dev/tcp %s %s\n", g.one("", "/usr/sbin/"), name, value)
	}, rule.Ndd)
}

func (g *generator) properties() {
	g.printf("# ipadm show-prop tcp\nPROTO PROPERTY              PERM CURRENT      PERSISTENT   DEFAULT      POSSIBLE\n")
	g.each(dump.Solaris, 2, func(name, value string) {
		property := strings.TrimPrefix(name, "tcp")
		switch name {
		case "tcp_recv_hiwat":
			property = g.one("recv_buf", "recv_maxbuf")
		case "tcp_xmit_hiwat":
			property = g.one("send_buf", "send_maxbuf")
		case "tcp_smallest_anon_port":
			property = "smallest_anon_port"
		}
		g.printf("tcp   %-21s rw   %-12s --           %-12s 1-4294967295\n", property, value, value)
	}, rule.Ndd)
}

func (g *generator) resourceControl() {
	g.printf("# prctl -n process.max-file-descriptor $(cat /var/CommuniGate/ProcessID)\nprocess: 1234: /opt/CommuniGate/CGServer --Base /var/CommuniGate\nNAME    PRIVILEGE       VALUE    FLAG   ACTION                       RECIPIENT\nprocess.max-file-descriptor\n        basic           %s       -   deny                              1234\n        privileged      %s       -   deny                                 -\n        system          2.15G     max   deny                                 -\n", g.one("256", "1.02K", "16.4K"), g.one("1.02K", "65.5K", "262K"))
}

func (g *generator) hpux() {
	g.prompt = "# "
	release := g.one("B.11.11 U 9000/800", "B.11.23 U ia64", "B.11.31 U ia64")
	g.printf("# uname -a\nHP-UX mail %s 0123456789 unlimited-user license\n", release)
	parts := []func(){
		func() {
			g.printf("# cat /stand/system\n")
			g.each(dump.HPUX, 3, func(name, value string) {
				g.printf("%s%s %s\n", map[bool]string{false: "tunable "}[strings.Contains(release, "11.11")], name, value)
			}, rule.Kctune)
		},
		g.ndd, g.nddconf, g.shell,
	}
	if strings.Contains(release, "11.11") {
		parts = append(parts, g.kmtune)
	} else {
		parts = append(parts, g.kctune)
	}
	g.parts(parts...)
}

func (g *generator) kctune() {
	g.printf("# kctune\nTunable                       Value  Expression  Changes\n")
	g.each(dump.HPUX, 2, func(name, value string) { g.printf("%-25s %10s  %-10s  Immed\n", name, value, value) }, rule.Kctune)
}

func (g *generator) kmtune() {
	g.printf("# kmtune\nParameter             Current Dyn Planned                    Module     Version\n===============================================================================\n")
	g.each(dump.HPUX, 2, func(name, value string) { g.printf("%-22s %8s  -  %s\n", name, value, value) }, rule.Kctune)
}

func (g *generator) ndd() {
	g.each(dump.HPUX, 2, func(name, value string) { g.printf("# ndd -get /dev/tcp %s\n%s\n", name, value) }, rule.Nddconf)
}

func (g *generator) nddconf() {
	g.printf("# cat /etc/rc.config.d/nddconf\n# nddconf: network tunable parameters\nTRANSPORT_NAME[0]=ip\nNDD_NAME[0]=ip_pmtu_strategy\nNDD_VALUE[0]=1\n")
	n := 1
	g.each(dump.HPUX, 2, func(name, value string) {
		g.printf("TRANSPORT_NAME[%d]=tcp\nNDD_NAME[%d]=%s\nNDD_VALUE[%d]=%s\n", n, n, name, n, value)
		n++
	}, rule.Nddconf)
}
