package rule

import (
	"strings"

	"headroom/advisor/dump"
)

// A version is the numbers of a release: 4.15.0-101-generic is 4, 15, 0.
type version []int

// parseVersion reads the numbers at the front of a release, nil when there is
// none. A system that counts by two names is brought to the newer one: SunOS
// 5.10 is Solaris 10.
func parseVersion(os, release string) version {
	release = strings.TrimSpace(release)
	switch os {
	case dump.Solaris:
		release = strings.TrimPrefix(release, "5.")
	case dump.HPUX:
		release = strings.TrimPrefix(release, "B.")
	}
	var v version
	for part := range strings.SplitSeq(release, ".") {
		n, rest := leadingNumber(part)
		if n < 0 {
			break
		}
		v = append(v, n)
		if rest != "" {
			break
		}
	}
	return v
}

// leadingNumber returns the digits at the front of s as a number, -1 when
// there are none, and what follows them.
func leadingNumber(s string) (n int, rest string) {
	i := 0
	for i < len(s) && i < 9 && '0' <= s[i] && s[i] <= '9' {
		n = n*10 + int(s[i]-'0')
		i++
	}
	if i == 0 {
		return -1, s
	}
	return n, s[i:]
}

// before reports whether v is an earlier release than w. A shorter one stands
// for its first release: 2.6 is 2.6.0.
func (v version) before(w version) bool {
	for i := range max(len(v), len(w)) {
		a, b := v.at(i), w.at(i)
		if a != b {
			return a < b
		}
	}
	return false
}

func (v version) at(i int) int {
	if i < len(v) {
		return v[i]
	}
	return 0
}

// known reports whether the release is known at all.
func (v version) known() bool { return len(v) > 0 }

// admits reports whether the setting exists on a release. An unknown release
// is always admitted: what is not known supersedes nothing.
func (g Gate) admits(os string, v version) bool {
	if !v.known() {
		return true
	}
	if g.From != "" && v.before(parseVersion(os, g.From)) {
		return false
	}
	return g.Before == "" || v.before(parseVersion(os, g.Before))
}

// hostRelease is the release of a host, as gates count it.
func hostRelease(h dump.Host) version {
	switch h.OS {
	case dump.MacOS:
		return macosRelease(h)
	case dump.Windows:
		return windowsRelease(h)
	case dump.Solaris:
		return solarisRelease(h)
	}
	return parseVersion(h.OS, h.Release)
}
