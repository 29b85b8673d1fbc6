package dump

import "strings"

// systemWordsOf tell the system by a word of prose, a program or a file, where
// nothing else does.
var systemWordsOf = []struct{ word, tell string }{
	{"Solaris", wordsSolaris}, {"SunOS", wordsSolaris}, {"illumos", wordsSolaris}, {"SmartOS", wordsSolaris}, {"OpenIndiana", wordsSolaris},
	{"HP-UX", wordsHPUX}, {"HPUX", wordsHPUX}, {"HP/UX", wordsHPUX},
	{"kctune", programsHPUX}, {"kmtune", programsHPUX}, {"Current Dyn Planned", programsHPUX}, {"/stand/system", pathsHPUX}, {"/stand/vmunix", pathsHPUX},
	{"/etc/rc.config.d/", pathsHPUX}, {"/etc/system", pathsSolaris}, {"/etc/system.d/", pathsSolaris}, {"/dev/ksyms", pathsSolaris}, {"/var/svc/", pathsSolaris}, {"/lib/svc/", pathsSolaris},
	{"STLKCGPro", pathsSolaris},
}

// What files and programs tell.
const (
	pathsSolaris = "paths of Solaris"
	pathsHPUX    = "paths of HP-UX"
	programsHPUX = "programs of HP-UX"
)

// barred reports whether a column of a page that was copied ends the line.
func barred(s string) bool { return s[len(s)-1] == '|' }

// tellWords notes what the words of a line tell. A word counts where no letter
// goes on with it.
func (p *page) tellWords(l *line, s string) {
	p.tellBSDWords(l, s)
	if strings.IndexByte(s, 'S') < 0 && strings.IndexByte(s, 'H') < 0 && strings.IndexByte(s, '/') < 0 && strings.IndexByte(s, 'k') < 0 && strings.IndexByte(s, 'l') < 0 && strings.IndexByte(s, 'D') < 0 {
		return
	}
	for _, known := range systemWordsOf {
		i := strings.Index(s, known.word)
		if i < 0 {
			continue
		}
		after := s[i+len(known.word):]
		whole := after == "" || !letter(after[0]) && after[0] != '-' && after[0] != '_' || !letter(known.word[len(known.word)-1])
		if whole && (i == 0 || !letter(s[i-1]) || known.word[0] == '/') {
			p.tell(l, known.tell)
		}
	}
}
