package report

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/net/html"

	"headroom/advisor/dump"
)

// toldReport is a report on a text of Linux of which something is said.
func toldReport(text string, said ...dump.Correction) *Report {
	return &Report{Dump: dump.Read([]dump.File{{Text: []byte(text), Corrections: said}}, dump.Linux), Binding: -1}
}

// listed are the items of the list of parts, as text without the choices.
func listed(t *testing.T, r *Report) []string {
	t.Helper()
	var items []string
	walk(fragment(t, HTML(r)), func(n *html.Node) {
		if attr(n, "id") != "parts" {
			return
		}
		for item := range n.LastChild.ChildNodes() {
			if link := item.FirstChild; link.Type == html.ElementNode {
				items = append(items, textOf(link)+": "+textOf(link.NextSibling.NextSibling))
			} else {
				items = append(items, textOf(item))
			}
		}
	})
	return items
}

// choices are the choices of what a part really is: where each begins, and what is
// chosen there.
func choices(t *testing.T, r *Report) map[string]string {
	t.Helper()
	chosen := map[string]string{}
	walk(fragment(t, HTML(r)), func(n *html.Node) {
		if n.Data != "select" {
			return
		}
		chosen[attr(n, "id")] = ""
		for o := range n.ChildNodes() {
			for _, a := range o.Attr {
				if a.Key == "selected" {
					chosen[attr(n, "id")] = attr(o, "value")
				}
			}
		}
	})
	return chosen
}

func TestPartsSayWhatTheyWereTakenFor(t *testing.T) {
	r := sample([]string{"a", "b"}, "fs.file-max = 1\nfs.nr_open = 2\n")
	assert.Equal(t, []string{"lines 1 to 2 of a: sysctl and its configuration files: values in force", "lines 1 to 2 of b: sysctl and its configuration files: values in force"}, listed(t, r))
	text := HTML(r)
	assert.Contains(t, text, "<summary>4 of 4 lines understood</summary>")
	assert.Contains(t, text, `<a data-line="1" href="#L2.1" data-file="1">lines 1 to 2 of b</a>`)
	assert.Contains(t, text, `<button data-file="1" data-from="1" data-to="2" type="button" aria-label="Leave out: lines 1 to 2 of b">`)
	assert.Contains(t, text, `<select data-file="1" data-from="1" data-to="2" id="as-L2.1" aria-label="Read lines 1 to 2 of b as"><option value="">as the text says</option>`)
	alone := Document(sample([]string{"a"}, "fs.file-max = 1\n"))
	assert.NotContains(t, alone, "<button")
	assert.NotContains(t, alone, "<select")
}

// Comments and blank lines between lines of one file do not divide it; another file,
// or lines of another kind, do.
func TestAFileWithCommentsIsOnePart(t *testing.T) {
	text := "==> /etc/sysctl.conf <==\n# a\nfs.file-max = 1\n\n# b\n# c\nfs.nr_open = 2\n# d\n==> /etc/sysctl.d/1.conf <==\nfs.file-max = 3\nMemTotal: 8164548 kB\nfs.nr_open = 2\n"
	assert.Equal(t, []string{
		"line 1: headings between outputs", "line 2: comments", "lines 3 to 7: sysctl and its configuration files: set by /etc/sysctl.conf", "line 8: comments", "line 9: headings between outputs",
		"line 10: sysctl and its configuration files: set by /etc/sysctl.d/1.conf", "line 11: /proc/meminfo", "line 12: sysctl and its configuration files: set by /etc/sysctl.d/1.conf",
	}, listed(t, toldReport(text)))
}

// Nobody needs to say what a line is that holds no setting.
func TestOnlyPartsWithSettingsCanBeSaidToBeOthers(t *testing.T) {
	assert.Equal(t, map[string]string{"as-L3": ""}, choices(t, toldReport("Linux mail 6.1.0 #1 SMP x86_64 GNU/Linux\n# a\nfs.file-max = 1\n")))
}

// Lines that nobody understood can be said to be something from two on: single ones
// are noise, unless the text has nothing else.
func TestLinesThatNobodyUnderstoodAreParts(t *testing.T) {
	r := toldReport("fs.file-max = 1\nsoup\nfs.nr_open = 2\nsoup\n\nof the day\n")
	assert.Equal(t, []string{"line 1: sysctl and its configuration files: values in force", "line 3: sysctl and its configuration files: values in force", "lines 4 to 6: not understood"}, listed(t, r))
	assert.Contains(t, choices(t, r), "as-L4")
	r = &Report{Dump: dump.Read([]dump.File{{Text: []byte("4096\n")}}, ""), Binding: -1}
	require.NotEmpty(t, r.Dump.Notice)
	assert.Equal(t, []string{"line 1: not understood"}, listed(t, r))
	assert.NotContains(t, HTML(r), "<a", "there is no annotated text to lead to")
	assert.NotContains(t, Document(r), "<details", "nothing can be said of it there")
}

// A name that is close to a known one is not understood, and is a part of its list.
func TestAMisspeltNameIsNoPart(t *testing.T) {
	assert.Equal(t, []string{"lines 1 to 3: sysctl and its configuration files: values in force"}, listed(t, toldReport("fs.file-max = 1\nfs.filemax = 1\nfs.filemax = 1\n")))
}

func TestWhatWasSaidIsSaidBack(t *testing.T) {
	r := toldReport("fs.file-max = 1\n# b\nsoup\nfs.nr_open = 2\nfs.nr_open = 3\n", dump.Correction{From: 2, To: 4, As: "sysctl.conf"})
	assert.Equal(t, []string{
		"line 1: sysctl and its configuration files: values in force",
		"lines 2 to 4: you said: the file /etc/sysctl.conf; 2 of 3 lines understood as that",
		"line 5: sysctl and its configuration files: values in force",
	}, listed(t, r))
	assert.Equal(t, map[string]string{"as-L1": "", "as-L2": "sysctl.conf", "as-L5": ""}, choices(t, r))
	sentence := "Read as you said: lines 2 to 4 as the file /etc/sysctl.conf; 2 of 3 lines understood as that."
	assert.Contains(t, HTML(r), `<p class="told">`+sentence+`</p>`)
	assert.Contains(t, strings.Join(strings.Fields(Text(r)), " "), sentence)
	assert.Contains(t, Markdown(r), "Read as you said: lines 2 to 4 as the file /etc/sysctl.conf;")
	assert.Contains(t, Document(r), sentence)
	said := parsed(t, JSON(r))["corrections"]
	assert.Equal(t, []any{map[string]any{"file": 0.0, "from": 2.0, "to": 4.0, "as": "sysctl.conf", "total": 3.0, "understood": 2.0}}, said)
}

// What could not be followed is said, too.
func TestComplaintsAreShown(t *testing.T) {
	r := toldReport("fs.file-max = 1\n", dump.Correction{From: 1, To: 9, As: "sysctl.conf"})
	assert.Contains(t, HTML(r), `<p class="told">Lines 1 to 9 are not there to be read as sysctl.conf: the text has 1.</p>`)
}

func TestNothingUnderstoodAsWhatWasSaid(t *testing.T) {
	r := toldReport("fs.file-max = 1\nsoup\n", dump.Correction{From: 2, To: 2, As: "limits.conf"})
	assert.Contains(t, listed(t, r), "line 2: you said: the file /etc/security/limits.conf; no line understood as that")
}

// What was said of another system's lines can be seen and taken back.
func TestAMeaningOfAnotherSystemStaysChosen(t *testing.T) {
	r := toldReport("maxfiles_lim 4096\n", dump.Correction{From: 1, To: 1, As: "kctune"})
	require.Equal(t, dump.Linux, r.Dump.Host.OS)
	assert.Equal(t, map[string]string{"as-L1": "kctune"}, choices(t, r))
}

// A list of parts has an end, but what was said stays in reach.
func TestOfManyPartsTheFirstAreListed(t *testing.T) {
	var b strings.Builder
	for i := range 100 {
		fmt.Fprintf(&b, "$ sysctl fs.file-max\nfs.file-max = %d\n", i)
	}
	r := toldReport(b.String(), dump.Correction{From: 200, To: 200, As: "sysctl.conf"})
	items := listed(t, r)
	require.Len(t, items, 62)
	assert.Equal(t, []string{"line 200: you said: the file /etc/sysctl.conf", "and 139 more parts"}, items[60:])
}

// A report is of one host; another that the text shows is named, everywhere.
func TestAnotherHostIsNamed(t *testing.T) {
	r := toldReport("root@fe1:~# sysctl fs.file-max\nfs.file-max = 262144\nroot@be1:~# sysctl fs.file-max\nfs.file-max = 65536\n")
	const sentence = "The text shows another host, too: be1, from line 4 on."
	assert.Contains(t, strings.Join(strings.Fields(Text(r)), " "), sentence)
	assert.Contains(t, HTML(r), sentence)
	assert.Contains(t, Markdown(r), sentence)
	assert.Contains(t, string(JSON(r)), `{"name": "be1", "os": "", "file": 0, "line": 4}`)
}

// Two systems in one text without prompts cannot be told apart, which is said.
func TestAnotherSystemIsNamed(t *testing.T) {
	text := "Linux mail 6.1.0-18-amd64 #1 SMP x86_64 GNU/Linux\nfs.file-max = 262144\nkern.ostype: FreeBSD\n"
	r := &Report{Dump: dump.Read([]dump.File{{Text: []byte(text)}}, ""), Binding: -1}
	assert.Contains(t, strings.Join(strings.Fields(Text(r)), " "), "The text speaks of FreeBSD, too, on line 3: what is of which system cannot be told.")
}

// A figure of the plan that the host does not have is told; what a kernel keeps to
// itself of the memory is no difference.
func TestAnotherFigureOfThePlanIsTold(t *testing.T) {
	host := map[string]float64{"ram-mb": 8000, "swap-mb": 2000, "time-wait": 240}
	for plan, want := range map[string]string{
		"": "", "ram-mb=8000": "", "ram-mb=7999": "gives the host 7.8 GiB of memory", "ram-mb=8600": "", "ram-mb=10000": "of memory, and that counts",
		"swap-mb=2000": "", "swap-mb=0": "gives the host 0 bytes of swap", "time-wait=240": "", "time-wait=60": "lasts 240 s, and that counts",
	} {
		r := sample([]string{"a"}, "x\n")
		r.Plan, r.Figures = parsePlan(t, plan), host
		told := strings.Join(r.told(), " ")
		assert.Contains(t, told, want, plan)
		assert.Equal(t, want != "", strings.Contains(told, "counts here"), plan)
	}
}
