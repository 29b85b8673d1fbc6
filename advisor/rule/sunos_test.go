package rule

import (
	"maps"
	"testing"

	"github.com/stretchr/testify/assert"

	"headroom/advisor/capacity"
	"headroom/advisor/dump"
)

const (
	etcSystem = "/etc/system"
	startup   = "/var/CommuniGate/Startup.sh"
)

// sun is a host of a release of Solaris; product is what it calls itself.
func sun(release, product string, settings ...dump.Setting) *dump.Dump {
	d := on(dump.Solaris, release, settings...)
	d.Host.Product = product
	return d
}

func TestSolarisHardLimitOfEachRelease(t *testing.T) {
	file := func(n string) dump.Setting { return filed(etcSystem, "rlim_fd_max", n) }
	checkHosts(t, []judgedHost{
		{"8, the guide's line", "solaris.rlim_fd_max", sun("5.8", "", file("16384")), "", OK, "", ""},
		{"8, below it", "solaris.rlim_fd_max", sun("5.8", "", file("16383")), "", Fix, "the guide asks for", "16384"},
		{"10, the guide's line lowers the default", "solaris.rlim_fd_max", sun("5.10", "", file("16384")), "", Review, "lowers the system's own default of 65536", ""},
		{"10, the default is never lowered", "solaris.rlim_fd_max", sun("5.10", "", file("4096")), "", Fix, "", "65536"},
		{"11.4, whose default is one less", "solaris.rlim_fd_max", sun("11.4.42", "", file("65535")), "", OK, "", ""},
		{"10, above the default", "solaris.rlim_fd_max", sun("5.10", "", file("131072")), "", OK, "", ""},
		{"the plan asks for more", "solaris.rlim_fd_max", sun("5.10", "", file("65536")), "connections=50000", Fix, "your plan needs at least 100000", "100000"},
		{"unknown release", "solaris.rlim_fd_max", sun("", "", file("16384")), "", OK, "", ""},
	})
}

func TestSolarisSoftLimit(t *testing.T) {
	cur := func(n string) dump.Setting { return filed(etcSystem, "rlim_fd_cur", n) }
	own := filed(startup, "ulimit.nofile", "16384")
	checkHosts(t, []judgedHost{
		{"short", "solaris.rlim_fd_cur", sun("5.9", "", cur("4095")), "", Fix, "", "4096"},
		{"enough", "solaris.rlim_fd_cur", sun("5.9", "", cur("4096")), "", OK, "", ""},
		{"short, but the server has its own", "solaris.rlim_fd_cur", sun("5.9", "", cur("256"), own), "", Review, "16384 on line 2", ""},
		{"a shell", "solaris.ulimit.nofile", sun("5.9", "", limit(dump.Shell, "", "ulimit.nofile", "256")), "", Fix, "the limit of the shell", "16384"},
		{"a shell below a sufficient hard limit", "solaris.ulimit.nofile", sun("5.9", "", limit(dump.Shell, "", "ulimit.nofile", "256"), filed(etcSystem, "rlim_fd_max", "65536")), "", Review, "65536", ""},
		{"no limit", "solaris.ulimit.nofile", sun("5.9", "", limit(dump.Process, "CGServer", "ulimit.nofile", "unlimited")), "", OK, "without bound", ""},
		{"prctl of the server", "solaris.ulimit.nofile", sun("5.10", "", limit(dump.Process, "CGServer", "process.max-file-descriptor.basic", "16384")), "", OK, "", ""},
	})
}

// rlim_fd_cur <= rlim_fd_max <= rlim_fd_sys, and no ulimit above rlim_fd_max:
// the guide's own 32768 and 16384 clash.
func TestSolarisDescriptorChain(t *testing.T) {
	max8 := filed(etcSystem, "rlim_fd_max", "16384")
	d := sun("5.8", "", filed(startup, "ulimit.nofile", "32768"), max8)
	x := judged(t, "solaris.ulimit.nofile", d, capacity.Plan{})
	assert.Equal(t, Review, x.Verdict)
	assert.Equal(t, "solaris.rlim_fd_max", x.BoundBy)
	assert.Contains(t, x.Message, "rlim_fd_max on line 2 is 16384")
	hard := judged(t, "solaris.rlim_fd_max", d, capacity.Plan{})
	assert.Equal(t, Review, hard.Verdict)
	assert.Equal(t, "32768", hard.Ask)
	assert.Equal(t, []int{1, 2}, hard.Lines)

	low := sun("5.8", "", filed(startup, "ulimit.nofile", "32768"), filed(etcSystem, "rlim_fd_max", "1024"))
	hard = judged(t, "solaris.rlim_fd_max", low, capacity.Plan{})
	assert.Equal(t, Fix, hard.Verdict)
	assert.Equal(t, "32768", hard.Ask, "what Startup.sh asks for, not the guide's lower figure")

	unseen := sun("5.8", "", filed(startup, "ulimit.nofile", "16384"))
	x = judged(t, "solaris.ulimit.nofile", unseen, capacity.Plan{})
	assert.Equal(t, OK, x.Verdict)
	assert.Contains(t, x.Message, "1024 by default")

	running := sun("5.8", "", filed(startup, "ulimit.nofile", "32768"), max8, limit(dump.Process, "CGServer", "ulimit.nofile", "32768"))
	assert.Equal(t, OK, judged(t, "solaris.ulimit.nofile", running, capacity.Plan{}).Verdict, "the server has it: root may go above")

	checkHosts(t, []judgedHost{
		{"soft above hard", "solaris.rlim_fd_cur", sun("5.9", "", filed(etcSystem, "rlim_fd_cur", "131072"), filed(etcSystem, "rlim_fd_max", "65536")), "", Review, "cuts rlim_fd_cur down", ""},
		{"soft to be raised with the hard", "solaris.rlim_fd_cur", sun("5.8", "", filed(etcSystem, "rlim_fd_cur", "256"), filed(etcSystem, "rlim_fd_max", "1024")), "", Fix, "", "4096"},
		{"hard above the cap", "solaris.rlim_fd_max", sun("11.4.42", "", filed(etcSystem, "rlim_fd_max", "262144"), filed(etcSystem, "rlim_fd_sys", "131071")), "", Review, "cuts rlim_fd_max down", ""},
	})
}

func TestSolarisHashTables(t *testing.T) {
	old := func(n string) dump.Setting { return filed(etcSystem, "tcp_conn_hash_size", n) }
	current := func(n string) dump.Setting { return filed(etcSystem, "ipcl_conn_hash_size", n) }
	checkHosts(t, []judgedHost{
		{"the guide's", "solaris.tcp_conn_hash_size", sun("5.9", "", old("16384")), "", OK, "", ""},
		{"rounded up to it", "solaris.tcp_conn_hash_size", sun("5.9", "", old("10000")), "", OK, "rounds it up to 16384", ""},
		{"half of it", "solaris.tcp_conn_hash_size", sun("5.9", "", old("8192")), "", Fix, "", "16384"},
		{"a power of two is asked for", "solaris.tcp_conn_hash_size", sun("5.9", "", old("16384")), "connections=20000", Fix, "", "32768"},
		{"removed in 10", "solaris.tcp_conn_hash_size", sun("5.10", "", old("16384")), "", Superseded, "ip:ipcl_conn_hash_size", ""},
		{"not there yet", "solaris.ipcl_conn_hash_size", sun("5.9", "", current("0")), "", Superseded, "tcp:tcp_conn_hash_size", ""},
		{"automatic", "solaris.ipcl_conn_hash_size", sun("5.10", "", current("0")), "connections=20000", OK, "from its memory", ""},
		{"fixed, without a plan", "solaris.ipcl_conn_hash_size", sun("5.10", "", current("512")), "", InfoOnly, "512 connections", ""},
		{"fixed and short", "solaris.ipcl_conn_hash_size", sun("5.10", "", current("512")), "connections=20000", Fix, "", "20000"},
		{"more than it takes", "solaris.ipcl_conn_hash_size", sun("5.10", "", current("512")), "connections=100000", Fix, "", "0"},
	})
}

func TestSolarisNameCache(t *testing.T) {
	for value, verdict := range map[string]Verdict{"1000": OK, "2000": OK, "10": OK, "2001": Review, "70485": Review} {
		x := judged(t, "solaris.ncsize", sun("5.10", "", running("ncsize", value)), capacity.Plan{})
		assert.Equal(t, verdict, x.Verdict, value)
		assert.Empty(t, x.Ask, "never a fix without the symptom")
	}
}

func TestSolarisBuffersAndQueues(t *testing.T) {
	checkHosts(t, []judgedHost{
		{"8, default", "solaris.tcp_recv_hiwat", sun("5.8", "", running("tcp_recv_hiwat", "24576")), "", Fix, "", "49152"},
		{"10, default", "solaris.tcp_recv_hiwat", sun("5.10", "", running("tcp_recv_hiwat", "49152")), "", OK, "", ""},
		{"10, raised by hand", "solaris.tcp_recv_hiwat", sun("5.10", "", running("tcp_recv_hiwat", "65536")), "", OK, "ndd does not keep", ""},
		{"11, default", "solaris.tcp_recv_hiwat", sun("11.3", "", running("recv_buf", "128000")), "", OK, "recv_buf is 128000", ""},
		{"11, the guide's line lowers the default", "solaris.tcp_recv_hiwat", sun("11.3", "", filed("", "recv_buf", "49152")), "", Review, "lowers the system's own default of 128000", ""},
		{"11, short", "solaris.tcp_recv_hiwat", sun("11.3", "", running("recv_buf", "24576")), "", Fix, "", "128000"},
		{"8, send", "solaris.tcp_xmit_hiwat", sun("5.8", "", running("tcp_xmit_hiwat", "16384")), "", Fix, "", "49152"},
		{"11, send", "solaris.tcp_xmit_hiwat", sun("11.3", "", running("send_buf", "49152")), "", OK, "", ""},
		{"queue", "solaris.tcp_conn_req_max_q", sun("5.10", "", running("tcp_conn_req_max_q", "128")), "", Fix, "", "512"},
		{"queue of a plan", "solaris.tcp_conn_req_max_q", sun("5.10", "", running("tcp_conn_req_max_q", "512")), "new-per-second=600,stall=2", Fix, "", "1200"},
		{"half-open", "solaris.tcp_conn_req_max_q0", sun("5.10", "", running("tcp_conn_req_max_q0", "5119")), "", Fix, "", "5120"},
		{"half-open, enough", "solaris.tcp_conn_req_max_q0", sun("11.3", "", running("_conn_req_max_q0", "5120")), "", OK, "_conn_req_max_q0", ""},
	})
}

func TestSolarisTimers(t *testing.T) {
	wait := func(n string) dump.Setting { return running("tcp_time_wait_interval", n) }
	fin := "tcp_fin_wait_2_flush_interval"
	checkHosts(t, []judgedHost{
		{"TIME_WAIT of 8", "solaris.tcp_time_wait_interval", sun("5.8", "", wait("240000")), "", Fix, "", "60000"},
		{"just above", "solaris.tcp_time_wait_interval", sun("5.10", "", wait("60001")), "", Fix, "", "60000"},
		{"as it should be", "solaris.tcp_time_wait_interval", sun("5.10", "", wait("60000")), "", OK, "", ""},
		{"set by hand on 8", "solaris.tcp_time_wait_interval", sun("5.8", "", wait("60000")), "", OK, "ndd does not keep", ""},
		{"below: guide and maker disagree", "solaris.tcp_time_wait_interval", sun("5.10", "", wait("30000")), "", Review, "20 to 30 s", ""},
		{"below what the system takes", "solaris.tcp_time_wait_interval", sun("5.8", "", wait("240000"), filed("", "tcp_time_wait_interval", "0")), "", Fix, "", "60000"},
		{"refused", "solaris.tcp_time_wait_interval", sun("5.8", "", filed("", "tcp_time_wait_interval", "0")), "", Fix, "no less than 1000", "60000"},
		{"its name on 11", "solaris.tcp_time_wait_interval", sun("11.3", "", running("_time_wait_interval", "120000")), "", Fix, "_time_wait_interval is 120000", "60000"},
		{"FIN_WAIT_2 by default", "solaris." + fin, sun("5.10", "", running(fin, "675000")), "", Fix, "", "135000"},
		{"FIN_WAIT_2 as the guide has it", "solaris." + fin, sun("5.10", "", running(fin, "135000")), "", OK, "", ""},
		{"FIN_WAIT_2, the guide's line raises it", "solaris." + fin, sun("5.11", "illumos omnios-r151046", filed("", fin, "135000")), "", Review, "raises the system's own default of 60000", ""},
		{"FIN_WAIT_2 of illumos", "solaris." + fin, sun("5.11", "illumos omnios-r151046", running(fin, "60000")), "", OK, "", ""},
		{"Nagle", "solaris.tcp_naglim_def", sun("5.10", "", running("tcp_naglim_def", "4095")), "", InfoOnly, "not the guide's 53", ""},
	})
	for _, value := range []string{"10000", "29999", "30000", "30001", "7200000"} {
		x := judged(t, "solaris.tcp_keepalive_interval", sun("5.10", "", running("tcp_keepalive_interval", value)), capacity.Plan{})
		assert.Equal(t, Review, x.Verdict, value)
		assert.Contains(t, x.Message, "two hours", "guide and maker are both told")
		assert.Empty(t, x.Ask, value)
	}
}

func TestSolarisStartupOptions(t *testing.T) {
	option := func(name, value string) dump.Setting { return filed(startup, "startup."+name, value) }
	checkHosts(t, []judgedHost{
		{"stack", "solaris.startup.DefaultStackSize", sun("5.10", "", option("DefaultStackSize", "131072")), "", OK, "", ""},
		{"small stack", "solaris.startup.DefaultStackSize", sun("5.10", "", option("DefaultStackSize", "65536")), "", Fix, "", "131072"},
		{"large stack", "solaris.startup.DefaultStackSize", sun("5.10", "", option("DefaultStackSize", "262144")), "", Review, "", ""},
		{"option there", "solaris.startup.closeStuckSockets", sun("5.10", "", option("closeStuckSockets", "present")), "", OK, "", ""},
		{"option missing", "solaris.startup.closeStuckSockets", sun("5.10", "", option("useNonBlockingSockets", "present")), "", Fix, "lack --closeStuckSockets", "present"},
		{"no Startup.sh shown", "solaris.startup.useNonBlockingSockets", sun("5.10", ""), "", Unseen, "", ""},
		{"files", "solaris.startup.CreateTempFilesDirectly", sun("5.10", "", option("CreateTempFilesDirectly", "20")), "", Review, "", ""},
	})
}

func TestSolarisResourceControl(t *testing.T) {
	const id = "solaris.process.max-file-descriptor"
	shown := func(owner, raw, value string) dump.Setting {
		s := limit(dump.Process, owner, "process.max-file-descriptor", value)
		s.Raw = raw
		return s
	}
	checkHosts(t, []judgedHost{
		{"as prctl rounds it", id, sun("5.10", "", shown("CGServer", "65.5K", "65500")), "connections=32768", OK, "65500 stands for 65536", ""},
		{"short", id, sun("5.10", "", shown("CGServer", "8.19K", "8190")), "", Fix, "", "65536"},
		{"of another process", id, sun("5.10", "", shown("110453", "65.5K", "65500")), "", OK, "if that is not CGServer", ""},
		{"the server's goes first", id, sun("5.10", "", shown("CGServer", "1.02K", "1020"), shown("110453", "65.5K", "65500")), "", Fix, "", "65536"},
		{"a project lowers it", id, sun("5.10", "", filed("/etc/project", "process.max-file-descriptor", "16384")), "", Review, "lowers", ""},
		{"a project is short", id, sun("5.10", "", filed("/etc/project", "process.max-file-descriptor", "8192")), "", Review, "only where the server runs in that project", ""},
		{"a project that is not applied yet", id, sun("5.10", "", shown("CGServer", "8.19K", "8190"), filed("/etc/project", "process.max-file-descriptor", "65536")), "", Review, "Not applied yet", ""},
		{"8 has none", id, sun("5.8", ""), "", Superseded, "rlim_fd_max", ""},
	})
}

// rlim_fd_sys can be set from 11.4 SRU 27 on. Where only 5.11 is known, it may
// be that release.
func TestSolarisDescriptorCap(t *testing.T) {
	const id = "solaris.rlim_fd_sys"
	file := filed(etcSystem, "rlim_fd_sys", "131071")
	for _, c := range []struct {
		release, product string
		verdict          Verdict
	}{
		{"5.10", "", Superseded}, {"5.11", "", OK}, {"5.11", "Oracle Solaris 11.3 SPARC", Superseded}, {"5.11", "Oracle Solaris 11.4 SPARC", OK},
		{"5.11", "11.4.26.75.4", Superseded}, {"5.11", "11.4.27.82.1", OK}, {"5.11", "SmartOS joyent_20230101T000000Z", Superseded},
	} {
		x := judged(t, id, sun(c.release, c.product, file), planned(t, "connections=30000"))
		assert.Equal(t, c.verdict, x.Verdict, "%s %s: %s", c.release, c.product, x.Message)
	}
	assert.Equal(t, Superseded, judged(t, id, sun("11.3", ""), capacity.Plan{}).Verdict)
	shown := judged(t, id, sun("5.10", "", limit(dump.Process, "412", "process.max-file-descriptor.system", "2147483647")), capacity.Plan{})
	assert.Equal(t, Superseded, shown.Verdict)
	assert.NotContains(t, shown.Message, "without effect", "prctl shows a cap that holds")
	assert.Equal(t, Unseen, judged(t, id, sun("5.11", ""), capacity.Plan{}).Verdict)
}

func TestSolarisPorts(t *testing.T) {
	const id = "solaris.tcp_smallest_anon_port"
	port := running("tcp_smallest_anon_port", "32768")
	checkHosts(t, []judgedHost{
		{"without a plan", id, sun("5.10", "", port), "", InfoOnly, "32768 ports", ""},
		{"enough", id, sun("5.10", "", port), "outgoing-per-second=546", OK, "", ""},
		{"short by eight ports", id, sun("5.10", "", running("tcp_smallest_anon_port", "32777")), "outgoing-per-second=546", Fix, "", "32776"},
		{"short", id, sun("5.10", "", port), "outgoing-per-second=600", Fix, "your plan needs at most 29536", "29536"},
		{"as long as 8 waits", id, sun("5.8", "", port), "outgoing-per-second=200", Fix, "", "17536"},
		{"as long as the dump says", id, sun("5.8", "", port, running("tcp_time_wait_interval", "60000")), "outgoing-per-second=200", OK, "", ""},
		{"a range holds it once TIME_WAIT is mended", id, sun("5.8", "", port, running("tcp_time_wait_interval", "240000")), "outgoing-per-second=600", Fix, "Once tcp_time_wait_interval is 60000", "29536"},
		{"enough once TIME_WAIT is mended", id, sun("5.8", "", port, running("tcp_time_wait_interval", "240000")), "outgoing-per-second=500", Review, "that is enough", ""},
		{"no range holds it", id, sun("5.10", "", port), "outgoing-per-second=1100", Review, "No range holds", ""},
		{"the range ends early", id, sun("5.10", "", port, running("tcp_largest_anon_port", "40000")), "outgoing-per-second=200", Review, "only 7233 ports", ""},
		{"its name on 11", id, sun("11.3", "", running("smallest_anon_port", "32768")), "outgoing-per-second=100", OK, "smallest_anon_port", ""},
	})
}

// TIME_WAIT is what the dump says, else the plan, else the release.
func TestSolarisTimeWaitOfDemands(t *testing.T) {
	for _, c := range []struct {
		d    *dump.Dump
		plan string
		want float64
	}{
		{sun("5.8", ""), "", 240},
		{sun("5.10", ""), "", 60},
		{sun("5.10", ""), "time-wait=30", 30},
		{sun("5.10", "", running("tcp_time_wait_interval", "120000")), "time-wait=30", 120},
		{sun("11.3", "", running("_time_wait_interval", "10000")), "", 10},
		{sun("", ""), "", 0},
	} {
		assert.Equal(t, c.want, NewFacts(c.d, planned(t, c.plan)).Vars["TIME_WAIT_s"].Value, "%s %s", c.d.Host.Release, c.plan)
	}
}

// From Solaris 11 on a setting of the TCP driver has another name and tool.
func TestNameAndMeansByRelease(t *testing.T) {
	r := Lookup("solaris.tcp_recv_hiwat")
	for release, want := range map[string]Means{"": Ndd, "5.10": Ndd, "5.11": Ipadm, "11.4": Ipadm} {
		setting, means := r.On(dump.Host{OS: dump.Solaris, Release: release})
		assert.Equal(t, want, means, release)
		assert.Equal(t, map[Means]string{Ndd: "tcp_recv_hiwat", Ipadm: "recv_buf"}[want], setting)
	}
	x := judged(t, r.ID, sun("5.11", ""), capacity.Plan{})
	assert.Equal(t, "ipadm show-prop -p recv_buf tcp", x.Collect)
	assert.Contains(t, x.Message, "recv_buf is not in the dump")
}

// What is advised together leaves nothing to fix, and lowers nothing that was
// good.
func TestSolarisAdviceFitsTogether(t *testing.T) {
	short := map[string]string{
		"rlim_fd_cur": "64", "rlim_fd_max": "1024", "tcp_conn_hash_size": "512", "ncsize": "70485",
		"tcp_recv_hiwat": "16384", "tcp_xmit_hiwat": "8192", "tcp_conn_req_max_q": "32", "tcp_conn_req_max_q0": "1024",
		"tcp_fin_wait_2_flush_interval": "675000", "tcp_time_wait_interval": "240000", "tcp_keepalive_interval": "7200000",
		"rlim_fd_sys": "2047", "ipcl_conn_hash_size": "512", "tcp_smallest_anon_port": "49152", "process.max-file-descriptor": "256",
		"ulimit.nofile": "20000",
	}
	for _, release := range []string{"", "5.8", "5.9", "5.10", "11.3", "11.4.42"} {
		for _, plan := range []string{"", everyInput, "connections=100000,outgoing-per-second=300"} {
			values := maps.Clone(short)
			for range 2 {
				for _, x := range Judge(NewFacts(sun(release, "", inFiles(values)...), planned(t, plan))) {
					if x.Verdict == Fix {
						values[x.Rule.Setting] = x.Ask
					}
				}
			}
			for _, x := range Judge(NewFacts(sun(release, "", inFiles(values)...), planned(t, plan))) {
				assert.NotEqual(t, Fix, x.Verdict, "%s, plan %q: %s", release, plan, x.Message)
			}
		}
	}
}

// inFiles are values that files set; options of Startup.sh are left out.
func inFiles(values map[string]string) []dump.Setting {
	var settings []dump.Setting
	for name, value := range values {
		settings = append(settings, filed("", name, value))
	}
	return settings
}

func TestLimitsOfASolarisHost(t *testing.T) {
	d := sun("5.9", "",
		filed(etcSystem, "rlim_fd_max", "65536"),
		filed(etcSystem, "tcp_conn_hash_size", "16384"),
		running("tcp_smallest_anon_port", "32768"),
	)
	d.Host.MemoryBytes = 4 << 30
	by, binds := supported(d, capacity.Plan{})
	assert.Equal(t, map[string]uint64{"descriptors": 32768, "hash table": 16384, "memory": 32768}, by)
	assert.Equal(t, "descriptors", binds, "a small hash table slows, it does not stop")

	by, binds = supported(d, planned(t, "connections=8000,outgoing-per-second=400,closes-per-second=100"))
	assert.Equal(t, uint64(10922), by["outgoing ports"], "8000 x 32768 / 24000")
	assert.Equal(t, uint64(10384), by["hash table"], "16384 less 100 x 60 in TIME_WAIT")
	assert.Equal(t, "outgoing ports", binds)

	automatic := sun("5.10", "", running("ipcl_conn_hash_size", "0"), filed(startup, "ulimit.nofile", "16384"), filed(etcSystem, "rlim_fd_max", "65536"))
	by, binds = supported(automatic, capacity.Plan{})
	assert.Equal(t, map[string]uint64{"descriptors": 8192}, by, "Startup.sh sets the server's limit; an automatic table binds nothing")
	assert.Equal(t, "descriptors", binds)
}

// What an init script sets again is not lost.
func TestSolarisKeptByAScript(t *testing.T) {
	d := sun("5.10", "", running("tcp_recv_hiwat", "65536"), filed("/etc/rc2.d/S99ndd", "tcp_recv_hiwat", "65536"))
	assert.NotContains(t, judged(t, "solaris.tcp_recv_hiwat", d, capacity.Plan{}).Message, "ndd does not keep")
}
