package rule

import (
	"flag"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"golang.org/x/tools/txtar"

	"headroom/advisor/dump"
)

var update = flag.Bool("update", false, "write the findings of testdata/*.txtar anew")

// TestCases judges the dumps of testdata/ID.txtar. Each case is a name with
// three parts: "below/dump" is what is pasted, "below/plan" the plan, if any,
// "below/findings" what the rule says. The comment on top says why the cases
// are there.
func TestCases(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txtar")
	require.NoError(t, err)
	require.NotEmpty(t, files)
	for _, file := range files {
		id := strings.TrimSuffix(filepath.Base(file), ".txtar")
		t.Run(id, func(t *testing.T) { checkCases(t, file, id) })
	}
}

func checkCases(t *testing.T, file, id string) {
	archive, err := txtar.ParseFile(file)
	require.NoError(t, err)
	require.NotEmpty(t, strings.TrimSpace(string(archive.Comment)), "the first line says why the cases are there")
	parts := map[string]string{}
	for _, f := range archive.Files {
		parts[f.Name] = string(f.Data)
	}
	fresh := &txtar.Archive{Comment: archive.Comment}
	count := 0
	for _, f := range archive.Files {
		name, part, _ := strings.Cut(f.Name, "/")
		if part == "findings" {
			continue
		}
		fresh.Files = append(fresh.Files, f)
		if part != "dump" {
			continue
		}
		count++
		got := findingOf(t, id, parts[f.Name], strings.TrimSpace(parts[name+"/plan"]))
		if plan, ok := parts[name+"/plan"]; ok {
			fresh.Files = append(fresh.Files, txtar.File{Name: name + "/plan", Data: []byte(plan)})
		}
		fresh.Files = append(fresh.Files, txtar.File{Name: name + "/findings", Data: []byte(got)})
		if !*update {
			require.Equal(t, parts[name+"/findings"], got, "%s: %s", id, name)
		}
	}
	require.Positive(t, count, "a file of cases holds at least one")
	if *update {
		require.NoError(t, os.WriteFile(file, txtar.Format(dropPlans(fresh)), 0o644))
	}
}

// dropPlans keeps the plan that stands behind its dump.
func dropPlans(a *txtar.Archive) *txtar.Archive {
	seen := map[string]bool{}
	kept := a.Files[:0]
	for _, f := range a.Files {
		if !seen[f.Name] {
			kept = append(kept, f)
		}
		seen[f.Name] = true
	}
	a.Files = kept
	return a
}

// findingOf is what the rule says of a dump, as text that people can check.
func findingOf(t *testing.T, id, text, plan string) string {
	t.Helper()
	d := dump.Read([]dump.File{{Text: []byte(text)}}, "")
	x := judged(t, id, d, planned(t, plan))
	var b strings.Builder
	b.WriteString(string(x.Verdict) + " line " + strconv.Itoa(x.Line) + ": " + x.Message + "\n")
	for _, field := range []struct{ name, value string }{
		{"observed", x.Observed}, {"want", x.Want}, {"ask", x.Ask}, {"working", x.Working},
		{"bound by", x.BoundBy}, {"owner", x.Owner}, {"collect", x.Collect},
	} {
		if field.value != "" {
			b.WriteString(field.name + ": " + field.value + "\n")
		}
	}
	return b.String()
}
