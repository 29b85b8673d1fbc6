package dump

import "strings"

// readCommand reads command lines: what a command sets is kept, what a command
// asks is noted for the lines that follow.
func readCommand(p *page, l *line) bool {
	if p.heredoc != "" && l.text == p.heredoc {
		p.begin(context{bare: p.bare})
		return true
	}
	is, command, ok := p.splitPrompt(l)
	if !ok || l.loose || p.commentSign(is, command) || is.sign == "" && inCell(l.given) {
		return false
	}
	if is.windows {
		p.tell(l, "prompt of Windows")
	}
	if is.host != "" {
		p.enterPrompt(is.host)
		p.tellHost(l, is.host)
	} else if p.visiting {
		p.session, p.visiting = p.home, false
	}
	var crowd []answer // what the command on the line before asked
	crowded := len(p.expect) > 0 && (is.sign == "+" || is.sign == "" && !is.strong && p.tried.line == l.n-1)
	if crowded {
		crowd = p.expect
	}
	if !p.content(is) {
		p.begin(context{bare: is.sign == "#" && is.bare, unsigned: is.sign == "" && !is.strong})
	}
	p.posix = p.posix || is.sign == "%" // the prompt of zsh; csh has no ulimit
	p.tried = attempt{line: l.n, first: len(p.dump.Settings)}
	p.run(l, command)
	if crowded && len(p.expect) > 0 {
		p.crowd(crowd, is.sign == "+")
	}
	return true
}

// crowd settles what bare values mean behind commands one below the other, the
// first of which had no answer yet. A trace shows them before all answers; else
// nothing tells whose answer a value is.
func (p *page) crowd(before []answer, traced bool) {
	if !traced {
		p.expect = nil
		return
	}
	p.expect = append(before[:len(before):len(before)], p.expect...)
}

// inCell reports whether a line is a row of a table, of a page or of Markdown,
// that has other cells beside: what looks like a command is the name of a setting.
func inCell(given string) bool {
	given = strings.TrimSpace(given)
	if strings.Contains(given, "<td") {
		return true
	}
	if !strings.HasPrefix(given, "|") || !strings.HasSuffix(given, "|") {
		return false
	}
	filled := 0
	for cell := range strings.SplitSeq(given, "|") {
		if strings.TrimSpace(cell) != "" {
			filled++
		}
	}
	return filled > 1
}

// keepToPosix notes that a command makes bash keep to POSIX, by itself or from
// now on.
func (p *page) keepToPosix(command string) {
	if !strings.Contains(command, "posix") && !strings.Contains(command, "POSIXLY_CORRECT") {
		return
	}
	first, _, _ := strings.Cut(command, " ")
	if first == "set" || first == "export" || !strings.ContainsAny(command, " ") {
		p.posixly = !strings.Contains(command, "+o")
	}
	p.posix = p.posix || strings.Contains(command, "--posix") || strings.Contains(command, "-o posix") || strings.Contains(command, "POSIXLY_CORRECT")
}

// commentSign reports whether the plain "#" begins a comment: before a command
// that sets something where the commands before have no prompt, within a file
// that was not opened from such a prompt, and within a script before a command
// that sets a limit.
func (p *page) commentSign(is prompt, command span) bool {
	if is.sign != "#" || !is.bare || p.sets {
		return false
	}
	if p.unsigned && strings.ContainsAny(command.text, "=0123456789") {
		return true
	}
	if p.bare {
		return p.script && strings.HasPrefix(command.text, "ulimit ") && strings.ContainsAny(command.text, "0123456789")
	}
	return p.path != "" || p.script
}

// content reports whether a command without a prompt is a line of the script
// that is being shown, or of what lines are said to be, rather than the next
// command.
func (p *page) content(is prompt) bool {
	return is.sign == "" && !is.strong && (p.script || p.heredoc != "" || p.only != nil)
}

// hostsMax bounds the hosts told apart.
const hostsMax = 100

// run reads a command line without its prompt.
func (p *page) run(l *line, s span) {
	p.tellPaths(l, s.text)
	p.keepToPosix(s.text)
	p.posix = p.posix || p.posixly
	if strings.Contains(s.text, "/proc/cpuinfo") && countsProcessors(s.text) {
		p.expect = append(p.expect, answer{name: answerCPUs})
		return
	}
	defer p.answersBeside(l, s)
	all := calls(l, s)
	for i := range all {
		c := unwrap(&all[i])
		if c == nil || i > 0 && all[i-1].piped {
			continue
		}
		if c.piped && i+1 < len(all) {
			c.to = teePath(unwrap(&all[i+1]))
			p.pipes(c, unwrap(&all[i+1]))
		}
		if p.memberAsked(c) {
			continue
		}
		if program, known := p.program(c.name()); known && program.run != nil {
			program.run(p, c)
		}
	}
}

// answersBeside reads the answer to a command that stands behind it, where the line
// end between them was lost: "sysctl KEY KEY = VALUE", "grep open /proc/1/limits
// Max open files 1024 4096 files".
func (p *page) answersBeside(l *line, s span) {
	if i := strings.Index(s.text, " Max "); i > 0 && strings.Contains(s.text[:i], "/limits") {
		part := l.sub(s.from(i + 1))
		readProcLimits(p, &part)
	}
	if !strings.Contains(s.text, "sysctl ") || strings.Contains(s.text, " -w") || strings.IndexByte(s.text, '=') < 0 && !strings.Contains(s.text, ": ") {
		return
	}
	_, rest := s.word()
	for n := 0; rest.text != "" && n < 20; n++ {
		w, after := rest.word()
		if key, colon := strings.CutSuffix(w.text, ":"); n > 0 && sysctlKey(key) && after.text != "" && (colon || strings.HasPrefix(after.text, "= ")) {
			part := l.sub(rest)
			readSysctl(p, &part)
			return
		}
		rest = after
	}
}

// countsProcessors reports whether a command counts the processors that
// /proc/cpuinfo lists.
func countsProcessors(s string) bool {
	return strings.Contains(s, "processor") && (strings.Contains(s, "wc -l") || strings.Contains(s, "grep -c") || strings.Contains(s, "grep -ic"))
}

// teePath is the file that "tee" writes, "" when the call is none.
func teePath(c *call) string {
	if c == nil || c.name() != "tee" {
		return ""
	}
	for _, w := range c.arguments() {
		if !strings.HasPrefix(w.text, "-") {
			return w.text
		}
	}
	return ""
}

// deepest bounds commands that run commands.
const deepest = 6

// runInner runs the command that another one is given to run: the argument of
// -c, or the words from the first that is a program.
func runInner(p *page, c *call) {
	if p.depth >= deepest {
		return
	}
	p.depth++
	defer func() { p.depth-- }()
	for i, w := range c.arguments() {
		if w.text == "-c" && i+2 < len(c.words) {
			p.run(c.line, c.words[i+2].span.unquote())
			return
		}
	}
	for i, w := range c.arguments() {
		if quoted := w.span.unquote(); quoted != w.span && p.isProgram(quoted, true) {
			p.run(c.line, quoted)
			return
		}
		inner := c.after(i + 1)
		if program, known := p.program(inner.name()); known && program.run != nil {
			program.run(p, inner)
			return
		}
	}
}

// runSSH is runInner on another host. The next prompt is that of the first one
// again.
func runSSH(p *page, c *call) {
	for _, w := range c.arguments() {
		if strings.HasPrefix(w.text, "-") {
			continue
		}
		p.visitHost(w.text[strings.IndexByte(w.text, '@')+1:])
		break
	}
	runInner(p, c)
}

// runPosix is runInner in a shell that counts in blocks of 512 bytes.
func runPosix(p *page, c *call) {
	p.posix = true
	runInner(p, c)
}

// runEcho reads what echo and printf write into a file as lines of that file,
// or as the new value of a file below /proc/sys.
func runEcho(p *page, c *call) {
	if c.to == "" || len(c.words) < 2 {
		return
	}
	if c.heredoc != "" {
		openFile(p, c.to)
		return
	}
	from, to := c.words[1].span, c.words[len(c.words)-1].span
	if from.text == "-e" || from.text == "-n" {
		if len(c.words) < 3 {
			return
		}
		from = c.words[2].span
	}
	text := span{c.line.text[from.at : to.at+len(to.text)], from.at}.unquote()
	if key, ok := procKey(c.to); ok {
		p.addSysctl(c.line, key, text, Setting{Scope: Configured})
		return
	}
	if !configures(c.to) {
		return
	}
	for text.text != "" {
		row, after, _ := text.cut(jsonBreak)
		p.within(c.line, row, context{path: c.to, script: isScript(c.to)})
		text = after
	}
}

// openFile notes that the content of a file follows.
func openFile(p *page, path string) {
	if configures(path) {
		p.path, p.script, p.whole = path, isScript(path), true
	}
}

// runFiles reads the commands that show or edit files: what follows is the
// content of the file.
func runFiles(p *page, c *call) {
	if c.heredoc != "" {
		p.heredoc = c.heredoc
		if c.to != "" {
			openFile(p, c.to)
		}
		for _, w := range c.arguments() {
			openFile(p, w.text)
		}
		p.whole = p.whole && showsAll(c)
		return
	}
	if p.answeredBeside(c) {
		return
	}
	for _, w := range c.arguments() {
		p.follows(w.text)
	}
	p.whole = p.whole && showsAll(c)
}

// answeredBeside reads the value of a file below /proc/sys that stands behind its
// name, where the line end between them was lost.
func (p *page) answeredBeside(c *call) bool {
	if len(c.words) < 3 || c.name() != "cat" {
		return false
	}
	key, ok := procKey(c.words[1].text)
	for _, w := range c.words[2:] {
		if _, isNumber := number(w.text); !isNumber {
			return false
		}
	}
	last := c.words[len(c.words)-1].span
	if from := c.words[2].span.at; ok {
		p.addSysctl(c.line, key, c.line.span().to(last.at+len(last.text)).from(from), Setting{Scope: Running})
	}
	return ok
}

// follows notes what the content of the file at path is.
func (p *page) follows(path string) {
	if key, ok := procKey(path); ok {
		p.expect = append(p.expect, answer{name: key, unit: 1, scope: Running})
		return
	}
	if owner, ok := procOwner(path); ok {
		p.owner = owner
		return
	}
	switch {
	case strings.HasSuffix(path, "/ProcessID"):
		p.expect = append(p.expect, answer{name: answerPID})
	case strings.HasPrefix(path, "-"), statesOnly.has(path):
	default:
		openFile(p, path)
	}
}

// procOwner is whose limits a path below /proc shows.
func procOwner(path string) (owner string, ok bool) {
	rest, ok := strings.CutPrefix(path, "/proc/")
	if !ok {
		return "", false
	}
	pid, ok := strings.CutSuffix(rest, "/limits")
	if !ok {
		pid, ok = strings.CutSuffix(rest, "/rlimit")
	}
	if !ok {
		return "", false
	}
	return processName(pid), true
}

// processName is the Owner of a process given as a command gives it: a number,
// "self", "$$", "$(pidof CGServer)".
func processName(pid string) string {
	switch {
	case ofServer(pid):
		return server
	case pid == "self" || pid == "$$" || pid == "thread-self" || pid == "curproc":
		return "self"
	}
	if _, ok := number(pid); ok {
		return pid
	}
	return ""
}

// runOther is for programs whose output says nothing, or says by itself what
// it is.
func runOther(*page, *call) {}
