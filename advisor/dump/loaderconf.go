package dump

import "strings"

// readLoaderConf reads what only loader.conf, device.hints and rc.conf of
// FreeBSD hold beside settings, and "set name=value" at the prompt of the
// loader. The lines around such a line are the content of a file.
func readLoaderConf(p *page, l *line) bool {
	if rest, found := strings.CutPrefix(strings.TrimPrefix(l.text, "OK "), "set "); found {
		return p.loaderSets(l, strings.TrimSpace(rest))
	}
	i := strings.IndexByte(l.text, '=')
	if i < 3 || i > 60 {
		return false
	}
	key := strings.TrimRight(l.text[:i], " \t")
	value, _ := l.span().from(i + 1).word()
	answer := strings.ToUpper(strings.Trim(value.text, `"';`))
	isAnswer := answer == "YES" || answer == "NO"
	switch {
	case strings.HasPrefix(key, "hint."), strings.HasSuffix(key, "_load") && isAnswer, loaderVariables.has(key):
		p.tell(l, "loader.conf")
	case strings.HasSuffix(key, "_enable") && isAnswer && value.text[0] == '"' && lowerName(key):
		p.tell(l, "rc.conf of FreeBSD")
	default:
		return false
	}
	p.section.tight = true
	return true
}

// loaderSets reads "set kern.maxdsiz=1G". Solaris says "set", too, of other
// names.
func (p *page) loaderSets(l *line, rest string) bool {
	key, _, found := strings.Cut(rest, "=")
	key = strings.TrimSpace(key)
	if !found || !bsdRoot(key) {
		return false
	}
	s := l.span().from(len(l.text) - len(rest))
	_, value, _ := s.cut("=")
	p.tellKey(l, key)
	p.tell(l, "loader.conf")
	p.addSysctl(l, key, value, Setting{Scope: Configured, Path: p.source(l)})
	return true
}

// runLoaderSet is loaderSets behind a prompt.
func runLoaderSet(p *page, c *call) {
	if len(c.words) > 1 {
		at := c.words[1].span.at
		l := c.line.sub(c.line.span().from(at))
		p.loaderSets(&l, l.text)
	}
}

// lowerName reports whether s is a name of rc.conf.
func lowerName(s string) bool {
	for i := range len(s) {
		if c := s[i]; !('a' <= c && c <= 'z') && !digit(c) && c != '_' {
			return false
		}
	}
	return true
}

// loaderVariables are the variables of loader.conf(5) and loader(8).
var loaderVariables = index{words: []string{
	"autoboot_delay", "beastie_disable", "boot_multicons", "boot_serial", "boot_verbose", "boot_single", "boot_mute", "comconsole_speed", "comconsole_port",
	"loader_logo", "loader_brand", "loader_color", "loader_delay", "loader_menu_title", "verbose_loading", "zpool_cache_type", "zpool_cache_name", "module_path",
	"vfs.root.mountfrom", "splash_bmp_load", "userboot_load", "kernel_options", "cpu_microcode_name", "cpu_microcode_type", "loader_conf_files", "local_loader_conf_files", "entropy_cache_load",
	"bitmap_name", "menu_timeout_command", "hw.vga.textmode", "init_path", "currdev", "rootdev", "dumpdev", "efi_max_resolution", "screen.font", "acpi_video_load", "opensolaris_load",
}}
