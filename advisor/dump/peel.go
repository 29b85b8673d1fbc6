package dump

import "strings"

// A decoration is something that mail, editors, pagers and web pages put around
// a line. It is taken off only when nobody knows the line with it: a bullet may
// as well be the sign of sysctl.d, a quote the sign of diff.
type decoration struct {
	what  string
	reads string // an example
	peel  func(p *page, l *line) bool
}

// decorations in the order they are tried, one at a time, until a reader knows
// the line or none is left.
var decorations = []decoration{
	{"columns of a copied page", "fs.file-max = 303065 | |", pipeAfter},
	{"back-ticks", "`$ ulimit -H -n`", backtick},
	{"emphasis", "**fs.file-max = 65536**", emphasis},
	{"string of JSON", `"open files                      (-n) 1024",`, stringQuotes},
	{"side of a diff", "< open files (-n) 1024", diffSide},
	{"added line of a diff", "+fs.file-max = 999999", diffAdded},
	{"mail quoting", ">> open files (-n) 1024", mailQuote},
	{"table cell", "| fs.file-max = 999999", pipeBefore},
	{"rest of a tag", `ass="quotelev2">coredumpsize 0 kbytes`, tagRest},
	{"bullet", "- LimitNOFILE=65535", bullet},
	{"time", "2026-11-23T14:09:01.1234567Z fs.file-max = 1", timeStamp},
	{"service of Docker", "web_1  | open files (-n) 1024", service},
	{"mark of code", "[code]fs.file-max = 65536[/code]", codeMark},
	{"line number", "  12. fs.file-max = 1", lineNumber},
	{"file name of grep", "/usr/lib/sysctl.d/50-pid-max.conf:16:kernel.pid_max = 4194304", grepName},
	{"log prefix", "Nov 23 14:09:01 vm cgp[471]: open files (-n) 1024", logPrefix},
	{"step of a build", "#8 0.312 open files (-n) 1024", stepNumber},
	{"fence behind", "fs.file-max = 65536```", fenceBehind},
}

// maxPeel bounds how many decorations come off one line.
const maxPeel = 12

// peel takes one decoration off the line.
func (p *page) peel(l *line) bool {
	for i := range decorations {
		if decorations[i].peel(p, l) {
			return true
		}
	}
	return false
}

// drop takes n bytes off the start.
func (l *line) drop(n int) bool {
	l.narrow(n, len(l.text))
	return true
}

func pipeAfter(_ *page, l *line) bool {
	n := len(strings.TrimRight(l.text, "| \t"))
	if n == len(l.text) || n == 0 {
		return false
	}
	l.narrow(0, n)
	return true
}

func backtick(_ *page, l *line) bool {
	from, to := 0, len(l.text)
	if to > 4 && strings.HasPrefix(l.text, "{{") && strings.HasSuffix(l.text, "}}") {
		l.narrow(2, to-2)
		return true
	}
	for from < to && l.text[from] == '`' {
		from++
	}
	for to > from && l.text[to-1] == '`' {
		to--
	}
	if from == 0 && to == len(l.text) || from >= to || from == 0 && strings.HasSuffix(l.text, "```") {
		return false
	}
	l.narrow(from, to)
	return true
}

// stepNumber takes off the number of a step with its seconds, as the builds of
// Docker put them before what the step prints.
func stepNumber(_ *page, l *line) bool {
	n := buildStep(l.text)
	return n > 0 && l.drop(n)
}

// buildStep is the length of "#8 0.312 " at the start of s, or 0.
func buildStep(s string) int {
	number, rest, _ := strings.Cut(s, " ")
	seconds, after, found := strings.Cut(rest, " ")
	if len(number) < 2 || number[0] != '#' || !found || after == "" || strings.IndexByte(seconds, '.') < 1 || strings.Trim(number[1:], "0123456789") != "" || strings.Trim(seconds, "0123456789.") != "" {
		return 0
	}
	return len(number) + 1 + len(seconds) + 1
}

// fenceBehind takes off the fence of Markdown at the end of a line. Before a fence
// that stands alone, everything else is a decoration of it.
func fenceBehind(_ *page, l *line) bool {
	to := len(strings.TrimRight(l.text, "`"))
	if to == len(l.text) || to == 0 {
		return false
	}
	l.narrow(0, to)
	return true
}

// emphasis takes off the stars by which Markdown prints a whole line in bold.
func emphasis(_ *page, l *line) bool {
	if !emphasized(l.text) {
		return false
	}
	l.narrow(2, len(l.text)-2)
	return true
}

func emphasized(s string) bool {
	n := len(s)
	return n > 5 && strings.HasPrefix(s, "**") && strings.HasSuffix(s, "**") && !blank(s[2]) && !strings.Contains(s[2:n-2], "**")
}

func diffSide(p *page, l *line) bool {
	if !p.diff || len(l.text) < 2 || l.text[1] != ' ' || l.text[0] != '<' && l.text[0] != '>' {
		return false
	}
	l.side = l.text[0]
	return l.drop(2)
}

func diffAdded(_ *page, l *line) bool {
	if len(l.text) < 2 || l.text[0] != '+' || !letter(l.text[1]) && l.text[1] != '*' && l.text[1] != '"' && l.text[1] != '\t' {
		return false
	}
	return l.drop(1)
}

func mailQuote(_ *page, l *line) bool {
	i := strings.IndexByte(l.text, '>')
	if i > 0 && givenName(l.text[:i+1]) {
		return l.drop(i + 1)
	}
	if i < 0 || i > 1 || i == 1 && l.text[0] != '=' {
		return false
	}
	return l.drop(i + 1)
}

func pipeBefore(_ *page, l *line) bool {
	return len(l.text) > 1 && l.text[0] == '|' && l.drop(1)
}

func tagRest(_ *page, l *line) bool {
	i := strings.Index(l.text, `">`)
	return i > 0 && strings.Contains(l.text[:i], `="`) && !strings.Contains(l.text[:i], " ") && l.drop(i+2)
}

func bullet(_ *page, l *line) bool {
	for _, mark := range []string{"- ", "* ", "+ ", "\u2022 ", "\u00b7 ", "\u25cf ", "\u25e6 ", "\u25aa ", "\u2023 ", "\u25ba ", "\u2192 ", "\u2514\u2500", "\u251c\u2500"} {
		if strings.HasPrefix(l.text, mark) {
			return l.drop(len(mark))
		}
	}
	return false
}

func lineNumber(_ *page, l *line) bool {
	n := 0
	for n < len(l.text) && n < 9 && digit(l.text[n]) {
		n++
	}
	if n == 0 || n == len(l.text) {
		return false
	}
	rest := l.text[n:]
	if rest[0] == '.' || rest[0] == ')' || rest[0] == ':' || rest[0] == '|' {
		return len(rest) > 1 && !digit(rest[1]) && l.drop(n+1)
	}
	return blank(rest[0]) && l.drop(n)
}

// grepName takes off "FILE:" and "FILE:NN:" and notes the file. A name without a
// folder must end as files of text do.
func grepName(_ *page, l *line) bool {
	i := strings.IndexByte(l.text, ':')
	if i < 2 || i > 200 || strings.IndexByte(l.text[:i], ' ') >= 0 {
		return false
	}
	path, after := l.text[:i], l.text[i+1:]
	folder := strings.IndexByte(path, '/') >= 0
	if !folder && !textFiles.has(path[strings.LastIndexByte(path, '.')+1:]) {
		return false
	}
	n := 0
	for n < len(after) && digit(after[n]) {
		n++
	}
	if n > 0 && n < len(after) && after[n] == ':' {
		i += n + 1
	}
	if folder || configures(path) {
		l.path = path
	}
	return l.drop(i + 1)
}

// textFiles are the extensions of files in which grep is asked to look.
var textFiles = set{"conf", "txt", "log", "out", "sh", "cfg", "service", "md", "local", "cnf"}
