package rule

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"headroom/advisor/capacity"
	"headroom/advisor/dump"
)

func mac(release string, settings ...dump.Setting) *dump.Dump {
	return on(dump.MacOS, release, settings...)
}

// What the system prints is the product's release or its kernel's.
func TestMacReleases(t *testing.T) {
	for _, c := range []struct {
		release, product string
		want             version
	}{
		{"8.11.0", "", version{10, 4}},
		{"9.8.0", "", version{10, 5}},
		{"10.6.0", "", version{10, 6}},
		{"15.6.0", "", version{10, 11}},
		{"18.7.0", "", version{10, 14}},
		{"19.6.0", "", version{10, 15}},
		{"20.1.0", "", version{11}},
		{"23.4.0", "", version{14}},
		{"24.0.0", "", version{15}},
		{"25.0.0", "", version{26}},
		{"23.4.0", "macOS", version{14}},
		{"8.11.0", "Mac OS X", version{10, 4}},
		{"10.14.6", "", version{10, 14, 6}},
		{"10.4.11", "Mac OS X", version{10, 4, 11}},
		{"14.4.1", "macOS", version{14, 4, 1}},
		{"26.0", "macOS", version{26, 0}},
		{"1.4", "", version{10, 0}},
		{"", "macOS", nil},
	} {
		h := dump.Host{OS: dump.MacOS, Release: c.release, Product: c.product}
		assert.Equal(t, c.want, hostRelease(h), "%q %q", c.release, c.product)
	}
}

// The guide's ulimit -d helped releases with a default of 6 MB. Those without
// a limit it harms.
func TestMacDataSegment(t *testing.T) {
	const id = "macos.ulimit.data"
	shell := func(value string) dump.Setting { return limit(dump.Shell, "", "ulimit.data", value) }
	startup := filed("/var/CommuniGate/Startup.sh", "ulimit.data", "1073741824")
	checkHosts(t, []judgedHost{
		{"6 MB on 10.4", id, mac("8.11.0", shell("6291456")), "", Fix, "6291456", "1073741824"},
		{"the guide's line on 10.4", id, mac("8.11.0", startup), "", OK, "", ""},
		{"none on 10.4", id, mac("8.11.0", shell("unlimited")), "", OK, "", ""},
		{"one byte less on 10.4", id, mac("8.11.0", limit(dump.Process, "CGServer", "ulimit.data", "1073741823")), "", Fix, "", "1073741824"},
		{"not shown on 10.6", id, mac("10.6.0"), "", Superseded, "has no limit", ""},
		{"none on 14", id, mac("23.4.0", shell("unlimited")), "", Superseded, "needs none", ""},
		{"the guide's line on 14", id, mac("23.4.0", startup), "", Review, "take out the line", ""},
		{"the guide's line beside none", id, mac("23.4.0", shell("unlimited"), startup), "", Review, "take out the line", ""},
		{"a limit on 14", id, mac("23.4.0", limit(dump.Process, "", "ulimit.data", "1073741824")), "", Review, "take out the line", ""},
		{"release not known", id, mac("", startup), "", Review, "does not say which Mac OS X", ""},
		{"6 MB, release not known", id, mac("", shell("6291456")), "", Fix, "6291456", "1073741824"},
		{"none, release not known", id, mac("", shell("unlimited")), "", OK, "", ""},
		{"not shown, release not known", id, mac(""), "", Unseen, "", ""},
	})
	x := judged(t, id, mac("23.4.0", limit(dump.Shell, "", "ulimit.data", "unlimited"), startup), capacity.Plan{})
	assert.Empty(t, x.Ask, "nothing is to be written")
}

func TestMacDescriptors(t *testing.T) {
	const id = "macos.ulimit.nofile"
	launchd := func(soft, hard string) []dump.Setting {
		return []dump.Setting{limit(dump.Process, "", "ulimit.nofile", soft), limit(dump.Process, "", "ulimit.nofile.hard", hard)}
	}
	plist := filed("/Library/LaunchDaemons/limit.maxfiles.plist", "ulimit.nofile", "200000")
	checkHosts(t, []judgedHost{
		{"by itself", id, mac("18.7.0", launchd("256", "unlimited")...), "", Review, "the hard limit beside it is unlimited", ""},
		{"short", id, mac("18.7.0", launchd("256", "10240")...), "", Fix, "256", "16384"},
		{"at", id, mac("18.7.0", launchd("16384", "16384")...), "", OK, "", ""},
		{"below", id, mac("18.7.0", launchd("16383", "16383")...), "", Fix, "16383", "16384"},
		{"a property list", id, mac("18.7.0", plist), "", OK, "limit.maxfiles.plist", ""},
		{"without end", id, mac("18.7.0", launchd("unlimited", "unlimited")...), "", Review, "give a number", ""},
		{"the plan's", id, mac("18.7.0", launchd("16384", "16384")...), "connections=8193", Fix, "16386", "16386"},
	})
}

func TestMacSysctl(t *testing.T) {
	checkHosts(t, []judgedHost{
		{"files without a plan", "macos.kern.maxfiles", mac("18.7.0", running("kern.maxfiles", "49152")), "", InfoOnly, "enough for 12288 connections", ""},
		{"files at the plan's", "macos.kern.maxfiles", mac("18.7.0", running("kern.maxfiles", "49152")), "connections=12288", OK, "", ""},
		{"files below", "macos.kern.maxfiles", mac("18.7.0", running("kern.maxfiles", "49152")), "connections=12289", Fix, "49156", "49156"},
		{"of a process", "macos.kern.maxfilesperproc", mac("18.7.0", running("kern.maxfilesperproc", "10240")), "", Fix, "10240", "16384"},
		{"of a process, enough", "macos.kern.maxfilesperproc", mac("18.7.0", running("kern.maxfilesperproc", "24576")), "", OK, "", ""},
		{"a file below the kernel's own", "macos.kern.maxfilesperproc", withMemory(32<<30, mac("23.4.0", filed("/Library/LaunchDaemons/sysctl.plist", "kern.maxfilesperproc", "65536"))), "", Review, "122880", ""},
		{"threads", "macos.kern.num_taskthreads", mac("23.4.0", running("kern.num_taskthreads", "2048")), "", InfoOnly, "enough for 1948 threads", ""},
		{"threads at the plan's", "macos.kern.num_taskthreads", mac("23.4.0", running("kern.num_taskthreads", "2048")), "threads=1948", OK, "", ""},
		{"threads below: no file mends it", "macos.kern.num_taskthreads", mac("23.4.0", running("kern.num_taskthreads", "2048")), "threads=1949", Review, "fewer channels", ""},
		{"the queue", "macos.kern.ipc.somaxconn", mac("23.4.0", running("kern.ipc.somaxconn", "128")), "new-per-second=64,stall=2", OK, "", ""},
		{"the queue below", "macos.kern.ipc.somaxconn", mac("23.4.0", running("kern.ipc.somaxconn", "128")), "new-per-second=65,stall=2", Fix, "130", "130"},
		{"TIME_WAIT", "macos.net.inet.tcp.msl", mac("23.4.0", running(mslSetting, "15000")), "", InfoOnly, "TIME_WAIT lasts 30 s", ""},
		{"ports", "macos.net.inet.ip.portrange.first", mac("23.4.0", running("net.inet.ip.portrange.first", "49152")), "", InfoOnly, "bear 546 outgoing connections a second", ""},
		{"ports at the plan's", "macos.net.inet.ip.portrange.first", mac("23.4.0", running("net.inet.ip.portrange.first", "49152")), "outgoing-per-second=546", OK, "", ""},
		{"ports below", "macos.net.inet.ip.portrange.first", mac("23.4.0", running("net.inet.ip.portrange.first", "49152")), "outgoing-per-second=547", Fix, "49126", "49126"},
	})
}

// The kernel's own limits by memory, where they are known: xnu-11417. The host
// of 32 GB is a real one.
func TestMacFilesByMemory(t *testing.T) {
	for _, c := range []struct {
		release        string
		gigabytes      uint64
		files, process uint64
	}{
		{"23.4.0", 8, 30720, 10240},
		{"23.4.0", 16, 122880, 61440},
		{"23.4.0", 32, 245760, 122880},
		{"23.4.0", 128, 491520, 245760},
		{"18.7.0", 32, 0, 0},
		{"23.4.0", 0, 0, 0},
	} {
		f := NewFacts(withMemory(c.gigabytes<<30, mac(c.release)), capacity.Plan{})
		assert.Equal(t, c.files, macFilesByMemory(f), "%s with %d GB", c.release, c.gigabytes)
		assert.Equal(t, c.process, macProcessFilesByMemory(f), "%s with %d GB", c.release, c.gigabytes)
	}
}
