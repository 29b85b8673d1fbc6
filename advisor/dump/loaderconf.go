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
	case strings.HasPrefix(key, "hint."), strings.HasSuffix(key, "_load") && isAnswer, loaderVariables[key]:
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
var loaderVariables = map[string]bool{
	"autoboot_delay": true, "beastie_disable": true, "boot_multicons": true, "boot_serial": true, "boot_verbose": true, "boot_single": true, "boot_mute": true, "comconsole_speed": true, "comconsole_port": true,
	"loader_logo": true, "loader_brand": true, "loader_color": true, "loader_delay": true, "loader_menu_title": true, "verbose_loading": true, "zpool_cache_type": true, "zpool_cache_name": true, "module_path": true,
	"vfs.root.mountfrom": true, "splash_bmp_load": true, "userboot_load": true, "kernel_options": true, "cpu_microcode_name": true, "cpu_microcode_type": true, "loader_conf_files": true, "local_loader_conf_files": true, "entropy_cache_load": true,
	"bitmap_name": true, "menu_timeout_command": true, "hw.vga.textmode": true, "init_path": true, "currdev": true, "rootdev": true, "dumpdev": true, "efi_max_resolution": true, "screen.font": true, "acpi_video_load": true, "opensolaris_load": true,
}
