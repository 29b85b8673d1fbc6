//go:build !js

package dump

import (
	"bytes"
	"runtime"
	"runtime/debug"
	"runtime/metrics"
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
// looked at while the collector runs often. What it has not yet come to counts
// as well, so that the least of a few attempts is closest to the truth.
func TestLiveHeap(t *testing.T) {
	defer debug.SetGCPercent(debug.SetGCPercent(20))
	for name, part := range bigTexts(t) {
		files := []File{{Text: bytes.Repeat([]byte(part), 9<<20/len(part))}}
		most := uint64(4 * len(files[0].Text))
		least := most
		for attempt := 0; attempt < 3 && least >= most; attempt++ {
			least = min(least, peak(files))
		}
		assert.Less(t, least, most, name)
	}
}

// peak is how much more the heap holds at most while files are read, in bytes.
func peak(files []File) uint64 {
	runtime.GC()
	base := live()
	done, most := make(chan struct{}), make(chan uint64)
	go func() { most <- highest(done) }()
	d := Read(files, "")
	close(done)
	during := <-most
	runtime.GC()
	top := max(during, live())
	runtime.KeepAlive(d)
	return top - min(base, top)
}

// live is what was alive on the heap when it was collected last, in bytes.
func live() uint64 {
	sample := []metrics.Sample{{Name: "/gc/heap/live:bytes"}}
	metrics.Read(sample)
	return sample[0].Value.Uint64()
}

// highest is the most that was alive on the heap until it is done.
func highest(done chan struct{}) (most uint64) {
	for {
		select {
		case <-done:
			return most
		case <-time.After(2 * time.Millisecond):
			most = max(most, live())
		}
	}
}
