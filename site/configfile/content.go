package configfile

import (
	"fmt"
	"path"
	"strings"

	"headroom/advisor/rule"
)

type file struct{ Path, Content string }

// newFile makes the file that args, a path and an operating system, ask for.
func newFile(args string, rules []rule.Rule) (file, error) {
	name, os, ok := strings.Cut(args, " ")
	if !ok {
		return file{}, fmt.Errorf("::config needs a path and a system, has %q", args)
	}
	write, ok := writers[kindOf(name)]
	if !ok {
		return file{}, fmt.Errorf("::config cannot make %s", name)
	}
	content := write(rules, strings.TrimSpace(os))
	if content == "" {
		return file{}, fmt.Errorf("::config finds no rule for %s on %s", name, os)
	}
	return file{name, content}, nil
}

// writers make the content of a file of each kind; empty when no rule fits.
var writers = map[string]func(rules []rule.Rule, os string) string{
	"sysctl":  sysctl,
	"startup": startup,
}

// kindOf tells the kind of file by its name.
func kindOf(name string) string {
	base := path.Base(name)
	switch {
	case base == "Startup.sh":
		return "startup"
	case path.Ext(base) == ".conf" && strings.Contains(name, "sysctl"):
		return "sysctl"
	}
	return ""
}

// current reports whether the rule has a guide figure for that system which
// its newest release still takes.
func current(r rule.Rule, os string, means rule.Means) bool {
	return r.OS == os && r.Means == means && r.Guide != "" && r.Gate.Before == "" &&
		r.Direction != rule.Info
}

func sysctl(rules []rule.Rule, os string) string {
	var b strings.Builder
	for _, r := range rules {
		if current(r, os, rule.Sysctl) {
			fmt.Fprintf(&b, "%s = %s\n", r.Setting, r.Guide)
		}
	}
	return b.String()
}

func startup(rules []rule.Rule, os string) string {
	var limits strings.Builder
	var options []string
	for _, r := range rules {
		switch {
		case current(r, os, rule.StartupLimit) && r.Setting == "ulimit.nofile":
			fmt.Fprintf(&limits, "ulimit -n %s\n", r.Guide)
		case current(r, os, rule.StartupParam):
			options = append(options, option(r))
		}
	}
	if len(options) > 0 {
		fmt.Fprintf(&limits, "SUPPLPARAMS=\"%s\"\n", strings.Join(options, " "))
	}
	return limits.String()
}

// option is a command line option of the server, as SUPPLPARAMS takes it.
func option(r rule.Rule) string {
	name := "--" + strings.TrimPrefix(r.Setting, "startup.")
	if r.Direction == rule.Present {
		return name
	}
	return name + " " + r.Guide
}
