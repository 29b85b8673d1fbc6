package dump

import (
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
)

// A sample is a text with what was read of it.
type sample struct {
	name, text string
	says       []string
}

// samplesBySystem are the texts that say of which system they are, and set
// anything, by that system. Long ones are left aside, to pair the rest.
func samplesBySystem(t *testing.T) map[string][]sample {
	all := map[string][]sample{}
	forTexts(t, func(_ *testing.T, name, text string) {
		d := read(text)
		if d.Host.OS != Unknown && len(d.Settings) > 0 && len(text) < 8000 {
			all[d.Host.OS] = append(all[d.Host.OS], sample{name, text, statements(d)})
		}
	})
	return all
}

// TestUnion reads two texts of one host, as two files and pasted behind each
// other with the prompt that stands between two commands: what they say is what
// both of them say.
func TestUnion(t *testing.T) {
	pairs := 0
	for system, samples := range samplesBySystem(t) {
		for i, a := range samples {
			for k := 1; k <= 5 && k < len(samples); k++ {
				b := samples[(i+k*7)%len(samples)]
				if b.name == a.name || needsOthers[a.name] || needsOthers[b.name] {
					continue
				}
				pairs++
				want := slices.Concat(a.says, b.says)
				two := Read([]File{{Text: []byte(a.text)}, {Text: []byte(b.text)}}, "")
				assert.Equal(t, want, statements(two), "%s: files %s and %s", system, a.name, b.name)
				one := read(strings.TrimRight(a.text, "\n") + "\nroot@mail:~# \n" + b.text)
				assert.Equal(t, want, statements(one), "%s: %s above %s", system, a.name, b.name)
			}
		}
	}
	t.Logf("%d pairs", pairs)
	assert.NotZero(t, pairs)
}

// needsOthers is the text that another text may change: its tunables may explain
// the formula.
var needsOthers = map[string]bool{"hpux-formula": true}
