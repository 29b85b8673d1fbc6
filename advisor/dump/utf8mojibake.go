package dump

import (
	"sync"
	"unicode/utf8"
)

// latinBytes are the bytes of windows-1252 by their characters.
var latinBytes = sync.OnceValue(func() map[rune]byte {
	all := make(map[rune]byte, len(latin1))
	for i, r := range latin1 {
		all[r] = byte(i) + 0x80
		all[rune(i)+0x80] = byte(i) + 0x80
	}
	return all
})

// utf8Mojibake sets right UTF-8 that was taken for windows-1251 or windows-1252:
// a line whose characters are, as bytes of one of them, nothing but good UTF-8.
func utf8Mojibake(g *glyphs) {
	for _, table := range []map[rune]byte{windowsBytes(), latinBytes()} {
		if text, cols, ok := asBytes(g, table); ok {
			g.text, g.cols = text, cols
			return
		}
	}
}

// asBytes writes each character as its byte. ok is false where the outcome is no
// UTF-8, or holds no character that was spoilt.
func asBytes(g *glyphs, table map[rune]byte) (text []byte, cols []int32, ok bool) {
	for i := 0; i < len(g.text); {
		r, n := utf8.DecodeRune(g.text[i:])
		c, known := byte(r), r < 0x80
		if !known {
			c, known = table[r]
			ok = true
		}
		if !known {
			return nil, nil, false
		}
		text, cols = append(text, c), append(cols, g.cols[i])
		i += n
	}
	return text, cols, ok && utf8.Valid(text)
}
