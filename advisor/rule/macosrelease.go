package rule

import (
	"strconv"
	"strings"

	"headroom/advisor/dump"
)

// macosRelease is the release as Apple counts its products: 10.6, 14. The
// system prints that of the product, or with uname that of its kernel, Darwin:
// 10.6 is both Mac OS X 10.6 and the kernel of 10.6.6. A host whose product is
// named "macOS" or "Mac OS X" gives the release of the product. Where it is
// not, only 10.9 and later of 10, and 26, are surely no kernel's; below 10 and
// from 16 to 25 there is no product.
func macosRelease(h dump.Host) version {
	v := parseVersion(h.OS, h.Release)
	switch major := v.at(0); {
	case !v.known(), major > darwinTahoe, major == 10 && v.at(1) >= 9:
		return v
	case major >= 10 && major <= lastInARow && strings.Contains(h.Product, "OS"):
		return v
	}
	return productOf(v)
}

// lastInARow is the last macOS before Apple went on to 26.
const lastInARow = 15

// Darwin numbers on which Apple counted differently: 4.5 to 19 are the kernels
// of Mac OS X 10.0.x to 10.15, 20 to 24 those of macOS 11 to 15, and 25 is that
// of macOS 26.
const (
	darwinFirst  = 5 // of 10.1
	darwinBigSur = 20
	darwinTahoe  = 25
)

// productOf is the product that runs on a Darwin kernel.
func productOf(kernel version) version {
	switch n := kernel.at(0); {
	case n < darwinFirst:
		return version{10, 0}
	case n < darwinBigSur:
		return version{10, n - darwinFirst + 1}
	case n < darwinTahoe:
		return version{n - darwinBigSur + 11}
	default:
		return version{n + 1}
	}
}

// macosName is how people call a Mac's system: "macOS 14", "Mac OS X 10.4".
func macosName(h dump.Host) string {
	v := macosRelease(h)
	if !v.known() {
		return "macOS"
	}
	var parts []string
	for _, n := range v {
		parts = append(parts, strconv.Itoa(n))
	}
	name := "macOS "
	if v.before(version{10, 12}) {
		name = "Mac OS X "
	}
	return name + strings.Join(parts, ".")
}
