package capacity

import "strings"

// Origin says where the value of a variable comes from.
type Origin string

const (
	Given    Origin = "given"
	Default  Origin = "default"
	FromDump Origin = "from the dump"
	Sum      Origin = "sum" // of other inputs; Working shows it
)

// A Var is the value of one variable of the formulas.
type Var struct {
	Value   float64
	Origin  Origin
	Unit    string
	Working string // of a Sum: "69.444 + 5000 = 5069.444"
}

// Vars holds the variables that have a value, by name: those of the formulas
// (C, T, Rin, ...) and every plan key that is given or has a fixed default.
type Vars map[string]Var

// variables are the names that formulas use for plan keys.
var variables = []struct{ name, key string }{
	{"C", "connections"}, {"T", "threads"},
	{"Rin", "new-per-second"}, {"Rout", "outgoing-per-second"}, {"Rclose", "closes-per-second"},
	{"calls", "sip-calls"}, {"Qdns", "dns-per-second"},
	{"TIME_WAIT_s", "time-wait"}, {"rtt", "rtt"}, {"stall", "stall"}, {"static", "static-threads"},
}

// dnsTimeout is how long an unanswered DNS query keeps its port, in seconds,
// where nothing else is known.
const dnsTimeout = 5

// KeyOf returns the plan key behind a variable of the formulas, empty for
// those that only a dump can state.
func KeyOf(variable string) string {
	for _, v := range variables {
		if v.name == variable {
			return v.key
		}
	}
	if LookupKey(variable) != nil {
		return variable
	}
	return ""
}

// Vars returns every variable that the plan gives a value, defaults included.
// What only a dump can state (msl, rmem_default, maxfiles_lim, and TIME_WAIT_s
// where the plan is silent) is for the caller to add.
func (p Plan) Vars() Vars {
	v := Vars{"timeout_s": {Value: dnsTimeout, Origin: Default, Unit: "seconds"}}
	for i := range Keys {
		k := &Keys[i]
		if n, ok := p.given[k.Name]; ok {
			v[k.Name] = Var{Value: n, Origin: Given, Unit: k.Unit}
		} else if k.fixed {
			v[k.Name] = Var{Value: k.value, Origin: Default, Unit: k.Unit}
		}
	}
	p.sumConnections(v)
	p.sumThreads(v)
	for _, name := range variables {
		if x, ok := v[name.key]; ok {
			v[name.name] = x
		}
	}
	return v
}

// sumConnections gives connections the sum of the protocols' keys, where at
// least one of them is given and connections is not.
func (p Plan) sumConnections(v Vars) {
	if _, ok := p.given["connections"]; ok {
		return
	}
	x := connectionSum(v)
	if x.IsZero() {
		return
	}
	n, working, _ := parse(x).eval(v)
	v["connections"] = Var{Value: n, Origin: Sum, Unit: "connections", Working: working}
}

// connectionSum adds up the protocols whose keys are given; it is empty where
// none is.
func connectionSum(v Vars) Expr {
	var terms []string
	for _, t := range protocols {
		if given(t.key)(v) {
			terms = append(terms, string(t.connections(v)))
		}
	}
	return Expr(strings.Join(terms, "+"))
}

// protocols turn inputs into connections open at once. SIP is not among them:
// its signalling shares few sockets, and the media of relayed calls is counted
// by formulas of its own (the variable calls).
var protocols = []struct {
	key         string
	connections func(Vars) Expr
}{
	{"pop-users", func(Vars) Expr { return popSessions }},
	{"imap-users", func(Vars) Expr { return "imap-users*imap-per-user" }},
	{"webuser-sessions", webConnections},
	{"smtp-in", func(Vars) Expr { return "smtp-in" }},
	{"smtp-out", func(Vars) Expr { return "smtp-out" }},
	{"other-connections", func(Vars) Expr { return "other-connections" }},
}

// popSessions is the guide's estimate of POP3 sessions open at once, times the
// reader's peak factor. Guide, "Supporting Many Concurrent Clients".
const popSessions = "pop-users*pop-checks*pop-seconds*pop-peak/(pop-hours*3600)"

// webConnectionsShared are the HTTP connections of WebUser sessions: the guide
// lets 30 of them share one.
const webConnectionsShared = "webuser-sessions/30"

func webConnections(v Vars) Expr {
	if v["webuser-keepalive"].Value == 1 {
		return "webuser-sessions"
	}
	return webConnectionsShared
}

// sumThreads gives threads one a connection and the static ones.
func (p Plan) sumThreads(v Vars) {
	if _, ok := p.given["threads"]; ok {
		return
	}
	if _, ok := v["connections"]; !ok {
		return
	}
	n, working, _ := parse("connections+static-threads").eval(v)
	v["threads"] = Var{Value: n, Origin: Sum, Unit: "threads", Working: working}
}
