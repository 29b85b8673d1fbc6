// Package dump turns text that a system printed into settings.
//
//	bytes ─► decoded text ─► clean lines ─► readers ─► settings, host, unread lines
//
// Reading is total: every input gives a Dump, whatever it holds. A reader is a
// value in the list readers, one file a format. Each line is offered to the
// readers in the order of that list, and the first that knows it takes it, with
// as many of the lines after it as belong to it. A line nobody knows is kept as
// unread. Nothing is guessed: a number whose meaning the text does not say is
// unread, too.
package dump

// A File is one text of a host, as bytes of any encoding.
type File struct {
	Name string // as the user named it, may be empty
	Text []byte

	Corrections []Correction // what is said of lines that the text does not tell rightly
}

// Scope says what kind of statement a setting is.
type Scope string

const (
	Running    Scope = "running"    // a live value of the kernel
	Configured Scope = "configured" // a file or command that sets it
	Process    Scope = "process"    // the limits of one process
	Shell      Scope = "shell"      // what a shell prints of its own limits
)

// A Setting is one value found in the text.
type Setting struct {
	Name   string // the system's own spelling: fs.file-max, ulimit.nofile.hard
	Raw    string // the value as it stood in the text
	Value  string // exact: plain decimal, bytes for sizes, "unlimited", several numbers joined by one blank
	Unit   string // of Value: "open files", "bytes", "" for words
	Scope  Scope
	Source string // name of the reader
	File   int    // index into the files read
	Line   int    // 1-based in that file
	Column int    // 1-based, in code points of the decoded line, where Raw begins

	Owner   string // whose it is: a process ("CGServer", "1765"), a unit, a login of limits.conf; empty where the text does not say
	Path    string // the file that sets it, for Configured, where the text says it
	Hard    bool   // a unit's limit as systemctl show prints it: the soft one is a property of its own
	Gone    bool   // the text takes the setting away, and Value is Absent: no value of the host
	Session int    // counts hosts or moments told apart by their prompts; 0 where all is one
}

// Number returns the value as a count or a size. ok is false for words,
// several numbers, and "unlimited".
func (s Setting) Number() (n uint64, ok bool) {
	return number(s.Value)
}

// Numbers returns the numbers of a value such as "32768 60999", nil when one
// of its fields is no number.
func (s Setting) Numbers() []uint64 {
	return numbers(s.Value)
}

// Unlimited reports whether the value is no limit at all.
func (s Setting) Unlimited() bool { return s.Value == Unlimited }

// Unlimited is the value of a limit that does not bind.
const Unlimited = "unlimited"

// Absent stands for the value of a setting that a file takes away.
const Absent = "absent"

// The systems a Host can be; advice is given for the first six.
const (
	Linux   = "linux"
	Solaris = "solaris"
	FreeBSD = "freebsd"
	HPUX    = "hpux"
	Windows = "windows"
	MacOS   = "macos"
	OpenBSD = "openbsd"
	NetBSD  = "netbsd"
	AIX     = "aix"
	ZOS     = "zos"
	Android = "android"
	Unknown = "unknown"
)

// A Host is what the text says of the machine.
type Host struct {
	OS          string // one of the constants above
	Release     string // as printed, "6.1.0-18-amd64"; empty when not said
	ReleaseLine int    // of the first file; 0 where it does not say it
	Product     string // as printed: "Debian GNU/Linux 12"; may be empty
	Arch        string
	CPUs        int    // 0 when not said
	MemoryBytes uint64 // 0 when not said
	SwapBytes   uint64
	SwapKnown   bool  // the text says the swap, which may be 0
	Evidence    []int // lines of the first file that say so, ascending
}

// Unread is a line that no reader understood.
type Unread struct {
	File, Line int
	Text       string // the line as given, decoded
	Near       string // the closest known name, or empty
}

// A Part is a run of lines that one reader took.
type Part struct {
	Reader   string // its name
	Title    string // what it reads, as people call it: "sysctl and its configuration files"
	File     int
	From, To int // lines, inclusive
}

// A Dump is everything read from one host's files.
type Dump struct {
	Names    []string // of the files, in the order given
	Host     Host
	Settings []Setting
	Unread   []Unread // the first UnreadMax
	Parts    []Part
	Extents  []Extent // the configuration files that stand in the text, in its order

	Others []Other // the hosts beside Host that the text shows

	Corrected  []Corrected // the corrections that were followed, in the order of the text
	Complaints []string    // a sentence on each that could not be

	Total, Understood int // lines with anything but blanks on them

	// Notice is one sentence on the whole input that keeps the reader from
	// going on: empty, binary, or holding nothing known. Otherwise empty.
	Notice string

	texts []text
}

// UnreadMax is how many unread lines a Dump keeps.
const UnreadMax = 1000
