#pragma once
#include <map>
#include <string>
#include <vector>

#include "sim/experiment/figures/level_bins.h"
#include "sim/experiment/figures/timelines.h"
#include "sim/experiment/resources.h"
#include "sim/freight/facts.h"

namespace shudao::experiment {

/// Follows queues, work and yards by day of the window, and queues by hour of the local week. Clocks that change do so
/// at the end of a day (UTC), and a wait keeps the clock of its beginning.
class TimelineTally {
 public:
  explicit TimelineTally(scenarios::Scenario const&);
  void served(SimTime, freight::Served const&);
  void yard_level(SimTime, freight::YardLevel const&);
  [[nodiscard]] Timelines timelines(ResourceTally const&) const;

 private:
  struct OfResource {
    LevelBins queue, busy, week;
    std::int64_t whole_weeks = 0;                        ///< Of waits that are longer than a week.
    std::vector<std::int64_t> const* offsets = nullptr;  ///< Local − UTC, by day of the window.
  };
  struct OfYard {
    LevelBins teu;
    std::int64_t level = 0;
    bool is_used = false;
  };

  void add_to_week(OfResource&, std::int64_t from_ms, std::int64_t to_ms) const;
  [[nodiscard]] ResourceTimeline timeline(scenarios::ResourceId, ResourceTally const&) const;
  [[nodiscard]] DayCurve utilisation(scenarios::ResourceId, ResourceTally const&) const;
  [[nodiscard]] std::vector<double> week_of(OfResource const&) const;

  scenarios::Scenario const& scenario_;
  std::int64_t start_ms_, end_ms_;                          ///< Of the window.
  std::map<std::string, std::vector<std::int64_t>> zones_;  ///< Offsets by name of the zone.
  std::vector<OfResource> resources_;
  std::vector<OfYard> yards_;
};

}  // namespace shudao::experiment
