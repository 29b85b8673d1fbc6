package site_test

import (
	"fmt"
	"io/fs"
	"os"
	"path"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"headroom/advisor/rule"
)

// guide is the content that is published.
var guide = os.DirFS("../content")

// codeLines calls visit with every line of fenced code of the published pages.
func codeLines(t *testing.T, visit func(page string, number int, line string)) {
	t.Helper()
	names, err := fs.Glob(guide, "guide/*.md")
	require.NoError(t, err)
	require.NotEmpty(t, names)
	for _, name := range names {
		text, err := fs.ReadFile(guide, name)
		require.NoError(t, err)
		fenced := false
		for i, line := range strings.Split(string(text), "\n") {
			if strings.HasPrefix(line, "```") {
				fenced = !fenced
			} else if fenced {
				visit(name, i+1, line)
			}
		}
	}
}

// written is what a setting is called where it is set, for those whose own name
// is no word of the system's.
var written = map[string]string{
	"ulimit.nofile": "ulimit -n", "ulimit.data": "ulimit -d", "windows.dynamicport.tcp": "dynamicport tcp",
}

// A figure of the catalogue stands in the catalogue only: code that sets it
// says {{ID}} and has it put in.
func TestFiguresStandInOnePlace(t *testing.T) {
	codeLines(t, func(page string, number int, line string) {
		system := strings.TrimSuffix(path.Base(page), ".md")
		for i := range rule.Catalogue {
			r := &rule.Catalogue[i]
			if r.OS == system && sets(line, r) {
				assert.Fail(t, "a figure that stands twice", "%s:%d: %s: write {{%s}}", page, number, line, r.ID)
			}
		}
	})
}

// sets reports whether a line has the setting of the rule with its figure.
func sets(line string, r *rule.Rule) bool {
	name := strings.TrimPrefix(strings.TrimPrefix(r.Setting, "startup."), "systemd.")
	if other, ok := written[r.Setting]; ok {
		name = other
	}
	if other, ok := written[r.ID]; ok {
		name = other
	}
	n, err := strconv.ParseUint(r.Guide, 10, 64)
	if err != nil || n < 2 || !word(name).MatchString(line) {
		return false
	}
	for _, figure := range []string{r.Guide, fmt.Sprintf("%08x", n), fmt.Sprintf("%dM", n>>20), fmt.Sprintf("%dG", n>>30)} {
		if figure != "0M" && figure != "0G" && word(figure).MatchString(line) {
			return true
		}
	}
	return false
}

// word matches a text that is no part of a longer name or number.
func word(text string) *regexp.Regexp {
	return regexp.MustCompile(`(^|[^\w.])` + regexp.QuoteMeta(text) + `($|[^\w.])`)
}
