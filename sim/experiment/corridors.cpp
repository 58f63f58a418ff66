#include "sim/experiment/corridors.h"

#include <algorithm>
#include <cmath>

#include "sim/experiment/measures.h"
#include "sim/experiment/minute_counts.h"

namespace shudao::experiment {
namespace {

constexpr double kMsPerHour = 3'600'000.0;

double as_double(std::int64_t count) { return static_cast<double>(count); }

std::vector<LotValues const*> lots_of(scenarios::Corridor const& corridor, Cohort const& cohort) {
  std::vector<LotValues const*> lots;
  for (LotValues const& lot : cohort.lots()) {
    if (std::binary_search(corridor.flows.begin(), corridor.flows.end(), scenarios::FlowId{lot.lot.flow})) {
      lots.push_back(&lot);
    }
  }
  return lots;
}

void add_means(CorridorResult& result, std::vector<LotValues const*> const& lots) {
  std::int64_t teu = 0, cost_fen = 0, co2e_g = 0;
  CostItems items{};
  std::array<std::int64_t, scenarios::kComponentCount> component_ms{};
  for (LotValues const* lot : lots) {
    teu += lot->teu;
    cost_fen += lot->cost_fen;
    co2e_g += lot->co2e_g;
    for (std::size_t i = 0; i < items.size(); ++i) items[i] += lot->cost_items[i];
    for (std::size_t c = 0; c < component_ms.size(); ++c) component_ms[c] += lot->component_ms[c];
  }
  double const count = as_double(result.consignments);
  result.cost_cny_per_teu = quotient(as_double(cost_fen) / 100.0, as_double(teu));
  for (std::size_t i = 0; i < items.size(); ++i) {
    result.cost_items_cny_per_teu[i] = quotient(as_double(items[i]) / 100.0, as_double(teu));
  }
  result.co2e_kg_per_teu = quotient(as_double(co2e_g) / 1000.0, as_double(teu));
  for (std::size_t c = 0; c < component_ms.size(); ++c) {
    result.components_h[c] = quotient(as_double(component_ms[c]) / kMsPerHour, count);
  }
}

Measure due_share(std::vector<LotValues const*> const& lots, scenarios::Scenario const& scenario) {
  std::int64_t with_due = 0, in_time = 0;
  for (LotValues const* lot : lots) {
    auto const& due = scenario.flows[scenarios::FlowId{lot->lot.flow}].due;
    if (!due) continue;
    ++with_due;
    if (lot->is_delivered && lot->transit_ms <= due->ms()) ++in_time;
  }
  return quotient(as_double(in_time), as_double(with_due));
}

Measure spoiled_share(std::vector<LotValues const*> const& lots, scenarios::Scenario const& scenario) {
  std::int64_t perishable = 0, spoiled = 0;
  for (LotValues const* lot : lots) {
    auto const& life = scenario.flows[scenarios::FlowId{lot->lot.flow}].shelf_life;
    if (!life) continue;
    perishable += lot->teu;
    if (lot->transit_ms > life->ms()) spoiled += lot->teu;
  }
  return quotient(as_double(spoiled), as_double(perishable));
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

CorridorResult result_of(scenarios::Corridor const& corridor, scenarios::Scenario const& scenario, Cohort const& cohort,
                         DeliveryTally const& deliveries) {
  std::vector<LotValues const*> const lots = lots_of(corridor, cohort);
  CorridorResult result;
  result.id = corridor.id;
  result.from = scenario.places[corridor.from].id;
  result.to = scenario.places[corridor.to].id;
  result.consignments = static_cast<std::int64_t>(lots.size());
  result.unfinished = std::count_if(lots.begin(), lots.end(), [](LotValues const* lot) { return !lot->is_delivered; });
  result.transit_time_h = transit_time(lots);
  std::int64_t delivered = 0;
  for (scenarios::FlowId const flow : corridor.flows) delivered += deliveries.teu(flow);
  result.throughput_teu_per_year = per_year(delivered, scenario.window);
  add_means(result, lots);
  result.due_share = due_share(lots, scenario);
  result.spoiled_share = spoiled_share(lots, scenario);
  result.causes = causes_of(corridor, cohort, as_double(result.consignments), scenario);
  return result;
}

}  // namespace

void DeliveryTally::delivered(SimTime at, freight::LotEnd const& end) {
  if (at >= scenario_.window_start() && at < scenario_.horizon()) teu_.at(end.lot.flow) += end.teu;
}

TransitTime transit_time(std::vector<LotValues const*> const& lots) {
  if (lots.empty()) return {};
  MinuteCounts counts;
  std::int64_t sum_ms = 0;
  for (LotValues const* lot : lots) {
    counts.add(Duration::from_ms(lot->transit_ms));
    sum_ms += lot->transit_ms;
  }
  double const n = as_double(counts.count());
  double const mean_h = as_double(sum_ms) / n / kMsPerHour;
  double squares = 0;
  for (LotValues const* lot : lots) {
    double const from_mean = as_double(lot->transit_ms) / kMsPerHour - mean_h;
    squares += from_mean * from_mean;
  }
  Measure const spread = lots.size() < 2 ? unobserved() : single(std::sqrt(squares / (n - 1)));
  return {single(mean_h),
          spread,
          single(counts.quantile_h(10)),
          single(counts.quantile_h(50)),
          single(counts.quantile_h(90)),
          single(counts.quantile_h(95))};
}

std::vector<CorridorResult> corridor_results(scenarios::Scenario const& scenario, Cohort const& cohort,
                                             DeliveryTally const& deliveries) {
  std::vector<CorridorResult> results;
  for (scenarios::Corridor const& corridor : scenario.corridors) {
    results.push_back(result_of(corridor, scenario, cohort, deliveries));
  }
  return results;
}

}  // namespace shudao::experiment
