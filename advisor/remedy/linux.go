package remedy

import (
	"headroom/advisor/dump"
	"headroom/advisor/rule"
)

// editLinux writes the files of a Linux host.
func (h *host) editLinux() {
	h.raiseCeiling()
	if own := h.sysctlFolder(); own {
		h.editEach(rule.Sysctl, sysctlPath, sysctlFile, bootScript)
	} else {
		h.editEach(rule.Sysctl, sysctlConf, oldSysctlFile, bootScript)
	}
	switch {
	case h.unitSeen() && !rule.ThroughScript(h.dump):
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
// exceeds it: setting the limit would fail.
func (h *host) raiseCeiling() {
	const name = "fs.nr_open"
	asked := larger(h.asked[rule.StartupLimit].value("nofile"), h.asked[rule.Unit].value("LimitNOFILE"))
	n, ok := dump.Setting{Value: asked}.Number()
	if !ok {
		return
	}
	ceiling := uint64(stockCeiling)
	for _, s := range h.dump.Settings {
		if s.Name == name {
			if seen, ok := s.Number(); ok {
				ceiling = seen
			}
		}
	}
	if n > ceiling {
		settings := h.asked[rule.Sysctl]
		settings.set(name, asked, rule.Lookup("linux.fs.nr_open"))
		h.asked[rule.Sysctl] = settings
	}
}
