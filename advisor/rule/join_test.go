package rule

import (
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"

	"headroom/advisor/dump"
)

// join puts rules into the catalogue for one test, where they are not in it.
func join(t *testing.T, rules []Rule) {
	t.Helper()
	if Lookup(rules[0].ID) != nil {
		return
	}
	before := Catalogue
	Catalogue = slices.Concat(Catalogue, rules)
	t.Cleanup(func() { Catalogue = before })
}

// The tests of the catalogue as a whole hold for the rules that are to join it.
func TestRulesToJoin(t *testing.T) {
	join(t, freebsdRules)
	join(t, macosRules)
	join(t, windowsRules)
	t.Run("table", TestCatalogueAgreesWithItsTable)
	t.Run("whole", TestEveryRuleIsWholeAndOnce)
	t.Run("good side", TestNeverWorseOnTheGoodSide)
	t.Run("ask", TestAskIsNeverWorse)
	t.Run("means", TestFixHasMeans)
}

// A judged host: what one rule says of it.
type judgedHost struct {
	name    string
	id      string
	host    *dump.Dump
	plan    string
	verdict Verdict
	says    string // part of the message
	ask     string // of a fix
}

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
