#include "sim/experiment/side_by_side.h"

#include <oneapi/tbb/global_control.h>
#include <oneapi/tbb/task_arena.h>
#include <oneapi/tbb/task_group.h>

#include <algorithm>
#include <thread>

#include "sim/kernel/thread_sanitizer.h"

namespace shudao::experiment {
namespace {

/// Units that are taken one after the other by whoever is free.
struct Queue {
  std::size_t count;
  std::atomic<bool> const* cancel;
  std::function<void(std::size_t)> const& unit;
  std::atomic<std::size_t> next{0};
  std::atomic<bool> has_failed{false};

  [[nodiscard]] bool is_over() const { return has_failed || (cancel != nullptr && *cancel); }
  void work() {
    try {
      for (std::size_t mine; !is_over() && (mine = next++) < count;) unit(mine);
    } catch (...) {
      has_failed = true;
      throw;
    }
  }
};

}  // namespace

Team team_for(StudyOptions const& options, int units) {
  int const cores = static_cast<int>(std::max(1U, std::thread::hardware_concurrency()));
  int const threads = options.threads > 0 ? options.threads : cores;
  if (options.executor == ExecutorKind::parallel) return {threads, 1, true, threads};
  if (options.executor == ExecutorKind::sequential || units >= threads)
    return {threads, std::min(threads, units), false, 1};
  int const each = threads / std::max(1, units);
  return {threads, units, each > 1, each};
}

void run_side_by_side(Team const& team, std::size_t count, std::atomic<bool> const* cancel,
                      std::function<void(std::size_t)> const& unit) {
  Queue queue{count, cancel, unit};
  oneapi::tbb::global_control const allowed{oneapi::tbb::global_control::max_allowed_parallelism,
                                            static_cast<std::size_t>(team.threads)};
  oneapi::tbb::task_arena arena{team.units};
  arena.execute([&queue, &team] {
    oneapi::tbb::task_group group;
    kernel::before_handover(&queue);
    for (int i = 0; i < team.units; ++i) {
      group.run([&queue]() SHUDAO_IS_HANDOVER {
        kernel::after_handover(&queue);
        queue.work();
        kernel::before_handover(&queue);
      });
    }
    group.wait();
    kernel::after_handover(&queue);
  });
}

}  // namespace shudao::experiment
