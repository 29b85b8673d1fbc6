package rule

import (
	"math"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"headroom/advisor/capacity"
	"headroom/advisor/dump"
)

// aboveIsReview are the rules where a value far on the good side is told, with
// the reason.
var aboveIsReview = map[string]string{
	"linux.ulimit.nofile.hard":  "the guide warns of limits without bound",
	"linux.systemd.LimitNOFILE": "infinity becomes a billion descriptors",
	"linux.ulimit.nofile":       "Linux cannot set it to unlimited",
	"linux.PTHREAD_THREADS_MAX": "there on no release of today",
	"freebsd.ulimit.nofile":     "the guide warns of limits without bound",
	"freebsd.net.inet.tcp.msl":  "the guide goes no lower than 20 s of TIME_WAIT",
	"windows.dynamicport.tcp":   "a range that begins at 1024 is that of a MaxUserPort left over",
	"macos.ulimit.nofile":       "the guide warns of limits without bound",

	"freebsd.net.inet.tcp.keepidle":  "less than 10 s is seconds taken for milliseconds",
	"freebsd.net.inet.tcp.keepintvl": "less than 10 s is seconds taken for milliseconds",

	"solaris.tcp_keepalive_interval": "the system's maker asks not to change it",
	"hpux.tcp_time_wait_interval":    "the guide's own advice ends at 20 s",
}

// takes are the bounds of settings whose other values the system refuses.
var takes = map[string]struct{ least, most uint64 }{
	"windows.MaxUserPort":       {leastUserPort, mostUserPort},
	"windows.TcpTimedWaitDelay": {shortestDelay, longestDelay},
}

// valid reports whether a system takes n for a setting.
func valid(r *Rule, n uint64) bool {
	bounds, has := takes[r.ID]
	return !has || n >= bounds.least && n <= bounds.most
}

// hostFor is a host of the rule's system on which the setting exists.
func hostFor(r *Rule, settings ...dump.Setting) *dump.Dump {
	d := linux61(settings...)
	d.Host.OS = r.OS
	d.Host.Release = ""
	return d
}

// stated puts a number into the form that the rule's setting has.
func stated(r *Rule, n uint64) string {
	switch r.ID {
	case "linux.net.ipv4.ip_local_port_range":
		return strconv.FormatUint(65535-min(n, 65535)+1, 10) + " 65535"
	case "windows.dynamicport.tcp":
		return strconv.FormatUint(65536-min(n, 64512), 10) + " " + strconv.FormatUint(min(n, 64512), 10)
	case "linux.net.ipv4.udp_mem":
		return "1 2 " + strconv.FormatUint(n, 10)
	}
	return strconv.FormatUint(n, 10)
}

func numeric(r *Rule) bool {
	return (r.Direction == AtLeast || r.Direction == AtMost) && r.Unit != "version" && r.OS != "any"
}

func scopeOf(r *Rule) dump.Scope {
	if strings.HasPrefix(r.Setting, "ulimit.") {
		return dump.Process
	}
	return dump.Running
}

const everyInput = "connections=9000,threads=9100,new-per-second=100,outgoing-per-second=100," +
	"closes-per-second=100,dns-per-second=50,sip-calls=200"

// A value on the good side is never found wanting, however far it lies.
func TestNeverWorseOnTheGoodSide(t *testing.T) {
	for i := range Catalogue {
		r := &Catalogue[i]
		if !numeric(r) {
			continue
		}
		for _, plan := range []string{"", everyInput} {
			p := planned(t, plan)
			for _, n := range goodSide(r, p) {
				if !valid(r, n) {
					continue
				}
				s := dump.Setting{Name: r.Setting, Value: stated(r, n), Scope: scopeOf(r)}
				x := judged(t, r.ID, hostFor(r, s), p)
				if x.Verdict == Review && aboveIsReview[r.ID] != "" {
					continue
				}
				assert.Contains(t, []Verdict{OK, InfoOnly}, x.Verdict, "%s = %s, plan %q: %s", r.Setting, s.Value, plan, x.Message)
				assert.Empty(t, x.Ask, r.ID)
			}
		}
	}
}

// goodSide returns values from the boundary on.
func goodSide(r *Rule, p capacity.Plan) []uint64 {
	f := NewFacts(hostFor(r, dump.Setting{Name: r.Setting, Value: stated(r, 1), Scope: scopeOf(r)}), p)
	c := Case{Facts: f, Finding: Finding{Rule: r}}
	at, _ := r.guideNumber()
	if demand, ok := c.demand(); ok && (at == 0 || r.better(demand, at)) {
		at = demand
	}
	if r.Direction == AtMost {
		return []uint64{at, at / 2, 1}
	}
	if r.Unit == "ports" {
		return []uint64{at, at + 1, 64512}
	}
	return []uint64{at, at + 1, at*8 + 1, 1 << 40, math.MaxInt64, math.MaxUint64}
}

// What is asked for is never worse than what is there, nor than the guide and
// the plan.
func TestAskIsNeverWorse(t *testing.T) {
	for i := range Catalogue {
		r := &Catalogue[i]
		if !numeric(r) {
			continue
		}
		for n := uint64(1); n < 1<<20; n = n*3 + 1 {
			s := dump.Setting{Name: r.Setting, Value: stated(r, n), Scope: scopeOf(r)}
			x := judged(t, r.ID, hostFor(r, s), planned(t, everyInput))
			if x.Ask == "" {
				continue
			}
			asked, ok := r.number(dump.Setting{Name: r.Setting, Value: x.Ask})
			require.True(t, ok, "%s asks for %q", r.ID, x.Ask)
			has, _ := r.number(s)
			assert.True(t, r.better(asked, has) || !valid(r, n), "%s: asks %s of a host with %s", r.ID, x.Ask, s.Value)
			s.Value = x.Ask
			again := judged(t, r.ID, hostFor(r, s), planned(t, everyInput))
			assert.NotEqual(t, Fix, again.Verdict, "%s: %s does not settle it: %s", r.ID, x.Ask, again.Message)
		}
	}
}

// A fix is something that a file can mend.
func TestFixHasMeans(t *testing.T) {
	for i := range Catalogue {
		r := &Catalogue[i]
		for _, value := range []string{"0", "1", "unlimited", "1 1", "nonsense"} {
			for _, scope := range []dump.Scope{dump.Running, dump.Configured, dump.Process, dump.Shell} {
				s := dump.Setting{Name: r.Setting, Value: value, Scope: scope}
				if r.OS == "any" {
					continue
				}
				x := judged(t, r.ID, hostFor(r, s), planned(t, everyInput))
				if x.Verdict == Fix {
					assert.NotEqual(t, NoMeans, r.Means, r.ID)
					assert.NotEmpty(t, x.Ask, "%s = %s: %s", r.ID, value, x.Message)
				}
				assert.NotEmpty(t, x.Message, r.ID)
				assert.NotContains(t, x.Message, "{", r.ID)
			}
		}
	}
}
