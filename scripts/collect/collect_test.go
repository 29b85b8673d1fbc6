package collect

import (
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/tools/txtar"

	"headroom/advisor/dump"
)

// run lets a shell run a script, with further variables of the environment.
func run(t *testing.T, shell, script, base string, env ...string) string {
	t.Helper()
	cmd := exec.Command(shell, script, base)
	cmd.Env = append(os.Environ(), env...)
	cmd.Stderr = os.Stderr
	out, err := cmd.Output()
	require.NoError(t, err, "%s %s", shell, script)
	return string(out)
}

// base makes a base directory of CommuniGate Pro with that process in it.
func base(t *testing.T, pid, startup string) string {
	t.Helper()
	dir := t.TempDir()
	require.NoError(t, os.WriteFile(filepath.Join(dir, "ProcessID"), []byte(pid+"\n"), 0o644))
	require.NoError(t, os.WriteFile(filepath.Join(dir, "Startup.sh"), []byte(startup), 0o644))
	return dir
}

// On a real Linux host, whatever its /bin/sh: the values of the kernel are
// running ones, not those of a file, and the limits are the server's.
func TestLinuxScriptIsRead(t *testing.T) {
	if _, err := os.Stat("/proc/self/limits"); err != nil {
		t.Skip("no Linux: the script for it cannot run here")
	}
	dir := base(t, "self", "ulimit -n 20000\n") // /proc/self: the program that reads it
	shells := 0
	for _, shell := range []string{"sh", "dash", "bash"} {
		if _, err := exec.LookPath(shell); err != nil {
			t.Logf("no %s here", shell)
			continue
		}
		shells++
		text := run(t, shell, "collect-linux.sh", dir)
		d := dump.Read([]dump.File{{Text: []byte(text)}}, "")
		assert.Equal(t, dump.Linux, d.Host.OS, shell)
		scopes := map[string]map[dump.Scope]bool{}
		for _, s := range d.Settings {
			if scopes[s.Name] == nil {
				scopes[s.Name] = map[dump.Scope]bool{}
			}
			scopes[s.Name][s.Scope] = true
		}
		assert.True(t, scopes["fs.file-max"][dump.Running], shell)
		assert.True(t, scopes["net.ipv4.ip_local_port_range"][dump.Running], shell)
		assert.True(t, scopes["ulimit.nofile"][dump.Process], shell)
		assert.True(t, scopes["ulimit.nofile"][dump.Configured], "%s: of Startup.sh", shell)
		assert.True(t, scopes["ulimit.nofile"][dump.Shell], shell)
	}
	assert.Positive(t, shells)
}

// The scripts for the other systems run under a shell of this one, with
// programs that print what those of their system do.
func TestScriptsOfOtherSystemsAreRead(t *testing.T) {
	for system, os := range map[string]string{"solaris": dump.Solaris, "freebsd": dump.FreeBSD, "hpux": dump.HPUX, "macos": dump.MacOS} {
		t.Run(system, func(t *testing.T) {
			answers := answers(t, system)
			dir := base(t, "4321", answers["Startup.sh"])
			text := run(t, "sh", "collect-"+system+".sh", dir, "PATH="+programs(t, answers)+":/bin:/usr/bin")
			check(t, text, os, answers["settings"])
		})
	}
}

// call is a line of a Windows script that runs a command.
var call = regexp.MustCompile(`(?m)^(?:call :show (.+)|Show '(?:cmd /c )?(.+)')$`)

// The scripts for Windows are written out as they would run there: the command
// at its prompt, then what it prints.
func TestWindowsScriptsAreRead(t *testing.T) {
	answers := answers(t, "windows")
	files, err := Files()
	require.NoError(t, err)
	for name, prompt := range map[string]string{"collect-windows.cmd": `C:\>`, "collect-windows.ps1": `PS C:\> `} {
		var text strings.Builder
		calls := call.FindAllStringSubmatch(strings.ReplaceAll(string(files[name]), "\r\n", "\n"), -1)
		require.Greater(t, len(calls), 5, name)
		for _, c := range calls {
			text.WriteString(prompt + c[1] + c[2] + "\r\n")
			text.WriteString(strings.ReplaceAll(answers[c[1]+c[2]], "\n", "\r\n") + "\r\n")
		}
		check(t, text.String(), dump.Windows, answers["settings"])
	}
}

// answers are what commands print, by command line.
func answers(t *testing.T, system string) map[string]string {
	t.Helper()
	archive, err := txtar.ParseFile(filepath.Join("testdata", system+".txtar"))
	require.NoError(t, err)
	answers := map[string]string{}
	for _, f := range archive.Files {
		answers[f.Name] = string(f.Data)
	}
	return answers
}

// programs writes the folder with the programs that answer so.
func programs(t *testing.T, answers map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	for line, answer := range answers {
		program, arguments, _ := strings.Cut(line, " ")
		code := "[ \"$*\" = '" + arguments + "' ] && cat <<'.' && exit\n" + answer + ".\n"
		f, err := os.OpenFile(filepath.Join(dir, program), os.O_CREATE|os.O_APPEND|os.O_WRONLY, 0o755)
		require.NoError(t, err)
		if end, err := f.Seek(0, 2); err == nil && end == 0 {
			code = "#!/bin/sh\n" + code
		}
		_, err = f.WriteString(code)
		require.NoError(t, err)
		require.NoError(t, f.Close())
	}
	return dir
}

// check reads the text and looks for the settings, one a line: name = value scope.
func check(t *testing.T, text string, os string, want string) {
	t.Helper()
	d := dump.Read([]dump.File{{Text: []byte(text)}}, "")
	assert.Equal(t, os, d.Host.OS)
	var got []string
	for _, s := range d.Settings {
		got = append(got, s.Name+" = "+s.Value+" "+string(s.Scope))
	}
	require.NotEmpty(t, want)
	for line := range strings.Lines(want) {
		assert.Contains(t, got, strings.TrimSpace(line), text)
	}
}

// No script writes a file, and none has a command that changes something.
func TestScriptsOnlyRead(t *testing.T) {
	writes := regexp.MustCompile(`(^|[^0-9&^])>[^&=]|2>[^&/]|\b(rm|mv|cp|tee|dd|sed -i|chmod|kill|mkdir|touch|ln|sudo|sysctl -w|ndd -set|reg add|reg delete|netsh .* set|Set-\w+|Out-File|kctune \w+=)\b`)
	files, err := Files()
	require.NoError(t, err)
	require.Len(t, files, 7)
	for name, content := range files {
		for line := range strings.Lines(string(content)) {
			code := strings.TrimSpace(line)
			if strings.HasPrefix(code, "#") || strings.HasPrefix(code, "rem ") {
				continue
			}
			for _, harmless := range []string{`echo C:\^>%*`, `"PS C:\> $Command"`, `echo "==> $path <=="`} {
				code = strings.ReplaceAll(code, harmless, "")
			}
			assert.NotRegexp(t, writes, code, name)
		}
	}
}
