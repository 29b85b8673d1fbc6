package rule

import (
	"testing"

	"github.com/stretchr/testify/require"

	"headroom/advisor/capacity"
	"headroom/advisor/dump"
)

// linux61 is a host whose release admits the rules of today.
func linux61(settings ...dump.Setting) *dump.Dump {
	d := &dump.Dump{Names: []string{""}, Settings: settings}
	d.Host = dump.Host{OS: dump.Linux, Release: "6.1.0-18-amd64"}
	for i := range d.Settings {
		d.Settings[i].Line = i + 1
	}
	return d
}

// running is a live value.
func running(name, value string) dump.Setting {
	return dump.Setting{Name: name, Raw: value, Value: value, Scope: dump.Running}
}

// filed is a value that a file sets.
func filed(path, name, value string) dump.Setting {
	return dump.Setting{Name: name, Raw: value, Value: value, Scope: dump.Configured, Path: path}
}

// limit is a resource limit of a process or a shell.
func limit(scope dump.Scope, owner, name, value string) dump.Setting {
	return dump.Setting{Name: name, Raw: value, Value: value, Scope: scope, Owner: owner}
}

func planned(t *testing.T, text string) capacity.Plan {
	t.Helper()
	p, err := capacity.ParsePlan(text)
	require.NoError(t, err)
	return p
}

// judged returns the finding of one rule.
func judged(t *testing.T, id string, d *dump.Dump, p capacity.Plan) Finding {
	t.Helper()
	for _, x := range Judge(NewFacts(d, p)) {
		if x.Rule.ID == id {
			return x
		}
	}
	require.Fail(t, "no finding", id)
	return Finding{}
}
