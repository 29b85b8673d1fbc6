// Package gowasm compiles Go programs for the browser with the Go toolchain
// at hand. The flags of the build stand here only.
package gowasm

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

// Build compiles the program of that import path, seen from the folder dir,
// and returns the WebAssembly. The bytes depend on source and compiler alone.
// Our own functions are not inlined: that is an eighth less to download and to
// compile, which more than makes up for the calls.
func Build(dir, program string) ([]byte, error) {
	folder, err := os.MkdirTemp("", "headroom")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(folder)
	name := filepath.Join(folder, "program.wasm")
	cmd := exec.Command("go", "build", "-trimpath", "-buildvcs=false", "-ldflags=-s -w", "-gcflags=headroom/...=-l", "-o", name, program)
	cmd.Dir = dir
	cmd.Env = append(os.Environ(), "GOOS=js", "GOARCH=wasm")
	if out, err := cmd.CombinedOutput(); err != nil {
		return nil, fmt.Errorf("go build %s: %w\n%s", program, err, bytes.TrimSpace(out))
	}
	return os.ReadFile(name)
}

// Exec is the toolchain's own wasm_exec.js, which must be of the same release
// as the compiler.
func Exec() ([]byte, error) {
	out, err := exec.Command("go", "env", "GOROOT").Output()
	if err != nil {
		return nil, fmt.Errorf("go env GOROOT: %w", err)
	}
	return os.ReadFile(filepath.Join(strings.TrimSpace(string(out)), "lib", "wasm", "wasm_exec.js"))
}
