package search

import (
	"iter"
	"strings"
	"unicode"
	"unicode/utf8"
)

// isJoint reports whether a sign holds the parts of a name together:
// net.core.somaxconn, rlim_fd_max.
func isJoint(r rune) bool { return r == '.' || r == '_' || r == '/' || r == '-' }

// wordsOf yields the words of a text in lower case. The name of a setting is
// one word, and 131,072 is 131072. script/find.js cuts questions in the same
// way.
func wordsOf(text string) iter.Seq[string] {
	return func(yield func(string) bool) {
		text := strings.ToLower(text)
		start, end := -1, 0 // of the word that is being read; -1 is none
		for i, r := range text {
			switch {
			case unicode.IsLetter(r) || unicode.IsDigit(r):
				if start < 0 {
					start = i
				}
				end = i + utf8.RuneLen(r)
			case start < 0, isJoint(r), r == ',' && betweenThousands(text, i):
			default:
				if !yield(withoutCommas(text[start:end])) {
					return
				}
				start = -1
			}
		}
		if start >= 0 {
			yield(withoutCommas(text[start:end]))
		}
	}
}

func withoutCommas(word string) string { return strings.ReplaceAll(word, ",", "") }

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

// terms yields what a text is found by: its words, and the parts of those that
// are put together.
func terms(text string) iter.Seq[string] {
	return func(yield func(string) bool) {
		for word := range wordsOf(text) {
			if !yield(word) {
				return
			}
			if !strings.ContainsFunc(word, isJoint) {
				continue
			}
			for part := range strings.FieldsFuncSeq(word, isJoint) {
				if !yield(part) {
					return
				}
			}
		}
	}
}
