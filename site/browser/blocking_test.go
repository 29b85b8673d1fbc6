package browser

import (
	"encoding/json"
	"slices"
	"testing"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/tracing"
	"github.com/chromedp/chromedp"
	"github.com/stretchr/testify/require"
)

// A traceEvent is what Chromium notes of one thing it did; times in µs.
type traceEvent struct {
	Name      string  `json:"name"`
	Process   int     `json:"pid"`
	Thread    int     `json:"tid"`
	At        float64 `json:"ts"`
	Processor float64 `json:"tdur"` // time that the thread had a processor
	Args      struct {
		Data struct {
			URL string `json:"documentLoaderURL"`
		} `json:"data"`
	} `json:"args"`
}

// BenchmarkBlocking measures for how long a page does not answer while it
// begins: by how much its tasks after the first drawing are longer than 50 ms, on
// a processor four times slower than this one, as Lighthouse reckons for a phone
// (total blocking time); and the longest of them here. What counts is the time
// that a task has a processor: Lighthouse takes the time that passes, and so
// measures, on a machine with few of them, what else they do.
func BenchmarkBlocking(b *testing.B) {
	address := serve(b)
	for _, page := range []string{"index.html", "planner.html", "rules.html", "guide/linux.html", "guide/privacy.html"} {
		b.Run(page, func(b *testing.B) { benchBlocking(b, address+page) })
	}
}

func benchBlocking(b *testing.B, address string) {
	const visits = 3
	var blocked, longest []float64
	for range b.N {
		blocked, longest = nil, nil
		for range visits {
			sum, most := 0.0, 0.0
			for _, task := range tasksAfterDrawing(b, trace(b, address)) {
				sum += max(0, 4*task-50)
				most = max(most, task)
			}
			blocked, longest = append(blocked, sum), append(longest, most)
		}
		slices.Sort(blocked)
		slices.Sort(longest)
	}
	b.ReportMetric(0, "ns/op")
	b.ReportMetric(blocked[visits/2], "ms-blocked-median")
	b.ReportMetric(longest[visits/2], "ms-longest-median")
}

// trace is what Chromium notes while a page begins, and for some seconds after.
func trace(b *testing.B, address string) (events []traceEvent) {
	page, end := launch(b)
	defer end()
	complete := make(chan struct{})
	require.NoError(b, chromedp.Listen(page.ctx, func(event any) {
		switch e := event.(type) {
		case *tracing.EventDataCollected:
			for _, value := range e.Value {
				var noted traceEvent
				if json.Unmarshal(value, &noted) == nil {
					events = append(events, noted)
				}
			}
		case *tracing.EventTracingComplete:
			close(complete)
		}
	}))
	time.Sleep(time.Second)
	config := &tracing.TraceConfig{IncludedCategories: []string{"toplevel", "disabled-by-default-devtools.timeline", "blink.user_timing", "loading"}}
	_, err := chromedp.Call(page.ctx, tracing.Start, tracing.StartParams{TraceConfig: config})
	require.NoError(b, err)
	page.do(chromedp.Navigate(address))
	time.Sleep(4 * time.Second)
	_, err = chromedp.Call(page.ctx, tracing.End, cdp.Empty{})
	require.NoError(b, err)
	<-complete
	return events
}

// tasksAfterDrawing gives the time in ms that each task of the page's thread had
// a processor, from the first drawing on.
func tasksAfterDrawing(b *testing.B, events []traceEvent) (tasks []float64) {
	begin := slices.IndexFunc(events, func(e traceEvent) bool {
		return e.Name == "navigationStart" && e.Args.Data.URL != "" && e.Args.Data.URL != "about:blank"
	})
	require.GreaterOrEqual(b, begin, 0)
	page := events[begin]
	drawn := slices.IndexFunc(events, func(e traceEvent) bool {
		return e.Name == "firstContentfulPaint" && e.Process == page.Process && e.At > page.At
	})
	require.GreaterOrEqual(b, drawn, 0)
	for _, e := range events {
		if e.Name == "RunTask" && e.Process == page.Process && e.Thread == page.Thread && e.At > events[drawn].At {
			tasks = append(tasks, e.Processor/1000)
		}
	}
	require.NotEmpty(b, tasks)
	return tasks
}
