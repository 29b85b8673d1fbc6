package advisor_test

import (
	"os"
	"path/filepath"
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

// plans are what each dump is checked with beside no plan at all.
var plans = []string{
	"",
	"connections=20000,new-per-second=500,closes-per-second=2000,outgoing-per-second=300",
	"connections=300000,static-threads=500,new-per-second=9000,closes-per-second=9000,outgoing-per-second=900,sip-calls=3000,dns-per-second=500",
	"connections=100,threads=200",
}

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
	p, err := capacity.ParsePlan(plan)
	if err != nil {
		panic(err)
	}
	files := []dump.File{{Text: []byte(text)}}
	for _, m := range more {
		files = append(files, dump.File{Name: "fix.txt", Text: []byte(m)})
	}
	return advisor.Check(advisor.Input{Files: files, OS: os, Plan: p})
}

// closes checks that the remedies of a dump leave nothing to fix: put behind
// it, beside it as a file of its own, and with each alternative taken. It
// returns how many remedies there were.
func closes(t *testing.T, name, text, os string) (remedies int) {
	t.Helper()
	if text != "" && !strings.HasSuffix(text, "\n") {
		text += "\n"
	}
	for _, plan := range plans {
		before := check(text, os, plan)
		if before.Dump.Notice != "" {
			return remedies
		}
		remedies += len(before.Files)
		wellFormed(t, name, before)
		for alternative := -1; alternative < len(before.Files); alternative++ {
			if alternative >= 0 && before.Files[alternative].Instead < 0 {
				continue
			}
			files := printed(before.Files, alternative)
			after := check(text+files, os, plan)
			none(t, name+" with plan "+plan, files, after)
			noneWorse(t, name+" with plan "+plan, before, after)
			none(t, name+" beside it, with plan "+plan, files, check(text, os, plan, files))
		}
	}
	return remedies
}

// none finds what is still to fix.
func none(t *testing.T, name, files string, after *report.Report) {
	t.Helper()
	for _, f := range after.Findings {
		assert.NotEqual(t, rule.Fix, f.Verdict, "%s: %s: %s\n%s", name, f.Rule.ID, f.Message, files)
	}
	assert.Empty(t, after.Files, name)
}

// noneWorse finds what was in order and is not any more.
func noneWorse(t *testing.T, name string, before, after *report.Report) {
	t.Helper()
	good := map[string]bool{}
	for _, f := range before.Findings {
		good[f.Rule.ID] = f.Verdict == rule.OK
	}
	for _, f := range after.Findings {
		assert.False(t, good[f.Rule.ID] && f.Verdict == rule.Review, "%s: %s was ok: %s", name, f.Rule.ID, f.Message)
	}
}

// wellFormed checks what every file has to be.
func wellFormed(t *testing.T, name string, r *report.Report) {
	t.Helper()
	paths := map[string]bool{}
	for _, f := range r.Files {
		assert.False(t, paths[f.Path], "%s: %s twice", name, f.Path)
		paths[f.Path] = true
		assert.True(t, strings.HasPrefix(f.Path, "/"), "%s: %s", name, f.Path)
		assert.True(t, strings.HasSuffix(f.Content, "\n") && utf8.ValidString(f.Content) && !strings.ContainsAny(f.Content, "\r\x00\x1b"), "%s: %q", name, f.Content)
		for _, s := range []string{f.Backup, f.Apply, f.Verify, f.Undo} {
			assert.NotEmpty(t, s, name)
			assert.NotContains(t, s, "\n", name)
		}
		assert.NotEmpty(t, f.Rules, name)
		for _, id := range f.Rules {
			assert.NotNil(t, rule.Lookup(id), id)
			assert.Contains(t, f.Content, "# "+id+": ", "%s: the file says which rule asks", name)
		}
		assert.Less(t, f.Instead, len(r.Files), name)
	}
}

func TestRemediesCloseEveryCase(t *testing.T) {
	files, err := filepath.Glob("rule/testdata/*.txtar")
	require.NoError(t, err)
	require.NotEmpty(t, files)
	own, err := filepath.Glob("remedy/testdata/*.txtar")
	require.NoError(t, err)
	require.NotEmpty(t, own)
	remedies := 0
	for _, file := range append(files, own...) {
		archive, err := txtar.ParseFile(file)
		require.NoError(t, err)
		for _, part := range archive.Files {
			if strings.HasSuffix(part.Name, "/dump") {
				remedies += closes(t, filepath.Base(file)+" "+part.Name, string(part.Data), "")
			}
		}
	}
	assert.NotZero(t, remedies)
}

func TestRemediesCloseWhatRealSystemsPrint(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txt")
	require.NoError(t, err)
	require.NotEmpty(t, files)
	remedies := 0
	for _, file := range append(files, corpus(t)...) {
		text, err := os.ReadFile(file)
		require.NoError(t, err)
		for _, os := range []string{"", dump.Linux} {
			remedies += closes(t, file, string(text), os)
		}
	}
	assert.NotZero(t, remedies)
}

// corpus lists the Linux samples of the corpus that stands beside the
// repository on some machines; elsewhere the samples of testdata have to do.
func corpus(t *testing.T) []string {
	var all []string
	for _, folder := range []string{"public/linux", "public/mixed", "public/communigate", "produced/linux", "produced/mixed"} {
		files, err := filepath.Glob(filepath.Join("../../shared/corpus", folder, "*.txt"))
		require.NoError(t, err)
		all = append(all, files...)
	}
	return all
}
