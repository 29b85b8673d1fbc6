package report

import (
	"slices"
	"strings"

	"headroom/advisor/dump"
	"headroom/advisor/remedy"
	"headroom/advisor/rule"
)

// Schema names the form of the JSON; it is raised with every change of it. What
// stands in it only where there is any may be added.
const Schema = "headroom/1"

// JSON writes the report as one object, ended by a line feed.
func JSON(r *Report) []byte { return jsonOf(r, false) }

// BriefJSON is JSON whose settings and unread lines are left empty: their number
// grows with the text, that of all else does not.
func BriefJSON(r *Report) []byte { return jsonOf(r, true) }

func jsonOf(r *Report, brief bool) []byte {
	settings, unread := r.Dump.Settings, r.Dump.Unread
	if brief {
		settings, unread = nil, nil
	}
	w := &jsonWriter{}
	w.object(func() {
		w.text("schema", Schema)
		w.text("version", rule.Version)
		w.text("guide", Edition)
		w.text("notice", r.Dump.Notice)
		w.text("name", r.Name)
		w.list("files", len(r.Dump.Names), func(i int) { w.string(r.Dump.Names[i]) })
		w.objectMember("lines", func() {
			w.number("total", r.Dump.Total)
			w.number("understood", r.Dump.Understood)
		})
		w.host(r)
		w.settings(settings)
		w.findings(r)
		w.unread(unread)
		w.capacity(r)
		w.remedies(r)
		w.accepted(r)
		w.corrections(r.Dump.Corrected)
		w.others(r.Dump.Others)
		w.options(r.Options)
	})
	return append(w.buf, '\n')
}

// others are there only where the text shows more hosts than one.
func (w *jsonWriter) others(all []dump.Other) {
	if len(all) == 0 {
		return
	}
	w.list("others", len(all), func(i int) {
		w.object(func() {
			w.text("name", all[i].Name)
			w.text("os", all[i].OS)
			w.number("file", all[i].File)
			w.number("line", all[i].Line)
		})
	})
}

// corrections are there only where something was said of the text.
func (w *jsonWriter) corrections(all []dump.Corrected) {
	if len(all) == 0 {
		return
	}
	w.list("corrections", len(all), func(i int) {
		c := &all[i]
		w.object(func() {
			w.number("file", c.File)
			w.number("from", c.From)
			w.number("to", c.To)
			w.text("as", c.As)
			w.number("total", c.Total)
			w.number("understood", c.Understood)
		})
	})
}

func (w *jsonWriter) host(r *Report) {
	h := &r.Dump.Host
	w.objectMember("host", func() {
		w.text("os", h.OS)
		w.text("release", h.Release)
		w.text("product", h.Product)
		w.text("arch", h.Arch)
		w.number("cpus", h.CPUs)
		w.size("memoryBytes", h.MemoryBytes)
		w.size("swapBytes", h.SwapBytes)
		w.ints("evidence", h.Evidence)
	})
}

func (w *jsonWriter) ints(name string, values []int) {
	w.list(name, len(values), func(i int) { w.int(values[i]) })
}

func (w *jsonWriter) settings(settings []dump.Setting) {
	settings = slices.DeleteFunc(slices.Clone(settings), func(s dump.Setting) bool { return s.Gone })
	w.list("settings", len(settings), func(i int) {
		s := &settings[i]
		w.object(func() {
			w.text("name", s.Name)
			w.text("raw", s.Raw)
			w.text("value", s.Value)
			w.text("unit", s.Unit)
			w.text("scope", string(s.Scope))
			w.text("source", s.Source)
			w.number("file", s.File)
			w.number("line", s.Line)
			w.number("column", s.Column)
		})
	})
}

func (w *jsonWriter) findings(r *Report) {
	w.list("findings", len(r.Findings), func(i int) {
		f := &r.Findings[i]
		w.object(func() {
			w.text("rule", f.Rule.ID)
			w.text("verdict", string(f.Verdict))
			w.text("observed", f.Observed)
			w.text("want", f.Want)
			w.number("file", f.File)
			w.number("line", f.Line)
			w.ints("lines", f.Lines)
			w.text("boundBy", f.BoundBy)
			w.text("accepted", r.reason(f))
			w.text("message", f.Message)
			w.text("why", f.Rule.Why)
			w.text("guide", f.Rule.Section)
			w.text("working", f.Working)
			w.ints("remedies", r.remedies(f))
			w.text("collect", f.Collect)
		})
	})
}

func (w *jsonWriter) unread(unread []dump.Unread) {
	w.list("unread", len(unread), func(i int) {
		u := &unread[i]
		w.object(func() {
			w.number("file", u.File)
			w.number("line", u.Line)
			w.text("text", u.Text)
			w.text("near", u.Near)
		})
	})
}

func (w *jsonWriter) capacity(r *Report) {
	w.objectMember("capacity", func() {
		w.list("limits", len(r.Limits), func(i int) {
			l := &r.Limits[i]
			w.object(func() {
				w.text("resource", l.Resource)
				w.size("limit", l.Limit)
				w.size("supports", l.Supports)
				w.number("line", l.Line)
				w.text("rule", l.Rule)
			})
		})
		w.number("binding", r.Binding)
	})
}

func (w *jsonWriter) remedies(r *Report) {
	w.list("remedies", len(r.Files), func(i int) {
		w.object(func() { w.file(&r.Files[i], r.Files[i].Content) })
	})
}

// options are there only where a finding to review can be settled by a file.
func (w *jsonWriter) options(options []remedy.Option) {
	if len(options) == 0 {
		return
	}
	w.list("options", len(options), func(i int) {
		o := &options[i]
		w.object(func() {
			w.list("rules", len(o.Rules), func(k int) { w.string(o.Rules[k]) })
			w.list("files", len(o.Files), func(k int) {
				f, content := &o.Files[k], o.Files[k].Content
				if f.Part { // the rest of the file is for the remedies
					content = strings.Join(changed(f), "\n") + "\n"
				}
				w.object(func() {
					w.file(f, content)
					w.text("backup", f.Backup.String())
				})
			})
		})
	})
}

func (w *jsonWriter) file(f *remedy.File, content string) {
	w.text("path", f.Path)
	w.text("content", content)
	w.text("apply", f.Apply.String())
	w.text("verify", f.Verify.String())
	w.text("undo", f.Undo.String())
	w.text("restart", string(f.Restart))
	w.number("instead", f.Instead)
}

func (w *jsonWriter) accepted(r *Report) {
	w.list("accepted", len(r.Accepted), func(i int) {
		a := &r.Accepted[i]
		w.object(func() {
			w.text("rule", a.Rule)
			w.text("reason", a.Reason)
			w.text("until", a.Until)
			w.text("state", string(a.State))
		})
	})
}
