package advisor_test

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"headroom/advisor"
	"headroom/advisor/dump"
	"headroom/advisor/report"
)

// host is a paste of a Linux host with these settings.
func linuxHost(settings ...string) string {
	return "$ uname -a\nLinux mail 6.1.0-18-amd64 #1 SMP x86_64 GNU/Linux\n$ sysctl -a\n" + strings.Join(settings, "\n") + "\n"
}

func compared(before, after, accept string) *report.Comparison {
	in := func(text, accept string) *report.Report {
		return advisor.Check(advisor.Input{Files: []dump.File{{Text: []byte(text)}}, Accept: accept})
	}
	return advisor.Compare(in(before, ""), in(after, accept))
}

func kinds(c *report.Comparison) map[string]report.ChangeKind {
	all := map[string]report.ChangeKind{}
	for _, x := range c.Changes {
		all[x.After.Rule.Setting] = x.Kind
	}
	return all
}

func TestWhatBecameOfFindings(t *testing.T) {
	const name = "net.core.rmem_max"
	for _, c := range []struct {
		what, before, after string
		want                report.ChangeKind // empty: no change
	}{
		{"mended", name + " = 4096", name + " = 1048576", report.Fixed},
		{"raised, but not enough", name + " = 4096", name + " = 8192", report.Open},
		{"left as it was", name + " = 4096", name + " = 4096", report.Open},
		{"lowered further", name + " = 4096", name + " = 1024", report.Worse},
		{"good before, short now", name + " = 1048576", name + " = 4096", report.New},
		{"not shown before, short now", "", name + " = 4096", report.New},
		{"short before, not shown now", name + " = 4096", "", report.Gone},
		{"good both times", name + " = 1048576", name + " = 2097152", ""},
		{"never shown", "", "", ""},
	} {
		got := kinds(compared(linuxHost(c.before), linuxHost(c.after), ""))
		assert.Equal(t, c.want, got[name], c.what)
	}
}

// A review that became a fix is worse, whatever its value.
func TestAGraverVerdictIsWorse(t *testing.T) {
	const backlog, files = "net.core.netdev_max_backlog = 1000", "fs.file-max = 4096"
	c := compared(linuxHost(backlog), linuxHost(backlog, files), "")
	assert.Equal(t, map[string]report.ChangeKind{"net.core.netdev_max_backlog": report.Open, "fs.file-max": report.New}, kinds(c))
}

func TestWhatIsAcceptedIsNotCompared(t *testing.T) {
	c := compared(linuxHost("fs.file-max = 4096"), linuxHost("fs.file-max = 1024"), "linux.fs.file-max we know")
	assert.Empty(t, kinds(c))
}

func TestFormatsOfAComparison(t *testing.T) {
	c := compared(linuxHost("fs.file-max = 4096", "net.core.rmem_max = 1"), linuxHost("fs.file-max = 1024", "net.core.rmem_max = 1048576"), "")
	text := report.CompareText(c)
	assert.True(t, strings.HasPrefix(text, "From the first input to the second input.\n1 worse, 1 fixed.\n"), text)
	assert.Contains(t, text, "The host holds about 256 connections, and held about 1024 before.\n")
	assert.Contains(t, text, "\nWORSE\n  Open files of the whole system [linux.fs.file-max]\n    Before: fix, 4096 (line 4); after: fix, 1024 (line 4)\n")
	assert.Contains(t, report.CompareMarkdown(c), "## Worse\n\n- Open files of the whole system `linux.fs.file-max`. Before: fix, 4096 (line 4); after: fix, 1024 (line 4).")
	assert.Contains(t, report.CompareDocument(c), `<article data-rule="linux.fs.file-max" data-verdict="fix">`)

	var v map[string]any
	require.NoError(t, json.Unmarshal(report.CompareJSON(c), &v))
	assert.Equal(t, "headroom-compare/1", v["schema"])
	for list, n := range map[string]int{"fixed": 1, "open": 0, "new": 0, "worse": 1, "unseen": 0} {
		assert.Len(t, v[list], n, list)
	}
	assert.Equal(t, 256.0, v["after"].(map[string]any)["connections"])
	assert.Contains(t, report.CompareText(compared(linuxHost(), linuxHost(), "")), "There was nothing to mend before, and there is nothing now.")
}

// What a user wrote stands in a comparison as text.
func TestAComparisonShowsTextAsText(t *testing.T) {
	const name = "</title><script>alert(1)</script>\x1b[31m"
	in := advisor.Input{Name: name, Files: []dump.File{{Name: name, Text: []byte(linuxHost("fs.file-max = 4096"))}}}
	c := advisor.Compare(advisor.Check(in), advisor.Check(in))
	assert.NotContains(t, report.CompareDocument(c), "<script")
	assert.NotContains(t, report.CompareText(c)+string(report.CompareJSON(c))+report.CompareMarkdown(c), "\x1b")
}
