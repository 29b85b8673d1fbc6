package rulecard_test

import (
	"bytes"
	"fmt"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"github.com/yuin/goldmark"

	"headroom/advisor/rule"
	"headroom/site/rulecard"
)

var fileMax = &rule.Rule{
	ID: "linux.fs.file-max", OS: "linux", Setting: "fs.file-max", Unit: "open files", Direction: rule.AtLeast, Guide: "131072",
	Demand: "4*C", Kind: rule.Guide, Title: "Open files of the whole system", Why: "Sockets are files, & <more>.",
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
		`<section class="rule-card" id="linux.fs.file-max" data-rule="linux.fs.file-max">`, `<h3><code>fs.file-max</code> Open files of the whole system</h3>`,
		"Open files of the whole system", "at least 131072 open files", "4 × C", "<var>C</var>: connections at once",
		"Sockets are files, &amp; &lt;more&gt;.", "Connections are refused.", "<code>sysctl fs.file-max</code>", "sysctl.d", "at once",
		"About 10 % of RAM in KB.", "2.4&#43;", "Linux 2.4/2.6", "kernel documentation; proc(5)",
	} {
		assert.Contains(t, card, part)
	}
}

// What the planner answers has no file to set and no default.
func TestCardOfAPlan(t *testing.T) {
	card := func(change func(*rule.Rule)) string {
		r := rule.Rule{
			ID: "plan.time-wait", OS: "any", Setting: "time-wait", Releases: "all", Unit: "sockets", Direction: rule.Formula,
			Guide: "closes/s * TIME_WAIT", Kind: rule.Guide, See: "headroom plan closes-per-second=5", Set: "server settings", Effect: "-",
			Default: "60 seconds on many systems.", Section: "TIME_WAIT", Sources: []string{"CommuniGate Pro Guide 5.1, Scalability", "RFC 793"},
		}
		change(&r)
		var out bytes.Buffer
		lookup := func(string, int) (*rule.Rule, error) { return &r, nil }
		require.NoError(t, goldmark.New(goldmark.WithExtensions(rulecard.Extension(lookup))).Convert([]byte("::rule plan.time-wait\n"), &out))
		return out.String()
	}
	plain := card(func(*rule.Rule) {})
	for _, part := range []string{
		"<dt>Figure</dt><dd>closes/s × TIME_WAIT</dd>", "<dt>Compute</dt><dd><code>headroom plan closes-per-second=5</code></dd>",
		"<dt>Note</dt><dd>60 seconds on many systems.</dd>", "<dd>CommuniGate Pro Guide 5.1, Scalability, TIME_WAIT; RFC 793</dd>",
	} {
		assert.Contains(t, plain, part)
	}
	for _, part := range []string{"Set in", "Takes effect", "Releases", "Defaults"} {
		assert.NotContains(t, plain, part)
	}
	assert.Contains(t, card(func(r *rule.Rule) { r.Direction, r.Guide, r.Unit = rule.Advise, "50", "messages/s" }), "<dt>Applies</dt><dd>from 50 messages/s on</dd>")
	assert.Contains(t, card(func(r *rule.Rule) { r.Direction, r.Guide = rule.Advise, "off on busy servers" }), "<dt>Asked</dt><dd>off on busy servers</dd>")
	assert.Contains(t, card(func(r *rule.Rule) { r.Direction, r.Guide = rule.Info, "the limit logged at start" }), "<dt>In the guide</dt><dd>the limit logged at start</dd>")
}

func TestUnknownRuleNamesItsLine(t *testing.T) {
	_, err := convert("# Title\n\nText\n\n- item\n\n  ::rule linux.nope\n")
	assert.EqualError(t, err, `linux.md:7: no rule "linux.nope"`)
}
