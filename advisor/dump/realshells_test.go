//go:build linux

package dump

import (
	"os"
	"os/exec"
	"strings"
	"syscall"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// realShells are the shells that Debian packages, with how each is asked for
// what it may use. The package csh is the one of BSD, bsd-csh.
var realShells = []struct {
	program    string
	arguments  []string // up to the command, as a user would type them
	soft, hard string   // the command
	cuts       bool     // sizes above a Mi are cut to whole Mi
	lacks      string   // a limit that it does not print
}{
	{program: "bash", arguments: []string{"-c"}, soft: "ulimit -Sa", hard: "ulimit -Ha"},
	{program: "bash", arguments: []string{"--posix", "-c"}, soft: "ulimit -Sa", hard: "ulimit -Ha"},
	{program: "dash", arguments: []string{"-c"}, soft: "ulimit -Sa", hard: "ulimit -Ha"},
	{program: "busybox", arguments: []string{"sh", "-c"}, soft: "ulimit -Sa", hard: "ulimit -Ha"},
	{program: "zsh", arguments: []string{"-f", "-c"}, soft: "ulimit -Sa", hard: "ulimit -Ha"},
	{program: "zsh", arguments: []string{"-f", "-c"}, soft: "limit", hard: "limit -h", cuts: true},
	{program: "ksh93", arguments: []string{"-c"}, soft: "ulimit -Sa", hard: "ulimit -Ha"},
	{program: "mksh", arguments: []string{"-c"}, soft: "ulimit -Sa", hard: "ulimit -Ha", lacks: "rss"},
	{program: "yash", arguments: []string{"-c"}, soft: "ulimit -S -a", hard: "ulimit -H -a"},
	{program: "fish", arguments: []string{"-c"}, soft: "ulimit -S -a", hard: "ulimit -H -a"},
	{program: "tcsh", arguments: []string{"-f", "-c"}, soft: "limit", hard: "limit -h"},
	{program: "bsd-csh", arguments: []string{"-f", "-c"}, soft: "limit", hard: "limit -h"},
	{program: "rc", arguments: []string{"-c"}, soft: "limit", hard: "limit -h"},
}

// rlimits are the limits of Linux by their numbers, with what the test sets. The
// size of dumps is the one that the init script of CommuniGate Pro asks for.
var rlimits = []struct {
	name     string
	resource int
	rlimit   syscall.Rlimit
	size     bool
}{
	{"cpu", 0, syscall.Rlimit{Cur: 3600, Max: 7265}, false},
	{"fsize", 1, syscall.Rlimit{Cur: 4 << 30, Max: 8 << 30}, true},
	{"data", 2, syscall.Rlimit{Cur: 8 << 30, Max: 16 << 30}, true},
	{"stack", 3, syscall.Rlimit{Cur: 16 << 20, Max: 32 << 20}, true},
	{"core", 4, syscall.Rlimit{Cur: 2097151 << 10, Max: 4194303 << 10}, true},
	{"rss", 5, syscall.Rlimit{Cur: 1 << 30, Max: 2 << 30}, true},
	{"nproc", 6, syscall.Rlimit{Cur: 5000, Max: 6000}, false},
	{"nofile", 7, syscall.Rlimit{Cur: 4096, Max: 8192}, false},
	{"memlock", 8, syscall.Rlimit{Cur: 1 << 20, Max: 2 << 20}, true},
	{"as", 9, syscall.Rlimit{Cur: ^uint64(0), Max: ^uint64(0)}, true},
	{"locks", 10, syscall.Rlimit{Cur: 77, Max: 88}, false},
	{"sigpending", 11, syscall.Rlimit{Cur: 1000, Max: 2000}, false},
	{"msgqueue", 12, syscall.Rlimit{Cur: 409600, Max: 819200}, false},
	{"nice", 13, syscall.Rlimit{}, false},
	{"rtprio", 14, syscall.Rlimit{}, false},
	{"rttime", 15, syscall.Rlimit{Cur: 5000000, Max: 6000000}, false},
}

// limitedShell is the variable that makes this program set the limits and become
// the shell instead of running tests.
const limitedShell = "HEADROOM_TEST_SHELL"

func TestMain(m *testing.M) {
	if shell := os.Getenv(limitedShell); shell != "" {
		becomeShell(shell)
	}
	os.Exit(m.Run())
}

// becomeShell sets the limits, as far as its own let it, and runs the shell in
// its place.
func becomeShell(shell string) {
	for _, limit := range allowed() {
		if err := syscall.Setrlimit(limit.resource, &limit.rlimit); err != nil {
			panic(limit.name + ": " + err.Error())
		}
	}
	panic(syscall.Exec(shell, os.Args, []string{"PATH=/usr/bin:/bin", "HOME=" + os.Getenv("HOME"), "LC_ALL=C.UTF-8"}))
}

// A rlimited is a limit with what is set.
type rlimited struct {
	name     string
	resource int
	rlimit   syscall.Rlimit
	size     bool
}

// allowed are the limits that the test may set: without privileges none above
// what is set already.
func allowed() []rlimited {
	var all []rlimited
	for _, limit := range rlimits {
		var has syscall.Rlimit
		if err := syscall.Getrlimit(limit.resource, &has); err != nil {
			panic(limit.name + ": " + err.Error())
		}
		set := rlimited(limit)
		set.rlimit.Max = min(set.rlimit.Max, has.Max)
		set.rlimit.Cur = min(set.rlimit.Cur, set.rlimit.Max)
		all = append(all, set)
	}
	return all
}

// TestRealShells sets limits, asks the shells that are installed for them, and
// reads back what was set.
func TestRealShells(t *testing.T) {
	found := 0
	for _, shell := range realShells {
		command := shell.program + " " + strings.Join(shell.arguments, " ")
		path, err := exec.LookPath(shell.program)
		if err != nil {
			t.Logf("not installed: %s", command)
			continue
		}
		found++
		t.Logf("%s: %s '%s'", path, command, shell.hard)
		for _, asked := range []struct {
			command string
			hard    bool
		}{{shell.soft, false}, {shell.hard, true}} {
			printed := runLimited(t, path, append(shell.arguments, asked.command))
			text := "$ " + command + " '" + asked.command + "'\n" + printed
			want := wantLimits(asked.hard, shell.cuts)
			checkLimits(t, text, want, shell.lacks, asked.hard)
		}
	}
	require.NotZero(t, found, "no shell is installed")
}

// runLimited runs a shell under the limits, and gives what it prints.
func runLimited(t *testing.T, path string, arguments []string) string {
	t.Helper()
	self, err := os.Executable()
	require.NoError(t, err)
	run := exec.Command(self, arguments...)
	run.Args[0] = path
	run.Env = []string{limitedShell + "=" + path, "HOME=" + t.TempDir()}
	run.Stderr = os.Stderr
	printed, err := run.Output()
	require.NoError(t, err, "%s %q", path, arguments)
	return string(printed)
}

// wantLimits are the values that a shell has to print, by their names.
func wantLimits(hard, cuts bool) map[string]string {
	want := map[string]string{}
	for _, limit := range allowed() {
		name, value := "ulimit."+limit.name, limit.rlimit.Cur
		if hard {
			name, value = name+".hard", limit.rlimit.Max
		}
		if cuts && limit.size && value >= 1<<20 {
			value &^= 1<<20 - 1
		}
		want[name] = decimal(value)
		if value >= 1<<63-1 {
			want[name] = Unlimited
		}
	}
	return want
}

// everywhere are the limits that each shell prints.
var everywhere = []string{"cpu", "fsize", "data", "stack", "core", "rss", "nproc", "nofile", "memlock"}

// checkLimits reads what a shell printed: every value is the one that was set,
// and none of those that matter is missing.
func checkLimits(t *testing.T, text string, want map[string]string, lacks string, hard bool) {
	t.Helper()
	got := map[string]string{}
	for _, s := range Read([]File{{Text: []byte(text)}}, "").Settings {
		got[s.Name] = s.Value
		assert.Equal(t, want[s.Name], s.Value, "%s in\n%s", s.Name, text)
		assert.Equal(t, Shell, s.Scope, text)
	}
	for _, name := range everywhere {
		if name == lacks {
			continue
		}
		if name = "ulimit." + name; hard {
			name += ".hard"
		}
		assert.Contains(t, got, name, text)
	}
}
