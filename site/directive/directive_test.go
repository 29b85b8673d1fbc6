package directive_test

import (
	"bytes"
	"fmt"
	"io"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"github.com/yuin/goldmark"

	"headroom/site/directive"
)

func convert(markdown string) (string, error) {
	box := directive.Extension("box", func(w io.Writer, arguments string, line int) error {
		if arguments == "bad" {
			return fmt.Errorf("page.md:%d: bad box", line)
		}
		_, err := fmt.Fprintf(w, "<hr title=\"box %s\">\n", arguments)
		return err
	})
	line := directive.Extension("line", func(w io.Writer, arguments string, _ int) error {
		_, err := fmt.Fprintf(w, "<hr title=\"line %s\">\n", arguments)
		return err
	})
	var out bytes.Buffer
	err := goldmark.New(goldmark.WithExtensions(box, line)).Convert([]byte(markdown), &out)
	return out.String(), err
}

func TestEachNameHasItsOwnMarkup(t *testing.T) {
	html, err := convert("::box a\n\n::line b c\n")
	require.NoError(t, err)
	assert.Equal(t, "<hr title=\"box a\">\n<hr title=\"line b c\">\n", html)
}

func TestWhereBlocksStand(t *testing.T) {
	const block = "::box a"
	cases := []struct {
		name, markdown string
		blocks         int
	}{
		{"alone", block, 1},
		{"after a paragraph", "Text\n" + block + "\n", 1},
		{"before a paragraph", block + "\nText\n", 1},
		{"two", block + "\n\n" + block + "\n", 2},
		{"in a list", "- item\n\n  " + block + "\n", 1},
		{"in a quotation", "> " + block + "\n", 1},
		{"with CRLF", block + "\r\nText\r\n", 1},
		{"with blanks behind", block + "  \n", 1},
		{"indented as code", "    " + block + "\n", 0},
		{"in a code fence", "```\n" + block + "\n```\n", 0},
		{"within a line", "See " + block + "\n", 0},
		{"without a blank", "::boxa\n", 0},
		{"of another name", "::bax a\n", 0},
		{"nothing but a narrow tab", "> \t:\n", 0},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			html, err := convert(c.markdown)
			require.NoError(t, err)
			assert.Equal(t, c.blocks, strings.Count(html, "<hr"))
		})
	}
}

func TestMistakesNameTheirLine(t *testing.T) {
	_, err := convert("# Title\n\nText\n\n- item\n\n  ::box bad\n")
	assert.EqualError(t, err, "page.md:7: bad box")
}

// Whatever the page holds, it renders, or a block says what is wrong.
func FuzzDirective(f *testing.F) {
	for _, seed := range []string{"::box a", "> \t:", "- ::box x", "::box \n", "::box a\r\n\t::line", ":::box x", "::box bad"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, markdown string) {
		if _, err := convert(markdown); err != nil {
			require.ErrorContains(t, err, "bad box")
		}
	})
}
