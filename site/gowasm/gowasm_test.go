package gowasm_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"headroom/site/gowasm"
)

func TestBuild(t *testing.T) {
	wasm, err := gowasm.Build("../..", "./wasm/testdata/floor")
	require.NoError(t, err)
	assert.Equal(t, "\x00asm", string(wasm[:4]))
	again, err := gowasm.Build("../..", "./wasm/testdata/floor")
	require.NoError(t, err)
	assert.Equal(t, wasm, again, "same source, same bytes")
}

func TestBuildTellsWhatTheCompilerSaid(t *testing.T) {
	_, err := gowasm.Build("../..", "./wasm/testdata/nothing")
	assert.ErrorContains(t, err, "go build ./wasm/testdata/nothing")
	assert.ErrorContains(t, err, "directory not found")
}

func TestExecDefinesGo(t *testing.T) {
	script, err := gowasm.Exec()
	require.NoError(t, err)
	assert.Contains(t, string(script), "globalThis.Go = class")
}
