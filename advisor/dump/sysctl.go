package dump

import "strings"

// readSysctl reads "key = value", "key=value" and "key: value" of sysctl and of
// its configuration files. It stands first among the readers, and most lines of
// a long dump go through it: it allocates nothing.
func readSysctl(p *page, l *line) bool {
	t := l.text
	ignored := t[0] == '-' && len(t) > 1 && letter(t[1])
	if ignored {
		t = t[1:]
	}
	n := 0
	for n < len(t) && keyByte[t[n]] {
		n++
	}
	key := t[:n]
	rest := trimLeft(t[n:])
	if rest == "" || !sysctlKey(key) {
		return false
	}
	if rest[0] != '=' && (rest[0] != ':' || len(rest) > 1 && !blank(rest[1])) {
		return false
	}
	value := trimLeft(rest[1:])
	if value == "[" || value == "{" {
		return false
	}
	tight := rest[0] == '=' && len(rest) == len(t)-n && len(value) == len(rest)-1
	p.tellForm(l, key, rest, tight)
	p.keyed(l, key, span{value, len(l.text) - len(value)}, tight || ignored)
	return true
}

// keyByte marks the bytes of a key: letters, digits, the separators of names
// and of interfaces, and the star of a pattern.
var keyByte = func() (t [256]bool) {
	for c := range t {
		t[c] = c < 0x80 && (letter(byte(c)) || digit(byte(c))) || strings.IndexByte("._-/%*@", byte(c)) >= 0
	}
	return t
}()

// roots are the first parts of the names of all systems' sysctl.
var roots = index{words: []string{
	"kernel", "vm", "fs", "net", "dev", "debug", "abi", "sunrpc", "crypto", "user", "xpc", "xen",
	"kern", "hw", "machdep", "security", "vfs", "compat", "p1003_1b", "jail", "ddb", "proc", "efi",
	"iflib", "kstat", "iogpu", "init", "emul", "audit", "ktrace",
}}

// sysctlKey reports whether key has the form of a name: a root, a dot or a
// slash, more.
func sysctlKey(key string) bool {
	i := 0
	for i < len(key) && key[i] != '.' && key[i] != '/' {
		i++
	}
	return i > 1 && i < len(key)-1 && letter(key[0]) && roots.has(key[:i])
}

// keyed handles a line with a key and a value.
func (p *page) keyed(l *line, key string, value span, tight bool) {
	if p.noSuchKey(l, value.text) {
		return
	}
	p.tellKey(l, key)
	if i := strings.IndexByte(key, '/'); i >= 0 && strings.IndexByte(key[:i], '.') < 0 {
		key = strings.ReplaceAll(key, "/", ".")
	}
	if key[0] == 'p' && p.processKey(l, key, value) {
		return
	}
	value, more := joinedPair(value)
	s, waits := p.stated(l)
	if p.live && tight && !p.tight && neverTight(key) {
		s.Scope = Configured
		p.live, p.section.tight = false, true // what follows is a file, too
	}
	if waits && tight && (linuxRoot(key) || neverTight(key) || value.text[:min(len(value.text), 1)] == `"`) {
		p.section.tight = true
	}
	switch i := p.addSysctl(l, key, value, s); {
	case i >= 0 && waits:
		p.section.open = append(p.section.open, i)
	case i == noValue:
		p.misspelt(l, "")
	}
	if more.text != "" {
		part := l.sub(more)
		readSysctl(p, &part)
	}
}

// joinedPair parts what stands behind a key where the line end before the next
// key was lost: figures, then a name with its sign.
func joinedPair(s span) (value, more span) {
	if strings.IndexByte(s.text, '=') < 0 && strings.IndexByte(s.text, ':') < 0 {
		return s, more
	}
	for rest := s; ; {
		w, after := rest.word()
		if _, ok := number(w.text); ok {
			rest = after
			continue
		}
		n := 0
		for n < len(w.text) && keyByte[w.text[n]] {
			n++
		}
		sign := trimLeft(rest.text[n:])
		if rest.at == s.at || !sysctlKey(w.text[:n]) || sign == "" || sign[0] != '=' && !strings.HasPrefix(sign, ": ") {
			return s, more
		}
		return s.to(rest.at - s.at).trim(), rest
	}
}

// linuxRoot reports whether the name can only be Linux's, whose sysctl never
// prints it without blanks around the sign.
func linuxRoot(key string) bool {
	if strings.HasPrefix(key, "vm.") && bsdSetOf(key)&inOpenBSD != 0 {
		return false
	}
	return strings.HasPrefix(key, "net.ipv4.") || strings.HasPrefix(key, "net.core.") || strings.HasPrefix(key, "fs.") || strings.HasPrefix(key, "kernel.") || strings.HasPrefix(key, "vm.")
}

// stated is the scope that the lines before give to a key and its value; waits
// is true where only the lines around it can tell.
func (p *page) stated(l *line) (s Setting, waits bool) {
	path := p.source(l)
	_, yaml := p.block.(*ansibleTask)
	switch {
	case path != "" && !p.live, p.sets, yaml:
		return Setting{Scope: Configured, Path: path}, false
	case l.path != "" || p.live:
		return Setting{Scope: Running}, false
	}
	return Setting{Scope: Running}, true
}

// noValue is what addSysctl gives for a known name that has something else than a
// value.
const noValue = -2

// addSysctl keeps a known name with its value, -1 when the name is not known.
// A name close to a known one is kept as unread.
func (p *page) addSysctl(l *line, key string, value span, s Setting) int {
	if says, ok := liveKeys.get(key); ok {
		p.section.live = true
		if says != nil {
			says(p, l, value.trim().text)
		}
	}
	known := known(key)
	if known == nil {
		if near := nearKey(key); near != "" {
			p.misspelt(l, near)
		}
		return -1
	}
	raw := newValue(value).quoted()
	if known.figures > 0 {
		raw = raw.unmarked()
	}
	if raw.text == "" {
		return -1
	}
	s.Name = known.name
	if s.Value, raw = sysctlValue(known, raw); s.Value == "" {
		return noValue
	}
	if s.Scope == Running && !p.section.tight && bsdRoot(key) {
		old, _ := value.word()
		p.tellStock(l, key, old.text)
	}
	return p.add(l, raw, s)
}

// newValue is what stands right of the arrow in "key: 12288 -> 1048600", the
// answer to a change on BSD; else the whole.
func newValue(s span) span {
	if _, after, found := s.cut("->"); found {
		return after
	}
	return s.trim()
}

// sysctlValue is the exact value: for names that hold figures so many of them,
// for others the text. Value and Raw differ in blanks only. What is not a value,
// such as a product, gives none.
func sysctlValue(k *name, raw span) (value string, figures span) {
	var found [8]span
	rest, count := raw, 0
	for count < len(found) {
		w, after := rest.word()
		w.text = strings.TrimRight(w.text, ",;`|\"'")
		if _, ok := number(strings.TrimPrefix(w.text, "-")); !ok {
			break
		}
		found[count], rest = w, after
		count++
	}
	switch {
	case count == 0 && k.figures > 0:
		raw, _ = raw.word()
		raw.text = strings.TrimRight(raw.text, ",;`|\"'")
		v, _ := k.sizeOf(raw.text)
		return v, raw
	case count == 0:
	case k.figures > 0 && (count < k.figures || figureGoesOn(rest.text)):
		return "", raw
	default:
		if k.figures > 0 && !(k.figures == 1 && thousands(found[:count])) {
			count = k.figures
		}
		raw = raw.to(found[count-1].at + len(found[count-1].text) - raw.at)
	}
	if k.figures == 1 && count > 1 {
		return strings.Join(strings.Fields(raw.text), ""), raw
	}
	if count < 2 && strings.IndexByte(raw.text, '\t') < 0 {
		return raw.text, raw
	}
	return strings.Join(strings.Fields(raw.text), " "), raw
}

// figureGoesOn reports whether a figure goes on as a term of arithmetic.
func figureGoesOn(rest string) bool {
	return rest != "" && (strings.IndexByte("*^+", rest[0]) >= 0 || strings.HasPrefix(rest, "x ") || strings.HasPrefix(rest, "\u00d7"))
}

// thousands reports whether figures are one, written in groups of three digits.
func thousands(groups []span) bool {
	if len(groups) < 2 || len(groups[0].text) > 3 {
		return false
	}
	for _, g := range groups[1:] {
		if len(g.text) != 3 {
			return false
		}
	}
	return true
}

// runSysctl reads the calls of sysctl: names that are asked, names that are
// set, files that are applied.
func runSysctl(p *page, c *call) {
	values := false
	for i, w := range c.arguments() {
		switch {
		case w.text == "--system" || strings.HasPrefix(w.text, "-p") || w.text == "--load":
			p.sets = true
		case strings.HasPrefix(w.text, "-"):
			p.tight = p.tight || strings.Contains(w.text, "e")
			values = values || strings.HasPrefix(w.text, "-n") || w.text == "-bn" || w.text == "--values"
		case p.sets:
			p.path = configFile(w.text)
		default:
			p.sysctlArgument(c, i+1, values)
		}
	}
	p.live = !p.sets
	if p.sets && p.path == "" && strings.Contains(c.words[len(c.words)-1].text, "p") {
		p.path = "/etc/sysctl.conf"
	}
}

// sysctlArgument reads word i of a call: a name, or a name with its new value.
func (p *page) sysctlArgument(c *call, i int, values bool) {
	w := c.words[i]
	key, value, sets := w.span.unquote().cut("=")
	if !sets {
		if values {
			p.expect = append(p.expect, answer{name: key.text, unit: 1, scope: Running})
		}
		return
	}
	if sysctlKey(key.text) {
		p.tellKey(c.line, key.text)
		p.addSysctl(c.line, strings.ReplaceAll(key.text, "/", "."), value, Setting{Scope: Configured, Path: p.source(c.line)})
	}
}
