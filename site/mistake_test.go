package site_test

import (
	"testing"
	"testing/fstest"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// Every mistake in the content stops the build and is named with its place.
func TestMistakes(t *testing.T) {
	const cards = "\n::rule linux.fs.file-max\n\n::rule linux.fs.nr_open\n" // on the lines 4 and 6 after a heading and a blank
	cases := []struct {
		name, file, text string
		want             string
	}{
		{"unknown rule", "guide/privacy.md", "# Privacy\n\n::rule linux.nope\n",
			`guide/privacy.md:3: no rule "linux.nope"`},
		{"rule placed twice", "guide/linux.md", "# Linux\n" + cards + "\n::rule linux.fs.file-max\n",
			"guide/linux.md:7: the rule linux.fs.file-max stands already at guide/linux.md:3"},
		{"rule placed twice, and another nowhere", "guide/linux.md", "# Linux\n\n::rule linux.fs.file-max\n\n::rule linux.fs.file-max\n",
			"order.txt: the rule linux.fs.nr_open stands on no page"},
		{"rule on a second page", "guide/privacy.md", "# Privacy\n\n::rule linux.fs.nr_open\n",
			"guide/privacy.md:3: reports look for the rule linux.fs.nr_open at guide/linux.html#linux.fs.nr_open"},
		{"rule on no page", "guide/linux.md", "# Linux\n\n::rule linux.fs.file-max\n",
			"order.txt: the rule linux.fs.nr_open stands on no page"},
		{"mistyped block", "guide/privacy.md", "# Privacy\n\nText.\n\n::ruel linux.fs.nr_open\n",
			"guide/privacy.md:5: no such block: ::ruel linux.fs.nr_open"},
		{"mistyped block below text", "guide/privacy.md", "# Privacy\n\nText.\n::ruel linux.fs.nr_open\n",
			"guide/privacy.md:3: no such block: ::ruel linux.fs.nr_open"},
		{"mistyped container", "guide/privacy.md", "# Privacy\n\n:::caution\nText.\n:::\n",
			"guide/privacy.md:3: no such block: :::caution"},
		{"unclosed container", "guide/privacy.md", "# Privacy\n\n## Why\n\n:::note\nText.\n",
			"guide/privacy.md:5: the note that begins here is never closed"},
		{"figure of an unknown rule", "guide/privacy.md", "# Privacy\n\n```text\n{{linux.nope}}\n```\n",
			`guide/privacy.md:4: {{linux.nope}}: no rule "linux.nope"`},
		{"unknown formula", "guide/privacy.md", "# Privacy\n\n::formula plan.nope\n",
			`guide/privacy.md:3: no formula "plan.nope"`},
		{"dead link to a page", "guide/privacy.md", "# Privacy\n\nA [page](nowhere.md).\n",
			"guide/privacy.md:3: dead link: no page guide/nowhere.html"},
		{"dead link to an anchor", "guide/privacy.md", "# Privacy\n\nText.\n\nA [place](linux.md#nowhere).\n",
			"guide/privacy.md:5: dead link: guide/linux.html has no anchor #nowhere"},
		{"dead link within the page", "guide/privacy.md", "# Privacy\n\nA [place](#nowhere).\n",
			"guide/privacy.md:3: dead link: guide/privacy.html has no anchor #nowhere"},
		{"link to a folder", "guide/privacy.md", "# Privacy\n\nThe [start](../).\n",
			"guide/privacy.md:3: dead link: no page ."},
		{"missing image", "guide/privacy.md", "# Privacy\n\n![A chain](chain.svg)\n",
			"guide/privacy.md:3: no image guide/chain.svg"},
		{"image without words", "guide/privacy.md", "# Privacy\n\n![](chain.svg)\n",
			"guide/privacy.md:3: the image guide/chain.svg is not told in words"},
		{"no title", "guide/privacy.md", "Text.\n",
			"guide/privacy.md:1: the page has no # heading"},
		{"two titles", "guide/privacy.md", "# Privacy\n\n# Again\n",
			"guide/privacy.md:3: a second # heading"},
		{"two headings with one anchor", "guide/privacy.md", "# Privacy\n\n## Why\n\n## Why\n",
			`guide/privacy.md:5: the heading "Why" has the anchor "why" of line 3: give it its own with {#name}`},
		{"an anchor of the page's frame", "guide/privacy.md", "# Privacy\n\n## Top {#main}\n",
			`guide/privacy.html: the page's frame has the anchor "main", too`},
		{"HTML", "guide/privacy.md", "# Privacy\n\n<b>bold</b>\n",
			"guide/privacy.md:3: HTML has no place in a page"},
		{"listed page that does not exist", "order.txt", "Systems:\nguide/linux\nguide/privacy\nguide/solaris\n",
			"order.txt:4: no file guide/solaris.md"},
		{"page listed twice", "order.txt", "Systems:\nguide/linux\nguide/privacy\n\nguide/linux\n",
			"order.txt:5: guide/linux is listed twice"},
		{"page listed above the headings", "order.txt", "guide/linux\nSystems:\nguide/privacy\n",
			"order.txt:1: guide/linux stands before the first heading"},
		{"page that no list names", "order.txt", "Systems:\nguide/linux\n",
			"guide/privacy.md:1: the page is missing in order.txt"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			content := pages()
			content[c.file] = &fstest.MapFile{Data: []byte(c.text)}
			_, err := build(content)
			require.Error(t, err)
			assert.Contains(t, err.Error(), c.want)
		})
	}
}

func TestMistakesAreToldTogether(t *testing.T) {
	content := pages()
	content["guide/privacy.md"].Data = []byte("# Privacy\n\n## Why\n\n## Why\n\n::ruel x\n")
	_, err := build(content)
	require.Error(t, err)
	assert.Contains(t, err.Error(), "guide/privacy.md:5:")
	assert.Contains(t, err.Error(), "guide/privacy.md:7:")
}

func TestMissingListIsTold(t *testing.T) {
	content := pages()
	delete(content, "order.txt")
	_, err := build(content)
	assert.ErrorContains(t, err, "order.txt")
}

func TestImageWithoutASize(t *testing.T) {
	content := pages()
	content["guide/chain.svg"] = &fstest.MapFile{Data: []byte(`<svg xmlns="http://www.w3.org/2000/svg" width="100%"/>`)}
	content["guide/privacy.md"].Data = []byte("# Privacy\n\n![A chain](chain.svg)\n")
	_, err := build(content)
	assert.ErrorContains(t, err, "guide/privacy.md:3: the image guide/chain.svg is no SVG with width and height in pixels")
}
