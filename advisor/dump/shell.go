package dump

import "strings"

// A word is one word of a command line.
type word struct {
	text string // without its quotes
	span span   // with them
}

// A call is one simple command of a command line.
type call struct {
	line    *line
	words   []word // the program first
	to      string // the file its output goes to, "" when none
	appends bool   // to what the file holds
	heredoc string // the word that ends the here-document it reads
	piped   bool   // its output goes to the next call
}

// name is the program without its folder and, on Windows, its extension.
func (c *call) name() string {
	name := c.words[0].text
	if i := strings.LastIndexAny(name, `/\`); i >= 0 {
		name = name[i+1:]
	}
	return strings.TrimSuffix(name, ".exe")
}

func (c *call) arguments() []word { return c.words[1:] }

// after is the same call without its first n words.
func (c *call) after(n int) *call {
	if n >= len(c.words) {
		return nil
	}
	inner := *c
	inner.words = c.words[n:]
	return &inner
}

// calls splits a command line at ; & | && and ||, outside quotes.
func calls(l *line, s span) []call {
	var all []call
	now := call{line: l}
	for s = s.trim(); s.text != ""; s = s.trim() {
		if n := operator(s.text); n > 0 {
			now.piped = s.text[:n] == "|"
			all = append(all, now)
			now = call{line: l}
			s = s.from(n)
			continue
		}
		if n := redirection(s.text); n > 0 {
			s = now.redirect(s, n)
			continue
		}
		n := wordEnd(s.text)
		now.words = append(now.words, word{bareWord(s.text[:n]), s.to(n)})
		s = s.from(n)
	}
	all = append(all, now)
	kept := all[:0]
	for _, c := range all {
		if len(c.words) > 0 {
			kept = append(kept, c)
		}
	}
	return kept
}

// operator is the length of the control operator at the start of s.
func operator(s string) int {
	switch s[0] {
	case ';', '&', '|':
		if len(s) > 1 && s[1] == s[0] {
			return 2
		}
		return 1
	}
	return 0
}

// redirection is the length of the redirection sign at the start of s: ">",
// ">>", "2>", "<<".
func redirection(s string) int {
	i := 0
	if i < len(s) && digit(s[i]) && len(s) > 1 && (s[1] == '>' || s[1] == '<') {
		i++
	}
	if s[i] != '>' && s[i] != '<' || strings.HasPrefix(s[i:], "<(") {
		return 0
	}
	for i < len(s) && strings.IndexByte("<>-&", s[i]) >= 0 {
		i++
	}
	return i
}

// redirect notes where the call's output goes, or the end of what it reads.
func (c *call) redirect(s span, n int) span {
	sign := s.text[:n]
	s = s.from(n).trim()
	end := 0
	if s.text != "" {
		end = wordEnd(s.text)
	}
	target := bareWord(s.text[:end])
	switch {
	case strings.HasPrefix(sign, "<<"):
		c.heredoc = target
	case sign[0] == '>' && !strings.Contains(sign, "&"):
		c.to, c.appends = target, strings.HasPrefix(sign, ">>")
	}
	return s.from(end)
}

// wordEnd is where the word at the start of s ends.
func wordEnd(s string) int {
	quote := byte(0)
	deep := 0
	for i := 0; i < len(s); i++ {
		c := s[i]
		switch {
		case quote != 0:
			if c == quote {
				quote = 0
			}
		case c == '\\':
			i++
		case c == '"' || c == '\'' || c == '`':
			quote = c
		case c == '(' || c == '{':
			deep++
		case (c == ')' || c == '}') && deep > 0:
			deep--
		case deep == 0 && strings.IndexByte(" \t;&|<>", c) >= 0:
			return max(i, 1)
		}
	}
	return len(s)
}

// bareWord takes the quotes off a word.
func bareWord(s string) string {
	if !strings.ContainsAny(s, `"'\`) {
		return s
	}
	if n := len(s); n >= 2 && (s[0] == '"' || s[0] == '\'') && strings.IndexByte(s[1:], s[0]) == n-2 {
		return s[1 : n-1]
	}
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		if s[i] == '"' || s[i] == '\'' {
			continue
		}
		b.WriteByte(s[i])
	}
	return b.String()
}
