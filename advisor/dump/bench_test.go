package dump

import (
	"bytes"
	"os"
	"testing"

	"github.com/stretchr/testify/require"
)

// sysctlText is a whole "sysctl -a" of 1,317 lines.
func sysctlText(tb testing.TB) []byte {
	text, err := os.ReadFile("testdata/sysctl-a.txt")
	require.NoError(tb, err)
	return text
}

func benchmarkRead(b *testing.B, text []byte) {
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		Read([]File{{Text: text}}, "")
	}
}

func BenchmarkReadSysctl(b *testing.B)    { benchmarkRead(b, sysctlText(b)) }
func BenchmarkReadSysctl200(b *testing.B) { benchmarkRead(b, bytes.Repeat(sysctlText(b), 200)) }

func BenchmarkReadProse(b *testing.B) {
	line := "The quick brown fox, which nobody had asked, jumped over 13 lazy dogs at noon.\n"
	benchmarkRead(b, bytes.Repeat([]byte(line), 10000))
}

func BenchmarkReadQuoted(b *testing.B) {
	quoted := bytes.ReplaceAll(sysctlText(b), []byte("\n"), []byte("\r\n> > "))
	benchmarkRead(b, quoted)
}

// BenchmarkReadHostile reads lines that look like what they are not at every
// word: prompts, labels, prefixes of logs.
func BenchmarkReadHostile(b *testing.B) {
	var text []byte
	for _, part := range []string{"# ", "a: ", "(-n) ", "1. ", "/a:", ": 1 ", "-n: ", "> "} {
		for _, width := range []int{300, 60000} {
			for range 120000 / width {
				text = append(append(text, bytes.Repeat([]byte(part), width/len(part))...), '\n')
			}
		}
	}
	benchmarkRead(b, text)
}
