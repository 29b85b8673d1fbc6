// Package rule holds the catalogue, and judges a dump by it.
//
//	settings + plan ─► Facts ─► one Finding a rule ─► which limit binds first
//
// A rule is a value in the slice of its operating system. Rules see facts,
// never text.
//
// To add a rule:
//
//  1. Add an entry to the slice of its system (linuxKernel in linux.go). What
//     the common judgement does not know goes into small functions: measure
//     and form for values that are not one number, stock for a default worth
//     keeping, Judge for exceptions to the verdict.
//  2. Write its cases, below, at and above the boundary, in testdata/ID.txtar
//     and let go test -update fill in the findings; read them.
//  3. Place its card with ::rule ID on the page of its system.
package rule

import (
	"slices"

	"headroom/advisor/capacity"
	"headroom/advisor/dump"
)

// Direction says which side of a figure is the good one.
type Direction string

const (
	AtLeast Direction = "at least"
	AtMost  Direction = "at most"
	Exactly Direction = "exactly"
	Present Direction = "present"
	Info    Direction = "info"    // nothing is asked of it
	Formula Direction = "formula" // plan.* only: a result of the planner
	Advise  Direction = "advise"  // plan.* only
)

// Kind says where a rule comes from.
type Kind string

const (
	Guide  Kind = "guide"  // the vendor's Scalability guide
	Beyond Kind = "beyond" // everything else; Sources says what
)

// Means says which kind of file or command mends a setting.
type Means string

const (
	NoMeans      Means = ""              // no file can mend it
	Sysctl       Means = "sysctl"        // a line of sysctl.d or sysctl.conf
	StartupLimit Means = "startup-limit" // a ulimit line of Startup.sh, LimitX= of a unit
	StartupParam Means = "startup-param" // an option in SUPPLPARAMS of Startup.sh
	Unit         Means = "unit"          // a property of the systemd unit
	InitScript   Means = "init-script"   // a line to take out of the init script
	EtcSystem    Means = "etc-system"    // a line of Solaris's /etc/system
	Ndd          Means = "ndd"           // ndd in an init script of Solaris
	Ipadm        Means = "ipadm"         // ipadm set-prop, which lasts; Solaris 11
	Project      Means = "project"       // a resource control of Solaris: projmod
	Kctune       Means = "kctune"        // kctune of HP-UX, kmtune before 11i v2
	Nddconf      Means = "nddconf"       // /etc/rc.config.d/nddconf of HP-UX
	LoaderConf   Means = "loader.conf"   // a line of FreeBSD's /boot/loader.conf
	SysctlConf   Means = "sysctl.conf"   // a line of FreeBSD's /etc/sysctl.conf
	Launchd      Means = "launchd"       // a property list that runs sysctl when macOS starts
	Registry     Means = "registry"      // a value of the Windows registry
	Netsh        Means = "netsh"         // a command of netsh, which Windows keeps
)

// A Rule is one recommendation.
type Rule struct {
	ID       string // OS dot the system's own spelling: linux.fs.file-max
	OS       string // a dump OS, or "any"
	Setting  string // name in the dump: fs.file-max
	Releases string // as printed in the catalogue: "2.4+", "systemd", "all"
	Gate     Gate   // the same for the judge
	Unit     string // of Guide and Demand: "open files"

	Direction Direction
	Guide     string        // the guide's bare figure, in Unit; empty when it has none
	Demand    capacity.Expr // what a plan asks; empty when nothing
	Kind      Kind

	Title   string // a phrase without period
	Why     string // one or two sentences
	Risk    string // what can go wrong
	Default string // defaults by release, one or two sentences

	See     string   // the command that shows it
	Set     string   // what makes it last, as printed in the catalogue
	Means   Means    // the same for the remedy
	Effect  string   // when it takes effect: "at once", "service restart"
	Section string   // of the guide, or "-"
	Sources []string // where the figures come from

	// Judge replaces the common judgement where a rule has exceptions of
	// its own; nil for most. It is given the case with the common verdict
	// already in it.
	Judge func(*Case)

	names   []string                          // further names that the same setting has or had
	later   Later                             // how it is called and set from some release on
	measure func(dump.Setting) (uint64, bool) // the number that is compared; nil: the value itself
	form    func(*Case, uint64) string        // turns such a number back into a value; nil: plain digits
	stock   func(*Facts) uint64               // the system's own default where it is known, else 0
	most    uint64                            // the greatest value the system takes; 0: no matter
	allows  allowance                         // what a value allows, for people and for Limits
	short   string                            // what is said of a value short of Guide, where the guide has it for other systems; empty: msgShortOfGuide
	atBoot  bool                              // only the boot loader sets it: a line of sysctl.conf has no effect
}

// An allowance says what n of a setting is enough for: (n - less) / per of what.
type allowance struct {
	less, per float64
	what      string
}

// A Gate tells on which releases a setting exists.
type Gate struct {
	From, Before string // "2.4", "4.12": exists on From <= release < Before; empty is open
	Successor    string // what took its place, for the message
}

// Later says how a setting is called, shown and set from some release on. The
// zero Later is no change.
type Later struct {
	From    string // release
	Setting string
	See     string
	Means   Means
}

// On returns the name that the rule's setting has on a host, and what sets it
// there: Solaris 11 sets recv_buf with ipadm where 10 sets tcp_recv_hiwat with
// ndd.
func (r *Rule) On(h dump.Host) (setting string, means Means) {
	if r.changed(hostRelease(h)) {
		return r.later.Setting, r.later.Means
	}
	return r.Setting, r.Means
}

// Named reports whether a setting of that name is the rule's, under whatever name
// systems have it.
func (r *Rule) Named(name string) bool {
	return name == r.Setting || slices.Contains(r.names, name)
}

// changed reports whether the rule's Later holds on a release.
func (r *Rule) changed(v version) bool {
	return r.later.From != "" && v.known() && !v.before(parseVersion(r.OS, r.later.From))
}

// Verdict is what is said of a setting.
type Verdict string

const (
	OK         Verdict = "ok"
	InfoOnly   Verdict = "info"
	Review     Verdict = "review"
	Fix        Verdict = "fix"
	Unseen     Verdict = "unseen"
	Superseded Verdict = "superseded"
)

// A Finding is the verdict of one rule on one host.
type Finding struct {
	Rule     *Rule
	Verdict  Verdict
	Name     string // the setting's name where the host has it under another than the rule; else empty
	Observed string // the value it rests on, as people write it; empty when unseen
	Want     string // "at least 131072"; empty when nothing is asked
	Ask      string // the exact value that settles it, in the setting's own unit and form; empty when no file can
	Hard     string // the hard limit beside the soft one that is asked for, where it is higher and is to stay; else empty
	File     int
	Line     int    // where the value stands; 0 when none
	Lines    []int  // every line the verdict rests on, ascending
	BoundBy  string // ID of the rule whose link of the chain binds; empty
	Message  string // one sentence, or several where drift or a conflict is to be told
	Working  string // the formula with the figures put in
	Collect  string // the command that would show it, when unseen
	Owner    string // unit or process of the evidence, so that a remedy can name it
}

// A Case is what a rule judges. Rules with exceptions read and change Finding.
type Case struct {
	Finding
	Facts *Facts
	Best  dump.Setting // the evidence the verdict rests on
	Seen  bool         // whether there is any

	held       uint64 // the best number that any evidence holds: Ask is never worse
	lowerStock bool   // a file sets less than the system's own default
}
