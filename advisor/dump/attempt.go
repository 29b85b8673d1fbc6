package dump

import "slices"

// An attempt is a command that may turn out to have failed.
type attempt struct {
	line  int  // its line
	first int  // index of the first setting it made
	tunes bool // it was to change tunables of HP-UX
}

// failed takes the value from what the command on the line before was to set.
// Others count on its place, so it goes at the end.
func (p *page) failed(l *line) {
	if l.n-p.tried.line <= 2 && p.path == "" {
		p.undo()
	}
}

// undo takes back what the last command was to set.
func (p *page) undo() {
	for i := p.tried.first; i < len(p.dump.Settings); i++ {
		if s := &p.dump.Settings[i]; s.Scope == Configured {
			s.Value = ""
		}
	}
}

// forget drops the settings without a value, which commands were to set that
// failed.
func (p *page) forget() {
	p.dump.Settings = slices.DeleteFunc(p.dump.Settings, func(s Setting) bool { return s.Value == "" })
}
