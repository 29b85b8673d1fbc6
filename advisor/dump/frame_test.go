package dump

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

// TestFramesComeOff reads texts before whose lines something stands that a tool
// put there, or that were printed in another form.
func TestFramesComeOff(t *testing.T) {
	for what, c := range map[string]struct {
		text string
		want []string
	}{
		"a service of Docker, traced": {`
mail_1  | + ulimit -n
mail_1  | 20000
mail_1  | + ulimit -n 30000
mail_1  | fs.file-max = 812345
mail_1  |
mail_1  | net.core.somaxconn = 4096
`, []string{"ulimit.nofile = 20000 shell", "ulimit.nofile = 30000 configured", "fs.file-max = 812345 running", "net.core.somaxconn = 4096 running"}},
		"a chat": {`
[14:09] <anna> what does it say?
[14:09] <boris> $ ulimit -n
[14:10] <boris> 1024
[14:10] <boris> $ sysctl fs.file-max
[14:10] <boris> fs.file-max = 65536
`, []string{"ulimit.nofile = 1024 shell", "fs.file-max = 65536 running"}},
		"a build": {`
#12 0.512 + ulimit -n
#12 0.513 1048576
#12 0.611 + cat /proc/sys/net/core/somaxconn
#12 0.612 4096
`, []string{"ulimit.nofile = 1048576 shell", "net.core.somaxconn = 4096 running"}},
		"a tool for many hosts, in a mail": {`
This is what I see:

 ** [out :: mx1] fs.file-max = 812345
 ** [out :: mx1] net.core.somaxconn = 128
 ** [out :: mx1] net.ipv4.tcp_fin_timeout = 60

Any idea?
`, []string{"fs.file-max = 812345 running", "net.core.somaxconn = 128 running", "net.ipv4.tcp_fin_timeout = 60 running"}},
		"the name of a value is none": {`
kern.maxfiles: 12328
kern.maxfiles: 20000
kern.maxfiles: 30000
`, []string{"kern.maxfiles = 12328 running", "kern.maxfiles = 20000 running", "kern.maxfiles = 30000 running"}},
		"the number of an empty line is no answer": {`
  22 | $ ulimit -Hn
  23 |
  24 | 4096
  25 | $ ulimit -Sn
  26
  27 1024
`, []string{"ulimit.nofile.hard = 4096 shell", "ulimit.nofile = 1024 shell"}},
		"cat -A": {`
net.ipv4.ip_local_port_range = 32768^I60999$
net.core.somaxconn = 4096^M$
Maximum size of a processM-bM-^@M-^Ys data segment                     (kB, -d) 8192$
`, []string{"net.ipv4.ip_local_port_range = 32768 60999 running", "net.core.somaxconn = 4096 running", "ulimit.data = 8388608 shell"}},
		"Markdown": {`
**sysctl -w net.ipv4.tcp\_tw\_reuse=1**
**net.core.somaxconn = 4096**
\* soft nofile 65536
\# ulimit -n
1024
`, []string{"net.ipv4.tcp_tw_reuse = 1 configured", "net.core.somaxconn = 4096 running", "ulimit.nofile = 65536 configured", "ulimit.nofile = 1024 shell"}},
		"brackets of Chinese": {`
open files                      （-n） 2048
`, []string{"ulimit.nofile = 2048 shell"}},
	} {
		d := read(c.text)
		checkPlaces(t, d)
		assert.Equal(t, c.want, statements(d), what)
	}
}
