package rule

import (
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"headroom/advisor/dump"
)

// A generatedHost makes hosts of one system.
type generatedHost struct {
	os       string
	releases []string
	arches   []string
}

var generatedHosts = []generatedHost{
	{dump.FreeBSD, []string{"4.11-RELEASE", "6.4-RELEASE", "8.2-RELEASE", "10.4-RELEASE", "12.1-RELEASE", "14.0-RELEASE", ""}, []string{"i386", "amd64", "aarch64", ""}},
	{dump.MacOS, []string{"8.11.0", "10.6.0", "18.7.0", "23.4.0", ""}, []string{"i386", "x86_64", "arm64"}},
	{dump.Solaris, []string{"5.8", "5.9", "5.10", "5.11", "11.3", "11.4.42", ""}, []string{"sparc", "i86pc"}},
	{dump.HPUX, []string{"11.11", "11.23", "11.31", ""}, []string{"ia64", "9000/800"}},
	{dump.Windows, []string{"4.0.1381", "5.0.2195", "5.2.3790", "6.0.6001", "10.0.17763", ""}, []string{""}},
}

// make returns a host with values at random: some settings run, some stand in
// files, some are missing.
func (g generatedHost) make(r *rand.Rand) *dump.Dump {
	var settings []dump.Setting
	for _, ru := range Catalogue {
		if ru.OS != g.os || r.IntN(4) == 0 {
			continue
		}
		settings = append(settings, settingsOf(r, &ru)...)
	}
	if g.os == dump.Windows && r.IntN(2) == 0 {
		settings = append(settings, keyDumped)
	}
	d := on(g.os, g.releases[r.IntN(len(g.releases))], settings...)
	d.Host.Arch = g.arches[r.IntN(len(g.arches))]
	d.Host.MemoryBytes = uint64(r.IntN(64)) << 30
	return d
}

// settingsOf states a rule's setting, as what is in force, as what a file
// sets, or as both.
func settingsOf(r *rand.Rand, ru *Rule) []dump.Setting {
	ways := r.IntN(3)
	var settings []dump.Setting
	isLimit := strings.HasPrefix(ru.Setting, "ulimit.")
	if ways != 0 && !strings.HasPrefix(ru.Setting, "startup.") {
		s := running(ru.Setting, randomValue(r, ru))
		if isLimit {
			s.Scope = dump.Process
		}
		settings = append(settings, s)
	}
	if ways != 1 {
		settings = append(settings, filed(fileOf(ru), ru.Setting, randomValue(r, ru)))
	}
	return settings
}

// fileOf is where a rule's remedy stands.
func fileOf(ru *Rule) string {
	switch ru.Means {
	case LoaderConf:
		return loaderConf
	case SysctlConf:
		return bsdSysctlConf
	case StartupLimit, StartupParam:
		return "/var/CommuniGate/Startup.sh"
	case EtcSystem:
		return etcSystem
	case Project:
		return "/etc/project"
	case Ndd, Kctune:
		return ""
	case Nddconf:
		return "/etc/rc.config.d/nddconf"
	case Launchd:
		return "/Library/LaunchDaemons/com.communigate.sysctl.plist"
	}
	return "tuning.reg"
}

func randomValue(r *rand.Rand, ru *Rule) string {
	if ru.Direction == Present {
		return "present"
	}
	guide, _ := ru.guideNumber()
	if guide == 0 {
		guide = 10000
	}
	n := []uint64{1, guide / 2, guide - 1, guide, guide + 1, guide * 3, guide * 100}[r.IntN(7)]
	if ru.Unit == "port" {
		n = min(n, highestPort)
	}
	if strings.HasPrefix(ru.Setting, "dynamicport.") {
		count := min(max(n, 255), mostDynamic)
		return figure(highestPort+1-count) + " " + figure(count)
	}
	return figure(n)
}

// followed is the dump after what is asked for was done, and the host started
// anew.
func followed(t *testing.T, d *dump.Dump, findings []Finding) *dump.Dump {
	t.Helper()
	settings := slices.Clone(d.Settings)
	for _, x := range findings {
		if x.Verdict != Fix {
			continue
		}
		require.NotEmpty(t, x.Ask, "%s: %s", x.Rule.ID, x.Message)
		settings = slices.DeleteFunc(settings, func(s dump.Setting) bool {
			return s.Name == x.Rule.Setting || slices.Contains(x.Rule.names, s.Name)
		})
		settings = append(settings, filed(fileOf(x.Rule), x.Rule.Setting, x.Ask))
		if x.Rule.Means == SysctlConf || x.Rule.Means == LoaderConf || x.Rule.Means == Registry || x.Rule.Means == Netsh || x.Rule.Means == Launchd {
			settings = append(settings, running(x.Rule.Setting, x.Ask))
		}
	}
	after := on(d.Host.OS, d.Host.Release, settings...)
	after.Host = d.Host
	return after
}

// On hosts with values at random, following the advice leaves nothing to fix,
// and nothing that is asked for is worse than what the host has.
func TestAdviceSettlesGeneratedHosts(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 1))
	for _, g := range generatedHosts {
		for range 500 {
			d := g.make(r)
			p := planned(t, randomPlan(r))
			findings := Judge(NewFacts(d, p))
			for i := range findings {
				checkNoWorse(t, d, &findings[i])
			}
			for _, x := range Judge(NewFacts(followed(t, d, findings), p)) {
				if !assert.NotEqual(t, Fix, x.Verdict, "%s %s: %s = %s: %s, plan %s", g.os, d.Host.Release, x.Rule.ID, x.Observed, x.Message, p.String()) {
					return
				}
			}
		}
	}
}

func randomPlan(r *rand.Rand) string {
	plan := ""
	for _, key := range []string{"connections", "threads", "new-per-second", "outgoing-per-second", "closes-per-second", "dns-per-second"} {
		if r.IntN(2) == 0 {
			plan += key + "=" + strconv.Itoa(r.IntN(60000)/(1+r.IntN(100))) + ","
		}
	}
	return plan
}

// checkNoWorse compares what is asked for with every value that the host has
// for the setting, those that the system refuses aside.
func checkNoWorse(t *testing.T, d *dump.Dump, x *Finding) {
	t.Helper()
	if x.Verdict != Fix || !numeric(x.Rule) {
		return
	}
	asked, ok := x.Rule.number(dump.Setting{Name: x.Rule.Setting, Value: x.Ask})
	require.True(t, ok, "%s asks for %q", x.Rule.ID, x.Ask)
	for _, s := range d.Settings {
		if s.Name != x.Rule.Setting {
			continue
		}
		if has, ok := x.Rule.number(s); ok && valid(x.Rule, has) {
			assert.True(t, x.Rule.better(asked, has), "%s asks for %s where %s is set: %s", x.Rule.ID, x.Ask, s.Value, x.Message)
		}
	}
}
