package remedy

import (
	"slices"
	"strings"

	"headroom/advisor/dump"
	"headroom/advisor/rule"
)

// An Option is a file that settles a finding which is for people to decide.
// Instead is the index of another option.
type Option struct {
	Rule string // ID of the finding
	File
}

// Options returns what settles each finding to review that a file can settle. An
// option stands by itself: it is a file of its own name, or lines to change in the
// reader's file, so that it can be taken beside [Files], or left.
func Options(findings []rule.Finding, d *dump.Dump) []Option {
	options := []Option{}
	for i := range findings {
		f := &findings[i]
		if f.Verdict != rule.Review || f.Ask == "" || !moves(f, d) {
			continue
		}
		h := host{dump: d, asked: map[rule.Means]changes{}, option: f.Rule.Setting}
		h.change(f)
		options = add(options, f.Rule.ID, h.files())
	}
	return options
}

// add adds the files of one finding, unless they change nothing.
func add(options []Option, id string, files []File) []Option {
	if len(files) == 0 || len(files[len(files)-1].Lines(id)) == 0 {
		return options
	}
	first := len(options)
	for _, f := range files {
		if f.Instead >= 0 {
			f.Instead += first
		}
		options = append(options, Option{id, f})
	}
	return options
}

// moves reports whether anything that the dump shows of a setting differs from
// what is asked.
func moves(f *rule.Finding, d *dump.Dump) bool {
	name := f.Name
	if name == "" {
		name = f.Rule.Setting
	}
	return slices.ContainsFunc(d.Settings, func(s dump.Setting) bool { return s.Name == name && s.Value != f.Ask }) ||
		f.Observed != f.Ask
}

// named is the path of a file that is all ours: of one that holds an option, it
// names the setting.
func (h *host) named(path string) string {
	if h.option == "" {
		return path
	}
	name := base(path)
	stem, end := name, ""
	if i := strings.LastIndexByte(name, '.'); i > 0 {
		stem, end = name[:i], name[i:]
	}
	return strings.TrimSuffix(path, name) + stem + "-" + h.option + end
}

// kept is what the name of a copy ends in that is made before a change.
func (h *host) kept() string {
	if h.option == "" {
		return "before-headroom"
	}
	return "before-" + h.option
}
