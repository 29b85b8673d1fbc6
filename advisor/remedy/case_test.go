package remedy_test

import (
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/tools/txtar"

	"headroom/advisor/capacity"
	"headroom/advisor/dump"
	"headroom/advisor/remedy"
	"headroom/advisor/rule"
)

var update = flag.Bool("update", false, "write the files of testdata/*.txtar anew")

// TestCases compares the remedies of the dumps in testdata. Each case is a name
// with NAME/dump, NAME/plan where it has one, and NAME/files, which holds what
// headroom fix prints; an alternative is marked. NAME/options holds what settles
// the findings that are left to the reader.
func TestCases(t *testing.T) {
	archives, err := filepath.Glob("testdata/*.txtar")
	require.NoError(t, err)
	require.NotEmpty(t, archives)
	for _, name := range archives {
		t.Run(filepath.Base(name), func(t *testing.T) { compare(t, name) })
	}
}

func compare(t *testing.T, name string) {
	archive, err := txtar.ParseFile(name)
	require.NoError(t, err)
	fresh := &txtar.Archive{Comment: archive.Comment}
	text, plan := "", ""
	for _, part := range archive.Files {
		title, kind, _ := strings.Cut(part.Name, "/")
		switch kind {
		case "dump":
			text, plan = string(part.Data), ""
		case "plan":
			plan = strings.TrimSpace(string(part.Data))
		case "files", "steps":
			show := printed
			if kind == "steps" {
				show = steps
			}
			got := show(files(t, text, plan))
			if !*update {
				assert.Equal(t, string(part.Data), got, title)
			}
			part.Data = []byte(got)
		case "options":
			got := choices(options(t, text, plan))
			if !*update {
				assert.Equal(t, string(part.Data), got, title)
			}
			part.Data = []byte(got)
		default:
			require.Fail(t, "a part is neither dump, plan, files, steps nor options", part.Name)
		}
		fresh.Files = append(fresh.Files, part)
	}
	if *update {
		require.NoError(t, os.WriteFile(name, txtar.Format(fresh), 0o644))
	}
}

func files(t *testing.T, text, plan string) []remedy.File {
	files, _ := remedy.Write(judged(t, text, plan))
	return files
}

func options(t *testing.T, text, plan string) []remedy.Option {
	_, options := remedy.Write(judged(t, text, plan))
	return options
}

func judged(t *testing.T, text, plan string) ([]rule.Finding, *dump.Dump) {
	t.Helper()
	p, err := capacity.ParsePlan(plan)
	require.NoError(t, err)
	d := dump.Read([]dump.File{{Text: []byte(text)}}, "")
	return rule.Judge(rule.NewFacts(d, p)), d
}

// choices is what is printed of options: the findings, the files, the steps.
func choices(options []remedy.Option) string {
	var b strings.Builder
	for _, o := range options {
		b.WriteString("to change " + strings.Join(o.Rules, " and ") + ":\n" + printed(o.Files) + steps(o.Files))
	}
	return b.String()
}

func printed(files []remedy.File) string {
	var b strings.Builder
	for _, f := range files {
		b.WriteString("==> " + f.Path + " <==")
		if f.Instead >= 0 {
			b.WriteString(" instead of " + files[f.Instead].Path)
		}
		b.WriteString("\n" + f.Content)
	}
	return b.String()
}

func steps(files []remedy.File) string {
	var b strings.Builder
	for _, f := range files {
		b.WriteString(f.Path + "\n")
		for _, step := range []string{"keep: " + f.Backup.String(), "apply: " + f.Apply.String(), "check: " + f.Verify.String(), "undo: " + f.Undo.String(), "restart: " + string(f.Restart)} {
			b.WriteString("  " + step + "\n")
		}
	}
	return b.String()
}
