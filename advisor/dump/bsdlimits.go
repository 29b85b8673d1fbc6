package dump

import "strings"

// A bsdLimit is a resource as login.conf, limits, procstat and the sysctl of
// NetBSD name it.
type bsdLimit struct {
	name string // of RLIMIT_ in lower case, "" for what is not listed
	size bool   // it is counted in bytes
}

var bsdLimits = table[bsdLimit]{rows: []row[bsdLimit]{
	{"cputime", bsdLimit{"cpu", false}},
	{"filesize", bsdLimit{"fsize", true}},
	{"datasize", bsdLimit{"data", true}},
	{"stacksize", bsdLimit{"stack", true}},
	{"coredumpsize", bsdLimit{"core", true}},
	{"memoryuse", bsdLimit{"rss", true}},
	{"memorylocked", bsdLimit{"memlock", true}},
	{"maxproc maxprocesses", bsdLimit{"nproc", false}},
	{"openfiles descriptors", bsdLimit{"nofile", false}},
	{"sbsize", bsdLimit{"sbsize", true}},
	{"vmemoryuse vmemorysize", bsdLimit{"as", true}},
	{"pseudo-terminals pseudoterminals", bsdLimit{"npts", false}},
	{"swapuse swapsize", bsdLimit{"swap", true}},
	{"kqueues", bsdLimit{"kqueues", false}},
	{"umtxp pipebuf maxthread maxlwp", bsdLimit{}},
}}

// halfOf parts "openfiles-max" into the resource and which of its limits it is.
// A name without the end is both.
func halfOf(word string) (limit bsdLimit, soft, hard, ok bool) {
	name, isHard := strings.CutSuffix(word, "-max")
	name, isSoft := strings.CutSuffix(name, "-cur")
	limit, ok = bsdLimits.get(name)
	return limit, !isHard, !isSoft, ok && !(isHard && isSoft)
}

// limitPair keeps a value as the soft limit, the hard one, or both.
func (p *page) limitPair(l *line, raw span, s Setting, soft, hard bool) {
	name := s.Name
	if soft {
		p.add(l, raw, s)
	}
	if hard {
		s.Name = name + ".hard"
		p.add(l, raw, s)
	}
}

// readHalves reads the rows of the program limits that tell soft and hard
// apart, "coredumpsize-max infinity kB", and its heading.
func readHalves(p *page, l *line) bool {
	t := l.text
	if strings.HasPrefix(t, "Resource limits") && t[len(t)-1] == ':' {
		return p.limitsHeading(l)
	}
	if i := strings.Index(t, headingOfLimits); i >= 0 && i < 100 {
		return p.limitsJoined(l, l.span().from(i+len(headingOfLimits)))
	}
	first, rest := l.span().word()
	if !strings.HasSuffix(first.text, "-max") && !strings.HasSuffix(first.text, "-cur") {
		return false
	}
	limit, soft, hard, ok := halfOf(first.text)
	raw, rest := rest.word()
	value, isValue := limitValue(raw.text, 1)
	if unit, known := rowSuffix(rest.text); known && isValue {
		value, isValue = limitValue(raw.text, unit)
	} else if rest.text != "" {
		return false
	}
	if !ok || !isValue {
		return false
	}
	p.tell(l, "rows of limits")
	if limit.name != "" {
		p.limitPair(l, raw, Setting{Name: "ulimit." + limit.name, Value: value, Scope: Shell, Owner: p.owner}, soft, hard)
	}
	return true
}

const headingOfLimits = "Resource limits (current): "

// limitsJoined reads rows of limits that stand on the line of their heading.
func (p *page) limitsJoined(l *line, s span) bool {
	words, read := s.words(), false
	for len(words) > 1 {
		limit, soft, hard, ok := halfOf(words[0].text)
		raw := words[1]
		unit := uint64(1)
		next := words[2:]
		if len(next) > 0 {
			if n, known := rowSuffix(next[0].text); known {
				unit, next = n, next[1:]
			}
		}
		value, isValue := limitValue(raw.text, unit)
		if !ok || !isValue {
			break
		}
		read = true
		if hard = hard && !soft; limit.name != "" {
			p.limitPair(l, raw, Setting{Name: "ulimit." + limit.name, Value: value, Scope: Shell, Owner: p.owner}, soft, hard)
		}
		words = next
	}
	return read && p.tell(l, "rows of limits")
}

// limitsHeading reads "Resource limits (current):" and "Resource limits for
// class staff:".
func (p *page) limitsHeading(l *line) bool {
	rest, ok := strings.CutSuffix(strings.TrimPrefix(l.text, "Resource limits"), ":")
	if !ok || len(rest) > 60 {
		return false
	}
	p.tell(l, "rows of limits")
	if words := strings.Fields(rest); len(words) >= 3 && words[0] == "for" {
		p.owner = words[2]
	}
	return true
}

// runLimits notes what the program limits is asked for.
func runLimits(p *page, c *call) {
	args := c.arguments()
	if len(args) > 0 && strings.HasPrefix(args[0].text, "-") {
		p.tell(c.line, "programs of FreeBSD")
	}
	for i, w := range args {
		switch w.text {
		case "-U", "-C":
			if i+1 < len(args) {
				p.owner = args[i+1].text
			}
		}
		if strings.HasPrefix(w.text, "-H") || w.text == "-aH" {
			p.hard = true
		}
	}
}

// processKey reads the limits that the sysctl of NetBSD gives of a process:
// "proc.curproc.rlimit.descriptors.soft = 128".
func (p *page) processKey(l *line, key string, value span) bool {
	rest, ok := strings.CutPrefix(key, "proc.")
	if !ok {
		return false
	}
	owner, rest, _ := strings.Cut(rest, ".")
	rest, ok = strings.CutPrefix(rest, "rlimit.")
	if !ok {
		return false
	}
	resource, half, _ := strings.Cut(rest, ".")
	limit := bsdLimits.of(resource)
	raw, _ := newValue(value).word()
	number, isValue := limitValue(raw.text, 1)
	if half != "soft" && half != "hard" || limit.name == "" || !isValue {
		return true
	}
	if owner == "curproc" {
		owner = "self"
	}
	s := Setting{Name: "ulimit." + limit.name, Value: number, Scope: Process, Owner: owner}
	if stated, _ := p.stated(l); stated.Scope == Configured {
		s.Scope, s.Path = Configured, stated.Path
	}
	p.limitPair(l, raw, s, half == "soft", half == "hard")
	return true
}
