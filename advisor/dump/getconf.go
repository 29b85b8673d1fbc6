package dump

import "strings"

// getconfTable is the block of "getconf -a".
type getconfTable struct{ pageSize uint64 }

// getconfNames are the variables of getconf that are read, and what they are.
var getconfNames = table[string]{rows: []row[string]{
	{"OPEN_MAX", "ulimit.nofile"}, {"CHILD_MAX", "ulimit.nproc"}, {"PTHREAD_THREADS_MAX", "PTHREAD_THREADS_MAX"}, {"GNU_LIBPTHREAD_VERSION", "GNU_LIBPTHREAD_VERSION"},
	{"_NPROCESSORS_ONLN", answerCPUs}, {"_PHYS_PAGES", "pages"}, {"PAGESIZE", "page size"}, {"PAGE_SIZE", "page size"}, {"GNU_LIBC_VERSION", "libc"},
}}

// readGetconf reads "getconf -a": a name, blanks, perhaps a value.
func readGetconf(p *page, l *line) bool {
	first, value := l.span().word()
	what, ok := getconfNames.get(strings.TrimSuffix(first.text, ":")) // Solaris prints a colon
	if !ok || value.text != "" && what != "GNU_LIBPTHREAD_VERSION" && what != "libc" && !digit(value.text[0]) {
		return false
	}
	table, open := p.block.(*getconfTable)
	if !open {
		table = &getconfTable{}
		p.block = table
	}
	if value.text == "" {
		return true
	}
	switch what {
	case "libc":
		p.tell(l, "glibc")
	case "page size":
		table.pageSize, _ = number(value.text)
	case "pages":
		p.factSize(l, factMemory, value.text, table.pageSize, exactly)
	case answerCPUs:
		p.fact(l, factCPUs, value.text, exactly)
	case "GNU_LIBPTHREAD_VERSION", "PTHREAD_THREADS_MAX":
		if len(value.words()) > 2 {
			return false
		}
		p.tell(l, "glibc")
		p.add(l, value, Setting{Name: what, Value: value.text, Scope: Running})
	default:
		if _, ok := number(value.text); !ok {
			return false
		}
		p.add(l, value, Setting{Name: what, Value: value.text, Scope: Shell})
	}
	return true
}

// readThreadLibrary reads what "getconf GNU_LIBPTHREAD_VERSION" answers: NPTL
// or linuxthreads, with a version.
func readThreadLibrary(p *page, l *line) bool {
	library, version, found := strings.Cut(strings.Replace(l.text, "-", " ", 1), " ")
	if !found || library != "NPTL" && library != "linuxthreads" || version == "" || !digit(version[0]) {
		return false
	}
	p.tell(l, "glibc")
	p.add(l, l.span(), Setting{Name: "GNU_LIBPTHREAD_VERSION", Value: l.text, Scope: Running})
	return true
}

// runGetconf notes what the bare answer means.
func runGetconf(p *page, c *call) {
	for _, w := range c.arguments() {
		switch what := getconfNames.of(w.text); what {
		case answerCPUs:
			p.expect = append(p.expect, answer{name: answerCPUs})
		case "ulimit.nofile", "ulimit.nproc":
			p.expect = append(p.expect, answer{name: what, unit: 1, scope: Shell})
		case "PTHREAD_THREADS_MAX":
			p.expect = append(p.expect, answer{name: what, unit: 1, scope: Running})
		}
	}
}
