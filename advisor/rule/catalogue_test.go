package rule

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"headroom/advisor/capacity"
)

// rows reads testdata/rules.tsv: what the catalogue has to agree with, one row
// a rule, columns by name.
func rows(t *testing.T) []map[string]string {
	t.Helper()
	text, err := os.ReadFile("testdata/rules.tsv")
	require.NoError(t, err)
	lines := strings.Split(strings.TrimRight(string(text), "\n"), "\n")
	names := strings.Split(lines[0], "\t")
	var table []map[string]string
	for _, line := range lines[1:] {
		row := map[string]string{}
		for i, field := range strings.Split(line, "\t") {
			row[names[i]] = field
		}
		table = append(table, row)
	}
	return table
}

// Every row of the table is a rule of the catalogue that agrees with it cell by
// cell, and the catalogue has no other rule.
func TestCatalogueAgreesWithItsTable(t *testing.T) {
	listed := map[string]bool{}
	for _, row := range rows(t) {
		listed[row["id"]] = true
		r := Lookup(row["id"])
		if !assert.NotNil(t, r, row["id"]) {
			continue
		}
		for column, got := range map[string]string{
			"os": r.OS, "releases": r.Releases, "unit": r.Unit, "direction": string(r.Direction), "guide": r.Guide,
			"demand": string(r.Demand), "kind": string(r.Kind), "set": r.Set, "effect": r.Effect, "section": r.Section,
		} {
			assert.Equal(t, row[column], got, "%s of %s", column, r.ID)
		}
	}
	for _, r := range Catalogue {
		assert.True(t, listed[r.ID], "%s is not in the table", r.ID)
	}
}

// A demand speaks of nothing but what a plan or a dump can state.
func TestDemandsAskForWhatCanBeKnown(t *testing.T) {
	ofDumps := []string{"msl", "rmem_default", "maxfiles_lim", "timeout_s"}
	for i := range Catalogue {
		for _, name := range Catalogue[i].Demand.Names() {
			assert.True(t, capacity.KeyOf(name) != "" || slices.Contains(ofDumps, name), "%s: what is %q?", Catalogue[i].ID, name)
		}
	}
}

// The demands of Linux that write TIME_WAIT out have the kernel's.
func TestLinuxDemandsHaveTheKernelsTimeWait(t *testing.T) {
	vars := capacity.Vars{"Rclose": {Value: 1}, "Rout": {Value: 1}, "C": {}}
	for _, id := range []string{"linux.net.ipv4.tcp_max_tw_buckets", "linux.net.ipv4.ip_local_port_range", "linux.net.ipv4.tcp_ehash_entries"} {
		n, _, ok := Lookup(id).Demand.Eval(vars)
		assert.True(t, ok && n == linuxTimeWait, "%s: %v", id, n)
	}
}

func TestEveryRuleIsWholeAndOnce(t *testing.T) {
	seen := map[string]bool{}
	for i := range Catalogue {
		r := &Catalogue[i]
		assert.False(t, seen[r.ID], "%s twice", r.ID)
		seen[r.ID] = true
		if r.OS != "any" {
			assert.Equal(t, r.OS+"."+r.Setting, r.ID)
		}
		for name, text := range map[string]string{
			"Title": r.Title, "Why": r.Why, "Risk": r.Risk, "Default": r.Default, "See": r.See,
			"Set": r.Set, "Effect": r.Effect, "Section": r.Section, "Unit": r.Unit, "Releases": r.Releases,
		} {
			assert.NotEmpty(t, text, "%s of %s", name, r.ID)
		}
		assert.False(t, strings.HasSuffix(r.Title, "."), "the title of %s is a phrase", r.ID)
		for _, sentence := range []string{r.Why, r.Risk, r.Default} {
			assert.True(t, strings.HasSuffix(sentence, "."), "%s: %q is no sentence", r.ID, sentence)
		}
		assert.NotEmpty(t, r.Sources, r.ID)
		if r.Gate != (Gate{}) {
			assert.NotEmpty(t, r.Gate.Successor, "%s does not say what took its place", r.ID)
		}
		if r.Kind == Guide {
			assert.Contains(t, strings.Join(r.Sources, ";"), "Guide 5.1", r.ID)
		}
	}
}

// Each rule has its cases, and each file of cases its rule.
func TestEveryRuleHasCases(t *testing.T) {
	for i := range Catalogue {
		if Catalogue[i].OS != "any" {
			assert.FileExists(t, filepath.Join("testdata", Catalogue[i].ID+".txtar"))
		}
	}
	files, err := filepath.Glob("testdata/*.txtar")
	require.NoError(t, err)
	for _, file := range files {
		id := strings.TrimSuffix(filepath.Base(file), ".txtar")
		assert.NotNil(t, Lookup(id), "%s has no rule", file)
	}
}

func TestLookup(t *testing.T) {
	assert.Equal(t, "fs.file-max", Lookup("linux.fs.file-max").Setting)
	assert.Nil(t, Lookup("linux.fs.filemax"))
}
