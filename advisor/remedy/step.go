package remedy

import "strings"

// A Step is one thing that is done with a file: what is done by hand first, the
// commands, and what is done by hand then. Each may be empty. The commands are
// written for every shell that root may have: the Bourne shell of old Solaris, csh
// of FreeBSD, and those that came later.
type Step struct {
	Before, Commands, After string
}

// String is the step on one line.
func (s Step) String() string {
	var parts []string
	for _, part := range []string{s.Before, s.Commands, s.After} {
		if part != "" {
			parts = append(parts, part)
		}
	}
	return strings.Join(parts, "; ")
}

// run is a step of commands.
func run(commands ...string) Step { return Step{Commands: strings.Join(commands, "; ")} }

// then is the step with another one behind it.
func (s Step) then(next Step) Step {
	return Step{
		Before:   join(s.Before, ", then ", next.Before),
		Commands: join(s.Commands, "; ", next.Commands),
		After:    join(s.After, ", then ", next.After),
	}
}

func join(a, between, b string) string {
	if a == "" || b == "" {
		return a + b
	}
	return a + between + b
}

// byHand says before the command that applies a file what its reader has to do,
// where the content is only a part of the file.
func byHand(h *host, e *edited, f *File) {
	switch {
	case e.own && (!e.whole || h.option != ""): // the whole of it is for the remedies
		f.Part, f.Apply.Before = true, "change the lines of "+e.path+" by hand"
	case !e.own && e.kind.shared:
		f.Part, f.Apply.Before = true, "put the lines into "+e.path
	}
}
