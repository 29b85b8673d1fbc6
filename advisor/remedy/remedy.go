// Package remedy turns findings into the files that close them.
//
//	findings + dump ─► files: content, how to apply, verify and undo
//
// A remedy holds only what needs changing. Put back through the reader beside
// the dump it came from, it leaves no fix.
package remedy

// A File is one configuration file to put on the server.
type File struct {
	Path    string // /etc/sysctl.d/90-communigate.conf
	Content string
	Rules   []string // IDs of the findings it closes
	Backup  string   // the command that keeps what is there now
	Apply   string
	Verify  string
	Undo    string
	Restart Restart
	Instead int // index of the file this one is an alternative to; -1 for none
}

// Restart is what a remedy costs.
type Restart string

const (
	None    Restart = "none"
	Service Restart = "service"
	Reboot  Restart = "reboot"
)
