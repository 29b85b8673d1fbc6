// Package search makes the index of the guide: a classic script that a page
// loads when its search is first used.
//
//	pages ─► sections ─► words ─► terms with the sections they stand in
//
// What the script holds, and script/searchindex.js unpacks:
//
//	pages    [address, title, [[anchor, heading, beginning of the text], ...]]
//	common   words in so many sections that they tell nothing
//	terms    all other words, sorted; each begins with a letter that says how
//	         much of the one before it shares
//	posts    for each term its sections, numbered over all pages, as the
//	         differences between them, five bits a letter
package search

import (
	"encoding/json"
	"maps"
	"slices"
	"strings"

	"headroom/site/parallel"
)

// A Page is a page of the guide, rendered.
type Page struct {
	Address string // from the root of the site
	Title   string
	HTML    string // of its text
}

// An index is what the script holds.
type index struct {
	Pages  []page   `json:"pages"`
	Common []string `json:"common"`
	Terms  string   `json:"terms"`
	Posts  string   `json:"posts"`
}

// A page is [address, title, sections], a section [anchor, heading, begin].
type page [3]any

// Room for the beginnings of sections, in bytes for all, and for one: they are
// shorter where there are many, so that a large guide keeps a small index.
const (
	beginsMost = 40_000
	beginMost  = 110
)

// Script returns the script that holds the index of the pages.
func Script(pages []Page) ([]byte, error) {
	var all index
	parts, err := cutAll(pages)
	if err != nil {
		return nil, err
	}
	postings, number := post(parts)
	room := min(beginMost, beginsMost/max(number, 1))
	for i, p := range pages {
		entries := [][3]string{}
		for _, s := range parts[i] {
			entries = append(entries, [3]string{s.anchor, s.heading, beginning(s.text, room)})
		}
		all.Pages = append(all.Pages, page{p.Address, p.Title, entries})
	}
	all.Common = common(postings, number)
	all.Terms, all.Posts = pack(postings)
	object, err := json.Marshal(all)
	if err != nil {
		return nil, err
	}
	return []byte("globalThis.headroomIndex=" + string(object) + ";\n"), nil
}

// cutAll returns the sections of each page, all pages at once.
func cutAll(pages []Page) ([][]section, error) {
	return parallel.Map(pages, func(p Page) ([]section, error) {
		sections, err := sectionsOf(p.HTML)
		findBy(sections, p.Title)
		return sections, err
	})
}

// findBy notes what the sections of a page are found by.
func findBy(sections []section, title string) {
	last := map[string]int{} // the last section that has a word, from 1
	for i := range sections {
		s := &sections[i]
		for word := range terms(title + " " + s.heading + " " + s.text) {
			if last[word] != i+1 {
				last[word] = i + 1
				s.words = append(s.words, word)
			}
		}
	}
}

// post lists for each word the numbers of its sections, and counts the sections.
func post(parts [][]section) (postings map[string][]int, number int) {
	lists := map[string]*[]int{}
	for _, sections := range parts {
		for _, s := range sections {
			for _, word := range s.words {
				list, ok := lists[word]
				if !ok {
					list = new([]int)
					lists[strings.Clone(word)] = list // the word, not all of its text
				}
				*list = append(*list, number)
			}
			number++
		}
	}
	postings = make(map[string][]int, len(lists))
	for word, list := range lists {
		postings[word] = *list
	}
	return postings, number
}

// beginning is the text up to a word's end within so many bytes.
func beginning(text string, most int) string {
	if len(text) <= most {
		return text
	}
	end := strings.LastIndexByte(text[:most+1], ' ')
	if end <= 0 {
		return ""
	}
	return text[:end] + " …"
}

// common takes the words out that stand in more than a third of the sections
// of a guide of some size, and returns them.
func common(postings map[string][]int, sections int) []string {
	const few, part = 30, 3
	list := []string{}
	for _, word := range slices.Sorted(maps.Keys(postings)) {
		if sections > few && len(postings[word]) > sections/part {
			list = append(list, word)
			delete(postings, word)
		}
	}
	return list
}

// alphabet are the digits of packed numbers; those of the upper half say that
// more follow.
const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"

// pack writes the sorted terms and, in their order, their sections.
func pack(postings map[string][]int) (terms, posts string) {
	var words, lists []string
	last := ""
	for _, word := range slices.Sorted(maps.Keys(postings)) {
		shared := min(sharedStart(last, word), len(alphabet)-1)
		words = append(words, string(alphabet[shared])+word[shared:])
		lists = append(lists, packNumbers(postings[word]))
		last = word
	}
	return strings.Join(words, " "), strings.Join(lists, " ")
}

// sharedStart counts the UTF-16 units, as scripts do, that two words begin
// with in common; it is bytes as long as they are ASCII, and 0 otherwise.
func sharedStart(a, b string) int {
	n := 0
	for n < len(a) && n < len(b) && a[n] == b[n] && a[n] < 0x80 {
		n++
	}
	return n
}

// packNumbers writes ascending numbers as their differences less one.
func packNumbers(numbers []int) string {
	const half = len(alphabet) / 2
	var out strings.Builder
	last := -1
	for _, n := range numbers {
		rest := n - last - 1
		for ; rest >= half; rest /= half {
			out.WriteByte(alphabet[half+rest%half])
		}
		out.WriteByte(alphabet[rest])
		last = n
	}
	return out.String()
}
