package capacity

// A Result is one figure of the plan, as the report and headroom plan show it.
type Result struct {
	ID      string // plan key or plan.* rule it stands for
	Title   string
	Value   float64
	Unit    string
	Working string // the formula with the figures put in; empty for a given value
	Section string // of the guide; empty when it has none
	Origin  Origin
}

// Demand returns what the plan asks of a host: connections, threads and rates,
// each with its working or its origin. It is empty without a plan, and a key
// that has no value is left out.
func (p Plan) Demand() []Result {
	if p.Empty() {
		return nil
	}
	v := p.Vars()
	var results []Result
	for _, d := range demands {
		x, ok := v[d.key]
		if !ok || x.Origin == Default {
			continue
		}
		results = append(results, Result{d.key, d.title, x.Value, x.Unit, x.Working, d.section, x.Origin})
	}
	return results
}

var demands = []struct{ key, title, section string }{
	{"connections", "Connections at once", "System Tuning"},
	{"threads", "Threads", "Estimating Resources Usage"},
	{"new-per-second", "New incoming connections", ""},
	{"closes-per-second", "Connections this host closes first", "TIME_WAIT"},
	{"outgoing-per-second", "New outgoing connections to one remote port", ""},
	{"dns-per-second", "DNS queries", "Handling High-Volume SMTP Delivery"},
	{"sip-calls", "Relayed calls at once", "Supporting Many Concurrent Clients"},
	{"time-wait", "TIME_WAIT", "TIME_WAIT"},
}
