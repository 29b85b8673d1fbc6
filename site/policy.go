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
	script, worker := "script-src 'self'", []string(nil)
	if k != guidePage {
		script, worker = script+" 'wasm-unsafe-eval'", []string{"worker-src blob:"}
	}
	directives := append([]string{
		"default-src 'none'", "base-uri 'none'", "form-action 'none'", "connect-src 'none'",
		"img-src data:", "style-src 'self'", script,
		"require-trusted-types-for 'script'", "trusted-types headroom",
	}, worker...)
	return strings.Join(directives, "; ")
}
