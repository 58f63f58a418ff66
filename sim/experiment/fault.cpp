#include "sim/experiment/fault.h"

#include "sim/freight/facts.h"

namespace shudao::experiment {
namespace {

using freight::FactKind;

template<class Fact>
kernel::Observation with(kernel::Observation const& observation, Fact const& fact) {
  return {observation.key, kernel::Message::of(observation.fact.kind, fact)};
}

FactKind carrier_of(Fault fault) {
  switch (fault) {
    case Fault::lost_teu:
      return FactKind::delivered;
    case Fault::double_charge:
      return FactKind::ledger_entry;
    case Fault::over_full:
      return FactKind::departed;
    case Fault::lose_box:
      return FactKind::boxed;
    case Fault::none:
      break;
  }
  return FactKind{};
}

}  // namespace

void FaultPlanter::take(kernel::Observation const& observation) {
  if (fault_ == Fault::none || observation.fact.kind != static_cast<std::uint32_t>(carrier_of(fault_))) {
    return next_.take(observation);
  }
  plant(observation);
}

void FaultPlanter::plant(kernel::Observation const& observation) {
  if (fault_ == Fault::lost_teu) {
    auto end = observation.fact.as<freight::LotEnd>();
    end.teu -= 1;
    next_.take(with(observation, end));
    fault_ = Fault::none;
  } else if (fault_ == Fault::over_full) {
    auto departed = observation.fact.as<freight::Departed>();
    departed.teu = departed.capacity_teu + 1;
    next_.take(with(observation, departed));
    fault_ = Fault::none;
  } else if (fault_ == Fault::lose_box) {
    auto boxed = observation.fact.as<freight::Boxed>();
    boxed.teu -= 1;
    next_.take(with(observation, boxed));
    fault_ = Fault::none;
  } else {
    auto entry = observation.fact.as<freight::LedgerEntry>();
    next_.take(observation);
    if (!entry.is_on_path || entry.to_ms == entry.from_ms) return;
    entry.teu = 0;
    next_.take(with(observation, entry));
    fault_ = Fault::none;
  }
}

}  // namespace shudao::experiment
