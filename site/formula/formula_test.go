package formula_test

import (
	"bytes"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"github.com/yuin/goldmark"

	"headroom/site/formula"
)

func convert(markdown string) (string, error) {
	var out bytes.Buffer
	err := goldmark.New(goldmark.WithExtensions(formula.Extension("clients.md"))).Convert([]byte(markdown), &out)
	return out.String(), err
}

// The guide's own example of POP3 clients.
func TestBlockSaysAllOfTheFormula(t *testing.T) {
	html, err := convert("::formula plan.pop3-sessions pop-users=100000\n")
	require.NoError(t, err)
	for _, part := range []string{
		"<figcaption>POP3 sessions at once</figcaption>",
		"<code>pop-users × pop-checks × pop-seconds / (pop-hours × 3600)</code>",
		"<dt><var>pop-users</var></dt><dd>",
		"<dd>pop-users = 100,000; by default pop-checks 2, pop-seconds 15, pop-hours 12, pop-peak 1<br><code>100,000 × 2 × 15 / (12 × 3600) = 69.4 sessions</code></dd>",
		"The average over the period",
	} {
		assert.Contains(t, html, part)
	}
}

func TestNoteOfTheFormula(t *testing.T) {
	html, err := convert("::formula plan.virtual-memory ram-mb=96,swap-mb=127\n")
	require.NoError(t, err)
	assert.Contains(t, html, "<dd>ram-mb = 96, swap-mb = 127<br><code>127 &#43; 96 = 223 MiB</code></dd>")
	assert.Contains(t, html, "the guide prints 220")
}

func TestMistakesNameTheirLine(t *testing.T) {
	for markdown, want := range map[string]string{
		"Text\n\n::formula plan.nope\n":                    `clients.md:3: no formula "plan.nope"`,
		"::formula plan.pop3-sessions pop-users=many\n":    "clients.md:1: plan key pop-users",
		"::formula plan.time-wait closes-per-second=500\n": "clients.md:1: the example of plan.time-wait needs more: time-wait",
	} {
		_, err := convert(markdown)
		assert.ErrorContains(t, err, want)
	}
}
