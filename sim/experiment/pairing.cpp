#include "sim/experiment/pairing.h"

#include <algorithm>
#include <map>

#include "sim/experiment/measures.h"

namespace shudao::experiment {
namespace {

constexpr double kMsPerHour = 3'600'000.0;

using Named = std::map<std::pair<std::string_view, std::uint32_t>, LotValues const*>;

Named lots_by_name(scenarios::Corridor const& corridor, Side const& side) {
  Named named;
  for (LotValues const& lot : side.lots) {
    scenarios::FlowId const flow{lot.lot.flow};
    if (!std::binary_search(corridor.flows.begin(), corridor.flows.end(), flow)) continue;
    named[{side.scenario.flows[flow].id, lot.lot.ordinal}] = &lot;
  }
  return named;
}

/// Sums over the paired consignments of one side.
struct Sums {
  std::int64_t teu = 0, transit_ms = 0, cost_fen = 0, co2e_g = 0;
  std::array<std::int64_t, scenarios::kComponentCount> component_ms{};
  void add(LotValues const& lot) {
    teu += lot.teu;
    transit_ms += lot.transit_ms;
    cost_fen += lot.cost_fen;
    co2e_g += lot.co2e_g;
    for (std::size_t c = 0; c < component_ms.size(); ++c) component_ms[c] += lot.component_ms[c];
  }
};

bool are_equal(LotValues const& a, LotValues const& b) {
  return a.ledger == b.ledger && a.teu == b.teu && a.is_delivered == b.is_delivered && a.cost_fen == b.cost_fen &&
         a.co2e_g == b.co2e_g && a.component_ms == b.component_ms;
}

double hours(std::int64_t ms, std::int64_t count) {
  return static_cast<double>(ms) / static_cast<double>(count) / kMsPerHour;
}

/// Both per TEU of its own side; exactly 0 for equal sums.
Measure per_teu(std::int64_t base, std::int64_t alternative, Sums const& b, Sums const& a, double unit) {
  if (b.teu == 0 || a.teu == 0) return unobserved();
  return single(static_cast<double>(alternative) / unit / static_cast<double>(a.teu) -
                static_cast<double>(base) / unit / static_cast<double>(b.teu));
}

void fill(CorridorDifference& difference, Sums const& base, Sums const& alternative) {
  if (difference.pairs == 0) return;
  difference.transit_time_h = single(hours(alternative.transit_ms - base.transit_ms, difference.pairs));
  difference.base_mean_h = hours(base.transit_ms, difference.pairs);
  difference.alternative_mean_h = hours(alternative.transit_ms, difference.pairs);
  difference.cost_cny_per_teu = per_teu(base.cost_fen, alternative.cost_fen, base, alternative, 100.0);
  difference.co2e_kg_per_teu = per_teu(base.co2e_g, alternative.co2e_g, base, alternative, 1000.0);
  for (std::size_t c = 0; c < difference.components_h.size(); ++c) {
    difference.components_h[c] = single(hours(alternative.component_ms[c] - base.component_ms[c], difference.pairs));
  }
}

Measure minus(Measure const& alternative, Measure const& base) {
  return alternative.n == 0 || base.n == 0 ? unobserved() : single(alternative.value - base.value);
}

CorridorDifference difference_of(std::size_t b, std::size_t a, Side const& base, Side const& alternative) {
  Named const base_lots = lots_by_name(base.scenario.corridors[scenarios::CorridorId{b}], base);
  Named const alternative_lots = lots_by_name(alternative.scenario.corridors[scenarios::CorridorId{a}], alternative);
  CorridorDifference difference;
  difference.corridor = base.result.corridors[b].id;
  difference.is_exactly_equal = true;
  Sums base_sums, alternative_sums;
  for (auto const& [name, lot] : base_lots) {
    auto const partner = alternative_lots.find(name);
    if (partner == alternative_lots.end()) continue;
    ++difference.pairs;
    base_sums.add(*lot);
    alternative_sums.add(*partner->second);
    difference.is_exactly_equal = difference.is_exactly_equal && are_equal(*lot, *partner->second);
  }
  difference.base_only = static_cast<std::int64_t>(base_lots.size()) - difference.pairs;
  difference.alternative_only = static_cast<std::int64_t>(alternative_lots.size()) - difference.pairs;
  if (difference.base_only + difference.alternative_only > 0) difference.is_exactly_equal = false;
  fill(difference, base_sums, alternative_sums);
  difference.p95_h =
      minus(alternative.result.corridors[a].transit_time_h.p95, base.result.corridors[b].transit_time_h.p95);
  difference.throughput_teu_per_year =
      minus(alternative.result.corridors[a].throughput_teu_per_year, base.result.corridors[b].throughput_teu_per_year);
  return difference;
}

bool has_same_demand(scenarios::Flow const& a, scenarios::Flow const& b) {
  return a.teu_per_year == b.teu_per_year && a.arrivals == b.arrivals && a.monthly == b.monthly &&
         a.weekly == b.weekly && a.lot_teu.mean() == b.lot_teu.mean() && a.lot_teu.variance() == b.lot_teu.variance();
}

void refuse_other_demand(scenarios::Scenario const& base, scenarios::Scenario const& alternative,
                         std::vector<std::string>& reasons) {
  std::map<std::string, scenarios::Flow const*> others;
  for (scenarios::Flow const& flow : alternative.flows) {
    if (!flow.is_empties) others[flow.id] = &flow;
  }
  for (scenarios::Flow const& flow : base.flows) {
    if (flow.is_empties) continue;  // A plan is not a demand.
    auto const other = others.find(flow.id);
    if (other == others.end()) {
      reasons.push_back("flow " + flow.id + " exists in " + base.id + " only");
    } else if (!has_same_demand(flow, *other->second)) {
      reasons.push_back("flow " + flow.id + " has another demand in " + alternative.id);
    }
    if (other != others.end()) others.erase(other);
  }
  for (auto const& [id, flow] : others) reasons.push_back("flow " + id + " exists in " + alternative.id + " only");
}

}  // namespace

std::vector<CorridorDifference> paired(Side const& base, Side const& alternative) {
  std::vector<CorridorDifference> differences;
  for (std::size_t b = 0; b < base.result.corridors.size(); ++b) {
    for (std::size_t a = 0; a < alternative.result.corridors.size(); ++a) {
      if (alternative.result.corridors[a].id != base.result.corridors[b].id) continue;
      differences.push_back(difference_of(b, a, base, alternative));
    }
  }
  return differences;
}

std::vector<std::string> refusals(scenarios::Scenario const& base, scenarios::Scenario const& alternative) {
  std::vector<std::string> reasons;
  if (base.start != alternative.start || base.warm_up != alternative.warm_up || base.window != alternative.window) {
    reasons.push_back("the windows differ: " + utc_text(base.window_start()) + " to " + utc_text(base.horizon()) +
                      " and " + utc_text(alternative.window_start()) + " to " + utc_text(alternative.horizon()));
  }
  refuse_other_demand(base, alternative, reasons);
  return reasons;
}

}  // namespace shudao::experiment
