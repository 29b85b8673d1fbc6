package remedy

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"headroom/advisor/dump"
	"headroom/advisor/rule"
)

func TestLinesOfEtcSystem(t *testing.T) {
	for line, want := range map[string]string{
		"set rlim_fd_max=1024": "rlim_fd_max", "set tcp:tcp_conn_hash_size = 512": "tcp_conn_hash_size", "set\trlim_fd_max=0x400 ": "rlim_fd_max",
		"* set rlim_fd_max=1024": "", "#set rlim_fd_max=1024": "", "forceload: drv/x": "", "settle=1": "", "set rlim_fd_max": "",
	} {
		assert.Equal(t, want, kernelVariable(line), line)
	}
}

func TestOnlyTheValueOfACallOfNddChanges(t *testing.T) {
	c := change{name: "tcp_conn_req_max_q", value: "512"}
	for line, want := range map[string]string{
		"ndd -set /dev/tcp tcp_conn_req_max_q 128":                                        "ndd -set /dev/tcp tcp_conn_req_max_q 512",
		"\t/usr/sbin/ndd -set /dev/tcp tcp_conn_req_max_q 128 # ours":                     "\t/usr/sbin/ndd -set /dev/tcp tcp_conn_req_max_q 512 # ours",
		"ndd -set /dev/tcp tcp_conn_req_max_q 1; ndd -set /dev/tcp tcp_conn_req_max_q0 1": "ndd -set /dev/tcp tcp_conn_req_max_q 512; ndd -set /dev/tcp tcp_conn_req_max_q0 1",
	} {
		got, changed := replaceNdd(line, c)
		assert.True(t, changed, line)
		assert.Equal(t, want, got)
	}
	for _, line := range []string{"# ndd -set /dev/tcp tcp_conn_req_max_q 1", "ndd -get /dev/tcp tcp_conn_req_max_q", "ndd -set /dev/tcp tcp_conn_req_max_q0 1", "echo tcp_conn_req_max_q 1", ""} {
		got, changed := replaceNdd(line, c)
		assert.False(t, changed, line)
		assert.Equal(t, line, got)
	}
}

func TestOnlyTheValueOfAnAssignmentChanges(t *testing.T) {
	c := change{name: "kern.maxfiles", value: "131072"}
	for line, want := range map[string]string{
		"sysctl -w kern.maxfiles=1":             "sysctl -w kern.maxfiles=131072",
		"  sysctl kern.maxfiles='1' # ours":     "  sysctl kern.maxfiles=131072 # ours",
		"<string>kern.maxfiles=1</string>":      "<string>kern.maxfiles=131072</string>",
		"sysctl kern.maxfiles=1 kern.maxproc=2": "sysctl kern.maxfiles=131072 kern.maxproc=2",
	} {
		got, changed := replaceAssigned(line, c)
		assert.True(t, changed, line)
		assert.Equal(t, want, got)
	}
	for _, line := range []string{"# sysctl kern.maxfiles=1", "sysctl xkern.maxfiles=1", "sysctl kern.maxfilesperproc=1", "kern.maxfiles", ""} {
		got, changed := replaceAssigned(line, c)
		assert.False(t, changed, line)
		assert.Equal(t, line, got)
	}
	got, changed := replaceAssigned("sysctl -w net.ipv4.ip_local_port_range='1 2'", change{name: "net.ipv4.ip_local_port_range", value: "16384 65535"})
	assert.True(t, changed)
	assert.Equal(t, "sysctl -w net.ipv4.ip_local_port_range='16384 65535'", got)
}

func TestTheGuidesWayToSetOnLinuxChanges(t *testing.T) {
	c := change{name: "fs.file-max", value: "131072"}
	got, changed := replaceEcho("\techo  65536 > /proc/sys/fs/file-max", c)
	assert.True(t, changed)
	assert.Equal(t, "\techo 131072 > /proc/sys/fs/file-max", got)
	for _, line := range []string{"# echo 1 > /proc/sys/fs/file-max", "echo 1 > /proc/sys/fs/file-nr", "cat x > /proc/sys/fs/file-max", "echo fs.file-max"} {
		_, changed := replaceEcho(line, c)
		assert.False(t, changed, line)
	}
}

func TestTripletsOfNddconf(t *testing.T) {
	for line, want := range map[string][3]string{
		"NDD_NAME[0]=tcp_x": {"NDD_NAME", "0", "tcp_x"}, ` NDD_VALUE[12]="5" # x`: {"NDD_VALUE", "12", "5"},
		"# NDD_NAME[0]=tcp_x": {}, "NDD_NAME=tcp_x": {}, "NDD_NAME[0]": {}, "": {},
	} {
		field, index, value := triplet(line)
		assert.Equal(t, want, [3]string{field, index, value}, line)
	}
}

// An index is free beyond all that the paste shows, be it only a part of the
// file.
func TestTheNextTripletOfAPartOfTheFile(t *testing.T) {
	text := "# uname -a\nHP-UX mail B.11.31 U ia64 1 unlimited-user license\n# grep NDD /etc/rc.config.d/nddconf\nNDD_NAME[3]=ip_x\nNDD_VALUE[3]=1\nNDD_NAME[5]=ip_y\n"
	h := host{dump: dump.Read([]dump.File{{Text: []byte(text)}}, "")}
	assert.Equal(t, 6, h.nextTriplet(h.edit(nddconf, nddFile)))
}

func TestKeysOfLoaderConf(t *testing.T) {
	for line, want := range map[string]string{
		`kern.maxdsiz="1G" # max`: "kern.maxdsiz", " kern.maxfiles = 1": "kern.maxfiles", "kern.maxfiles: 1": "kern.maxfiles", "set kern.maxdsiz=1": "kern.maxdsiz",
		"# kern.maxfiles=1": "", "kern.maxfiles": "", "": "",
	} {
		assert.Equal(t, want, bsdKey(line), line)
	}
}

// The order in which systems apply their files.
func TestFilesThatAreAppliedLater(t *testing.T) {
	order := []string{
		"/boot/loader.conf", "/etc/sysctl.d/10-x.conf", "/etc/sysctl.d/90-x.conf", "/boot/loader.conf.local", "/etc/sysctl.conf", "/etc/rc.local",
	}
	for i, a := range order {
		for j, b := range order {
			assert.Equal(t, i > j, appliedAfter(a, b), "%s after %s", a, b)
		}
	}
	assert.False(t, appliedAfter("/etc/init.d/b", "/etc/init.d/a"), "the system gives these no order")
}

// A path of the paste is written to only where it is of a sort that holds such
// settings: a reader may have taken a line for another file's.
func TestOnlyFilesOfTheSortAreChanged(t *testing.T) {
	d := &dump.Dump{Host: dump.Host{OS: dump.Solaris, Release: "5.10"}, Settings: []dump.Setting{
		{Name: "rlim_fd_max", Value: "1024", Scope: dump.Configured, Path: "/var/CommuniGate/Startup.sh", Line: 1},
	}}
	got, _ := Write([]rule.Finding{{Rule: rule.Lookup("solaris.rlim_fd_max"), Verdict: rule.Fix, Ask: "65536", Line: 1}}, d)
	assert.Len(t, got, 1)
	assert.Equal(t, etcSystem, got[0].Path)
}

func TestARegistryFileIsOfTheSystemsVersion(t *testing.T) {
	findings := []rule.Finding{{Rule: rule.Lookup("windows.MaxUserPort"), Verdict: rule.Fix, Ask: "65534"}}
	for release, version := range map[string]string{"4.0.1381": "REGEDIT4", "5.2.3790": "Windows Registry Editor Version 5.00", "": "Windows Registry Editor Version 5.00"} {
		got, _ := Write(findings, &dump.Dump{Host: dump.Host{OS: dump.Windows, Release: release}})
		assert.Len(t, got, 1)
		assert.True(t, strings.HasPrefix(got[0].Content, version+"\r\n"), got[0].Content)
		assert.Contains(t, got[0].Content, "\r\n\"MaxUserPort\"=dword:0000fffe\r\n")
	}
}

// What cannot stand in a file is left out, whatever a dump made a finding ask.
func TestNoFileBearsWhatAShellWouldRun(t *testing.T) {
	for _, id := range []string{"linux.fs.file-max", "solaris.rlim_fd_max", "hpux.maxfiles_lim", "freebsd.kern.maxfiles", "macos.kern.maxfiles", "windows.MaxUserPort"} {
		ru := rule.Lookup(id)
		got, _ := Write([]rule.Finding{{Rule: ru, Verdict: rule.Fix, Ask: "1; reboot"}, {Rule: ru, Verdict: rule.Fix, Ask: "1\n2"}}, &dump.Dump{Host: dump.Host{OS: ru.OS}})
		assert.Empty(t, got, id)
	}
}
