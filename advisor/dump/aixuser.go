package dump

import "strings"

// readLsuser reads the one line that lsuser prints of a user:
// "root fsize=-1 nofiles=2000".
func readLsuser(p *page, l *line) bool {
	user, rest := l.span().word()
	if !className(user.text) || !strings.Contains(rest.text, "nofiles=") && !strings.Contains(rest.text, "fsize=") || strings.Contains(user.text, "chuser") {
		return false
	}
	words := rest.words()
	for _, w := range words {
		if !strings.Contains(w.text, "=") {
			return false
		}
	}
	p.aixWords(l, user.text, words)
	return p.tell(l, "limits of AIX")
}

// aixWords keeps the attributes among the words.
func (p *page) aixWords(l *line, user string, words []span) {
	for _, w := range words {
		key, raw, found := w.cut("=")
		if !found {
			continue
		}
		e, ok := aixAttribute(p, l, key.text, raw)
		if ok && e.setting.Name != "ulimit." {
			e.setting.Owner = user
			p.limitPair(l, raw, e.setting, !e.hard, e.hard)
		}
	}
}

// runChuser reads "chuser nofiles=65536 root" and "chsec -f FILE -s root -a
// nofiles=65536".
func runChuser(p *page, c *call) {
	args := c.arguments()
	if len(args) == 0 {
		return
	}
	user := args[len(args)-1].text
	words := make([]span, 0, len(args))
	for i, w := range args {
		if w.text == "-s" && i+1 < len(args) {
			user = args[i+1].text
		}
		words = append(words, w.span.unquote())
	}
	p.tell(c.line, "limits of AIX")
	p.aixWords(c.line, user, words)
}
