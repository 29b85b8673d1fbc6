//go:build !js

package dump

import (
	"bytes"
	"runtime"
	"runtime/debug"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
)

// In WASM one thread reads and collects, so that the heap there holds what is
// dead as well, and says nothing of what is kept.

// bigTexts are texts of which each is dear in another way.
func bigTexts(t *testing.T) map[string]string {
	return map[string]string{
		"sysctl":      string(sysctlText(t)),
		"one setting": "fs.file-max = 1\n",
		"short lines": "a\n",
		"coloured":    "\x1b[32mopen files                      (-n) 1024\x1b[0m\r\n",
		"Russian":     encode(&windows1251, "Всего физической памяти: 4 095 МБ\n"),
		"UTF-16":      wide("Всего физической памяти: 4 095 МБ\n", false),
		"bytes":       "\x00\xff\x10\n",
	}
}

// TestLiveHeap checks that a text of more than 8 MB takes less than four times
// its size, the text itself not counted, while it is read and after. The heap is
// looked at while the collector runs often, so that little of it is dead.
func TestLiveHeap(t *testing.T) {
	defer debug.SetGCPercent(debug.SetGCPercent(20))
	for name, part := range bigTexts(t) {
		files := []File{{Text: bytes.Repeat([]byte(part), 9<<20/len(part))}}
		runtime.GC()
		base := heap()
		done, most := make(chan struct{}), make(chan uint64)
		go func() { most <- highest(done) }()
		d := Read(files, "")
		close(done)
		peak := max(<-most, heap())
		assert.Less(t, peak-min(base, peak), uint64(4*len(files[0].Text)), name)
		runtime.KeepAlive(d)
	}
}

// heap is what the heap holds, in bytes.
func heap() uint64 {
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return m.HeapAlloc
}

// highest is the most that the heap holds until it is done.
func highest(done chan struct{}) (most uint64) {
	for {
		select {
		case <-done:
			return most
		case <-time.After(2 * time.Millisecond):
			most = max(most, heap())
		}
	}
}
