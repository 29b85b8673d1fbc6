package browser

import (
	"bufio"
	"bytes"
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

// webkit opens a window of WebKitGTK's browser, the nearest thing to Safari on
// Linux, with a fresh profile and a display of its own, or skips the test.
func webkit(t testing.TB) *remote {
	t.Helper()
	program := oneOf(t, "WebKit", "WebKitWebDriver")
	browsers, err := filepath.Glob("/usr/lib*/*/webkit2gtk-4.*/MiniBrowser")
	require.NoError(t, err)
	if len(browsers) == 0 {
		t.Skip("WebKit's MiniBrowser is not installed here: its journeys are left out")
	}
	home := profile(t)
	port := freePort(t)
	cmd := exec.Command(program, "--host=127.0.0.1", "--port="+port)
	cmd.Env = append(os.Environ(), "DISPLAY="+display(t), "HOME="+home, "XDG_CACHE_HOME="+home, "XDG_DATA_HOME="+home, "XDG_CONFIG_HOME="+home, "NO_AT_BRIDGE=1")
	start(t, cmd)
	w := &webdriver{base: "http://127.0.0.1:" + port, limit: patience}
	found(t, "WebKitWebDriver", func() (any, error) { return nil, w.call("status", nil, nil) })
	var session struct{ SessionID string }
	options := map[string]any{"binary": browsers[0], "args": []string{"--automation"}}
	require.NoError(t, w.call("WebDriver:NewSession", map[string]any{"capabilities": map[string]any{"alwaysMatch": map[string]any{"webkitgtk:browserOptions": options}}}, &session))
	w.base += "/session/" + session.SessionID
	t.Cleanup(func() { _ = w.call("WebDriver:DeleteSession", nil, nil) })
	return &remote{TB: t, driver: w, wrongs: webkitWrongs}
}

// display starts an X server that draws into memory, and returns its name.
func display(t testing.TB) string {
	t.Helper()
	reader, writer, err := os.Pipe()
	require.NoError(t, err)
	defer reader.Close()
	cmd := exec.Command(oneOf(t, "Xvfb", "Xvfb"), "-displayfd", "3", "-screen", "0", "1280x1024x24", "-nolisten", "tcp")
	cmd.ExtraFiles = []*os.File{writer}
	start(t, cmd)
	writer.Close()
	number, err := bufio.NewReader(reader).ReadString('\n')
	require.NoError(t, err)
	return ":" + strings.TrimSpace(number)
}

func freePort(t testing.TB) string {
	t.Helper()
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	require.NoError(t, err)
	defer listener.Close()
	_, port, err := net.SplitHostPort(listener.Addr().String())
	require.NoError(t, err)
	return port
}

// A webdriver speaks W3C WebDriver over HTTP, below base once there is a session.
type webdriver struct {
	base  string
	limit time.Duration // of a call
}

// A script that comes while the page is just being left may never be answered.
func (w *webdriver) within(limit time.Duration) driver { return &webdriver{w.base, limit} }

// endpoints are method and path of each command; {id} is a parameter.
var endpoints = map[string]string{
	"status":                    "GET /status",
	"WebDriver:NewSession":      "POST /session",
	"WebDriver:DeleteSession":   "DELETE ",
	"WebDriver:Navigate":        "POST /url",
	"WebDriver:ExecuteScript":   "POST /execute/sync",
	"WebDriver:FindElement":     "POST /element",
	"WebDriver:ElementSendKeys": "POST /element/{id}/value",
}

func (w *webdriver) call(command string, parameters map[string]any, result any) error {
	method, path, _ := strings.Cut(endpoints[command], " ")
	if id, ok := parameters["id"].(string); ok {
		path = strings.ReplaceAll(path, "{id}", id)
	}
	body, err := json.Marshal(parameters)
	if err != nil {
		return err
	}
	request, err := http.NewRequest(method, w.base+path, bytes.NewReader(body))
	if err != nil {
		return err
	}
	client := http.Client{Timeout: w.limit}
	response, err := client.Do(request)
	if err != nil {
		return err
	}
	defer response.Body.Close()
	answer := struct{ Value json.RawMessage }{}
	if err := json.NewDecoder(response.Body).Decode(&answer); err != nil {
		return err
	}
	if response.StatusCode != http.StatusOK {
		return fmt.Errorf("%s: %s", response.Status, answer.Value)
	}
	if result == nil {
		return nil
	}
	return json.Unmarshal(answer.Value, result)
}

// webkitWrongs are what the listener in the pages noted: under automation the
// browser's console cannot be read.
func webkitWrongs(r *remote) []string {
	return value[[]string](r, `(globalThis.wrongs ?? ["this page has no listener"]).splice(0)`)
}

// listener is a script that notes what goes wrong on its page.
const listener = `globalThis.wrongs=[];` +
	`addEventListener("error",(e)=>wrongs.push("error: "+(e.message??e.target?.outerHTML)),true);` +
	`addEventListener("unhandledrejection",(e)=>wrongs.push("rejection: "+e.reason));` +
	`addEventListener("securitypolicyviolation",(e)=>wrongs.push("policy: "+e.effectiveDirective+" "+e.blockedURI));` +
	`for(const kind of ["error","warn"])console[kind]=(...all)=>wrongs.push(kind+": "+all.join(" "))`

// listenedTo is a copy of the built site with the listener as the first script
// of every page, allowed by the page's policy.
var listenedTo = sync.OnceValues(func() (string, error) {
	dist, err := buildSite()
	if err != nil {
		return "", err
	}
	copied := filepath.Join(folder, "listened")
	if err := os.CopyFS(copied, os.DirFS(dist)); err != nil {
		return "", err
	}
	sum := sha256.Sum256([]byte(listener))
	source := "script-src 'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "' "
	return copied, filepath.WalkDir(copied, func(path string, _ os.DirEntry, err error) error {
		if err != nil || filepath.Ext(path) != ".html" {
			return err
		}
		page, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		text := strings.Replace(string(page), "script-src ", source, 1)
		text = strings.Replace(text, "<title>", "<script>"+listener+"</script><title>", 1)
		return os.WriteFile(path, []byte(text), 0o644)
	})
})
