package dump

import "strings"

// readTuneMessage reads what kctune and kmtune say of a change. What they warn of
// may stand between the command and that it failed.
func readTuneMessage(p *page, l *line) bool {
	if strings.IndexByte("*rWNEkbcs=", l.text[0]) < 0 {
		return false
	}
	for _, start := range tuneMessages {
		if strings.HasPrefix(l.text, start) {
			return true
		}
	}
	if !p.tried.tunes || p.path != "" {
		return false
	}
	for _, start := range tuneWarnings {
		if strings.HasPrefix(l.text, start) {
			return true
		}
	}
	program, message, found := strings.Cut(l.text, ":")
	if !found || program != "ERROR" && program != "kmtune" && program != "kctune" || !strings.HasPrefix(message, " ") {
		return false
	}
	p.undo()
	return true
}

// tuneMessages are the starts of the lines that only kctune prints, tuneWarnings
// of those that count behind such a command.
var (
	tuneMessages = []string{
		"* The automatic 'backup' configuration", "* The requested changes ", "running configuration.", "* Future operations will ",
		"WARNING: The automatic 'backup' configuration", "==> Do you wish to update it to contain the current configuration",
	}
	tuneWarnings = []string{"WARNING: ", "NOTE: ", "configuration that was in use before", "system.", "before making the requested change?"}
)
