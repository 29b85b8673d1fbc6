package advisor_test

import (
	"maps"
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
	"netsh": true, "newtask": true, "plimit": true, "prctl": true, "procstat": true, "ps": true, "reg": true, "regedit": true, "rm": true,
	"sh": true, "shutdown": true, "sysctl": true, "systemctl": true, "mdb": true, "test": true, "tr": true,
}

// What is given to be copied from the steps of any file are commands; what is to be
// done by hand stands beside them. They run in every shell that root may have: csh
// knows no $( ), no "if [", and takes a "#" for a word.
func TestWhatIsCopiedOfAStepIsCommands(t *testing.T) {
	unseen := maps.Clone(programs)
	for _, d := range allCases(t) {
		r := d.check(d.text)
		files := r.Files
		for _, o := range r.Options {
			files = append(files, o.Files...)
		}
		for _, f := range files {
			for _, step := range []remedy.Step{f.Backup, f.Apply, f.Verify, f.Undo} {
				for _, no := range []string{"$(", "#", "if ", "[", "-e "} {
					assert.NotContains(t, step.Commands, no, d.name)
				}
				for _, command := range each(step.Commands) {
					word, _, _ := strings.Cut(command, " ")
					delete(unseen, word)
					assert.True(t, programs[word] || strings.HasPrefix(word, "/") || word == f.Path, "%s: %q of %q", d.name, command, step)
				}
			}
		}
	}
	assert.Empty(t, unseen)
}

// each takes a line of a shell apart into its commands.
func each(line string) []string {
	var commands []string
	for _, separator := range []string{"; ", " && ", " || ", " & ", " | "} {
		line = strings.ReplaceAll(line, separator, "\n")
	}
	for command := range strings.Lines(line) {
		command = strings.Trim(command, " \n()")
		if command != "" {
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
