package capacity

// domainFormulas are those of "Serving Large Domains".
var domainFormulas = []Formula{
	{
		ID: "plan.account-subdirectories", Title: "Accounts in one directory",
		Unit: "accounts in the largest domain", Section: "Serving Large Domains",
		Expr: "accounts",
		Note: "Editions 5.1 to 6.0 of the guide name 10,000 accounts, editions 6.1 to 6.4 name 5,000.",
		meaning: meaning{text: "A flat domain directory will do. Where the file system searches directories entry by entry, measure from 1,000 accounts on.", steps: []step{
			{from: 5000, text: "Editions 6.1 to 6.4 of the guide advise Account Subdirectories for this many accounts; edition 5.1 does so from 10,000 on."},
			{from: 10000, text: "Use Account Subdirectories. A flat directory is no trouble only where the file system hashes its entries; such systems serve more than 50,000."},
		}},
	},
	{
		ID: "plan.domain-subdirectories", Title: "Domains in one directory",
		Unit: "domains", Section: "Serving Large Domains",
		Expr: "domains",
		meaning: meaning{text: "One flat directory of domains will do.", steps: []step{
			{from: 2000, text: "Use Domain Subdirectories: this directory grows slow for the same reason as one with too many accounts."},
		}},
	},
	{
		ID: "plan.volumes", Title: "Directories on several volumes",
		Unit: "directory entries", Section: "Serving Large Domains",
		Expr: "accounts",
		variant: func(v Vars) Expr {
			if atLeast("accounts", manyAccounts)(v) {
				return "accounts"
			}
			return "domains"
		},
		when: func(v Vars) bool { return atLeast("accounts", manyAccounts)(v) || atLeast("domains", manyDomains)(v) },
		also: []string{"domains"},
		meaning: meaning{text: "Where one volume is too small or too slow, move subdirectories or whole domain directories to another, " +
			"and leave a symbolic link in the old place."},
	},
}

// The entries of one directory from which the guide's edition 5.1 advises
// subdirectories.
const (
	manyAccounts = 10000
	manyDomains  = 2000
)

// localFormulas are those of "Handling High-Volume Local Delivery".
var localFormulas = []Formula{
	{
		ID: "plan.local-delivery", Title: "Messages for local accounts",
		Unit: "messages/s", Section: "Handling High-Volume Local Delivery",
		Expr: "local-per-second",
		meaning: meaning{text: "At this rate the guide sees no need for more Local Delivery processors.", steps: []step{
			{over: 1, text: "Watch the queue of Local Delivery: when it passes 200 to 300 messages and still grows, add processors. A queue that stays at 200 with 10 processors is no reason to."},
		}},
	},
	{
		ID: "plan.local-delivery-rate", Title: "What the Local Delivery processors deliver",
		Unit: "messages/s", Section: "Handling High-Volume Local Delivery",
		Expr:    "processors*processor-rate",
		meaning: meaning{text: "When more messages arrive than this, the queue grows. The guide's example, 200 messages delivered in 1 to 2 s by 10 processors, means 10 to 20 messages/s each."},
	},
	{
		ID: "plan.local-delivery-latency", Title: "Wait in the Local Delivery queue",
		Unit: "seconds", Section: "Handling High-Volume Local Delivery",
		Expr:    "queue/local-per-second",
		variant: latency,
		meaning: meaning{by: "queue", text: "A queue of this length is no reason for more processors.", steps: []step{
			{over: 200, text: "Add processors only if the queue still grows. One that has settled at this length costs this wait and no more."},
		}},
	},
	{
		ID: "plan.storage-processors", Title: "Local Delivery processors needed",
		Unit: "processors", Section: "Handling High-Volume Local Delivery",
		Expr:    "local-per-second/processor-rate",
		also:    []string{"processors"},
		round:   up,
		meaning: meaning{first: enoughProcessors, text: "Ask the storage vendor how many parallel writes from one host are best: some NFS arrays deliver faster with 100 processors than with 10. Each processor is a thread that always exists, so vastly more are a waste."},
	},
	{
		ID: "plan.conservative-info-updates", Title: "Conservative Info Updates",
		Unit: "messages/s", Section: "Handling High-Volume Local Delivery",
		Expr:    "local-per-second",
		when:    above("local-per-second", 1),
		meaning: meaning{text: "If the disks are the bottleneck, switch Use Conservative Info Updates off (WebAdmin, Settings, Others, Local Account Manager): it saves file operations."},
	},
}

// latency takes the messages delivered a second where they are known, else
// what the processors can deliver.
func latency(v Vars) Expr {
	_, rate := v["local-per-second"]
	_, processors := v["processors"]
	if !rate && processors {
		return "queue/(processors*processor-rate)"
	}
	return "queue/local-per-second"
}

// enoughProcessors compares what is needed with what is configured.
func enoughProcessors(v Vars, needed float64) string {
	switch x, ok := v["processors"]; {
	case !ok:
		return ""
	case x.Value < ceil(needed):
		return "The processors of the plan are fewer: more messages arrive than they deliver, and the queue grows."
	}
	return "The processors of the plan keep up."
}

// smtpFormulas are those of "Handling High-Volume SMTP Delivery".
var smtpFormulas = []Formula{
	{
		ID: "plan.smtp-dns", Title: "SMTP load on DNS",
		Unit: "messages/s", Section: "Handling High-Volume SMTP Delivery",
		Expr: "smtp-per-second",
		meaning: meaning{text: "Below the load from which the guide looks after DNS.", steps: []step{
			{over: 50, text: "Make sure that the DNS servers bear this load and that few UDP packets are lost on the way; let routers prefer UDP to TCP. " +
				"Try several values of Concurrent Requests of the DNS Resolver, and measure: from 10 to 20 on, some DNS servers get slower."},
		}},
	},
	{
		ID: "plan.dns-sockets", Title: "DNS queries that wait for an answer",
		Unit:    "sockets",
		Expr:    "dns-per-second*timeout_s",
		round:   up,
		meaning: meaning{text: "At worst, when no server answers, this many UDP ports are taken at once: each query keeps one for timeout_s seconds."},
	},
	{
		ID: "plan.smtp-bandwidth", Title: "Bandwidth of the SMTP channels",
		Unit: "bit/s", Section: "Handling High-Volume SMTP Delivery",
		Expr: "channels*channel-kbits*1000",
		also: []string{"message-kb"},
		Note: "The guide's example, 500 channels of 512 kbit/s, makes 256 Mbit/s; the guide prints 250.",
		meaning: meaning{by: "message-kb", unknown: "What leaves the site if every channel sends data at the same time: it counts where messages are larger than 20 KB on average.", text: "What leaves the site if every channel sends data at the same time. With messages of this size channels mostly wait for the other side, so the traffic is far less.", steps: []step{
			{over: 20, text: "Messages of this size keep the channels sending: choose no more channels than the link to the Internet can carry."},
		}},
	},
	{
		ID: "plan.plugin-tmpfs", Title: "Temporary files of message filters",
		Unit: "messages/s", Section: "Handling High-Volume SMTP Delivery",
		Expr: "smtp-per-second",
		when: above("smtp-per-second", 50),
		meaning: meaning{text: "Where filters check each message and there is memory to spare, put their temporary files on a tmpfs, with a size. " +
			"It must never hold the only copy of a message; the Queue stays on disk."},
	},
}
