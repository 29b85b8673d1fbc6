package dump

// Title is what the lines of the part are, as people call it: "sysctl and its
// configuration files".
func (p Part) Title() string {
	for i := range readers {
		if readers[i].name == p.Reader {
			return readers[i].title
		}
	}
	return p.Reader
}
