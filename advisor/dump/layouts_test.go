package dump

import (
	"fmt"
	"math/rand/v2"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/tools/txtar"
)

// TestSameReadings prints generated values in every layout of testdata/layouts
// and reads them back: all layouts of a file give the same names, values and
// scope.
//
// A layout is a text with places for values: {nofile} is the value, {core/1024}
// the value in that unit, {core/1024| kbytes} has a word behind a figure and none
// behind "unlimited". {cpu:clock} is a time as h:mm:ss, {MaxUserPort:hex} is
// hexadecimal. {S} is S or H and {-h} nothing or -h: such a layout is printed
// twice, for soft and for hard limits. {nofile.hard} is the hard limit in a
// layout that shows both.
func TestSameReadings(t *testing.T) {
	files, err := filepath.Glob("testdata/layouts/*.txtar")
	require.NoError(t, err)
	require.NotEmpty(t, files)
	for _, file := range files {
		group := strings.TrimSuffix(filepath.Base(file), ".txtar")
		archive, err := txtar.ParseFile(file)
		require.NoError(t, err)
		require.Greater(t, len(archive.Files), 1, group)
		for _, layout := range archive.Files {
			t.Run(group+"/"+layout.Name, func(t *testing.T) {
				for seed := range uint64(20) {
					checkLayout(t, string(layout.Data), group, seed)
				}
			})
		}
	}
}

// checkLayout prints and reads one set of values. The scope of all is the last
// word in the name of the group.
func checkLayout(t *testing.T, layout, group string, seed uint64) {
	t.Helper()
	scope := Scope(group[strings.LastIndexByte(group, '-')+1:])
	sides := []string{""}
	if strings.Contains(layout, "{S}") || strings.Contains(layout, "{-h}") {
		sides = []string{"", ".hard"}
	}
	for _, side := range sides {
		v := &values{random: rand.New(rand.NewPCG(seed, 1)), limits: strings.HasPrefix(group, "limits"), side: side, want: map[string]string{}, drawn: map[string]string{}}
		text := v.print(layout)
		got := map[string]string{}
		for _, s := range read(text).Settings {
			got[s.Name] = s.Value
			assert.Equal(t, scope, s.Scope, "%s in\n%s", s.Name, text)
		}
		require.Equal(t, v.want, got, text)
	}
}

// A values draws the values of one text.
type values struct {
	random *rand.Rand
	limits bool   // the names are those of resource limits
	side   string // ".hard" where the text shows hard limits
	want   map[string]string
	drawn  map[string]string
}

var placeholder = regexp.MustCompile(`\{([\w.-]+)(?:/(\d+))?(?::(\w+))?(?:\|([^}]*))?\}`)

// print fills the places of a layout.
func (v *values) print(layout string) string {
	layout = strings.ReplaceAll(layout, "{S}", map[string]string{"": "S", ".hard": "H"}[v.side])
	layout = strings.ReplaceAll(layout, "{-h}", map[string]string{"": "", ".hard": " -h"}[v.side])
	return placeholder.ReplaceAllStringFunc(layout, func(place string) string {
		m := placeholder.FindStringSubmatch(place)
		name := m[1]
		if v.limits {
			name = "ulimit." + name + v.side
		}
		value := v.draw(name)
		v.want[name] = value
		n, err := strconv.ParseUint(value, 10, 64)
		if err != nil {
			return strings.ReplaceAll(value, " ", "\t")
		}
		if unit, _ := strconv.ParseUint(m[2], 10, 64); unit > 0 {
			n /= unit
		}
		switch m[3] {
		case "hex":
			return fmt.Sprintf("0x%x", n)
		case "clock":
			return fmt.Sprintf("%d:%02d:%02d", n/3600, n/60%60, n%60)
		}
		return decimal(n) + m[4]
	})
}

// draw draws the value of a name: sizes are whole Mi, as some layouts print no
// less, and one limit in four is none.
func (v *values) draw(name string) string {
	if value, ok := v.drawn[name]; ok {
		return value
	}
	k := known(strings.TrimSuffix(name, ".hard"))
	var value string
	switch {
	case v.limits && v.random.IntN(4) == 0:
		value = Unlimited
	case k.figures == 2:
		first := 1024 + v.random.IntN(30000)
		value = fmt.Sprint(first, " ", first+1+v.random.IntN(30000))
	case k.unit == "bytes":
		value = decimal(uint64(v.random.IntN(1<<20)) << 20)
	default:
		value = decimal(uint64(1 + v.random.IntN(60000)))
	}
	v.drawn[name] = value
	return value
}
