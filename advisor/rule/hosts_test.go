package rule

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"headroom/advisor/dump"
)

// A judgedHost is what one rule says of a host.
type judgedHost struct {
	name    string
	id      string
	host    *dump.Dump
	plan    string
	verdict Verdict
	says    string // part of the message
	ask     string // of a fix
}

// checkHosts judges hosts that are given as settings.
func checkHosts(t *testing.T, hosts []judgedHost) {
	t.Helper()
	for _, h := range hosts {
		x := judged(t, h.id, h.host, planned(t, h.plan))
		assert.Equal(t, h.verdict, x.Verdict, "%s: %s", h.name, x.Message)
		assert.Contains(t, x.Message, h.says, h.name)
		if h.verdict == Fix {
			assert.Equal(t, h.ask, x.Ask, h.name)
		}
	}
}

// on is a host of a system and release.
func on(os, release string, settings ...dump.Setting) *dump.Dump {
	d := linux61(settings...)
	d.Host.OS, d.Host.Release = os, release
	return d
}
