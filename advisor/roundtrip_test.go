package advisor_test

import (
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/tools/txtar"

	"headroom/advisor"
	"headroom/advisor/capacity"
	"headroom/advisor/dump"
	"headroom/advisor/remedy"
	"headroom/advisor/report"
	"headroom/advisor/rule"
)

// plans are what a dump is checked with beside no plan at all, one each in
// turn.
var plans = []string{
	"connections=20000,new-per-second=500,closes-per-second=2000,outgoing-per-second=300",
	"connections=300000,static-threads=500,new-per-second=9000,closes-per-second=9000,outgoing-per-second=900,sip-calls=3000,dns-per-second=500",
	"connections=100,threads=200",
	"connections=4000,new-per-second=5000,closes-per-second=20,outgoing-per-second=60,bits=32",
}

// optionsTried counts the options of all trials.
var optionsTried int

// slow reports whether the tests run as WASM, where they take many times as
// long: there a part of what is tried natively has to do.
const slow = runtime.GOOS == "js"

// printed is what headroom fix prints, with the file at index instead of the
// one it is an alternative to where alternative is not negative.
func printed(files []remedy.File, alternative int) string {
	var b strings.Builder
	for i, f := range files {
		if i != alternative && (f.Instead >= 0 || alternative >= 0 && files[alternative].Instead == i) {
			continue
		}
		b.WriteString("==> " + f.Path + " <==\n" + f.Content + "\n")
	}
	return b.String()
}

func check(text, os, plan string, more ...string) *report.Report {
	return trial{os: os, plan: plan}.check(text, more...)
}

// check checks a text, of which what is said of the trial's is said.
func (d trial) check(text string, more ...string) *report.Report {
	p, err := capacity.ParsePlan(d.plan)
	if err != nil {
		panic(err)
	}
	files := []dump.File{{Text: []byte(text), Corrections: d.said}}
	for _, m := range more {
		files = append(files, dump.File{Name: "fix.txt", Text: []byte(m)})
	}
	return advisor.Check(advisor.Input{Files: files, OS: d.os, Plan: p})
}

// A trial is a dump whose remedies are tried.
type trial struct {
	name, text, os, plan string
	said                 []dump.Correction
}

// closes checks that the remedies of a dump leave nothing to fix: put behind
// it, beside it as a file of its own, and with each alternative taken. It
// returns how many remedies there were.
func (d trial) closes(t *testing.T) (remedies int) {
	t.Helper()
	if d.text != "" && !strings.HasSuffix(d.text, "\n") {
		d.text += "\n"
	}
	before := d.check(d.text)
	// Of several hosts, a file behind the text is of the last one.
	if before.Dump.Notice != "" || len(before.Dump.Others) > 0 {
		return 0
	}
	d.wellFormed(t, before.Files, before.Dump.Host.OS)
	d.neverWorse(t, before)
	optionsTried += d.options(t, before)
	for alternative := -1; alternative < len(before.Files); alternative++ {
		if alternative >= 0 && before.Files[alternative].Instead < 0 {
			continue
		}
		files := printed(before.Files, alternative)
		if files == "" {
			continue
		}
		d.better(t, "behind it", files, before, d.check(d.text+files))
		d.better(t, "beside it", files, before, d.check(d.text, files))
	}
	return len(before.Files)
}

// better finds what is still to fix, and what was in order and is not any
// more.
func (d trial) better(t *testing.T, place, files string, before, after *report.Report) {
	t.Helper()
	good := map[string]bool{}
	for _, f := range before.Findings {
		good[f.Rule.ID] = f.Verdict == rule.OK
	}
	for _, f := range after.Findings {
		if f.Verdict == rule.Fix || f.Verdict == rule.Review && good[f.Rule.ID] {
			assert.Fail(t, "a remedy does not close its finding", "%s, plan %q, %s: %s of %s, ok before: %v: %s\n%s",
				d.name, d.plan, place, f.Verdict, f.Rule.ID, good[f.Rule.ID], f.Message, files)
		}
	}
	if len(after.Files) > 0 {
		assert.Fail(t, "there are remedies left", "%s, plan %q, %s: %v", d.name, d.plan, place, after.Files)
	}
}

// neverWorse finds a remedy that lowers what is there, or raises what is to be
// low. Windows has values that it does not take, FreeBSD takes no table whose
// size is no power of two, and to some settings 0 is no limit.
func (d trial) neverWorse(t *testing.T, r *report.Report) {
	t.Helper()
	for _, f := range r.Findings {
		asked, ok := dump.Setting{Value: f.Ask}.Number()
		has, ok2 := dump.Setting{Value: f.Observed}.Number()
		if f.Verdict != rule.Fix || !ok || !ok2 || f.Rule.OS == dump.Windows || asked == 0 ||
			f.Rule.Setting == "net.inet.tcp.tcbhashsize" && has&(has-1) != 0 {
			continue
		}
		if f.Rule.Direction == rule.AtLeast && asked < has || f.Rule.Direction == rule.AtMost && asked > has {
			assert.Fail(t, "a remedy makes it worse", "%s, plan %q: %s is %d, and %d is advised", d.name, d.plan, f.Rule.ID, has, asked)
		}
	}
}

// wellFormed checks what every file has to be.
func (d trial) wellFormed(t *testing.T, files []remedy.File, os string) {
	t.Helper()
	paths := map[string]bool{}
	for _, f := range files {
		assert.False(t, paths[f.Path], "%s: %s twice", d.name, f.Path)
		paths[f.Path] = true
		content := f.Content
		if os == dump.Windows {
			assert.NotContains(t, f.Path, "/", d.name)
			content = strings.ReplaceAll(content, "\r\n", "\n")
			assert.Equal(t, strings.Count(content, "\n"), strings.Count(f.Content, "\r\n"), "%s: %q", d.name, f.Content)
		} else {
			assert.True(t, strings.HasPrefix(f.Path, "/"), "%s: %s", d.name, f.Path)
		}
		assert.True(t, strings.HasSuffix(content, "\n") && utf8.ValidString(content) && !strings.ContainsAny(content, "\r\x00\x1b"), "%s: %q", d.name, content)
		for _, s := range []string{f.Apply.String(), f.Verify.String(), f.Undo.String()} {
			assert.True(t, s != "" && !strings.Contains(s, "\n"), "%s: %q", d.name, s)
		}
		assert.True(t, f.Backup.Commands != "" || strings.Contains(f.Undo.Commands, "rm "+f.Path), "%s: %q", d.name, f.Undo)
		assert.NotEmpty(t, f.Rules, d.name)
		for _, id := range f.Rules {
			assert.NotNil(t, rule.Lookup(id), id)
			assert.Contains(t, f.Content, " "+id+": ", "%s: the file says which rule asks", d.name)
		}
		assert.Less(t, f.Instead, len(files), d.name)
	}
}

// Each case of the rules and of the remedies is tried with its own plan, and
// with another.
func TestRemediesCloseEveryCase(t *testing.T) {
	n, remedies := 0, 0
	for _, d := range allCases(t) {
		remedies += d.closes(t)
		if !slow {
			d.plan = plans[n%len(plans)]
			remedies += d.closes(t)
		}
		n++
	}
	assert.NotZero(t, remedies)
	assert.NotZero(t, optionsTried)
}

// Each case of the rules is tried once more as everything that its lines could be
// said to be.
func TestRemediesCloseWhateverIsSaidOfLines(t *testing.T) {
	files, err := filepath.Glob("rule/testdata/*.txtar")
	require.NoError(t, err)
	remedies, asSaid := 0, 0
	for i, file := range files {
		if slow && i%10 != 0 {
			continue
		}
		archive, err := txtar.ParseFile(file)
		require.NoError(t, err)
		for _, d := range cases(filepath.Base(file), archive) {
			as := d.check(d.text).Dump
			for _, m := range dump.Meanings(as.Host.OS) {
				said := d
				said.name += " as " + m.ID
				said.said = []dump.Correction{{From: 1, To: as.Lines(0), As: m.ID}}
				remedies += said.closes(t)
				asSaid += len(said.check(d.text).Dump.Corrected)
			}
		}
	}
	assert.NotZero(t, remedies)
	assert.NotZero(t, asSaid)
}

// cases are the dumps of an archive, each with the plan that stands beside it.
func cases(file string, archive *txtar.Archive) []trial {
	var all []trial
	for _, part := range archive.Files {
		title, kind, _ := strings.Cut(part.Name, "/")
		switch last := len(all) - 1; {
		case kind == "dump":
			all = append(all, trial{name: file + " " + title, text: string(part.Data)})
		case kind == "plan" && last >= 0:
			all[last].plan = strings.TrimSpace(string(part.Data))
		}
	}
	return all
}

func TestRemediesCloseWhatRealSystemsPrint(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txt")
	require.NoError(t, err)
	require.NotEmpty(t, files)
	if !slow {
		files = append(files, corpus(t)...)
	}
	remedies := 0
	for i, file := range files {
		text, err := os.ReadFile(file)
		require.NoError(t, err)
		for _, os := range []string{"", systemOf(file)} {
			d := trial{name: file, text: string(text), os: os}
			remedies += d.closes(t)
			d.plan = plans[i%len(plans)]
			remedies += d.closes(t)
		}
	}
	assert.NotZero(t, remedies)
}

// systemOf is the system whose folder of the corpus a sample stands in; those
// of testdata are of Linux.
func systemOf(file string) string {
	for _, os := range []string{dump.Solaris, dump.HPUX, dump.FreeBSD, dump.MacOS, dump.Windows} {
		if strings.Contains(filepath.ToSlash(file), "/"+os+"/") {
			return os
		}
	}
	return dump.Linux
}

// corpus lists the samples of the corpus that stands beside the repository on
// some machines; elsewhere the samples of testdata have to do.
func corpus(t *testing.T) []string {
	var all []string
	for _, folder := range []string{"public/*", "produced/*"} {
		files, err := filepath.Glob(filepath.Join("../../shared/corpus", folder, "*.txt"))
		require.NoError(t, err)
		all = append(all, files...)
	}
	return all
}
