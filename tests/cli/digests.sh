#!/usr/bin/env bash
# digests.sh PROGRAM…: one scenario with every executor, thread count and build, and with FMA masked; all digests must
# be equal. The first program runs all variants, the others the sequential one.
set -euo pipefail
scenario=${SHUDAO_SCENARIO:-scenarios/first-corridors}
replications=${SHUDAO_REPLICATIONS:-2}
wanted=

digests() {
  "$@" --replications "$replications" --quiet --json | grep -E '"(run|ledger)_digest"' | tr -d ' ,\n'
}

compare() {
  local name=$1 found
  shift
  found=$(digests "$@")
  [ -n "$found" ] || { echo "$name: no digest" >&2; exit 1; }
  printf '%-48s %s\n' "$name" "$found"
  wanted=${wanted:-$found}
  [ "$found" = "$wanted" ] || { echo "$name: the digest differs" >&2; exit 1; }
}

first=$1
compare "$first sequential" "$first" run "$scenario" --executor sequential --threads 1
for threads in 1 2 4; do
  compare "$first parallel, $threads threads" "$first" run "$scenario" --executor parallel --threads "$threads"
done
GLIBC_TUNABLES=glibc.cpu.hwcaps=-AVX2_Usable,-FMA_Usable,-FMA4_Usable,-AVX2,-FMA,-FMA4 \
  compare "$first, FMA masked" "$first" run "$scenario" --executor sequential --threads 1
for program in "${@:2}"; do
  compare "$program sequential" "$program" run "$scenario" --executor sequential --threads 1
done
echo "all digests are equal"
