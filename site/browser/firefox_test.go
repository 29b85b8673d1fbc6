package browser

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

// firefoxSettings make an automated Firefox behave as one that is not: by
// default it lets pages of a folder read each other. No host but this one can
// be reached. Files can be put into an input by a path, as a user picks them.
const firefoxSettings = `
user_pref("marionette.port", 0);
user_pref("remote.prefs.recommended", false);
user_pref("dom.file.createInChild", true);
user_pref("security.fileuri.strict_origin_policy", true);
user_pref("network.proxy.type", 1);
user_pref("network.proxy.http", "127.0.0.1");
user_pref("network.proxy.http_port", 9);
user_pref("network.proxy.ssl", "127.0.0.1");
user_pref("network.proxy.ssl_port", 9);
user_pref("browser.shell.checkDefaultBrowser", false);
user_pref("browser.aboutwelcome.enabled", false);
user_pref("datareporting.policy.dataSubmissionEnabled", false);
user_pref("app.update.disabledForTesting", true);
`

// firefox opens a window of Firefox with a fresh profile, or skips the test.
func firefox(t testing.TB) *remote {
	t.Helper()
	program := oneOf(t, "Firefox", "firefox-esr", "firefox")
	profile := profile(t)
	require.NoError(t, os.WriteFile(filepath.Join(profile, "user.js"), []byte(firefoxSettings), 0o644))
	cmd := exec.Command(program, "--headless", "--no-remote", "--marionette", "--remote-allow-system-access", "--profile", profile)
	cmd.Env = append(os.Environ(), "HOME="+profile)
	start(t, cmd)
	port := found(t, "Firefox's port", func() (string, error) {
		port, err := os.ReadFile(filepath.Join(profile, "MarionetteActivePort"))
		if err == nil && len(port) == 0 {
			err = errors.New("not written yet")
		}
		return string(port), err
	})
	conn := found(t, "Firefox", func() (net.Conn, error) { return net.Dial("tcp", "127.0.0.1:"+port) })
	t.Cleanup(func() { conn.Close() })
	m := &marionette{conn: conn, in: bufio.NewReader(conn)}
	_, err := m.read() // it greets first
	require.NoError(t, err)
	r := &remote{TB: t, driver: m, wrongs: firefoxWrongs}
	r.must("WebDriver:NewSession", map[string]any{}, nil)
	t.Cleanup(func() { _ = m.call("Marionette:Quit", map[string]any{"flags": []string{"eForceQuit"}}, nil) })
	return r
}

// A marionette is Firefox's own protocol: the length, a colon, and a JSON array
// of kind, number, and what is asked or answered.
type marionette struct {
	conn net.Conn
	in   *bufio.Reader
	last int
}

func (m *marionette) call(command string, parameters map[string]any, result any) error {
	m.last++
	message, err := json.Marshal([]any{0, m.last, command, parameters})
	if err != nil {
		return err
	}
	if _, err := fmt.Fprintf(m.conn, "%d:%s", len(message), message); err != nil {
		return err
	}
	answer, err := m.read()
	if err != nil {
		return err
	}
	var parts [4]json.RawMessage // kind, number, error, result
	if err := json.Unmarshal(answer, &parts); err != nil {
		return err
	}
	if failure := parts[2]; string(failure) != "null" {
		return errors.New(string(failure))
	}
	if result == nil {
		return nil
	}
	value := struct{ Value any }{result}
	return json.Unmarshal(parts[3], &value)
}

// Firefox answers every call, with a failure where the page is left meanwhile.
func (m *marionette) within(time.Duration) driver { return m }

func (m *marionette) read() ([]byte, error) {
	length, err := m.in.ReadString(':')
	if err != nil {
		return nil, err
	}
	var n int
	if _, err := fmt.Sscanf(length, "%d:", &n); err != nil {
		return nil, err
	}
	message := make([]byte, n)
	_, err = io.ReadFull(m.in, message)
	return message, err
}

// firefoxWrongs are the errors, warnings and policy violations of pages on the
// browser's console, which it then empties.
func firefoxWrongs(r *remote) []string {
	const script = `const all = Services.console.getMessageArray().map((m) => {
			try { m.QueryInterface(Ci.nsIScriptError); } catch { return ""; }
			return m.sourceName + ": " + m.category + ": " + m.errorMessage;
		});
		Services.console.reset();
		const storage = Cc["@mozilla.org/consoleAPI-storage;1"].getService(Ci.nsIConsoleAPIStorage);
		all.push(...storage.getEvents().filter((e) => e.level === "error" || e.level === "warn").map((e) => e.filename + ": " + e.arguments.join(" ")));
		storage.clearEvents();
		return all;`
	var all []string
	r.must("Marionette:SetContext", map[string]any{"value": "chrome"}, nil)
	r.must("WebDriver:ExecuteScript", map[string]any{"script": script, "args": []any{}}, &all)
	r.must("Marionette:SetContext", map[string]any{"value": "content"}, nil)
	var wrongs []string
	for _, entry := range all {
		if strings.HasPrefix(entry, "file:") || strings.HasPrefix(entry, "http:") || strings.HasPrefix(entry, "blob:") {
			wrongs = append(wrongs, entry)
		}
	}
	return wrongs
}
