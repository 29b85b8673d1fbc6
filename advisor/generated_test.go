package advisor_test

import (
	"flag"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"headroom/advisor/dump"
	"headroom/advisor/rule"
)

// hosts is how many hosts of each system the remedies are tried on.
var hosts = flag.Int("hosts", 500, "generated hosts of each system")

// generators write the paste of a host of each system.
var generators = map[string]func(*generator){
	dump.Linux: (*generator).linux, dump.Solaris: (*generator).solaris, dump.HPUX: (*generator).hpux,
	dump.FreeBSD: (*generator).freebsd, dump.MacOS: (*generator).macos, dump.Windows: (*generator).windows,
}

// The remedies of any host close what they were written for. The seeds are
// fixed, so that a failure stays.
func TestRemediesCloseGeneratedHosts(t *testing.T) {
	n := *hosts
	if slow {
		n /= 50
	}
	for system, host := range generators {
		t.Run(system, func(t *testing.T) {
			remedies, judged := 0, 0
			for seed := range uint64(n) {
				g := &generator{Rand: rand.New(rand.NewPCG(seed, 1))}
				host(g)
				d := trial{name: fmt.Sprintf("%s %d\n%s", system, seed, g.b.String()), text: g.b.String()}
				if g.some(3) {
					d.plan = g.one(plans...)
				}
				if check(d.text, "", d.plan).Dump.Host.OS == system {
					judged++
				}
				if remedies += d.closes(t); t.Failed() {
					return
				}
			}
			assert.NotZero(t, remedies)
			assert.Greater(t, judged, n*9/10, "the paste says which system it is")
		})
	}
}

// A generator writes the paste of a host that does not exist.
type generator struct {
	*rand.Rand
	b      strings.Builder
	prompt string
}

// some is true once in n times.
func (g *generator) some(n int) bool { return g.IntN(n) == 0 }

func (g *generator) one(values ...string) string { return values[g.IntN(len(values))] }

func (g *generator) printf(format string, args ...any) { fmt.Fprintf(&g.b, format, args...) }

// parts writes each part or leaves it out, in the order in which they came to
// hand.
func (g *generator) parts(parts ...func()) {
	g.Shuffle(len(parts), func(i, j int) { parts[i], parts[j] = parts[j], parts[i] })
	for _, part := range parts {
		if g.some(2) {
			part()
		}
	}
}

// counts are values of settings that count something or are a size: from far
// too low to far beyond need.
var counts = []string{"1", "64", "128", "512", "1000", "1024", "4096", "8192", "16384", "32768", "49152", "65536", "131072", "212992", "1048576", "2147483647"}

// value is some value of a setting.
func (g *generator) value(name string) string {
	switch name {
	case "net.ipv4.ip_local_port_range":
		return g.one("32768\t60999", "1024 65535", "40000 41000", "16384\t65535")
	case "net.ipv4.udp_mem":
		return g.one("188739\t251655\t377478", "10 20 30")
	case "net.ipv4.tcp_tw_recycle", "net.ipv4.tcp_tw_reuse", "vm.overcommit_memory", "vfs.vmiodirenable":
		return g.one("0", "1", "2")
	case "MaxUserPort", "net.inet.ip.portrange.first", "net.inet.ip.portrange.last", "tcp_smallest_anon_port", "smallest_anon_port":
		return g.one("1024", "5000", "10000", "20000", "32768", "49152", "65534", "65535")
	case "fs.file-max":
		return g.one(append(counts, "9223372036854775807")...)
	}
	if strings.Contains(name, "interval") || strings.Contains(name, "keep") || strings.Contains(name, "msl") {
		return g.one("1000", "10000", "15000", "30000", "60000", "135000", "240000", "675000", "7200000")
	}
	return g.one(counts...)
}

// each calls write with a part of the settings that these means set on the
// system, each with a value: one of keep.
func (g *generator) each(system string, keep int, write func(name, value string), means ...rule.Means) {
	for i := range rule.Catalogue {
		r := &rule.Catalogue[i]
		for _, m := range means {
			if r.OS == system && r.Means == m && g.some(keep) {
				write(r.Setting, g.value(r.Setting))
			}
		}
	}
}

// startup shows a Startup.sh.
func (g *generator) startup(path string) {
	g.printf("%scat %s\n", g.prompt, path)
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

func (g *generator) shell() {
	g.printf("%sulimit -n\n%s\n", g.prompt, g.one("256", "1024", "65536"))
}
