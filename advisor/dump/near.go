package dump

import (
	"math/bits"
	"strings"
	"sync"
)

// A shape is a name without case, dots, dashes and underscores, which people
// leave out and mix up.
type shape struct {
	text [48]byte
	n    int    // length, 0 for a name too long to compare
	mask uint64 // which letters and digits occur
}

// shapeByte is what stands for each byte in a shape, 0 for none.
var shapeByte = func() (t [256]byte) {
	for c := range t {
		if b := byte(c); letter(b) {
			t[c] = b | 0x20
		} else if digit(b) {
			t[c] = b
		}
	}
	return t
}()

func shapeOf(s string) (h shape) {
	for i := range len(s) {
		c := shapeByte[s[i]]
		if c == 0 {
			continue
		}
		if h.n == len(h.text) {
			h.n = 0
			return h
		}
		h.text[h.n] = c
		h.n++
		h.mask |= 1 << (c & 63)
	}
	return h
}

// A candidate is a known name that another may be meant for.
type candidate struct {
	name string
	shape
}

// candidates are the known names by the length of their shape.
var candidates = sync.OnceValue(func() [][]candidate {
	table := make([][]candidate, len(shape{}.text)+3)
	for _, n := range names {
		if strings.HasPrefix(n.name, "ulimit.") {
			continue
		}
		plain := strings.TrimPrefix(strings.TrimPrefix(n.name, "systemd."), "startup.")
		h := shapeOf(plain)
		table[h.n] = append(table[h.n], candidate{plain, h})
	}
	return table
})

// nearKey is the known name that the key of a well-formed line may be meant
// for, "" when there is none. Names that a system really has are meant as they
// stand.
func nearKey(key string) string {
	if len(key) > 48 {
		return ""
	}
	near := closest(key)
	if near == "" || realNames.has(key) {
		return ""
	}
	return near
}

// closest is the known name at most two letters off, for short names one.
func closest(key string) string {
	h := shapeOf(key)
	if h.n < 6 {
		return ""
	}
	allowed := 1
	if h.n >= 10 {
		allowed = 2
	}
	best, distance := "", allowed+1
	byShape := candidates()
	for n := max(h.n-allowed, 0); n <= min(h.n+allowed, len(byShape)-1); n++ {
		for i := range byShape[n] {
			c := &byShape[n][i]
			if bits.OnesCount64(c.mask^h.mask) > 2*allowed {
				continue
			}
			if d := edits(&h, &c.shape, distance); d < distance {
				best, distance = c.name, d
			}
		}
	}
	if best == key {
		return ""
	}
	return best
}

// edits is how many letters must be changed, put in, left out or swapped to
// make b of a; any number from limit on stands for too many. The limit is at
// most 3, so only cells near the diagonal count.
func edits(a, b *shape, limit int) int {
	from, n, m := 0, a.n, b.n
	for from < n && from < m && a.text[from] == b.text[from] {
		from++
	}
	for n > from && m > from && a.text[n-1] == b.text[m-1] {
		n--
		m--
	}
	return editsOf(a.text[from:n], b.text[from:m], limit)
}

// editsOf is edits without the common start and end.
func editsOf(a, b []byte, limit int) int {
	var rows [3][len(shape{}.text) + 2]int
	two, one, now := &rows[0], &rows[1], &rows[2]
	for j := range min(len(b), limit) + 1 {
		one[j] = j
	}
	one[min(len(b), limit)+1] = limit
	for i := 1; i <= len(a); i++ {
		from, to := max(1, i-limit), min(len(b), i+limit)
		now[from-1] = min(i, limit)
		least := now[from-1]
		for j := from; j <= to; j++ {
			d := one[j-1]
			if a[i-1] != b[j-1] {
				d++
			}
			d = min(d, one[j]+1, now[j-1]+1)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				d = min(d, two[j-2]+1)
			}
			now[j] = d
			least = min(least, d)
		}
		if least >= limit {
			return limit
		}
		now[to+1] = limit
		two, one, now = one, now, two
	}
	return min(one[len(b)], limit)
}

// nearest is the known name that a line nobody knows may be meant for: whole is
// the line, rest what was left of it without decoration.
func (p *page) nearest(whole, rest *line) string {
	if len(p.dump.Unread) >= UnreadMax {
		return ""
	}
	if len(whole.text) > 400 {
		return ""
	}
	for _, look := range []func() string{
		func() string { return nearLimit(whole.text) },
		func() string { return nearLimit(rest.text) },
		func() string { return nearWord(rest.text) },
		func() string { return nearWord(whole.text) },
	} {
		if near := look(); near != "" {
			return near
		}
	}
	return ""
}

// nearWord looks at the first words of a line. A word counts when it is built
// like a name, or when a value stands behind it.
func nearWord(s string) string {
	for range 3 {
		s = strings.TrimLeft(s, " \t\"'-#$>")
		n := 0
		for n < len(s) && keyByte[s[n]] {
			n++
		}
		word, rest := s[:n], s[n:]
		after := strings.TrimLeft(rest, " \t\"'=:")
		valued := after != "" && digit(after[0])
		if near := nearOption(word, after); near != "" {
			return near
		}
		if near := nearDirective(word, rest); near != "" {
			return near
		}
		if _, item := limitsItems[word]; !item && n <= 48 && (valued || strings.ContainsAny(word, "._")) {
			if near := nearKey(word); near != "" {
				return near
			}
		}
		if s = rest; s == "" || !blank(s[0]) {
			return ""
		}
	}
	return ""
}

// nearDirective is the directive of a unit that a word with a sign of equality
// behind it may be meant for.
func nearDirective(word, rest string) string {
	if !strings.HasPrefix(rest, "=") || len(word) < 6 || len(word) > 24 {
		return ""
	}
	if near := closest(word); strings.HasPrefix(near, "Limit") || strings.HasPrefix(near, "Tasks") {
		return near
	}
	return ""
}

// nearOption knows slips in the commands themselves.
func nearOption(word, after string) string {
	if strings.HasPrefix(after, "-") && len(after) > 1 && letter(after[1]) && word != "ulimit" {
		a, b := shapeOf(word), shapeOf("ulimit")
		if a.n >= 5 && a.n <= 7 && edits(&a, &b, 2) < 2 {
			return "ulimit"
		}
	}
	return ""
}
