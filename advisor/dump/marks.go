package dump

import "strings"

// readHeading reads the lines that say what follows: "==> PATH <==" of tail,
// "=== ulimit -a ===" of scripts, "* Applying PATH ..." of sysctl --system, and
// the first line of a script.
func readHeading(p *page, l *line) bool {
	t := l.text
	if strings.HasPrefix(t, "#!") {
		p.begin(context{path: p.path, whole: p.whole, script: true, bare: p.bare, posix: !strings.Contains(t, "bash")})
		return true
	}
	if path, found := strings.CutPrefix(t, "* Applying "); found {
		path = strings.TrimRight(path, " .\t\u2026")
		p.begin(context{sets: true, path: path, bare: p.bare})
		p.tellPaths(l, t)
		return true
	}
	if path, found := strings.CutPrefix(t, "==> "); found && strings.HasSuffix(path, " <==") {
		p.begin(context{})
		p.tellPaths(l, t)
		p.follows(strings.TrimSpace(strings.TrimSuffix(path, " <==")))
		return true
	}
	if p.ansibleHost(l) || p.workflowMark(l) {
		return true
	}
	title := p.title(l)
	if title.text == "" {
		return p.softOrHard(t)
	}
	if !p.softOrHard(title.text) {
		p.titled(l, title)
	}
	return true
}

// workflowMark reads the lines by which the logs of builds tell their steps apart:
// "##[group]Run sysctl fs.file-max", "#8 [4/5] RUN ulimit -a", "Step 3/7 : RUN
// ulimit -n". What the command prints follows.
func (p *page) workflowMark(l *line) bool {
	s, docker := l.span(), false
	switch {
	case strings.HasPrefix(s.text, "##["):
		_, s, _ = s.cut("]")
		if s.text == "" {
			return true
		}
		if rest, ok := strings.CutPrefix(s.text, "Run "); ok {
			s = s.from(len(s.text) - len(rest))
		}
	case strings.HasPrefix(s.text, "Step ") && strings.Contains(s.text, " : "):
		_, s, _ = s.cut(" : ")
		docker = true
	case s.text[0] == '#' && len(s.text) > 4 && digit(s.text[1]):
		_, s = s.word()
		if s.text == "CACHED" || strings.HasPrefix(s.text, "DONE ") {
			return true
		}
		if s.text == "" || s.text[0] != '[' {
			return false
		}
		_, s, _ = s.cut("]")
		docker = true
	case strings.HasPrefix(s.text, "---> "), strings.HasPrefix(s.text, "Removing intermediate container "):
		return true
	default:
		return false
	}
	p.begin(context{})
	rest, run := strings.CutPrefix(s.text, "RUN ")
	if docker != run {
		return true
	}
	if s = s.from(len(s.text) - len(rest)); p.isProgram(s, true) {
		p.run(l, s)
	}
	return true
}

// ansibleHost reads the line before what a host answered to ansible:
// "mail1 | CHANGED | rc=0 >>".
func (p *page) ansibleHost(l *line) bool {
	host, rest, found := l.span().cut(" | ")
	if !found || strings.IndexByte(host.text, ' ') >= 0 || !strings.HasSuffix(rest.text, ">>") && !strings.HasSuffix(rest.text, "=> {") {
		return false
	}
	switch status, _ := rest.word(); status.text {
	case "CHANGED", "SUCCESS", "FAILED", "FAILED!", "UNREACHABLE!":
		p.begin(context{})
		p.enter(host.text)
		return true
	}
	return false
}

// softOrHard begins the limits that follow as the heading "Soft limits:" or
// "hard" says.
func (p *page) softOrHard(s string) bool {
	if c := s[0] | 0x20; len(s) > 14 || c != 'h' && c != 's' {
		return false
	}
	side, what, _ := strings.Cut(strings.ToLower(strings.TrimRight(s, ": ")), " ")
	if side != "soft" && side != "hard" || what != "" && what != "limit" && what != "limits" {
		return false
	}
	p.begin(context{owner: p.owner, serves: p.serves, only: p.only, posix: p.posix, hard: side == "hard", bare: p.bare, expect: p.expect})
	return true
}

// title is the text of a heading: between runs of signs, or behind one.
func (p *page) title(l *line) span {
	s := l.span()
	if len(s.text) < 4 || s.text[1] != s.text[0] || strings.IndexByte("=-*:~_", s.text[0]) < 0 {
		return span{}
	}
	mark := s.text[:1]
	inner := strings.TrimLeft(s.text, mark)
	s = s.from(len(s.text) - len(inner))
	if s.text != "" && !blank(s.text[0]) && !strings.HasSuffix(s.text, mark) || emphasized(l.text) {
		return span{}
	}
	s.text = strings.TrimRight(s.text, mark+"| \t")
	return s.trim()
}

// titled begins a context as the heading says: a command, a file, a process.
func (p *page) titled(l *line, s span) {
	if p.isProgram(s, true) {
		p.begin(context{})
		p.run(l, s)
		return
	}
	p.begin(context{})
	p.tellPaths(l, s.text)
	first, _ := s.word()
	switch {
	case strings.HasPrefix(first.text, "/"):
		p.follows(strings.TrimSuffix(first.text, ":"))
	case ofServer(s.text):
		p.owner = server
	default:
		p.owner = processName(first.text)
	}
}

// readComment reads comments. What is commented out sets nothing.
func readComment(p *page, l *line) bool {
	t := l.text
	if t[0] != '#' && t[0] != ';' && !strings.HasPrefix(t, "//") && !strings.HasPrefix(t, "/*") {
		return false
	}
	if rest := behindBuildMark(l.span()); rest.text != "" {
		part := l.sub(rest)
		p.offer(&part)
		return true
	}
	if p.heredoc == "" && p.path == "" && !p.script {
		if path := pathAmong(t); path != "" && strings.Contains(t, path) {
			p.begin(context{path: path, bare: p.bare, script: isScript(path)})
		}
	}
	if buildStep(t) > 0 {
		return false
	}
	p.section.comments = true
	p.tellsProgram(l)
	p.unitHeading(l)
	p.tellPaths(l, t)
	p.noteHeading(l)
	return true
}

// A markdownHeading is what a heading of Markdown says of the code below it.
type markdownHeading struct {
	at    line
	title span
	first int // index of the first setting behind it
}

// noteHeading keeps a heading of Markdown until the fence of code below it.
func (p *page) noteHeading(l *line) {
	level := len(l.text) - len(strings.TrimLeft(l.text, "#"))
	if level < 2 || level > 6 || len(l.text) == level || l.text[level] != ' ' {
		return
	}
	title := l.span().from(level).trim()
	title = title.from(len(title.text) - len(strings.TrimLeft(title.text, "`")))
	title.text = strings.TrimRight(title.text, "`")
	p.heading = &markdownHeading{*l, title, len(p.dump.Settings)}
}

// buildMarks are what build servers put before a command in their logs.
var buildMarks = []string{"##[command]", "##[group]Run ", "##[section]"}

// behindBuildMark is what stands behind such a mark.
func behindBuildMark(s span) span {
	for _, mark := range buildMarks {
		if strings.HasPrefix(s.text, mark) {
			return s.from(len(mark)).trim()
		}
	}
	return span{}
}

// readMark reads lines that only divide: fences, rules, brackets, the marks of
// diff, dots for what was left out.
func readMark(p *page, l *line) bool {
	t := l.text
	if strings.HasPrefix(t, "```") || strings.HasPrefix(t, "~~~") {
		return p.fence(t)
	}
	if strings.TrimLeftFunc(t, divides) == "" || strings.Trim(t, "{}[](),; ") == "" {
		return true
	}
	if diffPlace(t) {
		p.diff = true
		if t == "2c2" || t == "1c1" || t == "8c8" || t == "13c13" || t == "12c12" {
			p.tell(l, "diff of bash, line 2 or 13")
		}
		return true
	}
	return false
}

// fence reads the line above or below code in Markdown. The heading above it, or the
// name of a language of configuration files, says what the code is, where nothing
// else does.
func (p *page) fence(t string) bool {
	language := strings.TrimLeft(t, "`~")
	if len(t) >= 30 || strings.Contains(language, " ") {
		return false
	}
	headed := p.heading != nil && p.heading.first == len(p.dump.Settings)
	ends := p.coded && language == "" && !headed
	p.coded = !ends
	if ends {
		p.settleSection()
		if p.fenced {
			p.begin(context{})
		}
		return true
	}
	if headed {
		p.titled(&p.heading.at, p.heading.title)
	}
	if p.path == "" && confLanguages.has(strings.ToLower(language)) {
		p.begin(context{sets: true, fenced: true})
	}
	return true
}

var confLanguages = set{"conf", "ini", "cfg", "config", "sysctl", "toml", "systemd"}

// divides reports whether r is a sign of rules, frames and omissions.
func divides(r rune) bool {
	return r == '\u2026' || 0x2500 <= r && r <= 0x257F || r < 0x80 && strings.IndexByte("-=_*.+|:~#/\\ \t", byte(r)) >= 0
}

// diffPlace reports whether t is the place of a change as diff prints it:
// "13c13", "2,4d1".
func diffPlace(t string) bool {
	letters := 0
	for i := range len(t) {
		switch c := t[i]; {
		case digit(c) || c == ',':
		case (c == 'a' || c == 'c' || c == 'd') && i > 0 && i < len(t)-1:
			letters++
		default:
			return false
		}
	}
	return letters == 1 && len(t) < 20
}

// complaints are the parts by which messages of programs are known.
var complaints = []string{
	": No such file or directory", ": Permission denied", ": command not found", ": Command not found", ": not found", ": cannot modify limit", ": Invalid argument", ": Operation not permitted",
	"sysctl: permission denied on key", "sysctl: cannot stat ", "sysctl: error", "sysctl: unable to open directory", "sysctl: setting key", "sysctl: reading key", "sysctl: unknown oid", "error: permission denied on key",
	"sysctl: oid ", "sysctl: invalid ", "sysctl: Tunable values are set", " level name ", "Could not set resource limits", "exceeds hard limit", "setrlimit failed", ": Can't set", "0403-045 ", "'s allowable limit", ": limit exceeded", "error setting limit", "bad limit", "when changing resource of type",
	"error: cannot stat /proc/sys/", "error: \"", ": Input/output error", ": Is a directory", ": bad number", ": exceeds allowable limit",
	": Read-only file system", ": can't raise hard limits", "prlimit: failed to set ", ": permission denied: ",
}

// readComplaint reads the messages of programs that failed. That a setting does
// not exist is no setting.
func readComplaint(p *page, l *line) bool {
	if len(l.text) > 400 {
		return false
	}
	for _, start := range refusals {
		if strings.HasPrefix(l.text, start) {
			p.failed(l)
			return true
		}
	}
	if strings.IndexByte(l.text, ':') < 0 {
		return false
	}
	for _, part := range complaints {
		if strings.Contains(l.text, part) {
			p.tellPaths(l, l.text)
			if refuses(l.text) {
				p.failed(l)
			}
			return true
		}
	}
	if refusedLimit(l.text) {
		p.failed(l)
		return true
	}
	return false
}

// refusals are the starts of what ndd and launchctl say where they did nothing.
var refusals = []string{"Neither the hard nor soft limit for ", "operation failed, ", "couldn't push module '", "open of /dev/", "can't open /dev/"}

// refusedLimit reports whether a shell says, in any language, that it did not set a
// limit: "-bash: ulimit: open files: ...".
func refusedLimit(s string) bool {
	before, after, found := strings.Cut(s, "ulimit: ")
	shell, _, named := strings.Cut(strings.TrimLeft(before, "-"), ":")
	shell = strings.TrimSpace(shell[strings.LastIndexByte(shell, '/')+1:])
	return found && named && strings.IndexByte(after, ':') > 0 && (shell == "bash" || shell == "sh" || shell == "rbash")
}

// refuses reports whether a message says that a limit or a sysctl was not set.
func refuses(s string) bool {
	return strings.Contains(s, "ulimit:") && !strings.HasSuffix(s, "not found") || strings.Contains(s, "sysctl: ") || strings.HasPrefix(s, "limit:") || strings.Contains(s, "limit: can't raise") || strings.Contains(s, "Could not set resource limits") || strings.Contains(s, "prlimit: failed ") || refusesFile(s)
}

// refusesFile reports whether a shell or tee says that it cannot write a file:
// "bash: /proc/sys/fs/file-max: Permission denied".
func refusesFile(s string) bool {
	for _, file := range []string{": /proc/sys/", ": /etc/"} {
		before, _, found := strings.Cut(s, file)
		shell := before[strings.LastIndexAny(before, " \t/->:")+1:]
		if found && (shell == "bash" || shell == "sh" || shell == "ksh" || shell == "zsh" || shell == "dash" || shell == "tee") {
			return true
		}
	}
	return false
}

// readOther reads the lines that say what the system is and no more.
func readOther(p *page, l *line) bool {
	p.tellWords(l, l.text)
	switch {
	case strings.HasPrefix(l.text, "sockets: used "):
		return p.tell(l, "sockstat")
	case strings.HasPrefix(l.text, "Script started on ") || strings.HasPrefix(l.text, "Script done on "), l.text == "No LSB modules are available.",
		strings.HasPrefix(l.text, "[sudo] password for "), strings.HasPrefix(l.text, "Last login: "), strings.HasPrefix(l.text, "Connection to ") && strings.HasSuffix(l.text, " closed."), l.text == "logout", l.text == "^C":
		return true
	case strings.Contains(l.text, "(kernel ") && strings.Contains(l.text, "Linux"):
		_, after, _ := l.span().cut("(kernel ")
		release, _ := after.word()
		release.text = strings.TrimRight(release.text, ")")
		if release.text != "" && digit(release.text[0]) {
			p.says(l, Linux)
			p.fact(l, factRelease, release.text, rounded)
			return true
		}
	}
	return false
}
