package report

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/net/html"

	"headroom/advisor/capacity"
)

func parsePlan(t *testing.T, text string) capacity.Plan {
	t.Helper()
	p, err := capacity.ParsePlan(text)
	require.NoError(t, err)
	return p
}

// The form is public: names, order and what is in a member stay.
func TestPlanJSON(t *testing.T) {
	got := PlanJSON(parsePlan(t, "closes-per-second=5,time-wait=120,stall=1"))
	assert.Equal(t, `{
 "schema": "headroom-plan/1",
 "results": [
  {"id": "plan.time-wait", "value": 600, "unit": "sockets", "working": "5 x 120 = 600", "section": "TIME_WAIT"}
 ],
 "asked": [
  "new-per-second",
  "outgoing-per-second"
 ]
}
`, string(got))
}

// A default that was used stands behind the working.
func TestPlanJSONShowsDefaults(t *testing.T) {
	got := string(PlanJSON(parsePlan(t, "pop-users=100000,pop-hours=12")))
	assert.Contains(t, got, `"value": 69.4, "unit": "sessions", "working": "100000 x 2 x 15 / (12 x 3600) = 69.4 (by default: pop-checks 2, pop-seconds 15, pop-peak 1)"`)
}

// Lists are never null, and the greatest figures are plain numbers.
func TestPlanJSONIsValidAtTheEnds(t *testing.T) {
	for _, text := range []string{"", "accounts=5", "threads=1000000000,stack-kb=1000000000,ram-mb=0,swap-mb=0", "pop-users=0.001"} {
		got := PlanJSON(parsePlan(t, text))
		var read struct {
			Schema  string
			Results []struct {
				ID, Unit, Working, Section string
				Value                      float64
			}
			Asked []string
		}
		require.NoError(t, json.Unmarshal(got, &read), text)
		assert.Equal(t, PlanSchema, read.Schema)
		assert.NotNil(t, read.Results, text)
		assert.NotNil(t, read.Asked, text)
		assert.NotContains(t, string(got), "e+", text)
	}
}

func TestPlanText(t *testing.T) {
	got := PlanText(parsePlan(t, "channels=500,channel-kbits=512"))
	assert.Equal(t, `Given: channels=500, channel-kbits=512

Bandwidth of the SMTP channels: 256,000,000 bit/s (256 Mbit/s)
[plan.smtp-bandwidth]
    channels x channel-kbits x 1000
    500 x 512 x 1000 = 256000000
    What leaves the site if every channel sends data at the same time: it
    counts where messages are larger than 20 KB on average.
    Note: The guide's example, 500 channels of 512 kbit/s, makes 256 Mbit/s;
    the guide prints 250.
    Section of the guide: Handling High-Volume SMTP Delivery

STILL NEEDED
Further formulas need these:
  message-kb (KB): mean size of a message
`, got)
	assert.Contains(t, PlanText(capacity.Plan{}), "Nothing is given yet.\n\nSTILL NEEDED\nGive any of these to start:\n  pop-users (users): ")
	assert.NotContains(t, PlanText(parsePlan(t, "accounts=5")), "STILL NEEDED")
}

func TestPlanMarkdown(t *testing.T) {
	got := PlanMarkdown(parsePlan(t, "threads=4000,ram-mb=2048,swap-mb=0"))
	assert.Contains(t, got, "Given: `threads=4000,ram-mb=2048,swap-mb=0`\n")
	assert.Contains(t, got, "| Thread stacks `plan.thread-memory` | `threads x stack-kb x 1024` | 4000 x 128 x 1024 = 524288000 (by default: stack-kb 128) | 524,288,000 bytes (500 MiB) | Estimating Resources Usage |\n")
	assert.Contains(t, got, "- **Thread stacks.** They fit into memory and swap together.")
	assert.True(t, strings.HasPrefix(PlanMarkdown(capacity.Plan{}), "## Capacity plan\n\nNothing is given yet.\n\n## Still needed\n\n"))
}

// The page has an article for each result and an item for each input that is
// asked for.
func TestPlanHTML(t *testing.T) {
	for _, text := range []string{"", "connections=20000,bits=32", "dns-per-second=3,accounts=1"} {
		p := parsePlan(t, text)
		results, asked := capacity.Results(p)
		got := PlanHTML(p)
		checkMarkup(t, got)
		count := map[string]int{}
		walk(fragment(t, got), func(n *html.Node) { count[n.Data]++ })
		assert.Equal(t, len(results), count["article"], text)
		assert.Equal(t, len(asked), count["li"], text)
		for _, r := range results {
			assert.Contains(t, got, "<code>"+r.ID+"</code>")
			assert.Contains(t, got, r.Working)
		}
	}
	assert.Contains(t, PlanHTML(parsePlan(t, "dns-per-second=3")), "Section of the guide: beyond the guide")
}

func TestPlanDocumentIsWhole(t *testing.T) {
	p := parsePlan(t, "connections=5")
	got := PlanDocument(p)
	checkDocument(t, got)
	assert.Contains(t, got, "<title>Capacity plan</title>")
	assert.Contains(t, got, "<strong>10</strong> descriptors")
	assert.NotContains(t, got, "href")
	assert.True(t, strings.HasSuffix(got, "</main></body></html>\n"))
}

// The lines that thread stacks have to fit into are in the picture of any plan, or
// named above it.
func TestEveryPlanShowsWhatItsThreadsFitInto(t *testing.T) {
	for plan, want := range map[string][]string{
		"threads=200":              {">a 32-bit process, 2 GiB<"},
		"threads=200,ram-mb=4096":  {">a 32-bit process, 2 GiB<", ">RAM, 4 GiB<"},
		"threads=200,ram-mb=65536": {">a 32-bit process, 2 GiB<", ">further up: RAM, 64 GiB<"},
		"threads=90000":            {">a 32-bit process, 2 GiB<", ">a 32-bit process, 4 GiB<"},
	} {
		picture := PlanChartsHTML(parsePlan(t, plan), nil, -1)
		for _, text := range want {
			assert.Contains(t, picture, text, plan)
		}
	}
}
