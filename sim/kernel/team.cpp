#include "sim/kernel/team.h"

#include <oneapi/tbb/global_control.h>
#include <oneapi/tbb/task_arena.h>
#include <oneapi/tbb/task_group.h>

#include <algorithm>
#include <thread>
#if defined(__x86_64__)
#include <immintrin.h>
#endif

#include "sim/kernel/thread_sanitizer.h"

#ifdef SHUDAO_THREAD_SANITIZER
// Only lines of oneTBB's own headers, and how it hands out, steals and counts tasks; what our code does inside a task
// is watched.
extern "C" char const* __tsan_default_suppressions() {
  return "race_top:oneapi/tbb\n"
         "race:offer_work\n"
         "race:check_being_stolen\n"
         "race:tbb::detail::d1::fold_tree\n"
         "race:tbb::detail::d1::wait_context\n";
}
#endif

namespace shudao::kernel {
namespace {

constexpr int kSpins = 4000;  // About as long as a small round takes.
constexpr int kYields = 200;  // Then make room for others, and after that sleep.

/// No more than oneTBB has: it would refuse the others, and say so on stderr.
std::size_t threads_to_be_had(int wanted) {
  using oneapi::tbb::global_control;
  return std::clamp<std::size_t>(static_cast<std::size_t>(std::max(wanted, 1)), 1,
                                 global_control::active_value(global_control::max_allowed_parallelism));
}

void pause_briefly() {
#if defined(__x86_64__)
  _mm_pause();
#endif
}

}  // namespace

/// An arena of its own: a thread that waits here never picks up a task of the caller's.
struct Team::Arena {
  explicit Arena(std::size_t threads) : arena{static_cast<int>(threads)} {}
  oneapi::tbb::task_arena arena;
};

Team::Team(int threads, std::size_t items, std::function<void(std::size_t)> work, std::uint64_t shuffle_seed)
    : threads_{threads_to_be_had(threads)},
      work_{std::move(work)},
      shuffle_seed_{shuffle_seed},
      items_{items},
      claims_(items),
      arena_{std::make_unique<Arena>(threads_)} {}

Team::~Team() = default;

/// A helper that is late for an earlier round finds nothing to claim: first the claims are those of the last round,
/// then it may learn of more items.
void Team::set_items(std::size_t items) {
  for (Claim& claim : claims_) claim.round.store(round_.load(std::memory_order_relaxed), std::memory_order_relaxed);
  items_.store(items, std::memory_order_release);
}

void Team::gather(std::function<void()> const& drive) {
  is_dismissed_.store(false, std::memory_order_relaxed);
  arena_->arena.execute([this, &drive] {
    oneapi::tbb::task_group helpers;
    before_handover(this);
    for (std::size_t helper = 1; helper < threads_; ++helper)
      helpers.run([this, helper]() SHUDAO_IS_HANDOVER {
        after_handover(this);
        helpers_.fetch_add(1, std::memory_order_relaxed);
        help(helper);
        helpers_.fetch_sub(1, std::memory_order_relaxed);
        before_handover(this);
      });
    struct Dismissal {
      Team& team;
      oneapi::tbb::task_group& helpers;
      ~Dismissal() {
        team.is_dismissed_.store(true, std::memory_order_release);
        team.round_.fetch_add(1, std::memory_order_release);
        team.round_.notify_all();
        helpers.wait();
        after_handover(&team);
        team.round_.fetch_sub(1, std::memory_order_relaxed);
      }
    } const dismissal{*this, helpers};
    drive();
  });
}

void Team::round() {
  std::uint64_t const round = round_.load(std::memory_order_relaxed) + 1;
  items_to_do_ += items_.load(std::memory_order_relaxed);
  round_.store(round, std::memory_order_release);
  round_.notify_all();
  take_part(round, first_item(0, round));
  for (int waits = 0; items_done_.load(std::memory_order_acquire) != items_to_do_; ++waits)
    waits < kSpins ? pause_briefly() : std::this_thread::yield();
}

void Team::round_alone() {
  std::size_t const items = items_.load(std::memory_order_relaxed);
  for (std::size_t item = 0; item < items; ++item) work_(item);
}

void Team::help(std::size_t helper) {
  std::uint64_t seen = 0;
  for (int waits = 0;;) {
    std::uint64_t const round = round_.load(std::memory_order_acquire);
    if (is_dismissed_.load(std::memory_order_acquire)) return;
    if (round != seen) {
      take_part(round, first_item(helper, round));
      seen = round;
      waits = 0;
    } else if (++waits < kSpins) {
      pause_briefly();
    } else if (waits < kSpins + kYields) {
      std::this_thread::yield();
    } else {
      round_.wait(seen, std::memory_order_acquire);
    }
  }
}

/// Each member begins at items of its own, whose data its core has seen before, and goes on to what others left.
void Team::take_part(std::uint64_t round, std::size_t first) {
  std::size_t const items = items_.load(std::memory_order_acquire);
  std::uint64_t done = 0;
  for (std::size_t k = 0; k < items; ++k) {
    std::size_t const item = (first + k) % items;
    std::uint64_t last = round - 1;
    if (claims_[item].round.load(std::memory_order_relaxed) != last ||
        !claims_[item].round.compare_exchange_strong(last, round, std::memory_order_acq_rel))
      continue;
    work_(item);
    ++done;
  }
  if (done > 0) items_done_.fetch_add(done, std::memory_order_acq_rel);
}

std::size_t Team::first_item(std::size_t member, std::uint64_t round) const {
  std::size_t const items = items_.load(std::memory_order_relaxed);
  if (shuffle_seed_ != 0)
    return static_cast<std::size_t>((shuffle_seed_ ^ round ^ member << 7) * 0x9E3779B97F4A7C15u >> 33) % items;
  return member * items / threads_;
}

}  // namespace shudao::kernel
