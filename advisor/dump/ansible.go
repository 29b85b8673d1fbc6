package dump

import "strings"

// ansibleTask is the block of a sysctl task whose words stand on several lines.
type ansibleTask struct {
	key    string
	absent bool // the setting is to be taken away
	first  int  // index of the settings of the task, made or not
}

// sysctlModules begin a task of ansible.
var sysctlModules = []string{"sysctl:", "ansible.posix.sysctl:", "action: sysctl"}

// readAnsible reads sysctl as the tools that set up machines have it: in the
// module of ansible "sysctl: name=KEY value=VALUE", or name and value on lines of
// their own; in Puppet "sysctl { 'KEY': value => VALUE }", in Chef "sysctl 'KEY' do".
func readAnsible(p *page, l *line) bool {
	s := l.span()
	s = s.from(len(s.text) - len(strings.TrimLeft(strings.TrimPrefix(s.text, "- "), " ")))
	if s.text == "" {
		return false
	}
	if s.text[0] == 's' && p.sysctlResource(l, s) {
		return true
	}
	for _, name := range sysctlModules {
		if strings.HasPrefix(s.text, name) {
			if s = s.from(len(name)).trim(); s.text != "" {
				return p.ansibleWords(l, s)
			}
			p.openTask("")
			return true
		}
	}
	if strings.HasPrefix(s.text, "lineinfile:") || strings.HasPrefix(s.text, "ansible.builtin.lineinfile:") {
		return p.lineInFile(l, s)
	}
	task, open := p.block.(*ansibleTask)
	if !open {
		return false
	}
	if s.text[0] == '{' {
		return p.ansibleItem(l, s)
	}
	if s.text == "end" || s.text == "}" {
		p.block = nil
		return true
	}
	label, value, found := attribute(s)
	return found && p.taskWord(l, task, label.text, value)
}

// openTask begins a task, whose name of a setting may stand in its first line.
func (p *page) openTask(key string) {
	p.block = &ansibleTask{key: key, first: len(p.dump.Settings)}
}

// attribute parts "label: value", "label => value,", "label = value" and the
// "label value" of Chef.
func attribute(s span) (label, value span, ok bool) {
	n := 0
	for n < len(s.text) && (letter(s.text[n]) || s.text[n] == '_' || s.text[n] == '-' || s.text[n] == '"') {
		n++
	}
	label, value = s.to(n), s.from(n).trim()
	label.text = strings.TrimSuffix(strings.TrimPrefix(label.text, `"`), `"`)
	for _, sign := range []string{"=>", ":", "="} {
		if strings.HasPrefix(value.text, sign) {
			value = value.from(len(sign)).trim()
			break
		}
	}
	value.text = strings.TrimRight(value.text, ",; ")
	return label, value, n > 0 && n < len(s.text)
}

// taskWord takes one word of a task.
func (p *page) taskWord(l *line, task *ansibleTask, label string, value span) bool {
	switch label {
	case "name", "key", "namespace":
		task.key, task.absent, task.first = value.unquote().text, false, len(p.dump.Settings)
	case "value", "val":
		if !task.absent {
			p.ansibleSets(l, task.key, value)
		}
	case "state", "ensure":
		if value = value.unquote(); value.text == "absent" {
			task.absent = true
			for i := task.first; i < len(p.dump.Settings); i++ {
				p.dump.Settings[i].Value = ""
			}
		}
	default:
		return ansibleWords.has(label)
	}
	return true
}

var ansibleWords = set{"state", "reload", "sysctl_set", "sysctl_file", "ignoreerrors", "become", "tags", "when", "action", "notify", "unsafe", "comment", "target", "permanent", "persist", "require", "before"}

// sysctlResource begins a resource of Puppet or Chef. That of Puppet may be
// whole on one line.
func (p *page) sysctlResource(l *line, s span) bool {
	n := 0
	for n < len(s.text) && (letter(s.text[n]) || s.text[n] == ':' || s.text[n] == '_') {
		n++
	}
	rest := s.from(n).trim()
	if !strings.HasPrefix(s.text, "sysctl") || rest.text == "" {
		return false
	}
	puppet := rest.text[0] == '{'
	if puppet {
		rest = rest.from(1).trim()
	}
	key, rest, ok := rest.quotedWord()
	if !ok || !sysctlKey(key.text) {
		return false
	}
	switch {
	case puppet && strings.HasPrefix(rest.text, ":"):
	case !puppet && rest.text == "do":
		rest = span{}
	default:
		return false
	}
	p.openTask(strings.ReplaceAll(key.text, "/", "."))
	task := p.block.(*ansibleTask)
	if rest.text == "" {
		return true
	}
	for _, part := range rest.from(1).pieces(",;") {
		part.text = strings.TrimRight(part.text, " }")
		if label, value, found := attribute(part); found {
			p.taskWord(l, task, label.text, value)
		}
	}
	return true
}

// quotedWord is the word in quotes at the start of s, and the rest.
func (s span) quotedWord() (word, rest span, ok bool) {
	if len(s.text) < 3 || s.text[0] != '"' && s.text[0] != '\'' {
		return s, s, false
	}
	end := strings.IndexByte(s.text[1:], s.text[0])
	if end < 1 {
		return s, s, false
	}
	return s.to(end + 1).from(1), s.from(end + 2).trim(), true
}

// pieces are the parts of s between signs, except within quotes.
func (s span) pieces(signs string) []span {
	var all []span
	quote, from := byte(0), 0
	for i := range len(s.text) {
		switch c := s.text[i]; {
		case quote != 0:
			if c == quote {
				quote = 0
			}
		case c == '"' || c == '\'':
			quote = c
		case strings.IndexByte(signs, c) >= 0:
			all = append(all, s.to(i).from(from).trim())
			from = i + 1
		}
	}
	return append(all, s.from(from).trim())
}

// lineInFile reads "lineinfile: path=FILE line=LINE".
func (p *page) lineInFile(l *line, s span) bool {
	_, row, found := s.cut(" line=")
	_, path, named := s.cut("path=")
	if !named {
		_, path, named = s.cut("dest=")
	}
	if !found || !named || strings.Contains(s.text, "state=absent") {
		return false
	}
	path, _ = path.word()
	return p.within(l, row.to(wordEnd(row.text)).unquote(), context{path: configFile(path.unquote().text)})
}

// ansibleWords reads "name=KEY value=VALUE state=present".
func (p *page) ansibleWords(l *line, s span) bool {
	_, key, named := s.cut("name=")
	_, value, valued := s.cut("value=")
	if !named || !valued {
		return false
	}
	key = key.to(wordEnd(key.text)).unquote()
	value = value.to(wordEnd(value.text))
	if !strings.Contains(s.text, "state=absent") {
		p.ansibleSets(l, key.text, value)
	}
	return true
}

// ansibleItem reads an item of a loop: "{ name: KEY, value: VALUE }".
func (p *page) ansibleItem(l *line, s span) bool {
	var key, value span
	for _, part := range s.pieces(",;{}") {
		label, v, found := attribute(part)
		switch {
		case !found:
		case label.text == "name" || label.text == "key" || label.text == "namespace":
			key = v.unquote()
		case label.text == "value" || label.text == "val":
			value = v
		}
	}
	if key.text == "" || value.text == "" {
		return false
	}
	p.ansibleSets(l, key.text, value)
	return true
}

func (p *page) ansibleSets(l *line, key string, value span) {
	if sysctlKey(key) {
		p.tellKey(l, key)
		p.addSysctl(l, key, value, Setting{Scope: Configured, Path: p.source(l)})
	}
}
