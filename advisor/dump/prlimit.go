package dump

import "strings"

// prlimitNames are the resources as prlimit of util-linux names them.
var prlimitNames = table[string]{rows: []row[string]{
	{"AS", "as"}, {"CORE", "core"}, {"CPU", "cpu"}, {"DATA", "data"}, {"FSIZE", "fsize"}, {"LOCKS", "locks"}, {"MEMLOCK", "memlock"}, {"MSGQUEUE", "msgqueue"},
	{"NICE", "nice"}, {"NOFILE", "nofile"}, {"NPROC", "nproc"}, {"RSS", "rss"}, {"RTPRIO", "rtprio"}, {"RTTIME", "rttime"}, {"SIGPENDING", "sigpending"}, {"STACK", "stack"},
}}

// readPrlimit reads the table of prlimit in all its layouts: the resource
// first, then perhaps a description in any language, the limits, perhaps the
// unit.
func readPrlimit(p *page, l *line) bool {
	first, rest := l.span().word()
	if first.text == "RESOURCE" {
		return p.tell(l, "prlimit")
	}
	name, ok := prlimitNames.get(first.text)
	if !ok {
		return false
	}
	words := rest.words()
	if len(words) > 0 && (words[0].text == "NODE" || words[0].text == "SOCKET") {
		return false // the head of "lscpu -e"
	}
	if n := len(words); n > 2 {
		if _, ok := limitValue(words[n-1].text, 1); !ok {
			words = words[:n-1] // the unit, in any language
		} else if _, described := limitValue(words[0].text, 1); !described && name != "nice" && name != "rtprio" {
			return false // a description, but no unit
		}
	}
	n := len(words)
	if n < 2 {
		return false
	}
	pair := span{l.text[words[n-2].at : words[n-1].at+len(words[n-1].text)], words[n-2].at}
	return p.softHard(l, name, pair, "prlimit")
}

// runPrlimit notes whose limits follow, or keeps those that the call sets.
func runPrlimit(p *page, c *call) {
	owner, sets := "self", false
	args := c.arguments()
	for i, w := range args {
		option, value, _ := strings.Cut(w.text, "=")
		if option == "-p" || option == "--pid" {
			if value == "" && i+1 < len(args) {
				value = args[i+1].text
			}
			owner = processName(value)
			continue
		}
		if name, ok := prlimitNames.get(strings.ToUpper(strings.TrimPrefix(option, "--"))); ok && value != "" {
			sets = true
			p.prlimitSets(c, w, name)
		}
	}
	if !sets {
		p.owner = owner
	}
}

// prlimitSets keeps "--nofile=1024:4096": soft and hard, or both in one.
func (p *page) prlimitSets(c *call, w word, name string) {
	_, value, _ := w.span.cut("=")
	soft, hard, two := value.cut(":")
	if !two {
		hard = soft
	}
	for _, side := range []struct {
		raw  span
		name string
	}{{soft, "ulimit." + name}, {hard, "ulimit." + name + ".hard"}} {
		if v, ok := limitValue(side.raw.text, 1); ok {
			p.add(c.line, side.raw, Setting{Name: side.name, Value: v, Scope: Configured})
		}
	}
}
