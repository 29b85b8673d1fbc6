package main

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestPlan(t *testing.T) {
	for _, c := range []struct{ format, begins string }{
		{"text", "Given: connections=20000, stack-kb=256\n"},
		{"json", "{\n \"schema\": \"headroom-plan/1\",\n"},
		{"markdown", "## Capacity plan\n"},
		{"html", "<!DOCTYPE html>\n"},
	} {
		status, out, complaint := headroom("", "plan", "-format", c.format, "connections=20000", "stack-kb=256")
		assert.Equal(t, exitOK, status, c.format)
		assert.Empty(t, complaint, c.format)
		assert.True(t, strings.HasPrefix(out, c.begins), "%s begins %.40q", c.format, out)
		assert.Contains(t, out, "20000 x 256 x 1024 = 5242880000", c.format)
	}
}

// Without a plan it says what can be given.
func TestPlanOfNothing(t *testing.T) {
	status, out, _ := headroom("", "plan")
	assert.Equal(t, exitOK, status)
	assert.Contains(t, out, "connections (connections): ")
}

// A mistake is one sentence that names the key, and prints nothing else.
func TestPlanRefuses(t *testing.T) {
	for _, c := range []struct {
		args string
		says string
	}{
		{"conections=5", `unknown plan key "conections"`},
		{"connections=5 connections=6", "plan key connections is given twice"},
		{"connections=10,000", `"000" after connections has no "="`},
		{"ram-mb=4G", "plan key ram-mb: \"4G\" is not a plain number (MiB)"},
		{"bits=16", "plan key bits: \"16\" is neither 32 nor 64"},
		{"pop-hours=25", "plan key pop-hours: \"25\" is outside 0.1 to 24 (hours)"},
		{"connections=-5", "plan key connections: \"-5\" is outside"},
		{"connections=", "plan key connections has no value"},
		{"connections", `has no "="`},
		{"-format xml connections=5", `-format "xml" is none of text, json, markdown, html`},
		{"-fromat json", "-fromat"},
	} {
		status, out, complaint := headroom("", append([]string{"plan"}, strings.Fields(c.args)...)...)
		assert.Equal(t, exitUsage, status, c.args)
		assert.Empty(t, out, c.args)
		assert.Contains(t, complaint, c.says, c.args)
		assert.Equal(t, 1, strings.Count(complaint, "\n"), c.args)
	}
}
