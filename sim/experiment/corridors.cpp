#include "sim/experiment/corridors.h"

#include <algorithm>
#include <numeric>

#include "sim/base/time.h"
#include "sim/experiment/as_double.h"
#include "sim/experiment/measures.h"

namespace shudao::experiment {
namespace {

/// Of all flows of a corridor, together.
struct CorridorTotals {
  FlowTotals sum;
  std::int64_t with_due = 0, perishable_teu = 0;
};

CorridorTotals totals_of(scenarios::Corridor const& corridor, scenarios::Scenario const& scenario,
                         Cohort const& cohort) {
  CorridorTotals totals;
  for (scenarios::FlowId const id : corridor.flows) {
    FlowTotals const& flow = cohort.totals(id);
    totals.sum.consignments += flow.consignments;
    totals.sum.unfinished += flow.unfinished;
    totals.sum.in_time += flow.in_time;
    totals.sum.teu += flow.teu;
    totals.sum.spoiled_teu += flow.spoiled_teu;
    totals.sum.co2e_g += flow.co2e_g;
    for (std::size_t i = 0; i < flow.cost_items.size(); ++i) totals.sum.cost_items[i] += flow.cost_items[i];
    for (std::size_t c = 0; c < flow.component_ms.size(); ++c) totals.sum.component_ms[c] += flow.component_ms[c];
    if (scenario.flows[id].due) totals.with_due += flow.consignments;
    if (scenario.flows[id].shelf_life) totals.perishable_teu += flow.teu;
  }
  return totals;
}

void add_means(CorridorResult& result, FlowTotals const& totals) {
  auto const cny_per_teu = [&](std::int64_t fen) { return quotient(as_double(fen) / 100.0, as_double(totals.teu)); };
  auto const& items = totals.cost_items;
  result.cost_cny_per_teu = cny_per_teu(std::accumulate(items.begin(), items.end(), std::int64_t{0}));
  for (std::size_t i = 0; i < items.size(); ++i) result.cost_items_cny_per_teu[i] = cny_per_teu(items[i]);
  result.co2e_kg_per_teu = quotient(as_double(totals.co2e_g) / 1000.0, as_double(totals.teu));
  for (std::size_t c = 0; c < totals.component_ms.size(); ++c) {
    result.components_h[c] = quotient(as_double(totals.component_ms[c]) / kMsPerHour, as_double(totals.consignments));
  }
}

std::vector<Cause> causes_of(scenarios::Corridor const& corridor, Cohort const& cohort, double consignments,
                             scenarios::Scenario const& scenario) {
  std::map<std::pair<scenarios::Component, std::string>, std::int64_t> sums;
  for (auto const& [key, ms] : cohort.causes()) {
    auto const& [flow, component, kind, index] = key;
    if (!std::binary_search(corridor.flows.begin(), corridor.flows.end(), scenarios::FlowId{flow})) continue;
    sums[{component, freight::name_of(freight::Where::of(kind, index), scenario)}] += ms;
  }
  std::vector<Cause> causes;
  for (auto const& [cause, ms] : sums) {
    causes.push_back({cause.first, cause.second, quotient(as_double(ms) / kMsPerHour, consignments)});
  }
  return causes;
}

CorridorResult result_of(scenarios::CorridorId id, scenarios::Scenario const& scenario, Cohort const& cohort,
                         DeliveryTally const& deliveries) {
  scenarios::Corridor const& corridor = scenario.corridors[id];
  CorridorTotals const totals = totals_of(corridor, scenario, cohort);
  CorridorResult result;
  result.id = corridor.id;
  result.from = scenario.places[corridor.from].id;
  result.to = scenario.places[corridor.to].id;
  result.consignments = totals.sum.consignments;
  result.unfinished = totals.sum.unfinished;
  result.transit_time_h = transit_time(cohort.transit(id));
  std::int64_t delivered = 0;
  for (scenarios::FlowId const flow : corridor.flows) delivered += deliveries.teu(flow);
  result.throughput_teu_per_year = per_year(delivered, scenario.window);
  add_means(result, totals.sum);
  result.due_share = quotient(as_double(totals.sum.in_time), as_double(totals.with_due));
  result.spoiled_share = quotient(as_double(totals.sum.spoiled_teu), as_double(totals.perishable_teu));
  result.causes = causes_of(corridor, cohort, as_double(result.consignments), scenario);
  return result;
}

}  // namespace

void DeliveryTally::delivered(SimTime at, freight::LotEnd const& end) {
  auto const& routes = scenario_.flows[scenarios::FlowId{end.lot.flow}].routes;
  legs_ += static_cast<std::int64_t>(routes.at(end.route).legs.size());
  if (at >= scenario_.window_start() && at < scenario_.horizon()) teu_.at(end.lot.flow) += end.teu;
}

TransitTime transit_time(TransitTally const& tally) {
  if (tally.durations.count() == 0) return {};
  double const n = as_double(tally.durations.count());
  return {single(as_double(tally.durations.sum_ms()) / n / kMsPerHour),
          tally.durations.standard_deviation(),
          single(tally.minutes.quantile_h(10)),
          single(tally.minutes.quantile_h(50)),
          single(tally.minutes.quantile_h(90)),
          single(tally.minutes.quantile_h(95))};
}

std::vector<CorridorResult> corridor_results(scenarios::Scenario const& scenario, Cohort const& cohort,
                                             DeliveryTally const& deliveries) {
  std::vector<CorridorResult> results;
  for (std::size_t i = 0; i < scenario.corridors.size(); ++i) {
    results.push_back(result_of(scenarios::CorridorId{i}, scenario, cohort, deliveries));
  }
  return results;
}

}  // namespace shudao::experiment
