#!/usr/bin/env bash
# Makes reports of a world, a comparison, a study and a comparison of many, and looks at them in a browser.
#   tests/report/browser/run.sh PROGRAM
# From the repository root. Where there is no chromium or no npm it says so and does nothing.
set -euo pipefail
program=$1
here=tests/report/browser

skip() { printf '== browser tests skipped: %s\n' "$*" >&2 && exit 0; }
browser=$(command -v chromium || command -v chromium-browser || command -v google-chrome) || skip "no chromium"
command -v npm >/dev/null || skip "no npm"

made=build/browser
mkdir -p "$made"
cp "$here"/package.json "$here"/package-lock.json "$here"/.npmrc "$here"/*.mjs "$made"
if ! cmp -s "$here/package-lock.json" "$made/fetched"; then
  (cd "$made" && timeout 180 npm ci --ignore-scripts >npm.log 2>&1) || skip "npm could not fetch the libraries: $made/npm.log"
  cp "$here/package-lock.json" "$made/fetched"
fi

results=$made/results
mkdir -p "$results"
quiet() { "$@" >"$made/program.log" 2>&1 || { cat "$made/program.log" >&2 && return 1; }; }
quiet "$program" run scenarios/sichuan --replications 1 --results "$results/base.db"
quiet "$program" compare scenarios/first-corridors scenarios/first-corridors/declare-at-home.json --replications 3 --results "$results/first.db"
quiet "$program" compare scenarios/sichuan/clearance scenarios/sichuan/clearance/{only-*,rules-2022}.json --replications 3 --results "$results/many.db"
quiet "$program" study S11 --replications 3 --results "$results/study.db"
reports=()
for one in base first many study; do
  quiet "$program" report "$results/$one.db"
  reports+=("$results/$one.html")
done
quiet "$program" report "$results/first.db" --lang en --out "$results/first-en.html"
timeout 600 node "$made/check.mjs" "$browser" "${reports[@]}" "$results/first-en.html"
