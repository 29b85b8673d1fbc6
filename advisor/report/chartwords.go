package report

// A chartLanguage holds the texts of pictures.
type chartLanguage struct {
	figures string                // opens the table of a chart
	beyond  func(n string) string // a number that is greater still

	room     string
	roomLead func(planned string) string // planned may be empty
	plan     string

	planAndLimits, connections, beside string // heads of the bars' table
	planOf, bindingLimit               func(name string) string
	shares                             map[string]string // by plan key
	allows                             func(n, planned string) string
	limited                            func(limit string) string
	spare                              func(n string) string
	short                              func(n string) string
	slows                              string

	timeWait, seconds, sockets string
	timeWaitDesc               func(sockets, seconds string) string

	threads, threadCount, stacks string
	threadsDesc                  func(threads, bytes string) string
	ram, ramAndSwap, narrow      func(bytes string) string
	above                        func(levels string) string

	latency, queue, wait  string
	latencyDesc           func(queue, processors, seconds string) string
	processors, secondsOf func(n string) string
}

// chartWords is the language of every picture.
var chartWords = chartLanguage{
	figures: "The figures as a table",
	beyond:  func(n string) string { return "more than " + n },

	room:         "Headroom",
	planOf:       func(protocol string) string { return "Your plan, " + protocol },
	bindingLimit: func(limit string) string { return limit + ", binds first" },
	roomLead: func(planned string) string {
		if planned == "" {
			return "How many connections each limit allows. A bar that is cut goes on beyond the picture."
		}
		return "How many connections each limit allows; the line marks the " + planned + " of the plan. A bar that is cut goes on beyond the picture."
	},
	plan: "Your plan", planAndLimits: "plan and limits", connections: "connections", beside: "beside the plan",
	shares: map[string]string{
		"pop-users": "POP3", "imap-users": "IMAP and MAPI", "webuser-sessions": "WebUser", "smtp-in": "SMTP in",
		"smtp-out": "SMTP out", "other-connections": "other", "connections": "not told apart",
	},
	allows: func(n, planned string) string {
		if planned == "" {
			return n + " connections"
		}
		return n + " connections, " + planned + " planned"
	},
	limited: func(limit string) string { return "limit " + limit },
	spare:   func(n string) string { return "room for " + n + " more than planned" },
	short:   func(n string) string { return n + " short of the plan" },
	slows:   "beyond it the host slows down, and refuses nothing",

	timeWait: "Sockets in TIME_WAIT over time", seconds: "seconds", sockets: "sockets",
	timeWaitDesc: func(sockets, seconds string) string {
		return "The number grows for " + seconds + " seconds and then stays at " + sockets + "."
	},

	threads: "Memory of thread stacks", threadCount: "threads", stacks: "stacks",
	threadsDesc: func(threads, bytes string) string {
		return "The stacks of " + threads + " threads take " + bytes + "; the lines across are what they have to fit into."
	},
	ram:        func(bytes string) string { return "RAM, " + bytes },
	ramAndSwap: func(bytes string) string { return "RAM and swap, " + bytes },
	above:      func(levels string) string { return "further up: " + levels },
	narrow:     func(bytes string) string { return "a 32-bit process, " + bytes },

	latency: "Wait in the queue of Local Delivery", queue: "messages in the queue", wait: "seconds of waiting",
	latencyDesc: func(queue, processors, seconds string) string {
		return "With " + processors + " processors the last of " + queue + " messages waits " + seconds + " seconds; twice the processors halve the wait."
	},
	processors: func(n string) string {
		if n == "1" {
			return n + " processor"
		}
		return n + " processors"
	},
	secondsOf: func(n string) string { return n + " s" },
}
