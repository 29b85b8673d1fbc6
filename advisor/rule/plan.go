package rule

import "slices"

// planRules are the general rules, which a plan answers and no dump: each is
// the result of a formula of the same ID. They stand in the order of the
// guide.
var planRules = slices.Concat(planDelivery, planClients, planSystem, planMemory)

// Sources and places that several of them share.
const (
	guideScalability = "CommuniGate Pro Guide 5.1, Scalability"
	serverSettings   = "server settings / plan"
)

// planDelivery are about domains, local delivery and SMTP.
var planDelivery = []Rule{
	{
		ID: "plan.account-subdirectories", OS: "any", Setting: "account-subdirectories", Releases: "all",
		Unit: "accounts in the largest domain", Direction: Advise, Guide: "10000", Demand: "accounts", Kind: Guide,
		Title:   "Account Subdirectories",
		Why:     "Each account is an entry of its domain's directory. Where the file system keeps them as a plain list, every access searches it; hashed indexes serve more than 50,000 entries, plain lists may drag from 1,000 on.",
		Risk:    "Opening a mailbox gets slower with every account that is added.",
		Default: "Unless set, a domain is one flat directory. Editions 5.1 to 6.0 advise subdirectories from 10,000 accounts on, editions 6.1 to 6.4 from 5,000.",
		See:     "headroom plan accounts=12000", Set: serverSettings, Effect: "-", Section: "Serving Large Domains",
		Sources: []string{guideScalability, "CommuniGate Pro Guide 6.1 to 6.4, Scalability"},
	},
	{
		ID: "plan.domain-subdirectories", OS: "any", Setting: "domain-subdirectories", Releases: "all",
		Unit: "domains", Direction: Advise, Guide: "2000", Demand: "domains", Kind: Guide,
		Title:   "Domain Subdirectories",
		Why:     "All domains of the server or cluster are entries of one directory, which grows slow in the same way as one with too many accounts.",
		Risk:    "Every access to a domain pays for the length of the list.",
		Default: "Unless set, all domains share one flat directory.",
		See:     "headroom plan domains=3000", Set: serverSettings, Effect: "-", Section: "Serving Large Domains",
		Sources: []string{guideScalability},
	},
	{
		ID: "plan.volumes", OS: "any", Setting: "volumes", Releases: "all",
		Unit: "state", Direction: Advise, Guide: "symbolic links for moved subdirectories or domain directories", Kind: Guide,
		Title:   "Directories on several volumes",
		Why:     "Subdirectories and whole domain directories can live on other volumes, for space or for speed, as long as a symbolic link stands in their place.",
		Risk:    "One volume sets the pace of all domains. After a move, backups that do not follow symbolic links miss what was moved.",
		Default: "Unless you move some, all directories are on the volume of the base directory.",
		See:     "headroom plan domains=3000", Set: "file system", Effect: "-", Section: "Serving Large Domains",
		Sources: []string{guideScalability},
	},
	{
		ID: "plan.local-delivery", OS: "any", Setting: "local-delivery", Releases: "all",
		Unit: "messages/s", Direction: Advise, Guide: "1", Demand: "local-per-second", Kind: Guide,
		Title:   "Local Delivery processors",
		Why:     "Above one message a second the processors may fall behind. The sign is a queue of Local Delivery that passes 200 to 300 messages and still grows.",
		Risk:    "Too few: the queue and the wait grow. Too many: each is a thread with a stack that always exists.",
		Default: "A steady queue of 200 with 10 processors costs 1 to 2 seconds and is no reason for more.",
		See:     "headroom plan local-per-second=5", Set: serverSettings, Effect: "-", Section: "Handling High-Volume Local Delivery",
		Sources: []string{guideScalability},
	},
	{
		ID: "plan.local-delivery-latency", OS: "any", Setting: "local-delivery-latency", Releases: "all",
		Unit: "seconds", Direction: Formula, Guide: "queue/local-per-second", Kind: Guide,
		Title:   "Wait in the Local Delivery queue",
		Why:     "A message waits as long as it takes to deliver those before it. The guide's 1 to 2 seconds for 200 messages mean 100 to 200 messages a second, 10 to 20 for each of 10 processors.",
		Risk:    "A queue that grows has no fixed wait: it gets longer until the processors catch up.",
		Default: "The monitor of Local Delivery shows the queue.",
		See:     "headroom plan queue=200 local-per-second=100", Set: serverSettings, Effect: "-", Section: "Handling High-Volume Local Delivery",
		Sources: []string{guideScalability},
	},
	{
		ID: "plan.storage-processors", OS: "any", Setting: "storage-processors", Releases: "all",
		Unit: "processors", Direction: Advise, Guide: "10 to 100, by the storage vendor's optimum of parallel writes a host", Kind: Guide,
		Title:   "Processors and storage arrays",
		Why:     "Some storage, NFS arrays among it, delivers the same load better with 100 parallel writers than with 10. Its vendor knows the best number for one host.",
		Risk:    "Too few leave the array idle. Vastly more than it can use only cost stacks.",
		Default: "The planner counts 10 messages a second for one processor.",
		See:     "headroom plan local-per-second=150 processors=10", Set: serverSettings, Effect: "-", Section: "Handling High-Volume Local Delivery",
		Sources: []string{guideScalability},
	},
	{
		ID: "plan.conservative-info-updates", OS: "any", Setting: "conservative-info-updates", Releases: "all",
		Unit: "state", Direction: Advise, Guide: "off when heavily loaded", Kind: Guide,
		Title:   "Use Conservative Info Updates",
		Why:     "With the option off, the server updates account information with fewer file operations, which helps where the disks are the bottleneck.",
		Risk:    "On a loaded server the option keeps the disks busier than they need to be.",
		Default: "The option stands in WebAdmin under Settings, Others, Local Account Manager.",
		See:     "headroom plan local-per-second=5", Set: serverSettings, Effect: "-", Section: "Handling High-Volume Local Delivery",
		Sources: []string{guideScalability},
	},
	{
		ID: "plan.smtp-dns", OS: "any", Setting: "smtp-dns", Releases: "all",
		Unit: "messages/s", Direction: Advise, Guide: "50", Demand: "smtp-out", Kind: Guide,
		Title:   "DNS under high SMTP load",
		Why:     "Each message sent asks DNS. Above 50 messages a second the DNS servers must bear the queries, and lost UDP packets cost a wait each.",
		Risk:    "Slow answers hold the sending channels. With more than 10 to 20 concurrent requests some DNS servers get slower, so measure.",
		Default: "Concurrent Requests is set on the DNS Resolver page of the Network settings in WebAdmin.",
		See:     "headroom plan smtp-per-second=60", Set: serverSettings, Effect: "-", Section: "Handling High-Volume SMTP Delivery",
		Sources: []string{guideScalability},
	},
	{
		ID: "plan.smtp-bandwidth", OS: "any", Setting: "smtp-bandwidth", Releases: "all",
		Unit: "bit/s", Direction: Formula, Guide: "channels*link rate", Kind: Guide,
		Title:   "Bandwidth of the SMTP channels",
		Why:     "Where messages average more than 20 KB, channels spend their time sending data, and all of them together can fill the link of the site.",
		Risk:    "With the link full, every transfer slows down, those of the clients too.",
		Default: "500 channels to sites with 512 kbit/s make 256 Mbit/s; the guide rounds to 250.",
		See:     "headroom plan channels=500 channel-kbits=512", Set: serverSettings, Effect: "-", Section: "Handling High-Volume SMTP Delivery",
		Sources: []string{guideScalability},
	},
	{
		ID: "plan.plugin-tmpfs", OS: "any", Setting: "plugin-tmpfs", Releases: "all",
		Unit: "state", Direction: Advise, Guide: "tmpfs for filter temp files", Kind: Guide,
		Title:   "Temporary files of message filters in memory",
		Why:     "Virus and spam filters write each message to a temporary file. In a tmpfs these files never reach the disk, while the message itself stays in the Queue.",
		Risk:    "A tmpfs without a size can take all memory. A directory that holds the only copy of a message must stay on disk.",
		Default: "The filter's own configuration says where they stand.",
		See:     "headroom plan smtp-per-second=60", Set: serverSettings, Effect: "-", Section: "Handling High-Volume SMTP Delivery",
		Sources: []string{guideScalability},
	},
}
