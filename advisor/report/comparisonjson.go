package report

import "headroom/advisor/rule"

// CompareSchema names the form of a comparison's JSON; it is raised with every
// change of it.
const CompareSchema = "headroom-compare/1"

// CompareJSON writes a comparison as one object, ended by a line feed: the two
// inputs, and a list of findings for each kind of change.
func CompareJSON(c *Comparison) []byte {
	w := &jsonWriter{}
	w.object(func() {
		w.text("schema", CompareSchema)
		w.text("version", rule.Version)
		w.text("guide", Edition)
		w.compared("before", c.Before)
		w.compared("after", c.After)
		for _, kind := range []ChangeKind{Fixed, Open, New, Worse, Gone} {
			changes := c.of(kind)
			w.list(string(kind), len(changes), func(i int) { w.change(changes[i]) })
		}
	})
	return append(w.buf, '\n')
}

// compared writes one of the two inputs. connections is -1 where nothing says
// how many the host holds.
func (w *jsonWriter) compared(name string, r *Report) {
	w.objectMember(name, func() {
		w.text("name", r.Name)
		w.text("os", r.Dump.Host.OS)
		w.text("release", r.Dump.Host.Release)
		w.number("fix", r.Count(rule.Fix))
		w.number("review", r.Count(rule.Review))
		if n, ok := r.supports(); ok {
			w.size("connections", n)
		} else {
			w.number("connections", -1)
		}
	})
}

func (w *jsonWriter) change(x *Change) {
	w.object(func() {
		w.text("rule", x.After.Rule.ID)
		w.finding("before", x.Before)
		w.finding("after", x.After)
		w.text("want", x.After.Want)
		w.text("message", x.After.Message)
	})
}

func (w *jsonWriter) finding(name string, f *rule.Finding) {
	w.objectMember(name, func() {
		w.text("verdict", string(f.Verdict))
		w.text("observed", f.Observed)
		w.number("file", f.File)
		w.number("line", f.Line)
	})
}
