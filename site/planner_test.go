package site

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"headroom/advisor/capacity"
)

// The planner's form has a field for each input, and for each only one.
func TestThePlannerHasEveryKey(t *testing.T) {
	var shown, all []string
	for _, g := range planGroups {
		for _, f := range g.Fields {
			shown = append(shown, f.Name)
		}
	}
	for _, k := range capacity.Keys {
		all = append(all, k.Name)
	}
	assert.ElementsMatch(t, all, shown)
}

// A preset is a plan that the planner takes, and from which it can tell how
// many connections there are.
func TestPresetsArePlans(t *testing.T) {
	for _, p := range presets {
		plan, err := capacity.ParsePlan(p.Plan)
		require.NoError(t, err, p.Name)
		assert.Equal(t, capacity.Sum, plan.Vars()["C"].Origin, p.Name)
	}
}
