package dump

import "strings"

// A limitTable is a run of rows: what some shells mean shows only in the rows
// around them.
type limitTable struct {
	rows  []int // indexes of the settings
	unit  []uint64
	above string // the label of the row before
	xonsh bool
	rc    bool
}

// limitRows keeps the rows of one line. The same limit twice is soft and hard,
// as "diff -y" of both shows them.
func (p *page) limitRows(l *line, rows []limitRow) {
	table, ok := p.block.(*limitTable)
	if !ok {
		table = &limitTable{}
		p.block = table
	}
	for i := range rows {
		r := &rows[i]
		if r.unsupported() {
			continue
		}
		table.place(p, l, r)
		p.tellLabel(l, r)
		hard := p.hard || l.side == '>' || i > 0 && rows[i-1].label == r.label || strings.HasPrefix(r.rest.text, "(hard")
		table.add(p, l, r, r.soft, hard)
		if r.hard.text != "" {
			table.add(p, l, r, r.hard, true)
		}
	}
}

// place notes what a row says by its place and its form. The sh of Solaris alone
// has its memory, which is the address space, below the descriptors; that of
// NetBSD alone puts the option before the unit.
func (t *limitTable) place(p *page, l *line, r *limitRow) {
	r.below = t.above
	t.above = r.label.text
	if r.early {
		p.tell(l, "option before unit")
	}
	if r.label.text == "memory" && r.below == "nofiles" && r.words == "kbytes" {
		p.tell(l, "memory below nofiles")
	}
}

// add keeps one value of a row. The blocks of a bash that keeps to POSIX are of
// 512 bytes, as are those of zsh 4.0, which has its rows in another order than
// the bash of its time.
func (t *limitTable) add(p *page, l *line, r *limitRow, raw span, hard bool) {
	t.learn(p, r)
	name := r.name(t.rc)
	unit := r.unit
	if t.xonsh && r.words == "kbytes" {
		unit = 1
	}
	if r.words == "blocks" && (p.posix || r.option == 0 && (r.below == "cpu time" || r.below == "stack size")) {
		unit = 512
	}
	value, ok := r.measure(raw.text, unit)
	if !ok || name == "" {
		return
	}
	name = "ulimit." + name
	if hard {
		name += ".hard"
	}
	if i := p.add(l, raw, Setting{Name: name, Value: value, Scope: Shell, Owner: p.owner}); i >= 0 {
		t.rows, t.unit = append(t.rows, i), append(t.unit, unit)
	}
}

// learn notes the label that tells a shell, and sets right what was read of its
// table before: xonsh prints bytes below the word kbytes. In rc's table the
// descriptors come before the memory, in that of csh after it.
func (t *limitTable) learn(p *page, r *limitRow) {
	switch r.label.text {
	case "max RSS memory":
		if t.xonsh {
			return
		}
		t.xonsh = true
		for k, i := range t.rows {
			s := &p.dump.Settings[i]
			if n, ok := number(s.Value); ok && t.unit[k] == 1024 && s.Name != "ulimit.core" && s.Name != "ulimit.fsize" {
				s.Value = decimal(n / 1024)
			}
		}
	case "descriptors":
		t.rc = true
	}
}

// name is the limit of the row. Some shells call by one label what others keep
// apart: the "memory" of yash and of the sh of Solaris and the "memoryuse" of rc
// are the address space. What ksh93 prints as the socket buffer is the buffer of
// a pipe.
func (r *limitRow) name(rc bool) string {
	switch r.label.text {
	case "memory":
		if r.option == 'v' || r.below == "nofiles" && r.words == "kbytes" {
			return "as"
		}
	case "memoryuse":
		if rc {
			return "as"
		}
	case "socket buffer size":
		if r.apart {
			return ""
		}
	}
	return r.label.name
}

// times are the suffixes of times, in the unit of the limit: rc counts the time
// of the CPU in them, zsh the real-time one.
var times = map[string]map[string]uint64{
	"cpu":    {"s": 1, "m": 60, "h": 3600},
	"rttime": {"us": 1},
}

// measure is the value that a row prints as s, in bytes, seconds or counts. A
// "b" of z/OS is a block.
func (r *limitRow) measure(s string, unit uint64) (value string, ok bool) {
	digits, suffix := splitSuffix(s)
	if digits != "" && suffix != "" {
		if time := times[r.label.name][suffix]; time > 0 {
			return scaled(digits, time)
		}
		if suffix == "b" {
			return scaled(digits, 512)
		}
	}
	return limitValue(s, unit)
}

// unsupported reports whether the shell says that its system has no such limit.
func (r *limitRow) unsupported() bool {
	return r.soft.text == "not" && strings.HasPrefix(r.rest.text, "supported")
}
