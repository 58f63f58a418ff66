#pragma once
#include <vector>

#include "sim/experiment/breaches.h"
#include "sim/experiment/fact_listener.h"
#include "sim/experiment/resources.h"
#include "sim/freight/link_states.h"

namespace shudao::experiment {

/// The law of realised capacity: no vehicle leaves with more TEU than it has room for, so no service carries more than
/// it offered; no yard and no tracks hold more than they can; no link lets more vehicles in on a day (24 h from the
/// start) than it offers slots to freight, rounded up, and none while it is closed; no resource works longer than it
/// was open, or on more at once than it has servers. Disruptions count: what they take away was not offered.
class Capacity : public FactListener {
 public:
  explicit Capacity(scenarios::Scenario const&);
  void departed(SimTime, freight::Departed const&) override;
  void entered_link(SimTime, freight::EnteredLink const&) override;
  void yard_level(SimTime, freight::YardLevel const&) override;
  Law verdict(ResourceTally const&);

 private:
  struct Day {
    std::int64_t number = -1, vehicles = 0, slots = 0;
  };

  [[nodiscard]] std::int64_t slots_of_day(scenarios::LinkId, std::int64_t day) const;

  scenarios::Scenario const& scenario_;
  IdVector<scenarios::LinkId, freight::LinkStates> states_;
  std::vector<Day> days_;  ///< The current one, by link.
  Breaches breaches_;
};

}  // namespace shudao::experiment
