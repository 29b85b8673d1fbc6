package dump

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestEvaluate(t *testing.T) {
	tunables := map[string]int64{"nproc": 4096, "maxusers": 64}
	value := func(name string) (int64, bool) {
		n, ok := tunables[name]
		return n, ok
	}
	for expression, want := range map[string]int64{
		"4200": 4200, "0x400": 1024, "01000": 512, "(8*nproc+2048)": 34816, "((nproc*9)/10)+1": 3687, "(((nproc*7)/4)+16)": 7184,
		"2048*1024*1024": 1 << 31, "1<<31": 1 << 31, "2+3*4": 14, "(2+3)*4": 20, "17%5": 2, "-3+10": 7, "~0+2": 1, "!0": 1,
		"nproc > 4000 ? 2048 : 1024": 2048, "maxusers >= 64 && nproc < 10 || 1": 1, "6&3|8": 10, "5^1": 4, "1 == 2 != 1": 1, "64L * 2u": 128,
	} {
		n, ok := evaluate(expression, value)
		assert.True(t, ok, expression)
		assert.Equal(t, want, n, expression)
	}
	for _, expression := range []string{
		"", "Default", "C0", "8*npty", "(1", "1)", "1/0", "1%0", "4*", "*4", "1 2", "5%", "99999999999999999999", "4611686018427387904*2", "1<<63", "08", "1?2", strings.Repeat("(", 300) + "1", strings.Repeat("1+", 300) + "1",
	} {
		_, ok := evaluate(expression, value)
		assert.False(t, ok, expression)
	}
}

// TestExpressionsOfExpressions checks that tunables which name each other many
// times, or in a circle, end the reading soon.
func TestExpressionsOfExpressions(t *testing.T) {
	var text strings.Builder
	for _, name := range []string{"nproc", "nfile", "ninode", "nkthread", "maxfiles", "maxdsiz", "max_thread_proc", "maxfiles_lim"} {
		text.WriteString("kctune " + name + `="` + strings.Repeat("nproc+nfile+ninode+nkthread+maxfiles+maxdsiz+", 8) + "1\"\n")
	}
	d := Read([]File{{Text: []byte(text.String())}}, "")
	assert.Empty(t, d.Settings)
	assert.Len(t, d.Unread, 8)
}

func TestCNumber(t *testing.T) {
	for text, want := range map[string]string{
		"0": "0", "10": "10", "010": "8", "0x10": "16", "0XfF": "255", "18446744073709551615": "18446744073709551615", "0xffffffffffffffff": "18446744073709551615",
	} {
		value, ok := cNumber(text)
		assert.True(t, ok, text)
		assert.Equal(t, want, value, text)
	}
	for _, text := range []string{"", "x", "08", "0x", "0xg", "1e3", "18446744073709551616", "0x1_0", "-1", "1K"} {
		_, ok := cNumber(text)
		assert.False(t, ok, text)
	}
}
