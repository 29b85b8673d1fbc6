package capacity

// A Result is one figure of the plan, as the report and headroom plan show it.
type Result struct {
	ID       string // plan key or plan.* rule it stands for
	Title    string
	Value    float64
	Unit     string
	Equation string // the formula with the names of its inputs; empty for a value of the plan
	Working  string // the same with the figures put in; empty for a given value
	Section  string // of the guide; empty when it has none
	Origin   Origin // of a value of the plan; empty for the result of a formula

	Meaning  string   // a sentence or two on what to do with it
	Note     string   // where the guide's own figure or reasoning is off, or its edition matters
	Defaults []string // inputs that were not given, each as "stack-kb 128"
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
		results = append(results, Result{
			ID: d.key, Title: d.title, Value: x.Value, Unit: x.Unit,
			Working: x.Working, Section: d.section, Origin: x.Origin,
		})
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
