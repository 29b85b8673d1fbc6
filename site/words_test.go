package site_test

import (
	"cmp"
	"os"
	"strings"
	"testing"
	"unicode"

	"github.com/stretchr/testify/assert"
)

// No page has a sentence of the vendor's guide: no run of so many words is in
// both. The vendor's text is no part of this repository; VENDOR_GUIDE names a
// file with it, or it lies where the work on this project keeps it.
const runLength = 12

func TestNoSentenceIsTheVendors(t *testing.T) {
	vendor, err := os.ReadFile(cmp.Or(os.Getenv("VENDOR_GUIDE"), "../../shared/guide/guide-5.1.txt"))
	if err != nil {
		t.Skip("the vendor's text is not at hand: name a file with it in VENDOR_GUIDE")
	}
	for name, page := range published(t) {
		if strings.HasSuffix(name, ".html") {
			assert.Empty(t, commonRuns(string(vendor), textOf(t, page)), name)
		}
	}
}

func TestCommonRuns(t *testing.T) {
	const vendor = "It is said: one two three four five six seven eight nine ten eleven twelve, and so on."
	const twelve = "one two three four five six seven eight nine ten eleven twelve"
	assert.Equal(t, []string{twelve}, commonRuns(vendor, "Here stand One, two\nthree four (five) six seven eight nine ten eleven TWELVE."))
	assert.Empty(t, commonRuns(vendor, "one two three four five six seven eight nine ten eleven"), "eleven words in a row are no sentence")
	assert.Empty(t, commonRuns(vendor, "one two three four five six, but seven eight nine ten eleven twelve"))
}

// commonRuns are the runs of words of a text that another has, too.
func commonRuns(vendor, text string) []string {
	theirs := map[string]bool{}
	for _, run := range runs(vendor) {
		theirs[run] = true
	}
	var common []string
	for _, run := range runs(text) {
		if theirs[run] {
			common = append(common, run)
		}
	}
	return common
}

// runs are all runs of words in a row, in lower case and without the marks
// around them. The name of a setting is one word.
func runs(text string) []string {
	words := strings.Fields(strings.ToLower(text))
	for i, word := range words {
		words[i] = strings.TrimFunc(word, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	}
	var all []string
	for i := range len(words) - runLength + 1 {
		all = append(all, strings.Join(words[i:i+runLength], " "))
	}
	return all
}
