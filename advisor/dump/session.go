package dump

import "strings"

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
