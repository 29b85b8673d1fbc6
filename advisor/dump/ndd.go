package dump

import "strings"

// Parameters of ndd that only one of the two systems with that program has.
var (
	solarisParameters = index{words: []string{
		"tcp_conn_req_max_q", "tcp_conn_req_max_q0", "tcp_conn_req_min", "tcp_recv_hiwat", "tcp_xmit_hiwat", "tcp_xmit_lowat",
		"tcp_fin_wait_2_flush_interval", "tcp_conn_hash", "tcp_rev_src_routes", "tcp_strong_iss", "tcp_wscale_always",
		"tcp_sack_permitted", "tcp_close_wait_interval", "tcp_host_param", "tcp_slow_start_initial", "tcp_slow_start_after_idle",
		"tcp_max_buf", "tcp_extra_priv_ports", "tcp_extra_priv_ports_add", "tcp_tstamp_always", "tcp_ecn_permitted",
		"ip_respond_to_echo_multicast", "ip_strict_dst_multihoming", "ip_ignore_redirect", "ip6_ignore_redirect", "ip6_forwarding",
		"ip6_send_redirects", "ip6_respond_to_echo_multicast", "ip6_strict_dst_multihoming", "udp_max_buf", "udp_recv_hiwat", "udp_xmit_hiwat",
		"ip_policy_mask", "ip_squeue_fanout", "tcp_naglim_def_ipv6", "arp_publish_interval",
	}}
	hpuxParameters = index{words: []string{
		"tcp_conn_request_max", "tcp_recv_hiwater_def", "tcp_xmit_hiwater_def", "tcp_recv_hiwater_max", "tcp_xmit_lowater_def",
		"tcp_recv_hiwater_lfp", "tcp_xmit_hiwater_lfp", "tcp_xmit_lowater_lfp", "tcp_recv_hiwater_lnp", "tcp_xmit_hiwater_lnp", "tcp_xmit_lowater_lnp",
		"tcp_syn_rcvd_max", "tcp_sth_rcv_hiwat", "tcp_sth_rcv_lowat", "tcp_fin_wait_2_timeout", "tcp_ts_enable", "tcp_sack_enable",
		"tcp_keepalive_detached_interval", "tcp_keepalives_kill", "tcp_discon", "tcp_discon_by_addr", "tcp_tw_cleanup_interval",
		"tcp_isn_passphrase", "tcp_cwnd_initial", "tcp_dupack_fast_retransmit", "ip_pmtu_strategy", "ip_strong_es_model",
		"ip_check_subnet_addr", "ip_reass_mem_limit", "socket_udp_rcvbuf_default", "socket_udp_sndbuf_default", "socket_qlimit_max",
		"socket_caching_tcp", "ip_ire_gw_probe", "ip_ill_status", "tcp_raw_hdr_len", "tcp_largest_socket_buf",
	}}
)

// What tells Solaris: the form of an output, and a word of prose.
const (
	formatSolaris = "format of Solaris"
	wordsSolaris  = "words of Solaris"
)

// nddPrefixes begin the names of parameters of ndd.
var nddPrefixes = []string{"tcp_", "ip_", "ip6_", "udp_", "arp_", "sctp_", "icmp_", "rawip_", "socket_"}

// nddName is the length of the name of a parameter at the start of s, 0 when
// there is none.
func nddName(s string) int {
	if strings.IndexByte("tiuasr", s[0]) < 0 {
		return 0
	}
	for _, prefix := range nddPrefixes {
		if strings.HasPrefix(s, prefix) {
			n := len(prefix)
			for n < len(s) && nameByte(s[n]) {
				n++
			}
			return n
		}
	}
	return 0
}

// readNdd reads parameters of ndd with their values, as scripts print them, and
// the lists that ndd itself prints.
func readNdd(p *page, l *line) bool {
	if l.text[0] == '$' {
		return p.nddVariable(l)
	}
	if l.text[0] == 'n' || l.text[0] == 'v' || l.text[0] == 'l' {
		return p.nddDialogue(l)
	}
	n := nddName(l.text)
	if n == 0 {
		return false
	}
	name := l.text[:n]
	rest := l.span().from(n).trim()
	switch {
	case rest.text == "" && p.named:
		p.expect = []answer{answerOf(name)}
		return true
	case rest.text == "" || strings.HasPrefix(rest.text, "(read") || strings.HasPrefix(rest.text, "- ") || strings.HasPrefix(rest.text, "(-"):
		return p.tellParameter(l, name)
	case strings.HasPrefix(rest.text, "->"):
		rest = rest.from(2).trim()
	case rest.text[0] == '=' || rest.text[0] == ':':
		rest = rest.from(1).trim()
	}
	raw, value, ok := cValue(rest)
	after := rest.from(raw.at + len(raw.text) - rest.at).trim()
	if !ok || value == "" || !remark(after.text) && !nddUnits.has(after.text) {
		return false
	}
	s := Setting{Scope: Running}
	if path := p.source(l); path != "" || p.sets {
		s = Setting{Scope: Configured, Path: path}
	}
	return p.nddParameter(l, name, raw, s)
}

// nddVariable reads calls by way of a variable: $NDD -set /dev/tcp ...
func (p *page) nddVariable(l *line) bool {
	first, rest := l.span().word()
	if name := strings.Trim(first.text, "${}"); !strings.EqualFold(name, "ndd") || !strings.HasPrefix(rest.text, "-") {
		return false
	}
	if all := calls(l, l.span()); len(all) > 0 {
		runNdd(p, &all[0])
	}
	return true
}

// nddUnits are words that people put behind a value.
var nddUnits = set{"ms", "msec", "milliseconds", "bytes"}

// tellParameter notes what the name of a parameter tells; it reports whether it
// tells anything.
func (p *page) tellParameter(l *line, name string) bool {
	switch {
	case solarisParameters.has(name):
		return p.tell(l, "ndd of Solaris")
	case hpuxParameters.has(name):
		return p.tell(l, "ndd of HP-UX")
	}
	return known(name) != nil || realNames.has(name)
}

// nddParameter keeps the value of a parameter. A name close to a known one stays
// unread.
func (p *page) nddParameter(l *line, name string, raw span, s Setting) bool {
	told := p.tellParameter(l, name)
	if known(name) == nil {
		if near := nearKey(name); near != "" && !told {
			return p.misspelt(l, near)
		}
		return told
	}
	raw, value, ok := cValue(raw)
	if !ok {
		return true
	}
	s.Name, s.Value = name, value
	p.add(l, raw, s)
	return true
}

// runNdd reads calls of ndd: parameters that are set, parameters that are asked,
// and the answer where it stands on the same line.
func runNdd(p *page, c *call) {
	args := c.arguments()
	sets := len(args) > 0 && args[0].text == "-set"
	if len(args) > 0 && strings.HasPrefix(args[0].text, "-") {
		if args[0].text != "-set" && args[0].text != "-get" {
			return
		}
		args = args[1:]
	}
	p.tellNdd(c)
	if len(args) < 2 {
		return
	}
	if args = args[1:]; sets {
		p.script = p.script || c.unprompted()
		if len(args) > 1 {
			p.nddSets(c.line, args[0].text, args[1].span)
		}
		return
	}
	p.nddAsked(c, args)
}

// tellNdd notes where the program lies: the two systems have it in different
// folders.
func (p *page) tellNdd(c *call) {
	switch c.words[0].text {
	case "/usr/sbin/ndd":
		p.tell(c.line, wordsSolaris)
	case "/usr/bin/ndd":
		p.tell(c.line, wordsHPUX)
	}
}

// nddAsked notes what the values that follow mean, or keeps the value that
// stands behind the name already.
func (p *page) nddAsked(c *call, args []word) {
	for i, w := range args {
		name := strings.TrimRight(w.text, ":=")
		p.named = p.named || strings.HasPrefix(name, "$")
		if nddName(name+" ") == 0 {
			return
		}
		rest := args[i+1:]
		if len(rest) > 0 && (rest[0].text == "=" || rest[0].text == ":") {
			rest = rest[1:]
		}
		if len(rest) > 0 && digit((rest[0].text + " ")[0]) {
			p.nddParameter(c.line, name, rest[0].span, Setting{Scope: Running})
			return
		}
		p.tellParameter(c.line, name)
		p.expect = append(p.expect, answerOf(name))
	}
}

// answerOf is what the value of a parameter means that stands by itself.
func answerOf(name string) answer {
	if known(name) == nil {
		return answer{name: answerOther}
	}
	return answer{name: name, unit: 1, scope: Running}
}
