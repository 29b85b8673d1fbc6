package dump

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

// Every part of a text has a name for people.
func TestPartsHaveTitles(t *testing.T) {
	d := Read([]File{{Text: []byte("# uname -a\nLinux mail 6.1.0 #1 SMP x86_64 GNU/Linux\n# ulimit -n\n1024\nsome script\n")}}, "")
	titles := map[string]bool{}
	for _, p := range d.Parts {
		titles[p.Title()] = true
	}
	assert.True(t, titles["uname -a and /proc/version"], titles)
	assert.Equal(t, "script", Part{Reader: "script"}.Title())
}
