#pragma once
#include <cstdint>
#include <string>
#include <vector>

namespace shudao::experiment {

/// To the nearest thousandth: more of a curve nobody reads, and it would fill the store.
double to_three_decimals(double value);

/// One value a day (24 h from the start of the window): of one replication in `mean`, the others empty; over
/// replications the mean and the quantiles of 10 and 90 % (Hyndman & Fan 1996, definition 1). To three decimals.
struct DayCurve {
  std::vector<double> mean, p10, p90;
};

/// How a resource did over the window.
struct ResourceTimeline {
  std::string resource;
  double waiting_h = 0;         ///< Of all that waited for it, in the window, a replication.
  DayCurve queue, utilisation;  ///< Number waiting; busy ÷ open server-time, 0 on days without opening hours.
  std::vector<double> week;     ///< Mean number waiting by local weekday × 24 + hour, Monday first.
};

/// How full the yard of a place was.
struct YardTimeline {
  std::string place;
  double teu_h = 0;  ///< Stored in the window, a replication.
  DayCurve teu;
};

/// Of worlds with more, those that matter most: a replication keeps that many of each kind with the most hours, and
/// over replications those stay that all have kept. Most hours first.
struct Timelines {
  static constexpr std::size_t kKept = 24;
  std::vector<ResourceTimeline> resources;
  std::vector<YardTimeline> yards;
};

/// The timelines over replications, in order; at least one.
Timelines merged(std::vector<Timelines const*> const&);

}  // namespace shudao::experiment
