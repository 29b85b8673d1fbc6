//go:build js && wasm

package main

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"github.com/hack-pad/safejs"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

const text = "Linux mail 6.1.0-18-amd64 #1 SMP x86_64 GNU/Linux\nfs.file-max = 65536\n"

// ask answers a request as the page would send it.
func ask(t *testing.T, w *worker, request map[string]any) map[string]any {
	t.Helper()
	event, err := safejs.ValueOf(map[string]any{})
	require.NoError(t, err)
	require.NoError(t, event.Set("data", request))
	return w.answer([]safejs.Value{event})
}

func bytes(t *testing.T, text string) safejs.Value {
	t.Helper()
	array, err := safejs.Global().Get("Uint8Array")
	require.NoError(t, err)
	value, err := array.New(len(text))
	require.NoError(t, err)
	_, err = safejs.CopyBytesToJS(value, []byte(text))
	require.NoError(t, err)
	return value
}

func html(t *testing.T, reply map[string]any) map[string]any {
	t.Helper()
	require.NotContains(t, reply, "error")
	return reply["html"].(map[string]any)
}

func TestCheck(t *testing.T) {
	reply := ask(t, &worker{}, map[string]any{"id": 7, "call": "check", "name": "a.txt", "os": "", "plan": "connections=1000", "dump": bytes(t, text)})
	shown := html(t, reply)
	var report struct{ Schema, Name string }
	require.NoError(t, json.Unmarshal([]byte(reply["json"].(string)), &report))
	assert.Equal(t, "headroom/1", report.Schema)
	assert.Equal(t, "a.txt", report.Name)
	assert.Contains(t, shown["report"], "linux.fs.file-max")
	assert.Contains(t, shown["lines"], "fs.file-max = 65536")
}

// For the page a check is brief, without what it asks for later; the last report can be had whole, to
// keep or to send.
func TestTheLastReportIsPrinted(t *testing.T) {
	w := &worker{}
	brief := ask(t, w, map[string]any{"id": 1, "call": "check", "brief": true, "dump": bytes(t, text)})
	assert.Contains(t, brief["json"], `"settings": []`)
	assert.Empty(t, html(t, brief)["lines"])
	for format, want := range map[string]string{"json": `"name": "fs.file-max", "raw": "65536"`, "markdown": "### Open files", "html": "<!DOCTYPE html>"} {
		assert.Contains(t, ask(t, w, map[string]any{"id": 2, "call": "print", "format": format})["text"], want)
	}
	assert.Contains(t, ask(t, w, map[string]any{"id": 3, "call": "print", "format": "tea"})["error"], "no such format")
}

func TestLinesAreAWindowOfTheLastDump(t *testing.T) {
	w := &worker{}
	ask(t, w, map[string]any{"id": 1, "call": "check", "dump": bytes(t, text)})
	lines := html(t, ask(t, w, map[string]any{"id": 2, "call": "lines", "from": 2, "to": 2}))["lines"]
	assert.Contains(t, lines, "fs.file-max")
	assert.NotContains(t, lines, "GNU/Linux")
}

// Several texts are one host, and the reply tells how many lines each has.
func TestFiles(t *testing.T) {
	files := []any{
		map[string]any{"name": "uname.txt", "text": bytes(t, "Linux mail 6.1.0-18-amd64 #1 SMP x86_64 GNU/Linux\n")},
		map[string]any{"name": "sysctl.txt", "text": bytes(t, "# sysctl\nfs.file-max = 65536\n")},
	}
	reply := ask(t, &worker{}, map[string]any{"id": 1, "call": "check", "files": files})
	shown := html(t, reply)
	assert.Contains(t, shown["report"], "line 2 of sysctl.txt")
	assert.Equal(t, []any{1, 2}, reply["lines"])
}

// What lines really are can be said, and the report says it back.
func TestCorrections(t *testing.T) {
	file := map[string]any{"name": "a.txt", "text": bytes(t, text), "corrections": []any{map[string]any{"from": 2, "to": 2, "as": "sysctl.conf"}}}
	reply := ask(t, &worker{}, map[string]any{"id": 1, "call": "check", "files": []any{file}})
	assert.Contains(t, html(t, reply)["report"], "Read as you said: line 2 as the file /etc/sysctl.conf.")
	var report struct {
		Settings []struct{ Scope string }
	}
	require.NoError(t, json.Unmarshal([]byte(reply["json"].(string)), &report))
	assert.Equal(t, "configured", report.Settings[0].Scope)
}

// A long text is told about while it is read, and the share grows.
func TestProgress(t *testing.T) {
	var shares []float64
	w := &worker{send: func(message map[string]any) {
		assert.NotNil(t, message["id"])
		shares = append(shares, message["progress"].(float64))
	}}
	html(t, ask(t, w, map[string]any{"id": 1, "call": "check", "dump": bytes(t, strings.Repeat("kernel.noise = 1\n", 100_000))}))
	require.NotEmpty(t, shares)
	assert.True(t, slices.IsSorted(shares))
	assert.LessOrEqual(t, shares[len(shares)-1], 1.0)
}

// A finding that is accepted is listed apart.
func TestAcceptedFinding(t *testing.T) {
	reply := ask(t, &worker{}, map[string]any{"id": 1, "call": "check", "dump": bytes(t, text),
		"accept": "linux.fs.file-max until 2099-01-01 the host is retired", "today": "2026-11-23"})
	require.NotContains(t, reply, "error")
	var report struct {
		Accepted []struct{ Rule, State string }
	}
	require.NoError(t, json.Unmarshal([]byte(reply["json"].(string)), &report))
	require.Len(t, report.Accepted, 1)
	assert.Equal(t, "linux.fs.file-max", report.Accepted[0].Rule)
	assert.Equal(t, "active", report.Accepted[0].State)
}

// A plan can be asked about beside the dump; the window stays the dump's.
func TestPlanLeavesTheDump(t *testing.T) {
	w := &worker{}
	ask(t, w, map[string]any{"id": 1, "call": "check", "dump": bytes(t, text)})
	planned := html(t, ask(t, w, map[string]any{"id": 2, "call": "plan", "plan": "connections=1000", "host": "host\tlinux\t6.1.0\t\t\t0\t0\tfalse\tfalse\tfalse\nulimit.nofile\t1800\tprocess\tproc-limits\tCGServer\t\t0\t3\t0\tfalse\nnonsense"}))
	assert.Contains(t, planned["report"], "2 x 1000 = 2000")
	assert.Contains(t, planned["capacity"], "100 short of the plan")
	lines := html(t, ask(t, w, map[string]any{"id": 3, "call": "lines", "from": 1, "to": 0}))["lines"]
	assert.Contains(t, lines, "fs.file-max")
}

func TestIdGoesBackAsItCame(t *testing.T) {
	id, err := safejs.ValueOf(map[string]any{"any": "thing"})
	require.NoError(t, err)
	reply := ask(t, &worker{}, map[string]any{"id": id, "call": "nothing"})
	assert.True(t, reply["id"].(safejs.Value).Equal(id))
}

// Every request gets a reply, whatever is wrong with it.
func TestErrorsAreReplies(t *testing.T) {
	cases := map[string]struct {
		request map[string]any
		want    string
	}{
		"unknown call":            {map[string]any{"id": 1, "call": "burn"}, `no such call: "burn"`},
		"no call":                 {map[string]any{"id": 1}, `no such call: ""`},
		"lines before check":      {map[string]any{"id": 1, "call": "lines", "from": 1, "to": 2}, "nothing has been checked yet"},
		"print before check":      {map[string]any{"id": 1, "call": "print", "format": "json"}, "nothing has been checked yet"},
		"brief that is no flag":   {map[string]any{"id": 1, "call": "check", "brief": "yes"}, "brief is a string"},
		"wrong plan":              {map[string]any{"id": 1, "call": "check", "plan": "connections=x"}, "connections"},
		"call that is no text":    {map[string]any{"id": 1, "call": 5}, "call is a number"},
		"dump of no length":       {map[string]any{"id": 1, "call": "check", "dump": map[string]any{"length": -1}}, "internal error"},
		"files of no names":       {map[string]any{"id": 1, "call": "check", "files": []any{1}}, "number"},
		"corrections of no lines": {map[string]any{"id": 1, "call": "check", "files": []any{map[string]any{"corrections": []any{map[string]any{"from": "x"}}}}}, "from is a string"},
		"dump that is an object":  {map[string]any{"id": 1, "call": "check", "dump": map[string]any{"length": 3}}, "Uint8Array"},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			assert.Contains(t, ask(t, &worker{}, c.request)["error"], c.want)
		})
	}
}

func TestMessageThatIsNoRequest(t *testing.T) {
	assert.Contains(t, (&worker{}).answer(nil), "error")
	event, err := safejs.ValueOf(map[string]any{"data": nil})
	require.NoError(t, err)
	assert.Contains(t, (&worker{}).answer([]safejs.Value{event}), "error")
}

// A panic below is a reply, not the end of the worker.
func TestPanicIsAReply(t *testing.T) {
	event, err := safejs.ValueOf(map[string]any{})
	require.NoError(t, err)
	require.NoError(t, event.Set("data", map[string]any{"id": 4, "call": "lines"}))
	var none *worker
	reply := none.answer([]safejs.Value{event})
	assert.Contains(t, reply["error"], "internal error")
	id, err := reply["id"].(safejs.Value).Int()
	require.NoError(t, err)
	assert.Equal(t, 4, id)
}
