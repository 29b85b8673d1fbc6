package capacity

// clientFormulas are those of "Supporting Many Concurrent Clients", and their
// sum.
var clientFormulas = []Formula{
	{
		ID: "plan.pop3-sessions", Title: "POP3 sessions at once",
		Unit: "sessions", Section: "Supporting Many Concurrent Clients",
		Expr:    popSessions,
		variant: popEstimate,
		also:    []string{"pop-peak"},
		meaning: meaning{by: "pop-peak", text: "The average over the period: at the busiest moment it is more, by the factor pop-peak. Few sessions, but each reads a whole mailbox from disk and sends it.", steps: []step{
			{over: 1, text: "The busiest moment, by the factor pop-peak. Few sessions, but each reads a whole mailbox from disk and sends it."},
		}},
	},
	{
		ID: "plan.imap-channels", Title: "IMAP and MAPI channels in use",
		Unit: "channels", Section: "Supporting Many Concurrent Clients",
		Expr:    "imap-users*imap-per-user",
		meaning: meaning{text: "Each takes a socket and a thread for as long as the client stays connected, idle or not. Some clients open several for one account."},
	},
	{
		ID: "plan.webuser", Title: "HTTP connections of WebUser sessions",
		Unit: "HTTP connections", Section: "Supporting Many Concurrent Clients",
		Expr:    webConnectionsShared,
		variant: webConnections,
		also:    []string{"webuser-keepalive"},
		meaning: meaning{by: "webuser-keepalive", text: "Without keep-alive a connection lasts for one request only: the guide counts 100 of them for 3,000 sessions.", steps: []step{
			{from: 1, text: "With keep-alive each session keeps at least one connection, with its thread, as long as it lasts."},
		}},
	},
	{
		ID: "plan.webuser-keepalive", Title: "Connections that keep-alive adds",
		Unit: "connections", Section: "Supporting Many Concurrent Clients",
		Expr:    "webuser-sessions - " + webConnectionsShared,
		when:    equal("webuser-keepalive", 1),
		also:    []string{"webuser-keepalive"},
		meaning: meaning{text: "On a busy server switch Support Keep-Alive off: pages come a little faster with it, at this price. Only frontends of a cluster offer it."},
	},
	{
		ID: "plan.sip", Title: "SIP calls on one CPU",
		Unit: "calls/s", Section: "Supporting Many Concurrent Clients",
		Expr: "sip-per-second/sip-cpus",
		meaning: meaning{text: "One CPU signals 100 calls/s and more. Relayed media, NAT traversal and PBX functions take far more of it: measure these.", steps: []step{
			{over: 100, text: "More than the 100 calls/s that the guide promises of one CPU for signalling alone: measure, spread the calls over more CPUs, and raise the number of SIP Server, SIP Client and Signal processors. Each is a thread that always exists."},
		}},
	},
	{
		ID: "plan.media-sockets", Title: "Sockets of relayed media",
		Unit:    "sockets",
		Expr:    "4*calls",
		meaning: meaning{text: "RTP and RTCP on the two legs of each call. They are not part of connections: add them to other-connections, and keep the range of media ports that wide."},
	},
	{
		ID: "plan.connections", Title: "Connections at once",
		Unit: "connections", Section: "System Tuning",
		Expr:    popSessions + "+imap-users*imap-per-user+" + webConnectionsShared + "+smtp-in+smtp-out+other-connections",
		variant: connectionSum,
		when:    func(v Vars) bool { return !given("connections")(v) },
		meaning: meaning{text: "The sum of the clients in the plan. Descriptors, threads and kernel tables follow from it."},
	},
	{
		ID: "plan.channel-limits", Title: "Limits on channels",
		Unit: "channels", Section: "Supporting Many Concurrent Clients",
		Expr:  "C",
		round: up,
		meaning: meaning{text: "Set the channel limits of the protocols so that together they admit this many, and no more than half the descriptor limit or than the thread limit less the static threads. " +
			"Unused POP and IMAP channels cost nothing; the limit is what protects the server from a flood of connections."},
	},
}

// popEstimate leaves the peak factor out where the reader gave none.
func popEstimate(v Vars) Expr {
	if given("pop-peak")(v) {
		return popSessions
	}
	return "pop-users*pop-checks*pop-seconds/(pop-hours*3600)"
}
