#include "sim/experiment/probe.h"

#include <algorithm>

#include "sim/experiment/probe_kinds.h"

namespace shudao::experiment {

using scenarios::MeasureKind;
using scenarios::Scenario;
using scenarios::Selector;

CargoFilter::CargoFilter(Scenario const& scenario, Selector const& selector) {
  auto const in = [](std::vector<std::string> const& list, std::string const& word) {
    return list.empty() || std::find(list.begin(), list.end(), word) != list.end();
  };
  std::vector<bool> is_of_corridor(scenario.flows.size(), selector.corridor.empty());
  for (scenarios::Corridor const& corridor : scenario.corridors) {
    if (corridor.id != selector.corridor) continue;
    for (scenarios::FlowId const flow : corridor.flows) is_of_corridor[flow.index()] = true;
  }
  for (std::size_t i = 0; i < scenario.flows.size(); ++i) {
    scenarios::Flow const& flow = scenario.flows[scenarios::FlowId{i}];
    bool const is_meant = is_of_corridor[i] && !flow.is_empties && in(selector.flows, flow.id) &&
                          in(selector.regimes, flow.regime) && in(selector.commodities, flow.commodity) &&
                          in(selector.directions, flow.direction);
    std::vector<bool>& classes = classes_.emplace_back();
    for (scenarios::FirmClass const& firm : flow.firm_classes)
      classes.push_back(is_meant && in(selector.firm_classes, firm.name));
  }
}

std::unique_ptr<Probe> make_probe(Scenario const& scenario, Selector const& selector) {
  switch (selector.kind) {
    case MeasureKind::transit_time:
    case MeasureKind::journey_time:
    case MeasureKind::stay:
    case MeasureKind::hours:
    case MeasureKind::speed:
    case MeasureKind::cost:
    case MeasureKind::co2e:
    case MeasureKind::spoilage:
      return lot_probe(scenario, selector);
    case MeasureKind::vehicle_time:
    case MeasureKind::vehicle_speed:
      return vehicle_probe(scenario, selector);
    case MeasureKind::process_time:
    case MeasureKind::repeats:
      return process_probe(scenario, selector);
    case MeasureKind::time_to:
      return token_probe(scenario, selector);
    case MeasureKind::wait:
    case MeasureKind::queue:
    case MeasureKind::utilisation:
      return resource_probe(scenario, selector);
    case MeasureKind::throughput:
    case MeasureKind::load_factor:
    case MeasureKind::teu_present:
      return count_probe(scenario, selector);
  }
  throw BrokenPromise{"a selector of unknown kind"};
}

ProbeSet::ProbeSet(Scenario const& scenario, std::vector<Selector> const& selectors) {
  std::map<freight::FactKind, std::vector<FactListener*>> listeners;
  std::vector<LotListener*> lot_listeners;
  for (Selector const& selector : selectors) {
    Probe& probe = *probes_.emplace_back(make_probe(scenario, selector));
    for (freight::FactKind const kind : probe.hears()) listeners[kind].push_back(&probe);
    if (probe.hears_lots()) lot_listeners.push_back(&probe);
  }
  lots_ = std::make_unique<LotAssembler>(std::move(lot_listeners));
  using freight::FactKind;
  for (FactKind const kind :
       {FactKind::ledger_entry, FactKind::costs, FactKind::financed, FactKind::delivered, FactKind::unfinished})
    listeners[kind].push_back(lots_.get());
  for (auto& [kind, heard_by] : listeners) sinks_.emplace(kind, FactSink{std::move(heard_by)});
}

void ProbeSet::take(kernel::Observation const& observation) {
  auto const sink = sinks_.find(static_cast<freight::FactKind>(observation.fact.kind));
  if (sink != sinks_.end()) sink->second.take(observation);
}

std::vector<Measure> ProbeSet::results(ScenarioResult const& told) const {
  std::vector<Measure> results;
  for (auto const& probe : probes_) results.push_back(probe->result(told));
  return results;
}

}  // namespace shudao::experiment
