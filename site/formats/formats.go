// Package formats shows in a Markdown page the forms of text that the advisor
// reads. A line of its own
//
//	::formats limits
//
// becomes one block for each format of that kind, made from the readers
// themselves: what it is, an example, and what the advisor reads in it. The
// kinds are limits, settings, files, machine and around.
package formats

import (
	_ "embed"
	"fmt"
	"html/template"
	"io"

	"github.com/yuin/goldmark"

	"headroom/advisor/dump"
	"headroom/site/directive"
)

//go:embed formats.html
var source string

var markup = template.Must(template.New("formats").Parse(source))

// Extension returns the goldmark extension for formats. An unknown kind is an
// error of rendering; it names the line in page, a file.
func Extension(page string) goldmark.Extender {
	return directive.Extension("formats", func(w io.Writer, kind string, line int) error {
		views := viewsByKind()[kind]
		if views == nil {
			return fmt.Errorf("%s:%d: no formats of the kind %q", page, line, kind)
		}
		return markup.Execute(w, views)
	})
}

// A view is a format as its block words it.
type view struct {
	dump.Format
	System string // which its example tells, empty where it tells none
	Says   []says
	Host   []string // what its example tells of the machine
}

// A says is one setting in the example.
type says struct{ Name, Value, Meaning string }

// viewsByKind are all formats, read by the advisor.
func viewsByKind() map[string][]view {
	kinds := map[string][]view{}
	for _, f := range dump.Formats() {
		d := dump.Read([]dump.File{{Text: []byte(f.Example)}}, "")
		v := view{Format: f, System: systems[d.Host.OS], Host: machine(d.Host)}
		for _, s := range d.Settings {
			v.Says = append(v.Says, says{s.Name, s.Value, meaning(s)})
		}
		kind := kindOf(d, v)
		kinds[kind] = append(kinds[kind], v)
	}
	return kinds
}

// kindOf is the kind of a format by what its example says first.
func kindOf(d *dump.Dump, v view) string {
	switch {
	case len(d.Settings) > 0:
		return scopes[d.Settings[0].Scope].kind
	case len(v.Host) > 0:
		return "machine"
	}
	return "around"
}

// scopes says of each scope what kind of format it makes, and what it is called.
var scopes = map[dump.Scope]struct{ kind, words string }{
	dump.Shell:      {"limits", "limit of a shell"},
	dump.Process:    {"limits", "limit of a process"},
	dump.Running:    {"settings", "live value"},
	dump.Configured: {"files", "set by a file or a command"},
}

// meaning is the unit and the scope of a setting: "bytes, live value".
func meaning(s dump.Setting) string {
	words := scopes[s.Scope].words
	if s.Unit == "" || s.Unlimited() {
		return words
	}
	return s.Unit + ", " + words
}

// systems are the names of systems as people write them.
var systems = map[string]string{
	dump.Linux: "Linux", dump.Solaris: "Solaris", dump.FreeBSD: "FreeBSD", dump.HPUX: "HP-UX", dump.Windows: "Windows", dump.MacOS: "macOS",
	dump.OpenBSD: "OpenBSD", dump.NetBSD: "NetBSD", dump.AIX: "AIX", dump.ZOS: "z/OS", dump.Android: "Android",
}

// machine is what a host's facts are, in words.
func machine(h dump.Host) []string {
	var all []string
	say := func(words string, known bool) {
		if known {
			all = append(all, words)
		}
	}
	say("product "+h.Product, h.Product != "")
	say("release "+h.Release, h.Release != "")
	say("architecture "+h.Arch, h.Arch != "")
	say(fmt.Sprintf("%d CPUs", h.CPUs), h.CPUs > 0)
	say(fmt.Sprintf("memory of %d bytes", h.MemoryBytes), h.MemoryBytes > 0)
	say(fmt.Sprintf("swap of %d bytes", h.SwapBytes), h.SwapKnown)
	return all
}
