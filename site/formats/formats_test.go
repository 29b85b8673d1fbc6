package formats_test

import (
	"bytes"
	"html"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"github.com/yuin/goldmark"

	"headroom/advisor/dump"
	"headroom/site/formats"
)

func convert(markdown string) (string, error) {
	var out bytes.Buffer
	err := goldmark.New(goldmark.WithExtensions(formats.Extension("formats.md"))).Convert([]byte(markdown), &out)
	return out.String(), err
}

func TestBlocksSayWhatTheAdvisorReads(t *testing.T) {
	for kind, parts := range map[string][]string{
		"limits": {
			"<figcaption>/proc/PID/limits</figcaption>", "<dt>System</dt><dd>Linux</dd>",
			"<code>ulimit.nofile</code> 1024 (descriptors, limit of a process)<br><code>ulimit.nofile.hard</code> 4096 (descriptors, limit of a process)",
			"<code>ulimit.stack.hard</code> unlimited (limit of a process)",
		},
		"settings": {"<code>net.ipv4.ip_local_port_range</code> 32768 60999 (ports, live value)"},
		"files":    {"&#34;MaxUserPort&#34;=dword:0000fffe", "<code>MaxUserPort</code> 65534 (port, set by a file or a command)"},
		"machine":  {"<dt>Machine</dt><dd>memory of 8360497152 bytes; swap of 2147479552 bytes</dd>"},
		"around":   {"<figcaption>dividing lines</figcaption>"},
	} {
		page, err := convert("::formats " + kind + "\n")
		require.NoError(t, err)
		for _, part := range parts {
			assert.Contains(t, page, part, kind)
		}
	}
}

// Every format that is read stands on the page exactly once.
func TestNoFormatIsMissing(t *testing.T) {
	page, err := convert("::formats limits\n\n::formats settings\n\n::formats files\n\n::formats machine\n\n::formats around\n")
	require.NoError(t, err)
	for _, f := range dump.Formats() {
		assert.Equal(t, 1, strings.Count(html.UnescapeString(page), "<figcaption>"+f.Title+"</figcaption>"), f.Title)
	}
	assert.Equal(t, len(dump.Formats()), strings.Count(page, "</figure>"))
}

func TestUnknownKindNamesItsLine(t *testing.T) {
	_, err := convert("Text\n\n::formats fonts\n")
	assert.ErrorContains(t, err, `formats.md:3: no formats of the kind "fonts"`)
}
