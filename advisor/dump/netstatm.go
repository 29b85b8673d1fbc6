package dump

import "strings"

// readNetstatM reads "netstat -m" of FreeBSD, whose fourth figure of the mbuf
// clusters, in releases before 5 the third, is kern.ipc.nmbclusters: the legend
// behind the figures says which is the maximum.
func readNetstatM(p *page, l *line) bool {
	if !digit(l.text[0]) {
		return p.mbufUsage(l)
	}
	i := strings.IndexByte(l.text, ' ')
	if i < 0 || i > 80 {
		return false
	}
	figures, rest := l.span().to(i), l.span().from(i+1).trim()
	switch {
	case strings.HasPrefix(rest.text, "mbuf clusters in use ("):
		p.clusters(l, figures, rest.text)
		return p.tell(l, "netstat -m of FreeBSD")
	case strings.HasPrefix(rest.text, "mbufs in use (current"), strings.HasPrefix(rest.text, "sfbufs in use (current"), strings.HasPrefix(rest.text, "mbuf+clusters out of packet"), strings.Contains(rest.text, "jumbo clusters in use (current"):
		return p.tell(l, "netstat -m of FreeBSD")
	case strings.HasPrefix(rest.text, "requests for mbufs "), strings.HasPrefix(rest.text, "requests for mbuf clusters "), strings.HasPrefix(rest.text, "mapped pages in use"), strings.HasPrefix(rest.text, "mbuf allocated to "), strings.HasPrefix(rest.text, "requests for jumbo clusters "), strings.HasPrefix(rest.text, "requests for sfbufs "), strings.HasPrefix(rest.text, "requests for I/O initiated by sendfile"),
		strings.HasPrefix(rest.text, "sendfile syscalls"), strings.HasPrefix(rest.text, "bytes allocated to network (current"), strings.HasPrefix(rest.text, "calls to protocol drain routines"), strings.HasPrefix(rest.text, "mbufs in use:"), strings.HasPrefix(rest.text, "mbufs allocated to "),
		strings.HasPrefix(rest.text, "Kbytes allocated to network ("), strings.HasPrefix(rest.text, "KB allocated to network ("), strings.HasPrefix(rest.text, "requests for memory de"):
		return true
	case rest.text == "of mbuf map consumed", rest.text == "of cluster map consumed", strings.HasPrefix(rest.text, "KBytes of wired memory reserved"), strings.HasPrefix(rest.text, "mbuf cluster pages in use ("):
		return true
	case strings.Contains(rest.text, " byte clusters in use (current/peak/max)"):
		return p.tell(l, "netstat -m of OpenBSD")
	case strings.HasPrefix(rest.text, "mbuf 2KB clusters in use"), strings.HasPrefix(rest.text, "mbuf 4KB clusters in use"), strings.HasPrefix(rest.text, "mbuf 16KB clusters in use"):
		return p.tell(l, "netstat -m of macOS")
	}
	return false
}

// A mbufTable is the block of "netstat -m" of FreeBSD 5.0 to 5.2.
type mbufTable struct{ clusters bool }

// mbufRows are the starts of its lines that say nothing of use.
var mbufRows = []string{"GEN cache:", "GEN list:", "CPU #", "Total:", "Mbuf cache ", "Cluster cache ", "Cluster high ", "Mbuf high ", "Allocated mbuf types:", "Maximum number allowed on each CPU list:"}

// mbufUsage reads the table of FreeBSD 5.0 to 5.2, whose maximum of the clusters
// is kern.ipc.nmbclusters.
func (p *page) mbufUsage(l *line) bool {
	if l.text == "mbuf usage:" || l.text == "mbuf cluster usage:" {
		p.block = &mbufTable{clusters: l.text == "mbuf cluster usage:"}
		return p.tell(l, "netstat -m of FreeBSD")
	}
	table, open := p.block.(*mbufTable)
	if !open {
		return false
	}
	s := l.span()
	s = s.from(len(s.text) - len(strings.TrimLeft(s.text, "-> ")))
	if label, figure, found := s.cut(":"); found && label.text == "Maximum possible" {
		if _, ok := number(figure.text); ok && table.clusters {
			p.add(l, figure, Setting{Name: "kern.ipc.nmbclusters", Value: figure.text, Scope: Running})
		}
		return true
	}
	for _, start := range mbufRows {
		if strings.HasPrefix(s.text, start) {
			return true
		}
	}
	return false
}

// clusters keeps the figure that the legend calls "max".
func (p *page) clusters(l *line, figures span, rest string) {
	_, legend, _ := strings.Cut(rest, "(")
	legend, _, _ = strings.Cut(legend, ")")
	for column := range strings.SplitSeq(legend, "/") {
		i := strings.IndexByte(figures.text, '/')
		if i < 0 {
			i = len(figures.text)
		}
		figure := figures.to(i)
		if _, ok := number(figure.text); ok && column == "max" {
			p.add(l, figure, Setting{Name: "kern.ipc.nmbclusters", Value: figure.text, Scope: Running})
			return
		}
		figures = figures.from(min(i+1, len(figures.text)))
	}
}
