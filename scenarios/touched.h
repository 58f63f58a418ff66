#pragma once
#include <vector>

#include "scenarios/scenario.h"

namespace shudao::scenarios {

/// Which consignments a change of the world touches: those of which something that they go through themselves differs
/// between two scenarios, told from the data alone, whatever comes of it. It is told by flow and firm class, for these
/// say what a consignment goes through: the flow's own members and routes; the services that it may ride; the links
/// and places on the way, from boarding to leaving, with what serves it there (yard, tracks, gate, handling of its
/// modes, depot of its boxes); the processes that it, or a vehicle with it aboard, goes through, with the rules on
/// them; the resources and calendars of all these, and their disruptions. Names, sources and reasons are no
/// differences (difference.h). Whom only the queue of somebody touched, or the room that it left, makes faster or
/// slower is not touched: that is relief. Nor is what a vehicle meets before boarding or after leaving. A flow with a
/// choice is touched as a whole, by any of its routes.
class Touched {
 public:
  Touched() = default;  ///< Nobody.
  Touched(Scenario const& base, Scenario const& alternative);

  /// A flow and firm class of the base, which the alternative has too.
  [[nodiscard]] bool is_touched(FlowId flow, std::size_t firm_class) const {
    return flow.index() < classes_.size() && firm_class < classes_[flow.index()].size() &&
           classes_[flow.index()][firm_class];
  }

 private:
  std::vector<std::vector<bool>> classes_;  ///< By flow of the base.
};

}  // namespace shudao::scenarios
