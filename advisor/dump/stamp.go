package dump

import "strings"

// stampNames are the words that stand in a time and beside it.
var stampNames = index{words: []string{
	"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
	"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun", "AM", "PM", "UTC", "GMT", "CET", "CEST",
	"DEBUG", "INFO", "NOTICE", "WARN", "WARNING", "ERROR",
}}

// stampWords is how many words at the start of a line are a time, with the
// names around it; 0 where none of them has hours and minutes.
func stampWords(words []string) int {
	n, timed := 0, false
	for ; n < len(words) && n < 8; n++ {
		w := strings.Trim(words[n], "[]()|,")
		clock := clockTime(w)
		if !clock && !stampNames.has(w) && !stampFigure(w, timed) && !(n > 0 && year(w) && (!timed || stampNames.has(words[n-1]))) {
			break
		}
		timed = timed || clock
	}
	if !timed {
		return 0
	}
	return n
}

// year reports whether a word is a year of our time.
func year(w string) bool {
	return len(w) == 4 && (w[:2] == "19" || w[:2] == "20") && digit(w[2]) && digit(w[3])
}

// stampFigure reports whether a word is a date or a day, or the zone behind the
// time.
func stampFigure(w string, timed bool) bool {
	if w == "" || strings.Trim(w, "0123456789-/.+") != "" {
		return false
	}
	if len(w) == 5 && (w[0] == '+' || w[0] == '-') {
		return timed
	}
	return !timed && len(w) <= 2 ||
		!timed && len(w) >= 8 && digit(w[0]) && strings.ContainsAny(w, "-/.")
}

// clockTime reports whether a word has hours, minutes and seconds, with or
// without a date before and fractions behind: "14:09:01.123", "2026-11-23T14:09:01Z".
func clockTime(w string) bool {
	if i := strings.IndexByte(w, 'T'); i == 10 && w[4] == '-' {
		w = w[i+1:]
	}
	return len(w) >= 8 && digit(w[0]) && digit(w[1]) && w[2] == ':' && digit(w[3]) && w[5] == ':' && digit(w[6]) && strings.Trim(w, "0123456789:.,+-Z") == ""
}

// timeStamp takes the time off that logs and build servers put before every
// line, and a date and a level with it.
func timeStamp(_ *page, l *line) bool {
	head := l.text[:min(len(l.text), 80)]
	if strings.IndexByte(head, ':') < 0 {
		return false
	}
	n := stampWords(strings.Fields(head))
	if n == 0 {
		return false
	}
	s := l.span()
	for range n {
		_, s = s.word()
	}
	return s.text != "" && l.drop(s.at)
}
