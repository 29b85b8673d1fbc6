package search

import (
	"iter"
	"strings"
	"unicode"
)

// joints hold the parts of a name together: net.core.somaxconn, rlim_fd_max.
const joints = "._/-"

// wordsOf returns the words of a text in lower case. The name of a setting is
// one word, and 131,072 is 131072. script/find.js cuts questions in the same
// way.
func wordsOf(text string) []string {
	text = strings.ToLower(text)
	var words []string
	var word, joint []byte
	for i, r := range text {
		switch {
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			word = append(append(word, joint...), text[i:i+len(string(r))]...)
			joint = joint[:0]
		case len(word) > 0 && strings.ContainsRune(joints, r):
			joint = append(joint, byte(r))
		case r == ',' && len(joint) == 0 && betweenThousands(text, i):
		default:
			words = flush(words, word)
			word, joint = word[:0], joint[:0]
		}
	}
	return flush(words, word)
}

func flush(words []string, word []byte) []string {
	if len(word) == 0 {
		return words
	}
	return append(words, string(word))
}

// betweenThousands reports whether the comma at i groups the digits of a
// number.
func betweenThousands(text string, i int) bool {
	const group = 3
	if i == 0 || !digit(text[i-1]) || i+group >= len(text) {
		return false
	}
	for _, c := range []byte(text[i+1 : i+1+group]) {
		if !digit(c) {
			return false
		}
	}
	return true
}

func digit(c byte) bool { return '0' <= c && c <= '9' }

// terms yields what a text is found by, once each: its words, and the parts of
// those that are put together.
func terms(text string) iter.Seq[string] {
	return func(yield func(string) bool) {
		seen := map[string]bool{}
		fresh := func(term string) bool {
			if seen[term] || term == "" {
				return true
			}
			seen[term] = true
			return yield(term)
		}
		for _, word := range wordsOf(text) {
			if !fresh(word) {
				return
			}
			if !strings.ContainsAny(word, joints) {
				continue
			}
			for part := range strings.FieldsFuncSeq(word, isJoint) {
				if !fresh(part) {
					return
				}
			}
		}
	}
}

func isJoint(r rune) bool { return strings.ContainsRune(joints, r) }
