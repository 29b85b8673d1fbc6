package dump

// A Format is one form of text that is read: a reader, as people know it.
type Format struct {
	Name    string // Source of its settings; several formats may share it
	Title   string // a phrase: "limits.conf of pam_limits"
	Example string // a few lines that Read knows
}

// Formats are all forms of text that are read, in the order in which a line is
// offered to them.
func Formats() []Format {
	all := make([]Format, 0, len(readers))
	for _, r := range readers {
		all = append(all, Format{r.name, r.title, r.example})
	}
	return all
}
