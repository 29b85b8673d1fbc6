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
// bear: no connection of any sort is allowed, so what is pasted cannot leave.
// Where there is text, not even an image of the page's own place.
func policy(k pageKind) string {
	script, worker, images := "script-src 'self'", "", "img-src 'self' data:"
	if k != guidePage {
		script, worker, images = "script-src 'self' 'wasm-unsafe-eval'", "worker-src blob:", "img-src data:"
	}
	directives := []string{
		"default-src 'none'", "base-uri 'none'", "form-action 'none'", "connect-src 'none'",
		images, "style-src 'self'", script,
		"require-trusted-types-for 'script'", "trusted-types headroom",
	}
	if worker != "" {
		directives = append(directives, worker)
	}
	return strings.Join(directives, "; ")
}
