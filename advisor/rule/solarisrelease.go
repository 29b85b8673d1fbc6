package rule

import (
	"strings"

	"headroom/advisor/dump"
)

// solarisRelease reads 5.11 as 11, and finds in the product which 11 it is:
// Oracle Solaris 11.4.27 is release 11.4 with SRU 27.
func solarisRelease(h dump.Host) version {
	v := parseVersion(h.OS, h.Release)
	if len(v) != 1 || v[0] != 11 {
		return v
	}
	for word := range strings.FieldsSeq(h.Product) {
		if strings.HasPrefix(word, "11.") {
			return parseVersion(h.OS, word)
		}
	}
	return v
}

// illumosNames are the words by which uname and /etc/release tell illumos.
var illumosNames = []string{"illumos", "omnios", "smartos", "joyent", "openindiana", "oi_", "tribblix", "nexenta"}

// illumos reports whether the text says that the host runs illumos, which
// calls itself SunOS 5.11 as Solaris 11 does.
func (f *Facts) illumos() bool {
	words := strings.ToLower(f.Dump.Host.Product + " " + f.Dump.Host.Release)
	for _, name := range illumosNames {
		if strings.Contains(words, name) {
			return true
		}
	}
	return false
}

// byRelease returns the value of the last release that the host has reached, 0
// where its release is not known or before all of them.
func (f *Facts) byRelease(values []since) uint64 {
	var n uint64
	for _, s := range values {
		if f.release.known() && !f.release.before(s.release) {
			n = s.value
		}
	}
	return n
}

// since is a default from a release on.
type since struct {
	release version
	value   uint64
}

// The system's own defaults, from the manuals of Solaris 8, 9, 10, 11.2 and
// 11.4 and the source of illumos. They are 0 where the release is not known.

func stockHardDescriptors(f *Facts) uint64 {
	return f.byRelease([]since{{version{8}, 1024}, {version{9}, 65536}, {version{11, 4}, 65535}})
}

func stockReceiveBuffer(f *Facts) uint64 {
	return f.byRelease([]since{{version{8}, 24576}, {version{9}, 49152}, {version{11}, 128000}})
}

func stockSendBuffer(f *Facts) uint64 {
	return f.byRelease([]since{{version{8}, 16384}, {version{9}, 49152}})
}

func stock128(f *Facts) uint64  { return f.byRelease([]since{{version{8}, 128}}) }
func stock1024(f *Facts) uint64 { return f.byRelease([]since{{version{8}, 1024}}) }

// stockFinWait: Oracle's manuals do not tell the default of Solaris 11.
func stockFinWait(f *Facts) uint64 {
	if f.illumos() {
		return 60000
	}
	return f.byRelease([]since{{version{8}, 675000}, {version{11}, 0}})
}

func stockSolarisTimeWait(f *Facts) uint64 {
	return f.byRelease([]since{{version{8}, 240000}, {version{9}, 60000}})
}

// stockDescriptorCap is what memory gives before it is rounded up.
func stockDescriptorCap(f *Facts) uint64 {
	const bytesEach = 1 << 30 / 65536
	if f.release.before(version{11, 4}) {
		return 0
	}
	return f.Dump.Host.MemoryBytes / bytesEach
}

// solarisTimeWait is TIME_WAIT in seconds where the text does not say it: the
// release's default. Of an unknown release nothing is known, but where a value
// that the system refuses is to be mended, it will be the guide's.
func (f *Facts) solarisTimeWait() float64 {
	ms := stockSolarisTimeWait(f)
	if ms == 0 && (f.Has("tcp_time_wait_interval") || f.Has("_time_wait_interval")) {
		ms = 60000
	}
	return float64(ms) / 1000
}

// shortestWait is the least tcp_time_wait_interval that both systems take.
const shortestWait = 1000

// timeWaitInterval is how long TIME_WAIT lasts on Solaris and HP-UX as the text
// says it, in milliseconds: what runs goes before what a file sets, and what
// both systems refuse does not count.
func (f *Facts) timeWaitInterval() (ms float64, ok bool) {
	for _, name := range []string{"tcp_time_wait_interval", "_time_wait_interval"} {
		s, seen := f.last(name, dump.Running)
		if !seen {
			s, seen = f.last(name, dump.Configured)
		}
		if n, number := s.Number(); seen && number && n >= shortestWait {
			return float64(n), true
		}
	}
	return 0, false
}
