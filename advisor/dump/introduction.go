package dump

import "strings"

// readIntroduction reads a line of prose whose file follows, "Then add to
// /etc/sysctl.conf:", and the name of a file on a line of its own.
func readIntroduction(p *page, l *line) bool {
	t := l.text
	i := strings.IndexByte(t, '/')
	if i < 0 || len(t) > 200 || strings.IndexByte(t, '=') >= 0 {
		return false
	}
	t = strings.TrimRight(t, "`*\"'")
	opens := strings.HasSuffix(t, ":") || strings.HasSuffix(t, "\uff1a")
	path := strings.Trim(t, introducing)
	if strings.ContainsAny(path, " \t") {
		if path = ""; opens {
			path = pathAmong(t)
		}
	}
	if !strings.HasPrefix(path, "/") || !settingsFile(path) {
		return false
	}
	manual := strings.Contains(l.text, "default limits") || strings.Contains(l.text, "default values")
	p.begin(context{path: path, script: isScript(path), bare: p.bare, manual: manual})
	p.tellPaths(l, l.text)
	return true
}

// introducing are the signs around the name of a file in prose.
const introducing = "`*\"'()[]{},.;:# \t\uff1a"

// pathAmong is the last word that names a file of settings.
func pathAmong(s string) string {
	path := ""
	for word := range strings.FieldsSeq(s) {
		if word = pathWithin(word); settingsFile(word) {
			path = word
		}
	}
	return path
}

// pathWithin is the path that a word holds: in languages that put no blanks between
// words, others stand before and behind it.
func pathWithin(word string) string {
	from := strings.IndexByte(word, '/')
	if from < 0 || from > 0 && (letter(word[from-1]) || digit(word[from-1])) {
		return ""
	}
	to := from
	for to < len(word) && (letter(word[to]) || digit(word[to]) || strings.IndexByte("/._-", word[to]) >= 0) {
		to++
	}
	return strings.TrimRight(word[from:to], ".")
}

// settingsFile reports whether a file is one of those that hold settings and
// nothing else; prose names many others.
func settingsFile(path string) bool {
	switch path[strings.LastIndexByte(path, '/')+1:] {
	case "sysctl.conf", "loader.conf", "loader.conf.local", "limits.conf", "login.conf", "launchd.conf", "Startup.sh":
		return true
	}
	return strings.Contains(path, "/sysctl.d/") || strings.Contains(path, "/limits.d/") || path == "/etc/system" || path == "/stand/system" || path == aixPath || strings.HasSuffix(path, ".plist") && strings.Contains(path, "/Launch")
}
