//go:build !(js && wasm)

package main

import "os"

// main says that this program is for the browser.
func main() {
	println("headroom/wasm runs in a browser: build it with GOOS=js GOARCH=wasm")
	os.Exit(2)
}
