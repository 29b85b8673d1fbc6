package report

// A compareLanguage holds the texts of a comparison.
type compareLanguage struct {
	title         string
	before, after string // an input without a name
	names         func(before, after string) string
	nothing       string
	counted       map[ChangeKind]func(n int) string
	headings      map[ChangeKind]string
	values        func(before, after string) string
	holds         func(before, after uint64) string
}

// compareWords is the language of every comparison.
var compareWords = compareLanguage{
	title:  "Before and after",
	before: "the first input", after: "the second input",
	names:   func(before, after string) string { return "From " + before + " to " + after },
	nothing: "There was nothing to mend before, and there is nothing now",
	counted: map[ChangeKind]func(n int) string{
		Fixed: func(n int) string { return number(n) + " fixed" },
		Open:  func(n int) string { return number(n) + " still open" },
		New:   func(n int) string { return number(n) + " new" },
		Worse: func(n int) string { return number(n) + " worse" },
		Gone:  func(n int) string { return number(n) + " not shown any more" },
	},
	headings: map[ChangeKind]string{
		Fixed: "Fixed", Open: "Still open", New: "New", Worse: "Worse", Gone: "Not shown any more",
	},
	values: func(before, after string) string { return "Before: " + before + "; after: " + after },
	holds: func(before, after uint64) string {
		return "The host holds about " + figure(after) + " " + plural(after, "connection") + ", and held about " + figure(before) + " before"
	},
}
