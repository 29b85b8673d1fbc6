package dump

import (
	"slices"
	"strings"
)

// A plist is what the lines of a property list of launchd said so far.
type plist struct {
	open    []string   // the keys of the dictionaries and arrays that are open
	key     string     // the key whose value is due
	leaf    string     // the element whose text is due
	comment bool       // within <!-- -->
	args    []argument // strings without a key: the words of a command
	label   string     // the name of the job
	path    string     // the file that was open when it began
}

// An argument is one word of a command in a property list.
type argument struct {
	line line
	text span
}

// plistTags are the elements of property lists.
var plistTags = set{"plist", "dict", "array", "key", "string", "integer", "real", "true", "false", "date", "data"}

// plistLimits are the keys of SoftResourceLimits and HardResourceLimits:
// launchd.plist(5). Sizes are in bytes.
var plistLimits = table[string]{rows: []row[string]{
	{"Core", "core"}, {"CPU", "cpu"}, {"Data", "data"}, {"FileSize", "fsize"}, {"MemoryLock", "memlock"}, {"NumberOfFiles", "nofile"}, {"NumberOfProcesses", "nproc"}, {"ResidentSetSize", "rss"}, {"Stack", "stack"},
}}

// readPlist reads property lists of launchd: limits of a job, and jobs that run
// launchctl, sysctl or a shell with ulimit. Elements may stand on lines of
// their own or on one.
func readPlist(p *page, l *line) bool {
	list, open := p.block.(*plist)
	if l.text[0] != '<' && !(open && (list.leaf != "" || list.comment)) {
		return false
	}
	if !open {
		if !plistStart(l.text) {
			return false
		}
		list = &plist{path: p.source(l)}
	}
	list.line(p, l)
	if p.block == nil || !open {
		p.block = list
	}
	return true
}

// plistStart reports whether a line may be the first of a property list.
func plistStart(s string) bool {
	if strings.HasPrefix(s, "<?xml ") {
		return true
	}
	if strings.HasPrefix(s, "<!DOCTYPE plist") {
		return true
	}
	name, closes := tagName(s)
	return plistTags.has(name) && (!closes || name != "data")
}

// tagName is the name of the element whose tag s begins with.
func tagName(s string) (name string, closes bool) {
	s = strings.TrimPrefix(s, "<")
	s, closes = strings.CutPrefix(s, "/")
	end := strings.IndexAny(s, " \t/>")
	if end < 0 {
		end = len(s)
	}
	return s[:end], closes
}

// line reads the tags and texts of one line.
func (x *plist) line(p *page, l *line) {
	for s := l.span(); s.text != ""; {
		if x.comment {
			_, rest, ends := s.cut("-->")
			x.comment = !ends
			s = rest
			continue
		}
		i := strings.IndexByte(s.text, '<')
		if i < 0 {
			i = len(s.text)
		}
		if text := s.to(i).trim(); text.text != "" {
			x.text(p, l, text)
		}
		s = x.tag(p, l, s.from(i))
	}
}

// tag reads the tag at the start of s and gives what stands behind it.
func (x *plist) tag(p *page, l *line, s span) span {
	if strings.HasPrefix(s.text, "<!--") {
		x.comment = true
		return s.from(len("<!--"))
	}
	end := strings.IndexByte(s.text, '>')
	if end < 0 {
		return span{}
	}
	name, closes := tagName(s.text[:end+1])
	switch {
	case name == "!DOCTYPE" || name == "plist":
		p.tell(l, "property list of Apple")
	case !plistTags.has(name):
	case strings.HasSuffix(s.text[:end], "/"):
		x.key, x.leaf = "", ""
	case name == "dict" || name == "array":
		x.nest(p, closes)
	case closes:
		x.leaf = ""
	default:
		x.leaf = name
	}
	return s.from(end + 1)
}

// nest enters or leaves a dictionary or an array.
func (x *plist) nest(p *page, closes bool) {
	if closes {
		x.command(p)
		if n := len(x.open); n > 0 {
			x.open = x.open[:n-1]
		}
		x.key = ""
		return
	}
	if len(x.open) < 100 {
		x.open = append(x.open, x.key)
	}
	x.key, x.args = "", nil
}

// text reads the text of an element.
func (x *plist) text(p *page, l *line, s span) {
	if x.leaf == "key" {
		if x.key = s.text; x.key == "ProgramArguments" {
			p.tell(l, "property list of Apple")
		}
		return
	}
	key := x.key
	switch {
	case key == "" && x.leaf == "string":
		x.argument(p, l, s)
		return
	case key == "Label":
		x.label = s.text
	case plistLimits.of(key) != "":
		x.limit(p, l, plistLimits.of(key), s)
	}
	x.key = ""
}

// limit keeps a limit of the job, where it is said which of the two it is.
func (x *plist) limit(p *page, l *line, name string, s span) {
	soft, hard := slices.Contains(x.open, "SoftResourceLimits"), slices.Contains(x.open, "HardResourceLimits")
	value, ok := limitValue(s.text, 1)
	if !ok || soft == hard {
		return
	}
	p.tell(l, "property list of Apple")
	owner := x.label
	if ofServer(owner) || ofServer(x.path) {
		owner = server
	}
	p.limitPair(l, s, Setting{Name: "ulimit." + name, Value: value, Scope: Configured, Path: x.path, Owner: owner}, soft, hard)
}

// argument adds a word to the command, and keeps what is already sure: the
// values of "launchctl limit", the assignments of sysctl, the script of a shell.
func (x *plist) argument(p *page, l *line, s span) {
	if len(x.args) >= 100 {
		return
	}
	x.args = append(x.args, argument{*l, s})
	program := x.args[0].text.text
	program = program[strings.LastIndexByte(program, '/')+1:]
	n := len(x.args)
	switch {
	case program == "CGServer" && n > 1:
		kept := p.path
		p.path = x.path
		p.serverWord(l, x.args[n-2].text.text, s, Configured)
		p.path = kept
	case program == "launchctl" && n > 3 && x.args[1].text.text == "limit":
		x.launchctl(p, n)
	case program == "sysctl" && n > 1 && strings.Contains(s.text, "="):
		key, value, _ := s.cut("=")
		p.addSysctl(l, key.text, value, Setting{Scope: Configured, Path: x.path})
	case n > 2 && x.args[n-2].text.text == "-c":
		x.script(p, l, s)
	}
}

// launchctl keeps the fourth word as the soft limit and the fifth as the hard
// one.
func (x *plist) launchctl(p *page, n int) {
	name, ok := launchdLimits.get(x.args[2].text.text)
	last := x.args[n-1]
	value, isValue := limitValue(last.text.text, 1)
	if !ok || !isValue || n > 5 {
		return
	}
	p.tell(&last.line, "launchctl")
	p.limitPair(&last.line, last.text, Setting{Name: "ulimit." + name, Value: value, Scope: Configured, Path: x.path}, n == 4, n == 5)
}

// command ends the words of a command. A single value of launchctl is the hard
// limit, too.
func (x *plist) command(p *page) {
	if len(x.args) == 4 && strings.HasSuffix(x.args[0].text.text, "launchctl") && x.args[1].text.text == "limit" {
		if name, ok := launchdLimits.get(x.args[2].text.text); ok {
			last := x.args[3]
			if value, ok := limitValue(last.text.text, 1); ok {
				p.limitPair(&last.line, last.text, Setting{Name: "ulimit." + name, Value: value, Scope: Configured, Path: x.path}, false, true)
			}
		}
	}
	x.args = nil
}

// script reads the commands that a shell is given.
func (x *plist) script(p *page, l *line, s span) {
	kept := p.context
	p.path, p.script = x.path, true
	p.run(l, s.unquote())
	p.context = kept
	p.block = x
}
