package advisor_test

import (
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"

	"headroom/advisor/remedy"
	"headroom/advisor/report"
	"headroom/advisor/rule"
)

// options checks what settles the findings that are left to the reader: each
// option by itself, with each of its alternatives, settles its finding and makes
// none worse, and no file of it has the name of one that is to be put on the server
// anyway.
func (d trial) options(t *testing.T, before *report.Report) {
	t.Helper()
	for id, files := range choices(before.Options) {
		d.wellFormed(t, files)
		for _, f := range files {
			same := func(x remedy.File) bool { return x.Path == f.Path && !f.Part }
			assert.NotEmpty(t, f.Lines(f.Rules[0]), "%s, plan %q: %s", d.name, d.plan, f.Content)
			assert.False(t, slices.ContainsFunc(before.Files, same), "%s, plan %q: %s is a file of its own", d.name, d.plan, f.Path)
		}
		for alternative := -1; alternative < len(files); alternative++ {
			if alternative < 0 || files[alternative].Instead >= 0 {
				d.settles(t, id, printed(files, alternative), before)
			}
		}
	}
}

// choices are the files of the options by finding.
func choices(options []remedy.Option) map[string][]remedy.File {
	by, first := map[string][]remedy.File{}, 0
	for i, o := range options {
		if len(by[o.Rule]) == 0 {
			first = i
		}
		if o.Instead >= 0 {
			o.Instead -= first
		}
		by[o.Rule] = append(by[o.Rule], o.File)
	}
	return by
}

// settles checks one way to take the option of a finding. The next link of a chain
// may come to light.
func (d trial) settles(t *testing.T, id, files string, before *report.Report) {
	t.Helper()
	fixed := map[string]bool{}
	for _, f := range before.Findings {
		fixed[f.Rule.ID] = f.Verdict == rule.Fix || f.BoundBy == id
	}
	after := d.check(d.text, files)
	for _, f := range after.Findings {
		again := f.Rule.ID == id && slices.ContainsFunc(after.Options, func(o remedy.Option) bool { return o.Rule == id })
		if again || f.Verdict == rule.Fix && !fixed[f.Rule.ID] {
			assert.Fail(t, "an option does not settle its finding, or makes another worse",
				"%s, plan %q: %s of %s after that of %s: %s\n%s", d.name, d.plan, f.Verdict, f.Rule.ID, id, f.Message, files)
		}
	}
}
