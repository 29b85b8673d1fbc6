package rule

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"headroom/advisor/capacity"
)

func TestDrift(t *testing.T) {
	const conf = "/etc/sysctl.conf"
	for _, c := range []struct {
		name         string
		now, file    string
		verdict      Verdict
		says, asksOf string
	}{
		{"both good", "200000", "200000", OK, "", ""},
		{"the file is better", "200000", "400000", OK, "From the next start", ""},
		{"the file is short", "200000", "65536", Review, "lost at the next start", "200000"},
		{"the file lowers a good value", "2466170", "131072", Review, "lost at the next start", "2466170"},
		{"not applied yet", "65536", "200000", Review, "sysctl --system", ""},
		{"both short", "65536", "70000", Fix, "", "131072"},
	} {
		x := judged(t, "linux.fs.file-max", linux61(running("fs.file-max", c.now), filed(conf, "fs.file-max", c.file)), capacity.Plan{})
		assert.Equal(t, c.verdict, x.Verdict, "%s: %s", c.name, x.Message)
		assert.Contains(t, x.Message, c.says, c.name)
		assert.Equal(t, c.now, x.Observed, c.name)
		assert.Equal(t, c.asksOf, x.Ask, c.name)
		assert.Equal(t, []int{1, 2}, x.Lines, c.name)
	}
}

// The guide's figure for socket buffers is a third of what Linux has by itself.
func TestFileBelowTheSystemsDefault(t *testing.T) {
	x := judged(t, "linux.net.core.rmem_default", linux61(filed("/etc/sysctl.conf", "net.core.rmem_default", "65536")), capacity.Plan{})
	assert.Equal(t, Review, x.Verdict)
	assert.Contains(t, x.Message, "212992")
	assert.Equal(t, "212992", x.Ask)

	old := linux61(filed("/etc/sysctl.conf", "net.core.rmem_default", "65536"))
	old.Host.Release = "2.6.18"
	assert.Equal(t, OK, judged(t, "linux.net.core.rmem_default", old, capacity.Plan{}).Verdict)
}
