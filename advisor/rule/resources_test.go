package rule

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"headroom/advisor/capacity"
	"headroom/advisor/dump"
)

func TestResourcesOfAFreeBSDHost(t *testing.T) {
	d := freebsd("12.1-RELEASE",
		filed("/var/CommuniGate/Startup.sh", "ulimit.nofile", "32768"),
		running("kern.maxfilesperproc", "24000"),
		running("kern.maxfiles", "131072"),
		running("kern.ipc.maxsockets", "200000"),
		running("net.inet.tcp.tcbhashsize", "16384"),
		running("kern.threads.max_threads_per_proc", "9000"),
		running("kern.ipc.nmbclusters", "65536"),
		running("net.inet.ip.portrange.first", "10000"),
		running("net.inet.ip.portrange.last", "65535"),
		running("net.inet.tcp.maxtcptw", "40000"),
	)
	d.Host.MemoryBytes, d.Host.SwapBytes = 4<<30, 1<<30
	by, binds := supported(d, capacity.Plan{})
	assert.Equal(t, map[string]uint64{
		"descriptors": 12000, "open files": 32768, "sockets": 200000, "hash table": 16384,
		"threads": 8900, "mbufs": 8192, "memory": 40960,
	}, by, "without rates, nothing is said of ports and TIME_WAIT")
	assert.Equal(t, "mbufs", binds)

	by, binds = supported(d, planned(t, "connections=10000,outgoing-per-second=1200,closes-per-second=1000,static-threads=900"))
	assert.Equal(t, uint64(7713), by["outgoing ports"], "10000 x 55536 / 72000")
	assert.Equal(t, uint64(6666), by["TIME_WAIT"], "10000 x 40000 / 60000")
	assert.Equal(t, uint64(140000), by["sockets"], "less 60000 in TIME_WAIT")
	assert.Equal(t, uint64(8000), by["threads"], "static threads are taken off")
	assert.Equal(t, "TIME_WAIT", binds)
}

// The limit that decides is named: the server's own, or what any process may
// have where that is less.
func TestDescriptorsOfBSD(t *testing.T) {
	startup := filed("/var/CommuniGate/Startup.sh", "ulimit.nofile", "32768")
	launchd := limit(dump.Process, "", "ulimit.nofile", "256")
	shell := []dump.Setting{limit(dump.Shell, "", "ulimit.nofile", "256"), limit(dump.Shell, "", "ulimit.nofile.hard", "unlimited")}
	most := running("kern.maxfilesperproc", "10240")
	for _, c := range []struct {
		name     string
		settings []dump.Setting
		limit    uint64
		rule     string
	}{
		{"the server's own", []dump.Setting{startup, running("kern.maxfilesperproc", "65536")}, 32768, "macos.ulimit.nofile"},
		{"what any process may have", []dump.Setting{startup, most}, 10240, "macos.kern.maxfilesperproc"},
		{"that alone", []dump.Setting{most}, 10240, "macos.kern.maxfilesperproc"},
		{"the server is running", []dump.Setting{launchd, most}, 256, "macos.ulimit.nofile"},
		{"the server raises itself", append(shell, most), 10240, "macos.kern.maxfilesperproc"},
	} {
		limits, binding := Limits(NewFacts(mac("18.7.0", c.settings...), capacity.Plan{}))
		if assert.Equal(t, 0, binding, c.name) {
			assert.Equal(t, c.limit, limits[0].Limit, c.name)
			assert.Equal(t, c.limit/2, limits[0].Supports, c.name)
			assert.Equal(t, c.rule, limits[0].Rule, c.name)
			assert.NotZero(t, limits[0].Line, c.name)
		}
	}
	limits, _ := Limits(NewFacts(mac("18.7.0", shell...), capacity.Plan{}))
	assert.Empty(t, limits, "a limit without end binds nothing")
}

func TestResourcesOfAMac(t *testing.T) {
	d := mac("23.4.0", running("kern.maxfiles", "49152"), running("kern.num_taskthreads", "4096"), running("net.inet.ip.portrange.first", "49152"))
	by, binds := supported(d, planned(t, "connections=5000,outgoing-per-second=1092"))
	assert.Equal(t, map[string]uint64{"open files": 12288, "threads": 3996, "outgoing ports": 2500}, by)
	assert.Equal(t, "outgoing ports", binds)
}

func TestResourcesOfAWindowsHost(t *testing.T) {
	p := planned(t, "connections=1000,outgoing-per-second=100")
	by, _ := supported(windows("5.2.3790", keyDumped), p)
	assert.Equal(t, map[string]uint64{"outgoing ports": 331}, by, "1000 x 3976 / 12000, by the default")
	by, _ = supported(windows("10.0.17763", running("dynamicport.tcp", "49152 16384"), running("MaxUserPort", "65534")), p)
	assert.Equal(t, map[string]uint64{"outgoing ports": 682}, by, "1000 x 16384 / 24000; MaxUserPort does not count")
	by, binds := supported(windows("10.0.17763", running("dynamicport.tcp", "49152 16384")), capacity.Plan{})
	assert.Empty(t, by)
	assert.Empty(t, binds)
}
