package remedy

import (
	"slices"
	"strconv"
	"strings"

	"headroom/advisor/rule"
)

// The files of an HP-UX host.
const (
	kctunePath = "/etc/headroom-kctune.sh"
	kmtunePath = "/etc/headroom-kmtune.sh"
	nddconf    = "/etc/rc.config.d/nddconf"
)

// editHPUX writes the files of an HP-UX host. 11i v1 has no kctune.
func (h *host) editHPUX() {
	own, k := kctunePath, kctuneScript
	if release := h.dump.Host.Release; strings.Contains(release, "11.11") || strings.Contains(release, "11.0") || strings.Contains(release, "10.") {
		own, k = kmtunePath, kmtuneScript
	}
	h.editOwn(rule.Kctune, own, k)
	for _, c := range h.asked[rule.Nddconf] {
		e := h.edit(nddconf, nddFile)
		setTriplet(&e.script, c, h.nextTriplet(e))
		e.wanted = append(e.wanted, c)
	}
}

// kctuneScript sets tunables of the kernel from 11i v2 on: all in one command,
// as some have to fit others.
var kctuneScript = &kind{first: []string{"#!/sbin/sh"}, set: setKctune, steps: kctuneSteps}

func kctuneSteps(h *host, e *edited, f *File) {
	kept := strings.ReplaceAll(h.kept(), "-", "_") // a saved configuration
	f.Backup = run("kconfig -s " + kept)
	f.Verify = run("kctune " + strings.Join(e.wanted.names(), " "))
	last := h.restart()
	if f.Restart = Service; h.waits(e.wanted) {
		f.Restart, last = Reboot, run("shutdown -r -y 0")
	}
	f.Apply = run("sh " + e.path).then(last)
	f.Undo = run("kconfig -l " + kept).then(last)
}

// waits reports whether tunables change only when the system starts: most do
// before 11i v3, and maxfiles does there, too.
func (h *host) waits(wanted changes) bool {
	return !strings.Contains(h.dump.Host.Release, "11.31") || wanted.value("maxfiles") != ""
}

func setKctune(s *script, c change) {
	const command = "kctune "
	i := slices.IndexFunc(s.lines, func(l string) bool { return strings.HasPrefix(l, command) })
	if i < 0 {
		s.add(command+c.name+"="+c.value, c.rules)
		return
	}
	s.put(i, s.lines[i]+" "+c.name+"="+c.value, c.rules)
}

// kmtuneScript sets tunables of the kernel on 11i v1, where the kernel is built
// anew.
var kmtuneScript = &kind{first: []string{"#!/sbin/sh"}, set: setKmtune, steps: kmtuneSteps}

func kmtuneSteps(h *host, e *edited, f *File) {
	kept := "/stand/system." + h.kept()
	const build = "mk_kernel -o /stand/vmunix_test -s /stand/system && kmupdate /stand/vmunix_test && shutdown -r -y 0"
	f.Backup = run("cp -p /stand/system "+kept, "cp -p /stand/vmunix /stand/vmunix."+h.kept())
	f.Apply = run("sh " + e.path + " && " + build)
	f.Verify = run("kmtune -q " + strings.Join(e.wanted.names(), " -q "))
	f.Undo = run("mv " + kept + " /stand/system && " + build)
	f.Restart = Reboot
}

func setKmtune(s *script, c change) { s.add("kmtune -s "+c.name+"="+c.value, c.rules) }

// nddFile is nddconf, from which the parameters of TCP are set at every start:
// three lines each, told apart by an index.
var nddFile = &kind{shared: true, caution: "The figure in brackets has to be the next one that is free in the file.", steps: nddconfSteps}

func nddconfSteps(h *host, e *edited, f *File) {
	inPlace(h, e, f)
	f.Apply = h.withRestart(run("ndd -c"), e.wanted)
	f.Verify = run(e.wanted.each(nddQuestion)...)
	f.Undo = h.withRestart(f.Undo.then(h.nddBack(e.wanted)), e.wanted)
	f.Restart = e.wanted.restart()
	byHand(h, e, f)
}

// setTriplet gives a parameter its value in its three lines, or in new ones
// with the index next.
func setTriplet(s *script, c change, next int) {
	found := false
	for i := 0; i < len(s.lines); i++ {
		field, index, value := triplet(s.lines[i])
		if field != "NDD_NAME" || value != c.name {
			continue
		}
		for j := range s.lines {
			if other, same, _ := triplet(s.lines[j]); other == "NDD_VALUE" && same == index {
				found = true
				s.lines[j] = "NDD_VALUE[" + index + "]=" + c.value
			}
		}
		i += s.comment(i, c.rules)
	}
	if found {
		return
	}
	index := "[" + strconv.Itoa(next) + "]="
	s.add("TRANSPORT_NAME"+index+"tcp", c.rules)
	s.lines = append(s.lines, "NDD_NAME"+index+c.name, "NDD_VALUE"+index+c.value)
}

// triplet parts a line such as NDD_NAME[0]=tcp_time_wait_interval; field is ""
// for other lines.
func triplet(line string) (field, index, value string) {
	key, value, sets := strings.Cut(strings.TrimSpace(line), "=")
	field, index, indexed := strings.Cut(key, "[")
	if !active(line) || !sets || !indexed || !strings.HasSuffix(index, "]") {
		return "", "", ""
	}
	value, _, _ = strings.Cut(value, "#")
	return field, strings.TrimSuffix(index, "]"), strings.Trim(strings.TrimSpace(value), `"'`)
}

// nextTriplet is the next free index of nddconf, as far as the paste and the
// file under change tell.
func (h *host) nextTriplet(e *edited) int {
	next := 0
	take := func(line string) {
		_, index, _ := triplet(line)
		if n, err := strconv.Atoi(index); err == nil && n >= next && n < 1000 {
			next = n + 1
		}
	}
	for _, line := range e.lines {
		take(line)
	}
	for _, x := range h.dump.Extents {
		if placed(x.Path) != e.path {
			continue
		}
		for n := x.From; n <= x.To; n++ {
			take(h.dump.Line(x.File, n))
		}
	}
	return next
}
