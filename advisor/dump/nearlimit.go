package dump

import "strings"

// nearLimit is what a row of limits that nobody knows may be meant for: a label
// of ulimit, a row of /proc/PID/limits, or a word of limits.conf.
func nearLimit(s string) string {
	if rest, found := strings.CutPrefix(s, "Max "); found {
		for _, row := range processLimits {
			if words := len(strings.Fields(row.label)); slips(firstWords(rest, words), row.label) {
				return "Max " + row.label
			}
		}
		return ""
	}
	if i, end := strings.IndexByte(s, '('), strings.LastIndexByte(s, ')'); i > 4 && i < len(shape{}.text) && end > i+2 && (s[end-2:end-1] == "-" && end == i+3 || strings.Contains(s[i:end], ", -")) {
		return nearLabel(strings.TrimSpace(s[:i]))
	}
	return nearLimitsConf(strings.Fields(s))
}

// nearLabel is the label of ulimit that is closest.
func nearLabel(s string) string {
	for i := range labels {
		if slips(s, labels[i].text) {
			return labels[i].text
		}
	}
	return ""
}

// nearLimitsConf is the item or the type that is closest, in an entry of
// limits.conf in which the other words are right.
func nearLimitsConf(words []string) string {
	if len(words) < 4 {
		return ""
	}
	if _, ok := limitValue(words[3], 1); !ok {
		return ""
	}
	if words[1] == "soft" || words[1] == "hard" || words[1] == "-" {
		for _, item := range limitsOrder {
			if slips(words[2], item) {
				return item
			}
		}
		return ""
	}
	if _, known := limitsItems[words[2]]; !known {
		return ""
	}
	for _, kind := range []string{"soft", "hard"} {
		if slips(words[1], kind) {
			return kind
		}
	}
	return ""
}

// limitsOrder are the items of limits.conf that matter, in the order in which
// one is thought to be meant.
var limitsOrder = []string{"nofile", "nproc", "stack", "data", "core", "memlock", "fsize", "as", "rss", "cpu"}

// slips reports whether a is b with a slip of the hand: one letter in a short
// name, two in a long one.
func slips(a, b string) bool {
	x, y := shapeOf(a), shapeOf(b)
	allowed := 1
	if y.n >= 10 {
		allowed = 2
	}
	return a != b && x.n > 2 && y.n > 2 && edits(&x, &y, allowed+1) <= allowed
}

// firstWords are the first n words of s.
func firstWords(s string, n int) string {
	words := strings.Fields(s)
	return strings.Join(words[:min(n, len(words))], " ")
}
