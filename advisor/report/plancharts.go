package report

import (
	"math"

	"headroom/advisor/capacity"
	"headroom/advisor/rule"
)

// PlanChartsHTML is what a plan means as pictures: its connections beside the
// limits of a host, where these are known, and the curves that the plan says enough
// for. Each has its figures in a table.
func PlanChartsHTML(p capacity.Plan, limits []rule.Limit, binding int) string {
	w := &htmlWriter{}
	v := p.Vars()
	w.room(room{shares: p.Shares(), planned: v["C"].Value, limits: limits, binding: binding})
	for _, make := range []func(capacity.Vars) *chart{timeWaitChart, threadChart, latencyChart} {
		if c := make(v); c != nil {
			w.chart(c)
		}
	}
	return w.String()
}

// timeWaitChart shows how sockets in TIME_WAIT grow from the first second and
// settle; nil where the plan does not say how many connections this host closes.
func timeWaitChart(v capacity.Vars) *chart {
	rate, ok := v["Rclose"]
	wait, known := v["TIME_WAIT_s"]
	if !ok || !known || rate.Value <= 0 {
		return nil
	}
	settled := rate.Value * wait.Value
	c := &chart{
		name: "chart-time-wait", title: chartWords.timeWait,
		desc:   chartWords.timeWaitDesc(Amount(settled), capacity.Figure(wait.Value)),
		x:      axis{label: chartWords.seconds, max: 2 * wait.Value, write: Amount},
		y:      axis{label: chartWords.sockets, max: 1.15 * settled, write: Amount},
		curves: []curve{{"", []point{{0, 0}, {wait.Value, settled}, {2 * wait.Value, settled}}}},
		here:   &pin{point{wait.Value, settled}, Amount(settled)},
		table:  table{head: []string{chartWords.seconds, chartWords.sockets}},
	}
	for _, share := range []float64{0, 0.25, 0.5, 0.75, 1, 2} {
		t := share * wait.Value
		c.table.rows = append(c.table.rows, []string{capacity.Figure(t), Amount(rate.Value * min(t, wait.Value))})
	}
	return c
}

// threadChart shows the stacks of threads against the memory that there is and
// the addresses of a 32-bit process; nil where the plan gives no threads.
func threadChart(v capacity.Vars) *chart {
	threads, stack := v["T"].Value, v["stack-kb"].Value*1024
	if threads <= 0 || stack <= 0 {
		return nil
	}
	most := max(2*threads, math.Ceil(1.1*narrowest/stack)) // so that the least line across is in the picture
	c := &chart{
		name: "chart-threads", title: chartWords.threads,
		desc:   chartWords.threadsDesc(Amount(math.Ceil(threads)), bytesOf(threads*stack)),
		x:      axis{label: chartWords.threadCount, max: most, write: Amount},
		y:      axis{label: chartWords.stacks, max: most * stack, write: bytesOf},
		curves: []curve{{"", []point{{0, 0}, {most, most * stack}}}},
		levels: memoryLevels(v),
		here:   &pin{point{threads, threads * stack}, bytesOf(threads * stack)},
		table:  table{head: []string{chartWords.threadCount, chartWords.stacks}},
	}
	for _, l := range c.levels {
		if l.value <= 4*most*stack {
			c.y.max = max(c.y.max, 1.1*l.value)
		}
	}
	c.y.unit = binaryUnit(c.y.max)
	for _, share := range []float64{0.5, 1, 1.5, 2} {
		n := math.Ceil(share * threads)
		c.table.rows = append(c.table.rows, []string{Amount(n), bytesOf(n * stack)})
	}
	for _, l := range c.levels {
		c.table.rows = append(c.table.rows, []string{Amount(math.Floor(l.value / stack)), l.name})
	}
	return c
}

// narrowest is the part of a 32-bit process's addresses that some systems leave it.
const narrowest = 2 << 30

// memoryLevels are the sizes that thread stacks have to fit into.
func memoryLevels(v capacity.Vars) []level {
	var levels []level
	ram, known := v["ram-mb"]
	if known {
		levels = append(levels, level{chartWords.ram(bytesOf(ram.Value * mebibyte)), ram.Value * mebibyte})
	}
	if swap, both := v["swap-mb"]; known && both && swap.Value > 0 {
		all := (ram.Value + swap.Value) * mebibyte
		levels = append(levels, level{chartWords.ramAndSwap(bytesOf(all)), all})
	}
	return append(levels, level{chartWords.narrow("2 GiB"), narrowest}, level{chartWords.narrow("4 GiB"), 2 * narrowest})
}

const mebibyte = 1 << 20 // bytes

// latencyChart shows how long a message waits in the queue of Local Delivery,
// by the length of the queue and the number of processors; nil where the plan
// gives no queue.
func latencyChart(v capacity.Vars) *chart {
	queue, rate := v["queue"].Value, v["processor-rate"].Value
	if queue <= 0 || rate <= 0 {
		return nil
	}
	processors := defaultProcessors
	if x, given := v["processors"]; given && x.Value > 0 {
		processors = x.Value
	}
	most := 2 * queue
	wait := func(length, n float64) float64 { return length / (n * rate) }
	c := &chart{
		name: "chart-latency", title: chartWords.latency,
		desc:  chartWords.latencyDesc(Amount(queue), capacity.Figure(processors), capacity.Figure(estimate(wait(queue, processors)))),
		x:     axis{label: chartWords.queue, max: most, write: Amount},
		y:     axis{label: chartWords.wait, max: wait(most, processors/2), write: Amount},
		here:  &pin{point{queue, wait(queue, processors)}, chartWords.secondsOf(capacity.Figure(estimate(wait(queue, processors))))},
		table: table{head: []string{chartWords.queue}},
	}
	counts := []float64{processors / 2, processors, processors * 2}
	for _, n := range counts {
		name := chartWords.processors(capacity.Figure(n))
		c.curves = append(c.curves, curve{name, []point{{0, 0}, {most, wait(most, n)}}})
		c.table.head = append(c.table.head, name)
	}
	for _, share := range []float64{0.5, 1, 1.5, 2} {
		row := []string{Amount(math.Ceil(share * queue))}
		for _, n := range counts {
			row = append(row, chartWords.secondsOf(capacity.Figure(estimate(wait(share*queue, n)))))
		}
		c.table.rows = append(c.table.rows, row)
	}
	return c
}

// defaultProcessors is how many Local Delivery processors the guide's example
// has.
const defaultProcessors = 10.0

// estimate keeps three digits of a figure that is no count.
func estimate(n float64) float64 {
	if n <= 0 {
		return 0
	}
	scale := math.Pow10(2 - int(math.Floor(math.Log10(n))))
	return math.Round(n*scale) / scale
}

// Amount writes a figure as reports do: digits in groups, three decimals at
// most.
func Amount(n float64) string { return groupedFigure(capacity.Figure(n)) }

// bytesOf writes a number of bytes for a person.
func bytesOf(n float64) string { return size(uint64(max(0, min(n, 1<<63)))) }

// binaryUnit is the largest binary unit of which most holds at least one, so
// that the steps of an axis of bytes are round in it.
func binaryUnit(most float64) float64 {
	unit := 1.0
	for unit*1024 <= most && unit < 1<<60 {
		unit *= 1024
	}
	return unit
}
