package rule

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"headroom/advisor/capacity"
	"headroom/advisor/dump"
)

func windows(release string, settings ...dump.Setting) *dump.Dump {
	return on(dump.Windows, release, settings...)
}

// keyDumped says that the registry key was listed as a whole.
var keyDumped = running("Tcpip.Parameters", "present")

func TestWindowsReleases(t *testing.T) {
	for _, c := range []struct {
		release, product string
		want             version
	}{
		{"5.2.3790", "", version{5, 2, 3790}},
		{"10.0.17763", "Microsoft Windows Server 2019 Standard", version{10, 0, 17763}},
		{"", "Microsoft Windows Server 2003", version{5, 2}},
		{"", "Microsoft Windows 2000 Professional", version{5, 0}},
		{"", "Microsoft Windows XP Professional", version{5, 1}},
		{"", "Microsoft Windows NT 4.0", version{4, 0}},
		{"", "Microsoft Windows Server 2008 R2 Enterprise", version{6, 1}},
		{"", "Microsoft Windows Server 2025 Datacenter", version{10, 0}},
		{"", "Microsoft Windows Vista Business", version{6, 0}},
		{"", "", nil},
	} {
		assert.Equal(t, c.want, hostRelease(dump.Host{OS: dump.Windows, Release: c.release, Product: c.product}), c.release+c.product)
	}
}

func TestWindowsUserPort(t *testing.T) {
	const id = "windows.MaxUserPort"
	port := func(value string) dump.Setting { return running("MaxUserPort", value) }
	reg := func(value string) dump.Setting { return filed("tuning.reg", "MaxUserPort", value) }
	gone := reg(dump.Absent)
	gone.Gone = true
	checkHosts(t, []judgedHost{
		{"below", id, windows("5.2.3790", port("19999")), "", Fix, "19999", "20000"},
		{"at", id, windows("5.2.3790", port("20000")), "", OK, "", ""},
		{"the greatest", id, windows("5.2.3790", port("65534")), "", OK, "", ""},
		{"beyond it", id, windows("5.2.3790", port("65535")), "", Fix, "5000 to 65534", "20000"},
		{"a decimal number as hex", id, windows("5.2.3790", reg("415028")), "", Fix, "it is 65534", "65534"},
		{"the key without it", id, windows("5.2.3790", keyDumped), "", Fix, "5000 is what", "20000"},
		{"the key without it, on NT", id, windows("4.0.1381", keyDumped), "", Fix, "5000 is what", "20000"},
		{"the key not dumped", id, windows("5.2.3790"), "", Unseen, "reg query", ""},
		{"at the plan's", id, windows("5.2.3790", port("25024")), "outgoing-per-second=200", OK, "", ""},
		{"below the plan's", id, windows("5.2.3790", port("25023")), "outgoing-per-second=200", Fix, "25024", "25024"},
		{"the longer TIME_WAIT of 2000", id, windows("5.0.2195", port("25024")), "outgoing-per-second=200", Fix, "49024", "49024"},
		{"the delay in the dump", id, windows("5.0.2195", port("25024"), running("TcpTimedWaitDelay", "30")), "outgoing-per-second=200", OK, "", ""},
		{"no port that high", id, windows("5.2.3790", port("20000")), "outgoing-per-second=540", Review, "at most 65534", ""},
		{"a file not yet imported", id, windows("5.2.3790", port("5000"), reg("65534")), "", Review, "an import of that file and a reboot", ""},
		{"Vista has other means", id, windows("6.0.6001"), "", Superseded, "dynamic ports", ""},
		{"Server 2019, the key without it", id, windows("10.0.17763", keyDumped), "", Superseded, "dynamic ports", ""},
		{"left over on Windows 11", id, windows("10.0.22631", port("65534")), "", Review, "Delete it", dump.Absent},
		{"taken out of Windows 11", id, windows("10.0.22631", port("65534"), gone), "", Review, "Not applied yet", ""},
		{"taken out, and nothing shown", id, windows("10.0.22631", gone), "", OK, "as it should be", ""},
		{"taken out of 2003", id, windows("5.2.3790", gone), "", Fix, "5000", "20000"},
		{"taken out of an unknown Windows", id, windows("", gone), "", InfoOnly, "depends on the release", ""},
		{"low and left over", id, windows("10.0.22631", port("5000")), "", Review, "Delete it", ""},
		{"told by its dynamic ports", id, windows("", port("65534"), running("dynamicport.tcp", "1024 64511")), "", Review, "Delete it", dump.Absent},
		{"release not known, good", id, windows("", port("65534")), "", OK, "which Windows", ""},
		{"release not known, short", id, windows("", port("5000")), "", Review, "which Windows", ""},
		{"release not known, the key without it", id, windows("", keyDumped), "", Unseen, "", ""},
	})
	x := judged(t, id, windows("10.0.22631", port("5000")), capacity.Plan{})
	assert.Equal(t, dump.Absent, x.Ask, "from Vista on it is never set, only taken out")
	x = judged(t, id, windows("5.2.3790", running("other", "1"), keyDumped), capacity.Plan{})
	assert.Equal(t, "5000", x.Observed)
	assert.Equal(t, 2, x.Line, "the key's line is the evidence")
	assert.Empty(t, x.Collect)
}

// 30 to 300 s are valid; the guide's 60 is from its text on other systems.
func TestWindowsTimedWait(t *testing.T) {
	const id = "windows.TcpTimedWaitDelay"
	delay := func(value string) dump.Setting { return running("TcpTimedWaitDelay", value) }
	checkHosts(t, []judgedHost{
		{"too short to be valid", id, windows("5.2.3790", delay("29")), "", Fix, "30 to 300", "30"},
		{"the shortest", id, windows("5.2.3790", delay("30")), "", OK, "", ""},
		{"at", id, windows("5.2.3790", delay("60")), "", OK, "", ""},
		{"above", id, windows("5.2.3790", delay("61")), "", Fix, "61", "60"},
		{"too long to be valid", id, windows("10.0.17763", delay("301")), "", Fix, "30 to 300", "60"},
		{"the key without it, 2000", id, windows("5.0.2195", keyDumped), "", Fix, "240 is what", "60"},
		{"the key without it, 2003", id, windows("5.2.3790", keyDumped), "", Fix, "120 is what", "60"},
		{"the key without it, 2019", id, windows("10.0.17763", keyDumped), "", Review, "Microsoft's own pages say 120 and 240", ""},
		{"long on 2019", id, windows("10.0.17763", delay("120")), "", Review, "connections that this host makes", ""},
		{"too short on 2019", id, windows("10.0.17763", delay("20")), "", Fix, "30 to 300", "30"},
		{"the key not dumped", id, windows("10.0.17763"), "", Unseen, "reg query", ""},
		{"release not known, the key without it", id, windows("", keyDumped), "", Unseen, "", ""},
		{"release not known, long", id, windows("", delay("120")), "", Fix, "120", "60"},
	})
}

// How long TIME_WAIT lasts: the registry, else the plan, else the release.
func TestWindowsTimeWait(t *testing.T) {
	for _, c := range []struct {
		name    string
		host    *dump.Dump
		plan    string
		seconds float64
		origin  capacity.Origin
	}{
		{"the registry", windows("5.2.3790", running("TcpTimedWaitDelay", "30")), "time-wait=90", 30, capacity.FromDump},
		{"a .reg file", windows("5.2.3790", filed("", "TcpTimedWaitDelay", "30")), "", 30, capacity.FromDump},
		{"not a value that is not valid", windows("5.2.3790", running("TcpTimedWaitDelay", "20")), "", 120, capacity.Default},
		{"the plan", windows("5.2.3790"), "time-wait=90", 90, capacity.Given},
		{"NT", windows("4.0.1381"), "", 240, capacity.Default},
		{"2000", windows("5.0.2195"), "", 240, capacity.Default},
		{"XP", windows("5.1.2600"), "", 120, capacity.Default},
		{"2003", windows("5.2.3790"), "", 120, capacity.Default},
		{"Vista", windows("6.0.6001"), "", 240, capacity.Default},
		{"told by its dynamic ports", windows("", running("dynamicport.tcp", "49152 16384")), "", 240, capacity.Default},
		{"unknown", windows(""), "", 0, ""},
	} {
		x := NewFacts(c.host, planned(t, c.plan)).Vars["TIME_WAIT_s"]
		assert.Equal(t, c.seconds, x.Value, c.name)
		assert.Equal(t, c.origin, x.Origin, c.name)
	}
}

// A dynamic range is a start and a count, and ends at 65535 where it can.
func TestWindowsDynamicPorts(t *testing.T) {
	const id = "windows.dynamicport.tcp"
	tcp := func(value string) *dump.Dump { return windows("10.0.17763", running("dynamicport.tcp", value)) }
	checkHosts(t, []judgedHost{
		{"the default", id, tcp("49152 16384"), "", Review, "today's default", ""},
		{"at", id, tcp("46560 18976"), "", OK, "", ""},
		{"below", id, tcp("46561 18975"), "", Review, "", ""},
		{"all there are", id, tcp("1024 64511"), "", Review, "MaxUserPort left over", ""},
		{"at the plan's", id, tcp("49152 16384"), "outgoing-per-second=68", Review, "your plan needs only 16320", ""},
		{"below the plan's", id, tcp("49152 16384"), "outgoing-per-second=69", Fix, "16560", "46560 18976"},
		{"a larger plan", id, tcp("49152 16384"), "outgoing-per-second=100", Fix, "24000", "41536 24000"},
		{"no range holds that many", id, tcp("49152 16384"), "outgoing-per-second=269", Review, "No range", ""},
		{"no such range", id, tcp("49152 16385"), "", Review, "no value", ""},
		{"Server 2003 has none", id, windows("5.2.3790"), "", Superseded, "MaxUserPort", ""},
		{"not shown", id, windows("10.0.17763"), "", Unseen, "netsh int ipv4 show dynamicport tcp", ""},
	})
	x := judged(t, id, tcp("49152 16384"), planned(t, "outgoing-per-second=69"))
	assert.Equal(t, "at least 18976 ports", x.Want)
	assert.Contains(t, x.Working, "time-wait 240 by default")
}

func TestWindowsUDPPorts(t *testing.T) {
	const id = "windows.dynamicport.udp"
	host := windows("10.0.17763", running("dynamicport.udp", "49152 16384"))
	checkHosts(t, []judgedHost{
		{"nothing asked", id, host, "", InfoOnly, "49152 16384", ""},
		{"enough", id, host, "dns-per-second=3276", InfoOnly, "up to 16380 ports", ""},
		{"not enough", id, host, "dns-per-second=3277", Review, "up to 16385 ports", ""},
	})
}
