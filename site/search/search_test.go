package search_test

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"headroom/site/search"
)

var pages = []search.Page{
	{Address: "guide/linux.html", Title: "Linux", HTML: `<h1 id="linux">Linux</h1><p>Who needs it.</p>
<h2 id="queues">Queues</h2><p>The accept <em>queue</em> holds 131,072.</p><pre><code>sysctl net.core.somaxconn</code></pre>
<section class="rule-card" id="linux.net.core.somaxconn" data-rule="x"><h3><a href="#x"><code>net.core.somaxconn</code></a> Accept queue</h3><p>Why.</p></section>`},
	{Address: "guide/windows.html", Title: "Windows", HTML: `<p>Ports.</p>`},
}

// An index is what a script holds, read back.
type index struct {
	Pages  [][3]any
	Common []string
	Terms  string
	Posts  string
}

func unwrap(t *testing.T, pages []search.Page) index {
	t.Helper()
	script, err := search.Script(pages)
	require.NoError(t, err)
	object, ok := strings.CutPrefix(string(script), "globalThis.headroomIndex=")
	require.True(t, ok)
	var x index
	require.NoError(t, json.Unmarshal([]byte(strings.TrimSuffix(object, ";\n")), &x))
	return x
}

// sections unpacks terms and their sections as the page's script does.
func (x index) sections() map[string][]int {
	const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
	found := map[string][]int{}
	posts := strings.Split(x.Posts, " ")
	last := ""
	for i, entry := range strings.Split(x.Terms, " ") {
		last = last[:strings.IndexByte(alphabet, entry[0])] + entry[1:]
		section, sum, unit := -1, 0, 1
		for _, letter := range posts[i] {
			digit := strings.IndexRune(alphabet, letter)
			sum += digit % 32 * unit
			unit *= 32
			if digit >= 32 {
				continue
			}
			section += sum + 1
			found[last] = append(found[last], section)
			sum, unit = 0, 1
		}
	}
	return found
}

func TestSectionsBeginAtHeadingsAndCards(t *testing.T) {
	x := unwrap(t, pages)
	require.Len(t, x.Pages, 2)
	assert.Equal(t, [3]any{"guide/linux.html", "Linux", []any{
		[]any{"", "", "Who needs it."},
		[]any{"queues", "Queues", "The accept queue holds 131,072. sysctl net.core.somaxconn"},
		[]any{"linux.net.core.somaxconn", "net.core.somaxconn Accept queue", "Why."},
	}}, x.Pages[0])
}

func TestSettingsAreFoundWholeAndByTheirParts(t *testing.T) {
	found := unwrap(t, pages).sections()
	assert.Equal(t, []int{1, 2}, found["net.core.somaxconn"])
	assert.Equal(t, []int{1, 2}, found["somaxconn"])
	assert.Equal(t, []int{1}, found["131072"], "figures are found with and without commas")
	assert.Equal(t, []int{0, 1, 2}, found["linux"], "sections are found by the title of their page")
	assert.Equal(t, []int{3}, found["ports"])
}

// Words that stand nearly everywhere tell nothing; they are listed, so that a
// question can leave them out.
func TestCommonWordsAreLeftOut(t *testing.T) {
	var many []search.Page
	for i := range 40 {
		many = append(many, search.Page{Address: fmt.Sprint(i), Title: fmt.Sprintf("page%d", i), HTML: "<p>the word</p>"})
	}
	x := unwrap(t, many)
	assert.Equal(t, []string{"the", "word"}, x.Common)
	assert.NotContains(t, x.sections(), "the")
	assert.Equal(t, []int{39}, x.sections()["page39"])
}

// Numbers of any size survive the packing.
func TestFarSections(t *testing.T) {
	var many []search.Page
	for i := range 5000 {
		text := fmt.Sprintf("word%d", i%7)
		if i == 0 || i == 4999 {
			text = "rare"
		}
		many = append(many, search.Page{Address: "a", HTML: "<p>" + text + "</p>"})
	}
	assert.Equal(t, []int{0, 4999}, unwrap(t, many).sections()["rare"])
}
