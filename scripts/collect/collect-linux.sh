#!/bin/sh
# collect-linux.sh [BASE]: prints the limits of a Linux server that runs
# CommuniGate Pro, for Headroom. BASE is the server's base directory,
# /var/CommuniGate where none is given. Run it as root while the server runs:
#
#     sh collect-linux.sh > cgp-limits.txt
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

pid=$(cat "$base/ProcessID" 2>/dev/null || pidof -s CGServer)
unit=$(ps -o unit= -p "${pid:-0}" 2>/dev/null)
case $unit in
*.service) ;;
*) unit=CommuniGate.service ;;
esac

show uname -a
file /etc/os-release
show nproc
show free -k
if [ -n "$pid" ]; then
	file "/proc/$pid/limits"
	show grep -E '^(Name|Threads|VmSize|VmRSS)' "/proc/$pid/status"
fi
file "$base/Startup.sh" /etc/security/limits.conf /etc/security/limits.d/*.conf
show systemctl cat --no-pager "$unit"
show systemctl show --no-pager "$unit" -p FragmentPath,ExecStart,LimitNOFILE,LimitNOFILESoft,TasksMax,TasksCurrent
file /etc/sysctl.conf /etc/sysctl.d/*.conf
show ulimit -a
show sysctl -a
show ss -s
exit 0
