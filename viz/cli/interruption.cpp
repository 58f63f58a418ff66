#include "viz/cli/interruption.h"

#include <csignal>

namespace shudao::viz::cli {
namespace {

std::atomic<bool> was_interrupted{false};
static_assert(std::atomic<bool>::is_always_lock_free, "a signal handler may only touch what needs no lock");

void note(int signal) {
  was_interrupted = true;
  std::signal(signal, SIG_DFL);
}

}  // namespace

std::atomic<bool> const& watch_for_interruption() {
  std::signal(SIGINT, note);
  std::signal(SIGTERM, note);
  return was_interrupted;
}

void let_large_files_fail() { std::signal(SIGXFSZ, SIG_IGN); }

}  // namespace shudao::viz::cli
