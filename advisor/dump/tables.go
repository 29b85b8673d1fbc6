package dump

import (
	"slices"
	"strings"
	"sync"
)

// Tables are data, and no map literals: of those the compiler makes code, which
// every visitor's browser would have to compile and run before the advisor is
// ready. What finds its way faster through a map is put in one when it is first
// asked.

// A set is a few words, looked for one after the other.
type set []string

func (s set) has(word string) bool { return slices.Contains(s, word) }

// An index is many words.
type index struct {
	words []string
	once  sync.Once
	all   map[string]bool
}

func (x *index) has(word string) bool {
	x.once.Do(func() {
		x.all = make(map[string]bool, len(x.words))
		for _, word := range x.words {
			x.all[word] = true
		}
	})
	return x.all[word]
}

// A row gives words, apart by blanks, their value.
type row[V any] struct {
	words string
	value V
}

// A table gives words their values.
type table[V any] struct {
	rows []row[V]
	once sync.Once
	all  map[string]V
}

func (t *table[V]) get(word string) (value V, ok bool) {
	t.once.Do(func() {
		t.all = make(map[string]V, len(t.rows))
		for _, r := range t.rows {
			for word := range strings.FieldsSeq(r.words) {
				t.all[word] = r.value
			}
		}
	})
	value, ok = t.all[word]
	return value, ok
}

// of is the value of a word, the zero value where it has none.
func (t *table[V]) of(word string) V {
	value, _ := t.get(word)
	return value
}
