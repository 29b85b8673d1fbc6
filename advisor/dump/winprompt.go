package dump

import "strings"

// winPrompt splits the prompt of cmd or PowerShell off, which ends in ">" and
// names a folder: "C:\Users\x>", "PS C:\>", "[mail]: PS C:\>". A command may
// follow without a blank.
func (p *page) winPrompt(s span) (is prompt, command span, ok bool) {
	i := strings.IndexByte(s.text[:min(len(s.text), 260)], '>')
	if i < 2 {
		return is, command, false
	}
	before := s.text[:i]
	if rest, found := strings.CutPrefix(before, "["); found {
		is.host, rest, found = strings.Cut(rest, "]: ")
		if !found || strings.Contains(is.host, " ") {
			return is, command, false
		}
		before = rest
	}
	if rest, found := strings.CutPrefix(before, "("); found {
		_, before, _ = strings.Cut(rest, ") ")
	}
	folder, shell := strings.CutPrefix(before, "PS")
	folder = strings.TrimSpace(folder)
	if !winFolder(folder) && !(shell && (folder == "" || folder[0] == '/' || folder[0] == '~')) {
		return is, command, false
	}
	is.sign, is.strong, is.windows = ">", true, folder == "" || folder[0] != '/'
	return is, s.from(i + 1).trim(), true
}

// winFolder reports whether s is the path of a folder of a drive, or of a key
// that PowerShell shows as one.
func winFolder(s string) bool {
	drive, _, found := strings.Cut(s, `:\`)
	if !found || drive == "" || len(drive) > 8 || strings.ContainsAny(s, "=<|?*\"") {
		return false
	}
	for i := range len(drive) {
		if !letter(drive[i]) {
			return false
		}
	}
	return true
}
