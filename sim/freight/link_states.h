#pragma once
#include <utility>
#include <vector>

#include "scenarios/scenario.h"

namespace shudao::freight {

/// What a link is capable of, as disruptions have it. Every answer is a pure function of the scenario.
class LinkStates {
 public:
  LinkStates() = default;
  /// Disjoint states in order; between them the link is as usual.
  explicit LinkStates(std::vector<scenarios::LinkState> states) : states_{std::move(states)} {}

  [[nodiscard]] bool is_undisturbed() const { return states_.empty(); }
  /// The state at t and how long it lasts; SimTime::max() if for ever.
  [[nodiscard]] scenarios::LinkState at(SimTime) const;
  /// When slots worth `spacing` of undisturbed time have come up since t: at half the capacity that takes twice as
  /// long.
  [[nodiscard]] SimTime after_spacing(SimTime t, Duration spacing) const;
  /// The first moment ≥ t at which the link is not closed.
  [[nodiscard]] SimTime next_open(SimTime t) const;
  /// How much undisturbed time [from, to) is worth in slots.
  [[nodiscard]] double worth_ms(SimTime from, SimTime to) const;

 private:
  std::vector<scenarios::LinkState> states_;
};

}  // namespace shudao::freight
