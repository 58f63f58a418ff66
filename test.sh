#!/usr/bin/env bash
# Builds the program and runs its tests.
#   ./test.sh              release build, all tests but the slow ones
#   ./test.sh --full       and asan, tsan, clang, debug, the slow tests, the digests compared over all builds,
#                          the instructions per event compared with those recorded, and reports in a browser
#   ./test.sh STAGE…       only these: release asan asan-quick tsan clang debug slow digests instructions browser
set -euo pipefail
cd "$(dirname "$0")"
. cmake/prepare.sh

# The sanitizers of g++ 12 know fewer memory layouts than newer kernels choose from.
at_fixed_addresses() {
  if setarch "$(uname -m)" -R true 2>/dev/null; then
    setarch "$(uname -m)" -R "$@"
  else
    "$@"
  fi
}

stage() {
  case "$1" in
  release | debug | clang)
    build "$1"
    ctest --preset "$1" --parallel "$(nproc)"
    ;;
  asan)
    build asan
    at_fixed_addresses ctest --preset asan --parallel "$(nproc)"
    ;;
  asan-quick) # the floors whose tests take minutes, not hours, under the sanitizer
    build asan test_base test_kernel test_network test_scenarios test_freight test_statistics
    at_fixed_addresses ctest --preset asan --parallel "$(nproc)" \
      --tests-regex '^test_(base|kernel|network|scenarios|freight|statistics)$'
    ;;
  tsan) # the floors that have threads, and the model that runs on them
    build tsan test_kernel test_freight test_experiment
    at_fixed_addresses ctest --preset tsan --tests-regex '^test_(kernel|freight|experiment)$'
    ;;
  slow)
    build release
    ctest --test-dir build/release --label-regex '^slow$' --output-on-failure
    ;;
  digests)
    for preset in release clang debug; do build "$preset" shudao shudao-bench; done
    tests/cli/digests.sh build/release/shudao build/clang/shudao build/debug/shudao
    tests/kernel/digests.sh build/release/shudao-bench build/clang/shudao-bench build/debug/shudao-bench
    ;;
  instructions)
    build release shudao-bench
    bench/instructions.sh --check
    ;;
  browser) # reports opened from disk: figures seen, nothing asked for, WCAG 2.1 AA, print on A4
    build release shudao
    tests/report/browser/run.sh build/release/shudao
    ;;
  *)
    say "unknown stage: $1"
    sed -n '2,7p' "$0" >&2
    return 2
    ;;
  esac
}

stages=(release)
[ $# -eq 0 ] || stages=("$@")
[ "${1:-}" != --full ] || stages=(release asan tsan clang debug slow digests instructions browser)

case " ${stages[*]} " in
*' clang '* | *' digests '* | *' instructions '* | *' browser '*) install_missing full ;;
*) install_missing ;;
esac
for one in "${stages[@]}"; do
  say "stage $one"
  stage "$one"
done
