package dump

import (
	"bytes"
	"strings"
)

// magics are the first bytes of files that are no text.
var magics = []struct{ magic, what string }{
	{"\x89PNG\r\n", "a PNG picture"}, {"\xff\xd8\xff", "a JPEG picture"}, {"GIF8", "a GIF picture"}, {"%PDF-", "a PDF document"}, {"PK\x03\x04", "a ZIP archive"},
	{"\x1f\x8b", "a gzip archive"}, {"BZh", "a bzip2 archive"}, {"\xfd7zXZ", "an xz archive"}, {"\x7fELF", "a program"}, {"MZ", "a Windows program"}, {"\xd0\xcf\x11\xe0", "a Microsoft Office document"},
	{"7z\xbc\xaf", "a 7z archive"}, {"RIFF", "a media file"}, {"{\\rtf", "an RTF document"},
}

// notice is the sentence on an input that cannot be judged, or "".
func notice(files []File, d *Dump) string {
	if len(d.Settings) > 0 || d.Host.OS != Unknown {
		return ""
	}
	if d.Total == 0 {
		return "The input is empty: paste what the system printed, or open a file with it."
	}
	for _, f := range files {
		if what := binary(f.Text); what != "" {
			return "The input is " + what + ", not text: paste the text itself, or open a text file."
		}
	}
	if len(d.Unread) == 0 {
		return "The input holds no setting that Headroom knows: add what sysctl -a, ulimit -a or the like print."
	}
	return "Nothing in the input was recognised: it should be what a system prints of its settings, such as sysctl -a or ulimit -a."
}

// binary says what a file is when it is no text.
func binary(raw []byte) string {
	for _, m := range magics {
		if bytes.HasPrefix(raw, []byte(m.magic)) {
			return m.what
		}
	}
	if _, wide := decodeUTF16(raw); wide {
		return ""
	}
	sample := raw[:min(len(raw), 4096)]
	control := 0
	for _, c := range sample {
		if c < ' ' && strings.IndexByte("\t\n\r\f\b\x1b\a", c) < 0 {
			control++
		}
	}
	if control*20 > len(sample) {
		return "binary data"
	}
	return ""
}
