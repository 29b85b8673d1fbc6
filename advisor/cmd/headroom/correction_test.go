package main

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

const mailed = "Linux mail 6.1.0-18-amd64 #1 SMP x86_64 GNU/Linux\nfs.file-max = 4096\n"

// Lines that a customer mailed without their command are of the running system, or
// of a file, as whoever knows it says.
func TestWhatLinesReallyAreCanBeSaid(t *testing.T) {
	scope := func(args ...string) string {
		_, stdout, stderr := headroom(mailed, append([]string{"check", "-format", "json"}, args...)...)
		assert.Empty(t, stderr)
		return one(t, stdout).Settings[0].Scope
	}
	assert.Equal(t, "running", scope())
	assert.Equal(t, "configured", scope("-as", "2=sysctl.conf"))
	assert.Equal(t, "running", scope("-as", "1-1=sysctl.conf", "-as", "2-2=sysctl-a"))
}

// Of several files, the one that is named.
func TestWhatLinesOfAFileReallyAre(t *testing.T) {
	dir := t.TempDir()
	a, b := write(t, dir, "a.txt", mailed), write(t, dir, "b=1:2.txt", mailed)
	_, stdout, _ := headroom("", "check", "-format", "json", "-together", "-as", b+":2-2=sysctl.conf", a, b)
	settings := one(t, stdout).Settings
	assert.Equal(t, "running", settings[0].Scope)
	assert.Equal(t, "configured", settings[1].Scope)
}

// The help lists what can be said.
func TestHelpListsMeanings(t *testing.T) {
	for _, command := range []string{"check", "fix", "compare"} {
		_, stdout, _ := headroom("", command, "-h")
		assert.Contains(t, stdout, "  limits.conf     the file /etc/security/limits.conf\n", command)
	}
	_, stdout, _ := headroom("", "plan", "-h")
	assert.NotContains(t, stdout, "limits.conf")
}
