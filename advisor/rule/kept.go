package rule

import (
	"strconv"
	"strings"

	"headroom/advisor/capacity"
	"headroom/advisor/dump"
)

// keptMost bounds the settings that are kept of a host.
const keptMost = 3000

// Kept writes what is known of the host as lines that Recall reads: the host, and
// a line a setting, with tabs between the fields. It holds known names, values,
// files and owners, never the text. What does not fit a line is left out.
func (f *Facts) Kept() string {
	var b strings.Builder
	line := func(fields ...string) {
		if !strings.ContainsFunc(strings.Join(fields, ""), func(c rune) bool { return c < ' ' }) {
			b.WriteString(strings.Join(fields, "\t") + "\n")
		}
	}
	h := &f.Dump.Host
	line("host", h.OS, h.Release, h.Product, h.Arch, strconv.FormatUint(h.MemoryBytes, 10), strconv.FormatUint(h.SwapBytes, 10),
		strconv.FormatBool(h.SwapKnown), strconv.FormatBool(f.script), strconv.FormatBool(f.direct))
	for _, s := range f.settled() {
		line(s.Name, s.Value, string(s.Scope), s.Source, s.Owner, s.Path, strconv.Itoa(s.File), strconv.Itoa(s.Line), strconv.Itoa(s.Session), strconv.FormatBool(s.Hard))
	}
	return b.String()
}

// settled are the host's settings with the hard halves that only the text implies.
func (f *Facts) settled() []dump.Setting {
	all := f.Dump.Settings
	all = all[:min(len(all), keptMost):min(len(all), keptMost)]
	seen := map[string]bool{}
	for _, s := range f.Dump.Settings {
		if name, ok := strings.CutPrefix(s.Name, "ulimit."); ok && !seen[name] {
			seen[name] = true
			all = append(all, f.impliedHard(name)...)
		}
	}
	return all
}

// Recall returns the facts of a host that Kept wrote, with another plan; nil where
// the text is none of Kept's. Lines of another form are left out.
func Recall(text string, p capacity.Plan) *Facts {
	head, rest, _ := strings.Cut(text, "\n")
	fields := strings.Split(head, "\t")
	if len(fields) != 10 || fields[0] != "host" {
		return nil
	}
	d := &dump.Dump{Host: dump.Host{OS: fields[1], Release: fields[2], Product: fields[3], Arch: fields[4], SwapKnown: fields[7] == "true"}}
	d.Host.MemoryBytes, _ = strconv.ParseUint(fields[5], 10, 64)
	d.Host.SwapBytes, _ = strconv.ParseUint(fields[6], 10, 64)
	for line := range strings.Lines(rest) {
		if s, ok := recallSetting(strings.TrimSuffix(line, "\n")); ok && len(d.Settings) < 2*keptMost {
			d.Settings = append(d.Settings, s)
		}
	}
	f := &Facts{Dump: d, Plan: p, Vars: p.Vars(), rules: Catalogue, byName: map[string][]dump.Setting{}, script: fields[8] == "true", direct: fields[9] == "true", recalled: true}
	f.index()
	return f
}

func recallSetting(line string) (s dump.Setting, ok bool) {
	fields := strings.Split(line, "\t")
	if len(fields) != 10 {
		return s, false
	}
	file, err := strconv.Atoi(fields[6])
	n, err2 := strconv.Atoi(fields[7])
	session, err3 := strconv.Atoi(fields[8])
	s = dump.Setting{
		Name: fields[0], Raw: fields[1], Value: fields[1], Scope: dump.Scope(fields[2]), Source: fields[3],
		Owner: fields[4], Path: fields[5], File: file, Line: n, Session: session, Hard: fields[9] == "true",
	}
	return s, err == nil && err2 == nil && err3 == nil && s.Name != "" && file >= 0 && n > 0
}
