#!/bin/sh
# fuzz.sh TIME: tries the remedies on 10,000 generated hosts of each system, then
# runs every fuzz target of the tree for TIME, one after another. An input that
# fails is kept under testdata/fuzz of its package as a case.
set -eu
echo "== ./advisor generated hosts"
go test -timeout 1h -run '^TestRemediesCloseGeneratedHosts$' ./advisor -hosts 10000
grep -rl --include='*_test.go' '^func Fuzz' . | while read -r file; do
	sed -n 's/^func \(Fuzz[A-Za-z0-9_]*\)(.*/\1/p' "$file" | while read -r target; do
		echo "== $(dirname "$file") $target"
		go test -run '^$' -fuzz "^$target\$" -fuzztime "$1" "$(dirname "$file")" </dev/null
	done
done
