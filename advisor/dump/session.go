package dump

import (
	"slices"
	"strings"
)

// enterPrompt notes the host that a prompt names. The first one is the host
// that uname named before.
func (p *page) enterPrompt(host string) {
	if !p.prompted && len(p.hosts) == 1 {
		p.hosts[0] = shortHost(host)
	}
	p.prompted = true
	p.enter(host)
}

// enter notes that the lines that follow were printed by a host.
func (p *page) enter(host string) {
	host = shortHost(host)
	for i, known := range p.hosts {
		if known == host {
			p.session = i
			return
		}
	}
	if len(p.hosts) < hostsMax {
		p.hosts = append(p.hosts, host)
		p.session = len(p.hosts) - 1
	}
}

// shortHost is the name without its domain; an address stays whole.
func shortHost(host string) string {
	if short, _, found := strings.Cut(host, "."); found && short != "" && letter(short[0]) {
		return short
	}
	return host
}

// An Other is a host beside the one that a Dump is of, told apart by its prompts or
// by uname; or, without a name, what the text says of another system.
type Other struct {
	Name       string
	OS         string // where there is no name
	File, Line int    // where its first setting stands, or where the system is said
	session    int
}

// findOthers looks whose settings there are. The Dump is of the host that the text
// says something of, or else of the first.
func (p *page) findOthers() {
	d := p.dump
	if len(p.hosts) < 2 {
		return
	}
	var first []Other // of each host, in the order of the text
	for _, s := range d.Settings {
		if s.Session < len(p.hosts) && !slices.ContainsFunc(first, func(o Other) bool { return o.session == s.Session }) {
			first = append(first, Other{Name: p.hosts[s.Session], File: s.File, Line: s.Line, session: s.Session})
		}
	}
	if len(first) < 2 {
		return
	}
	own := max(0, slices.IndexFunc(first, func(o Other) bool { return p.facts.heard && o.session == p.facts.session }))
	d.Others = slices.Delete(first, own, own+1)
}

// findSystems looks for systems that the text names beside the host's: what of the
// settings is theirs cannot be told.
func (p *page) findSystems() {
	for _, os := range systems {
		if at, said := p.facts.said[os]; said && os != p.dump.Host.OS {
			p.dump.Others = append(p.dump.Others, Other{OS: os, File: at.file, Line: at.line, session: -1})
		}
	}
}

// Own is the Dump without the settings of other hosts.
func (d *Dump) Own() *Dump {
	if len(d.Others) == 0 {
		return d
	}
	own := *d
	own.Settings = slices.DeleteFunc(slices.Clone(d.Settings), func(s Setting) bool {
		return slices.ContainsFunc(d.Others, func(o Other) bool { return o.session == s.Session })
	})
	return &own
}
