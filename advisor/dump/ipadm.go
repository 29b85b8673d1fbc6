package dump

import "strings"

// An ipadmTable is the block of ipadm show-prop: where in a row its columns
// stand, and what the command asked.
type ipadmTable struct {
	proto, property, current int // -1 where the table has no such column
	columns                  int
	colons                   bool     // stand between the columns
	asked                    []string // properties in the command
	of                       string   // protocol in the command
}

// ipadmProtocols are the protocols whose properties ipadm shows.
var ipadmProtocols = set{"tcp", "udp", "sctp", "ip", "ipv4", "ipv6", "icmp", "hostmodel"}

// ipadmPermissions are the words of the third column.
var ipadmPermissions = set{"rw", "r-", "-w", "--"}

// readIpadm reads the tables of ipadm show-prop.
func readIpadm(p *page, l *line) bool {
	s := l.span()
	if s.text[0] == '>' { // quoted, see decorations
		return false
	}
	if strings.HasPrefix(s.text, "PROTO") || strings.HasPrefix(s.text, "PROPERTY") || strings.HasPrefix(s.text, "CURRENT") {
		return p.ipadmHeading(l)
	}
	table, open := p.block.(*ipadmTable)
	if open && table.colons {
		return strings.IndexByte(s.text, ' ') < 0 && strings.IndexByte(s.text, '\t') < 0 && table.row(p, l, s.split(':'))
	}
	if open && table.current >= 0 {
		return table.row(p, l, s.words()) || strings.IndexByte(s.text, ' ') < 0 && strings.Contains(l.given, possibleIndent)
	}
	if strings.IndexByte("tusi", s.text[0]) < 0 {
		return false
	}
	proto, rest := s.word()
	if !ipadmProtocols.has(proto.text) {
		return false
	}
	words := rest.words()
	if len(words) < 4 || !ipadmPermissions.has(words[1].text) {
		return false
	}
	p.tell(l, formatSolaris)
	return ipadmColumns(ipadmAll).row(p, l, append([]span{proto}, words...))
}

// possibleIndent is what at least stands before the rest of the last column,
// which goes on on lines of its own.
const possibleIndent = "                    "

// ipadmHeading finds the columns.
func (p *page) ipadmHeading(l *line) bool {
	t := ipadmColumns(strings.Fields(strings.ToLower(l.text)))
	if table, open := p.block.(*ipadmTable); open {
		t.asked, t.of = table.asked, table.of
	} else if t.property < 0 {
		return false
	}
	if t.current < 0 && t.property < 0 {
		return false
	}
	p.block = t
	return p.tell(l, formatSolaris)
}

// ipadmAll are the columns that ipadm prints.
var ipadmAll = []string{"proto", "property", "perm", "current", "persistent", "default", "possible"}

// ipadmColumns finds the columns that count by their names.
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
	if t.proto >= 0 && !ipadmProtocols.has(words[t.proto].text) || t.property >= 0 && !propertyName(words[t.property].text) {
		return false
	}
	property := ""
	switch {
	case t.property >= 0:
		property = words[t.property].text
	case len(t.asked) > 0:
		property, t.asked = t.asked[0], t.asked[1:]
	}
	proto := t.of
	if t.proto >= 0 {
		proto = words[t.proto].text
	}
	return p.ipadmProperty(l, proto, property, words[t.current], Setting{Scope: Running})
}

// propertyName reports whether a word may be the name of a property.
func propertyName(s string) bool {
	return s != "" && (s[0] == '_' || tunableName(s))
}

// ipadmProperty keeps the value of a property of TCP. Other protocols have some
// of the same names, but none of those with a dash before them that are listed.
func (p *page) ipadmProperty(l *line, proto, property string, raw span, s Setting) bool {
	if proto != "tcp" && (proto != "" || !strings.HasPrefix(property, "_")) {
		return property != ""
	}
	if !ipadmListed.has(property) {
		if near := nearKey(property); ipadmListed.has(near) && !ipadmReal.has(property) {
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

// ipadmListed are the properties that are listed.
var ipadmListed = set{
	"send_buf", "recv_buf", "send_maxbuf", "recv_maxbuf", "smallest_anon_port", "largest_anon_port", "_conn_req_max_q",
	"_conn_req_max_q0", "_fin_wait_2_flush_interval", "_time_wait_interval", "_keepalive_interval", "_naglim_def",
}

// ipadmReal are properties that are close to a listed one and meant as they
// stand.
var ipadmReal = set{"max_buf", "_max_buf", "_conn_req_min", "smallest_nonpriv_port"}
