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
	if found && osReleaseKeys.has(key) {
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
		return hostLabels.has(label)
	}
	return true
}

// hostLabels are the other labels of these programs.
var hostLabels = set{
	"Static hostname", "Transient hostname", "Pretty hostname", "Icon name", "Chassis", "Machine ID", "Boot ID", "CPE OS Name",
	"Hardware Vendor", "Hardware Model", "Firmware Version", "Firmware Date", "Firmware Age", "LSB Version", "Release", "Codename", "Memory block size", "Total offline memory",
}

var osReleaseKeys = set{
	"NAME", "ID", "ID_LIKE", "VERSION", "VERSION_ID", "VERSION_CODENAME", "DISTRIB_ID", "DISTRIB_RELEASE", "DISTRIB_CODENAME",
	"HOME_URL", "SUPPORT_URL", "BUG_REPORT_URL", "ANSI_COLOR", "CPE_NAME", "PLATFORM_ID", "UBUNTU_CODENAME", "PRIVACY_POLICY_URL", "LOGO", "DOCUMENTATION_URL",
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
