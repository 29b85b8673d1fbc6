package dump

import (
	"sync"
	"unicode"
	"unicode/utf8"
)

// windowsBytes are the bytes of windows-1251 by their characters.
var windowsBytes = sync.OnceValue(func() map[rune]byte {
	all := make(map[rune]byte, len(windows1251))
	for i, r := range windows1251 {
		all[r] = byte(i) + 0x80
	}
	all[0x98] = 0x98
	return all
})

// mojibake sets right Russian console text that was taken for windows-1251. It
// changes a line only if its letters are mixed with signs, and all of them
// become Cyrillic letters.
func mojibake(g *glyphs) {
	letters, signs := 0, 0
	for i := 0; i < len(g.text); {
		r, n := utf8.DecodeRune(g.text[i:])
		if i += n; r < 0x80 {
			continue
		}
		c, ok := windowsBytes()[r]
		if !ok || !unicode.Is(unicode.Cyrillic, cp866[c-0x80]) && cp866[c-0x80] != 0xA0 {
			return
		}
		if unicode.Is(unicode.Cyrillic, r) {
			letters++
		} else if r > 0xA0 && r < 0x100 {
			signs++
		}
	}
	if letters > 0 && signs > 0 && letters+signs > 2 {
		recode(g)
	}
}

// recode takes every character of windows-1251 for the one that has its byte in
// CP866. Both are of two bytes in UTF-8, or become so.
func recode(g *glyphs) {
	text := make([]byte, 0, len(g.text))
	cols := make([]int32, 0, len(g.text))
	for i := 0; i < len(g.text); {
		r, n := utf8.DecodeRune(g.text[i:])
		if r >= 0x80 {
			r = cp866[windowsBytes()[r]-0x80]
		}
		before := len(text)
		text = utf8.AppendRune(text, r)
		for range len(text) - before {
			cols = append(cols, g.cols[i])
		}
		i += n
	}
	g.text, g.cols = text, cols
}
