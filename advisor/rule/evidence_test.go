package rule

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"headroom/advisor/capacity"
	"headroom/advisor/dump"
)

// What the server really has wins over what is written, and that over what an
// administrator's shell happens to have.
func TestBestEvidenceOfALimit(t *testing.T) {
	shell := limit(dump.Shell, "", "ulimit.nofile", "1024")
	startup := filed("/var/CommuniGate/Startup.sh", "ulimit.nofile", "16384")
	logins := filed("/etc/security/limits.conf", "ulimit.nofile", "64000")
	logins.Owner = "*"
	unit := filed("/etc/systemd/system/CommuniGate.service.d/limits.conf", "systemd.LimitNOFILE", "32768")
	server := limit(dump.Process, "CGServer", "ulimit.nofile", "20000")
	pid1 := limit(dump.Process, "1", "ulimit.nofile", "1048576")
	for _, c := range []struct {
		name     string
		settings []dump.Setting
		observed string
		verdict  Verdict
	}{
		{"the shell alone", []dump.Setting{shell}, "1024", Fix},
		{"another process does not speak for the server", []dump.Setting{pid1, shell}, "1024", Fix},
		{"limits.conf is for logins", []dump.Setting{shell, logins}, "64000", Review},
		{"Startup.sh over shell", []dump.Setting{shell, startup, logins}, "16384", OK},
		{"the unit over Startup.sh", []dump.Setting{startup, unit, shell}, "32768", OK},
		{"the process over all", []dump.Setting{server, unit, startup, shell}, "20000", OK},
	} {
		x := judged(t, "linux.ulimit.nofile", linux61(c.settings...), capacity.Plan{})
		assert.Equal(t, c.observed, x.Observed, c.name)
		assert.Equal(t, c.verdict, x.Verdict, "%s: %s", c.name, x.Message)
	}
}

func TestGoverningFile(t *testing.T) {
	for _, c := range []struct {
		name  string
		files []dump.Setting
		want  string
	}{
		{"sysctl.d by name", []dump.Setting{filed("/etc/sysctl.d/99-z.conf", "fs.file-max", "1"), filed("/etc/sysctl.d/10-a.conf", "fs.file-max", "2")}, "1"},
		{"the folder does not count", []dump.Setting{filed("/usr/lib/sysctl.d/50-b.conf", "fs.file-max", "1"), filed("/etc/sysctl.d/10-a.conf", "fs.file-max", "2")}, "1"},
		{"sysctl.conf after sysctl.d", []dump.Setting{filed("/etc/sysctl.conf", "fs.file-max", "1"), filed("/etc/sysctl.d/99-z.conf", "fs.file-max", "2")}, "1"},
		{"the last line of one file", []dump.Setting{filed("/etc/sysctl.conf", "fs.file-max", "1"), filed("/etc/sysctl.conf", "fs.file-max", "2")}, "2"},
		{"a named file over one without name", []dump.Setting{filed("/etc/sysctl.d/90-communigate.conf", "fs.file-max", "1"), filed("", "fs.file-max", "2")}, "1"},
		{"a drop-in over its unit", []dump.Setting{filed("/etc/systemd/system/x.service.d/a.conf", "fs.file-max", "1"), filed("/etc/systemd/system/x.service", "fs.file-max", "2")}, "1"},
		{"Startup.sh after the init script", []dump.Setting{filed("/var/CommuniGate/Startup.sh", "fs.file-max", "1"), filed("/etc/init.d/CommuniGate", "fs.file-max", "2")}, "1"},
	} {
		assert.Equal(t, c.want, governing(c.files).Value, c.name)
	}
}

func TestOtherUnitsDoNotCount(t *testing.T) {
	other := filed("/etc/systemd/system/mysql.service", "systemd.LimitNOFILE", "1024")
	other.Owner = "mysql.service"
	x := judged(t, "linux.systemd.LimitNOFILE", linux61(other), capacity.Plan{})
	assert.Equal(t, Unseen, x.Verdict)
}

func TestHardLimitBesideASoftOne(t *testing.T) {
	for _, c := range []struct {
		name     string
		settings []dump.Setting
		verdict  Verdict
	}{
		{"sufficient", []dump.Setting{limit(dump.Shell, "", "ulimit.nofile", "1024"), limit(dump.Shell, "", "ulimit.nofile.hard", "524288")}, Review},
		{"short as well", []dump.Setting{limit(dump.Shell, "", "ulimit.nofile", "1024"), limit(dump.Shell, "", "ulimit.nofile.hard", "4096")}, Fix},
		{"of another process", []dump.Setting{limit(dump.Shell, "", "ulimit.nofile", "1024"), limit(dump.Process, "1", "ulimit.nofile.hard", "524288")}, Fix},
		{"in one line of a unit", []dump.Setting{filed("", "systemd.LimitNOFILE", "1024 524288")}, Review},
		{"a command sets both", []dump.Setting{filed("/var/CommuniGate/Startup.sh", "ulimit.nofile", "8192")}, Fix},
	} {
		x := judged(t, "linux.ulimit.nofile", linux61(c.settings...), capacity.Plan{})
		assert.Equal(t, c.verdict, x.Verdict, "%s: %s", c.name, x.Message)
	}
}

// Two values of the same kind in one dump are told, and the last counts; where
// the other one would be a fault, somebody has to look.
func TestConflictIsTold(t *testing.T) {
	x := judged(t, "linux.fs.file-max", linux61(running("fs.file-max", "65536"), running("fs.file-max", "200000")), capacity.Plan{})
	assert.Equal(t, "200000", x.Observed)
	assert.Equal(t, Review, x.Verdict)
	assert.Contains(t, x.Message, "65536 on line 1")
	assert.Equal(t, []int{1, 2}, x.Lines)
	x = judged(t, "linux.fs.file-max", linux61(running("fs.file-max", "300000"), running("fs.file-max", "200000")), capacity.Plan{})
	assert.Equal(t, OK, x.Verdict)
}
