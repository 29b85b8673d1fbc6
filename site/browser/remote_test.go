package browser

import (
	"encoding/json"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

// A driver sends WebDriver commands, by the names that Firefox gives them.
type driver interface {
	// call decodes the answer's value into result, which may be nil.
	call(command string, parameters map[string]any, result any) error
	// within is the same driver where a call that is not answered in time fails,
	// if calls to this browser are known to get lost.
	within(limit time.Duration) driver
}

// A remote is one window of Firefox or WebKit, driven by WebDriver commands.
type remote struct {
	testing.TB
	driver
	wrongs func(*remote) []string // what the browser told of since it was last asked
}

func (r *remote) must(command string, parameters map[string]any, result any) {
	r.Helper()
	require.NoError(r, r.call(command, parameters, result), "%s %v", command, parameters)
}

func (r *remote) visit(address string) {
	r.Helper()
	r.must("WebDriver:Navigate", map[string]any{"url": address}, nil)
}

func (r *remote) evaluate(expression string) (json.RawMessage, error) {
	return evaluate(r.driver, expression)
}

func (r *remote) holds(expression string) bool {
	value, err := evaluate(r.within(soon), expression)
	return err == nil && string(value) == "true"
}

func evaluate(d driver, expression string) (json.RawMessage, error) {
	var value json.RawMessage
	script := "return (" + expression + ") ?? null"
	err := d.call("WebDriver:ExecuteScript", map[string]any{"script": script, "args": []any{}}, &value)
	if value == nil { // what null is decoded to
		value = json.RawMessage("null")
	}
	return value, err
}

// element is the reference of the first element that matches.
func (r *remote) element(selector string) string {
	r.Helper()
	found := map[string]string{} // one entry, by a name that the standard fixes
	r.must("WebDriver:FindElement", map[string]any{"using": "css selector", "value": selector}, &found)
	for _, id := range found {
		return id
	}
	require.Fail(r, "no element", selector)
	return ""
}

// click is the page's own: where a driver would point, the page may just have
// moved under it.
func (r *remote) click(selector string) {
	r.Helper()
	value[any](r, `document.querySelector("`+selector+`").click()`)
}

// keys types into an element.
func (r *remote) keys(selector, text string) {
	r.Helper()
	r.must("WebDriver:ElementSendKeys", map[string]any{"id": r.element(selector), "text": text}, nil)
}

func (r *remote) upload(selector, path string) {
	r.Helper()
	r.keys(selector, path)
}

// control is the Ctrl key, held down for the rest of the keys.
const control = "\ue009"

func (r *remote) copy(expression string) {
	r.Helper()
	value[any](r, `(() => {
		const from = document.createElement("textarea");
		from.id = "copied-from";
		from.value = "a copy of this is the text";
		from.addEventListener("copy", (event) => {
			event.preventDefault();
			event.clipboardData.setData("text/plain", `+expression+`);
		});
		document.body.prepend(from);
	})()`)
	r.keys("#copied-from", control+"a")
	r.keys("#copied-from", control+"c")
	value[any](r, `document.getElementById("copied-from").remove()`)
}

func (r *remote) paste() {
	r.Helper()
	r.keys("#dump", control+"v")
}

func (r *remote) faults() []string { return r.wrongs(r) }
