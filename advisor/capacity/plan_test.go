package capacity

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// Bad input is refused with one sentence that names the key.
func TestParsePlanRefuses(t *testing.T) {
	for _, c := range []struct{ text, names, says string }{
		{"conections=5", "conections", "unknown plan key"},
		{"connections=5,connections=6", "connections", "given twice"},
		{"connections", "connections", `no "="`},
		{"connections=", "connections", "no value"},
		{"connections=20,000", `"000" after connections`, `no "="`},
		{"ram-mb=4096M", "ram-mb", "not a plain number (MiB)"},
		{"rtt=200ms", "rtt", "not a plain number (seconds)"},
		{"connections=2e4", "connections", "not a plain number"},
		{"connections=many", "connections", "no number"},
		{"connections=NaN", "connections", "no number"},
		{"connections=1.2.3", "connections", "no number"},
		{"connections=+5", "connections", "no number"},
		{"connections=-1", "connections", "outside 0 to 1000000000"},
		{"connections=-0", "connections", "outside 0 to 1000000000"},
		{"connections=1000000001", "connections", "outside 0 to 1000000000 (connections)"},
		{"connections=" + strings.Repeat("9", 400), "connections", "outside"},
		{"pop-seconds=0.05", "pop-seconds", "outside 0.1 to 3600"},
		{"pop-hours=25", "pop-hours", "outside 0.1 to 24"},
		{"pop-peak=0.5", "pop-peak", "outside 1 to 100"},
		{"bits=48", "bits", "neither 32 nor 64"},
		{"webuser-keepalive=0.5", "webuser-keepalive", "neither 0 nor 1"},
		{"stall=0", "stall", "outside 0.001 to 60"},
	} {
		_, err := ParsePlan(c.text)
		require.Error(t, err, c.text)
		assert.Contains(t, err.Error(), c.names, c.text)
		assert.Contains(t, err.Error(), c.says, c.text)
		assert.NotContains(t, err.Error(), "\n", c.text)
		assert.Less(t, len(err.Error()), 200, c.text)
	}
}

func TestParsePlan(t *testing.T) {
	p, err := ParsePlan(" connections = 20000 ,rtt=0.2,, bits=32 ")
	require.NoError(t, err)
	n, given := p.Get("connections")
	assert.Equal(t, 20000.0, n)
	assert.True(t, given)
	n, given = p.Get("stall")
	assert.Equal(t, 1.0, n, "a default is there")
	assert.False(t, given, "and is not called given")
	assert.Equal(t, "connections=20000,rtt=0.2,bits=32", p.String())

	none, err := ParsePlan("")
	require.NoError(t, err)
	assert.True(t, none.Empty())
	assert.Equal(t, Plan{}.Vars(), none.Vars())
}

// Every key takes the ends of its range, and nothing beyond them.
func TestRangesOfKeys(t *testing.T) {
	seen := map[string]bool{}
	for _, k := range Keys {
		assert.False(t, seen[k.Name], "%s twice", k.Name)
		seen[k.Name] = true
		assert.NotEmpty(t, k.Meaning, k.Name)
		for _, n := range []float64{k.Min, k.Max} {
			_, err := ParsePlan(k.Name + "=" + Figure(n))
			assert.NoError(t, err)
		}
		for _, n := range []float64{k.Min - 0.001, k.Max + 1} {
			_, err := ParsePlan(k.Name + "=" + Figure(n))
			assert.Error(t, err, "%s=%s", k.Name, Figure(n))
		}
		if k.fixed {
			assert.Equal(t, k.Default, Figure(k.value), k.Name)
		}
	}
}

// What is printed is read back as the same plan.
func TestPlanStringIsReadBack(t *testing.T) {
	for _, text := range []string{"", "pop-users=100000,pop-peak=2.5", "connections=1000000000,stall=0.001,ram-mb=96,swap-mb=127"} {
		p, err := ParsePlan(text)
		require.NoError(t, err)
		again, err := ParsePlan(p.String())
		require.NoError(t, err)
		assert.Equal(t, p, again)
	}
}
