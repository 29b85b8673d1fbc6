//go:build js && wasm

// Command floor is the smallest program on safejs: what the worker would weigh
// if it did nothing.
package main

import "github.com/hack-pad/safejs"

func main() {
	if _, err := safejs.Global().Call("postMessage", "ready"); err != nil {
		panic(err)
	}
}
