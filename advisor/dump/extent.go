package dump

import "strings"

// An Extent is where the content of a configuration file stands in the text.
type Extent struct {
	Path     string // as the text names it
	File     int
	From, To int  // lines, inclusive
	Whole    bool // all of the file stands there
}

// extend counts the line, which has just been read, to the file whose content
// it is. A line that began a context, such as the command that shows the file,
// is not of its content; the first line of a script is.
func (p *page) extend(l *line, begun int) {
	if p.path == "" || p.sets || p.begun != begun && !strings.HasPrefix(l.text, "#!") {
		return
	}
	if p.extent != p.begun || len(p.dump.Extents) == 0 {
		if notShown(l.text) {
			return
		}
		if len(p.dump.Extents) >= partsMax {
			return
		}
		p.extent = p.begun
		p.dump.Extents = append(p.dump.Extents, Extent{p.path, p.file, l.n, l.n, p.whole})
	}
	p.dump.Extents[len(p.dump.Extents)-1].To = l.n
}

// notShown reports whether a program says that it could not show a file: the
// message is not what stands in it.
func notShown(s string) bool {
	program, rest, found := strings.Cut(s, ": ")
	return found && !strings.Contains(program, " ") && (strings.HasSuffix(rest, "No such file or directory") || strings.HasSuffix(rest, "Permission denied"))
}

// showsAll reports whether a command shows its file from the first line to the
// last: cat does, and tail -n +1.
func showsAll(c *call) bool {
	switch c.name() {
	case "cat", "more", "less", "view", "vi", "vim", "nano", "emacs", "tee":
		return !c.piped && !c.appends
	case "tail":
		for _, w := range c.arguments() {
			if strings.HasSuffix(w.text, "+1") {
				return !c.piped
			}
		}
	}
	return false
}

// unitHeading reads the line with which systemctl cat begins each file.
func (p *page) unitHeading(l *line) {
	path, found := strings.CutPrefix(l.text, "# ")
	if found && strings.Contains(path, "/systemd/") && configures(path) && !strings.Contains(path, " ") {
		p.begin(context{owner: p.owner, bare: p.bare})
		openFile(p, path)
	}
}
