package note_test

import (
	"bytes"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"github.com/yuin/goldmark"

	"headroom/site/note"
)

func convert(markdown string) (string, error) {
	var out bytes.Buffer
	err := goldmark.New(goldmark.WithExtensions(note.Extension("linux.md"))).Convert([]byte(markdown), &out)
	return out.String(), err
}

func TestContainers(t *testing.T) {
	cases := []struct{ name, markdown, want string }{
		{"note", ":::note\nText\n:::\n", "<div class=\"note note-note\" role=\"note\"><p class=\"note-title\">Note</p>\n<p>Text</p>\n</div>\n"},
		{"warning", ":::warning\nText\n:::\nAfter\n", "<div class=\"note note-warning\" role=\"note\"><p class=\"note-title\">Warning</p>\n<p>Text</p>\n</div>\n<p>After</p>\n"},
		{"a blank before the word", "::: note\nText\n:::\n", "<div class=\"note note-note\" role=\"note\"><p class=\"note-title\">Note</p>\n<p>Text</p>\n</div>\n"},
		{"colons in code do not close it", ":::note\n```\n:::\n```\n:::\n", "<div class=\"note note-note\" role=\"note\"><p class=\"note-title\">Note</p>\n<pre><code>:::\n</code></pre>\n</div>\n"},
		{"another word is text", ":::caution\nText\n", "<p>:::caution\nText</p>\n"},
		{"two colons are text", "::note\n", "<p>::note</p>\n"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			html, err := convert(c.markdown)
			require.NoError(t, err)
			assert.Equal(t, c.want, html)
		})
	}
}

func TestContainerInAContainer(t *testing.T) {
	html, err := convert("::::warning\n:::note\nText\n:::\n::::\nAfter\n")
	require.NoError(t, err)
	assert.True(t, strings.HasSuffix(html, "</div>\n</div>\n<p>After</p>\n"), html)
}

func TestUnclosedContainerNamesItsLine(t *testing.T) {
	_, err := convert("Text\n\n:::note\nMore\n")
	assert.EqualError(t, err, "linux.md:3: the note that begins here is never closed")
}

// A page renders, or has a container that is never closed.
func FuzzContainer(f *testing.F) {
	for _, seed := range []string{":::note\n:::", "> \t:", "- :::note\n  :::", "::::note\n:::", ":::note\n```\n:::"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, markdown string) {
		html, err := convert(markdown)
		if err != nil {
			require.ErrorContains(t, err, "never closed")
			return
		}
		require.Equal(t, strings.Count(html, "<div class"), strings.Count(html, "</div>"))
	})
}
