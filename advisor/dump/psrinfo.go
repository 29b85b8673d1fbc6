package dump

import "strings"

// A processors is the block of psrinfo, which counts processors as they are
// listed.
type processors struct {
	n      uint64
	own    bool // the number of processors that is known comes from this block
	blocks bool // each processor has a block of its own
}

// processorStates are what psrinfo says of a processor; true for those that do
// work.
var processorStates = map[string]bool{"on-line": true, "no-intr": true, "off-line": false, "spare": false, "faulted": false, "powered-off": false, "disabled": false}

// readPsrinfo reads psrinfo of Solaris: its lines, and the blocks of -v and -vp.
func readPsrinfo(p *page, l *line) bool {
	s := l.span()
	block, open := p.block.(*processors)
	first, rest := s.word()
	switch {
	case strings.HasPrefix(s.text, "Status of ") && strings.Contains(s.text, "processor ") && strings.Contains(s.text, " as of: "):
		block = p.processors(block)
		block.blocks = true
		block.count(p, l, 1)
	case first.text == "The" && strings.Contains(s.text, "physical processor has "):
		n := virtualProcessors(s.text)
		if n == 0 {
			return false
		}
		p.processors(block).count(p, l, n)
	case digit(s.text[0]):
		return p.processorRow(l, block, first, rest)
	default:
		return open && block.detail(p, l, first.text)
	}
	return p.tell(l, formatSolaris)
}

// processors is the open block, or a new one.
func (p *page) processors(block *processors) *processors {
	if block == nil {
		block = &processors{}
		p.block = block
	}
	return block
}

// count adds processors.
func (b *processors) count(p *page, l *line, n uint64) {
	b.n += n
	p.counted(l, b.n, &b.own)
}

// counted notes the number of processors counted so far, and keeps it current
// where it came from the same block.
func (p *page) counted(l *line, n uint64, own *bool) {
	f := &p.facts.of[factCPUs]
	if *own {
		f.value = decimal(n)
		return
	}
	if f.quality < exactly && p.session == 0 {
		*own = true
		f.quality = 0
		p.fact(l, factCPUs, decimal(n), exactly)
	}
}

// virtualProcessors is the number before the words "virtual processor".
func virtualProcessors(s string) uint64 {
	before, _, found := strings.Cut(s, " virtual processor")
	if !found {
		return 0
	}
	n, _ := number(before[strings.LastIndexByte(before, ' ')+1:])
	if n > 1<<16 {
		return 0
	}
	return n
}

// processorRow reads "0   on-line   since 08/20/2012 12:12:11".
func (p *page) processorRow(l *line, block *processors, first, rest span) bool {
	state, since := rest.word()
	works, known := processorStates[state.text]
	if _, ok := number(first.text); !ok || !known || block != nil && block.blocks || !strings.HasPrefix(since.text, "since ") {
		return false
	}
	if block = p.processors(block); works {
		block.count(p, l, 1)
	}
	return p.tell(l, formatSolaris)
}

// detail reads the other lines of a block. A processor that does not work is
// not counted.
func (b *processors) detail(p *page, l *line, first string) bool {
	if works, known := processorStates[first]; known {
		if !works && b.n > 0 && b.own {
			b.n--
			p.counted(l, b.n, &b.own)
		}
		return true
	}
	switch {
	case strings.HasPrefix(l.text, "The core has "), strings.HasPrefix(l.text, "Processor has been "), strings.Contains(l.text, " processor operates at "),
		strings.HasSuffix(l.text, "floating point processor."), strings.Contains(l.text, " clock ") && strings.HasSuffix(l.text, "MHz)"), strings.Contains(l.text, "[ Socket: "):
		return true
	}
	return false
}

// runPsrinfo notes that the number of physical processors follows, which is the
// number of processors where nothing else says it.
func runPsrinfo(p *page, c *call) {
	p.tell(c.line, formatSolaris)
	if len(c.words) == 2 && c.words[1].text == "-p" {
		p.expect = append(p.expect, answer{name: answerSockets})
	}
}
