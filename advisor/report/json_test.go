package report

import (
	"encoding/json"
	"math"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"headroom/advisor/dump"
	"headroom/advisor/rule"
)

func parsed(t *testing.T, text []byte) map[string]any {
	t.Helper()
	var v map[string]any
	require.NoError(t, json.Unmarshal(text, &v), string(text))
	return v
}

func keys(v any) []string {
	var all []string
	for k := range v.(map[string]any) {
		all = append(all, k)
	}
	return all
}

func first(v any) any { return v.([]any)[0] }

// The keys are those of the contract, no more and no fewer.
func TestJSONHasTheKeysOfTheContract(t *testing.T) {
	v := parsed(t, JSON(sample([]string{"a.txt"}, "fs.filemax = 1\nfs.file-max = 2\n")))
	for _, c := range []struct {
		what any
		keys string
	}{
		{v, "schema version guide notice name files lines host settings findings unread capacity remedies accepted"},
		{v["lines"], "total understood"},
		{v["host"], "os release product arch cpus memoryBytes swapBytes evidence"},
		{first(v["settings"]), "name raw value unit scope source file line column"},
		{first(v["findings"]), "rule verdict observed want file line lines boundBy accepted message why guide working remedies collect"},
		{first(v["unread"]), "file line text near"},
		{v["capacity"], "limits binding"},
		{first(v["capacity"].(map[string]any)["limits"]), "resource limit supports line rule"},
		{first(v["remedies"]), "path content apply verify undo restart instead"},
	} {
		assert.ElementsMatch(t, strings.Fields(c.keys), keys(c.what))
	}
	assert.Equal(t, "headroom/1", v["schema"])
	assert.Equal(t, rule.Version, v["version"])
	assert.Equal(t, "5.1", v["guide"])
	assert.Equal(t, []any{0.0}, first(v["findings"]).(map[string]any)["remedies"])
}

// The brief form has all but the two lists that grow with the text.
func TestBriefJSONLeavesOutWhatGrows(t *testing.T) {
	r := sample([]string{"a.txt"}, "fs.filemax = 1\nfs.file-max = 2\n")
	whole, brief := parsed(t, JSON(r)), parsed(t, BriefJSON(r))
	require.NotEmpty(t, whole["settings"])
	require.NotEmpty(t, whole["unread"])
	whole["settings"], whole["unread"] = []any{}, []any{}
	assert.Equal(t, whole, brief)
}

func TestListsAreNeverNull(t *testing.T) {
	empty := JSON(&Report{Dump: dump.Read(nil, ""), Binding: -1})
	assert.NotContains(t, string(empty), "null")
	v := parsed(t, empty)
	for _, list := range []string{"files", "settings", "findings", "unread", "remedies", "accepted"} {
		assert.Equal(t, []any{}, v[list], list)
	}
	assert.Equal(t, -1.0, v["capacity"].(map[string]any)["binding"])
	assert.Equal(t, []any{}, v["host"].(map[string]any)["evidence"])
	v = parsed(t, JSON(&Report{Dump: dump.Read(nil, ""), Findings: []rule.Finding{{Rule: &rule.Rule{}}}}))
	assert.Equal(t, []any{}, first(v["findings"]).(map[string]any)["lines"])
	assert.Equal(t, []any{}, first(v["findings"]).(map[string]any)["remedies"])
}

func TestJSONKeepsAnyTextOnItsPlace(t *testing.T) {
	text := JSON(sample([]string{hostile}, hostile))
	require.True(t, utf8.Valid(text))
	for _, c := range "\u2028\u2029\x00\x1b<>" {
		assert.NotContains(t, string(text), string(c))
	}
	v := parsed(t, text)
	want := string([]rune(hostile))
	assert.Equal(t, want, v["name"])
	assert.Equal(t, want, first(v["findings"]).(map[string]any)["message"])
}

func TestJSONIsExactForTheGreatestNumber(t *testing.T) {
	r := sample([]string{""}, "x")
	r.Limits[0].Limit = math.MaxUint64
	assert.Contains(t, string(JSON(r)), `"limit": 18446744073709551615`)
}

func TestRulesAreAnArray(t *testing.T) {
	assert.Equal(t, "[]\n", string(RulesJSON(nil)))
	var all []map[string]any
	require.NoError(t, json.Unmarshal(RulesJSON(rule.Catalogue), &all))
	require.Len(t, all, len(rule.Catalogue))
	assert.ElementsMatch(t, strings.Fields("id os releases setting unit direction guide demand kind title why risk set effect section sources"), keys(all[0]))
}

func FuzzJSON(f *testing.F) {
	f.Add(hostile, "name")
	f.Fuzz(func(t *testing.T, text, name string) {
		v := parsed(t, JSON(sample([]string{name}, text)))
		assert.Equal(t, string([]rune(name)), v["name"])
	})
}

// A value that a file takes away is no value of the host.
func TestWhatIsTakenAwayIsNoSetting(t *testing.T) {
	r := sample([]string{"a"}, "x\n")
	before := len(parsed(t, JSON(r))["settings"].([]any))
	r.Dump.Settings = append(r.Dump.Settings, dump.Setting{Name: "MaxUserPort", Value: dump.Absent, Gone: true})
	assert.Len(t, parsed(t, JSON(r))["settings"], before)
}
