package remedy

import (
	"headroom/advisor/dump"
	"headroom/advisor/rule"
)

// editLinux writes the files of a Linux host.
func (h *host) editLinux() {
	h.raiseCeiling()
	if own := h.sysctlFolder(); own {
		h.editEach(rule.Sysctl, h.named(sysctlPath), sysctlFile, bootScript)
	} else {
		h.editEach(rule.Sysctl, sysctlConf, oldSysctlFile, bootScript)
	}
	switch {
	case h.unitSeen() && !h.start.Script:
		h.editUnit(false)
	default:
		h.editLimits()
	}
	h.editParams()
	h.editScripts()
}

// stockCeiling is fs.nr_open where nothing changed it: fs/file.c of Linux.
const stockCeiling = 1048576

// raiseCeiling adds fs.nr_open where the descriptor limit that is asked for
// exceeds it: setting the limit would fail. What the file says that is applied last
// counts before what the paste says last.
func (h *host) raiseCeiling() {
	const name = "fs.nr_open"
	asked := larger(h.asked[rule.StartupLimit].highest("nofile"), h.asked[rule.Unit].highest("LimitNOFILE"))
	n, ok := dump.Setting{Value: asked}.Number()
	if !ok {
		return
	}
	if h.remedy(name) != "" && larger(h.remedy(name), asked) == h.remedy(name) {
		return // a remedy raises it
	}
	last, _ := h.governing(name, h.named(sysctlPath), []*kind{sysctlFile, bootScript})
	ceiling, governed, most := uint64(stockCeiling), false, asked
	for _, s := range h.dump.Settings {
		seen, ok := s.Number()
		if s.Name != name || !ok {
			continue
		}
		most = larger(most, s.Value)
		if governs := s.Scope == dump.Configured && placed(s.Path) == last; governs || !governed {
			ceiling, governed = seen, governs
		}
	}
	if n > ceiling {
		settings := h.asked[rule.Sysctl]
		settings.set(name, most, rule.Lookup("linux.fs.nr_open"))
		h.asked[rule.Sysctl] = settings
	}
}
