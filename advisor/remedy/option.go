package remedy

import (
	"slices"
	"strings"

	"headroom/advisor/dump"
	"headroom/advisor/rule"
)

// An Option is what settles findings that are for people to decide: of one setting
// for most, of one line where several settings stand on it. Files belong together,
// but for those that are an alternative to another one of them.
type Option struct {
	Rules []string // IDs of the findings, the first of the report first
	Files []File
}

// options returns what settles the findings to review that a file can settle, on a
// host whose remedies are written. An option can be taken beside them, or left: it is
// a file of its own name, or lines to change in the reader's file, as that is once
// the remedies are in it.
func (h *host) options(findings []rule.Finding) []Option {
	var reviews []*rule.Finding
	for i := range findings {
		if f := &findings[i]; f.Verdict == rule.Review && moves(f, h.dump) {
			reviews = append(reviews, f)
		}
	}
	options := []Option{}
	for _, together := range sameLine(reviews, h.dump.Host) {
		choice := host{dump: h.dump, asked: map[rule.Means]changes{}, start: h.start, option: called(together), fixed: h}
		var o Option
		for _, f := range together {
			o.Rules = append(o.Rules, f.Rule.ID)
			choice.change(f)
		}
		o.Files = choice.files()
		if slices.ContainsFunc(o.Files, func(f File) bool { return len(f.Lines(o.Rules[0])) > 0 }) {
			options = append(options, o)
		}
	}
	return options
}

// moves reports whether a finding asks for another value than the host has, or than
// a file sets.
func moves(f *rule.Finding, d *dump.Dump) bool {
	named := f.Name
	if named == "" {
		named = f.Rule.Setting
	}
	sets := func(s dump.Setting) bool { return s.Name == named && s.Scope == dump.Configured && s.Value != f.Ask }
	return f.Ask != "" && (f.Observed != f.Ask || slices.ContainsFunc(d.Settings, sets))
}

// sameLine puts the findings together that one line settles: all options of the
// server, and both halves of a limit.
func sameLine(findings []*rule.Finding, host dump.Host) [][]*rule.Finding {
	var groups [][]*rule.Finding
	at := map[string]int{}
	for _, f := range findings {
		line := f.Rule.ID
		switch setting, means := f.Rule.On(host); means {
		case rule.StartupParam:
			line = string(means)
		case rule.StartupLimit:
			line = strings.TrimSuffix(setting, ".hard")
		}
		i, known := at[line]
		if !known {
			i = len(groups)
			at[line] = i
			groups = append(groups, nil)
		}
		groups[i] = append(groups[i], f)
	}
	return groups
}

// called is what the files of an option are called by.
func called(together []*rule.Finding) string {
	if len(together) > 1 && together[0].Rule.Means == rule.StartupParam {
		return "startup"
	}
	return strings.TrimSuffix(together[0].Rule.Setting, ".hard")
}

// named is the path of a file that is all ours: of one that holds an option, it
// says which, and comes after the one without in the order of names.
func (h *host) named(path string) string {
	if h.option == "" {
		return path
	}
	name := base(path)
	stem, end := name, ""
	if i := strings.LastIndexByte(name, '.'); i > 0 {
		stem, end = name[:i], name[i:]
	}
	return strings.TrimSuffix(path, name) + stem + "_" + h.option + end
}

// kept is what the name of a copy ends in that is made before a change.
func (h *host) kept() string {
	if h.option == "" {
		return "before-headroom"
	}
	return "before-" + h.option
}

// remedied are the lines that the remedies leave in the reader's file; ok is false
// where they do not touch it.
func (h *host) remedied(path string) (lines []string, ok bool) {
	if h.fixed == nil {
		return nil, false
	}
	for _, e := range h.fixed.open {
		if e.path == path && e.whole {
			return slices.Clone(e.lines), true
		}
	}
	return nil, false
}

// remedy is the value that the remedies give a setting, "" where they do not.
func (h *host) remedy(setting string) string {
	if h.fixed == nil {
		return ""
	}
	for _, e := range h.fixed.open {
		if value := e.wanted.value(setting); value != "" {
			return value
		}
	}
	return ""
}
