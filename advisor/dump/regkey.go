package dump

import "strings"

// A regKey is the registry key that the values on the lines after it are of.
type regKey struct {
	kind   keyKind
	at     line // where the key is named
	goesOn bool // the value before goes on with the next line
	whole  bool // a value was read that only a dump of the whole key has

	hive     bool    // PowerShell lists what is in the key
	exported bool    // as text: name, type and data stand on lines of their own
	fields   [2]span // the values of the last two of them

	version, build string // of the system, as its key has them
}

// A keyKind is what a registry key is for.
type keyKind int

const (
	keyOther       keyKind = iota // of no use, or one that is deleted
	keyTcpip                      // the parameters of TCP/IP
	keyTcpip9x                    // the same in Windows 95, 98 and Me
	keySystem                     // edition and build of Windows
	keyEnvironment                // the environment of all processes
	keyProcessor                  // one for each processor
)

// tcpipParameters is the Setting that says that the whole key of the TCP/IP
// parameters was shown: a value that is not in it has its default.
const tcpipParameters = "Tcpip.Parameters"

// hives begin the name of every key, in the form of keyLetters.
var hives = []string{"hkeylocalmachine", "hklm", "hkeycurrentuser", "hkcu", "hkeyclassesroot", "hkcr", "hkeyusers", "hku", "hkeycurrentconfig", "hkcc"}

// keyLetters is a key without case, backslashes and other signs, which people
// and web pages lose.
func keyLetters(path string) string {
	var b strings.Builder
	for i := range min(len(path), 300) {
		c := path[i]
		if letter(c) {
			b.WriteByte(c | 0x20)
		} else if digit(c) {
			b.WriteByte(c)
		}
	}
	return b.String()
}

// splitHive takes the hive off a key in the form of keyLetters.
func splitHive(key string) (hive, rest string) {
	for _, before := range []string{"microsoftpowershellcore", "registry", "computer"} {
		key = strings.TrimPrefix(key, before)
	}
	for _, hive := range hives {
		if rest, ok := strings.CutPrefix(key, hive); ok {
			return hive, rest
		}
	}
	return "", key
}

// kindOfKey tells what a key is for. For a key of a processor, number is which
// one, from 0.
func kindOfKey(path string) (kind keyKind, number string) {
	hive, key := splitHive(keyLetters(path))
	if hive != "" && hive != "hkeylocalmachine" && hive != "hklm" {
		return keyOther, ""
	}
	if number, ok := strings.CutPrefix(key, "hardwaredescriptionsystemcentralprocessor"); ok && number != "" {
		return keyProcessor, number
	}
	if key == "softwaremicrosoftwindowsntcurrentversion" {
		return keySystem, ""
	}
	key, ok := strings.CutPrefix(key, "system")
	if !ok {
		return keyOther, ""
	}
	switch afterControlSet(key) {
	case "servicestcpipparameters":
		return keyTcpip, ""
	case "servicesvxdmstcp":
		return keyTcpip9x, ""
	case "controlsessionmanagerenvironment":
		return keyEnvironment, ""
	}
	return keyOther, ""
}

// afterControlSet takes the name of a control set off: the current one, or one
// that is kept under its number.
func afterControlSet(key string) string {
	if rest, ok := strings.CutPrefix(key, "currentcontrolset"); ok {
		return rest
	}
	rest, ok := strings.CutPrefix(key, "controlset")
	if !ok {
		return ""
	}
	return strings.TrimLeft(rest, "0123456789")
}

// openKey begins the values of a key, and closes the one before: as another key
// follows it, all its values were shown.
func (p *page) openKey(l *line, path string, deleted bool) {
	p.closeKey()
	kind, number := kindOfKey(path)
	if deleted {
		kind = keyOther
	}
	p.block = &regKey{kind: kind, at: *l}
	p.tell(l, "registry")
	if kind == keyProcessor {
		p.processorKey(l, number)
	}
}

// closeKey notes that the key of the TCP/IP parameters was shown whole.
func (p *page) closeKey() {
	k, open := p.block.(*regKey)
	if open && k.kind == keyTcpip && k.whole {
		p.add(&k.at, k.at.span(), Setting{Name: tcpipParameters, Value: "present", Scope: Running})
	}
}

// processorKey counts the processors by the numbers of their keys.
func (p *page) processorKey(l *line, digits string) {
	n, ok := number(digits)
	if !ok || n >= 1<<12 {
		return
	}
	heard := &p.facts.of[factCPUs]
	if known, _ := number(heard.value); n+1 > known && heard.quality < exactly {
		heard.quality = 0
		p.fact(l, factCPUs, decimal(n+1), rounded)
	}
}

// registryNames are the values that are settings, by their name in small
// letters: the registry does not tell case.
var registryNames = map[string]string{"maxuserport": "MaxUserPort", "tcptimedwaitdelay": "TcpTimedWaitDelay"}

// A regValue is one value of a key.
type regValue struct {
	name span
	raw  span
	text string // of a string
	n    uint64 // of a number
	kind regType
	gone bool // the file deletes the value
}

// A regType is what a value of the registry is, as far as it matters.
type regType int

const (
	regData regType = iota // of no use
	regString
	regNumber
	regBroken // its form is none
)

// registryValue reads a value of a key; key is nil where the text does not say
// which. It returns true, or what misspelt returns.
func (p *page) registryValue(l *line, key *regKey, v regValue, scope Scope) bool {
	if strings.EqualFold(v.name.text, "ImagePath") && ofServer(l.text) {
		p.options(l, Configured)
		return true
	}
	kind := keyTcpip
	if key != nil {
		kind = key.kind
	}
	switch kind {
	case keyTcpip, keyTcpip9x:
		return p.tcpipValue(l, key, v, scope)
	case keySystem:
		p.systemValue(l, key, v)
	case keyEnvironment:
		p.environmentFact(l, v.name.text, v.text)
	}
	return true
}

// tcpipValue reads a value of the TCP/IP parameters. Of another type than it
// must have, or in a form that the registry editor does not take, it has no
// effect.
func (p *page) tcpipValue(l *line, key *regKey, v regValue, scope Scope) bool {
	if key != nil && strings.EqualFold(v.name.text, "DataBasePath") {
		key.whole = true
	}
	name := registryNames[strings.ToLower(v.name.text)]
	if name == "" {
		if near := nearRegistry(v.name.text); near != "" {
			return p.misspelt(l, near)
		}
		return true
	}
	if v.gone {
		p.add(l, v.raw, Setting{Name: name, Value: Absent, Gone: true, Scope: scope, Path: p.source(l)})
		return true
	}
	value := decimal(v.n)
	if v.kind == regString && key != nil && key.kind == keyTcpip9x {
		if _, ok := number(v.text); ok {
			v.kind, value = regNumber, v.text
		}
	}
	if v.kind != regNumber {
		return p.misspelt(l, name)
	}
	p.add(l, v.raw, Setting{Name: name, Value: value, Scope: scope, Path: p.source(l)})
	return true
}

// nearRegistry is the known value that a name is close to, blanks at its end
// included.
func nearRegistry(name string) string {
	if known := registryNames[strings.ToLower(strings.TrimSpace(name))]; known != "" {
		return known
	}
	near := nearKey(name)
	if registryNames[strings.ToLower(near)] == "" {
		return ""
	}
	return near
}

// systemValue takes edition and build from the key that has them. CurrentVersion
// stays at 6.3 in everything from Windows 10 on, whose builds begin at 10240.
func (p *page) systemValue(l *line, key *regKey, v regValue) {
	switch strings.ToLower(v.name.text) {
	case "productname":
		p.fact(l, factProduct, v.text, rounded)
	case "currentversion":
		key.version = v.text
	case "currentbuildnumber":
		key.build = v.text
	}
	build, ok := number(key.build)
	switch {
	case !ok:
	case build >= 10240:
		p.fact(l, factRelease, "10.0."+key.build, rounded)
	case key.version != "":
		p.fact(l, factRelease, key.version+"."+key.build, rounded)
	}
}

// environmentFact takes from the environment what it says of the machine.
func (p *page) environmentFact(l *line, name, value string) {
	switch strings.ToUpper(name) {
	case "NUMBER_OF_PROCESSORS":
		if n, ok := number(value); ok && n > 0 {
			p.fact(l, factCPUs, value, exactly)
		}
	case "PROCESSOR_ARCHITECTURE":
		p.fact(l, factArch, value, rounded)
	}
}
