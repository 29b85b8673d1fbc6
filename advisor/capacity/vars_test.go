package capacity

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// Connections are the sum of what the protocols need, threads one for each of
// them and the static ones.
func TestSums(t *testing.T) {
	for _, c := range []struct {
		plan    string
		c, t    float64
		working string
	}{
		// The guide's own example: 100,000 users, two checks of 15 s in 12 hours.
		{"pop-users=100000", 69.444, 69.444, "100000 x 2 x 15 x 1 / (12 x 3600) = 69.444"},
		{"pop-users=100000,pop-peak=3", 208.333, 208.333, "100000 x 2 x 15 x 3 / (12 x 3600) = 208.333"},
		{"imap-users=5000,imap-per-user=2", 10000, 10000, "5000 x 2 = 10000"},
		// The guide: 100 connections serve 3,000 sessions.
		{"webuser-sessions=3000", 100, 100, "3000 / 30 = 100"},
		{"webuser-sessions=3000,webuser-keepalive=1", 3000, 3000, "3000"},
		{"smtp-in=200,smtp-out=50,other-connections=10", 260, 260, "200 + 50 + 10 = 260"},
		{"imap-users=100,static-threads=30", 100, 130, "100 x 1 = 100"},
	} {
		v := vars(t, c.plan)
		assert.InDelta(t, c.c, v["C"].Value, 0.001, c.plan)
		assert.InDelta(t, c.t, v["T"].Value, 0.001, c.plan)
		assert.Equal(t, Sum, v["C"].Origin, c.plan)
		assert.Equal(t, c.working, v["C"].Working)
	}
}

func TestGivenWinsOverTheSum(t *testing.T) {
	v := vars(t, "connections=500,imap-users=9000,threads=700")
	assert.Equal(t, Var{Value: 500, Origin: Given, Unit: "connections"}, v["C"])
	assert.Equal(t, Var{Value: 700, Origin: Given, Unit: "threads"}, v["T"])
}

// A default is shown as one, and what has none is absent.
func TestDefaultsAreNotGiven(t *testing.T) {
	v := Plan{}.Vars()
	assert.Equal(t, Default, v["stall"].Origin)
	assert.Equal(t, 5.0, v["timeout_s"].Value)
	for _, name := range []string{"C", "T", "Rin", "Rout", "Rclose", "calls", "Qdns", "TIME_WAIT_s", "msl", "rmem_default", "maxfiles_lim"} {
		assert.NotContains(t, v, name)
	}
	assert.NotContains(t, vars(t, "stall=2,static-threads=5"), "C", "defaults alone are no connections")
}

func TestDemand(t *testing.T) {
	assert.Empty(t, Plan{}.Demand())
	p, err := ParsePlan("imap-users=5000,smtp-in=200,static-threads=20,closes-per-second=50")
	require.NoError(t, err)
	var lines []string
	for _, r := range p.Demand() {
		lines = append(lines, r.ID+" "+Figure(r.Value)+" "+r.Unit+": "+r.Working)
	}
	assert.Equal(t, []string{
		"connections 5200 connections: 5000 x 1 + 200 = 5200",
		"threads 5220 threads: 5200 + 20 = 5220",
		"closes-per-second 50 connections/s: ",
	}, lines)
}

func TestKeyOf(t *testing.T) {
	assert.Equal(t, "connections", KeyOf("C"))
	assert.Equal(t, "accounts", KeyOf("accounts"))
	assert.Empty(t, KeyOf("rmem_default"))
}
