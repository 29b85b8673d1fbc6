package report

import (
	"math"
	"strconv"

	"headroom/advisor/capacity"
	"headroom/advisor/dump"
	"headroom/advisor/remedy"
	"headroom/advisor/rule"
)

// A language holds every text of a report that is not the catalogue's. Whole
// sentences are functions of their figures, so that a translation can order
// the parts as it needs to.
type language struct {
	holds    func(connections uint64, planned float64, limit, place string) string // planned may be 0, place empty
	toFix    func(n int) string
	toReview func(n int) string
	nothing  string // to fix or review
	unjudged string // nothing was judged at all

	whatSystem string // where the text does not say it
	outside    func(system string) string

	resources map[string]string // a Limit's resource as the subject of a sentence
	verdicts  map[rule.Verdict]string
	headings  map[rule.Verdict]string
	count     func(v rule.Verdict, n int) string

	onLine, onLineOf func(line int, file string) string
	span             func(from, to int) string
	partsLead        string
	partsMend        string // where a part can be left out
	moreParts        func(n int) string
	leaveOut         string
	asTheTextSays    string
	really           func(span string) string
	said             func(title string, understood, total int) string
	told             func(span, title string, understood, total int) string
	otherHost        func(name, place string) string
	otherSystem      func(name, place string) string
	otherMemory      func(planned, has float64) string // MiB
	otherSwap        func(planned, has float64) string // MiB
	otherTimeWait    func(planned, has float64) string // seconds
	otherStack       func(planned, has float64) string // KiB
	noDescriptors    string
	foreign          func(setting string, more int, system, place, host string) string
	bsd              string
	orInstead        func(path string) string
	optionOf         func(rule string) string
	scope            func(s dump.Setting) string
	file             func(number int) string
	understood       func(understood, total int) string
	cpus             func(n int) string
	memory           func(size string) string
	unknownSystem    string

	setting, found, wanted, why, risk, working, mendedBy, optional, alsoIn, shownBy, guidePage, boundBy string
	reasons, binds, how, or                                                                             string

	planned func(demand string) string

	acceptedHeading string
	accepted        func(n int) string
	grant           func(until, reason string) string // until may be empty
	expired         func(rule, until, reason string) string
	stale           func(rule, reason string) string

	files, filesLead, apply, backup, verify, undo, copy string
	download, downloadAll                               string
	changes                                             func(gone, come int) string
	instead                                             func(path string) string
	restart                                             map[remedy.Restart]string

	needed, neededLead string
	unread, unreadLead string
	unreadCount        func(n int) string
	moreUnread         func(n int) string
	near               func(name string) string
	notUnderstood      string
	lineGoesOn         func(left int) string
	excerpt            func(around int) string
	leftOut            func(lines int) string
	bindsFirst, rule   string
	noCapacity         string

	printed                    []printing // the ways to take a report along
	further, limits, annotated string     // the parts of a page
}

// A printing is a form in which the page hands a report on.
type printing struct{ format, label string }

// words is the language of every report.
var words = language{
	holds:    holds,
	toFix:    func(n int) string { return number(n) + " " + plural(uint64(n), "setting") + " to fix" },
	toReview: func(n int) string { return "Nothing to fix; " + number(n) + " to review" },
	nothing:  "Nothing to fix or review in what was shown",
	unjudged: "Nothing shown here says how the host is set; what to collect is listed below",

	whatSystem: "The text does not say what system it comes from: add the output of uname -a, or name the system",
	outside:    func(system string) string { return "There is no advice here for " + system },

	resources: map[string]string{
		"descriptors":         "the descriptor limit",
		"open files":          "the system-wide limit of open files",
		"threads":             "the thread limit",
		"hash table":          "the size of the socket hash table",
		"outgoing ports":      "the range of outgoing ports",
		"TIME_WAIT":           "the limit of sockets in TIME_WAIT",
		"tracked connections": "the connection tracking table",
		"memory":              "the memory for thread stacks",
		"sockets":             "the system-wide limit of sockets",
		"mbufs":               "the limit of network buffers",
		"data segment":        "the data segment of the server",
	},
	verdicts: map[rule.Verdict]string{
		rule.Fix: "fix", rule.Review: "review", rule.OK: "ok",
		rule.InfoOnly: "info", rule.Unseen: "not seen", rule.Superseded: "superseded",
	},
	headings: map[rule.Verdict]string{
		rule.Fix: "To fix", rule.Review: "To review", rule.OK: "In order",
		rule.InfoOnly: "For information", rule.Unseen: "Not seen", rule.Superseded: "Not used on this release",
	},
	count: countOf,

	onLine:    func(line int, _ string) string { return "line " + number(line) },
	span:      func(from, to int) string { return "lines " + number(from) + " to " + number(to) },
	partsLead: "What each part of the text was taken for.",
	partsMend: "Where it is wrong, say beside the part what it really is, and take it back by choosing “as the text says”. A part that is no setting of this host can be left out; another system can be chosen above.",
	moreParts: func(n int) string { return "and " + number(n) + " more parts" },
	leaveOut:  "Leave out",

	asTheTextSays: "as the text says",
	really:        func(span string) string { return "Read " + span + " as" },
	said: func(title string, n, total int) string {
		return "you said: " + title + howMuch(n, total)
	},
	told: func(span, title string, n, total int) string {
		return "Read as you said: " + span + " as " + title + howMuch(n, total) + "."
	},
	otherHost: func(name, place string) string {
		return "The text shows another host, too: " + name + ", from " + place + " on. Its settings are left out here: check each host by itself."
	},
	otherSystem: func(name, place string) string {
		return "The text speaks of " + name + ", too, on " + place + ": what is of which system cannot be told. Check each host by itself, or choose the system."
	},
	noDescriptors: "the server's descriptor limit is not shown, and may stop it before",
	foreign: func(setting string, more int, system, place, host string) string {
		what := setting + " on " + place + " is a setting of " + system + ", and counts"
		if more > 0 {
			what = setting + " on " + place + " and " + number(more) + " more are settings of " + system + ", and count"
		}
		return what + " for nothing here: the host is taken for " + host + ". If the text is of several hosts, check each by itself."
	},
	bsd: "FreeBSD or macOS",
	otherMemory: func(planned, has float64) string {
		return "The plan gives the host " + size(uint64(planned)<<20) + " of memory, and that counts here; the text shows " + size(uint64(has)<<20) + "."
	},
	otherSwap: func(planned, has float64) string {
		return "The plan gives the host " + size(uint64(planned)<<20) + " of swap, and that counts here; the text shows " + size(uint64(has)<<20) + "."
	},
	otherStack: func(planned, has float64) string {
		return "The plan gives a thread " + capacity.Figure(planned) + " KiB of stack; on this host it is " + capacity.Figure(has) + " KiB, and that counts here."
	},
	otherTimeWait: func(planned, has float64) string {
		return "The plan has TIME_WAIT last " + capacity.Figure(planned) + " s; on this host it lasts " + capacity.Figure(has) + " s, and that counts here."
	},
	scope: scopeOf,

	onLineOf: func(line int, file string) string { return "line " + number(line) + " of " + file },
	file:     func(n int) string { return "file " + number(n) },
	understood: func(n, total int) string {
		return figure(uint64(n)) + " of " + figure(uint64(total)) + " lines understood"
	},
	cpus:          func(n int) string { return number(n) + " " + plural(uint64(n), "CPU") },
	memory:        func(size string) string { return size + " memory" },
	unknownSystem: "operating system not known",

	setting: "Setting", found: "Found", wanted: "Wanted", why: "Why", risk: "What can go wrong",
	working: "Formula", mendedBy: "Mended in", optional: "If you decide to change it:", alsoIn: "And in",
	orInstead: func(path string) string { return "Or, instead of " + path + ":" },
	optionOf:  func(rule string) string { return "The change that is shown for " + rule + " settles this, too" },
	shownBy:   "Shown by", guidePage: "In the guide", boundBy: "Bound by",
	reasons: "Why, and what can go wrong", binds: "Holds back", how: "Apply, check and undo", or: " or",

	planned: func(demand string) string { return "with a plan, " + demand },

	acceptedHeading: "Accepted, not counted",
	accepted:        func(n int) string { return number(n) + " accepted" },
	grant: func(until, reason string) string {
		if until != "" {
			return "Accepted until " + until + ": " + reason
		}
		return "Accepted: " + reason
	},
	expired: func(rule, until, reason string) string {
		return rule + " was accepted until " + until + " and counts again. The reason was: " + reason
	},
	stale: func(rule, reason string) string {
		return rule + " is accepted, but there is nothing to accept any more: take the line out. The reason was: " + reason
	},

	files:     "Files to put on the server",
	filesLead: "Keep a copy of what is there now; each file says how.",
	apply:     "Apply", backup: "Keep", verify: "Check", undo: "Undo", copy: "Copy",
	download: "Download", downloadAll: "Download all as a zip",
	changes: func(gone, come int) string {
		return "What changes in your file: " + number(gone) + " " + plural(uint64(gone), "line") + " out, " + number(come) + " in"
	},
	instead: func(path string) string { return "An alternative to " + path + ": take one of the two" },
	restart: map[remedy.Restart]string{
		remedy.None:    "Takes effect at once, no restart",
		remedy.Service: "Needs a restart of CommuniGate Pro",
		remedy.Reboot:  "Needs a reboot of the host",
	},

	needed: "What I still need", neededLead: "Run these on the host, and add what they print:",
	unread: "Lines not understood", unreadLead: "What is not understood is left out of the judgement.",
	unreadCount:   func(n int) string { return number(n) + " " + plural(uint64(n), "line") + " not understood." },
	moreUnread:    func(n int) string { return "and " + number(n) + " more" },
	near:          func(name string) string { return "did you mean " + name + "?" },
	notUnderstood: "not understood",
	excerpt: func(around int) string {
		return "The text is long: shown are the lines that something is said of, with " + number(around) + " above and below each."
	},
	leftOut: func(lines int) string { return "… " + figure(uint64(lines)) + " " + plural(uint64(lines), "line") },
	lineGoesOn: func(left int) string {
		return "… and " + figure(uint64(left)) + " more " + plural(uint64(left), "character")
	},
	bindsFirst: "binds first", rule: "Rule",
	noCapacity: "What was shown names no limit that bounds the connections.",

	printed: []printing{{"markdown", "Copy for a ticket"}, {"html", "Save as a page"}, {"json", "Save as JSON"}},
	further: "Further down:", limits: "Headroom of each limit", annotated: "Your text, annotated",
}

// holds is the answer where a limit binds, and whether it leaves room for the
// plan.
func holds(n uint64, planned float64, limit, place string) string {
	if place != "" {
		limit += " on " + place
	}
	said := "This host holds about " + figure(n) + " " + plural(n, "connection")
	asked := figure(uint64(math.Ceil(planned)))
	switch {
	case planned <= 0:
		return said + "; " + limit + " stops it first"
	case float64(n) < planned:
		return said + ", the plan asks for " + asked + "; " + limit + " stops it first"
	}
	return said + ", enough for the " + asked + " of the plan; " + limit + " would stop it first"
}

// howMuch of what was said to be something was understood as that, where it is not
// all.
func howMuch(understood, total int) string {
	switch understood {
	case total:
		return ""
	case 0:
		return "; no line understood as that"
	}
	return "; " + figure(uint64(understood)) + " of " + figure(uint64(total)) + " lines understood as that"
}

// scopeOf is what kind of statement a setting is.
func scopeOf(s dump.Setting) string {
	switch {
	case s.Scope == dump.Running:
		return "values in force"
	case s.Scope == dump.Shell:
		return "limits of a shell"
	case s.Scope == dump.Process:
		return "limits of a process"
	case s.Path != "":
		return "set by " + s.Path
	}
	return "what is to be set"
}

func countOf(v rule.Verdict, n int) string {
	switch v {
	case rule.Fix:
		return number(n) + " to fix"
	case rule.Review:
		return number(n) + " to review"
	case rule.OK:
		return number(n) + " in order"
	case rule.InfoOnly:
		return number(n) + " for information"
	case rule.Unseen:
		return number(n) + " not seen"
	default:
		return number(n) + " not used on this release"
	}
}

func plural(n uint64, word string) string {
	if n == 1 {
		return word
	}
	return word + "s"
}

func fileNumber(file int) string { return words.file(file + 1) }

func number(n int) string { return strconv.Itoa(n) }

// figure writes a count for a person: digits in groups of three from five
// digits on.
func figure(n uint64) string { return grouped(strconv.FormatUint(n, 10)) }

func grouped(digits string) string {
	if len(digits) < 5 {
		return digits
	}
	s := digits[:len(digits)%3]
	for rest := digits[len(digits)%3:]; rest != ""; rest = rest[3:] {
		if s != "" {
			s += ","
		}
		s += rest[:3]
	}
	return s
}

// size writes a number of bytes for a person, in the largest binary unit that
// leaves a number of at least one, rounded to a tenth.
func size(bytes uint64) string {
	units := []string{"bytes", "KiB", "MiB", "GiB", "TiB", "PiB", "EiB"}
	value, unit := float64(bytes), 0
	for value >= 1024 && unit < len(units)-1 {
		value /= 1024
		unit++
	}
	s := strconv.FormatFloat(value, 'f', 1, 64)
	if s[len(s)-2:] == ".0" {
		s = s[:len(s)-2]
	}
	return s + " " + units[unit]
}
