package advisor_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"headroom/advisor"
	"headroom/advisor/dump"
	"headroom/advisor/report"
	"headroom/advisor/rule"
)

func TestLinesOfAcceptedFindings(t *testing.T) {
	text := "\ufeff# what we live with\r\n\r\n" +
		"linux.fs.file-max until 2027-02-28 until the new host comes, #12\r\n" +
		"  linux.net.core.rmem_max\tno UDP here"
	accepted, complaints := advisor.ParseAccept(text)
	assert.Empty(t, complaints)
	assert.Equal(t, []report.Accepted{
		{Rule: "linux.fs.file-max", Until: "2027-02-28", Reason: "until the new host comes, #12"},
		{Rule: "linux.net.core.rmem_max", Reason: "no UDP here"},
	}, accepted)
}

func TestALineThatIsNotUnderstoodIsNamed(t *testing.T) {
	for line, want := range map[string]string{
		"linux.fs.filemax we know":                      "names no rule of the catalogue: linux.fs.filemax",
		"linux.fs.file-max":                             "gives no reason to accept linux.fs.file-max",
		"linux.fs.file-max until 2027-01-01":            "gives no reason to accept linux.fs.file-max",
		"linux.fs.file-max until tomorrow":              "has no day of the form YYYY-MM-DD behind until",
		"linux.fs.file-max until":                       "has no day of the form YYYY-MM-DD behind until",
		"linux.fs.file-max until 2027-1-1 soon":         "has no day of the form YYYY-MM-DD behind until",
		"linux.fs.file-max until 2027-02-29 soon":       "has no day of the form YYYY-MM-DD behind until",
		"linux.fs.file-max until 2027-13-01 soon":       "has no day of the form YYYY-MM-DD behind until",
		"linux.fs.file-max until 2027-00-10 soon":       "has no day of the form YYYY-MM-DD behind until",
		"linux.fs.file-max until 01-01-2027 soon":       "has no day of the form YYYY-MM-DD behind until",
		"linux.net.core.rmem_max again, as on line one": "accepts linux.net.core.rmem_max a second time",
	} {
		accepted, complaints := advisor.ParseAccept("linux.net.core.rmem_max good\n\n" + line + "\nlinux.net.core.wmem_max good")
		assert.Equal(t, []string{"line 3 of the accepted findings " + want}, complaints)
		assert.Len(t, accepted, 2, "the other lines count")
	}
	_, complaints := advisor.ParseAccept("linux.fs.file-max until 2028-02-29 a leap year")
	assert.Empty(t, complaints)
}

// shortFiles is a host with one finding to fix and one in order.
const shortFiles = "$ uname -r\n6.1.0-18-amd64\n$ sysctl fs.file-max net.core.rmem_max\nfs.file-max = 4096\nnet.core.rmem_max = 2097152\n"

func accepting(accept, today string) *report.Report {
	return advisor.Check(advisor.Input{Files: []dump.File{{Text: []byte(shortFiles)}}, Accept: accept, Today: today})
}

func TestWhatIsAcceptedIsNeitherCountedNorMended(t *testing.T) {
	r := accepting("", "")
	require.Equal(t, 1, r.Count(rule.Fix))
	require.NotEmpty(t, r.Files)

	r = accepting("linux.fs.file-max we have few users", "2026-11-23")
	assert.Zero(t, r.Count(rule.Fix))
	assert.Empty(t, r.Files)
	require.Len(t, r.Accepted, 1)
	assert.Equal(t, report.Active, r.Accepted[0].State)
	text := report.Text(r)
	assert.Contains(t, text, "ACCEPTED, NOT COUNTED\n  fix: linux.fs.file-max = 4096 (line 4)")
	assert.Contains(t, text, "Accepted: we have few users")
	assert.Contains(t, report.HTML(r), "<li>1 accepted</li>")
	assert.NotContains(t, text, "TO FIX")
	assert.Contains(t, report.Markdown(r), "Accepted: we have few users")
	assert.Contains(t, report.HTML(r), `data-rule="linux.fs.file-max" data-verdict="fix"`)
	assert.Contains(t, report.HTML(r), "Accepted: we have few users")
	assert.Contains(t, string(report.JSON(r)), `"accepted": "we have few users"`)
	assert.Contains(t, string(report.JSON(r)), `{"rule": "linux.fs.file-max", "reason": "we have few users", "until": "", "state": "active"}`)
}

func TestStatesOfWhatIsAccepted(t *testing.T) {
	for _, c := range []struct {
		accept, today string
		want          report.State
		fixes         int
	}{
		{"linux.fs.file-max until 2026-11-23 x", "2026-11-23", report.Active, 0},
		{"linux.fs.file-max until 2026-11-23 x", "2026-11-24", report.Expired, 1},
		{"linux.fs.file-max until 2026-11-23 x", "2027-01-01", report.Expired, 1},
		{"linux.fs.file-max until 2026-11-23 x", "", report.Active, 0},
		{"linux.fs.file-max until 2026-11-23 x", "some day", report.Active, 0},
		{"linux.net.core.rmem_max x", "2026-11-23", report.Stale, 1},
		{"linux.net.core.rmem_max until 2020-01-01 x", "2026-11-23", report.Stale, 1},
		{"linux.kernel.pid_max x", "2026-11-23", report.Active, 1}, // not in the dump
	} {
		r := accepting(c.accept, c.today)
		require.Len(t, r.Accepted, 1, c.accept)
		assert.Equal(t, c.want, r.Accepted[0].State, c.accept)
		assert.Equal(t, c.fixes, r.Count(rule.Fix), c.accept)
		if c.want == report.Active {
			continue
		}
		for _, format := range []string{report.Text(r), report.Markdown(r), report.HTML(r)} {
			assert.Contains(t, format, r.Accepted[0].Rule+" ", "what does not count any more is said")
		}
	}
}

// One list serves hosts of several systems: what concerns another one says
// nothing here.
func TestWhatIsAcceptedElsewhereIsNoMatter(t *testing.T) {
	r := advisor.Check(advisor.Input{Files: []dump.File{{Text: []byte(shortFiles)}}, OS: dump.OpenBSD, Accept: "linux.fs.file-max x"})
	assert.Empty(t, r.Accepted)
	assert.NotContains(t, report.Text(r), "ACCEPTED")
}

// A line that cannot be read is said in the report, and hides nothing.
func TestALineThatCannotBeReadIsReported(t *testing.T) {
	r := accepting("linux.fs.file-max", "2026-11-23")
	assert.Equal(t, 1, r.Count(rule.Fix))
	for _, format := range []string{report.Text(r), report.Markdown(r), report.HTML(r)} {
		assert.Contains(t, format, "gives no reason to accept")
	}
}

func FuzzAccept(f *testing.F) {
	f.Add("linux.fs.file-max until 2026-11-23 x\n#\n", "2026-11-24")
	f.Fuzz(func(t *testing.T, accept, today string) {
		r := accepting(accept, today)
		fixes := r.Count(rule.Fix)
		for _, a := range r.Accepted {
			assert.NotEmpty(t, a.Reason)
			if a.State == report.Active && a.Rule == "linux.fs.file-max" {
				fixes++
			}
		}
		assert.Equal(t, 1, fixes, "a finding is counted or accepted")
		assert.NotEmpty(t, report.Text(r))
	})
}
