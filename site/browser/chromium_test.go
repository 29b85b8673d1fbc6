package browser

import (
	"context"
	"os"
	"os/exec"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// patience is how long one journey may take.
const patience = 3 * time.Minute

// soon is how long one look at a page may take, before it is looked at again.
const soon = 5 * time.Second

// chromium finds the browser, or ends the test with what to install.
func chromium(t testing.TB) string {
	t.Helper()
	if path := os.Getenv("CHROME_PATH"); path != "" {
		return path
	}
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome", "google-chrome-stable"} {
		if path, err := exec.LookPath(name); err == nil {
			return path
		}
	}
	t.Fatal("Chromium is missing: install it (Debian, Ubuntu: apt-get install chromium), or name it in CHROME_PATH")
	return ""
}

// A tab is one page of a browser of its own, and what it did.
type tab struct {
	testing.TB
	ctx context.Context

	mu       sync.Mutex
	troubles []string // console errors, exceptions, policy violations, failed requests
	requests []string
}

// open starts a Chromium with a fresh profile that can reach no host but this
// one, and opens a tab. It ends with the test.
func open(t testing.TB) *tab {
	t.Helper()
	b, end := launch(t)
	t.Cleanup(end)
	return b
}

// launch does the same for whoever ends it.
func launch(t testing.TB) (*tab, func()) {
	t.Helper()
	options := append(chromedp.DefaultExecAllocatorOptions[:],
		chromedp.ExecPath(chromium(t)),
		chromedp.DisableGPU,
		chromedp.UserDataDir(t.TempDir()),
		chromedp.Flag("disable-background-networking", true),
		chromedp.Flag("disable-component-update", true),
		chromedp.Flag("disable-sync", true),
		chromedp.Flag("host-resolver-rules", "MAP * ~NOTFOUND , EXCLUDE 127.0.0.1"),
		chromedp.WSURLReadTimeout(time.Minute),
	)
	if os.Geteuid() == 0 {
		options = append(options, chromedp.NoSandbox)
	}
	ctx, end := chromedp.NewExecAllocator(context.Background(), options...)
	ctx, leave := chromedp.NewContext(ctx)
	ctx, stop := context.WithTimeout(ctx, patience)
	b := &tab{TB: t, ctx: ctx}
	b.watch()
	return b, func() {
		_ = chromedp.Cancel(ctx) // waits for the browser to end
		stop()
		leave()
		end()
	}
}

// watch notes what the tab must not do.
func (b *tab) watch() {
	b.Helper()
	urls := map[network.RequestID]string{}
	require.NoError(b, chromedp.Listen(b.ctx, func(event any) {
		switch e := event.(type) {
		case *runtime.EventConsoleAPICalled:
			if e.Type == "error" || e.Type == "warning" || e.Type == "assert" {
				b.trouble("console: " + consoleText(e))
			}
		case *runtime.EventExceptionThrown:
			b.trouble("exception: " + exceptionText(e))
		case *log.EventEntryAdded:
			b.trouble("log: " + e.Entry.Text)
		case *network.EventRequestWillBeSent:
			urls[e.RequestID] = e.Request.URL
			b.request(e.Request.URL)
		case *network.EventLoadingFailed:
			b.trouble("failed: " + urls[e.RequestID] + " " + e.ErrorText + " " + string(e.BlockedReason))
		case *runtime.EventBindingCalled:
			b.trouble("policy: " + e.Payload)
		}
	}))
	_, err := chromedp.Call(b.ctx, network.Enable, network.EnableParams{})
	require.NoError(b, err)
	_, err = chromedp.Call(b.ctx, log.Enable, cdp.Empty{})
	require.NoError(b, err)
	_, err = chromedp.Call(b.ctx, runtime.AddBinding, runtime.AddBindingParams{Name: "policyViolated"})
	require.NoError(b, err)
	b.onNewPage(`addEventListener("securitypolicyviolation", (e) => policyViolated(e.effectiveDirective + " " + e.blockedURI))`)
}

// onNewPage runs a script in every page before its own.
func (b *tab) onNewPage(script string) {
	b.Helper()
	params := page.AddScriptToEvaluateOnNewDocumentParams{Source: script}
	_, err := chromedp.Call(b.ctx, page.AddScriptToEvaluateOnNewDocument, params)
	require.NoError(b, err)
}

func consoleText(e *runtime.EventConsoleAPICalled) string {
	var parts []string
	for _, a := range e.Args {
		parts = append(parts, string(a.Value)+a.Description)
	}
	return strings.Join(parts, " ")
}

func exceptionText(e *runtime.EventExceptionThrown) string {
	text := e.ExceptionDetails.Text
	if thrown := e.ExceptionDetails.Exception; thrown != nil {
		text += " " + thrown.Description
	}
	return text
}

func (b *tab) trouble(what string) {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.troubles = append(b.troubles, what)
}

func (b *tab) request(url string) {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.requests = append(b.requests, url)
}

// quiet asserts that nothing went wrong so far, and that every request went to
// the place the page came from or stayed within the browser.
func (b *tab) quiet(place string) {
	b.Helper()
	b.mu.Lock()
	defer b.mu.Unlock()
	assert.Empty(b, b.troubles)
	assert.NotEmpty(b, b.requests)
	for _, url := range b.requests {
		own := strings.HasPrefix(url, place) || strings.HasPrefix(url, "blob:") || strings.HasPrefix(url, "data:")
		assert.True(b, own, "a request to %s", url)
	}
}

// do runs steps that have no value.
func (b *tab) do(steps ...chromedp.Action[chromedp.Void]) {
	b.Helper()
	require.NoError(b, chromedp.Do(b.ctx, steps...))
}

// eval is the value of a JavaScript expression; a promise is awaited.
func eval[T any](b *tab, expression string) T {
	b.Helper()
	value, err := chromedp.Run(b.ctx, chromedp.Evaluate[T](expression, chromedp.EvalAwaitPromise))
	require.NoError(b, err, expression)
	return value
}

// until waits for a JavaScript expression to become true. A page that is just
// being left can fail to answer, or never do: it is asked again.
func (b *tab) until(expression string) {
	b.Helper()
	for !b.holds(expression) {
		select {
		case <-b.ctx.Done():
			require.FailNow(b, "waited in vain", "%s", expression)
		case <-time.After(20 * time.Millisecond):
		}
	}
}

// holds reports whether an expression is true, false where the page does not
// answer.
func (b *tab) holds(expression string) bool {
	ctx, stop := context.WithTimeout(b.ctx, soon)
	defer stop()
	value, err := chromedp.Run(ctx, chromedp.Evaluate[bool](expression))
	return err == nil && value
}

// state waits for the page's advisor to come to a state.
func (b *tab) state(want string) {
	b.Helper()
	b.until(`document.documentElement.dataset.advisor === "` + want + `"`)
}

// text is the text of the first element that matches, "" where none does.
func (b *tab) text(selector string) string {
	b.Helper()
	return eval[string](b, `document.querySelector('`+selector+`')?.textContent ?? ""`)
}
