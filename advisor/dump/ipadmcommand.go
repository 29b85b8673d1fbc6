package dump

import "strings"

// An ipadmCall is what a call of ipadm says.
type ipadmCall struct {
	verb     string
	proto    string // "" where it names none
	fields   []string
	parsable bool
	props    []word // properties, with values where they are set
}

// ipadmArguments reads the arguments of ipadm.
func ipadmArguments(args []word) (c ipadmCall) {
	c.verb = args[0].text
	for i := 1; i < len(args); i++ {
		w := args[i].text
		if !strings.HasPrefix(w, "-") {
			if ipadmProtocols.has(w) {
				c.proto = w
			}
			continue
		}
		c.parsable = c.parsable || strings.Contains(w, "c")
		if i+1 >= len(args) {
			break
		}
		switch w[len(w)-1] {
		case 'o':
			i++
			c.fields = ipadmFields(args[i].text)
		case 'p':
			i++
			c.props = append(c.props, args[i])
		}
	}
	return c
}

// ipadmFields are the columns that -o asks for.
func ipadmFields(s string) []string {
	if s == "all" {
		return ipadmAll
	}
	return strings.Split(strings.ToLower(s), ",")
}

// runIpadm reads calls of ipadm: properties that are set, properties that are
// asked.
func runIpadm(p *page, c *call) {
	p.tell(c.line, formatSolaris)
	if len(c.words) < 2 {
		return
	}
	says := ipadmArguments(c.arguments())
	switch says.verb {
	case "set-prop":
		p.script = p.script || c.unprompted()
		p.misspelled = false
		for _, w := range says.props {
			p.ipadmSets(c, w, says.proto)
		}
	case "show-prop":
		p.block = says.table()
	}
}

// table is the block of the output of the call. Without -c a heading will tell
// the columns.
func (c *ipadmCall) table() *ipadmTable {
	t := &ipadmTable{proto: -1, property: -1, current: -1}
	if c.parsable && c.fields != nil {
		t = ipadmColumns(c.fields)
		t.colons = true
	}
	for _, w := range c.props {
		t.asked = append(t.asked, strings.Split(w.text, ",")...)
	}
	t.of = c.proto
	return t
}

// ipadmSets keeps "-p property=value". With a plus or minus before the sign the
// value is one of a list.
func (p *page) ipadmSets(c *call, w word, proto string) {
	for _, part := range w.span.unquote().split(',') {
		property, value, sets := part.cut("=")
		if !sets || strings.HasSuffix(property.text, "+") || strings.HasSuffix(property.text, "-") || p.misspelled {
			continue
		}
		before := p.dump.Understood
		p.ipadmProperty(c.line, proto, property.text, value.unquote(), Setting{Scope: Configured, Path: p.source(c.line)})
		p.misspelled = p.dump.Understood < before
	}
}

// split parts the span at each sep.
func (s span) split(sep byte) []span {
	var all []span
	for {
		i := strings.IndexByte(s.text, sep)
		if i < 0 {
			return append(all, s.trim())
		}
		all = append(all, s.to(i).trim())
		s = s.from(i + 1)
	}
}
