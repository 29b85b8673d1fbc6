package dump

import "strings"

// Read reads the texts of one host. The argument os overrides what the text
// says of the system; empty means find out. Read is total: every input gives a
// Dump.
func Read(files []File, os string) *Dump { return readTelling(readers, files, os, nil) }

// readWith is Read with some of the readers.
func readWith(list []reader, files []File, os string) *Dump {
	return readTelling(list, files, os, nil)
}

func readTelling(list []reader, files []File, os string, tell func(share float64)) *Dump {
	d := &Dump{}
	p := newPage(d, list)
	p.progress = newProgress(files, tell)
	for _, f := range files {
		d.Names = append(d.Names, f.Name)
	}
	for i, f := range files {
		d.texts = append(d.texts, newText(f.Text))
		p.progress.size = len(f.Text)
		p.file = i
		p.correct(f)
		p.readFile(f.Name)
		p.progress.before += len(f.Text)
	}
	p.forget()
	p.nameServers()
	p.settleTunables()
	d.Host = p.hostSaid(os)
	p.settleUnits(d.Host.OS)
	p.findOthers()
	if os == "" {
		p.findSystems()
	}
	d.Notice = notice(files, d)
	return d
}

// newPage is a page that has read nothing.
func newPage(d *Dump, list []reader) *page {
	return &page{dump: d, readers: list, programs: &programs, winPrograms: &winPrograms, tells: map[string]place{}, servers: map[string]bool{}}
}

// A page is the text being read, with what its earlier lines said.
type page struct {
	dump     *Dump
	file     int
	readers  []reader
	programs *table[program]
	reader   *reader // the one at work

	winPrograms *table[program]

	progress progress

	correcting correcting // what was said of the file's lines

	context         // what the lines before mean for the next
	section section // the lines since the last command or heading
	begun   int     // how many contexts began
	extent  int     // the one that the last Extent belongs to
	block   any     // what a reader of several lines noted of them; nil after a command or a heading
	diff    bool    // the lines are the output of diff

	hosts    []string         // the names in prompts, in the order they appeared
	session  int              // index of the present one
	home     int              // the session that a command on another host left
	visiting bool             // such a command is printing
	prompted bool             // a prompt named a host
	tunables tunables         // what the text says of tunables of HP-UX
	servers  map[string]bool  // process IDs that the text says are CGServer
	tells    map[string]place // what tells the system, and where it was first seen
	facts    facts
	depth    int     // commands within commands
	tried    attempt // the last command

	posixly    bool // the shell was told to keep to POSIX
	foreign    bool // the line was read as what it cannot be here
	misspelled bool // the line holds an option that is close to a known one
	now        line // the line that is being read
	given      line // the same before decorations came off

	plain   bool // no line of the file needs cleaning
	qp      bool // the file is in quoted-printable
	bared   bool // escape sequences stand in the file without their first character
	bars    bool // two bars stand behind the lines
	dollars bool // a dollar sign stands at the end of all lines
	shown   bool // cat -A printed the line
	strings bool // they are strings in JSON
	coded   bool // the lines are code in Markdown
	wrapped []wrapping
	longest int // the width of the longest line down to one that severs
	alone   *prober
	joined  map[int]bool // in a trial, the lines that are part of a longer one
	buffer  glyphs

	frame     frame    // what stands before every line
	frameless int      // how many lines did not have it since one had
	looked    lookedAt // the last line that was cleaned to find one
	ahead     ahead
}

// A place is a line of a file.
type place struct{ file, line int }

func (p *page) readFile(name string) {
	p.readWrapped(name, p.wrappings(name, p.dump.texts[p.file].body))
}

// readWrapped reads the lines of the file, which were wrapped in those ways.
func (p *page) readWrapped(name string, ways []wrapping) {
	body := p.dump.texts[p.file].body
	size := len(body)
	p.tried = attempt{first: len(p.dump.Settings)}
	p.look(body)
	p.wrapped = ways
	if len(ways) > 0 {
		p.longest = longestBelow(body)
	}
	p.begin(context{path: configFile(name), whole: true})
	n := 1
	for body != "" {
		var given string
		given, body = p.next(body)
		if len(ways) > 0 && severs(given) {
			p.longest = longestBelow(body)
		}
		l := &p.now
		p.progress.line(n, len(body), size)
		p.turn(n, given)
		p.surround(given, body)
		p.clean(l, given, n)
		n++
		if l.text == "" {
			p.blankLine(given)
			continue
		}
		for goesOn, parted := p.wraps(l, body); goesOn && !p.turns(n); goesOn, parted = p.wraps(l, body) {
			given, body = p.next(body)
			p.join(l, given, n, parted)
			n++
		}
		begun := p.begun
		p.takeWhole(l)
		p.extend(l, begun)
	}
	p.turn(n, "")
	p.begin(context{})
}

// takeWhole gives the line to the readers, and counts it with those that were
// joined to it.
func (p *page) takeWhole(l *line) {
	d, joined := p.dump, l.joins
	d.Total += 1 + len(joined)
	before := d.Understood
	p.take(l)
	for _, j := range joined {
		if d.Understood > before {
			p.understoodToo(j.n)
		} else {
			p.unread(&line{n: j.n, given: j.given}, "")
		}
	}
}

// look finds out what holds for the whole file.
func (p *page) look(body string) {
	p.plain = true
	for i := range len(body) {
		if doubtful[body[i]] && body[i] != '\r' {
			p.plain = false
			break
		}
	}
	p.plain = p.plain && !loneReturn(body)
	p.qp = strings.Contains(body, "=3D") && (strings.Contains(body, "=0A=") || strings.Contains(body, "quoted-printable"))
	p.bared = strings.Contains(body, "[0m") || strings.Contains(body, "^[[")
	p.plain = p.plain && !p.qp && !p.bared
	p.bars = tabled(body)
	p.strings = listed(body)
	p.coded = false
	p.frame, p.frameless, p.looked, p.ahead = "", 0, lookedAt{}, ahead{}
	p.shown, p.dollars = false, printedByCat(body)
}

// loneReturn reports whether a CR stands anywhere but before an LF.
func loneReturn(body string) bool {
	for {
		i := strings.IndexByte(body, '\r')
		if i < 0 {
			return false
		}
		if i+1 < len(body) && body[i+1] != '\n' {
			return true
		}
		body = body[i+1:]
	}
}

func (p *page) blankLine(given string) {
	if strings.Trim(given, " \t\r\u00a0\ufeff") != "" {
		p.dump.Total++
		p.dump.Understood++
	}
}

// longest is the length of the longest line that is looked into, in bytes. A
// longer one is data of another kind.
const longest = 1 << 16

// take gives the line to the readers, and takes decorations off it until one
// knows it.
func (p *page) take(l *line) {
	if len(l.text) > longest {
		p.unread(l, "")
		return
	}
	if l.cols != nil && strings.Contains(l.text, pageBreak) && p.parted(l, pageBreak) {
		return
	}
	if p.jsonParted(l) || p.offer(l) {
		return
	}
	p.given = *l
	for range maxPeel {
		if !p.peel(l) {
			break
		}
		if l.text == "" {
			p.understood(l.n, nil)
			return
		}
		if p.jsonParted(l) || p.offer(l) {
			return
		}
	}
	if near := p.nearest(&p.given, l); near != "" || !p.script {
		p.unread(l, near)
		return
	}
	p.understood(l.n, &scripts)
}

// offer asks each reader in turn whether it knows the line.
func (p *page) offer(l *line) bool {
	outer := p.reader
	for i := range p.readers {
		p.reader = &p.readers[i]
		if outer == nil {
			p.foreign = false
		}
		if before := len(p.dump.Settings); p.reader.read(p, l) && (!p.foreign || len(p.dump.Settings) > before) {
			if outer == nil {
				p.understood(l.n, p.reader)
			}
			p.reader = outer
			return true
		}
	}
	p.reader = outer
	return false
}

// within offers a piece of a line, the text of an echo for instance, to the
// readers under another context.
func (p *page) within(l *line, s span, c context) bool {
	part, kept := l.sub(s), p.context
	if part.text == "" {
		return false
	}
	p.context = c
	known := p.offer(&part)
	p.context = kept
	return known
}

// partsMax bounds how many runs of lines a Dump tells apart.
const partsMax = 20000

// scripts stands for those who read the lines of scripts that nobody knows.
var scripts = reader{name: "script", title: "script"}

// understood counts the line and notes who read it, nil for nobody in particular.
func (p *page) understood(n int, by *reader) {
	p.dump.Understood++
	if by != nil && !p.goesOn(n, by.name) && len(p.dump.Parts) < partsMax {
		p.dump.Parts = append(p.dump.Parts, Part{by.name, by.title, p.file, n, n})
	}
}

// understoodToo counts a line that belongs to the one above.
func (p *page) understoodToo(n int) {
	p.dump.Understood++
	if last := len(p.dump.Parts) - 1; last >= 0 {
		p.goesOn(n, p.dump.Parts[last].Reader)
	}
}

// goesOn makes the line one of the last part, where that ends above it and the
// reader is the same.
func (p *page) goesOn(n int, reader string) bool {
	last := len(p.dump.Parts) - 1
	if last < 0 {
		return false
	}
	part := &p.dump.Parts[last]
	if part.Reader != reader || part.File != p.file || part.To != n-1 || part.From < p.correcting.since {
		return false
	}
	part.To = n
	return true
}

// unread keeps a line that nobody knows.
func (p *page) unread(l *line, near string) {
	if len(p.dump.Unread) < UnreadMax {
		p.dump.Unread = append(p.dump.Unread, Unread{p.file, l.n, l.given, near})
	}
}

// misspelt keeps a line whose form is known while its name is not, but close
// to a known one. It undoes the count that the reader's true is about to make.
func (p *page) misspelt(l *line, near string) bool {
	p.unread(l, near)
	p.dump.Understood--
	return true
}

// settingsMax bounds the settings of a Dump: no host has as many, and a text of
// many megabytes in which every line is one must not grow without bound.
const settingsMax = 20000

// add keeps a setting whose value stands at raw, and gives its index, -1 where
// there is no value. Name, Value and Scope come from the reader, the rest from
// the line.
func (p *page) add(l *line, raw span, s Setting) int {
	if !p.belongs() || p.manual && s.Scope == Configured || len(p.dump.Settings) >= settingsMax || s.Value == "" || raw.text == "" {
		return -1
	}
	s.Raw, s.File, s.Source = raw.text, p.file, p.reader.name
	if p.serves && (s.Scope == Shell || s.Scope == Process) {
		s.Scope, s.Owner = Process, server
	}
	s.Line, s.Column = l.position(raw.at)
	if s.Unit == "" {
		s.Unit = unitOf(s.Name)
	}
	if s.Session = p.session; l.side == '>' && s.Scope != Shell {
		s.Session++ // a diff shows another moment
	}
	p.dump.Settings = append(p.dump.Settings, s)
	return len(p.dump.Settings) - 1
}

// nameServers gives the limits of a process the name of the server, where some
// line says that the process is CGServer.
func (p *page) nameServers() {
	for i := range p.dump.Settings {
		if s := &p.dump.Settings[i]; p.servers[s.Owner] {
			s.Owner = server
		}
	}
}
