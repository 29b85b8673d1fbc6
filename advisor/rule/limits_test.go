package rule

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"headroom/advisor/capacity"
	"headroom/advisor/dump"
)

// supported is what each resource bears, by its name.
func supported(d *dump.Dump, p capacity.Plan) (map[string]uint64, string) {
	limits, binding := Limits(NewFacts(d, p))
	by := map[string]uint64{}
	for _, l := range limits {
		by[l.Resource] = l.Supports
	}
	if binding < 0 {
		return by, ""
	}
	return by, limits[binding].Resource
}

func TestLimitsOfALinuxHost(t *testing.T) {
	d := linux61(
		limit(dump.Process, "CGServer", "ulimit.nofile", "20000"),
		running("fs.file-max", "200000"),
		running("kernel.threads-max", "192730"),
		running("kernel.pid_max", "32768"),
		running("net.ipv4.tcp_ehash_entries", "262144"),
		running("net.netfilter.nf_conntrack_max", "262144"),
		running("net.ipv4.ip_local_port_range", "32768 60999"),
		running("net.ipv4.tcp_max_tw_buckets", "131072"),
	)
	d.Host.MemoryBytes, d.Host.SwapBytes = 4<<30, 1<<30
	by, binds := supported(d, capacity.Plan{})
	assert.Equal(t, map[string]uint64{
		"descriptors": 10000, "open files": 50000, "threads": 31768, "hash table": 262144,
		"tracked connections": 174762, "memory": 40960,
	}, by, "without rates, nothing is said of ports and TIME_WAIT")
	assert.Equal(t, "descriptors", binds)

	by, binds = supported(d, planned(t, "connections=10000,outgoing-per-second=500,closes-per-second=1000,new-per-second=100,static-threads=768"))
	assert.Equal(t, uint64(9410), by["outgoing ports"], "10000 x 28232 / 30000")
	assert.Equal(t, uint64(21845), by["TIME_WAIT"], "10000 x 131072 / 60000")
	assert.Equal(t, uint64(31000), by["threads"], "static threads are taken off")
	assert.Equal(t, uint64(202144), by["hash table"], "and sockets in TIME_WAIT")
	assert.Equal(t, uint64(102762), by["tracked connections"], "262144 / 1.5 - 600 x 120")
	assert.Equal(t, "outgoing ports", binds)
}

// What the dump does not state is not listed, and what has no limit does not
// bind.
func TestLimitsSayOnlyWhatIsStated(t *testing.T) {
	by, binds := supported(linux61(running("kernel.osrelease", "6.1.0")), capacity.Plan{})
	assert.Empty(t, by)
	assert.Empty(t, binds)
	by, _ = supported(linux61(filed("", "systemd.TasksMax", "unlimited")), capacity.Plan{})
	assert.Empty(t, by)
}

// Before it starts, the server's hard limit decides; once it runs, its soft one.
func TestDescriptorsThatDecide(t *testing.T) {
	unit := linux61(filed("", "systemd.LimitNOFILE", "1024 524288"))
	by, _ := supported(unit, capacity.Plan{})
	assert.Equal(t, uint64(262144), by["descriptors"])
	process := linux61(limit(dump.Process, "CGServer", "ulimit.nofile", "1024"), limit(dump.Process, "CGServer", "ulimit.nofile.hard", "524288"))
	by, _ = supported(process, capacity.Plan{})
	assert.Equal(t, uint64(512), by["descriptors"])
}

// What systemd makes of fs.file-max is the largest number there is, and no limit.
func TestTheLargestNumberIsNoLimit(t *testing.T) {
	limits, binding := Limits(NewFacts(linux61(running("fs.file-max", "9223372036854775807")), capacity.Plan{}))
	assert.Empty(t, limits)
	assert.Equal(t, -1, binding)
}

// A limit that only logins get stops no server.
func TestLimitsOfLoginsStopNoServer(t *testing.T) {
	limits, _ := Limits(NewFacts(linux61(filed("/etc/security/limits.conf", "ulimit.nofile.hard", "4096")), capacity.Plan{}))
	assert.Empty(t, limits)
}
