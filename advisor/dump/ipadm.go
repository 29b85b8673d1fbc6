package dump

import "strings"

// An ipadmTable is the block of ipadm show-prop: where in a row its columns
// stand.
type ipadmTable struct {
	proto, property, current int // -1 where the table has no such column
	columns                  int
	colons                   bool
	asked                    []string // properties in the command
}

// ipadmProtocols are the protocols whose properties ipadm shows.
var ipadmProtocols = map[string]bool{"tcp": true, "udp": true, "sctp": true, "ip": true, "ipv4": true, "ipv6": true, "icmp": true, "hostmodel": true}

// ipadmPermissions are the words of the third column.
var ipadmPermissions = map[string]bool{"rw": true, "r-": true, "-w": true, "--": true}

// readIpadm reads the tables of ipadm show-prop.
func readIpadm(p *page, l *line) bool {
	s := l.span()
	if strings.HasPrefix(s.text, "PROTO") || strings.HasPrefix(s.text, "PROPERTY") || strings.HasPrefix(s.text, "CURRENT") {
		return p.ipadmHeading(l)
	}
	table, open := p.block.(*ipadmTable)
	if open && table.colons {
		return strings.IndexByte(s.text, ' ') < 0 && strings.IndexByte(s.text, '\t') < 0 && table.row(p, l, s.split(':'))
	}
	if open && table.current >= 0 {
		return table.row(p, l, s.words())
	}
	if strings.IndexByte("tusi", s.text[0]) < 0 {
		return false
	}
	proto, rest := s.word()
	if !ipadmProtocols[proto.text] {
		return false
	}
	words := rest.words()
	if len(words) < 4 || !ipadmPermissions[words[1].text] {
		return false
	}
	p.tell(l, formatSolaris)
	table = &ipadmTable{current: 3, property: 1, columns: 7}
	return table.row(p, l, append([]span{proto}, words...))
}

// ipadmHeading finds the columns.
func (p *page) ipadmHeading(l *line) bool {
	asked := []string(nil)
	if table, open := p.block.(*ipadmTable); open {
		asked = table.asked
	} else if !strings.Contains(l.text, "PROPERTY") {
		return false
	}
	t := ipadmColumns(strings.Fields(strings.ToLower(l.text)))
	t.asked = asked
	if t.current < 0 && t.property < 0 {
		return false
	}
	p.block = t
	return p.tell(l, formatSolaris)
}

func ipadmColumns(names []string) *ipadmTable {
	t := &ipadmTable{proto: -1, property: -1, current: -1, columns: len(names)}
	for i, name := range names {
		switch name {
		case "proto":
			t.proto = i
		case "property":
			t.property = i
		case "current":
			t.current = i
		}
	}
	return t
}

// row keeps the current value of a property.
func (t *ipadmTable) row(p *page, l *line, words []span) bool {
	if t.current < 0 || len(words) > t.columns || t.current >= len(words) || t.property >= len(words) || t.proto >= len(words) {
		return false
	}
	if t.proto >= 0 && !ipadmProtocols[words[t.proto].text] || t.property >= 0 && !propertyName(words[t.property].text) {
		return false
	}
	property := ""
	switch {
	case t.property >= 0:
		property = words[t.property].text
	case len(t.asked) > 0:
		property, t.asked = t.asked[0], t.asked[1:]
	}
	proto := "tcp"
	if t.proto >= 0 {
		proto = words[t.proto].text
	}
	return p.ipadmProperty(l, proto, property, words[t.current], Setting{Scope: Running})
}

// propertyName reports whether a word may be the name of a property.
func propertyName(s string) bool {
	return s != "" && (s[0] == '_' || tunableName(s))
}

// ipadmProperty keeps the value of a property of TCP; those of other protocols
// bear the same names.
func (p *page) ipadmProperty(l *line, proto, property string, raw span, s Setting) bool {
	if proto != "tcp" || ipadmListed[property] == "" {
		if near := nearKey(property); proto == "tcp" && ipadmListed[near] != "" && !ipadmReal[property] {
			return p.misspelt(l, near)
		}
		return property != ""
	}
	if value, ok := number(raw.text); ok {
		s.Name, s.Value = property, decimal(value)
		p.add(l, raw, s)
	}
	return true
}

// ipadmListed are the properties that are listed, with the parameters of ndd
// that they were before.
var ipadmListed = map[string]string{
	"send_buf": "tcp_xmit_hiwat", "recv_buf": "tcp_recv_hiwat", "send_maxbuf": "tcp_xmit_hiwat", "recv_maxbuf": "tcp_recv_hiwat",
	"smallest_anon_port": "tcp_smallest_anon_port", "largest_anon_port": "tcp_largest_anon_port", "_conn_req_max_q": "tcp_conn_req_max_q",
	"_conn_req_max_q0": "tcp_conn_req_max_q0", "_fin_wait_2_flush_interval": "tcp_fin_wait_2_flush_interval", "_time_wait_interval": "tcp_time_wait_interval",
	"_keepalive_interval": "tcp_keepalive_interval", "_naglim_def": "tcp_naglim_def",
}

// ipadmReal are properties that are close to a listed one and meant as they
// stand.
var ipadmReal = map[string]bool{"max_buf": true, "_max_buf": true, "_conn_req_min": true, "smallest_nonpriv_port": true}

// runIpadm reads calls of ipadm: properties that are set, properties that are
// asked.
func runIpadm(p *page, c *call) {
	p.tell(c.line, formatSolaris)
	args := c.arguments()
	if len(args) == 0 {
		return
	}
	verb, proto := args[0].text, args[len(args)-1].text
	table := ipadmColumns([]string{"proto", "property", "perm", "current"})
	parsable, chosen := false, false
	p.misspelled = false
	for i := 1; i < len(args); i++ {
		option, w := args[i].text, args[i]
		if !strings.HasPrefix(option, "-") {
			continue
		}
		parsable = parsable || strings.Contains(option, "c")
		if !strings.ContainsAny(option[len(option)-1:], "po") || i+1 >= len(args) {
			continue
		}
		i++
		w = args[i]
		if strings.HasSuffix(option, "o") {
			asked := table.asked
			table, chosen = ipadmColumns(ipadmFields(w.text)), true
			table.asked = asked
			continue
		}
		if verb == "set-prop" {
			p.ipadmSets(c, w, proto)
			continue
		}
		table.asked = strings.Split(w.text, ",")
	}
	p.ipadmFollows(c, table, verb, proto, parsable && chosen)
}

// ipadmFields are the columns that -o asks for.
func ipadmFields(s string) []string {
	if s == "all" {
		return []string{"proto", "property", "perm", "current", "persistent", "default", "possible"}
	}
	return strings.Split(strings.ToLower(s), ",")
}

// ipadmFollows notes what the lines after the call are.
func (p *page) ipadmFollows(c *call, t *ipadmTable, verb, proto string, parsable bool) {
	if verb != "show-prop" {
		p.script = p.script || verb == "set-prop" && c.unprompted()
		return
	}
	if proto != "tcp" && ipadmProtocols[proto] {
		t.asked = nil
	}
	if t.colons = parsable; !parsable { // a heading will tell the columns
		t = &ipadmTable{proto: -1, property: -1, current: -1, asked: t.asked}
	}
	p.block = t
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
