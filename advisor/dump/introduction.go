package dump

import "strings"

// readIntroduction reads a line of prose whose file follows, "Then add to
// /etc/sysctl.conf:", and the name of a file on a line of its own.
func readIntroduction(p *page, l *line) bool {
	t := l.text
	if strings.IndexByte(t, '/') < 0 && !strings.Contains(t, ".conf") || len(t) > 200 || strings.IndexByte(t, '=') >= 0 {
		return false
	}
	t = strings.TrimRight(t, "`*\"'")
	opens := strings.HasSuffix(t, ":") || strings.HasSuffix(t, "\uff1a")
	examples := strings.Contains(t, "example lines")
	path := strings.Trim(t, introducing)
	if strings.ContainsAny(path, " \t") || path[:min(len(path), 1)] != "/" {
		if path = ""; opens || examples {
			path = pathAmong(t)
		}
	}
	if !strings.HasPrefix(path, "/") || !settingsFile(path) {
		return false
	}
	manual := examples || strings.Contains(l.text, "default limits") || strings.Contains(l.text, "default values")
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
	if from < 0 {
		return bareFile(word)
	}
	if from > 0 && (letter(word[from-1]) || digit(word[from-1])) {
		return ""
	}
	to := from
	for to < len(word) && (letter(word[to]) || digit(word[to]) || strings.IndexByte("/._-", word[to]) >= 0) {
		to++
	}
	return strings.TrimRight(word[from:to], ".")
}

// bareFiles are the files that prose names without their folder.
var bareFiles = []string{"/etc/sysctl.conf", "/etc/security/limits.conf", "/etc/login.conf", "/boot/loader.conf", "/etc/launchd.conf"}

// bareFile is the path of the file that a word names without its folder.
func bareFile(word string) string {
	for _, path := range bareFiles {
		name := path[strings.LastIndexByte(path, '/')+1:]
		i := strings.Index(word, name)
		if i < 0 {
			continue
		}
		before, after := word[:i], word[i+len(name):]
		if (before == "" || !wordByte(before[len(before)-1])) && (after == "" || !wordByte(after[0]) && after[0] != '(') {
			return path
		}
	}
	return ""
}

// wordByte reports whether c goes on with the name of a file.
func wordByte(c byte) bool { return letter(c) || digit(c) || c == '.' || c == '_' || c == '-' }

// settingsFile reports whether a file is one of those that hold settings and
// nothing else; prose names many others.
func settingsFile(path string) bool {
	switch path[strings.LastIndexByte(path, '/')+1:] {
	case "sysctl.conf", "loader.conf", "loader.conf.local", "limits.conf", "login.conf", "launchd.conf", "Startup.sh":
		return true
	}
	return strings.Contains(path, "/sysctl.d/") || strings.Contains(path, "/limits.d/") || path == "/etc/system" || path == "/stand/system" || path == aixPath || strings.HasSuffix(path, ".plist") && strings.Contains(path, "/Launch")
}
