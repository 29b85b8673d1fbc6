package remedy

import (
	"slices"
	"strings"

	"headroom/advisor/dump"
	"headroom/advisor/rule"
)

// A ulimit is a value that a ulimit command in a line gives a resource.
type ulimit struct {
	halves int // index of the word that says which half it is, -1 for none: -S of "ulimit -S -n 1024"
	option int // of the word with the resource: -n, -Sn
	value  int
	hard   bool // only the hard half
	soft   bool // only the soft half
}

// ulimits are those of a resource in the words of a line; words keep the blanks
// behind them.
func ulimits(words []string, flag string) []ulimit {
	var found []ulimit
	command, takes := false, false
	now := ulimit{halves: -1}
	for i, w := range words {
		bare := strings.TrimSpace(w)
		switch {
		case bare == "":
			continue
		case strings.HasPrefix(bare, "#"):
			return found
		case bare == "ulimit":
			command, takes, now = true, false, ulimit{halves: -1}
		case command && bare[0] == '-' && len(bare) > 1:
			now.hard, now.soft = now.hard || strings.Contains(bare, "H"), now.soft || strings.Contains(bare, "S")
			if takes = strings.HasSuffix(bare, flag); takes {
				now.option = i
			} else if bare == "-S" || bare == "-H" {
				now.halves = i
			}
		case command && takes:
			now.value = i
			found = append(found, now)
			takes = false
		}
		command = command && !strings.HasSuffix(bare, ";") && !slices.Contains([]string{"&&", "||", "|", "&"}, bare)
	}
	return found
}

// literal parts the word of a value into a figure, or "unlimited", and what stands
// behind it; ok is false for what only the shell knows.
func literal(word string) (value, after string, ok bool) {
	value = strings.TrimRight(word, "; \t")
	after = word[len(value):]
	value = strings.Trim(value, `"'`)
	_, number := dump.Setting{Value: value}.Number()
	return value, after, number || value == dump.Unlimited || value == "hard" || value == "soft"
}

// setUlimit gives a resource its limit in every command that sets it, or in a new
// line.
func setUlimit(s *script, c change) {
	flag, ok := flags[c.name]
	if !ok {
		return
	}
	found := false
	both := c.hard == "" && c.asksHard() && !s.setsHard(flag)
	for i := 0; i < len(s.lines); i++ {
		text, sets := replaceUlimit(s.lines[i], flag, ulimitValue(c), c.hard != "", both)
		if found = found || sets; text != s.lines[i] {
			i += s.put(i, text, c.rules)
		}
	}
	if !found {
		if c.hard != "" || s.setsHard(flag) {
			flag = "S" + flag
		}
		s.add("ulimit -"+flag+" "+ulimitValue(c), c.rules)
	}
}

// asksHard reports whether the hard half is asked for, too.
func (c change) asksHard() bool {
	return slices.ContainsFunc(c.rules, func(ru *rule.Rule) bool { return strings.HasSuffix(ru.Setting, ".hard") })
}

// setsHard reports whether a command of the script sets the hard half by itself.
func (s *script) setsHard(flag string) bool {
	for _, line := range s.lines {
		if active(line) && slices.ContainsFunc(ulimits(strings.SplitAfter(line, " "), flag), func(u ulimit) bool { return u.hard }) {
			return true
		}
	}
	return false
}

// replaceUlimit puts a value behind the option of each ulimit command in a line that
// sets less. With soft only the soft half is set, and a command for the hard one
// stays; with both a command for the soft half comes to set the two. Everything else
// of the line stays, as does a value that only the shell knows. sets reports whether
// the line sets the resource by a figure.
func replaceUlimit(line, flag, value string, soft, both bool) (text string, sets bool) {
	if !active(line) {
		return line, false
	}
	words := strings.SplitAfter(line, " ")
	for _, u := range ulimits(words, flag) {
		has, after, ok := literal(words[u.value])
		if !ok {
			continue
		}
		sets = true
		if soft && u.hard || has == "hard" || has == "soft" {
			continue
		}
		if larger(has, value) != has || has == dump.Unlimited {
			words[u.value] = value + after
		}
		switch {
		case soft && !u.soft:
			words[u.option] = strings.Replace(words[u.option], "-", "-S", 1)
		case both && u.soft && u.halves >= 0:
			words[u.halves] = ""
		case both && u.soft:
			words[u.option] = strings.Replace(words[u.option], "S", "", 1)
		}
	}
	return strings.Join(words, ""), sets
}
