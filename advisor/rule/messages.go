package rule

import (
	"strconv"
	"strings"

	"headroom/advisor/capacity"
	"headroom/advisor/dump"
)

// What a finding says. {name}, {value}, {want} and {where} are filled from the
// case; the rest by who says it.
const (
	msgGood             = "{name}{where} is {value}; wanted: {want}."
	msgShortOfPlan      = "{name}{where} is {value}, but your plan needs {direction} {demand}."
	msgShortOfGuide     = "{name}{where} is {value}, but the guide asks for {want}."
	msgShortOfGuideOnly = "{name}{where} is {value}: your plan needs only {demand}, but the guide asks for {want}."
	msgValue            = "{name}{where} is {value}."
	msgAllows           = "{name}{where} is {value}, enough for {count} {what}; what you need follows from {keys} in the plan."
	msgAllowsNone       = "{name}{where} is {value}, no more than the {less} that are kept for the host's and the server's other work; what you need follows from {keys} in the plan."
	msgNoLimit          = "{name}{where} sets no limit; what you need follows from {keys} in the plan."
	msgInvalid          = "{name}{where} is {value}, which is no value for it."
	msgPresent          = "{name}{where} is given."
	msgEqual            = "{name}{where} is {value}, as it should be."
	msgNotEqual         = "{name}{where} is {value}, but should be {want}."
	msgUnseen           = "{name} is not in the dump; this shows it: {see}"
	msgSuperseded       = "{name} does not count on {system}: {successor}."
	msgWithoutEffect    = "It stands on line {line} without effect."
	msgLowersStock      = "{name}{where} is set to {value}, which lowers the system's own default of {stock}."
	msgRaisesStock      = "{name}{where} is set to {value}, which raises the system's own default of {stock}."
	msgSetsStock        = "By itself the system has {stock}, so no less is set."
	msgAboveMost        = "No value meets that: the system takes at most {most}."
	msgNoFile           = "No file can change it: {effect}."
	msgLost             = "That is lost at the next start: {file} sets {set}."
	msgNotApplied       = "Not applied yet: {file} sets {set}, and {apply} brings it into force."
	msgDiffers          = "From the next start it will be {set}: {file} sets it."
	msgConflict         = "The dump shows other values too: {others}; the last one counts here."
)

// Whose limit was judged, where it is not surely the server's.
const (
	msgShell    = "That is the limit of the shell that was pasted, not the server's own, which this shows: {see}"
	msgShellMac = "That is the limit of the shell that was pasted; the server writes its own to its log when it starts."
	msgUnnamed  = "The dump does not say whose limits these are; they are taken for the server's."
	msgOther    = "That is a limit of process {owner}, not of the server, whose own this shows: {see}"
	msgNumber   = "That is a limit of process {owner}; if that is not CGServer, this shows the server's own: {see}"
	msgLogin    = "Only logins get it: a server started at boot does not, and this shows its own: {see}"
)

// say adds a sentence to the message. pairs are further names and values.
func (c *Case) say(template string, pairs ...string) {
	if c.Message != "" {
		c.Message += " "
	}
	c.Message += c.fill(template, pairs)
}

// retell replaces the message.
func (c *Case) retell(template string, pairs ...string) {
	c.Message = c.fill(template, pairs)
}

func (c *Case) fill(template string, pairs []string) string {
	values := []string{
		"name", c.name(), "value", c.Observed, "want", c.Want, "line", strconv.Itoa(c.Line),
		"direction", string(c.Rule.Direction), "effect", c.Rule.Effect, "owner", c.Best.Owner,
		"see", c.Facts.see(c.Rule), "where", "", "system", SystemName(c.Facts.Dump.Host),
	}
	if c.Seen {
		values[len(values)-3] = at(c.Best)
	}
	values = append(pairs, values...)
	for i := 0; i < len(values); i += 2 {
		values[i] = "{" + values[i] + "}"
	}
	return strings.NewReplacer(values...).Replace(template)
}

// name is the setting as the host calls it.
func (c *Case) name() string {
	if c.Name != "" {
		return c.Name
	}
	return c.Rule.Setting
}

// listed joins words as a sentence does: "a, b and c".
func listed(words []string) string {
	if len(words) < 2 {
		return strings.Join(words, "")
	}
	last := len(words) - 1
	return strings.Join(words[:last], ", ") + " and " + words[last]
}

// figure writes a count or a size in plain digits.
func figure(n uint64) string { return strconv.FormatUint(n, 10) }

// at is where a value holds, for use after its name: " in /etc/sysctl.conf".
// It is empty for a live value, which needs no word.
func at(s dump.Setting) string {
	switch {
	case s.Scope == dump.Running:
		return ""
	case s.Scope == dump.Configured:
		return " in " + where(s)
	case s.Scope == dump.Shell || s.Owner == "self":
		return " of the shell"
	case s.Owner == "":
		return " of the process"
	case tierOf(s) == ofServer:
		return " of " + s.Owner
	}
	return " of process " + s.Owner
}

// where names the file, unit or line that sets a value.
func where(s dump.Setting) string {
	switch {
	case s.Path != "":
		return s.Path
	case s.Owner != "" && strings.HasPrefix(s.Name, "systemd."):
		return s.Owner
	case s.Line > 0:
		return "line " + strconv.Itoa(s.Line)
	}
	return "the configuration"
}

// SystemName is how people call the host's system and release.
func SystemName(h dump.Host) string {
	switch h.OS {
	case dump.MacOS:
		return macosName(h)
	case dump.Windows:
		return windowsName(h)
	}
	name := map[string]string{
		dump.Linux: "Linux", dump.Solaris: "Solaris", dump.FreeBSD: "FreeBSD",
		dump.HPUX: "HP-UX",
	}[h.OS]
	release := h.Release
	if h.OS == dump.Solaris {
		release = strings.TrimPrefix(release, "5.")
	}
	return strings.TrimSpace(name + " " + release)
}

// tellWhose says whose resource limit was judged where it is not surely the
// server's, and keeps a limit that only logins get from being good.
func (c *Case) tellWhose() {
	if !c.ofProcess() || c.Verdict == InfoOnly || c.Verdict == Superseded {
		return
	}
	switch t := tierOf(c.Best); {
	case t == ofShell && c.Rule.OS == dump.MacOS:
		c.say(msgShellMac)
	case t == ofShell:
		c.say(msgShell)
	case t == ofOther && strings.Trim(c.Best.Owner, "0123456789") == "":
		c.say(msgNumber)
	case t == ofOther:
		c.say(msgOther)
	case t == ofLogin:
		if c.Verdict == OK {
			c.Verdict = Review
		}
		c.say(msgLogin)
	case t == ofServer && c.Best.Owner == "":
		c.say(msgUnnamed)
	}
}

// ofProcess reports whether what was judged is a limit of one process.
func (c *Case) ofProcess() bool {
	return strings.HasPrefix(c.Rule.Setting, "ulimit.") ||
		strings.HasPrefix(c.Rule.Setting, "process.") && c.Best.Scope == dump.Process
}

// tellConflict names readings of the same kind that differ.
func (c *Case) tellConflict(others []dump.Setting) {
	if len(others) == 0 {
		return
	}
	const most = 3
	var told []string
	for i, s := range others {
		c.cite(s)
		if i < most {
			told = append(told, s.Value+" on line "+strconv.Itoa(s.Line))
		}
	}
	if len(others) > most {
		told = append(told, "and more")
	}
	c.say(msgConflict, "others", strings.Join(told, ", "))
}

// missingKeys returns the plan keys that the rule's demand still needs.
func (c *Case) missingKeys() []string {
	var keys []string
	for _, name := range c.Rule.Demand.Missing(c.Facts.Vars) {
		if key := capacity.KeyOf(name); key != "" {
			keys = append(keys, key)
		}
	}
	return keys
}
