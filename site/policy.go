package site

import "strings"

// A pageKind is what a page may do, from which follows its policy.
type pageKind int

const (
	guidePage   pageKind = iota // reads, and shows what a check found
	advisorPage                 // runs the advisor in a worker made from a blob
	plannerPage                 // the same, for a plan alone
)

// policy is the Content-Security-Policy of a page, as strict as its kind can
// bear: no connection of any sort is allowed, so what is pasted cannot leave,
// and no image, not even of the page's own place.
func policy(k pageKind) string {
	directives := []string{
		"default-src 'none'", "base-uri 'none'", "form-action 'none'", "connect-src 'none'",
		"img-src data:", "style-src 'self'", "script-src 'self'",
		"require-trusted-types-for 'script'", "trusted-types headroom",
	}
	if k != guidePage {
		directives[6] += " 'wasm-unsafe-eval'"
		directives = append(directives, "worker-src blob:")
	}
	return strings.Join(directives, "; ")
}
