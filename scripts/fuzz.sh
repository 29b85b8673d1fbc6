#!/bin/sh
# fuzz.sh TIME: tries the remedies on 10,000 generated hosts of each system, then
# runs every fuzz target of the tree for TIME, one after another, and the one of
# readers for TIME with each reader. An input that fails is kept under
# testdata/fuzz of its package as a case.
set -eu
time=$1

# fuzz FOLDER TARGET [FLAG ...]
fuzz() {
	folder=$1 target=$2
	shift 2
	echo "== $folder $target $*"
	go test -run '^$' -fuzz "^$target\$" -fuzztime "$time" "$folder" "$@" </dev/null
}

echo "== ./advisor generated hosts"
go test -timeout 1h -run '^TestRemediesCloseGeneratedHosts$' ./advisor -hosts 10000
grep -rl --include='*_test.go' '^func Fuzz' . | while read -r file; do
	sed -n 's/^func \(Fuzz[A-Za-z0-9_]*\)(.*/\1/p' "$file" | while read -r target; do
		[ "$target" = FuzzReader ] || fuzz "$(dirname "$file")" "$target"
	done
done
go test -v -run '^TestExamples$' ./advisor/dump | sed -n 's/^=== RUN  *TestExamples\/\([a-zA-Z0-9._-]*\)$/\1/p' | sed 's/#.*//' | sort -u | while read -r reader; do
	fuzz ./advisor/dump FuzzReader -reader "$reader"
done
