package dump

import "strings"

// startupOptions are the options of CGServer that are listed; true for those
// with a value behind them.
var startupOptions = []struct {
	name  string
	value bool
}{
	{"DefaultStackSize", true}, {"useNonBlockingSockets", false}, {"closeStuckSockets", false}, {"CreateTempFilesDirectly", true}, {"dropRoot", false},
}

// on is the value of an option that has none of its own.
const on = "on"

// startupLines is the block of a command line of CGServer that goes on after a
// backslash.
type startupLines struct{}

// readStartup reads the options of CGServer: in SUPPLPARAMS of Startup.sh and
// of the init script, in ExecStart, in the output of ps.
func readStartup(p *page, l *line) bool {
	if assignment(l.text, "LD_ASSUME_KERNEL=") {
		return p.assumeKernel(l)
	}
	for _, unsets := range []string{"unset ", "UnsetEnvironment="} {
		if name, found := strings.CutPrefix(l.text, unsets); found && name == "LD_ASSUME_KERNEL" {
			p.add(l, l.span().from(len(unsets)), Setting{Name: name, Value: "unset", Scope: Configured, Path: p.source(l)})
			return true
		}
	}
	if strings.HasPrefix(l.text, "ExecStart={") && ofServer(l.text) { // of systemctl show
		p.options(l, Configured)
		return true
	}
	if strings.HasPrefix(l.text, "argv[") {
		return p.argvLine(l)
	}
	_, goesOn := p.block.(*startupLines)
	supplied := assignment(l.text, "SUPPLPARAMS=") && (!strings.HasSuffix(p.path, ".service") || strings.HasPrefix(l.text, "Environment="))
	if !supplied && !startsServer(l.text) && !(goesOn && strings.HasPrefix(l.text, "--")) {
		return false
	}
	scope := Configured
	if !supplied && !goesOn && p.serverProcess(l) {
		scope = Process
	}
	if supplied && p.path == "" {
		p.script = true
	}
	p.options(l, scope)
	p.block = nil
	if strings.HasSuffix(l.text, "\\") {
		p.block = &startupLines{}
	}
	return true
}

// A serverArgs is the block of pargs, which prints each word of a command line on
// a line of its own.
type serverArgs struct{ before string }

// argvLine reads "argv[3]: --DefaultStackSize".
func (p *page) argvLine(l *line) bool {
	_, w, found := l.span().cut("]: ")
	block, open := p.block.(*serverArgs)
	if first := strings.HasPrefix(l.text, "argv[0]"); !found || !open && !first {
		return false
	} else if first {
		p.block = nil
		if ofServer(w.text) {
			p.block = &serverArgs{}
		}
		return true
	}
	p.serverWord(l, block.before, w, Process)
	block.before = w.text
	return true
}

// serverWord reads a word of a command line of CGServer that stands alone; before
// is the one before it.
func (p *page) serverWord(l *line, before string, w span, scope Scope) {
	if option, found := strings.CutPrefix(w.text, "--"); found {
		option, value, _ := strings.Cut(option, "=")
		p.option(l, w, option, value, span{}, scope)
		return
	}
	for _, known := range startupOptions {
		if known.value && equalFold("--"+known.name, before) {
			p.option(l, w, known.name, "", w, scope)
		}
	}
}

// startsServer reports whether options stand behind the name of the server, as
// when it is started. A line with decoration before it waits until that is off.
func startsServer(s string) bool {
	before, after, found := strings.Cut(s, "CGServer")
	after = strings.TrimLeft(strings.TrimPrefix(after, ".exe"), " \t\"'\\")
	if !found || after == "" || strings.IndexByte("-$\\", after[0]) < 0 {
		return false
	}
	return serviceLabel(before) || !strings.Contains(before, ": ") && !strings.Contains(before, "\u2500") && (before == "" || letter(before[0]) || digit(before[0]) || strings.IndexByte("/$\"@", before[0]) >= 0)
}

// serviceLabel reports whether a line is one in which Windows shows what starts a
// service: sc qc, the registry and its files, lists of properties.
func serviceLabel(s string) bool {
	s = strings.TrimPrefix(s, `"`)
	for _, label := range []string{"BINARY_PATH_NAME", "ImagePath", "PathName", "CommandLine"} {
		if strings.HasPrefix(s, label) {
			return true
		}
	}
	return false
}

// assignment reports whether the line sets the variable, exported or not.
func assignment(s, variable string) bool {
	s = strings.TrimPrefix(s, "export ")
	if after, found := strings.CutPrefix(s, "Environment="); found {
		s = strings.TrimLeft(after, "\"'")
	}
	return strings.HasPrefix(s, variable)
}

func (p *page) assumeKernel(l *line) bool {
	_, value, _ := l.span().cut("LD_ASSUME_KERNEL=")
	value.text = value.text[:wordEnd(value.text)]
	if value = value.unquote(); value.text != "" {
		value.text = strings.TrimRight(value.text, `"'`)
		p.add(l, value, Setting{Name: "LD_ASSUME_KERNEL", Value: value.text, Scope: Configured, Path: p.source(l)})
	}
	return true
}

// serverProcess reports whether the line is one of ps, and notes the process
// ID: the first word, or the one behind the user.
func (p *page) serverProcess(l *line) bool {
	if strings.Contains(l.text, "ExecStart") {
		return false
	}
	words := l.span().words()
	for i := range words[:min(len(words), 3)] {
		if _, ok := number(words[i].text); !ok {
			continue
		}
		if i == 0 && len(words) > 2 && letter(words[1].text[0]) {
			continue // the number of the line
		}
		p.servers[words[i].text] = true
		return true
	}
	return false
}

// options keeps the known options on the line.
func (p *page) options(l *line, scope Scope) {
	words := l.span().words()
	p.misspelled = false
	for i, w := range words {
		at := strings.Index(w.text, "--")
		if at < 0 || len(w.text) < at+3 {
			continue
		}
		w = w.from(at)
		option, value, _ := strings.Cut(strings.Trim(w.text[2:], "\"'\\"), "=")
		p.option(l, w, option, value, following(words, i), scope)
	}
}

func following(words []span, i int) span {
	if i+1 < len(words) {
		return words[i+1]
	}
	return span{}
}

// option keeps one option; its value stands behind "=" or in the next word.
func (p *page) option(l *line, w span, option, value string, after span, scope Scope) {
	for _, known := range startupOptions {
		if !equalFold(known.name, option) {
			continue
		}
		s := Setting{Name: "startup." + known.name, Scope: scope, Path: p.source(l), Value: on}
		raw := span{strings.TrimRight(w.text, "\"'\\"), w.at}
		if known.value {
			if value != "" {
				raw = span{value, w.at + strings.Index(w.text, "=") + 1}
			} else {
				raw = span{strings.TrimRight(after.text, "\"'\\;"), after.at}
			}
			var ok bool
			if s.Value, ok = size(raw.text, 1); !ok {
				return
			}
		}
		s.Owner = server
		p.add(l, raw, s)
		return
	}
	if near := nearKey(option); near != "" && !p.misspelled {
		p.misspelled = p.misspelt(l, near)
	}
}
