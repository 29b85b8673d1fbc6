package dump

import (
	"strconv"
	"strings"
)

// cNumber reads an integer as C writes it: decimal, 0x and hexadecimal, 0 and
// octal, up to 2^64-1.
func cNumber(s string) (value string, ok bool) {
	if len(s) < 2 || s[0] != '0' {
		n, ok := number(s)
		return decimal(n), ok
	}
	base, digits := 8, s[1:]
	if s[1]|0x20 == 'x' {
		base, digits = 16, s[2:]
	}
	if strings.ContainsAny(digits, "_+-") {
		return "", false
	}
	n, err := strconv.ParseUint(digits, base, 64)
	return decimal(n), err == nil
}

// cValue reads the number at the start of s, up to a blank, a remark or the end
// of a statement.
func cValue(s span) (raw span, value string, ok bool) {
	raw, _ = s.unquote().word()
	if i := strings.IndexAny(raw.text, "#;,*`\"'"); i >= 0 {
		raw = raw.to(i)
	}
	value, ok = cNumber(raw.text)
	return raw, value, ok
}
