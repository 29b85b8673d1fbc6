package dump

import (
	"math/bits"
	"strconv"
	"strings"
)

// number reads plain decimal digits, up to 2^64-1.
func number(s string) (n uint64, ok bool) {
	if s == "" || len(s) > 20 {
		return 0, false
	}
	for i := range len(s) {
		c := s[i] - '0'
		if c > 9 {
			return 0, false
		}
		hi, lo := bits.Mul64(n, 10)
		sum, carry := bits.Add64(lo, uint64(c), 0)
		if hi != 0 || carry != 0 {
			return 0, false
		}
		n = sum
	}
	return n, true
}

// numbers reads decimals with blanks between them, nil when one is none.
func numbers(s string) []uint64 {
	var all []uint64
	for f := range strings.FieldsSeq(s) {
		n, ok := number(f)
		if !ok {
			return nil
		}
		all = append(all, n)
	}
	return all
}

// decimal prints n.
func decimal(n uint64) string { return strconv.FormatUint(n, 10) }

// scaled is digits times unit as a decimal; ok is false where the product has
// no place in 64 bits.
func scaled(digits string, unit uint64) (value string, ok bool) {
	n, ok := number(digits)
	if !ok {
		return "", false
	}
	hi, lo := bits.Mul64(n, unit)
	return decimal(lo), hi == 0
}

// multiples are the suffixes of sizes, in bytes. Every one counts by 1024, as
// all programs read here do.
var multiples = table[uint64]{rows: []row[uint64]{
	{"b byte bytes", 1},
	{"k kb kib ki kbyte kbytes kibytes kilobytes", 1 << 10},
	{"m mb mib mi mbyte mbytes megabytes", 1 << 20},
	{"g gb gib gi gbytes gigabytes", 1 << 30},
	{"t tb tib ti terabytes", 1 << 40},
}}

// splitSuffix parts "8MB" into "8" and "mb".
func splitSuffix(s string) (digits, suffix string) {
	i := 0
	for i < len(s) && '0' <= s[i] && s[i] <= '9' {
		i++
	}
	return s[:i], strings.ToLower(s[i:])
}

// size reads "8MB" and "2097152" as bytes, a bare number in the given unit.
func size(s string, unit uint64) (value string, ok bool) {
	digits, suffix := splitSuffix(s)
	if suffix != "" {
		if unit, ok = multiples.get(suffix); !ok {
			return "", false
		}
	}
	return scaled(digits, unit)
}

// roundSize reads a size that a program has rounded, such as "8.7Gi", "3,8G"
// and "268K". It is exact where the text has no fraction.
func roundSize(s string) (n uint64, ok bool) {
	whole, suffix := splitSuffix(s)
	fraction := ""
	if suffix != "" && (suffix[0] == '.' || suffix[0] == ',') {
		fraction, suffix = splitSuffix(suffix[1:])
	}
	unit := uint64(1)
	if suffix != "" {
		if unit, ok = multiples.get(suffix); !ok {
			return 0, false
		}
	}
	value, ok := scaled(whole, unit)
	if !ok || len(fraction) > 6 {
		return 0, false
	}
	n, _ = number(value)
	part := float64(unit)
	for _, c := range fraction {
		part /= 10
		n += uint64(float64(c-'0') * part)
	}
	return n, true
}

// noLimit are the words for a limit that does not bind, as shells, kernels and
// translated programs print them.
var noLimit = set{
	"unlimited", "infinity", "infinite", "-1", "unlimit",
	"unbegrenzt", "неограничено", "безгранично", "illimité", "illimitée",
	"ilimitado", "illimitato", "無制限", "无限", "無限制", "nieograniczone",
}

// limitValue reads one limit: a word for no limit, a number in the given unit,
// a size with a suffix of its own, or a time such as 1:30:00. What no machine
// can reach, 2^63-1 and more, is no limit.
func limitValue(s string, unit uint64) (value string, ok bool) {
	if s == "" {
		return "", false
	}
	if s[0] > '9' || s[0] == '-' {
		return Unlimited, noLimit.has(strings.ToLower(s))
	}
	if strings.Contains(s, ":") {
		return clock(s)
	}
	if value, ok = size(s, unit); ok {
		if n, _ := number(value); n >= 1<<63-1 {
			value = Unlimited
		}
		return value, true
	}
	digits, suffix := splitSuffix(s)
	_, isNumber := number(digits)
	_, isSize := multiples.get(suffix)
	return Unlimited, isNumber && (isSize || suffix == "")
}

// clock reads h:mm:ss and m:ss as seconds.
func clock(s string) (value string, ok bool) {
	total := uint64(0)
	for part := range strings.SplitSeq(s, ":") {
		n, ok := number(part)
		if !ok || n > 1<<32 || total > 1<<32 {
			return "", false
		}
		total = total*60 + n
	}
	return decimal(total), true
}
