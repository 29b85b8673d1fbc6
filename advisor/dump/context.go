package dump

import "strings"

// A context is what a command, a heading or the name of a file says about the
// lines after it. The zero context says nothing.
type context struct {
	path     string   // the file whose content follows, when it configures something
	whole    bool     // all of it follows
	script   bool     // what follows is a shell script
	heredoc  string   // the word that ends a here-document
	hard     bool     // limits that follow are the hard ones
	posix    bool     // the shell counts in blocks of 512 bytes
	owner    string   // whose limits follow
	shows    bool     // they are the properties of a unit, one for each half
	serves   bool     // they are those that the server runs under, whoever printed them
	only     []string // the readers who find something in the lines that follow; nil for all
	live     bool     // what follows was asked of the kernel
	tight    bool     // it was asked without blanks around the sign
	sets     bool     // what follows is the echo of a command that sets
	fenced   bool     // it stands between the fences of Markdown, which say that it is configuration
	unit     uint64   // of the figures of free that follow, 0 when not said
	bare     bool     // the prompt is a plain '#', so that it does not begin a comment
	unsigned bool     // the last command had no prompt
	saved    bool     // the tunables that follow are those of a saved configuration
	expect   []answer // what bare values on the lines that follow mean
	named    bool     // a loop prints each parameter's name above its value

	manual  bool             // what follows are the defaults as a manual has them
	heading *markdownHeading // the last, which no fence followed yet
}

// An answer is the meaning of a bare value.
type answer struct {
	name  string // of the setting, or one of the answer names below
	unit  uint64 // what the figure counts in
	scope Scope
}

// Names of answers that are no settings.
const (
	answerRelease = "host.release"
	answerCPUs    = "host.cpus"
	answerPID     = "host.pid" // of the server
	answerSockets = "host.sockets"
	answerArch    = "host.arch"
	answerMemory  = "host.memory" // in MB
	answerOther   = ""            // a value that is of no use
)

// A section is what was read since the last command or heading. Lines of the
// form "key = value" do not say themselves whether they were printed by the
// kernel or come from a file; the lines around them do.
type section struct {
	open     []int // indexes of the settings that wait for the answer
	comments bool  // comments stand between them, as in a file
	tight    bool  // Linux names without blanks around "=", as only files have them
	live     bool  // among them is a name that no file holds
}

// begin closes what was open and starts a new context.
func (p *page) begin(c context) {
	p.settleSection()
	p.begun++
	p.context = c
	p.block = nil
	p.diff = false
}

// settleSection gives the settings that wait for it their scope.
func (p *page) settleSection() {
	scope := Running
	if (p.section.comments || p.section.tight) && !p.section.live {
		scope = Configured
	}
	for _, i := range p.section.open {
		p.dump.Settings[i].Scope = scope
	}
	p.section = section{open: p.section.open[:0]}
}

// server is the Owner of everything that belongs to CommuniGate Pro.
const server = "CGServer"

// ofServer reports whether a command or heading speaks of CommuniGate Pro.
func ofServer(s string) bool {
	return strings.Contains(s, "CGServer") || strings.Contains(s, "CommuniGate")
}

// configFile is path if a file of that name configures something, else "".
func configFile(path string) string {
	if configures(path) {
		return path
	}
	return ""
}

// configNames and configEnds tell the files that set something.
var (
	configNames = set{
		"sysctl.conf", "limits.conf", "Startup.sh", "loader.conf", "loader.conf.local",
		"login.conf", "system.conf", "CommuniGate", "rc.local", "rc.conf", "launchd.conf",
		"profile", "bash.bashrc", "bashrc", ".bashrc", ".profile", ".cshrc", ".bash_profile",
		".zshrc", ".bash_history", "project",
	}
	configEnds    = []string{".conf", ".service", ".plist", ".socket", ".slice", ".reg", ".bat", ".cmd", ".ps1", "/etc/system", "/etc/security/limits", "/stand/system"}
	configFolders = []string{"/etc/", "/usr/lib/sysctl.d/", "/run/sysctl.d/", "/lib/sysctl.d/", "/lib/systemd/", "/usr/lib/systemd/", "/var/CommuniGate/", "/boot/"}
)

func configures(path string) bool {
	if path == "" || strings.HasPrefix(path, "/proc/") || strings.HasPrefix(path, "/sys/") || statesOnly.has(path) {
		return false
	}
	if configNames.has(path[strings.LastIndexByte(path, '/')+1:]) {
		return true
	}
	for _, end := range configEnds {
		if strings.HasSuffix(path, end) {
			return true
		}
	}
	for _, folder := range configFolders {
		if strings.HasPrefix(path, folder) {
			return true
		}
	}
	return false
}

// statesOnly are the files in those folders that set nothing.
var statesOnly = set{
	"/etc/os-release", "/etc/lsb-release", "/etc/redhat-release", "/etc/debian_version", "/etc/release",
	"/etc/passwd", "/etc/issue", "/etc/fstab", "/var/CommuniGate/ProcessID", "/etc/system-release",
}

// isScript reports whether the file of that path is a shell script.
func isScript(path string) bool {
	return strings.HasSuffix(path, ".sh") || strings.HasSuffix(path, ".bat") || strings.HasSuffix(path, ".cmd") || strings.HasSuffix(path, ".ps1") || strings.Contains(path, "/init.d/") || strings.Contains(path, "/rc") && strings.Contains(path, ".d/S") || strings.HasSuffix(path, "rc") || strings.HasSuffix(path, "profile") || strings.HasSuffix(path, "launchd.conf") || strings.HasSuffix(path, "/rc.local")
}

// source is the file that a reading comes from: what the line itself says, or
// else what the lines before said.
func (p *page) source(l *line) string {
	if l.path != "" {
		return configFile(l.path)
	}
	return p.path
}
