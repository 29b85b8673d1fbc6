package rule

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"headroom/advisor/capacity"
	"headroom/advisor/dump"
)

func freebsd(release string, settings ...dump.Setting) *dump.Dump {
	return on(dump.FreeBSD, release, settings...)
}

func withArch(arch string, d *dump.Dump) *dump.Dump {
	d.Host.Arch = arch
	return d
}

func withMemory(bytes uint64, d *dump.Dump) *dump.Dump {
	d.Host.MemoryBytes = bytes
	return d
}

const (
	loaderConf      = "/boot/loader.conf"
	loaderConfLocal = "/boot/loader.conf.local"
	bsdSysctlConf   = "/etc/sysctl.conf"
)

func TestFreeBSDBoundaries(t *testing.T) {
	one := func(id, value string) *dump.Dump {
		return freebsd("8.2-RELEASE", running(id, value))
	}
	for _, c := range []struct {
		setting          string
		short, at, above string
		ask              string
	}{
		{"net.inet.tcp.tcbhashsize", "8192", "16384", "65536", "16384"},
		{"kern.ipc.nmbclusters", "65535", "65536", "1048576", "65536"},
		{"kern.ipc.maxsockbuf", "1048575", "1048576", "16777216", "1048576"},
		{"kern.ipc.somaxconn", "4095", "4096", "32768", "4096"},
		{"net.inet.tcp.recvspace", "65535", "65536", "524288", "65536"},
		{"net.inet.tcp.keepidle", "300001", "300000", "60000", "300000"},
		{"net.inet.tcp.keepintvl", "30001", "30000", "15000", "30000"},
		{"kern.maxvnodes", "131071", "131072", "4000000", "131072"},
		{"kern.maxfiles", "131071", "131072", "4000000", "131072"},
		{"kern.maxfilesperproc", "65535", "65536", "4000000", "65536"},
	} {
		id := "freebsd." + c.setting
		checkHosts(t, []judgedHost{
			{"below " + c.setting, id, one(c.setting, c.short), "", Fix, c.short, c.ask},
			{"at " + c.setting, id, one(c.setting, c.at), "", OK, "", ""},
			{"above " + c.setting, id, one(c.setting, c.above), "", OK, "", ""},
		})
	}
}

func TestFreeBSDDescriptors(t *testing.T) {
	const id = "freebsd.ulimit.nofile"
	startup := func(value string) dump.Setting { return filed("/var/CommuniGate/Startup.sh", "ulimit.nofile", value) }
	checkHosts(t, []judgedHost{
		{"short", id, freebsd("13.2-RELEASE", startup("16383")), "", Fix, "guide", "16384"},
		{"at", id, freebsd("13.2-RELEASE", startup("16384")), "", OK, "", ""},
		{"far above", id, freebsd("13.2-RELEASE", startup("500000")), "", OK, "", ""},
		{"without end", id, freebsd("13.2-RELEASE", startup("unlimited")), "", Review, "give a number", ""},
		{"short of the plan", id, freebsd("13.2-RELEASE", startup("16384")), "connections=10000", Fix, "your plan", "20000"},
		{"the server raises itself", id, freebsd("13.2-RELEASE",
			limit(dump.Shell, "", "ulimit.nofile", "1024"), limit(dump.Shell, "", "ulimit.nofile.hard", "116991")), "", Review, "116991", ""},
	})
}

// The guide sets the table in loader.conf and in loader.conf.local, of which
// the latter counts; sysctl.conf cannot set it.
func TestFreeBSDHashTable(t *testing.T) {
	const id, name = "freebsd.net.inet.tcp.tcbhashsize", "net.inet.tcp.tcbhashsize"
	both := freebsd("8.2-RELEASE", filed(loaderConfLocal, name, "16384"), filed(loaderConf, name, "512"))
	checkHosts(t, []judgedHost{
		{"the local file is read last", id, both, "", OK, loaderConfLocal, ""},
		{"the plan is rounded up to a power of two", id, freebsd("13.2", running(name, "16384")), "connections=20000", Fix, "20000", "32768"},
		{"no power of two, today", id, freebsd("13.2", filed(loaderConf, name, "20000")), "", OK, "no power of two", ""},
		{"no power of two, of old", id, freebsd("8.2", filed(loaderConf, name, "20000")), "", Fix, "no power of two", "16384"},
		{"no power of two, at some time", id, freebsd("", filed(loaderConf, name, "20000")), "", Review, "no power of two", ""},
		{"not in sysctl.conf", id, freebsd("8.2", filed(bsdSysctlConf, name, "16384")), "", Unseen, "no effect", ""},
		{"short, and a line without effect", id, freebsd("8.2", running(name, "512"), filed(bsdSysctlConf, name, "16384")), "", Fix, "no effect", "16384"},
		{"the kernel's own is larger", id, freebsd("13.2", running("kern.ipc.maxsockets", "1048576"), filed(loaderConf, name, "16384")), "", Review, "524288", ""},
		{"not applied yet", id, freebsd("8.2", running(name, "512"), filed(loaderConf, name, "16384")), "", Review, "a reboot", ""},
	})
}

// On 64-bit systems the guide's figures lower the defaults: no remedy is ever
// written there, and a line with the guide's figure has to go.
func TestFreeBSDSegmentsByWidth(t *testing.T) {
	for _, c := range []struct{ setting, guide, half, wide string }{
		{"kern.maxdsiz", "1073741824", "536870912", "34359738368"},
		{"kern.dfldsiz", "1073741824", "134217728", "34359738368"},
		{"kern.maxssiz", "134217728", "67108864", "536870912"},
	} {
		id := "freebsd." + c.setting
		host := func(arch string, settings ...dump.Setting) *dump.Dump {
			return withArch(arch, freebsd("12.1-RELEASE", settings...))
		}
		now, file := running(c.setting, c.half), filed(loaderConf, c.setting, c.guide)
		checkHosts(t, []judgedHost{
			{"i386 by itself", id, host("i386", now), "", Fix, c.half, c.guide},
			{"i386 with the guide's line", id, host("i386", file), "", OK, "", ""},
			{"amd64 by itself", id, host("amd64", running(c.setting, c.wide)), "", OK, "", ""},
			{"amd64 with the guide's line", id, host("amd64", file), "", Review, "lowers the system's own default of " + c.wide, ""},
			{"amd64 at its next start", id, host("amd64", running(c.setting, c.wide), file), "", Review, "lowers", ""},
			{"amd64 after that start", id, host("amd64", running(c.setting, c.guide)), "", OK, c.wide, ""},
			{"amd64 with less", id, host("amd64", now), "", Review, "take out", ""},
			{"arm64 with less", id, host("aarch64", now), "", Review, "take out", ""},
			{"width not known, a good value", id, host("", running(c.setting, c.wide)), "", OK, "", ""},
			{"width not known, short", id, host("", now), "", Review, "32 or 64 bits", ""},
			{"width not known, the guide's line", id, host("", file), "", Review, "32 or 64 bits", ""},
			{"width of the plan", id, host("", now), "bits=32", Fix, c.half, c.guide},
		})
		for _, arch := range []string{"amd64", "aarch64", ""} {
			x := judged(t, id, host(arch, now), capacity.Plan{})
			assert.Empty(t, x.Ask, "%s on %q", id, arch)
		}
	}
}

// Only denied requests make the network buffers a finding; what a plan would
// take with every buffer full is shown, not asked for.
func TestFreeBSDNetworkBuffers(t *testing.T) {
	const id, name = "freebsd.kern.ipc.nmbclusters", "kern.ipc.nmbclusters"
	good := running(name, "65536")
	checkHosts(t, []judgedHost{
		{"the worst case is shown", id, freebsd("8.2", good, running("net.inet.tcp.sendspace", "65536")), "connections=8192", OK, "8192 x (65536 + 65536) x 2 / 2048 = 1048576", ""},
		{"none denied", id, freebsd("8.2", good, running("netstat.denied", "0 0 0")), "", OK, "", ""},
		{"denied", id, freebsd("8.2", good, running("netstat.denied", "508 7778 5734")), "", Review, "508 7778 5734", ""},
		{"a file below what the kernel takes", id, withArch("amd64", withMemory(16<<30, freebsd("13.2", filed(loaderConf, name, "65536")))), "", Review, "1048576", ""},
		{"raised to what the kernel would take", id, withArch("amd64", withMemory(16<<30, freebsd("13.2", running(name, "32768")))), "", Fix, "32768", "1048576"},
	})
}

func TestFreeBSDSysctl(t *testing.T) {
	checkHosts(t, []judgedHost{
		{"the old default", "freebsd.kern.ipc.maxsockbuf", freebsd("8.2", running("kern.ipc.maxsockbuf", "262144")), "", Fix, "262144", "1048576"},
		{"never below today's default", "freebsd.kern.ipc.maxsockbuf", freebsd("12.1", running("kern.ipc.maxsockbuf", "262144")), "", Fix, "262144", "2097152"},
		{"the guide's line lowers it today", "freebsd.kern.ipc.maxsockbuf", freebsd("12.1", filed(bsdSysctlConf, "kern.ipc.maxsockbuf", "1048576")), "", Review, "2097152", ""},
		{"the queue under its new name", "freebsd.kern.ipc.somaxconn", freebsd("12.1", running("kern.ipc.soacceptqueue", "32768")), "", OK, "soacceptqueue", ""},
		{"the queue's bound of old", "freebsd.kern.ipc.somaxconn", freebsd("10.1", running("kern.ipc.somaxconn", "128")), "new-per-second=100000", Review, "65535", ""},
		{"the queue's bound of today", "freebsd.kern.ipc.somaxconn", freebsd("13.2", running("kern.ipc.somaxconn", "128")), "new-per-second=100000", Fix, "100000", "100000"},
		{"a send buffer of old", "freebsd.net.inet.tcp.sendspace", freebsd("6.4", running("net.inet.tcp.sendspace", "32768")), "", Fix, "32768", "65536"},
		{"FreeBSD's manual disagrees", "freebsd.net.inet.tcp.sendspace", freebsd("7.0", running("net.inet.tcp.sendspace", "32768")), "", Review, "tuning(7)", ""},
		{"the manual, release not known", "freebsd.net.inet.tcp.sendspace", freebsd("", running("net.inet.tcp.sendspace", "32768")), "", Review, "tuning(7)", ""},
		{"a larger one is no fault", "freebsd.net.inet.tcp.sendspace", freebsd("13.2", running("net.inet.tcp.sendspace", "65536")), "", OK, "", ""},
		{"seconds taken for milliseconds", "freebsd.net.inet.tcp.keepidle", freebsd("12.2", filed(bsdSysctlConf, "net.inet.tcp.keepidle", "3600")), "", Review, "every 3.6 s", ""},
		{"directories", "freebsd.vfs.vmiodirenable", freebsd("8.2", running("vfs.vmiodirenable", "0")), "", Fix, "0", "1"},
		{"directories by default", "freebsd.vfs.vmiodirenable", freebsd("8.2", running("vfs.vmiodirenable", "1")), "", OK, "", ""},
		{"the last port", "freebsd.net.inet.ip.portrange.last", freebsd("5.4", running("net.inet.ip.portrange.last", "5000")), "", Fix, "5000", "65535"},
		{"the last port is right", "freebsd.net.inet.ip.portrange.last", freebsd("5.4", running("net.inet.ip.portrange.last", "65535")), "", OK, "", ""},
		{"files of a large host", "freebsd.kern.maxfiles", withMemory(16<<30, freebsd("13.2", filed(bsdSysctlConf, "kern.maxfiles", "131072"))), "", Review, "524288", ""},
		{"files of its processes", "freebsd.kern.maxfilesperproc", withMemory(16<<30, freebsd("13.2", filed(bsdSysctlConf, "kern.maxfilesperproc", "65536"))), "", Review, "471852", ""},
		{"files of a large host of old", "freebsd.kern.maxfiles", withMemory(16<<30, freebsd("9.3", filed(bsdSysctlConf, "kern.maxfiles", "131072"))), "", OK, "", ""},
	})
}

// The guide gives its sysctl.conf for FreeBSD 5 and later. On 4 the settings
// exist all the same: the guide's figures are a review, the plan's a fix.
func TestFreeBSD4(t *testing.T) {
	checkHosts(t, []judgedHost{
		{"the guide's figure", "freebsd.kern.maxfiles", freebsd("4.11-RELEASE", running("kern.maxfiles", "8008")), "", Review, "FreeBSD 5 and later", ""},
		{"the plan's", "freebsd.kern.maxfiles", freebsd("4.11-RELEASE", running("kern.maxfiles", "8008")), "connections=3000", Fix, "12000", "131072"},
		{"the last port", "freebsd.net.inet.ip.portrange.last", freebsd("4.11-RELEASE", running("net.inet.ip.portrange.last", "5000")), "", Review, "FreeBSD 5 and later", ""},
		{"the boot loader's", "freebsd.net.inet.tcp.tcbhashsize", freebsd("4.11-RELEASE", running("net.inet.tcp.tcbhashsize", "512")), "", Fix, "512", "16384"},
		{"threads inside the process", "freebsd.kern.threads.max_threads_per_proc", freebsd("4.11-RELEASE"), "connections=3000", Superseded, "inside their process", ""},
	})
}

func TestFreeBSDReleases(t *testing.T) {
	expire, tw := running("net.inet.ip.rtexpire", "3600"), running("net.inet.tcp.maxtcptw", "3392")
	const rate = "connections=1000,closes-per-second=100"
	checkHosts(t, []judgedHost{
		{"routes of 8.2", "freebsd.net.inet.ip.rtexpire", freebsd("8.2-RELEASE", expire), "", Review, "without use", ""},
		{"routes that expire soon", "freebsd.net.inet.ip.rtexpire", freebsd("8.2-RELEASE", running("net.inet.ip.rtexpire", "300")), "", OK, "", ""},
		{"routes of 10.4", "freebsd.net.inet.ip.rtexpire", freebsd("10.4-RELEASE"), "", Unseen, "", ""},
		{"no routes in 11", "freebsd.net.inet.ip.rtexpire", freebsd("11.0-RELEASE"), "", Superseded, "nothing has to take its place", ""},
		{"a line left over in 12", "freebsd.net.inet.ip.rtexpire", freebsd("12.2", filed(bsdSysctlConf, "net.inet.ip.rtexpire", "300")), "", Superseded, "without effect", ""},
		{"TIME_WAIT of 13", "freebsd.net.inet.tcp.maxtcptw", freebsd("13.2", tw), rate, Fix, "6000", "6000"},
		{"TIME_WAIT of 14", "freebsd.net.inet.tcp.maxtcptw", freebsd("14.0", tw), rate, Superseded, "kern.ipc.maxsockets", ""},
		{"TIME_WAIT of 5", "freebsd.net.inet.tcp.maxtcptw", freebsd("5.5"), rate, Superseded, "kern.ipc.maxsockets", ""},
		{"TIME_WAIT, nothing asked", "freebsd.net.inet.tcp.maxtcptw", freebsd("13.2", tw), "", InfoOnly, "3392", ""},
	})
}

// The guide sets 60 s of TIME_WAIT elsewhere, and goes no lower than 20 s.
func TestFreeBSDLifetime(t *testing.T) {
	const id = "freebsd.net.inet.tcp.msl"
	msl := func(value string) *dump.Dump { return freebsd("12.1", running(mslSetting, value)) }
	checkHosts(t, []judgedHost{
		{"the guide's", id, msl("10000"), "", OK, "20 s", ""},
		{"shorter", id, msl("9999"), "", Review, "19.998 s", ""},
		{"longer", id, msl("10001"), "", Review, "20.002 s", ""},
		{"the default", id, msl("30000"), "", Review, "60 s", ""},
		{"longer than that", id, msl("30001"), "", Fix, "60.002 s", "10000"},
		{"lost at the next start", id, freebsd("12.1", running(mslSetting, "10000"), filed(bsdSysctlConf, mslSetting, "30000")), "", Review, "lost at the next start", ""},
	})
}

func TestFreeBSDThreads(t *testing.T) {
	const id, name = "freebsd.kern.threads.max_threads_per_proc", "kern.threads.max_threads_per_proc"
	hits := running("kern.threads.max_threads_hits", "12")
	checkHosts(t, []judgedHost{
		{"without a plan", id, freebsd("8.2", running(name, "1500")), "", InfoOnly, "enough for 1400 threads", ""},
		{"at", id, freebsd("8.2", running(name, "1500")), "threads=1400", OK, "", ""},
		{"below", id, freebsd("8.2", running(name, "1500")), "threads=1401", Fix, "1501", "1501"},
		{"hit", id, freebsd("8.2", running(name, "1500"), hits), "", Review, "max_threads_hits on line 2 is 12", ""},
		{"never hit", id, freebsd("8.2", running(name, "1500"), running("kern.threads.max_threads_hits", "0")), "", InfoOnly, "", ""},
	})
}

// The range for outgoing connections: net.inet.tcp.msl comes from the dump,
// else from the plan, else it is the system's.
func TestFreeBSDPorts(t *testing.T) {
	const id, name = "freebsd.net.inet.ip.portrange.first", "net.inet.ip.portrange.first"
	first := running(name, "49152")
	short := running(mslSetting, "10000")
	checkHosts(t, []judgedHost{
		{"without a plan", id, freebsd("8.2", running(name, "10000")), "", InfoOnly, "55536 ports, up to 65535, bear 925 outgoing connections a second to one address and port with a TIME_WAIT of 60 s", ""},
		{"at", id, freebsd("8.2", first), "outgoing-per-second=273", OK, "", ""},
		{"below", id, freebsd("8.2", first), "outgoing-per-second=274", Fix, "49096", "49096"},
		{"a shorter TIME_WAIT in the dump", id, freebsd("8.2", first, short), "outgoing-per-second=819", OK, "", ""},
		{"and one more", id, freebsd("8.2", first, short), "outgoing-per-second=820", Fix, "49136", "49136"},
		{"a shorter TIME_WAIT in the plan", id, freebsd("8.2", first), "outgoing-per-second=819,time-wait=20", OK, "", ""},
		{"the dump's goes before the plan's", id, freebsd("8.2", first, running(mslSetting, "30000")), "outgoing-per-second=819,time-wait=20", Fix, "", "16396"},
		{"no range holds that many", id, freebsd("8.2", first), "outgoing-per-second=1076", Review, "64560 ports, more than there are", ""},
		{"the last port is low", id, freebsd("8.2", running(name, "1024"), running("net.inet.ip.portrange.last", "5000")), "outgoing-per-second=100", Review, "leaves 3977 ports", ""},
	})
}

func TestFreeBSDSockets(t *testing.T) {
	const id = "freebsd.kern.ipc.maxsockets"
	host := freebsd("8.2", running("kern.ipc.maxsockets", "16960"))
	checkHosts(t, []judgedHost{
		{"without a plan", id, host, "", InfoOnly, "16960", ""},
		{"at", id, host, "connections=10960,closes-per-second=100", OK, "", ""},
		{"below", id, host, "connections=10961,closes-per-second=100", Fix, "16961", "16961"},
		{"enough so far", id, host, "connections=16960", InfoOnly, "closes-per-second would add", ""},
		{"not enough so far", id, host, "connections=16961", Fix, "16961", "16961"},
	})
}
