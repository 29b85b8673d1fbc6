package dump

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
)

// TestKernelNamesAreMeant checks that no line of a whole sysctl -a is taken for
// a slip.
func TestKernelNamesAreMeant(t *testing.T) {
	for _, u := range Read([]File{{Text: sysctlText(t)}}, "").Unread {
		assert.Empty(t, u.Near, u.Text)
	}
}

// TestMemory checks that what is kept of a text of many readings does not grow
// with each of them.
func TestMemory(t *testing.T) {
	text := []byte(strings.Repeat("fs.file-max = 1\n\n/etc/x:y\n", 400_000))
	d := Read([]File{{Text: text}}, "")
	assert.LessOrEqual(t, len(d.Settings), settingsMax)
	assert.LessOrEqual(t, len(d.Parts), partsMax)
	assert.LessOrEqual(t, len(d.Unread), UnreadMax)
	assert.Equal(t, 1_200_000, d.Lines(0))
	assert.Equal(t, "/etc/x:y", d.Line(0, 1_200_000))
	assert.Empty(t, d.Line(0, 1_200_001))
}
