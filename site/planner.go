package site

import (
	"strings"

	"headroom/advisor/capacity"
)

const plannerSummary = "What a CommuniGate Pro server needs of its host for the number of users you expect: every formula with its working."

// A planner is the form of the planner's page.
type planner struct {
	Groups  []planGroup
	Presets []preset
}

// A planGroup is inputs that belong together.
type planGroup struct {
	Title  string
	Fields []planField
}

// A preset is a plan to begin with. Its figures are an example of such a site,
// not advice.
type preset struct {
	Name, Title string
	Plan        string // as capacity.ParsePlan reads it
}

// planKeys are the keys of a plan with their ranges, for the script that takes a plan
// from an address.
func planKeys() string {
	var keys []string
	for i := range capacity.Keys {
		k := &capacity.Keys[i]
		keys = append(keys, k.Name+":"+capacity.Figure(k.Min)+":"+capacity.Figure(k.Max))
	}
	return strings.Join(keys, " ")
}

// theForm holds every input of the planner once.
var theForm = planner{Groups: planGroups, Presets: presets}

var planGroups = []planGroup{
	{Title: "Mail clients", Fields: []planField{
		field("POP3 users", "pop-users"), field("Checks by each", "pop-checks"), field("Length of a check", "pop-seconds"),
		field("Period of the checks", "pop-hours"), field("Peak over average", "pop-peak"),
		field("IMAP and MAPI users", "imap-users"), field("Connections by each", "imap-per-user"),
		field("WebUser sessions", "webuser-sessions"), field("HTTP keep-alive", "webuser-keepalive"),
	}},
	{Title: "SMTP", Fields: []planField{
		field("Incoming connections", "smtp-in"), field("Outgoing connections", "smtp-out"), field("Messages relayed", "smtp-per-second"),
		field("DNS queries", "dns-per-second"), field("Sending channels", "channels"), field("Bandwidth of a channel", "channel-kbits"),
		field("Mean message", "message-kb"),
	}},
	{Title: "SIP", Fields: []planField{
		field("New calls", "sip-per-second"), field("CPUs for signalling", "sip-cpus"), field("Calls with relayed media", "sip-calls"),
	}},
	{Title: "Local delivery", Fields: []planField{
		field("Messages delivered", "local-per-second"), field("Messages waiting", "queue"), field("Processors", "processors"),
		field("Rate of a processor", "processor-rate"),
	}},
	{Title: "Accounts and domains", Fields: []planField{
		field("Accounts in the largest domain", "accounts"), field("Domains", "domains"),
	}},
	{Title: "Totals", Fields: []planField{
		field("Other connections", "other-connections"), field("All connections", "connections"), field("Static threads", "static-threads"),
		field("All threads", "threads"),
	}},
	{Title: "Connections by the second", Fields: []planField{
		field("New incoming", "new-per-second"), field("Closed by this host", "closes-per-second"), field("New outgoing", "outgoing-per-second"),
		field("TIME_WAIT", "time-wait"), field("Longest accept stall", "stall"), field("Round trip", "rtt"),
	}},
	{Title: "The host", Fields: []planField{
		field("RAM", "ram-mb"), field("Swap", "swap-mb"), field("Address width", "bits"), field("Stack of a thread", "stack-kb"),
	}},
}

var presets = []preset{
	{"office", "Small office", "imap-users=60,imap-per-user=3,webuser-sessions=20,smtp-in=10,smtp-out=10,smtp-per-second=1," +
		"local-per-second=1,queue=20,processors=1,accounts=80,domains=2,new-per-second=5,closes-per-second=5,time-wait=60,ram-mb=8192,swap-mb=4096"},
	{"isp", "ISP with POP3", "pop-users=100000,pop-checks=4,pop-peak=3,webuser-sessions=3000,smtp-in=400,smtp-out=300,smtp-per-second=60,dns-per-second=150," +
		"local-per-second=50,queue=300,processors=20,accounts=100000,domains=40,new-per-second=120,closes-per-second=150,outgoing-per-second=40,time-wait=60,ram-mb=65536,swap-mb=4096"},
	{"imap", "Corporate IMAP", "imap-users=8000,imap-per-user=3,webuser-sessions=600,smtp-in=150,smtp-out=100,smtp-per-second=20,dns-per-second=40," +
		"local-per-second=20,queue=100,processors=10,accounts=9000,domains=5,new-per-second=60,closes-per-second=40,outgoing-per-second=10,time-wait=60,ram-mb=32768,swap-mb=4096"},
	{"webmail", "WebMail", "webuser-sessions=9000,webuser-keepalive=0,imap-users=500,smtp-in=200,smtp-out=150,smtp-per-second=25,dns-per-second=50," +
		"local-per-second=25,queue=150,processors=15,accounts=60000,domains=10,new-per-second=400,closes-per-second=400,outgoing-per-second=15,time-wait=60,ram-mb=65536,swap-mb=4096"},
	{"sip", "SIP", "sip-per-second=150,sip-cpus=2,sip-calls=1200,other-connections=4800,imap-users=1000,imap-per-user=2,smtp-in=30,smtp-out=20," +
		"static-threads=60,accounts=5000,domains=3,new-per-second=200,closes-per-second=100,time-wait=60,ram-mb=16384,swap-mb=4096"},
}
