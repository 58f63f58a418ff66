#pragma once
#include <deque>
#include <optional>
#include <vector>

#include "sim/experiment/breaches.h"
#include "sim/experiment/fact_listener.h"
#include "sim/freight/working_hours.h"

namespace shudao::experiment {

/// Follows the work of every resource, and whether it ever works more than its servers can. What several parties have
/// done together is told of each of them, but its work of one only.
class ResourceTally : public FactListener {
 public:
  struct Work {
    std::int64_t busy_ms = 0;     ///< Open server-time worked in the window …
    std::int64_t begun_ms = 0;    ///< … of it, by what was begun before servers became fewer, after they did.
    std::int64_t waiting_ms = 0;  ///< ∫ queue dt over the window.
    std::int64_t wait_ms = 0;     ///< Sum of the waits of what was requested in the window …
    std::int64_t visits = 0;      ///< … and their number.
  };

  explicit ResourceTally(scenarios::Scenario const&);
  void served(SimTime, freight::Served const&) override;

  [[nodiscard]] Work const& work(scenarios::ResourceId id) const { return work_[id]; }
  /// Open server-time in the window, of the servers that there were.
  [[nodiscard]] std::int64_t open_ms(scenarios::ResourceId) const;
  /// The same of any time.
  [[nodiscard]] std::int64_t open_ms(scenarios::ResourceId, SimTime from, SimTime to) const;
  /// More at once than there are servers, as far as it was noticed; see `watch`.
  [[nodiscard]] Breaches const& crowds() const { return crowds_; }

 private:
  /// A piece of work that ended, and how many that ended later had begun before.
  struct Ended {
    std::int64_t at_ms = 0, began_ms = 0;
    int overlapping = 1;
    int at_begin = 1;  ///< At work when it began, itself included.
  };
  static constexpr std::size_t kRemembered = 256;  ///< Beyond this many ends, overlaps go unnoticed.

  void watch(scenarios::ResourceId, freight::Served const&);
  void judge_begin(scenarios::ResourceId, Ended const&);
  [[nodiscard]] std::int64_t work_in_window(scenarios::ResourceId, freight::Served const&) const;
  [[nodiscard]] std::int64_t begun_before(scenarios::ResourceId, freight::Served const&) const;

  scenarios::Scenario const& scenario_;
  std::int64_t window_start_ms_, horizon_ms_;
  IdVector<scenarios::ResourceId, freight::WorkingHours> hours_;
  IdVector<scenarios::ResourceId, Work> work_;
  IdVector<scenarios::ResourceId, std::deque<Ended>> recent_;  ///< In order of end.
  Breaches crowds_;
};

}  // namespace shudao::experiment
