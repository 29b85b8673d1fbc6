package rule

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"headroom/advisor/capacity"
	"headroom/advisor/dump"
)

// ulimit -n is cut to kern.maxfilesperproc, which has to stay below
// kern.maxfiles.
func TestBSDFileChain(t *testing.T) {
	for _, os := range []string{dump.FreeBSD, dump.MacOS} {
		limitID, processID, systemID := os+".ulimit.nofile", os+".kern.maxfilesperproc", os+".kern.maxfiles"
		startup := filed("/var/CommuniGate/Startup.sh", "ulimit.nofile", "32768")

		cut := on(os, "", startup, running("kern.maxfilesperproc", "10240"), running("kern.maxfiles", "200000"))
		x := judged(t, limitID, cut, capacity.Plan{})
		assert.Equal(t, processID, x.BoundBy, os)
		assert.Equal(t, Review, x.Verdict, "%s: a link that is merely bound is no fix", os)
		assert.Contains(t, x.Message, "kern.maxfilesperproc is 10240", os)
		assert.Equal(t, Fix, judged(t, processID, cut, capacity.Plan{}).Verdict, "%s: the link that binds is", os)

		room := on(os, "", startup, running("kern.maxfilesperproc", "70000"), running("kern.maxfiles", "200000"))
		x = judged(t, limitID, room, capacity.Plan{})
		assert.Empty(t, x.BoundBy, os)
		assert.Equal(t, OK, x.Verdict, os)

		all := on(os, "", running("kern.maxfilesperproc", "200000"), running("kern.maxfiles", "200000"))
		x = judged(t, systemID, all, capacity.Plan{})
		assert.Equal(t, Review, x.Verdict, os)
		assert.Contains(t, x.Message, "kern.maxfilesperproc on line 1", os)
		assert.Equal(t, []int{1, 2}, x.Lines, os)
		assert.Equal(t, systemID, judged(t, processID, all, capacity.Plan{}).BoundBy, os)

		less := on(os, "", running("kern.maxfilesperproc", "199999"), running("kern.maxfiles", "200000"))
		assert.Empty(t, judged(t, processID, less, capacity.Plan{}).BoundBy, os)
	}
}

// What is asked of one link makes room for it in the next.
func TestBSDAdviceFitsTogether(t *testing.T) {
	old := on(dump.MacOS, "10.6.0", running("kern.maxfilesperproc", "10240"), running("kern.maxfiles", "12288"))
	assert.Equal(t, "16384", judged(t, "macos.kern.maxfilesperproc", old, capacity.Plan{}).Ask)
	files := judged(t, "macos.kern.maxfiles", old, capacity.Plan{})
	assert.Equal(t, Fix, files.Verdict)
	assert.Equal(t, "32768", files.Ask)

	p := planned(t, "connections=10000,closes-per-second=0")
	host := freebsd("8.2", running("kern.maxfilesperproc", "12000"), running("kern.maxfiles", "50000"), running("kern.ipc.maxsockets", "16960"))
	files = judged(t, "freebsd.kern.maxfiles", host, p)
	assert.Equal(t, Fix, files.Verdict, "131072 for the plan's processes do not fit 50000")
	assert.Equal(t, "131072", files.Ask)

	enough := freebsd("8.2", running("kern.maxfilesperproc", "12000"), filed(bsdSysctlConf, "kern.maxfiles", "70000"))
	files = judged(t, "freebsd.kern.maxfiles", enough, p)
	assert.Equal(t, Review, files.Verdict, "65536 for a process fit 70000")

	many := freebsd("8.2", running("kern.maxfiles", "131072"), running("kern.ipc.maxsockets", "16960"))
	p = capacity.Plan{}
	assert.Equal(t, OK, judged(t, "freebsd.kern.maxfiles", many, p).Verdict)
	p = planned(t, "connections=20000,closes-per-second=2000")
	assert.Equal(t, "140000", judged(t, "freebsd.kern.ipc.maxsockets", many, p).Ask)
	files = judged(t, "freebsd.kern.maxfiles", many, p)
	assert.Equal(t, Fix, files.Verdict, "the kernel takes no more sockets than files")
	assert.Equal(t, "140000", files.Ask)
}
