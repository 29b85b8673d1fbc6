#!/bin/sh
# collect-freebsd.sh [BASE]: prints the limits of a FreeBSD server that runs
# CommuniGate Pro, for Headroom. BASE is the server's base directory,
# /var/CommuniGate where none is given. Run it as root while the server runs:
#
#     sh collect-freebsd.sh > cgp-limits.txt
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

pid=$(cat "$base/ProcessID" 2>/dev/null || pgrep -o CGServer)

show uname -a
show sysctl hw.physmem hw.ncpu
show swapinfo
show limits
if [ -n "$pid" ]; then
	show procstat -l "$pid"
fi
file "$base/Startup.sh" /etc/sysctl.conf /boot/loader.conf /boot/loader.conf.local /etc/login.conf
show ulimit -a
show sysctl -a
show netstat -m
show netstat -Lan
show netstat -s -p tcp
exit 0
