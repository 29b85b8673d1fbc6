package report

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"headroom/advisor/rule"
)

func TestWhatIsNeededIsOneBlockWithoutRepetition(t *testing.T) {
	r := &Report{}
	for _, see := range []string{
		"sysctl fs.file-max", "sysctl net.core.somaxconn; ss -lnt", "cat /proc/1/limits", "sysctl -a | grep x",
		"ss -lnt; sysctl fs.file-max kernel.pid_max", "cat /proc/1/limits", "",
	} {
		r.Findings = append(r.Findings, rule.Finding{Rule: &rule.Rule{}, Verdict: rule.Unseen, Collect: see})
	}
	r.Findings = append(r.Findings, rule.Finding{Rule: &rule.Rule{}, Verdict: rule.OK, Collect: "seen already"})
	assert.Equal(t, []string{"sysctl fs.file-max net.core.somaxconn kernel.pid_max", "ss -lnt", "cat /proc/1/limits", "sysctl -a | grep x"}, r.collect())
}
