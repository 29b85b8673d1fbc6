package main

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestCompareExitsAsCheckOfTheLaterInput(t *testing.T) {
	dir := t.TempDir()
	bad, fine, empty := write(t, dir, "bad.txt", short), write(t, dir, "good.txt", good), write(t, dir, "empty.txt", "")
	status, stdout, stderr := headroom("", "compare", bad, fine)
	assert.Equal(t, exitOK, status, stderr)
	assert.Contains(t, stdout, "1 fixed")

	status, stdout, _ = headroom("", "compare", fine, bad)
	assert.Equal(t, exitFix, status)
	assert.Contains(t, stdout, "1 new")

	status, stdout, _ = headroom("", "compare", "-accept", write(t, dir, "accept", "linux.fs.file-max we know\n"), fine, bad)
	assert.Equal(t, exitOK, status, stdout)

	status, stdout, stderr = headroom("", "compare", empty, bad)
	assert.Equal(t, exitUsage, status)
	assert.Empty(t, stdout)
	assert.True(t, strings.HasPrefix(stderr, "headroom compare: "+empty+": "), stderr)

	status, stdout, _ = headroom(short, "compare", "-", fine)
	assert.Equal(t, exitOK, status)
	assert.Contains(t, stdout, "1 fixed")
}

func TestCompareFormats(t *testing.T) {
	dir := t.TempDir()
	a, b := write(t, dir, "a.txt", short), write(t, dir, "b.txt", good)
	for format, sign := range map[string]string{"text": "FIXED", "markdown": "## Fixed", "html": "<!DOCTYPE html>", "json": `"schema": "headroom-compare/1"`} {
		status, stdout, stderr := headroom("", "compare", "-format", format, a, b)
		assert.Equal(t, exitOK, status, stderr)
		assert.Contains(t, stdout, sign)
	}
}

func TestAcceptedFindingsDoNotCount(t *testing.T) {
	dir := t.TempDir()
	status, stdout, _ := headroom(short, "check", "-accept", write(t, dir, "a", "linux.fs.file-max until 9999-12-31 we know\n"))
	assert.Equal(t, exitOK, status)
	assert.Contains(t, stdout, "ACCEPTED, NOT COUNTED")

	status, stdout, _ = headroom(short, "check", "-accept", write(t, dir, "b", "linux.fs.file-max until 2001-01-01 we knew\n"))
	assert.Equal(t, exitFix, status)
	assert.Contains(t, stdout, "counts again")

	status, stdout, _ = headroom(good, "check", "-accept", write(t, dir, "c", "linux.fs.file-max we knew\n"))
	assert.Equal(t, exitOK, status)
	assert.Contains(t, stdout, "take the line out")

	status, stdout, _ = headroom(short, "fix", "-accept", write(t, dir, "d", "linux.fs.file-max we know\n"))
	assert.Equal(t, exitOK, status)
	assert.Empty(t, stdout)
}
