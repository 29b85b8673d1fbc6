package dump

import (
	"cmp"
	"slices"
	"strings"
)

// hpuxTunables are names of the tunables of HP-UX; true for those that no other
// system has under that name.
var hpuxTunables = table[bool]{rows: []row[bool]{
	{`maxfiles_lim maxdsiz maxdsiz_64bit maxssiz maxssiz_64bit maxtsiz maxtsiz_64bit max_thread_proc nkthread ninode dbc_max_pct dbc_min_pct nstrpty nstrtel
		nflocks vx_ninode filecache_max filecache_min ksi_alloc_max ksi_send_max swchunk maxvgs executable_stack fs_async create_fastlinks unlockable_mem
		eqmemsize netmemmax st_san_safe swapmem_on max_async_ports vps_ceiling vps_chatr_ceiling default_disk_ir acctresume acctsuspend bufpages tcphashsz
		o_sync_is_o_dsync scsi_max_qdepth aio_max_ops aio_physmem_pct rtsched_numpri alwaysdump dontdump dnlc_hash_locks lcpu_attr base_pagesize nstrblksched
		dst scroll_lines hfs_max_ra_blocks hfs_ra_per_disk max_fcp_reqs vxfs_bc_bufhwm secure_sid_scripts remote_nfs_swap process_id_max enable_idds modstrmax
		public_shlibs nswapdev nswapfs file_pad dbc_cushion`, true},
	{`nfile nproc maxfiles maxusers maxuprc npty nbuf nclist ncallout ncsize timeslice timezone semmni semmns semmnu semmap semmsl semume semvmx semaem
		shmmax shmmni shmseg msgmni msgtql msgmap msgmax msgmnb msgseg msgssz nstrpush strmsgsz strctlsz sema shmem mesg`, false},
}}

// hpuxListed are the tunables whose values are listed.
var hpuxListed = set{
	"maxfiles", "maxfiles_lim", "maxdsiz", "maxdsiz_64bit", "nfile", "ninode", "nproc", "max_thread_proc", "nkthread",
}

// What tells HP-UX: the form of an output, and a word of prose.
const (
	formatHPUX = "format of HP-UX"
	wordsHPUX  = "words of HP-UX"
)

// tunables are the statements on tunables of HP-UX. One may be an expression of
// others that stand anywhere in the text, so that it is worked out at the end.
type tunables struct {
	said   map[string][]stated // by name in lower case
	open   []openTunable
	budget int // expressions that may yet be worked out
}

// An openTunable is a setting whose value is an expression.
type openTunable struct {
	Setting
	begun int // the context it stands in
}

// stated is what the text says a tunable is.
type stated struct {
	text    string
	scope   Scope
	session int
	begun   int // the context it was said in
}

// Bounds on what is kept, and on expressions within expressions: a text that is
// made to, could name each many times.
const (
	statedMax   = 4000
	evaluateMax = 20000
	deepestName = 8
)

// tunable keeps what the line says of a tunable: unit is what a figure counts
// in. It reports whether the name is one that is listed.
func (p *page) tunable(l *line, name string, raw span, s Setting, unit uint64) bool {
	name = strings.ToLower(name)
	if hpuxTunables.of(name) {
		p.tell(l, formatHPUX)
	}
	raw = raw.unquote().trim()
	if raw.text == "" {
		return false
	}
	if p.tunables.said == nil {
		p.tunables.said = map[string][]stated{}
	}
	if list := p.tunables.said[name]; unit == 1 && len(list) < 8 && len(p.tunables.said) < statedMax {
		p.tunables.said[name] = append(list, stated{raw.text, s.Scope, p.session, p.begun})
	}
	if !hpuxListed.has(name) {
		return false
	}
	s.Name = name
	if value, ok := cNumber(raw.text); ok {
		if s.Value, ok = scaled(value, unit); ok {
			p.add(l, raw, s)
		}
		return true
	}
	p.openTunable(l, raw, s)
	return true
}

// openTunable keeps an expression for the end. A word such as Default, or a
// percentage, is none.
func (p *page) openTunable(l *line, raw span, s Setting) {
	if !strings.ContainsAny(raw.text, "0123456789*+") || strings.HasSuffix(raw.text, "%") || len(p.tunables.open) >= statedMax {
		return
	}
	s.Value = raw.text
	if i := p.add(l, raw, s); i >= 0 {
		p.tunables.open = append(p.tunables.open, openTunable{p.dump.Settings[i], p.begun})
		p.dump.Settings = p.dump.Settings[:i]
	}
}

// settleTunables works out the expressions. One that names what the text does
// not say stays unread.
func (p *page) settleTunables() {
	d := p.dump
	if len(p.tunables.open) == 0 {
		return
	}
	p.tunables.budget = evaluateMax
	for _, s := range p.tunables.open {
		n, ok := evaluate(s.Value, p.tunables.meaning(s, deepestName))
		if !ok || n < 0 {
			p.unsettled(s.Setting)
			continue
		}
		s.Value = decimal(uint64(n))
		d.Settings = append(d.Settings, s.Setting)
	}
	slices.SortStableFunc(d.Settings, func(a, b Setting) int {
		return cmp.Or(cmp.Compare(a.File, b.File), cmp.Compare(a.Line, b.Line), cmp.Compare(a.Column, b.Column))
	})
	slices.SortStableFunc(d.Unread, func(a, b Unread) int {
		return cmp.Or(cmp.Compare(a.File, b.File), cmp.Compare(a.Line, b.Line))
	})
}

// unsettled keeps the line of an expression as unread.
func (p *page) unsettled(s Setting) {
	d := p.dump
	for _, u := range d.Unread {
		if u.File == s.File && u.Line == s.Line {
			return
		}
	}
	d.Understood--
	if len(d.Unread) < UnreadMax {
		d.Unread = append(d.Unread, Unread{File: s.File, Line: s.Line, Text: d.Line(s.File, s.Line)})
	}
}

// meaning gives the value that the text states for a tunable named in an
// expression, as it stands nearest to s: in its context, session and scope. Two values that
// differ are none. deep bounds expressions within expressions.
func (t *tunables) meaning(s openTunable, deep int) func(name string) (int64, bool) {
	return func(name string) (int64, bool) {
		text := t.text(strings.ToLower(name), s)
		t.budget--
		if text == "" || deep == 0 || t.budget < 0 {
			return 0, false
		}
		return evaluate(text, t.meaning(s, deep-1))
	}
}

// text is what a tunable is said to be, "" where nothing or two things are said.
func (t *tunables) text(name string, s openTunable) string {
	best, rank := "", 0
	for _, said := range t.said[name] {
		r := 1
		if said.begun == s.begun {
			r += 4
		}
		if said.session == s.Session {
			r += 2
		}
		if said.scope == s.Scope {
			r++
		}
		switch {
		case r > rank:
			best, rank = said.text, r
		case r == rank && said.text != best:
			best = ""
		}
	}
	return best
}
