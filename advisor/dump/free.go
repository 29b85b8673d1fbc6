package dump

import "strings"

// freeTable is the block of free: the row of memory comes first, that of swap
// after it, whatever the language calls them.
type freeTable struct {
	unit    uint64
	quality int
	memory  bool // the row of memory was read
}

// readFree reads free in all its forms and languages. Its rows are a word with
// a colon and figures; its heading is words without any.
func readFree(p *page, l *line) bool {
	table, open := p.block.(*freeTable)
	label, figures, found := l.span().cut(":")
	if !found {
		if !freeHeading(l.text) {
			return false
		}
		p.block = &freeTable{unit: p.unit}
		return p.tell(l, "free")
	}
	words := figures.words()
	if strings.ContainsAny(strings.TrimSuffix(label.text, "."), " \t=.") && !strings.HasPrefix(label.text, "-/+") && !(open && table.memory && swapLabels.has(label.text)) || len(words) < 2 || len(words) > 6 || !freeFigures(words) {
		return false
	}
	if !open {
		if label.text != "Mem" || len(words) < 3 {
			return false
		}
		table = &freeTable{unit: p.unit}
		p.block = table
	}
	table.row(p, l, label.text, words)
	return true
}

// swapLabels are the names of the row of swap that are more than one word.
var swapLabels = set{"Partition d'\u00e9change", "Espacio de intercambio"}

// row keeps the first figure of the rows of memory and swap.
func (t *freeTable) row(p *page, l *line, label string, words []span) {
	switch {
	case strings.HasPrefix(label, "-/+") || label == "Low" || label == "High" || label == "Total":
	case !t.memory:
		t.memory = true
		t.settle(words[0].text)
		p.freeFact(l, factMemory, words[0].text, t)
	default:
		p.freeFact(l, factSwap, words[0].text, t)
	}
}

// settle finds the unit. Without the option in sight it is told from the size:
// figures of free are KiB, unless that makes no server.
func (t *freeTable) settle(figure string) {
	n, plain := number(figure)
	t.quality = exactly
	switch {
	case !plain:
		t.quality = rounded
	case t.unit > 1024:
		t.quality = rounded
	case t.unit != 0:
	case n < 128:
		t.unit, t.quality = 1<<30, guessed
	case n < 1<<18:
		t.unit, t.quality = 1<<20, rounded
	case n >= 1<<27 && n%4096 == 0:
		t.unit = 1
	default:
		t.unit = 1 << 10
	}
}

func (p *page) freeFact(l *line, f fact, figure string, t *freeTable) {
	if n, ok := number(figure); ok {
		quality := t.quality
		if n == 0 {
			quality = exactly
		}
		p.factSize(l, f, figure, max(t.unit, 1), quality)
		return
	}
	if n, ok := roundSize(figure); ok {
		quality := rounded
		if n == 0 {
			quality = exactly
		}
		p.fact(l, f, decimal(n), quality)
	}
}

// freeHeading reports whether a line is the heading of free: five to seven words, "total" or
// a translation first, none with a figure.
func freeHeading(s string) bool {
	if len(s) > 200 || strings.ContainsAny(s, "0123456789=:()_>|") {
		return false
	}
	fields := strings.Fields(s)
	if len(fields) < 5 || len(fields) > 8 {
		return false
	}
	joined := strings.ToLower(s)
	return strings.Contains(joined, "buff") || strings.Contains(joined, "cache") || strings.Contains(joined, "кэш") || strings.Contains(joined, "врем") || strings.Contains(joined, "puffer") || strings.Contains(joined, "tamp") || freeTotals.has(fields[0])
}

// freeTotals are the words for the first column.
var freeTotals = set{"total", "gesamt", "всего", "totaal", "totale", "razem", "合計", "總計", "totalt",
	"celkem", "загалом", "toplam", "ukupno", "yhteensä", "összesen", "总计", "jumlah"}

// freeFigures reports whether all words are sizes.
func freeFigures(words []span) bool {
	for _, w := range words {
		if _, ok := roundSize(w.text); !ok {
			return false
		}
	}
	return true
}

// runFree notes the unit that an option of free asks for.
func runFree(p *page, c *call) {
	for _, w := range c.arguments() {
		switch w.text {
		case "-b", "--bytes":
			p.unit = 1
		case "-k", "--kibi":
			p.unit = 1 << 10
		case "-m", "--mebi":
			p.unit = 1 << 20
		case "-g", "--gibi":
			p.unit = 1 << 30
		}
	}
	if len(c.words) == 1 {
		p.unit = 1 << 10
	}
}
