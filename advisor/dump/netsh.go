package dump

import "strings"

// A portRange is the answer to "netsh int ipv4 show dynamicport tcp": a title,
// a rule, the first port, the number of ports.
type portRange struct {
	protocol string // tcp or udp, as asked for or as the title says
	ipv6     bool
	ruled    int   // line of the rule below the title
	start    *line // that of the first port
	value    span  // the first port
}

// tcpGlobals is the block of "netsh int tcp show global", of which nothing is
// asked.
type tcpGlobals struct{}

// excludedPorts is the block of "netsh int ipv4 show excludedportrange".
type excludedPorts struct{}

// readNetsh reads the ranges of dynamic ports. The protocol is the only word
// that is not translated: what tells the two figures is that they stand below
// the title and a rule, the first port before the number of ports.
func readNetsh(p *page, l *line) bool {
	t := l.text
	switch {
	case t[0] == '-' && (p.tableRule(l) || p.netshRule(l)), p.netshPrompt(l), p.netshBare(l):
		return true
	}
	switch block := p.block.(type) {
	case *portRange:
		if p.portsLine(l, block) {
			return true
		}
	case *excludedPorts:
		return excludedRow(l)
	case *tcpGlobals:
		if label, _, ok := l.span().cut(": "); ok && !strings.ContainsAny(label.text, "=<>") && len(label.text) < 80 && !strings.Contains(t, "HKEY") {
			return true
		}
	}
	if len(t) > 400 {
		return false
	}
	if protocol := protocolIn(t); protocol != "" {
		return p.portsTitle(l, protocol) || strings.HasSuffix(t, " Port Exclusion Ranges")
	}
	return t == "Start Port    End Port" || t == "Start Port End Port"
}

// protocolIn finds tcp or udp as a word of its own, case aside.
func protocolIn(s string) string {
	for i := 0; i+3 <= len(s); i++ {
		c := s[i] | 0x20
		if c != 't' && c != 'u' || i > 0 && (letter(s[i-1]) || digit(s[i-1]) || strings.IndexByte("_.-/", s[i-1]) >= 0) {
			continue
		}
		if i+3 < len(s) && (letter(s[i+3]) || digit(s[i+3]) || strings.IndexByte("_./:=", s[i+3]) >= 0) {
			continue
		}
		switch d, e := s[i+1]|0x20, s[i+2]|0x20; {
		case c == 't' && d == 'c' && e == 'p':
			return "tcp"
		case c == 'u' && d == 'd' && e == 'p':
			return "udp"
		}
	}
	return ""
}

// portsTitle reads the title. All of the answer may stand on its line, where
// line ends were lost.
func (p *page) portsTitle(l *line, protocol string) bool {
	block := &portRange{protocol: protocol}
	if asked, ok := p.block.(*portRange); ok {
		block.ipv6 = asked.ipv6
	}
	if i := strings.Index(l.text, "----------"); i > 0 {
		return p.portsJoined(l, block, i)
	}
	if !dynamicTitle(l.text) {
		return false
	}
	p.block = block
	return true
}

// dynamicTitle reports whether a line is the title in one of the languages that
// are known. The others are known by the rule below it.
func dynamicTitle(s string) bool {
	if len(s) > 120 || strings.ContainsAny(s, "0123456789:=") {
		return false
	}
	lower := strings.ToLower(s)
	for _, word := range []string{"dynam", "dinám", "dinâm", "dinam", "динам", "動的", "动态", "動態", "동적"} {
		if strings.Contains(lower, word) {
			return true
		}
	}
	return false
}

// netshRule reads the line of dashes below a title. That of excluded ports has
// two runs, of ten and of eight, for first and last port.
func (p *page) netshRule(l *line) bool {
	first, rest := l.span().word()
	if first.text == "-" {
		first, rest = rest.word()
	}
	if strings.Trim(first.text, "-") != "" {
		return false
	}
	if len(first.text) == 10 && rest.text == "--------" {
		p.block = &excludedPorts{}
		return p.tell(l, "excluded ports of netsh")
	}
	if rest.text != "" || len(first.text) < 10 {
		return false
	}
	block, open := p.block.(*portRange)
	if !open {
		if len(first.text) == globalsLength && p.protocolBefore(l) == "tcp" {
			p.block = &tcpGlobals{}
			return p.tell(l, "globals of netsh")
		}
		if len(first.text) != ruleLength {
			return false
		}
		block = &portRange{protocol: p.protocolBefore(l)}
	}
	if block.protocol == "" {
		return false
	}
	block.ruled = l.n
	p.block = block
	return true
}

// How many dashes netsh prints below a title, in all languages: of the dynamic
// ports, and of the parameters that all TCP connections share.
const (
	ruleLength    = 33
	globalsLength = 46
)

// protocolBefore is the protocol that one of the three lines before names.
func (p *page) protocolBefore(l *line) string {
	for n := l.n - 1; n >= l.n-3; n-- {
		given := p.dump.texts[p.file].line(n)
		if protocol := protocolIn(given[:min(len(given), 400)]); protocol != "" {
			return protocol
		}
	}
	return ""
}

// excludedRow reads "5357        5357", with a star where an administrator
// excluded the ports.
func excludedRow(l *line) bool {
	first, rest := l.span().word()
	last, star := rest.word()
	from, ok := number(first.text)
	to, also := number(last.text)
	return ok && also && from <= to && to < 1<<16 && (star.text == "" || star.text == "*") || strings.HasPrefix(l.text, "* -")
}

// startLabels are the labels of the first port, for answers whose rule is lost:
// Markdown takes it for the sign of a heading.
var startLabels = set{
	"start port", "startport", "port de démarrage", "port de début", "puerto de inicio", "puerto inicial", "porta iniziale", "porta de início", "porta inicial", "начальный порт",
	"开始端口", "启动端口", "起始端口", "啟動連接埠", "起始連接埠", "開始ポート", "시작 포트", "port początkowy", "beginpoort", "startpoort", "başlangıç bağlantı noktası", "počáteční port", "kezdő port",
}

// portsLine reads one of the two figures.
func (p *page) portsLine(l *line, block *portRange) bool {
	label, figure, ok := lastColon(l)
	if !ok {
		return false
	}
	n, isNumber := number(figure.text)
	if !isNumber || n > 1<<16 {
		return false
	}
	if block.start == nil {
		below := block.ruled > 0 && l.n-block.ruled <= 6
		if block.protocol == "" || !below && !startLabels.has(strings.ToLower(label.text)) {
			return false
		}
		at := *l
		block.start, block.value = &at, figure
		return true
	}
	start, count := block.value.text, figure.text
	if first, _ := number(start); first+n > 1<<16 || l.n-block.start.n > 6 {
		return false
	}
	p.addPorts(block.start, block.value, block, start+" "+count, Running)
	p.tell(l, "dynamic ports of netsh")
	p.block = nil
	return true
}

// lastColon splits "label : figure". The label has no figure in it.
func lastColon(l *line) (label, figure span, ok bool) {
	i := strings.LastIndexByte(l.text, ':')
	if i < 1 || i > 100 {
		return label, figure, false
	}
	s := l.span()
	label, figure = s.to(i).trim(), s.from(i+1).trim()
	return label, figure, !strings.ContainsAny(label.text, "0123456789=")
}

// portsJoined reads title, rule and figures on one line.
func (p *page) portsJoined(l *line, block *portRange, rule int) bool {
	rest := l.span().from(rule)
	_, rest, ok := rest.cut(":")
	start, rest := rest.word()
	_, rest, also := rest.cut(":")
	count, _ := rest.word()
	first, isStart := number(start.text)
	n, isCount := number(count.text)
	if !ok || !also || !isStart || !isCount || first+n > 1<<16 {
		return false
	}
	p.addPorts(l, start, block, start.text+" "+count.text, Running)
	return p.tell(l, "dynamic ports of netsh")
}

// addPorts keeps a range: its first port and the number of ports.
func (p *page) addPorts(l *line, raw span, block *portRange, value string, scope Scope) {
	name := "dynamicport." + block.protocol
	if block.ipv6 {
		name += ".ipv6"
	}
	s := Setting{Name: name, Value: value, Scope: scope}
	if scope == Configured {
		s.Path = p.source(l)
	}
	p.add(l, raw, s)
}
