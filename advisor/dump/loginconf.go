package dump

import "strings"

// A loginClass is the record of login.conf being read.
type loginClass struct{ name string }

// readLoginConf reads login.conf of the BSDs: a record a class, its fields
// between colons, going on behind backslashes. What a line of a diff adds or
// drops counts as it stands.
func readLoginConf(p *page, l *line) bool {
	s := l.span()
	if s.text[0] == '+' || s.text[0] == '-' {
		s = s.from(1).trim()
	}
	if i := strings.IndexByte(s.text, ':'); i < 0 || i > 80 || len(s.text) > 1000 {
		return false
	}
	rest, ok := strings.CutSuffix(s.text, `\`)
	s.text = strings.TrimRight(rest, " \t")
	if s.text == "" || !ok && !strings.HasSuffix(s.text, ":") {
		return false
	}
	if s.text[0] != ':' {
		return p.loginHeading(l, s, ok)
	}
	return p.loginFields(l, s.from(1))
}

// loginHeading reads "staff:\" and "daemon:cputime=unlimited:tc=default:".
func (p *page) loginHeading(l *line, s span, goesOn bool) bool {
	class, fields, _ := s.cut(":")
	if !className(class.text) || fields.text == "" && !goesOn {
		return false
	}
	before := p.block
	p.block = &loginClass{name: strings.TrimSuffix(class.text, "|")}
	if fields.text == "" || p.loginFields(l, fields) {
		return true
	}
	p.block = before
	return false
}

// className reports whether s is the name of a class, perhaps with others
// behind bars.
func className(s string) bool {
	for i := range len(s) {
		if c := s[i]; !letter(c) && !digit(c) && c != '-' && c != '_' && c != '|' && c != '.' {
			return false
		}
	}
	return s != "" && letter(s[0])
}

// loginFields reads the fields of one line; false where none is one of
// login.conf.
func (p *page) loginFields(l *line, s span) bool {
	known := false
	for s.text != "" {
		i := strings.IndexByte(s.text, ':')
		if i < 0 {
			i = len(s.text)
		}
		if p.loginField(l, s.to(i).trim()) {
			known = true
		}
		s = s.from(min(i+1, len(s.text)))
	}
	return known
}

// loginField reads one field: "openfiles-cur=4096", "requirehome@", "tc=default".
func (p *page) loginField(l *line, field span) bool {
	name, raw, sets := field.cut("=")
	if !sets {
		name, raw, sets = field.cut("#")
	}
	limit, soft, hard, ok := halfOf(name.text)
	if !ok {
		word := strings.TrimSuffix(name.text, "@")
		os, known := loginWords.get(word)
		if os != "" {
			p.tell(l, "login.conf of "+os)
		}
		return known || strings.HasPrefix(word, "auth-") && sets
	}
	value, isValue := loginValue(raw.text, limit)
	if limit.name == "" || !sets || !isValue {
		return true
	}
	if soft != hard {
		p.tell(l, "login.conf with -cur and -max")
	}
	setting := Setting{Name: "ulimit." + limit.name, Value: value, Scope: Configured, Path: p.source(l)}
	if class, ok := p.block.(*loginClass); ok {
		setting.Owner = class.name
	}
	p.limitPair(l, raw, setting, soft, hard)
	return true
}

// loginWords are the other fields, with the system that alone has them.
var loginWords = table[string]{rows: []row[string]{
	{"tc", ""}, {"path", ""}, {"umask", ""}, {"priority", ""}, {"ignorenologin", ""}, {"requirehome", ""}, {"shell", ""}, {"term", ""}, {"setenv", ""}, {"manpath", ""}, {"nologin", ""}, {"welcome", ""}, {"copyright", ""}, {"hushlogin", ""}, {"timezone", ""},
	{"localcipher", OpenBSD}, {"ypcipher", OpenBSD}, {"auth", OpenBSD}, {"auth-type", OpenBSD}, {"approve", OpenBSD}, {"rtable", OpenBSD}, {"login-backoff", ""}, {"login-tries", ""}, {"login-timeout", ""}, {"expire-warn", OpenBSD}, {"minpasswordlen", ""}, {"passwordtries", ""}, {"stacksize", ""},
	{"passwd_format", FreeBSD}, {"charset", FreeBSD}, {"lang", FreeBSD}, {"mail", FreeBSD}, {"login_prompt", FreeBSD}, {"passwd_prompt", FreeBSD}, {"accounted", ""}, {"ignoretime", ""}, {"cpumask", FreeBSD}, {"login-retries", ""}, {"mixpasswordcase", ""}, {"idletime", ""}, {"sessiontime", ""}, {"warnexpire", ""}, {"warnpassword", ""}, {"times.allow", ""}, {"times.deny", ""}, {"ttys.allow", ""}, {"ttys.deny", ""}, {"host.allow", ""}, {"host.deny", ""},
}}

// loginValue reads a size, a time or a count of login.conf. Several figures add
// up: "1g512m", "1h30m".
func loginValue(s string, limit bsdLimit) (value string, ok bool) {
	switch strings.ToLower(s) {
	case "unlimited", "infinity", "infinite", "inf", "unlimit", "-1":
		return Unlimited, true
	}
	units := loginCounts
	if limit.size {
		units = loginSizes
	} else if limit.name == "cpu" {
		units = loginTimes
	}
	total := uint64(0)
	for s != "" {
		digits, rest := splitSuffix(s)
		unit := uint64(1)
		if rest != "" {
			if unit = units[rest[0]]; unit == 0 {
				return "", false
			}
			rest = rest[1:]
		}
		part, inRange := scaled(digits, unit)
		n, _ := number(part)
		if !inRange || total+n < total {
			return "", false
		}
		total += n
		s = rest
	}
	return decimal(total), true
}

// Units of login.conf(5).
var (
	loginSizes  = map[byte]uint64{'b': 512, 'k': 1 << 10, 'm': 1 << 20, 'g': 1 << 30, 't': 1 << 40}
	loginTimes  = map[byte]uint64{'s': 1, 'm': 60, 'h': 3600, 'd': 86400, 'w': 7 * 86400, 'y': 365 * 86400}
	loginCounts = map[byte]uint64{'k': 1 << 10, 'm': 1 << 20, 'g': 1 << 30}
)
