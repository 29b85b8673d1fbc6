package remedy

import "strings"

// What is done by hand before the commands of a step, up to a semicolon.
const (
	changeLines = "change the lines of "
	putLines    = "put the lines into "
	saveAs      = "save it unchanged as "
)

// What is done by hand after them.
const (
	restartServer  = "stop and start CommuniGate Pro"
	restartWindows = "restart Windows"
)

// What a step is that has no command.
const (
	lookAtLog    = "look in the log of CommuniGate Pro for the limit that it got when it started"
	setPortsBack = "set the ranges of dynamic ports with the figures of "
)

// byHand says in the command that applies a file what its reader has to do
// first, where the content is only a part of the file.
func byHand(e *edited, f *File) {
	switch {
	case e.own && !e.whole:
		f.Part, f.Apply = true, changeLines+e.path+" by hand; "+f.Apply
	case !e.own && e.kind.shared:
		f.Part, f.Apply = true, putLines+e.path+"; "+f.Apply
	}
}

// Parts takes a step apart: what is done by hand first, the commands, and what is
// done by hand then. Each may be empty.
func Parts(step string) (before, commands, after string) {
	for _, prose := range []string{lookAtLog, setPortsBack} {
		if strings.HasPrefix(step, prose) {
			return step, "", ""
		}
	}
	commands = step
	for _, start := range []string{changeLines, putLines, saveAs} {
		if strings.HasPrefix(step, start) {
			before, commands, _ = strings.Cut(step, "; ")
		}
	}
	for _, end := range []string{restartServer, restartWindows} {
		if rest, ok := strings.CutSuffix(commands, end); ok {
			return before, strings.TrimSuffix(rest, "; "), end
		}
	}
	return before, commands, ""
}
