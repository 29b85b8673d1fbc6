package dump

import (
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/tools/txtar"
)

// TestKeysFitTheirSystem checks that no name in what a system printed is taken
// for one that only others have, and none for a slip.
func TestKeysFitTheirSystem(t *testing.T) {
	for file, in := range map[string]bsdSet{
		"sysctl-freebsd": inFreeBSD, "sysctl-macos": inMacOS, "sysctl-openbsd": inOpenBSD, "sysctl-netbsd": inNetBSD,
	} {
		archive, err := txtar.ParseFile(filepath.Join("testdata", file+".txtar"))
		require.NoError(t, err)
		told := 0
		for line := range strings.Lines(string(archive.Files[0].Data)) {
			end := strings.IndexAny(line, ":= ")
			if end < 0 || !sysctlKey(line[:end]) {
				continue
			}
			key := line[:end]
			if set := bsdSetOf(key); set != 0 {
				told++
				assert.NotZero(t, set&in, "%s of %s", key, file)
			}
			if known(key) == nil {
				assert.Empty(t, nearKey(key), key)
			}
		}
		assert.Positive(t, told, file)
	}
}

func TestSetOfAKey(t *testing.T) {
	for key, want := range map[string]bsdSet{
		"kern.ipc.soacceptqueue":   inFreeBSD,
		"kern.geom.confxml":        inFreeBSD,
		"vm.cs_debug":              inMacOS,
		"kern.seminfo.semmni":      inOpenBSD,
		"hw.physmem64":             inNetBSD,
		"kern.maxfilesperproc":     inFreeBSD | inMacOS,
		"net.inet.tcp.sendspace":   inFreeBSD | inMacOS | inNetBSD,
		"kern.maxfiles":            0,
		"net.ipv4.tcp_fin_timeout": 0,
	} {
		assert.Equal(t, want, bsdSetOf(key), key)
	}
}

func TestLoginValues(t *testing.T) {
	size, seconds, count := bsdLimit{"data", true}, bsdLimit{"cpu", false}, bsdLimit{"nofile", false}
	for _, c := range []struct {
		given string
		limit bsdLimit
		want  string
	}{
		{"512M", size, "536870912"},
		{"1g512m", size, "1610612736"},
		{"2097152b", size, "1073741824"},
		{"65536", size, "65536"},
		{"infinity", size, Unlimited},
		{"1h30m", seconds, "5400"},
		{"3600", seconds, "3600"},
		{"16k", count, "16384"},
	} {
		value, ok := loginValue(c.given, c.limit)
		assert.True(t, ok, c.given)
		assert.Equal(t, c.want, value, c.given)
	}
	for _, given := range []string{"many", "12x", "99999999999999999999t", "g"} {
		_, ok := loginValue(given, size)
		assert.False(t, ok, given)
	}
}
