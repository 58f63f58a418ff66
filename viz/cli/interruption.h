#pragma once
#include <atomic>

namespace shudao::viz::cli {

/// Turns Ctrl-C (SIGINT) and SIGTERM into a flag that the study polls, so that finished replications are kept. The
/// second one ends the program at once. Returns the flag; it is set up once.
std::atomic<bool> const& watch_for_interruption();

/// A write beyond the largest size of a file (ulimit -f) fails like any other, instead of ending the program without a
/// word.
void let_large_files_fail();

/// What the program returns after an interruption: 128 + SIGINT, as shells expect.
inline constexpr int kInterruptedExit = 130;

}  // namespace shudao::viz::cli
