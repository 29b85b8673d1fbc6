package dump

import "strings"

// optionNames are the limits by the option of ulimit that names them.
var optionNames = map[byte]string{
	'c': "core", 'd': "data", 'e': "nice", 'f': "fsize", 'i': "sigpending", 'l': "memlock", 'm': "rss", 'n': "nofile", 'q': "msgqueue",
	'r': "rtprio", 's': "stack", 't': "cpu", 'u': "nproc", 'v': "as", 'x': "locks", 'R': "rttime", 'b': "sbsize", 'k': "kqueues", 'P': "npts",
}

// optionUnit is what a figure of ulimit counts in: 1024 bytes for memory, and
// blocks for files, which are 512 bytes where the shell keeps to POSIX.
func optionUnit(option byte, posix bool) uint64 {
	switch option {
	case 'd', 'l', 'm', 's', 'v':
		return 1024
	case 'c', 'f':
		if posix {
			return 512
		}
		return 1024
	}
	return 1
}

// runUlimit reads the ulimit of the shells, which asks and sets.
func runUlimit(p *page, c *call) {
	var hard, soft, asked bool
	for i := 1; i < len(c.words); i++ {
		w := c.words[i].text
		if !strings.HasPrefix(w, "-") {
			continue
		}
		for k := 1; k < len(w); k++ {
			switch o := w[k]; o {
			case 'H':
				hard = true
			case 'S':
				soft = true
			default:
				name, known := optionNames[o]
				if known && !p.setLimit(c, i+1, o, name, hard, soft) {
					asked = true
				}
			}
		}
	}
	p.hard = hard && !soft
	if asked && !p.content(prompt{}) && c.line.path == "" {
		p.expectLimits(c, hard && !soft)
	}
}

// setLimit keeps the limit that word i of the call sets; false when there is no
// value, so that the call asks.
func (p *page) setLimit(c *call, i int, option byte, name string, hard, soft bool) bool {
	if i >= len(c.words) || strings.HasPrefix(c.words[i].text, "-") && c.words[i].text != "-1" {
		return false
	}
	if i+1 < len(c.words) && strings.IndexByte("-#", c.words[i+1].span.text[0]) < 0 {
		return true // a sentence on the command
	}
	w := c.words[i]
	value, ok := limitValue(w.text, optionUnit(option, p.posix))
	if !ok {
		return true
	}
	raw := w.span.unquote()
	if soft || !hard {
		p.add(c.line, raw, Setting{Name: "ulimit." + name, Value: value, Scope: Configured, Path: p.source(c.line)})
	}
	if hard {
		p.add(c.line, raw, Setting{Name: "ulimit." + name + ".hard", Value: value, Scope: Configured, Path: p.source(c.line)})
	}
	return true
}

// expectLimits notes what the bare values after the call mean, in the order of
// its options.
func (p *page) expectLimits(c *call, hard bool) {
	for _, w := range c.arguments() {
		if !strings.HasPrefix(w.text, "-") {
			continue
		}
		for k := 1; k < len(w.text); k++ {
			if name, known := optionNames[w.text[k]]; known {
				name = "ulimit." + name
				if hard {
					name += ".hard"
				}
				p.expect = append(p.expect, answer{name: name, unit: optionUnit(w.text[k], p.posix), scope: Shell})
			}
		}
	}
}

// cshNames are the words of the limit command of csh and zsh.
var cshNames = table[string]{rows: []row[string]{
	{"cputime", "cpu"}, {"filesize", "fsize"}, {"datasize", "data"}, {"stacksize", "stack"}, {"coredumpsize", "core"}, {"memoryuse", "rss"}, {"resident", "rss"},
	{"vmemoryuse", "as"}, {"addressspace", "as"}, {"descriptors", "nofile"}, {"openfiles", "nofile"}, {"memorylocked", "memlock"}, {"memlock", "memlock"}, {"maxproc", "nproc"},
	{"sbsize", "sbsize"},
}}

func resourceOfCsh(word string) string { return cshNames.of(word) }

// shortOfCsh is resourceOfCsh of a word that may be cut short, as csh takes it
// where only one resource begins so.
func shortOfCsh(word string) string {
	if name := resourceOfCsh(word); name != "" || len(word) < 3 {
		return name
	}
	found := ""
	for _, r := range cshNames.rows {
		for full := range strings.FieldsSeq(r.words) {
			if !strings.HasPrefix(full, word) || r.value == found {
				continue
			}
			if found != "" {
				return ""
			}
			found = r.value
		}
	}
	return found
}

// runLimit reads the limit command of csh and zsh.
func runLimit(p *page, c *call) {
	args := c.arguments()
	if p.launchdLine(c) {
		return
	}
	p.hard = len(args) > 0 && args[0].text == "-h"
	if p.hard {
		args = args[1:]
	}
	if len(args) < 2 {
		return
	}
	name := shortOfCsh(args[0].text)
	unit := uint64(1024)
	if name == "nofile" || name == "nproc" || name == "cpu" || name == "sbsize" {
		unit = 1
	}
	value, ok := limitValue(args[1].text, unit)
	if name == "" || !ok {
		return
	}
	name = "ulimit." + name
	if p.hard {
		name += ".hard"
	}
	p.add(c.line, args[1].span, Setting{Name: name, Value: value, Scope: Configured, Path: p.source(c.line)})
}
