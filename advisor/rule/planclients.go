package rule

import "headroom/advisor/capacity"

// planClients are about how many clients are connected at once.
var planClients = []Rule{
	{
		ID: "plan.pop3-sessions", OS: "any", Setting: "pop3-sessions", Releases: "all",
		Unit: "sessions", Direction: Formula, Guide: "users*checks*seconds/(hours*3600)", Kind: Guide,
		Title:   "POP3 sessions at once",
		Why:     "POP3 clients connect, fetch and leave, so few of very many are there at the same time: 100,000 users with two checks of 15 seconds in 12 hours make 69.4 sessions.",
		Risk:    "That is an average. Users come together in the morning, and each session reads from the disk: plan with a peak factor.",
		Default: "2 checks, 15 seconds, 12 hours, as in the guide's example; no peak factor.",
		See:     "headroom plan pop-users=100000 pop-peak=5", Set: serverSettings, Effect: "-", Section: "Supporting Many Concurrent Clients",
		Sources: []string{guideScalability},
	},
	{
		ID: "plan.imap-channels", OS: "any", Setting: "imap-channels", Releases: "all",
		Unit: "channels", Direction: Formula, Guide: "users online*connections each", Kind: Guide,
		Title:   "IMAP and MAPI channels in use",
		Why:     "These clients stay connected for hours, some with several connections for one account. Each connection takes a socket and a thread, idle or not.",
		Risk:    "A limit below it turns users away; counted as one a user it may be too low by half.",
		Default: "One connection each, unless the plan says more.",
		See:     "headroom plan imap-users=5000 imap-per-user=2", Set: serverSettings, Effect: "-", Section: "Supporting Many Concurrent Clients",
		Sources: []string{guideScalability},
	},
	{
		ID: "plan.channel-limits", OS: "any", Setting: "channel-limits", Releases: "all",
		Unit: "channels", Direction: Advise, Guide: "at most (descriptor limit)/2 and (thread limit)-static threads", Demand: capacity.C, Kind: Guide,
		Title:   "Limits on channels",
		Why:     "POP and IMAP channels come into being when they are used: 10,000 allowed and 2,000 used cost as much as 2,000. The limit is there to refuse a flood of connections before the system fails.",
		Risk:    "Above what the system bears, a peak or an attack makes the server unresponsive for those who are already connected.",
		Default: "A setting of each service; the guide names 10,000 as an example.",
		See:     "headroom plan connections=8192", Set: serverSettings, Effect: "-", Section: "Supporting Many Concurrent Clients",
		Sources: []string{guideScalability},
	},
	{
		ID: "plan.webuser", OS: "any", Setting: "webuser", Releases: "all",
		Unit: "HTTP connections", Direction: Formula, Guide: "sessions/30; keep-alive: 1 or more each", Kind: Guide,
		Title:   "HTTP connections of WebUser sessions",
		Why:     "A browser connects for one request and leaves; between two clicks a session has neither socket nor thread. 100 connections carry 3,000 sessions.",
		Risk:    "With keep-alive the ratio is lost: each session then holds one connection or more.",
		Default: "30 sessions share a connection.",
		See:     "headroom plan webuser-sessions=3000", Set: serverSettings, Effect: "-", Section: "Supporting Many Concurrent Clients",
		Sources: []string{guideScalability},
	},
	{
		ID: "plan.webuser-keepalive", OS: "any", Setting: "webuser-keepalive", Releases: "all",
		Unit: "state", Direction: Advise, Guide: "off on busy servers", Kind: Guide,
		Title:   "Support Keep-Alive of the WebUser Interface",
		Why:     "Pages answer a little faster when the connection is kept, but a session then holds it, with its thread, from login to logout.",
		Risk:    "On a busy server thirty times the connections for the same users.",
		Default: "Kept connections are offered by frontends of a cluster only.",
		See:     "headroom plan webuser-sessions=3000 webuser-keepalive=1", Set: serverSettings, Effect: "-", Section: "Supporting Many Concurrent Clients",
		Sources: []string{guideScalability},
	},
	{
		ID: "plan.sip", OS: "any", Setting: "sip", Releases: "all",
		Unit: "calls/s", Direction: Advise, Guide: "100 on one CPU, signalling only", Demand: capacity.Name("sip-calls"), Kind: Guide,
		Title:   "SIP calls",
		Why:     "Signalling is light: one CPU takes 100 new calls a second and more. Relayed media, NAT traversal and PBX functions take far more CPU, and need SIP Server, SIP Client and Signal processors enough.",
		Risk:    "Voice breaks up where CPU or processors are short. Each processor is a thread that always exists and costs a stack.",
		Default: "A rate, not calls at once: these are the rate times the mean length of a call, and count for media sockets, buffers and connection tracking.",
		See:     "headroom plan sip-per-second=150 sip-cpus=2", Set: serverSettings, Effect: "-", Section: "Supporting Many Concurrent Clients",
		Sources: []string{guideScalability},
	},
}
