package browser

import (
	"bufio"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"github.com/stretchr/testify/require"
)

// root is the folder of the repository.
const root = "../.."

// folder holds what the tests build, and goes when they end.
var folder string

func TestMain(m *testing.M) {
	var err error
	folder, err = os.MkdirTemp("", "headroom-browser")
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	code := m.Run()
	if err := os.RemoveAll(folder); err != nil {
		fmt.Fprintln(os.Stderr, err)
	}
	os.Exit(code)
}

// buildSite builds the site once for all tests.
var buildSite = sync.OnceValues(func() (string, error) {
	dist := filepath.Join(folder, "dist")
	return dist, command("go", "run", "headroom/site/cmd/site", "-o", dist)
})

// buildServer builds the command once for all tests.
var buildServer = sync.OnceValues(func() (string, error) {
	program := filepath.Join(folder, "headroom")
	return program, command("go", "build", "-o", program, "headroom/advisor/cmd/headroom")
})

// printed is what a program prints, whatever its exit status.
func printed(name string, args ...string) (string, error) {
	cmd := exec.Command(name, args...)
	cmd.Dir = root
	out, err := cmd.Output()
	if ended := (*exec.ExitError)(nil); errors.As(err, &ended) {
		err = nil
	}
	return string(out), err
}

func command(name string, args ...string) error {
	cmd := exec.Command(name, args...)
	cmd.Dir = root
	if out, err := cmd.CombinedOutput(); err != nil {
		return fmt.Errorf("%s: %w\n%s", strings.Join(cmd.Args, " "), err, out)
	}
	return nil
}

// site returns the folder with the built site.
func site(t testing.TB) string {
	t.Helper()
	dist, err := buildSite()
	require.NoError(t, err)
	return dist
}

// serve serves the built site until the test ends, and returns its address,
// which ends in a slash.
func serve(t testing.TB) string {
	t.Helper()
	return serveFolder(t, site(t))
}

// serveFolder serves a folder in the same way.
func serveFolder(t testing.TB, dist string) string {
	t.Helper()
	program, err := buildServer()
	require.NoError(t, err)
	cmd := exec.Command(program, "serve", "-addr", "127.0.0.1:0", "-dir", dist)
	out, err := cmd.StdoutPipe()
	require.NoError(t, err)
	require.NoError(t, cmd.Start())
	t.Cleanup(func() {
		_ = cmd.Process.Kill() // it serves until then
		_ = cmd.Wait()
	})
	line, err := bufio.NewReader(out).ReadString('\n')
	require.NoError(t, err)
	at := strings.Index(line, "http://")
	require.GreaterOrEqual(t, at, 0, "the first line names the address: %q", line)
	return strings.TrimSuffix(strings.Fields(line[at:])[0], "/") + "/"
}

// places are the ways to open the site; each address ends in a slash.
func places(t testing.TB) map[string]string {
	t.Helper()
	return map[string]string{"http": serve(t), "file": "file://" + site(t) + "/"}
}
