package advisor_test

import (
	"os"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"headroom/advisor/capacity"
	"headroom/advisor/report"
	"headroom/advisor/rule"
)

// What is kept of a check gives, with any plan, the limits that a check with that
// plan gives: the planner has no text.
func TestWhatIsKeptOfAHostLimitsAnyPlan(t *testing.T) {
	all := allCases(t)
	for _, file := range corpus(t) {
		text, err := os.ReadFile(file)
		require.NoError(t, err)
		all = append(all, trial{name: file, text: string(text)})
	}
	limited := 0
	for i, d := range all {
		if slow && i%10 != 0 {
			continue
		}
		kept := d.check(d.text).Facts.Kept()
		for _, plan := range append(plans, "") {
			d.plan = plan
			p, err := capacity.ParsePlan(plan)
			require.NoError(t, err)
			host := rule.Recall(kept, p)
			require.NotNil(t, host, d.name)
			limits, binding := rule.Limits(host)
			want := d.check(d.text)
			assert.Equal(t, summary(want.Limits), summary(limits), "%s, plan %q", d.name, plan)
			assert.Equal(t, want.Binding, binding, "%s, plan %q", d.name, plan)
			limited += len(limits)
		}
	}
	assert.NotZero(t, limited)
}

// summary is limits without their places in the text.
func summary(limits []rule.Limit) []rule.Limit {
	var all []rule.Limit
	for _, l := range limits {
		l.File, l.Line = 0, 0
		all = append(all, l)
	}
	return all
}

// What is kept by a page is data: of another form it is left out.
func TestWhatIsKeptIsCheckedWhenItIsRead(t *testing.T) {
	for _, text := range []string{"", "host", "host\tlinux", "nonsense\tlinux\t\t\t\t0\t0\ttrue\tfalse\tfalse\n"} {
		assert.Nil(t, rule.Recall(text, capacity.Plan{}), text)
	}
	host := rule.Recall("host\tlinux\t6.1\t\t\tx\t-1\ttrue\tfalse\tfalse\nfs.file-max\t5\nfs.file-max\t400\trunning\tsysctl\t\t\t0\t-3\t0\tfalse\n", capacity.Plan{})
	require.NotNil(t, host)
	assert.Empty(t, host.Dump.Settings)
	host = rule.Recall("host\tunknown\t\t\t\t0\t0\tfalse\tfalse\tfalse\n", capacity.Plan{})
	limits, _ := rule.Limits(host)
	assert.Empty(t, report.PlanTold(capacity.Plan{}, host, limits, "x"))
}
