package dump

import "strings"

// distributions are the words by which the distributions of Linux are told.
var distributions = []string{
	"Debian", "Ubuntu", "Red Hat", "CentOS", "Rocky Linux", "AlmaLinux", "Oracle Linux", "Fedora", "SUSE", "openSUSE", "Alpine", "Amazon Linux", "Arch Linux", "Gentoo", "Mandriva", "Slackware", "Scientific Linux", "ALT", "Astra",
}

// readOSRelease reads /etc/os-release, /etc/lsb-release and lsb_release: the
// name of the distribution as it is printed.
func readOSRelease(p *page, l *line) bool {
	if label, value, found := l.span().cut(":"); found && len(label.text) < 24 && p.hostLabel(l, label.text, value.text) {
		return true
	}
	if release, ok := strings.CutPrefix(l.text, "Kernel: Linux "); ok {
		p.says(l, Linux)
		p.fact(l, factRelease, release, exactly)
		return true
	}
	for _, key := range []string{"PRETTY_NAME=", "DISTRIB_DESCRIPTION=", "DESCRIPTION=", "Description:", "Operating System:"} {
		if value, ok := strings.CutPrefix(l.text, key); ok {
			product := strings.Trim(value, "\"' \t")
			if !p.distribution(l, product) {
				return false
			}
			p.fact(l, factProduct, product, exactly)
			return true
		}
	}
	key, value, found := strings.Cut(l.text, "=")
	if found && osReleaseKeys[key] {
		if key == "ID" || key == "ID_LIKE" || key == "DISTRIB_ID" {
			p.tell(l, "words of Linux")
		}
		if key == "NAME" {
			p.fact(l, factProduct, strings.Trim(value, "\"'"), rounded)
		}
		return true
	}
	if product, ok := strings.CutSuffix(l.text, ` \n \l`); ok && p.distribution(l, product) {
		p.fact(l, factProduct, product, rounded)
		return true
	}
	if l.text[0] != '/' && strings.Contains(l.text, " release ") && p.distribution(l, l.text) && len(l.text) < 100 {
		p.fact(l, factProduct, l.text, exactly)
		return true
	}
	return false
}

// hostLabel reads the lines of hostnamectl, lsb_release, lsmem and "docker info"
// that say something of the machine, and takes those that do not.
func (p *page) hostLabel(l *line, label, value string) bool {
	switch label {
	case "Kernel Version":
		if value == "" || !digit(value[0]) {
			return false
		}
		p.fact(l, factRelease, value, exactly)
	case "OSType":
		if value == "linux" {
			p.tell(l, "words of Linux")
		}
	case "Architecture":
		if value != "x86-64" {
			return false
		}
		p.fact(l, factArch, "x86_64", exactly)
	case "Total Memory", "Total online memory":
		n, ok := roundSize(strings.ReplaceAll(value, " ", ""))
		if _, plain := number(value); !ok || plain || !strings.HasSuffix(value, "iB") && label == "Total Memory" {
			return false
		}
		p.fact(l, factMemory, decimal(n), rounded)
	case "Distributor ID":
		p.distribution(l, value)
	default:
		return hostLabels[label]
	}
	return true
}

// hostLabels are the other labels of these programs.
var hostLabels = map[string]bool{
	"Static hostname": true, "Transient hostname": true, "Pretty hostname": true, "Icon name": true, "Chassis": true, "Machine ID": true, "Boot ID": true, "CPE OS Name": true,
	"Hardware Vendor": true, "Hardware Model": true, "Firmware Version": true, "Firmware Date": true, "Firmware Age": true, "LSB Version": true, "Release": true, "Codename": true, "Memory block size": true, "Total offline memory": true,
}

var osReleaseKeys = map[string]bool{
	"NAME": true, "ID": true, "ID_LIKE": true, "VERSION": true, "VERSION_ID": true, "VERSION_CODENAME": true, "DISTRIB_ID": true, "DISTRIB_RELEASE": true, "DISTRIB_CODENAME": true,
	"HOME_URL": true, "SUPPORT_URL": true, "BUG_REPORT_URL": true, "ANSI_COLOR": true, "CPE_NAME": true, "PLATFORM_ID": true, "UBUNTU_CODENAME": true, "PRIVACY_POLICY_URL": true, "LOGO": true, "DOCUMENTATION_URL": true,
}

// distribution reports whether s names a distribution of Linux.
func (p *page) distribution(l *line, s string) bool {
	for _, d := range distributions {
		if strings.Contains(s, d) {
			p.says(l, Linux)
			return true
		}
	}
	return false
}
