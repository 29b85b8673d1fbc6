package rule

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"headroom/advisor/capacity"
	"headroom/advisor/dump"
)

// hp is a host of a release of HP-UX.
func hp(release string, settings ...dump.Setting) *dump.Dump {
	return on(dump.HPUX, release, settings...)
}

func TestHPUXDescriptors(t *testing.T) {
	soft := func(n string) dump.Setting { return running("maxfiles", n) }
	hard := func(n string) dump.Setting { return running("maxfiles_lim", n) }
	checkHosts(t, []judgedHost{
		{"soft", "hpux.maxfiles", hp("11.31", soft("4095")), "", Fix, "", "4096"},
		{"soft, enough", "hpux.maxfiles", hp("11.31", soft("4096")), "", OK, "", ""},
		{"soft, with a sufficient hard one", "hpux.maxfiles", hp("11.31", soft("2048"), hard("32768")), "", Review, "raises itself", ""},
		{"both short", "hpux.maxfiles", hp("11.31", soft("2048"), hard("4096")), "", Fix, "", "4096"},
		{"hard", "hpux.maxfiles_lim", hp("11.31", hard("32767")), "", Fix, "", "32768"},
		{"hard, enough", "hpux.maxfiles_lim", hp("11.31", hard("32768")), "", OK, "", ""},
		{"hard, far above", "hpux.maxfiles_lim", hp("11.31", hard("1048576")), "connections=5000", OK, "", ""},
		{"hard of a plan", "hpux.maxfiles_lim", hp("11.31", hard("32768")), "connections=20000", Fix, "", "40000"},
		{"more than the system takes", "hpux.maxfiles_lim", hp("11.31", hard("32768")), "connections=600000", Review, "at most 1048576", ""},
		{"soft above hard", "hpux.maxfiles", hp("11.31", soft("65536"), hard("32768")), "", Review, "cannot be above it", ""},
	})
}

// nfile has to be 0 on 11i v3, or at least twice maxfiles_lim: what that is, or
// what it has to become.
func TestHPUXFileTable(t *testing.T) {
	table := func(n string) dump.Setting { return running("nfile", n) }
	hard := func(n string) dump.Setting { return running("maxfiles_lim", n) }
	checkHosts(t, []judgedHost{
		{"no limit", "hpux.nfile", hp("11.31", table("0"), hard("63488")), "connections=50000", OK, "limited by memory", ""},
		{"no limit, release unknown", "hpux.nfile", hp("", table("0")), "", OK, "", ""},
		{"0 before 11i v3", "hpux.nfile", hp("11.11", filed("", "nfile", "0")), "", Fix, "from 11i v3 on only", "32768"},
		{"the guide's pair", "hpux.nfile", hp("11.11", table("32768"), hard("32768")), "", Fix, "twice maxfiles_lim, 65536", "65536"},
		{"the guide's pair on 11i v3", "hpux.nfile", hp("11.31", table("32768"), hard("32768")), "", Fix, "deprecated", "0"},
		{"twice as much", "hpux.nfile", hp("11.11", table("65536"), hard("32768")), "", OK, "", ""},
		{"before both are raised", "hpux.nfile", hp("11.11", table("8192"), hard("1024")), "", Fix, "", "65536"},
		{"alone", "hpux.nfile", hp("11.11", table("32768")), "", OK, "", ""},
		{"alone, with a plan", "hpux.nfile", hp("11.11", table("32768")), "connections=10000", Fix, "", "40000"},
		{"plan met, guide missed", "hpux.nfile", hp("11.11", table("20000"), hard("4096")), "connections=2000", Review, "", ""},
		{"a limit where there was none", "hpux.nfile", hp("11.31", filed("", "nfile", "131072"), hard("32768")), "", Review, "no limit by itself", ""},
	})
	d := hp("11.31", table("32768"), hard("32768"))
	bound := judged(t, "hpux.maxfiles_lim", d, capacity.Plan{})
	assert.Equal(t, OK, bound.Verdict)
	assert.Equal(t, "hpux.nfile", bound.BoundBy)
	assert.Contains(t, bound.Message, "nfile on line 1 is 32768")
	alone := judged(t, "hpux.maxfiles_lim", hp("11.11", hard("1024")), capacity.Plan{})
	assert.Contains(t, alone.Message, "has to be at least 65536", "what raising it asks of a table not shown")
}

// What is advised together leaves nothing to fix.
func TestHPUXAdviceFitsTogether(t *testing.T) {
	for _, release := range []string{"11.11", "11.23", "11.31"} {
		for _, plan := range []string{"", "connections=3000", "connections=40000,threads=41000"} {
			values := map[string]string{
				"maxfiles": "60", "maxfiles_lim": "1024", "nfile": "8000", "ninode": "5000", "maxdsiz": "268435456",
				"max_thread_proc": "9000", "nkthread": "8416", "maxdsiz_64bit": "1073741824",
			}
			for range 2 {
				for _, x := range Judge(NewFacts(hp(release, inForce(values)...), planned(t, plan))) {
					if x.Verdict == Fix {
						values[x.Rule.Setting] = x.Ask
					}
				}
			}
			for _, x := range Judge(NewFacts(hp(release, inForce(values)...), planned(t, plan))) {
				assert.NotEqual(t, Fix, x.Verdict, "%s, plan %q: %s", release, plan, x.Message)
			}
		}
	}
}

// inForce are running values, in no order.
func inForce(values map[string]string) []dump.Setting {
	var settings []dump.Setting
	for name, value := range values {
		settings = append(settings, running(name, value))
	}
	return settings
}

func TestHPUXMemoryAndInodes(t *testing.T) {
	checkHosts(t, []judgedHost{
		{"32-bit data", "hpux.maxdsiz", hp("11.31", running("maxdsiz", "1073741824")), "", Fix, "maxdsiz_64bit", "2147483648"},
		{"32-bit data, enough", "hpux.maxdsiz", hp("11.31", running("maxdsiz", "2147483648")), "", OK, "", ""},
		{"32-bit data of a plan", "hpux.maxdsiz", hp("11.31", running("maxdsiz", "2147483648")), "threads=20000", Fix, "", "2621440000"},
		{"more than 32 bits hold", "hpux.maxdsiz", hp("11.31", running("maxdsiz", "2147483648")), "threads=40000", Review, "No value meets that", ""},
		{"64-bit data without a plan", "hpux.maxdsiz_64bit", hp("11.31", running("maxdsiz_64bit", "4294967296")), "", InfoOnly, "32768 threads", ""},
		{"64-bit data short", "hpux.maxdsiz_64bit", hp("11.31", running("maxdsiz_64bit", "4294967296")), "threads=40000", Fix, "", "5242880000"},
		{"64-bit data enough", "hpux.maxdsiz_64bit", hp("11.31", running("maxdsiz_64bit", "4294967296")), "threads=32768", OK, "", ""},
		{"inodes", "hpux.ninode", hp("11.31", running("ninode", "8192")), "", Review, "HFS", ""},
		{"inodes, enough", "hpux.ninode", hp("11.31", running("ninode", "32768")), "", OK, "", ""},
	})
	assert.Empty(t, judged(t, "hpux.ninode", hp("11.31", running("ninode", "8192")), capacity.Plan{}).Ask)
}

func TestHPUXThreads(t *testing.T) {
	process := func(n string) dump.Setting { return running("max_thread_proc", n) }
	system := func(n string) dump.Setting { return running("nkthread", n) }
	checkHosts(t, []judgedHost{
		{"without a plan", "hpux.max_thread_proc", hp("11.31", process("256")), "", InfoOnly, "156 threads", ""},
		{"short", "hpux.max_thread_proc", hp("11.31", process("3099")), "threads=3000", Fix, "", "3100"},
		{"enough", "hpux.max_thread_proc", hp("11.31", process("3100")), "threads=3000", OK, "", ""},
		{"system short", "hpux.nkthread", hp("11.31", system("3999")), "threads=3000", Fix, "", "4000"},
		{"system not below the process", "hpux.nkthread", hp("11.31", system("3999"), process("9000")), "threads=3000", Fix, "", "9000"},
		{"process above the system", "hpux.max_thread_proc", hp("11.31", system("8416"), process("9000")), "threads=3000", Review, "cannot be above it", ""},
		{"HP-UX 10 has none", "hpux.nkthread", hp("10.20"), "", Superseded, "", ""},
	})
	x := judged(t, "hpux.nkthread", hp("11.31", system("8416"), process("256")), planned(t, "threads=3000"))
	assert.Equal(t, "hpux.max_thread_proc", x.BoundBy)
	assert.Contains(t, x.Message, "binds first")
}

func TestHPUXNetwork(t *testing.T) {
	wait := func(n string) dump.Setting { return running("tcp_time_wait_interval", n) }
	queue := func(n string) dump.Setting { return running("tcp_conn_request_max", n) }
	checkHosts(t, []judgedHost{
		{"TIME_WAIT", "hpux.tcp_time_wait_interval", hp("11.31", wait("60001")), "", Fix, "", "60000"},
		{"TIME_WAIT as the guide has it", "hpux.tcp_time_wait_interval", hp("11.31", wait("60000")), "", OK, "", ""},
		{"TIME_WAIT within the guide's advice", "hpux.tcp_time_wait_interval", hp("11.31", wait("20000")), "", OK, "HP sees almost never", ""},
		{"TIME_WAIT below it", "hpux.tcp_time_wait_interval", hp("11.31", wait("19999")), "", Review, "below the 20 to 30 s", ""},
		{"queue", "hpux.tcp_conn_request_max", hp("11.31", queue("20")), "", InfoOnly, "", ""},
		{"queue of a plan", "hpux.tcp_conn_request_max", hp("11.11", queue("20")), "new-per-second=100", Fix, "", "100"},
		{"queue never below the default", "hpux.tcp_conn_request_max", hp("11.31", queue("20")), "new-per-second=100", Fix, "", "4096"},
		{"a file below the default", "hpux.tcp_conn_request_max", hp("11.31", filed("/etc/rc.config.d/nddconf", "tcp_conn_request_max", "1024")), "", Review, "lowers the system's own default of 4096", ""},
	})
}

func TestHPUXTimeWaitOfDemands(t *testing.T) {
	assert.Equal(t, 60.0, NewFacts(hp("11.31"), capacity.Plan{}).Vars["TIME_WAIT_s"].Value)
	assert.Equal(t, 30.0, NewFacts(hp("11.31", running("tcp_time_wait_interval", "30000")), planned(t, "time-wait=45")).Vars["TIME_WAIT_s"].Value)
	assert.Equal(t, 45.0, NewFacts(hp("11.31"), planned(t, "time-wait=45")).Vars["TIME_WAIT_s"].Value)
}

func TestLimitsOfAnHPUXHost(t *testing.T) {
	d := hp("11.31",
		running("maxfiles_lim", "63488"), running("nfile", "0"), running("max_thread_proc", "1100"), running("nkthread", "8416"),
		running("maxdsiz", "1073741824"), running("maxdsiz_64bit", "4294967296"),
	)
	d.Host.MemoryBytes = 8 << 30
	by, binds := supported(d, planned(t, "static-threads=100"))
	assert.Equal(t, map[string]uint64{"descriptors": 31744, "threads": 900, "data segment": 32668, "memory": 65436}, by, "nfile 0 binds nothing")
	assert.Equal(t, "threads", binds)
	by, _ = supported(d, planned(t, "bits=32"))
	assert.Equal(t, uint64(8192), by["data segment"])

	old := hp("11.11", running("maxfiles_lim", "1024"), running("nfile", "2048"))
	by, binds = supported(old, capacity.Plan{})
	assert.Equal(t, map[string]uint64{"descriptors": 512, "open files": 512}, by)
	assert.Equal(t, "descriptors", binds)
}
