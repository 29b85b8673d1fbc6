package remedy

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"headroom/advisor/dump"
)

func TestOnlyTheValueOfAUlimitCommandChanges(t *testing.T) {
	for _, c := range []struct{ line, want string }{
		{"ulimit -n 1024", "ulimit -n 16384"},
		{"\tulimit -n 1024 # ours -n 5", "\tulimit -n 16384 # ours -n 5"},
		{"ulimit -Hn 1024", "ulimit -Hn 16384"},
		{"ulimit -H -n 1024", "ulimit -H -n 16384"},
		{"ulimit -n 1024; ulimit -c 0", "ulimit -n 16384; ulimit -c 0"},
		{"ulimit -c 0 -n 1024", "ulimit -c 0 -n 16384"},
		{"ulimit -n unlimited", "ulimit -n 16384"},
		{`ulimit -n "1024"`, "ulimit -n 16384"},
		{"[ -x /x ] && ulimit -n 1024", "[ -x /x ] && ulimit -n 16384"},
		{"if [ -x /x ]; then ulimit -n 65536; else ulimit -n 4096; fi", "if [ -x /x ]; then ulimit -n 65536; else ulimit -n 16384; fi"},
	} {
		got, sets := replaceUlimit(c.line, "n", "16384", false, false)
		assert.True(t, sets, c.line)
		assert.Equal(t, c.want, got)
	}
	for _, line := range []string{
		"# ulimit -n 1024", "ulimit -u 2000", "echo -n 5", "ulimit -a", "", "ulimit -u 5; echo -n 3", "true # ulimit -n 3",
		"ulimit -n $MAX", "ulimit -Hn $((64*1024))", "ulimit -n `cat /etc/limit`",
	} {
		got, sets := replaceUlimit(line, "n", "16384", false, false)
		assert.False(t, sets, line)
		assert.Equal(t, line, got)
	}
}

// Where the hard limit is to stay, only the soft one is set.
func TestTheHardLimitStays(t *testing.T) {
	for line, want := range map[string]string{
		"ulimit -n 1024":                      "ulimit -Sn 16384",
		"ulimit -Sn 1024":                     "ulimit -Sn 16384",
		"ulimit -S -n 1024":                   "ulimit -S -n 16384",
		"ulimit -Hn 65536; ulimit -Sn 1024":   "ulimit -Hn 65536; ulimit -Sn 16384",
		"ulimit -Hn 65536":                    "ulimit -Hn 65536",
		"ulimit -H -n 65536; ulimit -S -n 10": "ulimit -H -n 65536; ulimit -S -n 16384",
	} {
		got, _ := replaceUlimit(line, "n", "16384", true, false)
		assert.Equal(t, want, got)
	}
}

// Where the hard limit is short, too, a command for the soft one comes to set both.
func TestTheHardLimitIsRaisedWithTheSoftOne(t *testing.T) {
	for line, want := range map[string]string{
		"ulimit -Sn 4096": "ulimit -n 16384", "ulimit -S -n 4096": "ulimit -n 16384", "ulimit -n 4096": "ulimit -n 16384",
	} {
		got, _ := replaceUlimit(line, "n", "16384", false, true)
		assert.Equal(t, want, got)
	}
}

func TestSupplparamsThatCannotBeChangedInPlaceAreLeftAlone(t *testing.T) {
	for _, line := range []string{
		`# SUPPLPARAMS="--dropRoot"`, `SUPPLPARAMS="--dropRoot \`, `SUPPLPARAMS='--x $HOME'`, "SUPPLPARAMS=`cat /etc/params`",
		`SUPPLPARAMS=$OTHER`, `echo SUPPLPARAMS=x`, `MYSUPPLPARAMS=x`,
	} {
		_, _, _, ok := supplparams(line)
		assert.False(t, ok, line)
	}
	for line, want := range map[string]string{
		`SUPPLPARAMS="--dropRoot"`: "--dropRoot", `export SUPPLPARAMS='--a b' # x`: "--a b", `SUPPLPARAMS=`: "", `SUPPLPARAMS=--a # x`: "--a",
		`SUPPLPARAMS="$SUPPLPARAMS --a"`: "$SUPPLPARAMS --a",
	} {
		before, value, after, ok := supplparams(line)
		assert.True(t, ok, line)
		assert.Equal(t, want, value)
		assert.Contains(t, line, after)
		assert.Contains(t, line, before)
	}
}

func TestOptionsAreAddedOnce(t *testing.T) {
	size := change{name: "DefaultStackSize", value: "131072"}
	for line, want := range map[string]string{
		"":                                    "--DefaultStackSize 131072",
		"--dropRoot":                          "--dropRoot --DefaultStackSize 131072",
		"--DefaultStackSize 65536 --dropRoot": "--DefaultStackSize 131072 --dropRoot",
		"--DefaultStackSize=65536":            "--DefaultStackSize 131072",
		"--defaultstacksize 65536":            "--DefaultStackSize 131072",
		"--DefaultStackSize --dropRoot":       "--DefaultStackSize 131072 --dropRoot",
	} {
		assert.Equal(t, want, withOption(line, size), line)
		assert.Equal(t, want, withOption(want, size), "twice")
	}
	flag := change{name: "closeStuckSockets", value: "present"}
	assert.Equal(t, "--a --closeStuckSockets", withOption("--a", flag))
	assert.Equal(t, "--a --closeStuckSockets", withOption("--a --closeStuckSockets", flag))
}

func TestKeysOfSysctlConf(t *testing.T) {
	for line, want := range map[string][2]string{
		"fs.file-max = 1": {"fs.file-max", ""}, " fs/file-max=1": {"fs.file-max", ""}, "-fs.file-max=1": {"fs.file-max", "-"},
		"# fs.file-max = 1": {"", ""}, "; fs.file-max = 1": {"", ""}, "fs.file-max": {"", ""},
		"net.ipv4.conf.eth0/100.rp_filter = 1": {"net.ipv4.conf.eth0/100.rp_filter", ""},
	} {
		key, dash := sysctlKey(line)
		assert.Equal(t, want, [2]string{key, dash}, line)
	}
}

// A path of the paste names a file to write only where it can be nothing else.
func TestPathsOfThePaste(t *testing.T) {
	for _, p := range []string{"/etc/sysctl.conf", "/etc/systemd/system/a@b.service.d/x-1.conf"} {
		assert.True(t, safePath(p), p)
	}
	for _, p := range []string{"", "/", "etc/x", "/etc/../x", "/etc//x", "/etc/x/", "/etc/./x", "/etc/$(rm)", "/etc/a b", "/etc/a\nb", "/etc/a;b", "/.../x"} {
		assert.False(t, safePath(p), p)
	}
	for given, want := range map[string]string{
		"sysctl.conf": "/etc/sysctl.conf", "bundle/etc/sysctl.d/99-x.conf": "/etc/sysctl.d/99-x.conf", "Startup.sh": "/var/CommuniGate/Startup.sh",
		"/var/lib/CommuniGate/Startup.sh": "/var/lib/CommuniGate/Startup.sh", "loader.conf.local": "/boot/loader.conf.local", "a/loader.conf": "/boot/loader.conf", "rc.local": "/etc/rc.local",
	} {
		assert.Equal(t, want, placed(given))
	}
}

func TestTheLargerOfTwoValuesCounts(t *testing.T) {
	for _, c := range [][3]string{{"1", "2", "2"}, {"20", "3", "20"}, {"unlimited", "5", "unlimited"}, {"5", "unlimited", "unlimited"}, {"", "5", "5"}, {"5", "", "5"}} {
		assert.Equal(t, c[2], larger(c[0], c[1]))
	}
}

func TestMarksOfQuotingAreNoPartOfAFile(t *testing.T) {
	assert.Equal(t, "> ", quoting([]string{"> a", ">", "", "> > b"}))
	assert.Equal(t, "", quoting([]string{"a", "> b"}))
	assert.Equal(t, "    ", quoting([]string{"    a", "      b"}))
}

// What a terminal may have put into a file is never written back.
func TestAFileWithControlCharactersIsNotCopied(t *testing.T) {
	text := "# uname -a\nLinux mail 6.1.0 #1 SMP x86_64 GNU/Linux\n# cat /etc/sysctl.conf\nfs.file-max = \x1b[1m65536\nkernel.x = 1\n"
	d := dump.Read([]dump.File{{Text: []byte(text)}}, "")
	h := host{dump: d}
	e := h.edit(sysctlConf, sysctlFile)
	assert.False(t, e.whole)
	assert.True(t, e.own)
	assert.NotContains(t, e.String(), "kernel.x")
}
