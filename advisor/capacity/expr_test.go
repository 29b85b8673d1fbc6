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

// A formula that is read and written again is the same, but for brackets that
// say nothing and for the blanks around a minus.
func TestFormulaPrintsItself(t *testing.T) {
	for written, want := range map[Expr]Expr{
		"2*C":                                    "2*C",
		"T+1000":                                 "T+1000",
		"2*T+1000":                               "2*T+1000",
		"C+Rclose*60":                            "C+Rclose*60",
		"65536-Rout*TIME_WAIT_s":                 "65536 - Rout*TIME_WAIT_s",
		"65536-Rout*2*msl/1000":                  "65536 - Rout*2*msl/1000",
		"2*calls*rmem_default/4096":              "2*calls*rmem_default/4096",
		"local-per-second":                       "local-per-second",
		"users*checks/(hours*3600)":              "users*checks/(hours*3600)",
		"a-users - b-users/2":                    "a-users - b-users/2",
		"a - (b+c)":                              "a - (b+c)",
		"a - b - c":                              "a - b - c",
		"a-(b - c)":                              "a - (b - c)",
		"a + b + c":                              "a+b+c",
		"a/(b/c)":                                "a/(b/c)",
		"a/b*c":                                  "a/b*c",
		"(a/b)/c":                                "a/b/c",
		"a*(b*c)":                                "a*b*c",
		"( 2*C )":                                "2*C",
		"1.5*(C+(Rin+Rout)*120+4*calls+Qdns*30)": "1.5*(C+(Rin+Rout)*120+4*calls+Qdns*30)",
		"":                                       "",
	} {
		assert.Equal(t, want, parse(written).expr(), "%s", written)
	}
}

// What is no formula is no formula of the catalogue: the program ends.
func TestWhatIsNoFormula(t *testing.T) {
	for _, e := range []Expr{"2*", "*2", "(C", "C)", "2 C", "C+", "C++T", "C;T", "()", " "} {
		assert.Panics(t, func() { parse(e) }, "%q", string(e))
	}
}

func TestFormulaShowsItsWorking(t *testing.T) {
	for _, c := range []struct {
		e       Expr
		plan    string
		value   float64
		working string
	}{
		{"2*C", "connections=20000", 20000 * 2, "2 x 20000 = 40000"},
		{"T+1000", "threads=5000", 6000, "5000 + 1000 = 6000"},
		{"T+100", "connections=5000,static-threads=20", 5120, "5020 + 100 = 5120 (threads taken as one a connection and the static ones)"},
		{"Rin*stall", "new-per-second=300", 300, "300 x 1 = 300 (stall 1 by default)"},
		{"Rin*stall", "new-per-second=300,stall=0.5", 150, "300 x 0.5 = 150"},
		{"Rin*rtt", "new-per-second=333,rtt=0.2", 67, "333 x 0.2 = 66.6, rounded to 67"},
		{"65536-Rout*TIME_WAIT_s", "outgoing-per-second=0.1,time-wait=5", 65535, "65536 - 0.1 x 5 = 65535.5, rounded to 65535"},
		{"1.5*(C+4*calls)", "connections=100,sip-calls=25", 300, "1.5 x (100 + 4 x 25) = 300"},
		{"C", "connections=7", 7, "7"},
	} {
		value, working, ok := c.e.Eval(vars(t, c.plan))
		require.True(t, ok, "%s", c.e)
		assert.Equal(t, c.value, value, "%s", c.e)
		assert.Equal(t, c.working, working)
	}
}

// A formula with an unknown variable has no result: unknown is never zero.
func TestUnknownIsNotZero(t *testing.T) {
	_, _, ok := Expr("C+Rclose*60").Eval(vars(t, "connections=20000"))
	assert.False(t, ok)
	_, _, ok = Expr("2*C").Eval(Plan{}.Vars())
	assert.False(t, ok, "no plan is not a plan of no connections")
	value, _, ok := Expr("2*C").Eval(vars(t, "connections=0"))
	assert.True(t, ok)
	assert.Zero(t, value)
	_, _, ok = Expr("").Eval(Vars{})
	assert.False(t, ok)
}

// What is known of a sum is a lower bound; of anything else nothing is left.
func TestKnownPart(t *testing.T) {
	whole := Expr("1.5*(C+(Rin+Rout)*120+4*calls)")
	for _, c := range []struct{ plan, want string }{
		{"connections=5", "1.5*C"},
		{"connections=5,sip-calls=1", "1.5*(C+4*calls)"},
		{"connections=5,new-per-second=1", "1.5*(C+Rin*120)"},
		{"connections=5,new-per-second=1,outgoing-per-second=1,sip-calls=1", string(whole)},
		{"", ""},
	} {
		assert.Equal(t, Expr(c.want), whole.Known(vars(t, c.plan)), c.plan)
	}
	assert.True(t, Expr("65536-Rout").Known(Vars{}).IsZero(), "what is left over has no lower bound")
}
