#!/usr/bin/env bash
# Installs what is missing, builds, and shows the corridors of Sichuan and what one clearance rule changes, and writes the report.
#   ./run.sh [options of compare]      for example ./run.sh --replications 20 --lang en
#   ./run.sh COMMAND …                 any command of the program, for example ./run.sh routes 青白江 罗兹
set -euo pipefail
cd "$(dirname "$0")"
. cmake/prepare.sh

install_missing
build release shudao
shudao=build/release/shudao

# Whether the program's own help lists this word as a command.
is_command() { "$shudao" --help | sed -n '/^SUBCOMMANDS:/I,$ s/^  \([a-z]\{1,\}\).*/\1/p' | grep -xF -- "$1" >/dev/null; }

case "${1:-}" in
'') ;;
-h | --help | --version) exec "$shudao" "$1" ;;
-*) ;;
*)
  is_command "$1" || say "$1 is no command of the program"
  exec "$shudao" "$@"
  ;;
esac

language=() replications=(--replications 5) corridors=(--corridors chengdu-lodz,chengdu-lodz-timetabled,chengdu-singapore)
for ((i = 1; i <= $#; ++i)); do
  next=$((i + 1))
  case "${!i}" in
  --lang) [ "$next" -gt $# ] || language=(--lang "${!next}") ;;
  --lang=*) language=("${!i}") ;;
  --replications | --replications=*) replications=() ;;
  --corridors | --corridors=* | --details) corridors=() ;;
  esac
done

say "a first result: one replication of the base"
"$shudao" run scenarios/sichuan --replications 1 "${language[@]}"

say "declare at home, release at the port: what does it change?"
mkdir -p results
results=results/declare-at-home.db
status=0
"$shudao" compare scenarios/sichuan scenarios/sichuan/declare-at-home.json --results "$results" \
  "${replications[@]}" "${corridors[@]}" "$@" || status=$?
[ "$status" -eq 0 ] || exit "$status"
"$shudao" report "$results" "${language[@]}" >&2
say "results are in $results, the report is ${results%.db}.html; the life of one consignment: build/release/shudao trace $results FLOW/NUMBER"
