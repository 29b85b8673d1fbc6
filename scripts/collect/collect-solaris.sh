#!/bin/sh
# collect-solaris.sh [BASE]: prints the limits of a Solaris or illumos server
# that runs CommuniGate Pro, for Headroom. BASE is the server's base directory,
# /var/CommuniGate where none is given. Run it as root while the server runs:
#
#     sh collect-solaris.sh > cgp-limits.txt
#
# It reads and prints; it changes nothing and sends nothing. A command that is
# not there leaves its error in the text: that tells something too. It is
# written for the Bourne shell of old releases.
base=${1:-/var/CommuniGate}
prompt="root@`uname -n`:~#"

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

pid=`cat "$base/ProcessID" 2>/dev/null || pgrep -o CGServer`

show uname -a
file /etc/release
echo "$prompt prtconf | grep Memory"
prtconf 2>&1 | grep Memory
show psrinfo -v
show swap -l
show ulimit -a
if [ -n "$pid" ]; then
	show plimit $pid
	show prctl -n process.max-file-descriptor -i process $pid
fi
file "$base/Startup.sh" /etc/system
for name in tcp_recv_hiwat tcp_xmit_hiwat tcp_conn_req_max_q tcp_conn_req_max_q0 \
	tcp_fin_wait_2_flush_interval tcp_time_wait_interval tcp_keepalive_interval \
	tcp_naglim_def tcp_smallest_anon_port tcp_largest_anon_port
do
	show ndd -get /dev/tcp $name
done
show ipadm show-prop tcp
show netstat -s -P tcp
show kstat -n dnlcstats
exit 0
