package rule

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"headroom/advisor/capacity"
)

// The general rules are the plan.* rows of the table, cell by cell.
func TestPlanRulesAgreeWithTheTable(t *testing.T) {
	byID := map[string]*Rule{}
	for i := range planRules {
		byID[planRules[i].ID] = &planRules[i]
	}
	n := 0
	for _, row := range rows(t) {
		if !strings.HasPrefix(row["id"], "plan.") {
			continue
		}
		n++
		r := byID[row["id"]]
		if !assert.NotNil(t, r, row["id"]) {
			continue
		}
		for column, got := range map[string]string{
			"os": r.OS, "releases": r.Releases, "unit": r.Unit, "direction": string(r.Direction), "guide": r.Guide,
			"demand": string(r.Demand), "kind": string(r.Kind),
		} {
			assert.Equal(t, row[column], got, "%s of %s", column, r.ID)
		}
	}
	assert.Len(t, planRules, n)
	assert.Len(t, byID, n)
}

// Each general rule is answered by the formula of the same ID, in the same
// unit where the rule's is a quantity, and from the same section.
func TestEachPlanRuleHasItsFormula(t *testing.T) {
	formulas := map[string]*capacity.Formula{}
	for i := range capacity.Formulas {
		formulas[capacity.Formulas[i].ID] = &capacity.Formulas[i]
	}
	for i := range planRules {
		r := &planRules[i]
		f := formulas[r.ID]
		if !assert.NotNil(t, f, r.ID) {
			continue
		}
		assert.Equal(t, r.Section, f.Section, r.ID)
		if r.Unit != "state" && r.Unit != "factor" {
			assert.Equal(t, r.Unit, f.Unit, r.ID)
		}
	}
}

// The command that shows a general rule shows it.
func TestPlanRulesShowThemselves(t *testing.T) {
	for i := range planRules {
		r := &planRules[i]
		text, ok := strings.CutPrefix(r.See, "headroom plan ")
		if !ok {
			assert.Equal(t, "plan.hyperthreading", r.ID)
			continue
		}
		p, err := capacity.ParsePlan(strings.ReplaceAll(text, " ", ","))
		require.NoError(t, err, r.ID)
		results, _ := capacity.Results(p)
		shown := false
		for _, result := range results {
			shown = shown || result.ID == r.ID
		}
		assert.True(t, shown, "%s does not show %s", r.See, r.ID)
	}
}
