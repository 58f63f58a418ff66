#!/usr/bin/env bash
# Installs what is missing, builds, and shows both corridors of Sichuan and what one clearance rule changes.
#   ./run.sh [options of compare]      for example ./run.sh --replications 20 --lang en
#   ./run.sh COMMAND …                 any command of the program, for example ./run.sh routes 青白江 罗兹
set -euo pipefail
cd "$(dirname "$0")"
. cmake/prepare.sh

install_missing
build release shudao
shudao=build/release/shudao

case "${1:-}" in
run | compare | check | routes | trace | version | -h | --help)
  exec "$shudao" "$@"
  ;;
esac

language=()
for ((i = 1; i < $#; ++i)); do
  next=$((i + 1))
  [ "${!i}" != --lang ] || language=(--lang "${!next}")
done
for word in "$@"; do
  case "$word" in --lang=*) language=("$word") ;; esac
done

say "a first result: three replications of the base"
"$shudao" run scenarios/sichuan --replications 3 --quiet "${language[@]}"

say "declare at home, release at the port: what does it change?"
mkdir -p results
results=results/declare-at-home.db
status=0
"$shudao" compare scenarios/sichuan scenarios/sichuan/declare-at-home.json --results "$results" "$@" || status=$?
[ "$status" -eq 0 ] || exit "$status"
say "results are in $results; the life of one consignment: build/release/shudao trace $results FLOW/NUMBER"
