package dump

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

// Every part of a text has a name for people: that of the very reader, where
// several have one source.
func TestPartsHaveTitles(t *testing.T) {
	for text, want := range map[string]string{
		"Linux mail 6.1.0 #1 SMP x86_64 GNU/Linux\n":                       "uname -a and /proc/version",
		"# ulimit -n 4096\n":                                               "commands, with what they set",
		"command: [\"sysctl\", \"-w\", \"fs.file-max=1\"]\n":               "commands given word by word, of containers",
		"sysctl: cannot stat /proc/sys/net/x: No such file or directory\n": "messages of programs that failed",
		"#!/bin/sh\n": "headings between outputs",
	} {
		d := Read([]File{{Text: []byte(text)}}, "")
		assert.Equal(t, []Part{{Reader: d.Parts[0].Reader, Title: want, From: 1, To: 1}}, d.Parts)
	}
	d := Read([]File{{Text: []byte("#!/bin/sh\nsome script\n")}}, "")
	assert.Equal(t, Part{Reader: "script", Title: "script", From: 2, To: 2}, d.Parts[1])
}
