package dump

import "strings"

// A containerLimits is the block "ulimits:" of a Compose file.
type containerLimits struct{ name string } // the limit that soft and hard are of

// readContainer reads the limits of a container in a Compose file: one figure
// for both, or soft and hard on lines of their own. A list of sysctls is like a
// task of ansible.
func readContainer(p *page, l *line) bool {
	if yamlSysctl(l.text) {
		p.block = &ansibleTask{}
		return true
	}
	if l.text == "ulimits:" {
		p.begin(context{path: p.path, whole: p.whole})
		p.block = &containerLimits{}
		return true
	}
	block, open := p.block.(*containerLimits)
	if !open {
		return false
	}
	label, value, found := l.span().cut(":")
	if item, known := limitsItems[label.text]; found && known && item.name != "" {
		block.name = "ulimit." + item.name
		p.containerSets(l, block.name, value, true, true)
		return true
	}
	if !found || block.name == "" || label.text != "soft" && label.text != "hard" {
		return false
	}
	p.containerSets(l, block.name, value, label.text == "soft", label.text == "hard")
	return true
}

// containerSets keeps a limit of a container, which counts sizes in bytes.
func (p *page) containerSets(l *line, name string, raw span, soft, hard bool) {
	raw = raw.unquote()
	value, ok := limitValue(raw.text, 1)
	if !ok {
		return
	}
	s := Setting{Name: name, Value: value, Scope: Configured, Path: p.source(l)}
	if soft {
		p.add(l, raw, s)
	}
	if hard {
		s.Name += ".hard"
		p.add(l, raw, s)
	}
}

// runContainer reads what docker and podman set for a container, and the
// command that they run in it.
func runContainer(p *page, c *call) {
	args := c.arguments()
	for i, w := range args {
		option, value, joined := w.span.cut("=")
		if option.text != "--ulimit" && option.text != "--sysctl" {
			continue
		}
		if !joined && i+1 < len(args) {
			value = args[i+1].span
		}
		p.containerOption(c.line, option.text, value.unquote())
	}
	runInner(p, c)
}

// containerOption reads "nofile=1024:4096" of --ulimit, or "key=value" of
// --sysctl.
func (p *page) containerOption(l *line, option string, value span) {
	name, raw, found := value.cut("=")
	if option == "--sysctl" {
		if found && sysctlKey(name.text) {
			p.tellKey(l, name.text)
			p.addSysctl(l, name.text, raw, Setting{Scope: Configured, Path: p.source(l)})
		}
		return
	}
	item, known := limitsItems[name.text]
	if !found || !known || item.name == "" {
		return
	}
	soft, hard, two := raw.cut(":")
	if two {
		p.containerSets(l, "ulimit."+item.name, soft, true, false)
		p.containerSets(l, "ulimit."+item.name, hard, false, true)
		return
	}
	p.containerSets(l, "ulimit."+item.name, soft, true, true)
}

// yamlSysctl reports whether a line begins a block of sysctls: "sysctls:" of YAML,
// `"sysctls": {` of JSON, "boot.kernel.sysctl = {" of NixOS.
func yamlSysctl(s string) bool {
	name := strings.TrimRight(s, " {[(")
	opened := len(name) < len(s)
	name = strings.TrimRight(name, ":=> ")
	if len(name) == len(s) || !opened && s[len(s)-1] != ':' {
		return false
	}
	name = strings.Trim(name, "\"'")
	if name == "systemControls" {
		return true
	}
	if len(name) > 40 || !strings.Contains(strings.ToLower(name), "sysctl") {
		return false
	}
	for i := range len(name) {
		if c := name[i]; !letter(c) && !digit(c) && strings.IndexByte("_-.:", c) < 0 {
			return false
		}
	}
	return true
}
