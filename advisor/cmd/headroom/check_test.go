package main

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

const (
	short = "$ uname -r\n6.1.0-18-amd64\n$ sysctl fs.file-max\nfs.file-max = 4096\n"
	good  = "$ uname -r\n6.1.0-18-amd64\n$ sysctl fs.file-max\nfs.file-max = 9223372036854775807\n"
)

// answer is what the tests look at in the JSON.
type answer struct {
	Schema, Notice, Name string
	Files                []string
	Host                 struct{ OS string }
	Settings             []struct{ Name, Scope string }
	Findings             []struct{ Rule, Verdict string }
}

func (a answer) verdict(rule string) string {
	for _, f := range a.Findings {
		if f.Rule == rule {
			return f.Verdict
		}
	}
	return ""
}

func one(t *testing.T, text string) answer {
	t.Helper()
	var a answer
	require.NoError(t, json.Unmarshal([]byte(text), &a), text)
	return a
}

func TestExitStatusSaysWhetherSomethingIsToFix(t *testing.T) {
	for text, want := range map[string]int{good: exitOK, short: exitFix, "": exitUsage, "\x00\x01\x02\xff": exitUsage, "dear all\nsee you on Monday\n": exitUsage} {
		status, _, _ := headroom(text, "check")
		assert.Equal(t, want, status, text)
	}
}

func TestAnInputThatHoldsNothingKnownIsSaidTwice(t *testing.T) {
	status, stdout, stderr := headroom("", "check", "-format", "json")
	assert.Equal(t, exitUsage, status)
	a := one(t, stdout)
	assert.NotEmpty(t, a.Notice)
	assert.Equal(t, "headroom check: input: "+a.Notice+"\n", stderr)
}

func TestJSONIsAnObjectForOneHostAndAnArrayForSeveral(t *testing.T) {
	dir := t.TempDir()
	a, b := write(t, dir, "a.txt", good), write(t, dir, "b.txt", short)
	status, stdout, stderr := headroom("", "check", "-format", "json", a)
	assert.Equal(t, exitOK, status, stderr)
	assert.Equal(t, a, one(t, stdout).Name)

	status, stdout, _ = headroom("", "check", "-format", "json", a, b)
	assert.Equal(t, exitFix, status, "the highest of the two")
	var all []answer
	require.NoError(t, json.Unmarshal([]byte(stdout), &all), stdout)
	require.Len(t, all, 2)
	assert.Equal(t, []string{a, b}, []string{all[0].Name, all[1].Name})
	assert.Equal(t, "ok", all[0].verdict("linux.fs.file-max"))
	assert.Equal(t, "fix", all[1].verdict("linux.fs.file-max"))

	_, stdout, _ = headroom("", "check", "-format", "json", "-together", a, b)
	assert.Equal(t, []string{a, b}, one(t, stdout).Files)
}

func TestEveryFormatPrints(t *testing.T) {
	for format, sign := range map[string]string{
		"text": "TO FIX", "markdown": "## To fix", "html": `data-rule="linux.fs.file-max"`, "json": `"schema": "headroom/1"`,
	} {
		status, stdout, stderr := headroom(short, "check", "-format", format)
		assert.Equal(t, exitFix, status, format)
		assert.Empty(t, stderr, format)
		assert.Contains(t, stdout, sign, format)
	}
}

func TestAMistakeInTheCallIsOneSentence(t *testing.T) {
	dir := t.TempDir()
	text := write(t, dir, "a.txt", good)
	broken := write(t, dir, "broken.zip", "PK\x03\x04 and no more")
	accept := write(t, dir, "accept.txt", "# none\nlinux.fs.file-max\nlinux.fs.file-max until soon x\n")
	windows := write(t, dir, "windows.txt", "Microsoft Windows [Version 10.0.19045.3803]\n")
	for _, c := range []struct{ call, want string }{
		{"check -no-such-flag", "flag provided but not defined: -no-such-flag"},
		{"check " + dir + "/none.txt", "cannot read " + dir + "/none.txt: no such file or directory"},
		{"check " + dir, "cannot read " + dir + ": is a directory"},
		{"check " + broken, "cannot unpack " + broken},
		{"check -format yaml " + text, `-format "yaml" is none of text, json, markdown, html`},
		{"check -format html " + text + " " + text, "-format html prints one host"},
		{"check -os beos " + text, `-os "beos" is none of`},
		{"check -as 1-2 " + text, `"1-2" for flag -as: it is to be [FILE:]FROM-TO=MEANING`},
		{"check -as some=sysctl.conf " + text, `"some" are no lines, such as 3-40`},
		{"check -as 1-2=soup " + text, `-as: Lines 1 to 2 cannot be read as "soup", which is none of sysctl-a, sysctl.conf, `},
		{"fix -as 3-9=sysctl.conf " + text, "-as: Lines 3 to 9 are not there to be read as sysctl.conf: the text has 4."},
		{"check -as b.txt:1-2=sysctl.conf " + text, `-as: no input is called "b.txt"`},
		{"check -as 1-2=sysctl.conf " + text + " " + windows, "-as: of several files it has to name one, as FILE:LINES=MEANING"},
		{"check -as " + text + ":1-2=sysctl.conf " + text + " " + text, `-as: several inputs are called "` + text + `"`},
		{"check -plan connections=many " + text, "connections"},
		{"check -plan conections=5 " + text, "conections"},
		{"check -plan connections=-1 " + text, "connections"},
		{"fix -dir " + dir + " " + text + " " + text, "-dir takes the files of one host"},
		{"check -accept " + accept + " " + text, "line 2 of the accepted findings gives no reason to accept linux.fs.file-max; line 3 of the accepted findings has no day"},
		{"check -accept " + dir + "/none " + text, "-accept: cannot read " + dir + "/none: no such file or directory"},
		{"compare " + text, "compare takes two inputs, BEFORE and AFTER, but was given 1"},
		{"compare -together " + text + " " + text, "-together has no meaning"},
		{"compare -format yaml " + text + " " + text, `-format "yaml" is none of text, json, markdown, html`},
		{"compare " + text + " " + windows, "comes from linux and " + windows + " from windows: there is nothing to compare"},
		{"rules -format yaml", `-format "yaml" is none of text, json`},
		{"rules " + text, "rules takes no files"},
		{"serve " + text, "serve takes no files"},
	} {
		status, stdout, stderr := headroom("", strings.Fields(c.call)...)
		assert.Equal(t, exitUsage, status, c.call)
		assert.Empty(t, stdout, c.call)
		assert.Contains(t, stderr, c.want, c.call)
		assert.Equal(t, 1, strings.Count(stderr, "\n"), stderr)
		assert.True(t, strings.HasPrefix(stderr, "headroom "+strings.Fields(c.call)[0]+": "), stderr)
	}
}

func TestHelpAndUnknownCommands(t *testing.T) {
	status, stdout, stderr := headroom("", "help")
	assert.Equal(t, exitOK, status)
	assert.Contains(t, stdout, "headroom check")
	assert.Empty(t, stderr)

	status, stdout, _ = headroom("", "check", "-h")
	assert.Equal(t, exitOK, status)
	assert.Contains(t, stdout, "-together")

	status, stdout, stderr = headroom("", "chekc")
	assert.Equal(t, exitUsage, status)
	assert.Empty(t, stdout)
	assert.Equal(t, "headroom: unknown command \"chekc\"; headroom help lists them\n", stderr)

	status, _, stderr = headroom("")
	assert.Equal(t, exitUsage, status)
	assert.Contains(t, stderr, "usage:")
}

func TestRulesListTheCatalogue(t *testing.T) {
	status, stdout, _ := headroom("", "rules", "-format", "json")
	assert.Equal(t, exitOK, status)
	var all []map[string]any
	require.NoError(t, json.Unmarshal([]byte(stdout), &all))
	require.NotEmpty(t, all)
	for _, key := range []string{"id", "os", "releases", "setting", "unit", "direction", "guide", "demand", "kind", "title", "why", "risk", "set", "effect", "section", "sources"} {
		for _, ru := range all {
			assert.Contains(t, ru, key)
		}
	}
	assert.IsType(t, []any{}, all[0]["sources"])

	_, text, _ := headroom("", "rules")
	assert.Contains(t, text, "linux.fs.file-max\n")
}

func TestThePlanAsksForMore(t *testing.T) {
	status, stdout, _ := headroom("$ uname -r\n6.1.0\n$ sysctl fs.file-max\nfs.file-max = 200000\n", "check", "-format", "json", "-plan", "connections=100000")
	assert.Equal(t, exitFix, status)
	assert.Equal(t, "fix", one(t, stdout).verdict("linux.fs.file-max"))
}
