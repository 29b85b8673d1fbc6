package dump

import (
	"strconv"
	"strings"
)

// readRegFile reads .reg files of both versions: what they hold is set when they
// are imported. A file that the registry editor exported looks the same.
func readRegFile(p *page, l *line) bool {
	t := l.text
	switch t[0] {
	case '[':
		return p.regFileKey(l)
	case '"', '@':
		return p.regFileValue(l)
	case 'W', 'R':
		if strings.HasPrefix(t, "Windows Registry Editor Version") || t == "REGEDIT4" || t == "REGEDIT" {
			p.closeKey()
			p.block = &regKey{kind: keyOther}
			return p.tell(l, "registry")
		}
	}
	key, open := p.block.(*regKey)
	if !open || !key.goesOn || !hexList(t) {
		return false
	}
	key.goesOn = strings.HasSuffix(t, `\`)
	return true
}

// regFileKey reads "[HKEY_LOCAL_MACHINE\SYSTEM\...]", and with a "-" before it
// the key that is deleted.
func (p *page) regFileKey(l *line) bool {
	path := l.text[1:]
	if i := strings.LastIndexByte(path, ']'); i >= 0 {
		path = path[:i]
	}
	path, deleted := strings.CutPrefix(path, "-")
	if len(path) < 4 || path[0]|0x20 != 'h' || path[1]|0x20 != 'k' {
		return false
	}
	if hive, _ := splitHive(keyLetters(path)); hive == "" {
		return false
	}
	p.openKey(l, path, deleted)
	return true
}

// regFileValue reads `"Name"=dword:0000fffe` and the other types.
func (p *page) regFileValue(l *line) bool {
	name, rest, ok := regFileName(l.span())
	if !ok {
		return false
	}
	key, _ := p.block.(*regKey)
	after, assigned := strings.CutPrefix(rest.text, "=")
	value := rest.from(len(rest.text) - len(after)).trim()
	v, known := regFileData(value)
	if !known && (!assigned || key == nil && nearRegistry(name.text) == "") {
		return false
	}
	if key != nil {
		key.goesOn = strings.HasSuffix(value.text, `\`) && strings.HasPrefix(value.text, "hex")
	}
	v.name = name
	if !assigned {
		v.kind = regBroken
	}
	if v.gone && registryNames[strings.ToLower(name.text)] == "" {
		return true
	}
	p.tell(l, "registry")
	return p.registryValue(l, key, v, Configured)
}

// regFileName splits the name off: it stands in quotes, with a backslash before
// quotes and backslashes in it. "@" is the default value.
func regFileName(s span) (name, rest span, ok bool) {
	if s.text[0] == '@' {
		return s.to(1), s.from(1).trim(), len(s.text) > 1 && s.text[1] == '='
	}
	for i := 1; i < len(s.text); i++ {
		switch s.text[i] {
		case '\\':
			i++
		case '"':
			return s.to(i).from(1), s.from(i + 1).trim(), true
		}
	}
	return s, s, false
}

// regFileData reads what stands behind the "=". known is false for what has no
// form of a value.
func regFileData(s span) (v regValue, known bool) {
	v.raw = s
	lower := strings.ToLower(s.text[:min(len(s.text), 8)])
	switch {
	case s.text == "-":
		v.gone = true
		return v, true
	case strings.HasPrefix(lower, "dword:"):
		v.n, v.raw, known = regFileDword(s)
		v.kind = regNumber
	case strings.HasPrefix(lower, "hex(4):"), strings.HasPrefix(lower, "hex(b):"):
		v.n, known = littleEndian(s.text[len("hex(4):"):])
		v.kind = regNumber
	case strings.HasPrefix(lower, "hex"):
		return v, true
	case strings.HasPrefix(s.text, `"`):
		v.text, v.kind = regFileString(s.text), regString
		return v, true
	}
	if !known {
		v.kind = regBroken
	}
	return v, known
}

// regFileDword reads up to eight hex digits, without 0x.
func regFileDword(s span) (n uint64, raw span, ok bool) {
	digits := s.from(len("dword:")).trim()
	end := 0
	for end < len(digits.text) && hexDigit(digits.text[end]) {
		end++
	}
	if end < len(digits.text) && !blank(digits.text[end]) && digits.text[end] != ';' {
		return 0, s, false
	}
	n, err := strconv.ParseUint(digits.text[:end], 16, 32)
	return n, s.to(digits.at + end - s.at), err == nil && end <= 8
}

// littleEndian reads "fe,ff,00,00", the lowest byte first.
func littleEndian(list string) (n uint64, ok bool) {
	parts := strings.Split(list, ",")
	if len(parts) > 8 {
		return 0, false
	}
	for i, part := range parts {
		b, err := strconv.ParseUint(strings.TrimSpace(part), 16, 8)
		if err != nil {
			return 0, false
		}
		n |= b << (8 * i)
	}
	return n, true
}

// regFileString takes the quotes and backslashes off a string.
func regFileString(s string) string {
	var b strings.Builder
	for i := 1; i < len(s) && s[i] != '"'; i++ {
		if s[i] == '\\' && i+1 < len(s) {
			i++
		}
		b.WriteByte(s[i])
	}
	return b.String()
}

// hexList reports whether a line is the rest of a hex value: bytes with commas
// between them.
func hexList(s string) bool {
	for i := range len(s) {
		if c := s[i]; !hexDigit(c) && c != ',' && c != '\\' && c != ' ' {
			return false
		}
	}
	return true
}

func hexDigit(c byte) bool { return digit(c) || 'a' <= c|0x20 && c|0x20 <= 'f' }
