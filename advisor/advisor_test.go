package advisor_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"headroom/advisor"
	"headroom/advisor/dump"
	"headroom/advisor/rule"
)

const session = `$ ulimit -a
scheduling priority             (-e) 0
open files                      (-n) 1024
$ sysctl fs.file-max net.ipv4.ip_local_port_range
fs.file-max = 65536
net.ipv4.ip_local_port_range = 32768	60999
$ uname -r
3.10.0-1160.el7.x86_64
`

// Of what is to fix, the limit that stops the host first is read first; all else
// keeps its order.
func TestWhatStopsTheHostComesFirst(t *testing.T) {
	r := advisor.Check(advisor.Input{Files: []dump.File{{Text: []byte(session)}}})
	require.GreaterOrEqual(t, r.Binding, 0)
	var fixes []string
	for _, f := range r.Findings {
		if f.Verdict == rule.Fix {
			fixes = append(fixes, f.Rule.ID)
		}
	}
	assert.Equal(t, r.Limits[r.Binding].Rule, fixes[0])
	assert.Equal(t, []string{"linux.ulimit.nofile", "linux.fs.file-max", "linux.net.ipv4.ip_local_port_range"}, fixes)
}

// What is said of the release rests on the line that tells it, not on one that
// tells the system.
func TestTheReleaseRestsOnItsLine(t *testing.T) {
	r := advisor.Check(advisor.Input{Files: []dump.File{{Text: []byte(session)}}})
	for _, f := range r.Findings {
		if f.Rule.ID == "linux.kernel.osrelease" {
			assert.Equal(t, 8, f.Line)
			assert.Equal(t, []int{8}, f.Lines)
			return
		}
	}
	t.Fatal("no finding on the release")
}
