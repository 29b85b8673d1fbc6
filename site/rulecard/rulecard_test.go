package rulecard_test

import (
	"bytes"
	"fmt"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"github.com/yuin/goldmark"

	"headroom/advisor/capacity"
	"headroom/advisor/rule"
	"headroom/site/rulecard"
)

var fileMax = &rule.Rule{
	ID: "linux.fs.file-max", OS: "linux", Setting: "fs.file-max", Unit: "open files", Direction: rule.AtLeast, Guide: "131072",
	Demand: capacity.Times(4, capacity.C), Kind: rule.Guide, Title: "Open files of the whole system", Why: "Sockets are files, & <more>.",
	Risk: "Connections are refused.", See: "sysctl fs.file-max", Set: "sysctl.d", Effect: "at once", Default: "About 10 % of RAM in KB.",
	Releases: "2.4+", Section: "Linux 2.4/2.6", Sources: []string{"kernel documentation", "proc(5)"},
}

func convert(markdown string) (string, error) {
	lookup := func(id string, line int) (*rule.Rule, error) {
		if id != fileMax.ID {
			return nil, fmt.Errorf("linux.md:%d: no rule %q", line, id)
		}
		return fileMax, nil
	}
	var out bytes.Buffer
	err := goldmark.New(goldmark.WithExtensions(rulecard.Extension(lookup))).Convert([]byte(markdown), &out)
	return out.String(), err
}

func TestCardSaysAllOfTheRule(t *testing.T) {
	card, err := convert("::rule linux.fs.file-max\n")
	require.NoError(t, err)
	for _, part := range []string{
		`<section class="rule-card" id="linux.fs.file-max" data-rule="linux.fs.file-max">`, `<a href="#linux.fs.file-max"><code>fs.file-max</code></a>`,
		"Open files of the whole system", "at least 131072 open files", "4 × C", "<var>C</var>: connections at once",
		"Sockets are files, &amp; &lt;more&gt;.", "Connections are refused.", "<code>sysctl fs.file-max</code>", "sysctl.d", "at once",
		"About 10 % of RAM in KB.", "2.4&#43;", "Linux 2.4/2.6", "kernel documentation; proc(5)",
	} {
		assert.Contains(t, card, part)
	}
}

func TestUnknownRuleNamesItsLine(t *testing.T) {
	_, err := convert("# Title\n\nText\n\n- item\n\n  ::rule linux.nope\n")
	assert.EqualError(t, err, `linux.md:7: no rule "linux.nope"`)
}
