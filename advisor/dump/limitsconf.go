package dump

import "strings"

// limitsItems are the items of limits.conf, with what a figure counts in.
var limitsItems = map[string]struct {
	name string
	unit uint64
}{
	"core": {"core", 1024}, "data": {"data", 1024}, "fsize": {"fsize", 1024}, "memlock": {"memlock", 1024}, "nofile": {"nofile", 1}, "rss": {"rss", 1024},
	"stack": {"stack", 1024}, "cpu": {"cpu", 60}, "nproc": {"nproc", 1}, "as": {"as", 1024}, "locks": {"locks", 1}, "sigpending": {"sigpending", 1},
	"msgqueue": {"msgqueue", 1}, "nice": {"nice", 1}, "rtprio": {"rtprio", 1},
	"maxlogins": {"", 1}, "maxsyslogins": {"", 1}, "priority": {"", 1}, "chroot": {"", 1}, "nonewprivs": {"", 1},
}

// A limitsEntry is an entry of limits.conf whose words stand on several lines.
type limitsEntry struct{ words []string }

// readLimitsConf reads /etc/security/limits.conf: domain, type, item, value.
func readLimitsConf(p *page, l *line) bool {
	entry, waiting := p.block.(*limitsEntry)
	if c := l.text[0]; c == '#' || c == '/' || c == '>' || len(l.text) > 300 {
		return false
	}
	if first, rest := l.span().word(); !waiting && first.text != "*" {
		if second, _ := rest.word(); second.text != "soft" && second.text != "hard" && second.text != "-" {
			return false
		}
	}
	words := l.span().words()
	if !limitsDomain(words[0].text) {
		return false
	}
	if waiting && len(entry.words)+len(words) <= 4 && (len(entry.words) > 1 || len(words) > 1) {
		joined := append(entry.words, texts(words)...)
		if p.block = nil; p.limitsWords(l, joined, words[len(words)-1]) {
			return true
		}
		p.block = entry
	}
	if len(words) > 4 && len(words)%4 == 0 && p.limitsEntries(l, words) {
		return true
	}
	if len(words) >= 4 && (len(words) == 4 || words[4].text[0] == '#') {
		return p.limitsWords(l, texts(words[:4]), words[3])
	}
	return len(words) < 4 && p.limitsWords(l, texts(words), span{})
}

// limitsEntries reads entries whose line ends were lost.
func (p *page) limitsEntries(l *line, words []span) bool {
	for i := 0; i < len(words); i += 4 {
		if kind := words[i+1].text; kind != "soft" && kind != "hard" && kind != "-" || limitsItems[words[i+2].text].unit == 0 {
			return false
		}
	}
	for i := 0; i < len(words); i += 4 {
		p.limitsWords(l, texts(words[i:i+4]), words[i+3])
	}
	return true
}

// limitsDomain reports whether the first word may be a login, a group or a range of
// numbers, and not a comment or a file behind which grep shows a line.
func limitsDomain(s string) bool {
	i := strings.IndexByte(s, ':')
	return strings.IndexByte(s, '#') < 0 && (i < 0 || strings.IndexByte(s[:i], '.') < 0 && strings.IndexByte(s[:i], '/') < 0)
}

func texts(spans []span) []string {
	all := make([]string, 0, len(spans))
	for _, s := range spans {
		all = append(all, s.text)
	}
	return all
}

// limitsWords reads the words of an entry so far. It keeps the limit when they
// are four, and the words when more must follow.
func (p *page) limitsWords(l *line, w []string, raw span) bool {
	if len(w) > 1 && w[1] != "soft" && w[1] != "hard" && w[1] != "-" {
		return false
	}
	if len(w) < 4 {
		return p.limitsBegin(w)
	}
	item, ok := limitsItems[w[2]]
	if !ok {
		return false
	}
	p.tell(l, "limits.conf")
	value, ok := limitValue(w[3], item.unit)
	if w[0][0] == '<' {
		return true // "<domain>" stands for one
	}
	if !ok || item.name == "" {
		return item.name == "" || w[3] == ""
	}
	s := Setting{Name: "ulimit." + item.name, Value: value, Scope: Configured, Owner: w[0], Path: p.source(l)}
	if w[1] != "hard" {
		p.add(l, raw, s)
	}
	if w[1] != "soft" {
		s.Name += ".hard"
		p.add(l, raw, s)
	}
	return true
}

// limitsBegin keeps the first words of an entry. Only a star, or a type with an
// item, is enough to begin with.
func (p *page) limitsBegin(w []string) bool {
	if len(w) == 3 {
		if _, ok := limitsItems[w[2]]; !ok {
			return false
		}
	} else if w[0] != "*" || len(w) == 2 {
		return false
	}
	p.block = &limitsEntry{append([]string(nil), w...)}
	return true
}
