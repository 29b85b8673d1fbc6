#!/bin/sh
# need.sh PROGRAM...: sees to it that the programs the tests run are there.
# As root it installs what is missing with the system's package manager;
# otherwise it says in one line what to install, and fails.
set -eu

have() {
	case $1 in
	chromium)
		for name in chromium chromium-browser google-chrome google-chrome-stable chrome; do
			command -v "$name" >/dev/null 2>&1 && return 0
		done
		[ -x "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome" ]
		;;
	firefox) command -v firefox >/dev/null 2>&1 || command -v firefox-esr >/dev/null 2>&1 ;;
	*) command -v "$1" >/dev/null 2>&1 ;;
	esac
}

# package PROGRAM: its name in this system's package manager.
package() {
	case $manager,$1 in
	pacman,node | apk,node | dnf,node | apt-get,node) echo nodejs ;;
	apt-get,firefox) echo firefox-esr ;;
	apt-get,WebKitWebDriver) echo webkit2gtk-driver ;;
	apt-get,Xvfb) echo xvfb ;;
	apt-get,ksh93) echo ksh ;;
	apt-get,bsd-csh) echo csh ;;
	apt-get,nginx) echo nginx libnginx-mod-http-brotli-static ;;
	zypper,node) echo nodejs-default ;;
	zypper,npm) echo npm-default ;;
	*) echo "$1" ;;
	esac
}

install() {
	case $manager in
	apt-get)
		export DEBIAN_FRONTEND=noninteractive RUNLEVEL=1 # servers do not start
		apt-get -o DPkg::Lock::Timeout=300 update -qq
		apt-get -o DPkg::Lock::Timeout=300 install -y -qq --no-install-recommends "$@"
		;;
	dnf) dnf install -y -q "$@" ;;
	zypper) zypper --non-interactive --quiet install "$@" ;;
	apk) apk add --quiet "$@" ;;
	pacman) pacman -Sy --noconfirm --quiet "$@" ;;
	esac
}

missing=
for program; do
	have "$program" || missing="$missing $program"
done
[ -n "$missing" ] || exit 0

manager=
for name in apt-get dnf zypper apk pacman; do
	command -v "$name" >/dev/null 2>&1 && manager=$name && break
done
if [ "$(id -u)" != 0 ] || [ -z "$manager" ]; then
	echo "the tests need$missing: install it with your package manager (Debian: apt-get install chromium nodejs npm), then run this again" >&2
	exit 1
fi

packages=
for program in $missing; do
	packages="$packages $(package "$program")"
done
# shellcheck disable=SC2086 # one word a package
install $packages >/dev/null

for program in $missing; do
	have "$program" || { echo "$manager installed$packages, but $program is still not found" >&2; exit 1; }
done
