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

func TestOneCommandAsksForManyNames(t *testing.T) {
	for _, c := range []struct{ see, want []string }{
		{[]string{"ipadm show-prop -p recv_buf tcp", "ipadm show-prop -p _conn_req_max_q tcp"}, []string{"ipadm show-prop -p recv_buf,_conn_req_max_q tcp"}},
		{[]string{"kctune maxfiles", "kctune nkthread; kcusage nkthread"}, []string{"kctune maxfiles nkthread", "kcusage nkthread"}},
		{[]string{"kmtune -q maxfiles", "kmtune -q nfile"}, []string{"kmtune -q maxfiles -q nfile"}},
		{[]string{"grep rlim_fd /etc/system; echo ncsize/D | mdb -k", "grep ipcl_conn_hash_size /etc/system"}, []string{"cat /etc/system", "echo ncsize/D | mdb -k"}},
		{[]string{"sysctl -n kern.maxfiles", "sysctl a.b | grep b"}, []string{"sysctl -n kern.maxfiles", "sysctl a.b | grep b"}},
	} {
		r := &Report{}
		for _, see := range c.see {
			r.Findings = append(r.Findings, rule.Finding{Rule: &rule.Rule{}, Verdict: rule.Unseen, Collect: see})
		}
		assert.Equal(t, c.want, r.collect())
	}
}

// No command is so long that mail breaks it.
func TestCommandsFitALine(t *testing.T) {
	var names []string
	for range 40 {
		names = append(names, "net.ipv4.some_setting")
	}
	all := together("sysctl ", " ", "", names)
	assert.Greater(t, len(all), 5)
	for _, command := range all {
		assert.LessOrEqual(t, len(command), textWidth-2)
		assert.Regexp(t, "^sysctl( net.ipv4.some_setting)+$", command)
	}
}
