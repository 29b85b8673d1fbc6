package main

import (
	"bufio"
	"context"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"os"
	"strings"
	"syscall"
	"testing"
	"testing/fstest"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

const pageWithPolicy = `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'self' &#39;wasm-unsafe-eval&#39;; connect-src 'none'">
<title>t</title></head><body>x</body></html>`

func builtSite() fstest.MapFS {
	file := func(s string) *fstest.MapFile { return &fstest.MapFile{Data: []byte(s)} }
	return fstest.MapFS{
		".gitkeep":                  file(""),
		"index.html":                file(pageWithPolicy),
		"index.html.br":             file("brotli"),
		"index.html.gz":             file("gzip"),
		"404.html":                  file(strings.Replace(pageWithPolicy, "x<", "lost<", 1)),
		"guide/linux.html":          file(pageWithPolicy),
		"guide/index.html":          file(pageWithPolicy),
		"bare.html":                 file("<!DOCTYPE html><title>t</title>"),
		"assets/page-5ZK3Q2ML.js":   file("1"),
		"assets/style.0badcafe.css": file("a{}"),
		"assets/style-sheet.css":    file("a{}"),
		"headroom-guide.zip":        file("PK"),
		"SHA256SUMS":                file("0"),
		"odd.q":                     file("?"),
	}
}

// ask sends one request to the site, with header lines as "Name: value".
func ask(t *testing.T, files fstest.MapFS, method, target string, headers ...string) *http.Response {
	t.Helper()
	r := httptest.NewRequest(method, target, nil)
	for _, h := range headers {
		name, value, _ := strings.Cut(h, ": ")
		r.Header.Set(name, value)
	}
	w := httptest.NewRecorder()
	newSite(files).ServeHTTP(w, r)
	return w.Result()
}

func body(t *testing.T, r *http.Response) string {
	t.Helper()
	b, err := io.ReadAll(r.Body)
	require.NoError(t, err)
	return string(b)
}

func TestPagesRepeatTheirOwnPolicyAndAddWhatAMetaElementCannotSay(t *testing.T) {
	r := ask(t, builtSite(), "GET", "/guide/linux.html")
	assert.Equal(t, 200, r.StatusCode)
	assert.Equal(t, pageWithPolicy, body(t, r))
	assert.Equal(t, "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'none'; frame-ancestors 'none'", r.Header.Get("Content-Security-Policy"))
	assert.Equal(t, "text/html; charset=utf-8", r.Header.Get("Content-Type"))
	assert.Equal(t, "no-cache", r.Header.Get("Cache-Control"))
}

func TestEverythingElseMayDoNothing(t *testing.T) {
	for target, kind := range map[string]string{
		"/assets/page-5ZK3Q2ML.js": "text/javascript; charset=utf-8",
		"/headroom-guide.zip":      "application/zip",
		"/SHA256SUMS":              "text/plain; charset=utf-8",
		"/odd.q":                   "application/octet-stream",
		"/bare.html":               "text/html; charset=utf-8",
	} {
		r := ask(t, builtSite(), "GET", target)
		assert.Equal(t, 200, r.StatusCode, target)
		assert.Equal(t, kind, r.Header.Get("Content-Type"), target)
		assert.Equal(t, "default-src 'none'; frame-ancestors 'none'", r.Header.Get("Content-Security-Policy"), target)
	}
}

func TestEveryAnswerBearsTheCommonHeaders(t *testing.T) {
	for _, call := range []string{"GET /", "GET /nowhere", "POST /", "HEAD /assets/style-sheet.css", "GET /guide"} {
		method, target, _ := strings.Cut(call, " ")
		h := ask(t, builtSite(), method, target).Header
		assert.Equal(t, "nosniff", h.Get("X-Content-Type-Options"), call)
		assert.Equal(t, "no-referrer", h.Get("Referrer-Policy"), call)
		assert.Equal(t, "same-origin", h.Get("Cross-Origin-Opener-Policy"), call)
		assert.Contains(t, h.Get("Content-Security-Policy"), "frame-ancestors 'none'", call)
	}
}

func TestOnlyGetAndHead(t *testing.T) {
	for _, method := range []string{"POST", "PUT", "DELETE", "OPTIONS", "PROPFIND"} {
		r := ask(t, builtSite(), method, "/")
		assert.Equal(t, 405, r.StatusCode, method)
		assert.Equal(t, "GET, HEAD", r.Header.Get("Allow"), method)
	}
	r := ask(t, builtSite(), "HEAD", "/guide/linux.html")
	assert.Equal(t, 200, r.StatusCode)
	assert.Empty(t, body(t, r))
	r = ask(t, builtSite(), "HEAD", "/nowhere")
	assert.Equal(t, 404, r.StatusCode)
	assert.Empty(t, body(t, r))
}

func TestAFolderIsItsPageAndNeverAListing(t *testing.T) {
	assert.Equal(t, pageWithPolicy, body(t, ask(t, builtSite(), "GET", "/guide/")))
	for _, target := range []string{"/guide", "/assets/", "/assets", "/guide/linux.html/"} {
		r := ask(t, builtSite(), "GET", target)
		assert.Equal(t, 404, r.StatusCode, target)
		assert.Contains(t, body(t, r), "lost", target)
	}
}

func TestNothingOutsideTheSiteIsHandedOut(t *testing.T) {
	for _, target := range []string{"/.gitkeep", "/../main.go", "/guide/../../main.go", "/%2e%2e/main.go", "/guide/..%5cindex.html", "/guide//linux.html", "/a%00b"} {
		assert.Equal(t, 404, ask(t, builtSite(), "GET", target).StatusCode, target)
	}
}

func TestAMissingPageAnswersWithTheSitesOwn(t *testing.T) {
	r := ask(t, builtSite(), "GET", "/nowhere.html")
	assert.Equal(t, 404, r.StatusCode)
	assert.Contains(t, body(t, r), "lost")
	assert.Contains(t, r.Header.Get("Content-Security-Policy"), "script-src 'self'")

	without := builtSite()
	delete(without, "404.html")
	r = ask(t, without, "GET", "/nowhere.html")
	assert.Equal(t, 404, r.StatusCode)
	assert.Equal(t, "There is no such page here.\n", body(t, r))
	assert.Equal(t, "text/plain; charset=utf-8", r.Header.Get("Content-Type"))
}

func TestTheSmallestFormThatTheClientTakes(t *testing.T) {
	for _, c := range []struct{ accepts, encoding, body string }{
		{"gzip, deflate, br, zstd", "br", "brotli"},
		{"br;q=0.5, gzip", "br", "brotli"},
		{"gzip", "gzip", "gzip"},
		{"br;q=0, gzip", "gzip", "gzip"},
		{"BR ; q=0.0, *", "gzip", "gzip"},
		{"*", "br", "brotli"},
		{"*;q=0", "", pageWithPolicy},
		{"identity", "", pageWithPolicy},
		{"", "", pageWithPolicy},
	} {
		r := ask(t, builtSite(), "GET", "/", "Accept-Encoding: "+c.accepts)
		assert.Equal(t, 200, r.StatusCode, c.accepts)
		assert.Equal(t, c.encoding, r.Header.Get("Content-Encoding"), c.accepts)
		assert.Equal(t, c.body, body(t, r), c.accepts)
		assert.Equal(t, "Accept-Encoding", r.Header.Get("Vary"), c.accepts)
		assert.Equal(t, "text/html; charset=utf-8", r.Header.Get("Content-Type"), c.accepts)
		assert.Contains(t, r.Header.Get("Content-Security-Policy"), "script-src 'self'", c.accepts)
	}
	r := ask(t, builtSite(), "GET", "/", "Accept-Encoding: br", "Range: bytes=1-2")
	assert.Equal(t, "brotli", body(t, r), "a part of a smaller form is of no use")
	assert.Equal(t, "6", r.Header.Get("Content-Length"))
	r = ask(t, builtSite(), "GET", "/guide/linux.html", "Accept-Encoding: br")
	assert.Empty(t, r.Header.Get("Content-Encoding"), "there is no smaller form of this one")
	assert.Empty(t, r.Header.Get("Vary"))
}

func TestOnlyNamesWithAHashAreKeptForEver(t *testing.T) {
	const forEver = "public, max-age=31536000, immutable"
	for target, want := range map[string]string{
		"/assets/page-5ZK3Q2ML.js":   forEver,
		"/assets/style.0badcafe.css": forEver,
		"/assets/style-sheet.css":    "no-cache",
		"/index.html":                "no-cache",
		"/headroom-guide.zip":        "no-cache",
	} {
		assert.Equal(t, want, ask(t, builtSite(), "GET", target).Header.Get("Cache-Control"), target)
	}
}

func TestAPageThatDidNotChangeIsNotSentAgain(t *testing.T) {
	tag := ask(t, builtSite(), "GET", "/").Header.Get("ETag")
	require.NotEmpty(t, tag)
	r := ask(t, builtSite(), "GET", "/", "If-None-Match: "+tag)
	assert.Equal(t, 304, r.StatusCode)
	assert.Empty(t, body(t, r))
	r = ask(t, builtSite(), "GET", "/", "If-None-Match: "+tag, "Accept-Encoding: br")
	assert.Equal(t, 200, r.StatusCode, "another form has a tag of its own")
}

// A folder that is built again is served as it is then, without a restart.
func TestAFileThatChangedIsReadAgain(t *testing.T) {
	files := builtSite()
	site := newSite(files)
	get := func() *http.Response {
		w := httptest.NewRecorder()
		site.ServeHTTP(w, httptest.NewRequest("GET", "/SHA256SUMS", nil))
		return w.Result()
	}
	before := get()
	assert.Equal(t, "0", body(t, before))
	files["SHA256SUMS"] = &fstest.MapFile{Data: []byte("1"), ModTime: time.Now()}
	after := get()
	assert.Equal(t, "1", body(t, after))
	assert.NotEqual(t, before.Header.Get("ETag"), after.Header.Get("ETag"))
	delete(files, "SHA256SUMS")
	assert.Equal(t, 404, get().StatusCode)
}

func TestServesUntilItIsTold(t *testing.T) {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	require.NoError(t, err)
	ctx, stop := context.WithCancel(t.Context())
	done := make(chan error, 1)
	go func() { done <- serveUntil(ctx, listener, newSite(builtSite())) }()

	r, err := http.Get("http://" + reachable(listener.Addr()) + "/")
	require.NoError(t, err)
	assert.Equal(t, 200, r.StatusCode)
	r.Body.Close()
	stop()
	require.NoError(t, <-done)
	_, err = net.Dial("tcp", listener.Addr().String())
	assert.Error(t, err, "it still listens")
}

func TestTheCommandSaysWhereItIsAndStopsOnASignal(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, "index.html", pageWithPolicy)
	reader, writer := io.Pipe()
	status := make(chan int, 1)
	go func() {
		status <- run([]string{"serve", "-dir", dir, "-addr", "127.0.0.1:0"}, strings.NewReader(""), writer, io.Discard)
	}()
	line, err := bufio.NewReader(reader).ReadString('\n')
	require.NoError(t, err)
	r, err := http.Get(strings.TrimSpace(line))
	require.NoError(t, err)
	assert.Equal(t, pageWithPolicy, body(t, r))

	self, err := os.FindProcess(os.Getpid())
	require.NoError(t, err)
	require.NoError(t, self.Signal(syscall.SIGTERM))
	assert.Equal(t, exitOK, <-status)
}

func TestAProgramWithoutTheSiteSaysHowToGetIt(t *testing.T) {
	assert.ErrorContains(t, whole(fstest.MapFS{".gitkeep": {}}, ""), "make build")
	assert.NoError(t, whole(builtSite(), ""))
}

func TestABusyAddressIsOneSentence(t *testing.T) {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	require.NoError(t, err)
	defer listener.Close()
	dir := t.TempDir()
	write(t, dir, "index.html", pageWithPolicy)
	status, stdout, stderr := headroom("", "serve", "-dir", dir, "-addr", listener.Addr().String())
	assert.Equal(t, exitUsage, status)
	assert.Empty(t, stdout)
	assert.Equal(t, "headroom serve: cannot listen on "+listener.Addr().String()+": address already in use; -addr names another address\n", stderr)
}

func TestServeRefusesAFolderThatIsNoSite(t *testing.T) {
	for _, dir := range []string{t.TempDir(), "no/such/folder"} {
		status, _, stderr := headroom("", "serve", "-dir", dir)
		assert.Equal(t, exitUsage, status)
		assert.Equal(t, 1, strings.Count(stderr, "\n"), stderr)
		assert.Contains(t, stderr, dir)
	}
}

func TestAnAddressOfEveryInterfaceIsPrintedAsOneToVisit(t *testing.T) {
	assert.Equal(t, "127.0.0.1:80", reachable(&net.TCPAddr{IP: net.IPv4zero, Port: 80}))
	assert.Equal(t, "127.0.0.1:80", reachable(&net.TCPAddr{IP: net.IPv6unspecified, Port: 80}))
	assert.Equal(t, "[::1]:80", reachable(&net.TCPAddr{IP: net.IPv6loopback, Port: 80}))
}
