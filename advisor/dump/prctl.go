package dump

import "strings"

// fileDescriptors is the resource control that is listed.
const fileDescriptors = "process.max-file-descriptor"

// A controlBlock is the block of prctl.
type controlBlock struct {
	owner       string
	descriptors bool // the rows are those of fileDescriptors
}

// privileges are the three levels of a resource control, and what is added to
// its name for each.
var privileges = table[string]{rows: []row[string]{{"basic", ".basic"}, {"privileged", ""}, {"priv", ""}, {"system", ".system"}}}

// readPrctl reads what prctl prints: one block a process, in it one a control,
// in it one row a level. Solaris 9 puts the value first.
func readPrctl(p *page, l *line) bool {
	block, open := p.block.(*controlBlock)
	c := l.text[0]
	if !open && c != 'p' && c != 'N' {
		return false
	}
	first, rest := l.span().word()
	switch {
	case first.text == "NAME" && strings.HasPrefix(rest.text, "PRIVILEGE"):
		p.controls(block)
		return p.tell(l, formatSolaris)
	case first.text == "process:":
		return p.controlled(l, rest)
	case first.text == fileDescriptors:
		return p.controls(block).named(p, l, rest)
	case !open:
		return false
	case strings.HasSuffix(first.text, ":") && digit(first.text[0]):
		block.owner = controlOwner(block.owner, strings.TrimSuffix(first.text, ":"), rest.text)
		return true
	case controlName(first.text):
		block.descriptors = false
		return true
	case first.text == "usage":
		return true
	}
	return block.row(p, l, first, rest)
}

// controls is the open block, or a new one.
func (p *page) controls(block *controlBlock) *controlBlock {
	if block == nil {
		block = &controlBlock{owner: p.owner}
		p.block = block
	}
	return block
}

// controlled reads "process: 110453: -sh".
func (p *page) controlled(l *line, rest span) bool {
	pid, command := rest.word()
	pid.text = strings.TrimSuffix(pid.text, ":")
	if _, ok := number(pid.text); !ok {
		return false
	}
	block, _ := p.block.(*controlBlock)
	block = p.controls(block)
	block.owner, block.descriptors = controlOwner(block.owner, pid.text, command.text), false
	return p.tell(l, formatSolaris)
}

// controlOwner is whose limits a block has: what the command said, else the
// process named.
func controlOwner(asked, pid, command string) string {
	switch {
	case ofServer(command):
		return server
	case asked == "self":
		return asked
	}
	return pid
}

// named reads the line that names the control, with nothing behind it, with its
// flags, or, as prctl -P prints it, with a level and its value.
func (b *controlBlock) named(p *page, l *line, rest span) bool {
	if strings.HasPrefix(rest.text, "=") {
		return false
	}
	p.tell(l, formatSolaris)
	b.descriptors = true
	if level, value := rest.word(); value.text != "" {
		if _, ok := privileges.get(level.text); ok {
			raw, _ := value.word()
			b.keep(p, l, level.text, raw)
		}
	}
	return true
}

// controlName reports whether the word is the name of a resource control.
func controlName(s string) bool {
	for _, prefix := range []string{"process.", "project.", "task.", "zone."} {
		if strings.HasPrefix(s, prefix) {
			return true
		}
	}
	return false
}

// row reads one level: its name and value, in either order. Those of other
// controls are passed over.
func (b *controlBlock) row(p *page, l *line, first, rest span) bool {
	second, action := rest.word()
	if _, ok := privileges.get(first.text); ok {
		b.keep(p, l, first.text, second)
		return true
	}
	if _, ok := privileges.get(second.text); ok && digit(first.text[0]) && action.text != "" && letter(action.text[0]) {
		b.keep(p, l, second.text, first)
		return true
	}
	return false
}

// keep keeps the value of a level.
func (b *controlBlock) keep(p *page, l *line, level string, raw span) {
	if value, ok := controlValue(raw.text); ok && b.descriptors {
		p.add(l, raw, Setting{Name: fileDescriptors + privileges.of(level), Value: value, Scope: Process, Owner: b.owner})
	}
}

// controlValue reads a count as prctl prints it: three figures and K, M or G,
// which count by 1000.
func controlValue(s string) (value string, ok bool) {
	whole, suffix := splitSuffix(s)
	fraction := ""
	if strings.HasPrefix(suffix, ".") {
		fraction, suffix = splitSuffix(suffix[1:])
	}
	zeros, ok := map[string]int{"": 0, "k": 3, "m": 6, "g": 9, "t": 12}[suffix]
	if !ok || len(fraction) > zeros {
		return "", false
	}
	n, ok := number(whole + fraction + strings.Repeat("0", zeros-len(fraction)))
	return decimal(n), ok
}

// runPrctl reads calls of prctl: the control and the process that are asked, or
// the value that is set.
func runPrctl(p *page, c *call) {
	p.tell(c.line, formatSolaris)
	block := &controlBlock{}
	level, sets := "privileged", span{}
	args := c.arguments()
	for i, w := range args {
		if i+1 < len(args) {
			switch w.text {
			case "-n":
				block.descriptors = args[i+1].text == fileDescriptors
			case "-t":
				level = args[i+1].text
			case "-v":
				sets = args[i+1].span
			}
		}
		if i == len(args)-1 && !strings.HasPrefix(w.text, "-") {
			block.owner = processName(w.text)
		}
	}
	if value, ok := controlValue(sets.text); ok && sets.text != "" {
		if added, known := privileges.get(level); known && block.descriptors {
			p.add(c.line, sets, Setting{Name: fileDescriptors + added, Value: value, Scope: Configured, Owner: block.owner})
		}
		return
	}
	p.block = block
}
