#include "sim/experiment/fact_listener.h"

namespace shudao::experiment {

using freight::FactKind;

void FactSink::take(kernel::Observation const& observation) {
  auto const tell = [&]<class Fact>(void (FactListener::*hears)(SimTime, Fact const&)) {
    Fact const fact = observation.fact.as<Fact>();
    for (FactListener* listener : listeners_) (listener->*hears)(observation.key.time, fact);
  };
  switch (static_cast<FactKind>(observation.fact.kind)) {
    case FactKind::generated:
      return tell(&FactListener::generated);
    case FactKind::ledger_entry:
      return tell(&FactListener::ledger_entry);
    case FactKind::costs:
      return tell(&FactListener::costs);
    case FactKind::delivered:
      return tell(&FactListener::delivered);
    case FactKind::unfinished:
      return tell(&FactListener::unfinished);
    case FactKind::presence:
      return tell(&FactListener::presence);
    case FactKind::departed:
      return tell(&FactListener::departed);
    case FactKind::entered_link:
      return tell(&FactListener::entered_link);
    case FactKind::served:
      return tell(&FactListener::served);
    case FactKind::yard_level:
      return tell(&FactListener::yard_level);
    case FactKind::cancelled:
      return tell(&FactListener::cancelled);
    case FactKind::boxed:
      return tell(&FactListener::boxed);
    case FactKind::box_stock:
      return tell(&FactListener::box_stock);
    case FactKind::empties_left:
      return tell(&FactListener::empties_left);
    case FactKind::connection:
      return tell(&FactListener::connection);
    case FactKind::financed:
      return tell(&FactListener::financed);
    case FactKind::paid:
      return tell(&FactListener::paid);
    case FactKind::vehicle_moved:
      return tell(&FactListener::vehicle_moved);
    case FactKind::went_through:
      return tell(&FactListener::went_through);
    case FactKind::granted:
      return tell(&FactListener::granted);
  }
  throw BrokenPromise{"a fact of unknown kind " + std::to_string(observation.fact.kind)};
}

}  // namespace shudao::experiment
