package dump

import (
	"strings"
	"unicode"
)

// A frame is what a log, a chat or a tool for many hosts puts before every line
// of a text, in the form of pattern.
type frame string

// Signs of a pattern. All other characters stand for themselves.
const (
	anyNumber = '\x01' // one digit or more
	anyBlanks = '\x02' // one blank or more, or the end of the line
)

// A lookedAt is a line as given, and clean.
type lookedAt struct{ given, text string }

// frameLongest is the length of the longest frame, frameLines how many lines are
// looked at before one is believed, frameFewest the least it takes, and
// frameAway how many lines without it end it.
const (
	frameLongest = 80
	frameLines   = 10
	frameFewest  = 3
	frameAway    = 5
)

// surround finds what stands around the line and those below it.
func (p *page) surround(given, rest string) {
	if p.shown = p.showsAll(given); len(given) > longest || rest == "" && p.frame == "" {
		return
	}
	s := p.frameText(given)
	if s == "" || p.frame.match(s) > 0 {
		p.frameless = 0
		return
	}
	if p.frameless++; p.frameless > frameAway {
		p.frame = ""
	}
	best := frame("")
	for _, end := range framesOf(s, p.below(rest)) {
		if f := patternOf(s[:end]); f.holds(p.framed(f, s, rest)) {
			best = f
		}
	}
	if best != "" {
		p.frame, p.frameless = best, 0
	}
}

// frameText is a line without blanks around it and, where it needs to be cleaned,
// clean. The line below is asked for again as the next.
func (p *page) frameText(given string) string {
	if p.plain || !p.needsCleaning(given) {
		return trimBlanks(given)
	}
	if given != p.looked.given {
		g := p.glyphs(given)
		for _, c := range cleaners {
			c.clean(g)
		}
		p.looked = lookedAt{given, strings.Trim(string(g.text), " \t\v")}
	}
	return p.looked.text
}

// below is the first line of rest that is not empty, if it is near.
func (p *page) below(rest string) string {
	for range frameAway {
		var given string
		if given, rest = p.next(rest); given != "" || rest == "" {
			return p.frameText(given[:min(len(given), longest)])
		}
	}
	return ""
}

// framed are the line s and those of rest that have the frame as well.
func (p *page) framed(f frame, s, rest string) []string {
	lines := []string{s}
	for len(lines) < frameLines && rest != "" {
		var given string
		given, rest = next(rest)
		s := p.frameText(given[:min(len(given), longest)])
		if s == "" {
			continue
		}
		if f.match(s) <= 0 {
			break
		}
		lines = append(lines, s)
	}
	return lines
}

// stretches marks the bytes of which a frame may have more or fewer from line to
// line: figures and blanks.
var stretches = func() (t [256]bool) {
	for c := range t {
		t[c] = digit(byte(c)) || blank(byte(c))
	}
	return t
}()

// framesOf gives the ends of what can be a frame of both lines, the shortest
// first. A line that holds nothing beside shows none.
func framesOf(s, other string) []int {
	var ends []int
	i, k := 0, 0
	for i < len(s) && k < len(other) && i < frameLongest {
		if s[i] == other[k] && !stretches[s[i]] {
			i++
			k++
			continue
		}
		switch {
		case digit(s[i]) && digit(other[k]):
			for i < len(s) && digit(s[i]) {
				i++
			}
			for k < len(other) && digit(other[k]) {
				k++
			}
		case blank(s[i]) && blank(other[k]):
			for i < len(s) && blank(s[i]) {
				i++
			}
			for k < len(other) && blank(other[k]) {
				k++
			}
			ends = frameEnd(ends, s[:i])
		default:
			return ends
		}
	}
	if i == len(s) {
		return nil
	}
	if k == len(other) && blank(s[i]) {
		ends = frameEnd(ends, s[:len(s)-len(trimLeft(s[i:]))])
	}
	return ends
}

// frameEnd adds the end of s to ends if s can be a frame. Most starts of lines are
// turned away by their last letter.
func frameEnd(ends []int, s string) []int {
	last := trimBlanks(s)
	if last == "" || strings.IndexByte(":)]|>", last[len(last)-1]) < 0 && strings.IndexByte(s, ':') < 0 && s[0] != '#' {
		return ends
	}
	if framing(strings.Fields(s)) {
		return append(ends, len(s))
	}
	return ends
}

// framing reports whether words before a line can be a frame: they end as such
// words do, are no prompt and no comment, and are not what a program says of
// itself.
func framing(words []string) bool {
	first, last := words[0], words[len(words)-1]
	switch {
	case first == "*", first == "PS", strings.HasPrefix(first, "//"), first[0] == ';', first[0] == '/', first[0] == '+':
		return false
	case first[0] == '#' && !(len(first) > 1 && digit(first[1])):
		return false
	}
	letters := false
	for _, w := range words {
		head, _ := strings.CutSuffix(w, ":")
		if _, program := programs.get(strings.TrimPrefix(head, "-")); program || known(head) != nil || head == "error" || head == "warning" || w == "-" || strings.Contains(w, "argv[") || sysctlKey(head) {
			return false
		}
		letters = letters || strings.IndexFunc(w, unicode.IsLetter) >= 0
	}
	if !letters {
		return stamped(words)
	}
	switch last[len(last)-1] {
	case ':', ')', ']':
		return len(last) > 1 && strings.IndexByte(last, '=') < 0
	case '|':
		return len(words) > 1
	case '>':
		return last[0] == '<' && len(last) > 2 || initials(last) || len(words) == 1 && givenName(last)
	}
	return stamped(words)
}

// initials reports whether a word quotes a person by initials: "JS>".
func initials(s string) bool {
	if len(s) < 2 || len(s) > 5 || s == "PS>" {
		return false
	}
	for i := range len(s) - 1 {
		if s[i] < 'A' || s[i] > 'Z' {
			return false
		}
	}
	return true
}

// givenName reports whether a word quotes a person by name: "John>".
func givenName(s string) bool {
	if len(s) < 4 || len(s) > 13 || s[0] < 'A' || s[0] > 'Z' {
		return false
	}
	for i := 1; i < len(s)-1; i++ {
		if s[i] < 'a' || s[i] > 'z' {
			return false
		}
	}
	return true
}

// stamped reports whether words are a time, with or without a date and a level,
// or the number and the seconds of a step of a build.
func stamped(words []string) bool {
	if len(words) == 2 && words[0][0] == '#' {
		return strings.IndexByte(words[1], '.') > 0 && strings.Trim(words[1], "0123456789.") == ""
	}
	return stampWords(words) == len(words)
}

// patternOf is the frame of the form that s has.
func patternOf(s string) frame {
	var b strings.Builder
	for i := 0; i < len(s); {
		switch from := i; {
		case digit(s[i]):
			for i < len(s) && digit(s[i]) {
				i++
			}
			b.WriteByte(anyNumber)
		case blank(s[i]):
			for i < len(s) && blank(s[i]) {
				i++
			}
			b.WriteByte(anyBlanks)
		default:
			b.WriteByte(s[from])
			i++
		}
	}
	return frame(b.String())
}

// match is the length of the frame at the start of s, -1 where s has none.
func (f frame) match(s string) int {
	i := 0
	for k := range len(f) {
		from := i
		switch f[k] {
		case anyNumber:
			for i < len(s) && digit(s[i]) {
				i++
			}
		case anyBlanks:
			for i < len(s) && blank(s[i]) {
				i++
			}
			if i == len(s) {
				return i
			}
		default:
			if i < len(s) && s[i] == f[k] {
				i++
			}
		}
		if i == from {
			return -1
		}
	}
	return i
}

// holds reports whether the lines behind the frame differ, and are more than
// figures: else it is the name of a value.
func (f frame) holds(lines []string) bool {
	worded, rest := 0, map[string]bool{}
	for _, s := range lines {
		s = s[f.match(s):]
		rest[s] = true
		if strings.IndexFunc(s, unicode.IsLetter) >= 0 {
			worded++
		}
	}
	return len(lines) >= frameFewest && 4*worded >= len(lines) && len(rest) >= frameFewest
}
