#!/usr/bin/env bash
# digests.sh BENCH…: every guest of the engine with every executor, 1, 2, 3, 4 and 8 threads, by every build of
# shudao-bench; all digests of a guest must be equal.
set -euo pipefail
guests="all_ties closed_network crowd national phold ring single_server_queue star tandem"

digest() {
  "$@" --philox --digest --json | grep -o '"digest": "[0-9a-f]*"' | cut -d'"' -f4
}

for guest in $guests; do
  wanted= count=0
  for program in "$@"; do
    for how in "--threads 1" "--threads 1 --parallel" "--threads 2" "--threads 3" "--threads 4" "--threads 8"; do
      # shellcheck disable=SC2086
      found=$(digest "$program" sample "$guest" $how)
      [ -n "$found" ] || { echo "$program $guest $how: no digest" >&2; exit 1; }
      wanted=${wanted:-$found} count=$((count + 1))
      [ "$found" = "$wanted" ] || { echo "$program $guest $how: $found, not $wanted" >&2; exit 1; }
    done
  done
  printf '%-20s %s in %d runs\n' "$guest" "$wanted" "$count"
done
echo "all digests of the guests are equal"
