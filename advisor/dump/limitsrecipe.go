package dump

import "strings"

// A limitsRecipe is a block of limits as the tools that set up machines and run
// containers have them: words of an entry of limits.conf, or a name with soft
// and hard.
type limitsRecipe struct {
	item, kind string
	bytes      bool           // sizes are in bytes, not in those of limits.conf
	waits      []waitingLimit // values whose name is yet to come
}

// A waitingLimit is a value of a limit without its name.
type waitingLimit struct {
	at         line
	raw        span
	soft, hard bool
}

// limitsBlocks begin such a block; true where sizes are in bytes.
var limitsBlocks = map[string]bool{
	"pam_limits": false, "community.general.pam_limits": false, "security.pam.loginLimits": false, "limits::limits": false, "limits::entry": false, "limits::fragment": false, "limits": false,
	"default-ulimits": true, "default-ulimit": true, "ulimits": true, "Ulimits": true, "rlimits": true,
}

// readLimitsRecipe reads limits in the pam_limits module of ansible, in Puppet and
// NixOS, in the configuration of Docker and what it prints of a container, in task
// definitions and OCI bundles.
func readLimitsRecipe(p *page, l *line) bool {
	s := l.span()
	s = s.from(len(s.text) - len(strings.TrimLeft(strings.TrimPrefix(s.text, "- "), " ")))
	if s.text == "ulimits:" {
		return false // of a Compose file
	}
	name, rest := recipeName(s)
	if bytes, ok := limitsBlocks[name]; ok && recipeOpens(rest.text) {
		p.begin(context{path: p.path, whole: p.whole, script: p.script, heredoc: p.heredoc})
		p.block = &limitsRecipe{bytes: bytes}
		p.limitsRecipeLine(l, rest.from(1))
		return true
	}
	if strings.HasPrefix(s.text, `{"default-ulimits"`) || strings.HasPrefix(s.text, `{ "default-ulimits"`) {
		p.block = &limitsRecipe{bytes: true}
		return p.limitsRecipeLine(l, s.from(strings.IndexByte(s.text, ':')+1))
	}
	r, open := p.block.(*limitsRecipe)
	if !open || s.text == "" {
		return false
	}
	if name != "" && !r.named(name) && strings.HasSuffix(s.text, "[") {
		p.block = nil // a list of something else
		return false
	}
	return p.limitsRecipeLine(l, s)
}

// recipeName is the name at the start of a line, without quotes.
func recipeName(s span) (name string, rest span) {
	n := 0
	for n < len(s.text) && n < 40 && (letter(s.text[n]) || strings.IndexByte(`_-.":`, s.text[n]) >= 0) {
		n++
	}
	name = s.text[:n]
	if strings.HasSuffix(name, ":") {
		name, n = name[:n-1], n-1
	}
	return strings.Trim(name, `"`), s.from(n).trim()
}

// recipeOpens reports whether what follows the name begins a block: a colon with
// nothing or the words of one line behind, or a bracket.
func recipeOpens(s string) bool {
	if s == "" {
		return false
	}
	rest := strings.TrimSpace(s[1:])
	switch s[0] {
	case ':':
		return rest == "" || rest[0] == '{' || rest[0] == '[' || strings.HasPrefix(rest, "domain=")
	case '=':
		return rest != "" && (rest[0] == '{' || rest[0] == '[')
	}
	return s[0] == '{' && (rest == "" || rest[0] == '\'' || rest[0] == '"')
}

// limitsRecipeLine takes the words of one line.
func (p *page) limitsRecipeLine(l *line, s span) bool {
	r := p.block.(*limitsRecipe)
	signs := ",;{}[]"
	if strings.HasPrefix(strings.TrimSpace(s.text), "domain=") {
		signs += " "
	}
	known := false
	if s.text != "" && s.text[0] == '{' && strings.IndexByte(s.text, '}') > 1 {
		r.item, r.kind = "", "" // an entry of its own
	}
	for _, part := range s.pieces(signs) {
		known = part.text != "" && p.recipeWord(l, r, part) || known
	}
	return known || strings.Trim(s.text, "{}[](),; ") == ""
}

// recipeWord takes one word of a block with its value, or the name of the limit
// that the words after it are of.
func (p *page) recipeWord(l *line, r *limitsRecipe, s span) bool {
	if entry, rest, ok := s.quotedWord(); ok && strings.HasPrefix(rest.text, ":") {
		value := rest.from(1).trim()
		if !r.named(entry.text) {
			return p.recipeValue(l, r, entry.text, value)
		}
		if s = value; s.text == "" {
			return true
		}
	}
	if option, rest, ok := s.quotedWord(); ok && rest.text == "" {
		return p.recipeValue(l, r, "", option)
	}
	label, value, found := attribute(s)
	return found && p.recipeValue(l, r, label.text, value)
}

// named notes the limit that a word names, if it is one: "nofile", "*/nofile",
// "*/soft/nofile", "RLIMIT_NOFILE".
func (r *limitsRecipe) named(s string) bool {
	s = strings.ToLower(strings.TrimPrefix(s, "RLIMIT_"))
	for part := range strings.SplitSeq(s, "/") {
		if part == "soft" || part == "hard" {
			r.kind = part
		}
	}
	s = s[strings.LastIndexByte(s, '/')+1:]
	item, ok := limitsItems[s]
	if ok = ok && item.name != ""; ok {
		r.item = s
	}
	return ok
}

func (p *page) recipeValue(l *line, r *limitsRecipe, label string, value span) bool {
	if value = value.unquote(); label == "" && r.bytes {
		return p.recipeOption(l, value)
	}
	switch label {
	case "domain":
		r.item, r.kind = "", ""
	case "limit_type", "type":
		if strings.HasPrefix(value.text, "RLIMIT_") {
			r.item = ""
			r.named(value.text)
			break
		}
		r.kind = value.text
	case "limit_item", "item", "name", "Name":
		r.item = ""
		r.named(value.text)
	case "value", "limit_value":
		if r.bytes || r.kind != "soft" && r.kind != "hard" && r.kind != "-" {
			return false
		}
		p.recipeSets(l, r, value, r.kind != "hard", r.kind != "soft")
		return true
	case "soft", "Soft", "softLimit", "SoftLimit":
		p.recipeSets(l, r, value, true, false)
		return true
	case "hard", "Hard", "hardLimit", "HardLimit":
		p.recipeSets(l, r, value, false, true)
		return true
	case "both":
		p.recipeSets(l, r, value, true, true)
		return true
	default:
		return ansibleWords.has(label)
	}
	if r.item != "" {
		for i := range r.waits {
			w := &r.waits[i]
			p.recipeAdd(&w.at, r, w.raw, w.soft, w.hard)
		}
		r.waits = nil
	}
	return true
}

// recipeSets keeps a value, or holds it until its name is known.
func (p *page) recipeSets(l *line, r *limitsRecipe, raw span, soft, hard bool) {
	if r.item != "" {
		p.recipeAdd(l, r, raw, soft, hard)
		return
	}
	if len(r.waits) < 2 {
		r.waits = append(r.waits, waitingLimit{*l, raw, soft, hard})
	}
}

// recipeOption reads "nofile=20000:40000" of the older list of Docker.
func (p *page) recipeOption(l *line, s span) bool {
	name, _, found := s.cut("=")
	if _, known := limitsItems[name.text]; !found || !known {
		return false
	}
	p.containerOption(l, "--ulimit", s)
	return true
}

func (p *page) recipeAdd(l *line, r *limitsRecipe, raw span, soft, hard bool) {
	item := limitsItems[r.item]
	if r.bytes {
		item.unit = 1
	}
	value, ok := limitValue(raw.text, item.unit)
	if !ok {
		return
	}
	s := Setting{Name: "ulimit." + item.name, Value: value, Scope: Configured, Path: p.source(l)}
	if soft {
		p.add(l, raw, s)
	}
	if hard {
		s.Name += ".hard"
		p.add(l, raw, s)
	}
}
