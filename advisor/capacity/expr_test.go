package capacity

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func vars(t *testing.T, plan string) Vars {
	t.Helper()
	p, err := ParsePlan(plan)
	require.NoError(t, err)
	return p.Vars()
}

func TestFormulaPrintsItself(t *testing.T) {
	for want, e := range map[string]Expr{
		"2*C":                                    Times(2, C),
		"T+1000":                                 Add(T, 1000),
		"2*T+1000":                               Add(Times(2, T), 1000),
		"C+Rclose*60":                            Add(C, Times(Rclose, 60)),
		"65536-Rout*TIME_WAIT_s":                 Minus(65536, Times(Rout, TimeWait)),
		"65536-Rout*2*msl/1000":                  Minus(65536, Over(Times(Rout, 2, MSL), 1000)),
		"2*calls*rmem_default/4096":              Over(Times(2, Calls, RmemDefault), 4096),
		"1024+Rout*TIME_WAIT_s":                  Add(1024, Times(Rout, TimeWait)),
		"2*maxfiles_lim":                         Times(2, MaxfilesLim),
		"Qdns*timeout_s":                         Times(Qdns, Timeout),
		"local-per-second":                       Name("local-per-second"),
		"users*checks/(hours*3600)":              Over(Times(Name("users"), Name("checks")), Times(Name("hours"), 3600)),
		"a-(b+c)":                                Minus(Name("a"), Add(Name("b"), Name("c"))),
		"a/(b/c)":                                Over(Name("a"), Over(Name("b"), Name("c"))),
		"1.5*(C+(Rin+Rout)*120+4*calls+Qdns*30)": Times(1.5, Add(C, Times(Add(Rin, Rout), 120), Times(4, Calls), Times(Qdns, 30))),
		"":                                       {},
	} {
		assert.Equal(t, want, e.String())
	}
}

func TestFormulaShowsItsWorking(t *testing.T) {
	for _, c := range []struct {
		e       Expr
		plan    string
		value   float64
		working string
	}{
		{Times(2, C), "connections=20000", 20000 * 2, "2 x 20000 = 40000"},
		{Add(T, 1000), "threads=5000", 6000, "5000 + 1000 = 6000"},
		{Add(T, 100), "connections=5000,static-threads=20", 5120, "5020 + 100 = 5120 (threads taken as one a connection and the static ones)"},
		{Times(Rin, Stall), "new-per-second=300", 300, "300 x 1 = 300 (stall 1 by default)"},
		{Times(Rin, Stall), "new-per-second=300,stall=0.5", 150, "300 x 0.5 = 150"},
		{Times(Rin, RTT), "new-per-second=333,rtt=0.2", 67, "333 x 0.2 = 66.6, rounded to 67"},
		{Minus(65536, Times(Rout, TimeWait)), "outgoing-per-second=0.1,time-wait=5", 65535, "65536 - 0.1 x 5 = 65535.5, rounded to 65535"},
		{Times(1.5, Add(C, Times(4, Calls))), "connections=100,sip-calls=25", 300, "1.5 x (100 + 4 x 25) = 300"},
		{C, "connections=7", 7, "7"},
	} {
		value, working, ok := c.e.Eval(vars(t, c.plan))
		require.True(t, ok, c.e.String())
		assert.Equal(t, c.value, value, c.e.String())
		assert.Equal(t, c.working, working)
	}
}

// A formula with an unknown variable has no result: unknown is never zero.
func TestUnknownIsNotZero(t *testing.T) {
	_, _, ok := Add(C, Times(Rclose, 60)).Eval(vars(t, "connections=20000"))
	assert.False(t, ok)
	_, _, ok = Times(2, C).Eval(Plan{}.Vars())
	assert.False(t, ok, "no plan is not a plan of no connections")
	value, _, ok := Times(2, C).Eval(vars(t, "connections=0"))
	assert.True(t, ok)
	assert.Zero(t, value)
	_, _, ok = Expr{}.Eval(Vars{})
	assert.False(t, ok)
}

// What is known of a sum is a lower bound; of anything else nothing is left.
func TestKnownPart(t *testing.T) {
	whole := Times(1.5, Add(C, Times(Add(Rin, Rout), 120), Times(4, Calls)))
	for _, c := range []struct{ plan, want string }{
		{"connections=5", "1.5*C"},
		{"connections=5,sip-calls=1", "1.5*(C+4*calls)"},
		{"connections=5,new-per-second=1", "1.5*(C+Rin*120)"},
		{"connections=5,new-per-second=1,outgoing-per-second=1,sip-calls=1", whole.String()},
		{"", ""},
	} {
		assert.Equal(t, c.want, whole.Known(vars(t, c.plan)).String(), c.plan)
	}
	assert.True(t, Minus(65536, Rout).Known(Vars{}).IsZero(), "what is left over has no lower bound")
}
