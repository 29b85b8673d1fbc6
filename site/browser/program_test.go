package browser

import (
	"os"
	"os/exec"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

// oneOf finds a program by one of its names, or skips the test.
func oneOf(t testing.TB, browser string, names ...string) string {
	t.Helper()
	for _, name := range names {
		if path, err := exec.LookPath(name); err == nil {
			return path
		}
	}
	t.Skipf("%s is not installed here: its journeys are left out", browser)
	return ""
}

// start starts a program that is ended with the test.
func start(t testing.TB, cmd *exec.Cmd) {
	t.Helper()
	require.NoError(t, cmd.Start())
	t.Cleanup(func() {
		_ = cmd.Process.Signal(os.Interrupt)
		late := time.AfterFunc(5*time.Second, func() { _ = cmd.Process.Kill() })
		_ = cmd.Wait() // how it ended does not matter
		late.Stop()
	})
}

// profile is a folder for what a browser keeps. It goes with the others, as a
// browser may still write to it when it has ended.
func profile(t testing.TB) string {
	t.Helper()
	dir, err := os.MkdirTemp(folder, "profile")
	require.NoError(t, err)
	return dir
}

// found tries until it works.
func found[T any](t testing.TB, what string, try func() (T, error)) T {
	t.Helper()
	limit := time.Now().Add(patience)
	for {
		value, err := try()
		if err == nil {
			return value
		}
		require.True(t, time.Now().Before(limit), "%s: %v", what, err)
		time.Sleep(50 * time.Millisecond)
	}
}
