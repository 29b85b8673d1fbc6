package search

import (
	"iter"
	"regexp"
	"strings"
)

// script/find.js cuts the words of a question in the same way.
var (
	wordPattern = regexp.MustCompile(`[\p{L}\p{N}]+(?:[._/-]+[\p{L}\p{N}]+)*`)
	partPattern = regexp.MustCompile(`[\p{L}\p{N}]+`)
	groups      = regexp.MustCompile(`(\d),(\d{3})`)
)

// wordsOf returns the words of a text in lower case. The name of a setting is
// one word, and 131,072 is 131072.
func wordsOf(text string) []string {
	for {
		joined := groups.ReplaceAllString(text, "$1$2")
		if joined == text {
			return wordPattern.FindAllString(strings.ToLower(text), -1)
		}
		text = joined
	}
}

// terms yields what a text is found by, once each: its words, and the parts of
// those that are put together.
func terms(text string) iter.Seq[string] {
	return func(yield func(string) bool) {
		seen := map[string]bool{}
		for _, word := range wordsOf(text) {
			for _, term := range append(partPattern.FindAllString(word, -1), word) {
				if seen[term] {
					continue
				}
				seen[term] = true
				if !yield(term) {
					return
				}
			}
		}
	}
}
