package dump

import "strings"

// ansibleTask is the block of a sysctl task whose words stand on several lines.
type ansibleTask struct{ key string }

// readAnsible reads the sysctl module of ansible: "sysctl: name=KEY value=VALUE",
// or name and value on lines of their own.
func readAnsible(p *page, l *line) bool {
	s := l.span()
	s = s.from(len(s.text) - len(strings.TrimLeft(strings.TrimPrefix(s.text, "- "), " ")))
	module := false
	for _, name := range []string{"sysctl:", "ansible.posix.sysctl:", "action: sysctl"} {
		if strings.HasPrefix(s.text, name) {
			s, module = s.from(len(name)).trim(), true
			break
		}
	}
	task, open := p.block.(*ansibleTask)
	switch {
	case module && s.text == "":
		p.block = &ansibleTask{}
		return true
	case module:
		return p.ansibleWords(l, s)
	case !open:
		return false
	}
	if s.text[0] == '{' {
		return p.ansibleItem(l, s)
	}
	label, value, found := s.cut(":")
	switch {
	case found && (label.text == "name" || label.text == "key"):
		task.key = value.unquote().text
	case found && (label.text == "value" || label.text == "val"):
		p.ansibleSets(l, task.key, value)
	default:
		return found && ansibleWords[label.text]
	}
	return true
}

var ansibleWords = map[string]bool{"state": true, "reload": true, "sysctl_set": true, "sysctl_file": true, "ignoreerrors": true, "become": true, "tags": true, "when": true}

// ansibleWords reads "name=KEY value=VALUE state=present".
func (p *page) ansibleWords(l *line, s span) bool {
	_, key, named := s.cut("name=")
	_, value, valued := s.cut("value=")
	if !named || !valued {
		return false
	}
	key = key.to(wordEnd(key.text)).unquote()
	value = value.to(wordEnd(value.text))
	p.ansibleSets(l, key.text, value)
	return true
}

// ansibleItem reads an item of a loop: "{ name: KEY, value: VALUE }".
func (p *page) ansibleItem(l *line, s span) bool {
	_, key, named := s.cut("name:")
	if !named {
		_, key, named = s.cut("key:")
	}
	_, value, valued := s.cut("value:")
	if !named || !valued {
		return false
	}
	key, _, _ = key.cut(",")
	value.text = strings.TrimRight(value.text, " }")
	p.ansibleSets(l, key.unquote().text, value)
	return true
}

func (p *page) ansibleSets(l *line, key string, value span) {
	if sysctlKey(key) {
		p.tellKey(l, key)
		p.addSysctl(l, key, value, Setting{Scope: Configured, Path: p.source(l)})
	}
}
