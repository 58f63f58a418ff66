#include "sim/freight/link_states.h"

#include <algorithm>
#include <cmath>

namespace shudao::freight {

using scenarios::LinkState;

LinkState LinkStates::at(SimTime t) const {
  auto const next =
      std::partition_point(states_.begin(), states_.end(), [t](LinkState const& s) { return s.when.to <= t; });
  if (next == states_.end()) return {{t, SimTime::max()}, 1, 1};
  if (next->when.from <= t) return *next;
  return {{t, next->when.from}, 1, 1};
}

SimTime LinkStates::after_spacing(SimTime t, Duration spacing) const {
  if (is_undisturbed()) return t + spacing;
  auto left = static_cast<double>(spacing.ms());
  for (;;) {
    LinkState const state = at(t);
    double const worth = static_cast<double>((state.when.to - t).ms()) * state.capacity_by;
    if (worth >= left && state.capacity_by > 0) {
      // Rounded up, so that slots never come sooner than they are worth.
      return t + Duration::from_ms(static_cast<std::int64_t>(std::ceil(left / state.capacity_by)));
    }
    left -= worth;
    t = state.when.to;
  }
}

SimTime LinkStates::next_open(SimTime t) const {
  for (LinkState state = at(t); state.capacity_by <= 0; state = at(t)) t = state.when.to;
  return t;
}

double LinkStates::worth_ms(SimTime from, SimTime to) const {
  double worth = 0;
  while (from < to) {
    LinkState const state = at(from);
    SimTime const end = std::min(state.when.to, to);
    worth += static_cast<double>((end - from).ms()) * state.capacity_by;
    from = end;
  }
  return worth;
}

}  // namespace shudao::freight
