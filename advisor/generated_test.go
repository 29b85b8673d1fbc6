package advisor_test

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"headroom/advisor/rule"
)

// hosts is how many generated hosts the remedies are tried on.
const hosts = 200

// A generator writes the paste of a host that does not exist.
type generator struct {
	*rand.Rand
	b strings.Builder
}

// some is true once in n times.
func (g *generator) some(n int) bool { return g.IntN(n) == 0 }

func (g *generator) one(values ...string) string { return values[g.IntN(len(values))] }

func (g *generator) printf(format string, args ...any) { fmt.Fprintf(&g.b, format, args...) }

// value is some value of a setting: from far too low to far beyond need.
func (g *generator) value(name string) string {
	switch name {
	case "net.ipv4.ip_local_port_range":
		return g.one("32768\t60999", "1024 65535", "40000 41000", "16384\t65535")
	case "net.ipv4.udp_mem":
		return g.one("188739\t251655\t377478", "10 20 30")
	case "net.ipv4.tcp_tw_recycle", "net.ipv4.tcp_tw_reuse", "vm.overcommit_memory":
		return g.one("0", "1", "2")
	}
	return g.one("1", "128", "1000", "4096", "8192", "32768", "65536", "131072", "212992", "1048576", "9223372036854775807")
}

// settings writes a part of the kernel's settings.
func (g *generator) settings(keep int) {
	for i := range rule.Catalogue {
		if r := &rule.Catalogue[i]; r.Means == rule.Sysctl && r.OS == "linux" && g.some(keep) {
			g.printf("%s = %s\n", r.Setting, g.value(r.Setting))
		}
	}
}

// host writes a paste in the order in which the parts came to hand.
func (g *generator) host() string {
	release := g.one("2.4.21-4.EL", "2.6.18-8.el5", "3.10.0-1160.el7.x86_64", "5.15.0-91-generic", "6.1.0-18-amd64")
	g.printf("[root@mail ~]# uname -a\nLinux mail %s #1 SMP x86_64 GNU/Linux\n", release)
	parts := []func(){g.running, g.sysctlConf, g.sysctlFolder, g.startup, g.unit, g.script, g.limits, g.shell, g.memory}
	g.Shuffle(len(parts), func(i, j int) { parts[i], parts[j] = parts[j], parts[i] })
	for _, part := range parts {
		if g.some(2) {
			part()
		}
	}
	return g.b.String()
}

func (g *generator) running() {
	g.printf("[root@mail ~]# sysctl -a\n")
	g.settings(2)
}

func (g *generator) sysctlConf() {
	g.printf("[root@mail ~]# cat /etc/sysctl.conf\n# local\nnet.ipv4.ip_forward = 1\n")
	g.settings(4)
}

func (g *generator) sysctlFolder() {
	g.printf("[root@mail ~]# tail -n +1 /etc/sysctl.d/*.conf\n")
	for _, name := range []string{"10-first", "90-communigate", "91-next", "99-last", "local"} {
		if g.some(2) {
			g.printf("==> /etc/sysctl.d/%s.conf <==\n# %s\n", name, name)
			g.settings(6)
			g.printf("\n")
		}
	}
}

func (g *generator) startup() {
	g.printf("[root@mail ~]# cat %s\n", g.one("/var/CommuniGate/Startup.sh", "/var/lib/CommuniGate/Startup.sh"))
	if g.some(2) {
		g.printf("#!/bin/sh\n")
	}
	var options []string
	for _, option := range []string{"--dropRoot", "--DefaultStackSize 65536", "--DefaultStackSize 131072", "--useNonBlockingSockets", "--closeStuckSockets", "--CreateTempFilesDirectly 5"} {
		if g.some(3) {
			options = append(options, option)
		}
	}
	quote := g.one(`"`, "'")
	g.printf("SUPPLPARAMS=%s%s%s\n", quote, strings.Join(options, " "), quote)
	for _, line := range []string{"ulimit -n 1024", "ulimit -n 65536", "ulimit -u 2000", "ulimit -d 1048576", "ulimit -Hn 4096; ulimit -Sn 1024", "umask 0"} {
		if g.some(4) {
			g.printf("%s\n", line)
		}
	}
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

func (g *generator) script() {
	g.printf("[root@mail ~]# cat /etc/init.d/CommuniGate\n#!/bin/sh\nSUPPLPARAMS=\n%sLD_ASSUME_KERNEL=%s\nexport LD_ASSUME_KERNEL\nulimit -u 2000\nulimit -c 2097151\n", g.one("", "#"), g.one("2.4.1", "2.2.5"))
}

func (g *generator) limits() {
	g.printf("[root@mail ~]# cat /proc/$(pidof CGServer)/limits\nLimit                     Soft Limit           Hard Limit           Units     \n")
	soft, hard, _ := strings.Cut(g.one("256 1024", "1024 1024", "1024 4096", "1024 524288", "20000 20000", "20000 524288"), " ")
	g.printf("Max open files            %-20s %-20s files     \n", soft, hard)
	g.printf("Max processes             %-20s %-20s processes \n", g.one("100", "2000", "unlimited"), "95000")
}

func (g *generator) shell() {
	g.printf("[root@mail ~]# ulimit -n\n%s\n", g.one("1024", "65536"))
}

func (g *generator) memory() {
	g.printf("[root@mail ~]# grep MemTotal /proc/meminfo\nMemTotal:       %d kB\n", 1<<g.IntN(12)<<19)
}

// The remedies of any host close what they were written for. The seed is fixed,
// so that a failure stays.
func TestRemediesCloseGeneratedHosts(t *testing.T) {
	remedies := 0
	for seed := range uint64(hosts) {
		g := &generator{Rand: rand.New(rand.NewPCG(seed, 1))}
		text := g.host()
		remedies += closes(t, fmt.Sprintf("host %d\n%s", seed, text), text, "")
		if t.Failed() {
			return
		}
	}
	assert.NotZero(t, remedies)
}
