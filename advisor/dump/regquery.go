package dump

import (
	"strconv"
	"strings"
)

// readRegQuery reads reg query of every release, and keys that the registry
// editor exported as text.
func readRegQuery(p *page, l *line) bool {
	t := l.text
	switch t[0] {
	case '!':
		return strings.HasPrefix(t, "! REG.EXE VERSION") && p.tell(l, "registry")
	case 'H', 'h', 'C', 'M':
		if keyPath(t) {
			p.openKey(l, t, false)
			return true
		}
	case 'L':
		if path, ok := strings.CutPrefix(t, "Listing of ["); ok {
			p.openKey(l, strings.TrimSuffix(path, "]"), false)
			return true
		}
	}
	if p.exportedKey(l) || p.exportedField(l) || p.wrappedNumber(l) {
		return true
	}
	i := strings.Index(t, "REG_")
	return i >= 0 && p.regQueryRow(l, i)
}

// keyPath reports whether a line is the path of a key and no more. "Computer"
// stands before it where it was copied from the registry editor.
func keyPath(s string) bool {
	s = strings.TrimPrefix(s, "Computer\\")
	s = strings.TrimPrefix(s, "Microsoft.PowerShell.Core\\Registry::")
	return len(s) < 400 && (strings.HasPrefix(s, "HKEY_") || strings.HasPrefix(s, "HKLM\\")) &&
		strings.IndexByte(s, '\\') > 0 && !strings.ContainsAny(s, "=\t\"") && !strings.Contains(s, "  ")
}

// regTypes are the types as reg query prints them.
var regTypes = set{
	"REG_DWORD", "REG_SZ", "REG_EXPAND_SZ", "REG_MULTI_SZ", "REG_BINARY", "REG_QWORD", "REG_NONE",
	"REG_DWORD_BIG_ENDIAN", "REG_DWORD_LITTLE_ENDIAN", "REG_LINK", "REG_RESOURCE_LIST", "REG_FULL_RESOURCE_DESCRIPTOR", "REG_RESOURCE_REQUIREMENTS_LIST",
}

// regQueryRow reads "MaxUserPort    REG_DWORD    0xfffe", the type at i. The
// oldest reg.exe printed the type first.
func (p *page) regQueryRow(l *line, i int) bool {
	s := l.span()
	kind, data := s.from(i).word()
	name := s.to(i).trim()
	if !regTypes.has(kind.text) || i > 0 && !blank(s.text[i-1]) {
		return false
	}
	if name.text == "" {
		name, data = data.word()
	}
	if name.text == "" || len(name.text) > 200 {
		return false
	}
	key, open := p.block.(*regKey)
	if !undecorated(name.text) || !open && nearRegistry(name.text) == "" {
		return false
	}
	if open {
		key.fields = [2]span{}
	}
	if data.text == "" && kind.text == "REG_DWORD" && open {
		key.fields[0] = name
		return true
	}
	v := regQueryData(kind.text, data)
	v.name = name
	if i > 0 && trailingBlank(s, name, i, kind, data) {
		v.name.text += " "
	}
	p.tell(l, "registry")
	return p.registryValue(l, key, v, Running)
}

// wrappedNumber reads the number of a row that stands on the line below it.
func (p *page) wrappedNumber(l *line) bool {
	key, open := p.block.(*regKey)
	if !open || key.exported || key.fields[0].text == "" {
		return false
	}
	v := regQueryData("REG_DWORD", l.span())
	if v.kind != regNumber {
		return false
	}
	v.name, key.fields = key.fields[0], [2]span{}
	return p.registryValue(l, key, v, Running)
}

// undecorated reports whether nothing stands before a name: neither what is put
// around lines nor the rest of a command.
func undecorated(name string) bool {
	if strings.HasSuffix(name, "/t") || strings.Contains(name, ">") {
		return false
	}
	return (letter(name[0]) || strings.IndexByte("({~", name[0]) >= 0 || name[0] >= 0x80) && !strings.Contains(name, ": ") && !strings.Contains(name, "  ")
}

// trailingBlank reports whether a blank belongs to the name: reg query puts four
// blanks before the type and four behind it.
func trailingBlank(s, name span, i int, kind, data span) bool {
	between, after := s.text[name.at+len(name.text):i], s.text[kind.at+len(kind.text):data.at]
	return between == "     " && after == "    "
}

// regQueryData reads the data of a value. Numbers are hex with 0x; the registry
// editor puts the decimal behind.
func regQueryData(kind string, data span) regValue {
	v := regValue{raw: data, text: data.text}
	switch kind {
	case "REG_SZ", "REG_EXPAND_SZ":
		v.kind = regString
	case "REG_DWORD", "REG_DWORD_LITTLE_ENDIAN", "REG_QWORD":
		v.kind = regBroken
		word, _ := data.word()
		digits := strings.TrimPrefix(strings.ToLower(word.text), "0x")
		if n, err := strconv.ParseUint(digits, 16, 64); err == nil && len(digits) < len(word.text) {
			v.n, v.raw, v.kind = n, word, regNumber
		}
	}
	return v
}

// exportedKey reads the first line of a key that was exported as text, in any
// language: "Key Name:          HKEY_LOCAL_MACHINE\...". With "Hive:" PowerShell
// begins the list of what is in a key.
func (p *page) exportedKey(l *line) bool {
	i := strings.Index(l.text, "HKEY_")
	if i < 2 || i > 80 || !keyPath(l.text[i:]) {
		return false
	}
	if label := strings.TrimSpace(l.text[:i]); !strings.HasSuffix(label, ":") || strings.ContainsAny(label, `\=>`) {
		return false
	}
	p.openKey(l, l.text[i:], false)
	key := p.block.(*regKey)
	key.hive = strings.Contains(l.text[:i], "Hive:")
	key.exported = !key.hive
	return true
}

// hiveRow reads the heading below the line of the hive, and the first line of a
// key, whose name stands before a property.
func (p *page) hiveRow(l *line) bool {
	first, rest := l.span().word()
	if first.text == "Name" && rest.text == "Property" {
		return true
	}
	label, _, found := strings.Cut(rest.text, ":")
	if !found || strings.ContainsAny(strings.TrimSpace(label), " =") || !strings.Contains(l.text, "  ") {
		return false
	}
	p.block = &propertyList{}
	part := l.sub(rest)
	readProperties(p, &part)
	return true
}

// exportedField reads "Name: MaxUserPort", "Type: REG_DWORD" and "Data: 0xfffe",
// one a line, of which only the type does not depend on the language.
func (p *page) exportedField(l *line) bool {
	key, open := p.block.(*regKey)
	if !open || !key.exported {
		return false
	}
	label, value, found := l.span().cut(":")
	if found && value.text != "" && !blank(l.text[value.at-1]) {
		return false // the drive of a prompt
	}
	if _, index, ok := strings.Cut(l.text, " "); !found && ok {
		_, isNumber := number(index)
		return isNumber
	}
	if !found || value.text == "" || label.text == "" || !letter(label.text[0]) && label.text[0] < 0x80 || strings.ContainsAny(label.text, "0123456789") {
		return false
	}
	name, kind := key.fields[0], key.fields[1]
	if !regTypes.has(kind.text) {
		key.fields = [2]span{kind, value}
		return true
	}
	v := regQueryData(kind.text, value)
	v.name = name
	key.fields = [2]span{}
	return p.registryValue(l, key, v, Running)
}
