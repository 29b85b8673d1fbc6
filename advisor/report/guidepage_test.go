package report

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"headroom/advisor/rule"
)

// Every rule of the catalogue has a page, and no page names a rule that is not
// there. The site's build compares these addresses with where the cards stand.
func TestEveryRuleHasAPage(t *testing.T) {
	for i := range rule.Catalogue {
		ru := &rule.Catalogue[i]
		assert.Regexp(t, `^guide/[a-z-]+\.html#`+ru.ID+`$`, GuidePage(ru))
	}
	for id, want := range map[string]string{
		"linux.fs.file-max":           "guide/linux.html#linux.fs.file-max",
		"plan.account-subdirectories": "guide/large-domains.html#plan.account-subdirectories",
		"plan.thread-memory":          "guide/resources.html#plan.thread-memory",
		"plan.of-nobody":              "",
	} {
		os := "any"
		if id == "linux.fs.file-max" {
			os = "linux"
		}
		assert.Equal(t, want, GuidePage(&rule.Rule{ID: id, OS: os}))
	}
}
