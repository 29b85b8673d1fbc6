package capacity

import (
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
)

// everything is a plan in which each formula has its inputs.
const everything = "pop-users=5000,pop-checks=3,pop-seconds=20,pop-hours=10,pop-peak=2,imap-users=900,imap-per-user=2," +
	"webuser-sessions=600,webuser-keepalive=0,smtp-in=100,smtp-out=50,smtp-per-second=60,channels=500,channel-kbits=512,message-kb=15," +
	"sip-per-second=150,sip-cpus=2,sip-calls=40,other-connections=10,static-threads=60,new-per-second=200,closes-per-second=100," +
	"outgoing-per-second=80,dns-per-second=50,stall=2,rtt=3,time-wait=60,local-per-second=30,queue=150,processors=4,processor-rate=10," +
	"accounts=6000,domains=1500,ram-mb=1000,swap-mb=3000,bits=32,stack-kb=128"

// with is everything with one key changed; value empty takes it out.
func with(key, value string) string {
	var entries []string
	for _, entry := range strings.Split(everything, ",") {
		if !strings.HasPrefix(entry, key+"=") {
			entries = append(entries, entry)
		}
	}
	if value != "" {
		entries = append(entries, key+"="+value)
	}
	return strings.Join(entries, ",")
}

func TestEverythingAsksForNothing(t *testing.T) {
	_, asked := results(t, everything)
	assert.Equal(t, []string{}, asked)
}

// Every input of the planner changes some result.
func TestEveryKeyIsUsed(t *testing.T) {
	before, _ := results(t, everything)
	for i := range Keys {
		k := &Keys[i]
		value := "77.5"
		switch {
		case k.Name == "webuser-keepalive":
			value = "1"
		case k.Name == "bits":
			value = "64"
		case k.Max < 77.5:
			value = Figure(k.Max)
		}
		after, _ := results(t, with(k.Name, value))
		assert.NotEqual(t, before, after, k.Name)
	}
}

// A formula speaks of nothing but what a plan can state.
func TestFormulasAskForKeys(t *testing.T) {
	for i := range Formulas {
		for _, name := range Formulas[i].Expr.Names() {
			assert.True(t, KeyOf(name) != "" || name == "timeout_s", "%s: what is %q?", Formulas[i].ID, name)
		}
	}
}

// Without a key, no formula that contains it has a result, and the others
// have theirs.
func TestNoResultFromAMissingInput(t *testing.T) {
	all, _ := results(t, everything)
	exceptions := []string{
		"plan.connections",                    // the sum of those protocols that are given
		"plan.descriptors", "plan.server-log", // a lower bound without WebUser sessions
		"plan.local-delivery-latency", // rests on the processors where the rate is not known
	}
	for i := range Keys {
		k := &Keys[i]
		if k.fixed || k.Name == "connections" || k.Name == "threads" { // these have a value all the same
			continue
		}
		byID, _ := results(t, with(k.Name, ""))
		for i := range Formulas {
			f := &Formulas[i]
			if _, ok := all[f.ID]; !ok || slices.Contains(exceptions, f.ID) {
				continue
			}
			contains := slices.ContainsFunc(f.Expr.Names(), func(name string) bool { return KeyOf(name) == k.Name })
			_, has := byID[f.ID]
			assert.Equal(t, !contains, has, "%s without %s", f.ID, k.Name)
		}
	}
}

// More of an input never asks for less, except where it shares the load.
func TestMoreNeverAsksForLess(t *testing.T) {
	falls := map[string][]string{
		"pop-hours":        {"plan.pop3-sessions"},
		"sip-cpus":         {"plan.sip"},
		"local-per-second": {"plan.local-delivery-latency"},
		"processor-rate":   {"plan.storage-processors"},
		"stack-kb":         {"plan.threads-by-memory", "plan.stacks-32bit"},
	}
	for i := range Keys {
		k := &Keys[i]
		if k.Only != nil {
			continue
		}
		less, _ := results(t, with(k.Name, Figure(math.Max(k.Min, 1))))
		more, _ := results(t, with(k.Name, Figure(math.Min(k.Max, 23))))
		for id, r := range less {
			m, ok := more[id]
			if !ok {
				continue
			}
			switch {
			case slices.Contains(falls[k.Name], id):
				assert.Less(t, m.Value, r.Value, "%s of %s", k.Name, id)
			case k.Name == "pop-hours": // whatever rests on POP3 sessions falls with them
				assert.LessOrEqual(t, m.Value, r.Value, "%s of %s", k.Name, id)
			default:
				assert.GreaterOrEqual(t, m.Value, r.Value, "%s of %s", k.Name, id)
			}
		}
	}
}

// Each formula is whole, and what it says is sentences.
func TestFormulasAreWhole(t *testing.T) {
	seen := map[string]bool{}
	for i := range Formulas {
		f := &Formulas[i]
		assert.False(t, seen[f.ID], "%s twice", f.ID)
		seen[f.ID] = true
		assert.True(t, strings.HasPrefix(f.ID, "plan."), f.ID)
		assert.NotEmpty(t, f.Title, f.ID)
		assert.False(t, strings.HasSuffix(f.Title, "."), f.ID)
		assert.NotEmpty(t, f.Unit, f.ID)
		assert.NotEmpty(t, f.Equation(), f.ID)
		assert.NotEmpty(t, f.Inputs(), f.ID)
		for _, key := range f.Inputs() {
			assert.NotNil(t, LookupKey(key), "%s of %s", key, f.ID)
		}
	}
}

func TestEquationNamesItsInputs(t *testing.T) {
	byID, _ := results(t, "closes-per-second=5,time-wait=60")
	assert.Equal(t, "closes-per-second x time-wait", byID["plan.time-wait"].Equation)
	i := slices.IndexFunc(Formulas, func(f Formula) bool { return f.ID == "plan.threads-by-memory" })
	assert.Equal(t, "(swap-mb + ram-mb) x 1024 / stack-kb", Formulas[i].Equation())
	assert.Equal(t, []string{"swap-mb", "ram-mb", "stack-kb"}, Formulas[i].Inputs())
}

func TestDemandsRoundToWholeUnits(t *testing.T) {
	for _, c := range []struct{ exact, up, down float64 }{
		{0, 0, 0}, {2.5, 3, 2}, {3, 3, 3}, {0.1 * 3 * 10, 3, 3}, {1 << 30, 1 << 30, 1 << 30}, {1<<30 + 0.25, 1<<30 + 1, 1 << 30},
	} {
		assert.Equal(t, c.up, ceil(c.exact))
		assert.Equal(t, c.down, floor(c.exact))
	}
	for n, shown := range map[float64]float64{69.4444: 69.4, 5069.4444: 5069.4, 6.94444: 6.94, 0.694444: 0.694, 0.000694444: 0.000694, 0: 0} {
		assert.Equal(t, shown, estimate(n))
	}
}

// sane asserts what holds for every result of any plan.
func sane(t *testing.T, text string) {
	t.Helper()
	byID, asked := results(t, text)
	for _, r := range byID {
		assert.False(t, math.IsNaN(r.Value) || math.IsInf(r.Value, 0) || math.Signbit(r.Value), "%s: %s is %v", text, r.ID, r.Value)
		assert.True(t, strings.HasSuffix(r.Meaning, "."), "%s: %s says %q", text, r.ID, r.Meaning)
		assert.NotEmpty(t, r.Working, r.ID)
	}
	for _, key := range asked {
		assert.NotNil(t, LookupKey(key), key)
	}
}

func TestAnyPlanHasSaneResults(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	for range 2000 {
		var entries []string
		for i := range Keys {
			if k := &Keys[i]; random.IntN(3) > 0 {
				entries = append(entries, k.Name+"="+Figure(anyValue(random, k)))
			}
		}
		sane(t, strings.Join(entries, ","))
	}
}

// anyValue is a value of the key: an end of its range, or of any magnitude
// within it.
func anyValue(random *rand.Rand, k *Key) float64 {
	switch {
	case k.Only != nil:
		return k.Only[random.IntN(len(k.Only))]
	case random.IntN(4) == 0:
		return k.Min
	case random.IntN(4) == 0:
		return k.Max
	}
	return math.Max(k.Min, k.Max*math.Pow(10, -9*random.Float64()))
}

func FuzzResults(f *testing.F) {
	for _, text := range []string{"", everything, "connections=20,000", "sip-cpus=0,sip-per-second=0", "queue=0.0001,processors=.5,processor-rate=0", "bits=32,stack-kb=0"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if _, err := ParsePlan(text); err != nil {
			return
		}
		sane(t, text)
	})
}
