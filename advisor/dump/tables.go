package dump

import (
	"slices"
	"strings"
)

// Tables are data, or made of data by a call, and not map literals: of those the
// compiler makes code, which every visitor's browser would have to compile
// before the advisor is ready.

// A set is a few words, looked for one after the other.
type set []string

func (s set) has(word string) bool { return slices.Contains(s, word) }

// indexed makes a table of many words.
func indexed(words ...string) map[string]bool {
	all := make(map[string]bool, len(words))
	for _, word := range words {
		all[word] = true
	}
	return all
}

// A row gives words, apart by blanks, their value.
type row[V any] struct {
	words string
	value V
}

// table makes a table of words with values.
func table[V any](rows []row[V]) map[string]V {
	all := make(map[string]V, len(rows))
	for _, r := range rows {
		for word := range strings.FieldsSeq(r.words) {
			all[word] = r.value
		}
	}
	return all
}
