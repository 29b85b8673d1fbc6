package dump

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// A wrapping is one way in which a text was broken into lines that it did not
// have: by a terminal at its width, or by a mail program between words.
type wrapping struct {
	width int // in characters
	words bool
	bold  bool // even a line that could stand alone is the rest of the one above
}

// widths are those at which terminals and mail programs wrap.
var widths = [...]bool{60: true, 72: true, 76: true, 78: true, 79: true, 80: true, 100: true, 120: true, 132: true}

// wrapSought is the size of the largest text that is searched for wrapped lines,
// in bytes, wrapProbes how many of its lines are looked at alone for that,
// wrapTried how many wrappings are tried on it, wrapJoins how many lines may belong
// to one.
const (
	wrapSought = 1 << 20
	wrapProbes = 2000
	wrapTried  = 3
	wrapJoins  = 8
)

// wrappings finds how the text was wrapped: the more of it is understood once the
// lines are whole, the better. None is as good as any unless it tells less.
func (p *page) wrappings(name, body string) []wrapping {
	p.alone = newProber(p.readers)
	var found []wrapping
	for _, w := range p.likely(body) {
		before, most := p.readAs(name, found), 0
		ways := found
		for _, w.bold = range []bool{false, true} {
			if w.bold && w.words {
				continue
			}
			with := append(slices.Clip(ways), w)
			if gain := p.readAs(name, with).mends(before); gain > most {
				found, most = with, gain
			}
		}
	}
	return found
}

// readAs reads the file alone, as if it had been wrapped in those ways.
func (p *page) readAs(name string, ways []wrapping) *page {
	trial := newPage(&Dump{texts: p.dump.texts[p.file : p.file+1]}, p.readers)
	trial.alone, trial.joined = p.alone, map[int]bool{}
	trial.readWrapped(name, ways)
	return trial
}

// mends is by how much a reading with lines joined tells more than one without: by
// settings, and by lines that nobody knew. It is 0 unless all that the other tells
// stays, and there are more settings or longer values.
func (p *page) mends(other *page) int {
	d, o := p.dump, other.dump
	known := make(map[place]Setting, len(d.Settings))
	for _, s := range d.Settings {
		known[place{s.Line, s.Column}] = s
	}
	longer := 0
	for _, s := range o.Settings {
		mended := known[place{s.Line, s.Column}]
		if mended.Name != s.Name || mended.Value != s.Value && (s.Value == "" || !p.joined[s.Line] || !strings.HasPrefix(mended.Raw, s.Raw)) {
			return 0
		}
		if mended.Value != s.Value {
			longer++
		}
	}
	more, unread := len(d.Settings)-len(o.Settings), d.Total-d.Understood-(o.Total-o.Understood)
	if more+longer == 0 {
		return 0
	}
	return more + longer - unread
}

// likely are the ways in which lines seem to be broken, the most frequent first.
func (p *page) likely(body string) []wrapping {
	if len(body) > wrapSought {
		return nil
	}
	var seen []wrapping
	times := map[wrapping]int{}
	longest := longestBelow(body)
	for given, rest := next(body); rest != "" && len(p.alone.known) < wrapProbes; given, rest = next(rest) {
		if severs(given) {
			longest = longestBelow(rest)
		}
		following, _ := next(rest)
		for _, w := range wrapsOf(given, following, longest) {
			if p.evident(w, given, rest) {
				if times[w]++; times[w] == 1 {
					seen = append(seen, w)
				}
			}
		}
	}
	slices.SortStableFunc(seen, func(a, b wrapping) int { return times[b] - times[a] })
	return seen[:min(len(seen), wrapTried)]
}

// evident reports whether a line says more with the one at the start of rest, which
// does not stand alone: that is but the end of a value, or both make a line that is
// known.
func (p *page) evident(w wrapping, given, rest string) bool {
	following, _ := next(rest)
	if w.words {
		return strings.ContainsAny(given, "=:-(0123456789") && !p.begins(w, given, rest)
	}
	return !p.begins(w, given, rest) && (tail(following) || p.alone.knows(given+following))
}

// tail reports whether a line can be but the end of a value: figures, and one short
// word.
func tail(s string) bool {
	words := strings.Fields(s)
	for i, w := range words {
		if _, ok := number(w); !ok && (i < len(words)-1 || len(w) > 12) {
			return false
		}
	}
	return true
}

// severs reports whether what stands above a line may come from elsewhere than what
// stands below it: an empty line, and a prompt without a command.
func severs(given string) bool {
	given = strings.TrimRight(given, " \t")
	return given == "" || strings.IndexByte("#$%>", given[len(given)-1]) >= 0
}

// longestBelow is the width of the longest line down to one that severs.
func longestBelow(body string) int {
	longest := 0
	for body != "" {
		var given string
		if given, body = next(body); severs(given) {
			break
		}
		longest = max(longest, utf8.RuneCountInString(given))
	}
	return longest
}

// wrapsOf are the ways by which a line can go on in the next, where the longest
// of those around it is that long.
func wrapsOf(given, following string, longest int) []wrapping {
	if given == "" || following == "" {
		return nil
	}
	for width := longest; width < len(widths); width++ {
		if !widths[width] {
			continue
		}
		var ways []wrapping
		for _, words := range []bool{false, true} {
			if w := (wrapping{width: width, words: words}); w.breaks(given, following) {
				ways = append(ways, w)
			}
		}
		return ways
	}
	return nil
}

// breaks reports whether the wrapping has broken a line where given ends.
func (w wrapping) breaks(given, following string) bool {
	n := utf8.RuneCountInString(given)
	if !w.words {
		return n == w.width
	}
	if n > w.width || blank(following[0]) {
		return false
	}
	first, _ := span{following, 0}.word()
	return n+1+utf8.RuneCountInString(first.text) > w.width
}

// begins reports whether a line of its own begins at the start of rest, whole or
// broken itself.
func (p *page) begins(w wrapping, above, rest string) bool {
	given, rest := next(rest)
	if p.alone.knows(given) {
		return true
	}
	if w.words {
		return !p.alone.knows(above + " " + given)
	}
	following, _ := next(rest)
	return following != "" && !w.words && w.breaks(given, following) && p.alone.knows(given+following)
}

// A prober tells what lines say without those around them.
type prober struct {
	page  *page
	known map[string]bool // the lines that were asked for
}

func newProber(list []reader) *prober {
	return &prober{newPage(&Dump{}, list), map[string]bool{}}
}

// knows reports whether a line is known on its own.
func (b *prober) knows(given string) bool {
	if known, asked := b.known[given]; asked {
		return known
	}
	p := b.page
	clear(p.tells)
	clear(p.servers)
	*p.dump = Dump{texts: []text{{body: given, lines: 1, every: []int{0}}}}
	*p = page{dump: p.dump, readers: p.readers, programs: p.programs, winPrograms: p.winPrograms, tells: p.tells, servers: p.servers, buffer: p.buffer}
	p.clean(&p.now, given, 1)
	if p.now.text != "" {
		p.take(&p.now)
	}
	known := p.now.text == "" || p.dump.Understood > 0
	b.known[given] = known
	return known
}
