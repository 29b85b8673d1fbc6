#!/bin/sh
# collect-hpux.sh [BASE]: prints the limits of an HP-UX server that runs
# CommuniGate Pro, for Headroom. BASE is the server's base directory,
# /var/CommuniGate where none is given. Run it as root while the server runs:
#
#     sh collect-hpux.sh > cgp-limits.txt
#
# It reads and prints; it changes nothing and sends nothing. kctune is on 11i v2
# and v3, kmtune on earlier releases: the one that is not there leaves its error
# in the text.
base=${1:-/var/CommuniGate}
prompt="root@$(uname -n):~#"

# show COMMAND ...: the command as at a root prompt, then what it prints.
show() {
	echo "$prompt $*"
	"$@" 2>&1
}

# file PATH ...: each file that is there, under its name.
file() {
	for path
	do
		[ -r "$path" ] || continue
		echo "==> $path <=="
		cat "$path"
		echo
	done
}

show uname -a
show model
show machinfo
show ulimit -a
show kctune maxfiles maxfiles_lim maxdsiz maxdsiz_64bit nfile ninode max_thread_proc nkthread
show kmtune
for name in tcp_time_wait_interval tcp_conn_request_max
do
	show ndd -get /dev/tcp $name
done
file /etc/rc.config.d/nddconf "$base/Startup.sh"
show netstat -s -p tcp
show swapinfo -tm
exit 0
