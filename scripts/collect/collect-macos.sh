#!/bin/sh
# collect-macos.sh [BASE]: prints the limits of a Mac that runs CommuniGate Pro,
# for Headroom. BASE is the server's base directory, /var/CommuniGate where none
# is given. Run it as root while the server runs:
#
#     sudo sh collect-macos.sh > cgp-limits.txt
#
# It reads and prints; it changes nothing and sends nothing. A command that is
# not there leaves its error in the text: that tells something too.
base=${1:-/var/CommuniGate}
prompt="root@$(uname -n):~#"

# show COMMAND ...: the command as at a root prompt, then what it prints.
show() {
	echo "$prompt $*"
	"$@" 2>&1
}

# file PATH ...: each file that is there, under its name.
file() {
	for path; do
		[ -r "$path" ] || continue
		echo "==> $path <=="
		cat "$path"
		echo
	done
}

show sw_vers
show uname -a
show sysctl hw.memsize hw.ncpu
show ulimit -a
show launchctl limit
for name in kern.maxfiles kern.maxfilesperproc kern.num_taskthreads kern.ipc.somaxconn \
	net.inet.tcp.msl net.inet.ip.portrange.first net.inet.ip.portrange.last; do
	show sysctl $name
done
file "$base/Startup.sh" /etc/sysctl.conf
exit 0
