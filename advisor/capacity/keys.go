package capacity

// A Key is one input of the planner.
type Key struct {
	Name     string
	Unit     string // of the value; empty for a factor
	Min, Max float64
	Only     []float64 // the values it can have; nil where the range says all
	Default  string    // as people read it; empty when there is none
	Meaning  string

	// value is the default as a number. It counts only where fixed is
	// true: other defaults come from further inputs or from the dump.
	value float64
	fixed bool
}

// Keys are all inputs of the planner, in the order of the form. They are the
// public surface of -plan, of the page's form and of its links.
var Keys = []Key{
	{Name: "pop-users", Unit: "users", Max: 1e9, Meaning: "users who fetch their mail with POP3"},
	{Name: "pop-checks", Unit: "checks a user", Max: 1e4, Default: "2", value: 2, fixed: true, Meaning: "how often each of them looks for mail within pop-hours"},
	{Name: "pop-seconds", Unit: "seconds a check", Min: 0.1, Max: 3600, Default: "15", value: 15, fixed: true, Meaning: "how long one check keeps its connection"},
	{Name: "pop-hours", Unit: "hours", Min: 0.1, Max: 24, Default: "12", value: 12, fixed: true, Meaning: "the part of the day in which the checks fall"},
	{Name: "pop-peak", Min: 1, Max: 100, Default: "1", value: 1, fixed: true, Meaning: "the busiest moment over the average, as a factor"},
	{Name: "imap-users", Unit: "users at once", Max: 1e9, Meaning: "IMAP and MAPI users connected at the same time"},
	{Name: "imap-per-user", Unit: "connections each", Min: 1, Max: 100, Default: "1", value: 1, fixed: true, Meaning: "connections that one such client keeps open"},
	{Name: "webuser-sessions", Unit: "sessions", Max: 1e9, Meaning: "WebUser sessions open at the same time"},
	{Name: "webuser-keepalive", Only: []float64{0, 1}, Max: 1, Default: "0", value: 0, fixed: true, Meaning: "1 where HTTP keep-alive is on: each session then holds a connection"},
	{Name: "smtp-in", Unit: "connections at once", Max: 1e7, Meaning: "SMTP connections coming in"},
	{Name: "smtp-out", Unit: "connections at once", Max: 1e7, Meaning: "SMTP connections going out"},
	{Name: "smtp-per-second", Unit: "messages/s", Max: 1e6, Meaning: "messages relayed by SMTP"},
	{Name: "channels", Unit: "channels", Max: 1e6, Meaning: "SMTP sending channels"},
	{Name: "channel-kbits", Unit: "kbit/s", Max: 1e6, Meaning: "bandwidth of the link behind one channel"},
	{Name: "message-kb", Unit: "KB", Max: 1e6, Meaning: "mean size of a message"},
	{Name: "sip-per-second", Unit: "calls/s", Max: 1e6, Meaning: "new SIP calls"},
	{Name: "sip-cpus", Unit: "CPUs", Max: 1e6, Default: "1", value: 1, fixed: true, Meaning: "CPUs that share the signalling"},
	{Name: "sip-calls", Unit: "calls at once", Max: 1e6, Meaning: "calls whose media the server relays"},
	{Name: "other-connections", Unit: "connections", Max: 1e9, Default: "0", value: 0, fixed: true, Meaning: "whatever else is open at once: XMPP, LDAP, administration, media sockets"},
	{Name: "connections", Unit: "connections", Max: 1e9, Default: "the sum of the above", Meaning: "connections open at the same time at the peak: C"},
	{Name: "static-threads", Unit: "threads", Max: 1e9, Default: "0", value: 0, fixed: true, Meaning: "threads that live without a connection: Local Delivery, SIP and Signal processors"},
	{Name: "threads", Unit: "threads", Max: 1e9, Default: "connections + static-threads", Meaning: "threads of the server at the peak: T"},
	{Name: "new-per-second", Unit: "connections/s", Max: 1e7, Meaning: "new incoming connections: Rin"},
	{Name: "closes-per-second", Unit: "connections/s", Max: 1e7, Meaning: "connections that this host closes first: Rclose"},
	{Name: "outgoing-per-second", Unit: "connections/s", Max: 1e7, Meaning: "new outgoing connections to one remote address and port: Rout"},
	{Name: "dns-per-second", Unit: "queries/s", Max: 1e7, Meaning: "DNS queries: Qdns"},
	{Name: "stall", Unit: "seconds", Min: 0.001, Max: 60, Default: "1", value: 1, fixed: true, Meaning: "the longest time the server does not accept"},
	{Name: "rtt", Unit: "seconds", Min: 0.001, Max: 60, Default: "1", value: 1, fixed: true, Meaning: "a round trip, with a retransmission"},
	{Name: "time-wait", Unit: "seconds", Min: 1, Max: 600, Default: "from the dump, else the release's", Meaning: "how long a closed connection stays in TIME_WAIT"},
	{Name: "local-per-second", Unit: "messages/s", Max: 1e7, Meaning: "messages delivered to local accounts"},
	{Name: "queue", Unit: "messages", Max: 1e7, Meaning: "messages waiting for Local Delivery"},
	{Name: "processors", Unit: "processors", Max: 1e7, Meaning: "Local Delivery processors"},
	{Name: "processor-rate", Unit: "messages/s each", Max: 1e7, Default: "10", value: 10, fixed: true, Meaning: "what one of them delivers"},
	{Name: "accounts", Unit: "accounts", Max: 1e9, Meaning: "accounts in the largest domain"},
	{Name: "domains", Unit: "domains", Max: 1e9, Meaning: "domains on the server"},
	{Name: "ram-mb", Unit: "MiB", Max: 1e9, Default: "from the dump", Meaning: "memory of the host"},
	{Name: "swap-mb", Unit: "MiB", Max: 1e9, Default: "from the dump", Meaning: "swap space of the host"},
	{Name: "bits", Unit: "bits", Only: []float64{32, 64}, Min: 32, Max: 64, Default: "64", value: 64, fixed: true, Meaning: "width of the server's addresses"},
	{Name: "stack-kb", Unit: "KiB", Max: 1e9, Default: "128", value: 128, fixed: true, Meaning: "stack of one thread"},
}

// LookupKey returns the key of that name, nil when there is none.
func LookupKey(name string) *Key {
	for i := range Keys {
		if Keys[i].Name == name {
			return &Keys[i]
		}
	}
	return nil
}
