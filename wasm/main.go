//go:build js && wasm

package main

import (
	"fmt"

	"github.com/hack-pad/safejs"
)

func main() {
	self := safejs.Global()
	w := &worker{send: func(message map[string]any) { post(self, message) }}
	handler, err := safejs.FuncOf(func(_ safejs.Value, args []safejs.Value) any {
		post(self, w.answer(args))
		return nil
	})
	if err == nil {
		err = self.Set("onmessage", handler)
	}
	if err == nil {
		_, err = self.Call("postMessage", "ready")
	}
	if err != nil {
		panic(err) // the page sees the worker end
	}
	select {} // the handler lives as long as main does
}

// post sends a reply. A reply that cannot be sent is told on the console: the
// page has no other ear.
func post(self safejs.Value, reply map[string]any) {
	if _, err := self.Call("postMessage", reply); err != nil {
		println("headroom: no reply sent:", err.Error())
	}
}

// answer makes the one reply to a request. Nothing that goes wrong in between
// leaves it: a panic would end the worker.
func (w *worker) answer(args []safejs.Value) (reply map[string]any) {
	id := safejs.Null()
	defer func() {
		if p := recover(); p != nil {
			reply = map[string]any{"id": id, "error": fmt.Sprint("internal error: ", p)}
		}
	}()
	r, id, err := readRequest(args)
	if err != nil {
		return map[string]any{"id": id, "error": err.Error()}
	}
	r.tell = func(share float64) {
		if w.send != nil {
			w.send(map[string]any{"id": id, "progress": share})
		}
	}
	reply, err = w.reply(r)
	if err != nil {
		reply = map[string]any{"error": err.Error()}
	}
	reply["id"] = id
	return reply
}
