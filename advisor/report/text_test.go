package report

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"
	"github.com/yuin/goldmark"

	"headroom/advisor/rule"
)

func TestTextBeginsWithTheAnswer(t *testing.T) {
	lines := strings.Split(Text(sample([]string{""}, "fs.file-max = 1\nx\n")), "\n")
	assert.Equal(t, "This host holds about 512 connections; the descriptor limit on line 1 stops", lines[0])
	assert.Equal(t, "it first.", lines[1])
}

func TestTheAnswerSaysTheMostThatIsKnown(t *testing.T) {
	r := sample([]string{""}, "x\n")
	r.Planned = 4999.5
	assert.Contains(t, Answer(r), "This host holds about 512 connections, the plan asks for 5000; the descriptor limit on line 1 stops it first")
	r.Planned = 512
	assert.Contains(t, Answer(r), "This host holds about 512 connections, enough for the 512 of the plan; the descriptor limit on line 1 would stop it first")
	r.Binding = -1
	assert.Equal(t, "1 setting to fix", Answer(r))
	r.Findings[0].Verdict = rule.Review
	assert.Equal(t, "Nothing to fix; 1 to review", Answer(r))
	r.Findings[0].Verdict = rule.OK
	assert.Equal(t, "Nothing to fix or review in what was shown", Answer(r))
	r.Findings = r.Findings[1:2]
	assert.Contains(t, Answer(r), "what to collect is listed below")
	r.Findings = nil
	assert.Equal(t, "There is no advice here for Linux", Answer(r))
	r.Dump.Host.OS = "unknown"
	assert.Contains(t, Answer(r), "name the system")
	r = sample([]string{"a", "b"}, "x\n")
	assert.Contains(t, Answer(r), "on line 1 of a stops it first")
}

// Mail and terminals get lines of a usual width, and no control character.
func TestTextIsFitForMail(t *testing.T) {
	text := Text(sample([]string{"a"}, hostile))
	assert.True(t, utf8.ValidString(text))
	for _, c := range text {
		assert.False(t, c < ' ' && c != '\n' && c != '\t' || c == 0x7f || c == '\u202e', "%U", c)
	}
	var b strings.Builder
	line(&b, 4, strings.Repeat("word ", 60))
	for l := range strings.SplitSeq(b.String(), "\n") {
		assert.LessOrEqual(t, len(l), textWidth)
	}
}

func TestTextHoldsWhatIsToDo(t *testing.T) {
	text := Text(sample([]string{"a"}, "fs.file-max = 1\nx\n"))
	for _, part := range []string{
		"TO FIX\n\n1. Open files of the whole system [linux.fs.file-max]\n", "Wanted: at least 131072", "Why: Every process shares it.",
		"==> /etc/sysctl.d/90-communigate.conf <==\n", "Apply: sysctl --system\n",
		"WHAT I STILL NEED\n", "\n  sysctl kernel.pid_max\n", "IN ORDER\n  linux.kernel.threads-max = 200000 (line 2)\n",
	} {
		assert.Contains(t, text, part)
	}
}

func TestMarkdownShowsTextAsText(t *testing.T) {
	var page strings.Builder
	source := Markdown(sample([]string{hostile}, hostile))
	assert.NoError(t, goldmark.Convert([]byte(source), &page))
	assert.NotContains(t, page.String(), "<!-- raw HTML omitted -->", source)
	assert.NotContains(t, page.String(), "<script")
	assert.Contains(t, page.String(), "*b*", "a star of the paste marks nothing")
}

func TestMarkdownFencesHold(t *testing.T) {
	var b strings.Builder
	fenced(&b, "a\n````\nb\n")
	assert.Equal(t, "`````\na\n````\nb\n`````\n\n", b.String())
	assert.Equal(t, "``a`b``", code("a`b"))
	assert.Equal(t, "`` `a` ``", code("`a`"))
	assert.Equal(t, "net.core.rmem_max \\_x\\_ \\<b\\>", prose("net.core.rmem_max _x_ <b>"))
}

func TestFiguresAreGrouped(t *testing.T) {
	for n, want := range map[uint64]string{0: "0", 1024: "1024", 16384: "16,384", 131072: "131,072", 1000000: "1,000,000", 1<<64 - 1: "18,446,744,073,709,551,615"} {
		assert.Equal(t, want, figure(n))
	}
	for n, want := range map[uint64]string{0: "0 bytes", 1 << 10: "1 KiB", 1536: "1.5 KiB", 24 << 30: "24 GiB"} {
		assert.Equal(t, want, size(n))
	}
}

// A file for Windows ends its lines with CR LF: people see the lines, programs
// get the file as it is.
func TestLinesOfWindowsAreShownAsLines(t *testing.T) {
	r := sample([]string{"a"}, "x\n")
	r.Files[0].Content = "REGEDIT4\r\n\r\n[HKEY]\r\n"
	for _, text := range []string{Text(r), Markdown(r), HTML(r)} {
		assert.Contains(t, text, "REGEDIT4\n\n[HKEY]\n")
		assert.NotContains(t, text, "\u240d")
	}
	assert.Contains(t, string(JSON(r)), `REGEDIT4\u000d\n`)
}
