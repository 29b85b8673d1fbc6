#!/bin/sh
# Runs a test binary of GOOS=js GOARCH=wasm under Node. Go's own runner passes
# the whole environment into the 8 KB that a WASM program has for it; a large
# environment makes it fail, so only what a test needs is handed on.
exec env -i PATH="$PATH" HOME="${HOME:-/}" TMPDIR="${TMPDIR:-/tmp}" \
	"$(go env GOROOT)/lib/wasm/go_js_wasm_exec" "$@"
