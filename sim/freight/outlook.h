#pragma once
#include <vector>

#include "scenarios/scenario.h"
#include "sim/base/name_hash.h"

namespace shudao::freight {

class World;

/// What shippers expect of a route before anybody has used it: free-flow times plus mean headways, and no queue, closed
/// hour or full vehicle. Steps count as long as they take on average along the longest branch of their process.
struct Outlook {
  NameHash name{};
  double money_cny_per_teu = 0;  ///< Tariffs, handling and formalities.
  double time_h = 0;             ///< Door to door, for a lot of mean size of the flow's first firm class.
  double sd_h = 0;               ///< Of that time, its parts taken as independent.
  /// Path size in (0, 1] after Ben-Akiva and Bierlaire (1999), by distance: each stretch of a service counts 1/N, where
  /// N is how many routes of the flow share it. A sharer that costs d CNY/TEU more counts exp(−d/scale) only, after
  /// Ramming's generalised path size (2002), so that a hopeless route is nobody's rival.
  double path_size = 1;
};

/// One outlook for each route of the flow, which has a choice.
std::vector<Outlook> outlooks(World const&, scenarios::FlowId);

/// Money and the values of time and reliability, CNY per TEU.
double generalised_cost(scenarios::Choice const&, double money_cny_per_teu, double time_h, double sd_h);

}  // namespace shudao::freight
