package dump

import (
	"strconv"
	"strings"
)

// aixAttributes are the attributes of /etc/security/limits of AIX, with what a
// figure counts in: blocks of 512 bytes, seconds, or one.
var aixAttributes = map[string]struct {
	name string
	unit uint64
}{
	"fsize": {"fsize", 512}, "core": {"core", 512}, "data": {"data", 512}, "stack": {"stack", 512}, "rss": {"rss", 512}, "cpu": {"cpu", 1}, "nofiles": {"nofile", 1}, "nproc": {"nproc", 1}, "threads": {"", 1}, "memlock": {"memlock", 512},
}

// An aixStanza is a stanza of /etc/security/limits: the limits of one user.
type aixStanza struct {
	user  string
	sure  bool
	found []aixEntry // attributes that others have as well, until one shows that it is AIX
}

// An aixEntry is an attribute with its place.
type aixEntry struct {
	line    line
	name    string
	raw     span
	setting Setting
	hard    bool
}

// aixPath ends the name of the file.
const aixPath = "/etc/security/limits"

// readAIXLimits reads /etc/security/limits and what "lsuser -f" prints of it:
// the user with a colon, then its attributes.
func readAIXLimits(p *page, l *line) bool {
	stanza, open := p.block.(*aixStanza)
	ours := strings.HasSuffix(p.source(l), aixPath)
	if l.text[0] == '*' {
		return ours || open && stanza.sure
	}
	if user, found := strings.CutSuffix(l.text, ":"); found && className(user) {
		if !open && !ours && p.block != nil {
			return false
		}
		p.block = &aixStanza{user: user, sure: ours || open && stanza.sure}
		return ours || open || user == "default" || user == "root"
	}
	key, raw, found := l.span().cut("=")
	if !found || len(key.text) > 16 {
		return false
	}
	if !open {
		stanza = &aixStanza{sure: ours}
	}
	entry, ok := aixAttribute(p, l, key.text, raw)
	if !ok || !open && p.block != nil && !entry.onlyAIX() {
		return open && stanza.sure && className(key.text)
	}
	p.block = stanza
	entry.setting.Owner = stanza.user
	stanza.take(p, entry)
	return true
}

// aixAttribute reads "nofiles_hard = -1".
func aixAttribute(p *page, l *line, key string, raw span) (entry aixEntry, ok bool) {
	name, hard := strings.CutSuffix(key, "_hard")
	attribute, ok := aixAttributes[name]
	value, isValue := aixValue(raw.text, attribute.unit)
	if !ok || !isValue {
		return entry, false
	}
	s := Setting{Name: "ulimit." + attribute.name, Value: value, Scope: Configured, Path: p.source(l)}
	return aixEntry{*l, key, raw, s, hard}, true
}

// aixValue reads a limit of AIX: -1 for none, decimal, hexadecimal.
func aixValue(s string, unit uint64) (value string, ok bool) {
	if hex, found := strings.CutPrefix(s, "0x"); found {
		n, err := strconv.ParseUint(hex, 16, 64)
		if err != nil {
			return "", false
		}
		s = decimal(n)
	}
	if s == "" || !digit(s[0]) && !noLimit.has(s) {
		return "", false
	}
	for i := range len(s) {
		if digit(s[0]) && !digit(s[i]) {
			return "", false
		}
	}
	return limitValue(s, unit)
}

// onlyAIX reports whether no other file has such an attribute.
func (e *aixEntry) onlyAIX() bool { return e.hard || e.name == "fsize" || e.name == "nofiles" }

// take keeps the attribute, at once or when one that only AIX has is read.
func (x *aixStanza) take(p *page, e aixEntry) {
	x.sure = x.sure || e.onlyAIX()
	x.found = append(x.found, e)
	if !x.sure {
		if len(x.found) > 20 {
			x.found = nil
		}
		return
	}
	p.tell(&e.line, "limits of AIX")
	for i := range x.found {
		f := &x.found[i]
		if f.setting.Name != "ulimit." {
			p.limitPair(&f.line, f.raw, f.setting, !f.hard, f.hard)
		}
	}
	x.found = x.found[:0]
}
