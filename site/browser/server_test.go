package browser

import (
	"fmt"
	"io"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"headroom/site/pack"
)

// The examples of servers in the guide hand out the site as they should: the
// packed copies, with what to keep and what to ask for again, and the policy
// that a page cannot have by itself; and the advisor works.
func TestServersOfTheGuide(t *testing.T) {
	guide, err := os.ReadFile(filepath.Join(root, "content/guide/privacy.md"))
	require.NoError(t, err)
	for _, server := range []struct {
		name  string
		start func(t *testing.T, example, folder, port string) *exec.Cmd
	}{{"nginx", nginx}, {"Apache", apache}, {"Caddy", caddy}} {
		t.Run(server.name, func(t *testing.T) {
			folder, port := t.TempDir(), freePort(t)
			dist := released(t, filepath.Join(folder, "dist"))
			example := example(t, string(guide), server.name)
			for _, change := range [][2]string{
				{"/srv/headroom", dist},
				{"listen 80;", "listen 127.0.0.1:" + port + ";"},
				{"<VirtualHost *:80>", "<VirtualHost 127.0.0.1:" + port + ">"},
				{"headroom.example.com {", "http://127.0.0.1:" + port + " {"},
			} {
				example = strings.ReplaceAll(example, change[0], change[1])
			}
			start(t, server.start(t, example, folder, port))
			place := "http://127.0.0.1:" + port + "/"
			found(t, server.name, func() (any, error) {
				response, err := http.Get(place)
				if err == nil {
					response.Body.Close()
				}
				return nil, err
			})
			handsOut(t, place, dist)

			b := open(t)
			for _, page := range []string{"index.html", "headroom.html"} {
				b.do(chromedp.Navigate(place + page))
				b.state("ready")
				b.pasteText("fs.file-max = 65536\n")
				b.click("#check")
				b.state("done")
				b.click("#clear")
			}
			b.quiet(place)
		})
	}
}

// released is a copy of the site with the packed copies of a release.
func released(t *testing.T, folder string) string {
	t.Helper()
	require.NoError(t, os.CopyFS(folder, os.DirFS(site(t))))
	names, err := filepath.Glob(filepath.Join(folder, "assets", "[as]*"))
	require.NoError(t, err)
	files := map[string][]byte{}
	for _, name := range append(names, filepath.Join(folder, "index.html"), filepath.Join(folder, "guide/linux.html")) {
		files[name], err = os.ReadFile(name)
		require.NoError(t, err)
	}
	copies, err := pack.Compressed(files)
	require.NoError(t, err)
	for name, content := range copies {
		require.NoError(t, os.WriteFile(name, content, 0o644))
	}
	// Started by root, servers drop its rights: they must get into the test's folders.
	for _, dir := range []string{filepath.Dir(folder), filepath.Dir(filepath.Dir(folder))} {
		require.NoError(t, os.Chmod(dir, 0o755))
	}
	return folder
}

// example is the block of the guide for a server.
func example(t *testing.T, guide, server string) string {
	t.Helper()
	_, after, ok := strings.Cut(guide, "\n"+server)
	require.True(t, ok, "the guide has an example for %s", server)
	_, block, _ := strings.Cut(after, "```")
	block, _, _ = strings.Cut(block, "```")
	_, block, _ = strings.Cut(block, "\n") // the rest of the line with the language
	return block
}

// handsOut asks for a file of each kind.
func handsOut(t *testing.T, place, dist string) {
	t.Helper()
	script, err := filepath.Glob(filepath.Join(dist, "assets", "advisor.*.js"))
	require.NoError(t, err)
	require.Len(t, script, 1)
	asset := "assets/" + filepath.Base(script[0])
	const asked, kept = "no-cache", "public, max-age=31536000, immutable"
	for _, c := range []struct {
		name, accept                  string
		status                        int
		kind, encoding, caching, file string
	}{
		{"", "br, gzip", 200, "text/html", "br", asked, "index.html.br"},
		{"guide/linux.html", "br, gzip", 200, "text/html", "br", asked, "guide/linux.html.br"},
		{"guide/linux.html", "gzip", 200, "text/html", "gzip", asked, "guide/linux.html.gz"},
		{"guide/linux.html", "identity", 200, "text/html", "", asked, "guide/linux.html"},
		{asset, "br", 200, "javascript", "br", kept, asset + ".br"},
		{asset, "gzip", 200, "javascript", "gzip", kept, asset + ".gz"},
		{"headroom.html", "identity", 200, "text/html", "", asked, "headroom.html"},
		{"nowhere.html", "identity", 404, "text/html", "", "", "404.html"},
	} {
		what := fmt.Sprintf("%s, for one who takes %s", c.name, c.accept)
		request, err := http.NewRequest(http.MethodGet, place+c.name, nil)
		require.NoError(t, err)
		request.Header.Set("Accept-Encoding", c.accept)
		response, err := http.DefaultClient.Do(request)
		require.NoError(t, err)
		body, err := io.ReadAll(response.Body)
		response.Body.Close()
		require.NoError(t, err)
		want, err := os.ReadFile(filepath.Join(dist, c.file))
		require.NoError(t, err)
		h := response.Header
		assert.Equal(t, c.status, response.StatusCode, what)
		assert.True(t, string(want) == string(body), "%s: not the content of %s", what, c.file)
		assert.Contains(t, h.Get("Content-Type"), c.kind, what)
		assert.Equal(t, c.encoding, h.Get("Content-Encoding"), what)
		if c.caching != "" {
			assert.Equal(t, c.caching, strings.Join(h.Values("Cache-Control"), ", "), what)
			assert.NotEmpty(t, h.Get("ETag")+h.Get("Last-Modified"), "%s: something to ask again with", what)
		}
		if c.encoding != "" {
			assert.Contains(t, h.Get("Vary"), "Accept-Encoding", what)
		}
		assert.Contains(t, h.Get("Content-Security-Policy"), "frame-ancestors 'none'", what)
		assert.Equal(t, "nosniff", h.Get("X-Content-Type-Options"), what)
		assert.Equal(t, "no-referrer", h.Get("Referrer-Policy"), what)
	}
}

func nginx(t *testing.T, example, folder, _ string) *exec.Cmd {
	program := oneOf(t, "nginx", "nginx", "/usr/sbin/nginx")
	module := "/usr/lib/nginx/modules/ngx_http_brotli_static_module.so"
	if _, err := os.Stat(module); err != nil {
		t.Skip("nginx's module for .br is not installed here")
	}
	// nothing of it may stand outside of the folder
	config := "daemon off; pid " + folder + "/pid; error_log " + folder + "/error.log; load_module " + module + ";\n" +
		"events {}\nhttp {\n  include /etc/nginx/mime.types; access_log off;\n"
	for _, kind := range []string{"client_body", "proxy", "fastcgi", "uwsgi", "scgi"} {
		config += "  " + kind + "_temp_path " + folder + "/" + kind + ";\n"
	}
	return exec.Command(program, "-c", file(t, "nginx.conf", config+example+"}\n"))
}

func apache(t *testing.T, example, folder, port string) *exec.Cmd {
	program := oneOf(t, "Apache", "apache2", "/usr/sbin/apache2")
	config := "ServerRoot /etc/apache2\nPidFile " + folder + "/pid\nErrorLog " + folder + "/error.log\nMutex file:" + folder + "\nUser www-data\nGroup www-data\n" +
		"ServerName 127.0.0.1\nListen 127.0.0.1:" + port + "\n"
	for _, module := range []string{"mpm_event", "authz_core", "dir", "mime", "headers", "rewrite"} {
		config += "LoadModule " + module + "_module /usr/lib/apache2/modules/mod_" + module + ".so\n"
	}
	config += "TypesConfig /etc/mime.types\nInclude mods-available/mime.conf\nInclude mods-available/dir.conf\n"
	return exec.Command(program, "-X", "-f", file(t, "apache.conf", config+example))
}

func caddy(t *testing.T, example, folder, _ string) *exec.Cmd {
	program := oneOf(t, "Caddy", "caddy")
	cmd := exec.Command(program, "run", "--adapter", "caddyfile", "--config", file(t, "Caddyfile", "{\n  admin off\n}\n"+example))
	cmd.Env = append(os.Environ(), "HOME="+folder, "XDG_DATA_HOME="+folder, "XDG_CONFIG_HOME="+folder)
	return cmd
}
