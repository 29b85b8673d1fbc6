package dump

import "strings"

// readKernelLog reads the line of the boot messages that gives the size of the
// table of TCP connections.
func readKernelLog(p *page, l *line) bool {
	const label = "TCP established hash table entries: "
	i := strings.Index(l.text, label)
	if i < 0 {
		return false
	}
	raw, _ := l.span().from(i + len(label)).word()
	if _, ok := number(raw.text); !ok {
		return false
	}
	p.tell(l, "dmesg of Linux")
	p.add(l, raw, Setting{Name: "net.ipv4.tcp_ehash_entries", Value: raw.text, Scope: Running})
	return true
}

// readKernelConfig reads the .config of a Linux kernel.
func readKernelConfig(p *page, l *line) bool {
	s := l.span()
	if strings.HasPrefix(s.text, "# CONFIG_") && strings.HasSuffix(s.text, " is not set") {
		if s.text == "# CONFIG_NETFILTER is not set" {
			p.add(l, s.from(2), Setting{Name: "CONFIG_NETFILTER", Value: "n", Scope: Running})
		}
		return p.tell(l, "kernel configuration of Linux")
	}
	if !strings.HasPrefix(s.text, "CONFIG_") {
		return false
	}
	key, value, found := s.cut("=")
	if !found {
		return false
	}
	if key.text == "CONFIG_NETFILTER" {
		p.add(l, value, Setting{Name: key.text, Value: value.text, Scope: Running})
	}
	return p.tell(l, "kernel configuration of Linux")
}

// readModules reads the row of lsmod that says that connections are tracked.
func readModules(p *page, l *line) bool {
	name, rest := l.span().word()
	if name.text == "Module" {
		return rest.text != "" && strings.HasPrefix(rest.text, "Size")
	}
	if name.text != "nf_conntrack" && name.text != "ip_conntrack" {
		return false
	}
	words := rest.words()
	if len(words) < 2 {
		return false
	}
	for _, w := range words[:2] {
		if _, ok := number(w.text); !ok {
			return false
		}
	}
	p.tell(l, "keys of Linux")
	p.add(l, name, Setting{Name: "CONFIG_NETFILTER", Value: "m", Scope: Running})
	return true
}

// defines are the constants of kernel and C library that a source shows.
var defines = map[string]string{"PTHREAD_THREADS_MAX": "PTHREAD_THREADS_MAX", "STACK_SIZE": "STACK_SIZE", "TCP_TIMEWAIT_LEN": "TCP_TIMEWAIT_LEN"}

// readDefine reads "#define NAME VALUE" of those constants. The value may be a
// product; HZ in it makes seconds.
func readDefine(p *page, l *line) bool {
	rest, ok := strings.CutPrefix(l.text, "#define")
	if !ok || rest == "" || !blank(rest[0]) {
		return false
	}
	name, raw := l.span().from(len("#define")).word()
	if defines[name.text] == "" {
		return true
	}
	if i := strings.Index(raw.text, "/*"); i >= 0 {
		raw = raw.to(i).trim()
	}
	if name.text == "PTHREAD_THREADS_MAX" {
		p.tell(l, sourceOfLibrary)
	}
	if name.text == "STACK_SIZE" && !p.stackOfThreads(raw.text) {
		return true
	}
	if value, ok := product(raw.text); ok {
		p.add(l, raw, Setting{Name: name.text, Value: value, Scope: Configured})
	}
	return true
}

// What tells where a constant comes from: the C library, or a program, by the
// headers that only programs include.
const (
	sourceOfLibrary = "source of the C library"
	sourceOfProgram = "source of a program"
)

// stackOfThreads reports whether a constant is the stack of threads in the C
// library. Many programs have one of that name.
func (p *page) stackOfThreads(value string) bool {
	return p.told(sourceOfLibrary) || !p.told(sourceOfProgram) && value != "" && value[0] == '(' && strings.Count(value, "*") == 2
}

// programHeaders are headers that neither the C library nor the configuration of
// a kernel includes.
var programHeaders = []string{"#include <stdio.h>", "#include <stdlib.h>", "#include <string.h>", "#include <unistd.h>", "#include <iostream>"}

// tellsProgram notes that the text is the source of a program.
func (p *page) tellsProgram(l *line) {
	for _, header := range programHeaders {
		if strings.HasPrefix(l.text, header) {
			p.tell(l, sourceOfProgram)
		}
	}
}

// product works out "(2 * 1024 * 1024)".
func product(s string) (value string, ok bool) {
	value = "1"
	for factor := range strings.SplitSeq(strings.Trim(s, "() \t"), "*") {
		factor = strings.Trim(factor, "() \t")
		if factor == "HZ" {
			continue
		}
		n, isNumber := number(strings.TrimRight(factor, "ULul"))
		if !isNumber {
			return "", false
		}
		if value, ok = scaled(value, n); !ok {
			return "", false
		}
	}
	return value, ok
}
