package dump

import "strings"

// A property is one of those that PowerShell, wmic and set print and that say
// something of the host.
type property struct {
	what  propertyKind
	unit  uint64 // of a size, in bytes
	plain bool   // the name is a common word: it counts only where the rest says that Windows is asked
}

// A propertyKind is what a property says.
type propertyKind int

const (
	propOther propertyKind = iota // tells no more than that Windows is asked
	propRegistry
	propStart // of the dynamic ports
	propCount
	propTemplate // the settings of TCP that follow
	propTCP      // one of those settings that says no more
	propMemory
	propSwap
	propCPUs  // of the whole machine
	propCores // of one processor: the logical ones beside it are of that one, too
	propProduct
	propRelease
	propArch
	propPath // of the key whose values were shown
	propEnvironment
)

// properties by their names in small letters.
var properties = table[property]{rows: []row[property]{
	{"maxuserport tcptimedwaitdelay", property{what: propRegistry}},
	{"databasepath psparentpath pschildname psprovider psdrive processor_identifier", property{what: propOther}},
	{"pspath", property{what: propPath}},
	{"settingname", property{what: propTemplate}},
	{"minrto(ms) initialrto(ms) congestionprovider scalingheuristics ecncapability memorypressureprotection delayedackfrequency autotuninglevellocal", property{what: propTCP}},
	{"dynamicportrangestartport", property{what: propStart}},
	{"dynamicportrangenumberofports", property{what: propCount}},
	{"totalphysicalmemory cstotalphysicalmemory", property{what: propMemory, unit: 1}},
	{"totalvisiblememorysize ostotalvisiblememorysize", property{what: propMemory, unit: 1 << 10}},
	{"sizestoredinpagingfiles ossizestoredinpagingfiles", property{what: propSwap, unit: 1 << 10}},
	{"allocatedbasesize", property{what: propSwap, unit: 1 << 20}},
	{"numberoflogicalprocessors csnumberoflogicalprocessors", property{what: propCPUs}},
	{"numberofcores", property{what: propCores}},
	{"windowsproductname osname", property{what: propProduct}},
	{"caption", property{what: propProduct, plain: true}},
	{"osversion", property{what: propRelease}},
	{"version", property{what: propRelease, plain: true}},
	{"osarchitecture systemtype cssystemtype", property{what: propArch}},
	{"os", property{what: propEnvironment, plain: true}},
	{"number_of_processors processor_architecture", property{what: propEnvironment}},
}}

// A propertyList is a run of "Name : value" or "Name=value".
type propertyList struct {
	protocol string // whose ports they are, as asked for or as the list says
	whole    bool   // the values are those of a whole registry key
	chips    bool   // the processors are counted chip by chip
	cpus     uint64 // of the chips

	start, count *line // the lines of the ports that were read
	first, ports span
}

// readProperties reads the lists that PowerShell prints of objects, and those of
// "wmic ... /value" and set.
func readProperties(p *page, l *line) bool {
	if key, listed := p.block.(*regKey); listed && key.hive && p.hiveRow(l) {
		return true
	}
	name, sign, value, ok := splitProperty(l)
	list, open := p.block.(*propertyList)
	if !ok {
		return open && (listLine(l.text) || deepIndent(l.given))
	}
	known, found := propertyNamed(name.text)
	if found && sign == '=' && known.what <= propTCP {
		return false
	}
	if !found || known.plain && !p.windowsSaid() && !strings.Contains(value.text, "Windows") {
		if near := nearRegistry(name.text); open && sign == ':' && near != "" {
			return p.misspelt(l, near)
		}
		return open && sign == ':'
	}
	if !open {
		list = &propertyList{}
		p.block = list
	}
	p.tell(l, "properties of Windows")
	p.property(l, list, known, name, value)
	return true
}

// listLine reports whether a line is "NV Hostname : X", the name of more than
// one word.
func listLine(s string) bool {
	label, _, found := strings.Cut(s+" ", " : ")
	return found && len(label) < 60 && letter(s[0]) && !strings.ContainsAny(label, ":0123456789")
}

// deepIndent reports whether a line goes on in the column of the values.
func deepIndent(given string) bool { return strings.HasPrefix(given, "                    ") }

// windowsSaid reports whether the text was already seen to be of Windows.
func (p *page) windowsSaid() bool {
	for _, what := range []string{"properties of Windows", "commands of Windows", "prompt of Windows"} {
		if _, seen := p.tells[what]; seen {
			return true
		}
	}
	_, said := p.facts.said[Windows]
	return said
}

// splitProperty splits "Name : value", as PowerShell prints it with a blank
// before the colon, and "Name=value". The value may be missing.
func splitProperty(l *line) (name span, sign byte, value span, ok bool) {
	s, n := l.span(), 0
	for n < len(s.text) && n < 48 && (letter(s.text[n]) || digit(s.text[n]) || strings.IndexByte("_()", s.text[n]) >= 0) {
		n++
	}
	if n < 2 || n == len(s.text) || !letter(s.text[0]) {
		return name, 0, value, false
	}
	rest := s.from(n).trim()
	switch {
	case rest.text == "":
		return name, 0, value, false
	case s.text[n] == '=':
		sign = '='
	case rest.text[0] == ':' && rest.at > n && (len(rest.text) == 1 || rest.text[1] == ' '):
		sign = ':'
	default:
		return name, 0, value, false
	}
	return s.to(n), sign, rest.from(1).trim(), true
}

// propertyNamed finds a property, case aside.
func propertyNamed(s string) (known property, ok bool) {
	var lower [40]byte
	if len(s) > len(lower) {
		return known, false
	}
	for i := range len(s) {
		lower[i] = s[i]
		if letter(s[i]) {
			lower[i] |= 0x20
		}
	}
	known, ok = properties.get(string(lower[:len(s)]))
	return known, ok
}

// property takes what one property says.
func (p *page) property(l *line, list *propertyList, known property, name, value span) {
	switch known.what {
	case propRegistry:
		p.registryProperty(l, name, value)
	case propOther:
		list.whole = list.whole || strings.EqualFold(name.text, "DataBasePath")
	case propPath:
		if list.whole && strings.Contains(strings.ToLower(value.text), "tcpip") {
			p.add(l, value, Setting{Name: tcpipParameters, Value: "present", Scope: Running})
		}
	case propTemplate, propTCP, propStart, propCount:
		list.portProperty(p, l, known.what, value)
	case propCores:
		list.chips = true
	case propCPUs:
		list.cpusProperty(p, l, value)
	default:
		p.hostProperty(l, known, name, value)
	}
}

// registryProperty keeps a value of the registry, which PowerShell prints in
// decimal.
func (p *page) registryProperty(l *line, name, value span) {
	if n, ok := number(value.text); ok {
		scope := Running
		if p.sets {
			scope = Configured
		}
		p.add(l, value, Setting{Name: registryNames[strings.ToLower(name.text)], Value: decimal(n), Scope: scope})
	}
}

// tcpLabelWidth is the width of the names in the settings of TCP, whose longest
// is AutoReusePortRangeNumberOfPorts. Those of UDP have no name as long.
const tcpLabelWidth = len("AutoReusePortRangeNumberOfPorts ")

// portProperty takes first port and number of ports, in either order. The
// setting stands on the first of the two lines.
func (list *propertyList) portProperty(p *page, l *line, what propertyKind, value span) {
	_, figure := number(value.text)
	switch {
	case what == propTemplate || what == propTCP:
		list.protocol = "tcp"
		if what == propTCP {
			return
		}
		fallthrough
	case !figure:
		list.start, list.count = nil, nil
		return
	}
	at := *l
	if list.protocol == "" && strings.IndexByte(l.text, ':') == tcpLabelWidth {
		list.protocol = "tcp"
	}
	if what == propStart {
		list.start, list.first = &at, value
	} else {
		list.count, list.ports = &at, value
	}
	if list.start == nil || list.count == nil || list.protocol == "" {
		return
	}
	from, raw := list.start, list.first
	if list.count.n < list.start.n {
		from, raw = list.count, list.ports
	}
	p.addPorts(from, raw, &portRange{protocol: list.protocol}, list.first.text+" "+list.ports.text, Running)
	list.start, list.count = nil, nil
}

// cpusProperty counts the logical processors. Where they are those of one chip,
// the chips add up.
func (list *propertyList) cpusProperty(p *page, l *line, value span) {
	n, ok := number(value.text)
	if !ok || n == 0 || n > 1<<12 {
		return
	}
	if list.chips {
		list.cpus += n
		n = list.cpus
	}
	p.chipCPUs(l, n)
}

// chipCPUs notes a number of processors of which more may come.
func (p *page) chipCPUs(l *line, n uint64) {
	heard := &p.facts.of[factCPUs]
	if known, _ := number(heard.value); n > known && heard.quality < exactly {
		heard.quality = 0
		p.fact(l, factCPUs, decimal(n), rounded)
	}
}

// hostProperty takes what a property says of the machine.
func (p *page) hostProperty(l *line, known property, name, value span) {
	switch known.what {
	case propMemory:
		p.factSize(l, factMemory, value.text, known.unit, exactly)
	case propSwap:
		p.factSize(l, factSwap, value.text, known.unit, exactly)
	case propProduct:
		if strings.Contains(value.text, "Windows") {
			p.says(l, Windows)
			p.fact(l, factProduct, strings.TrimSpace(strings.TrimRight(value.text, "|")), exactly)
		}
	case propRelease:
		if withBuild(value.text) {
			p.fact(l, factRelease, value.text, exactly)
		}
	case propArch:
		p.fact(l, factArch, strings.TrimSuffix(value.text, "-based PC"), exactly)
	case propEnvironment:
		p.environmentFact(l, name.text, value.text)
	}
}

// withBuild reports whether s is a version of Windows: its third number is the
// build, unlike that of programs.
func withBuild(s string) bool {
	parts := strings.Split(s, ".")
	return len(parts) == 3 && windowsVersion(s) && len(parts[2]) >= 4
}

// windowsVersion reports whether s is a version such as 10.0.17763.
func windowsVersion(s string) bool {
	dots := 0
	for i := range len(s) {
		switch c := s[i]; {
		case c == '.' && i > 0 && s[i-1] != '.':
			dots++
		case !digit(c):
			return false
		}
	}
	return dots >= 1 && len(s) < 24 && s[len(s)-1] != '.'
}
