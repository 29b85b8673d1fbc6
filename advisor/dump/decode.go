package dump

import (
	"bytes"
	"strings"
	"unicode/utf16"
	"unicode/utf8"
)

// decode turns the bytes of a file into text. It knows UTF-8, UTF-16 of either
// order with one byte order mark, several or none, windows-1251, CP866, and
// takes what is left for Latin-1.
func decode(raw []byte) string {
	if s, ok := decodeUTF16(raw); ok {
		return s
	}
	for bytes.HasPrefix(raw, []byte("\xef\xbb\xbf")) {
		raw = raw[3:]
	}
	if utf8.Valid(raw) {
		return string(raw)
	}
	if mostlyUTF8(raw) {
		return strings.ToValidUTF8(string(raw), "\uFFFD")
	}
	return decodeTable(raw, chooseTable(raw))
}

// decodeUTF16 reads UTF-16. Without a mark it is told by NULs at every second
// byte, as ASCII in UTF-16 has them.
func decodeUTF16(raw []byte) (s string, ok bool) {
	low := 0
	switch {
	case bytes.HasPrefix(raw, []byte("\xff\xfe")):
	case bytes.HasPrefix(raw, []byte("\xfe\xff")):
		low = 1
	default:
		if low, ok = wideOrder(raw); !ok {
			return "", false
		}
	}
	var b strings.Builder
	b.Grow(narrowSize(raw, low))
	start := true
	for i := 0; i+1 < len(raw); i += 2 {
		r := rune(raw[i+low]) | rune(raw[i+1-low])<<8
		if start && r == 0xFEFF {
			continue
		}
		start = false
		if utf16.IsSurrogate(r) && i+3 < len(raw) {
			if pair := utf16.DecodeRune(r, rune(raw[i+2+low])|rune(raw[i+3-low])<<8); pair != utf8.RuneError {
				r = pair
				i += 2
			}
		}
		b.WriteRune(r)
	}
	return b.String(), true
}

// narrowSize is how many bytes UTF-16 takes at most in UTF-8; low is the place of
// the low byte in a pair.
func narrowSize(raw []byte, low int) int {
	size := 0
	for i := 0; i+1 < len(raw); i += 2 {
		switch high := raw[i+1-low]; {
		case high == 0 && raw[i+low] < 0x80:
			size++
		case high < 8:
			size += 2
		default:
			size += 3
		}
	}
	return size
}

// wideOrder says which byte of a pair is the low one: 0 in little endian text.
func wideOrder(raw []byte) (low int, ok bool) {
	sample := raw[:min(len(raw), 4096)&^1]
	var zeros [2]int
	for i, c := range sample {
		if c == 0 {
			zeros[i&1]++
		}
	}
	pairs := len(sample) / 2
	switch {
	case pairs < 4:
		return 0, false
	case zeros[1]*10 > pairs*4 && zeros[0]*20 < pairs:
		return 0, true
	case zeros[0]*10 > pairs*4 && zeros[1]*20 < pairs:
		return 1, true
	}
	return 0, false
}

// mostlyUTF8 reports whether raw is UTF-8 with some damage, a character cut in
// two for instance.
func mostlyUTF8(raw []byte) bool {
	good, bad := 0, 0
	for len(raw) > 0 {
		r, n := utf8.DecodeRune(raw)
		switch {
		case r == utf8.RuneError && n == 1:
			bad++
		case n > 1:
			good++
		}
		raw = raw[n:]
	}
	return good > 4*bad
}

// chooseTable finds the single-byte encoding. Cyrillic letters stand beside
// each other, Latin ones with marks stand alone between plain letters; CP866
// has its small letters where windows-1251 has signs.
func chooseTable(raw []byte) *[128]rune {
	var alone, dos, windows int
	for i, c := range raw {
		if c < 0x80 {
			continue
		}
		if i+1 < len(raw) && letter(raw[i+1]) || i > 0 && letter(raw[i-1]) {
			alone++
		}
		switch {
		case c < 0xB0:
			dos++
		case c >= 0xC0 && (c < 0xE0 || c >= 0xF0):
			windows++
		}
	}
	switch {
	case alone*2 > dos+windows:
		return &latin1
	case dos > windows:
		return &cp866
	}
	return &windows1251
}

func decodeTable(raw []byte, table *[128]rune) string {
	size := len(raw)
	for _, c := range raw {
		if c >= 0x80 {
			size += utf8.RuneLen(table[c-0x80]) - 1
		}
	}
	var b strings.Builder
	b.Grow(size)
	for _, c := range raw {
		if c < 0x80 {
			b.WriteByte(c)
		} else {
			b.WriteRune(table[c-0x80])
		}
	}
	return b.String()
}
