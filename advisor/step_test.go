package advisor_test

import (
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/tools/txtar"

	"headroom/advisor/remedy"
)

// programs are what a step may call. What is none of these is prose, which nobody
// may be given to copy into a shell.
var programs = map[string]bool{
	"cat": true, "chmod": true, "chown": true, "cp": true, "echo": true, "grep": true, "init": true, "ipadm": true, "kconfig": true,
	"kctune": true, "kmtune": true, "kmupdate": true, "launchctl": true, "ln": true, "mk_kernel": true, "mkdir": true, "mv": true, "ndd": true,
	"netsh": true, "plimit": true, "prctl": true, "procstat": true, "ps": true, "reboot": true, "reg": true, "regedit": true, "rm": true,
	"sh": true, "shutdown": true, "sysctl": true, "systemctl": true, "mdb": true,
}

// What is given to be copied from the steps of any file are commands; what is to be
// done by hand stands beside them.
func TestWhatIsCopiedOfAStepIsCommands(t *testing.T) {
	seen := map[string]bool{}
	for _, d := range allCases(t) {
		r := d.check(d.text)
		files := r.Files
		for _, o := range r.Options {
			files = append(files, o.File)
		}
		for _, f := range files {
			for _, step := range []string{f.Backup, f.Apply, f.Verify, f.Undo} {
				_, commands, _ := remedy.Parts(step)
				for _, command := range each(commands) {
					word, _, _ := strings.Cut(command, " ")
					seen[word] = true
					assert.True(t, programs[word] || strings.HasPrefix(word, "/") || word == f.Path, "%s: %q of %q", d.name, command, step)
				}
			}
		}
	}
	assert.Greater(t, len(seen), 20, "steps were found")
}

// each takes a line of a shell apart into its commands.
func each(line string) []string {
	line, _, _ = strings.Cut(line, " # ")
	var commands []string
	for _, separator := range []string{"; ", " && ", " & ", " | "} {
		line = strings.ReplaceAll(line, separator, "\n")
	}
	for command := range strings.Lines(line) {
		command = strings.Trim(command, " \n()")
		command = strings.TrimPrefix(strings.TrimPrefix(command, "then "), "else ")
		if command != "" && command != "fi" && !strings.HasPrefix(command, "if [ -e ") {
			commands = append(commands, command)
		}
	}
	return commands
}

// allCases are the cases of the rules and of the remedies.
func allCases(t *testing.T) []trial {
	t.Helper()
	var all []trial
	for _, pattern := range []string{"rule/testdata/*.txtar", "remedy/testdata/*.txtar"} {
		files, err := filepath.Glob(pattern)
		require.NoError(t, err)
		require.NotEmpty(t, files)
		for _, file := range files {
			archive, err := txtar.ParseFile(file)
			require.NoError(t, err)
			all = append(all, cases(filepath.Base(file), archive)...)
		}
	}
	return all
}
