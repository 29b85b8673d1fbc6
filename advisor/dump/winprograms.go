package dump

import "strings"

// winPrograms are the commands of Windows that are known, which may be written
// in any case.
var winPrograms = table[program]{rows: []row[program]{
	{"netsh", program{run: runNetsh}},
	{"reg", program{run: runReg}},
	{"set-itemproperty new-itemproperty", program{run: runSetProperty}},
	{"sp", program{run: runSetProperty, prose: true}},
	{"get-itemproperty get-itempropertyvalue", program{run: runGetProperty}},
	{"gp", program{run: runGetProperty, prose: true}},
	{"get-nettcpsetting get-netudpsetting", program{run: runGetPorts}},
	{"set-nettcpsetting set-netudpsetting", program{run: runSetPorts}},
	{"wmic get-ciminstance get-wmiobject gwmi gcim get-computerinfo", program{run: runWmic}},
	{"cmd powershell start call", program{run: runCmd, prose: true}},
	{"pwsh", program{run: runCmd}},
	{"start-process", program{run: runStartProcess}},
	{"saps", program{run: runStartProcess, prose: true}},
	{"type gc", program{run: runType, prose: true}},
	{"get-content notepad", program{run: runType}},
	{"systeminfo winver ipconfig regedit tasklist get-item get-childitem restart-computer chcp setlocal endlocal msinfo32 get-service", program{run: runWindows}},
	{"ver", program{run: runWindows, prose: true}},
	{"shutdown dir goto pause title sc net", program{run: runOther, prose: true}},
	{"cls select-object format-list out-file write-host", program{run: runOther}},
	{"set", program{run: runLoaderSet, prose: true}},
}}

// winProgram finds a command of Windows by its name, case and extension aside. A
// word of prose is not at the start of a sentence.
func (p *page) winProgram(name string) (program, bool) {
	var lower [32]byte
	if len(name) < 2 || len(name) > len(lower) {
		return program{}, false
	}
	for i := range len(name) {
		lower[i] = name[i]
		if 'A' <= name[i] && name[i] <= 'Z' {
			lower[i] |= 0x20
		}
	}
	bare := lower[:len(name)]
	if n := len(bare) - len(".exe"); n > 0 && string(bare[n:]) == ".exe" {
		bare = bare[:n]
	}
	known, ok := p.winPrograms.get(string(bare))
	asPrinted := known.prose && name != strings.ToLower(name) && name != strings.ToUpper(name)
	return known, ok && !asPrinted
}

// program finds a command that is known.
func (p *page) program(name string) (program, bool) {
	if known, ok := p.programs.get(name); ok {
		return known, true
	}
	return p.winProgram(name)
}

// runWindows is for commands whose output says by itself what it is, while they
// say that the system is Windows.
func runWindows(p *page, c *call) { p.tell(c.line, "commands of Windows") }

// runReg takes what "reg add" sets.
func runReg(p *page, c *call) {
	if len(c.words) < 3 {
		return
	}
	p.tell(c.line, "commands of Windows")
	if !strings.EqualFold(c.words[1].text, "add") {
		p.visit(c.words[2].text)
		return
	}
	var name, data span
	kind := ""
	for i := 3; i+1 < len(c.words); i++ {
		value := c.words[i+1].span.unquote()
		switch strings.ToLower(c.words[i].text) {
		case "/v":
			name = value
		case "/t":
			kind = value.text
		case "/d":
			data = value
		}
	}
	if !strings.EqualFold(kind, "REG_DWORD") {
		return
	}
	p.setsRegistry(c.line, keyOfVariable(c.words[2].text), name, data)
}

// visit notes that what follows is of the machine in \\MACHINE\HKLM\..., up to the
// next prompt.
func (p *page) visit(path string) {
	rest, found := strings.CutPrefix(path, `\\`)
	host, key, more := strings.Cut(rest, `\`)
	if hive, _ := splitHive(keyLetters(key)); !found || !more || hive == "" {
		return
	}
	p.visitHost(host)
}

// visitHost notes that what follows is of another machine, up to the next prompt.
func (p *page) visitHost(host string) {
	if !p.visiting {
		p.visiting, p.home = true, p.session
	}
	p.enter(host)
}

// setsRegistry keeps a value that a command writes to the registry: decimal, or
// hex with 0x.
func (p *page) setsRegistry(l *line, path string, name, data span) {
	known := registryNames[strings.ToLower(name.text)]
	if kind, _ := kindOfKey(path); kind != keyTcpip || known == "" {
		return
	}
	value := data.text
	if hex, ok := strings.CutPrefix(strings.ToLower(value), "0x"); ok {
		n, _, ok := regFileDword(span{"dword:" + hex, 0})
		if !ok {
			return
		}
		value = decimal(n)
	}
	if n, ok := number(value); ok {
		p.add(l, data, Setting{Name: known, Value: decimal(n), Scope: Configured, Path: p.source(l)})
	}
}

// option is the value of an option of PowerShell, whose name may be shortened;
// from is how many letters it needs.
func (c *call) option(name string, from int) span {
	for i, w := range c.arguments() {
		given, ok := strings.CutPrefix(strings.ToLower(w.text), "-")
		if ok && len(given) >= from && strings.HasPrefix(name, given) && i+2 < len(c.words) {
			return c.words[i+2].span.unquote()
		}
	}
	return span{}
}

// plain is the n-th argument of PowerShell without an option before it.
func (c *call) plain(n int) span {
	for i := 1; i < len(c.words); i++ {
		if strings.HasPrefix(c.words[i].text, "-") {
			i++
			continue
		}
		if n == 0 {
			return c.words[i].span.unquote()
		}
		n--
	}
	return span{}
}

// registryPath is the key that a command of PowerShell is about.
func (c *call) registryPath() string {
	path := c.option("path", 2)
	if path.text == "" {
		path = c.option("literalpath", 1)
	}
	if path.text == "" {
		path = c.plain(0)
	}
	return keyOfVariable(path.text)
}

// keyOfVariable is the path of a key. A variable of PowerShell or of a batch file
// is taken for the key that has the value.
func keyOfVariable(path string) string {
	if strings.HasPrefix(path, "$") || len(path) > 2 && path[0] == '%' && path[len(path)-1] == '%' {
		return `HKLM\SYSTEM\CurrentControlSet\Services\Tcpip\Parameters`
	}
	return path
}

// parameter is what a command of PowerShell is given under a name, or at a place of
// its own, counted from 0.
func (c *call) parameter(name string, place int) span {
	if given := c.option(name, 1); given.text != "" {
		return given
	}
	return c.plain(place)
}

// runSetProperty takes what Set-ItemProperty and New-ItemProperty write.
func runSetProperty(p *page, c *call) {
	p.tell(c.line, "commands of Windows")
	p.sets = true
	name := c.parameter("name", 1)
	value := c.parameter("value", 2)
	p.setsRegistry(c.line, c.registryPath(), name, value)
}

// runGetProperty notes that the bare value follows that
// Get-ItemPropertyValue asks for.
func runGetProperty(p *page, c *call) {
	p.tell(c.line, "commands of Windows")
	p.block = &propertyList{}
	name := expanded(c.line.span())
	if name.text == "" && !strings.EqualFold(c.name(), "get-itempropertyvalue") {
		return
	}
	if name.text == "" {
		name = c.option("name", 1)
	}
	if name.text == "" {
		name = c.plain(1)
	}
	if known := registryNames[strings.ToLower(name.text)]; known != "" {
		p.expect = append(p.expect, answer{name: known, unit: 1, scope: Running})
	}
}

// expanded is the property that Select-Object is to give without its name.
func expanded(s span) span {
	i := strings.Index(strings.ToLower(s.text), " -expandproperty ")
	if i < 0 {
		return span{}
	}
	name, _ := s.from(i + len(" -expandproperty ")).word()
	return name.unquote()
}

// memberAsked reads a command of PowerShell in parentheses, of whose result one
// property is asked: (Get-ItemProperty HKLM:\...\Parameters).MaxUserPort.
func (p *page) memberAsked(c *call) bool {
	s := c.words[0].span
	i := strings.LastIndex(s.text, ").")
	if s.text[0] != '(' || i < 0 {
		return false
	}
	command, member := s.to(i).from(1).trim(), s.text[i+2:]
	first, _ := command.word()
	if _, known := p.winProgram(first.text); !known {
		return false
	}
	p.run(c.line, command)
	if known := registryNames[strings.ToLower(member)]; known != "" && len(p.expect) == 0 {
		p.expect = append(p.expect, answer{name: known, unit: 1, scope: Running})
	}
	return true
}

// protocolOfCall is the protocol that the name of a command has in it.
func protocolOfCall(c *call) string {
	if strings.Contains(strings.ToLower(c.name()), "udp") {
		return "udp"
	}
	return "tcp"
}

// runGetPorts notes whose ports follow.
func runGetPorts(p *page, c *call) {
	p.tell(c.line, "commands of Windows")
	p.block = &propertyList{protocol: protocolOfCall(c)}
}

// runSetPorts takes the dynamic ports that a command of PowerShell sets.
func runSetPorts(p *page, c *call) {
	p.tell(c.line, "commands of Windows")
	start, count := c.option("dynamicportrangestartport", len("dynamicportranges")), c.option("dynamicportrangenumberofports", len("dynamicportrangen"))
	first, ok := number(start.text)
	n, also := number(count.text)
	if ok && also && first+n <= 1<<16 {
		p.addPorts(c.line, start, &portRange{protocol: protocolOfCall(c)}, decimal(first)+" "+decimal(n), Configured)
	}
}

// runWmic notes that processors are counted chip by chip where they are asked of
// the chips.
func runWmic(p *page, c *call) {
	p.tell(c.line, "commands of Windows")
	list := &propertyList{}
	for _, w := range c.arguments() {
		lower := strings.ToLower(w.text)
		list.chips = list.chips || lower == "cpu" || lower == "win32_processor"
	}
	p.block = list
}

// runCmd runs the command behind /c, /k or -Command.
func runCmd(p *page, c *call) {
	p.tell(c.line, "commands of Windows")
	if p.depth >= deepest {
		return
	}
	p.depth++
	defer func() { p.depth-- }()
	for i, w := range c.arguments() {
		if strings.HasPrefix(w.text, "/") || strings.HasPrefix(w.text, "-") || w.text == "" {
			continue
		}
		if quoted := w.span.unquote(); quoted != w.span && p.isProgram(quoted, true) {
			p.run(c.line, quoted)
			return
		}
		inner := c.after(i + 1)
		if known, ok := p.program(inner.name()); ok {
			known.run(p, inner)
			return
		}
	}
}

// runStartProcess runs the program that Start-Process is given, whose arguments
// stand in a string.
func runStartProcess(p *page, c *call) {
	p.tell(c.line, "commands of Windows")
	program := c.parameter("filepath", 0)
	arguments := c.parameter("argumentlist", 1)
	if strings.TrimSuffix(strings.ToLower(program.text), ".exe") == "netsh" {
		p.netsh(c.line, arguments.words())
	}
}

// runType notes that the content of a file follows.
func runType(p *page, c *call) {
	for _, w := range c.arguments() {
		p.follows(w.text)
	}
}
