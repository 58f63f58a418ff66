#!/usr/bin/env bash
# Instructions per event of the engine with fixed small models, counted by callgrind inside the run only (models,
# first events and generators of the guests included, building them left out). The count hardly depends on the machine.
#   bench/instructions.sh --check  [PROGRAM]   fails if a model takes 10 % more than bench/instructions.json says
#   bench/instructions.sh --update [PROGRAM]   rewrites bench/instructions.json
# PROGRAM: build/release/shudao-bench. Needs valgrind.
set -euo pipefail
cd "$(dirname "$0")/.."
readonly record=bench/instructions.json
readonly program=${2:-build/release/shudao-bench}
readonly models=(
  'phold_many --lps 4096 --start 4 --remote 0.5 --lookahead 0.1 --end 8'
  'phold_few --lps 64 --start 1 --remote 0.5 --lookahead 0.1 --end 1500'
  'phold_digest --lps 1024 --start 4 --remote 0.5 --lookahead 0.1 --end 16 --digest'
  'mm1 --customers 50000'
  'tandem --customers 8000'
)

# per_event NAME ARGUMENTS…: instructions of the run divided by its events.
per_event() {
  local name=$1 scratch command
  shift
  case "$name" in
  phold*) command=(phold) ;;
  *) command=(queue "$name") ;;
  esac
  scratch=$(mktemp -d)
  if ! valgrind --tool=callgrind --callgrind-out-file="$scratch/callgrind" --collect-atstart=no \
    --toggle-collect='shudao::kernel::*::run_until*' "$program" "${command[@]}" "$@" --json \
    >"$scratch/result" 2>"$scratch/log"; then
    cat "$scratch/log" >&2
    return 1
  fi
  awk -v name="$name" '
    FNR == NR { match($0, /"events": [0-9]+/); events = substr($0, RSTART + 10, RLENGTH - 10); next }
    /^(summary|totals):/ { count = $2 }
    END {
      if (events == 0 || count == 0) { print name ": nothing was counted" > "/dev/stderr"; exit 1 }
      printf "%.1f\n", count / events
    }' "$scratch/result" "$scratch/callgrind"
  rm -r "$scratch"
}

recorded() { sed -n "s/^ *\"$1\": *\([0-9.]*\).*/\1/p" "$record"; }

check() {
  local line name now before failed=0
  for line in "${models[@]}"; do
    # shellcheck disable=SC2086
    set -- $line
    name=$1
    now=$(per_event "$@")
    before=$(recorded "$name")
    if awk -v now="$now" -v before="${before:-0}" 'BEGIN { exit !(now > 1.1 * before) }'; then
      echo "$name: $now instructions per event, recorded ${before:-none}: more than 10 % above" >&2
      failed=1
    else
      echo "$name: $now instructions per event, recorded $before"
    fi
  done
  return "$failed"
}

update() {
  local line end='{'
  for line in "${models[@]}"; do
    # shellcheck disable=SC2086
    set -- $line
    printf '%s\n  "%s": %s' "$end" "$1" "$(per_event "$@")"
    end=,
  done >"$record.new"
  printf '\n}\n' >>"$record.new"
  mv "$record.new" "$record"
  cat "$record"
}

case "${1:-}" in
--check) check ;;
--update) update ;;
*)
  sed -n '2,6p' "$0" >&2
  exit 2
  ;;
esac
