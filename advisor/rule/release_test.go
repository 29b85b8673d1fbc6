package rule

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"headroom/advisor/capacity"
	"headroom/advisor/dump"
)

func TestGate(t *testing.T) {
	for _, c := range []struct {
		os, release string
		gate        Gate
		admits      bool
	}{
		{dump.Linux, "4.11.12", Gate{From: "2.4", Before: "4.12"}, true},
		{dump.Linux, "4.12.0-rc1", Gate{From: "2.4", Before: "4.12"}, false},
		{dump.Linux, "2.2.14", Gate{From: "2.4"}, false},
		{dump.Linux, "10.0", Gate{From: "2.4", Before: "4.12"}, false},
		{dump.Linux, "", Gate{From: "2.4", Before: "4.12"}, true},
		{dump.Linux, "unknown", Gate{From: "2.4"}, true},
		{dump.Solaris, "5.9", Gate{From: "8", Before: "10"}, true},
		{dump.Solaris, "5.10", Gate{From: "8", Before: "10"}, false},
		{dump.Solaris, "11.4", Gate{From: "10"}, true},
		{dump.HPUX, "B.11.31", Gate{From: "11.31"}, true},
		{dump.HPUX, "11.23", Gate{From: "11.31"}, false},
		{dump.FreeBSD, "13.2-RELEASE-p4", Gate{From: "6", Before: "14"}, true},
		{dump.FreeBSD, "14.0-CURRENT", Gate{From: "6", Before: "14"}, false},
	} {
		assert.Equal(t, c.admits, c.gate.admits(c.os, parseVersion(c.os, c.release)), "%s %s %v", c.os, c.release, c.gate)
	}
}

// An unknown release judges what was seen, and an unknown system nothing.
func TestUnknownReleaseAndSystem(t *testing.T) {
	d := linux61(running("net.ipv4.tcp_tw_recycle", "1"))
	d.Host.Release = ""
	for _, x := range Judge(NewFacts(d, capacity.Plan{})) {
		assert.NotEqual(t, Superseded, x.Verdict, x.Rule.ID)
	}
	assert.Equal(t, Fix, judged(t, "linux.net.ipv4.tcp_tw_recycle", d, capacity.Plan{}).Verdict)
	d.Host.OS = dump.Unknown
	findings := Judge(NewFacts(d, capacity.Plan{}))
	assert.Empty(t, findings)
	assert.NotNil(t, findings)
}

// Worst first, and one finding a rule.
func TestOrderOfFindings(t *testing.T) {
	findings := Judge(NewFacts(linux61(running("fs.file-max", "5"), running("kernel.pid_max", "4194304")), capacity.Plan{}))
	last := -1
	seen := map[string]bool{}
	for _, x := range findings {
		assert.GreaterOrEqual(t, order(x.Verdict), last)
		last = order(x.Verdict)
		assert.False(t, seen[x.Rule.ID])
		seen[x.Rule.ID] = true
	}
	assert.Equal(t, "linux.fs.file-max", findings[0].Rule.ID)
}
